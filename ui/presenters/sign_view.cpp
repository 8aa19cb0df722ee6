#include "ui/presenters/sign_view.hpp"

#include "ui/presenters/draft_page.hpp"
#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

using domain::Verdict;

struct Sign {
    Q_DECLARE_TR_FUNCTIONS(SignSheet)
};

constexpr std::size_t digestPrefix = 7; // "sha256:"
constexpr std::size_t digestShown = 12; // enough to compare by eye

QString whatFor(Verdict verdict, const domain::ActionType &type)
{
    switch (verdict) {
    case Verdict::Reject:
        return Sign::tr("Sign the rejection");
    case Verdict::Return:
        return Sign::tr("Sign and return the draft");
    case Verdict::Respond:
        return Sign::tr("Sign and send the answer");
    case Verdict::Escalate:
        return Sign::tr("Sign and hand on");
    case Verdict::Cosign:
        return Sign::tr("Co-sign");
    default:
        break;
    }
    if (type.text().starts_with("note."))
        return Sign::tr("Sign and file the note");
    if (type.text().starts_with("prior-auth."))
        return Sign::tr("Sign and submit the request");
    return Sign::tr("Sign and release the action");
}

QString shortDigest(const domain::Digest &digest)
{
    const std::string &whole = digest.text();
    return whole.size() > digestPrefix ? text::toQt(whole.substr(digestPrefix, digestShown)) : QString();
}

} // namespace

CredentialView describeCredential(const desk::TokenView &token)
{
    using State = desk::TokenView::State;
    CredentialView view;
    view.isPin = token.state == State::Ready;
    view.isPossible = view.isPin || !token.isRequired;
    view.label =
        view.isPin ? Sign::tr("PIN of the token “%1”").arg(text::shownOnOneLine(token.label)) : Sign::tr("Password");
    if (view.isPin)
        return view;
    if (token.state == State::NotRegistered)
        view.note = Sign::tr("The token in the reader is not registered as yours.");
    if (token.state == State::Unusable)
        view.note = Sign::tr("The token in the reader cannot sign here.");
    if (!view.isPossible)
        view.note = (view.note.isEmpty() ? QString() : view.note + QLatin1Char(' '))
                    + text::phrase(domain::Refusal{domain::RefusalCode::TokenRequired, {}});
    return view;
}

ReaderView describeToken(const desk::TokenView &token)
{
    using State = desk::TokenView::State;
    switch (token.state) {
    case State::Ready:
        return {Sign::tr("The token “%1” is in the reader and registered as yours. Its PIN signs, in place of the "
                         "password.")
                    .arg(text::shownOnOneLine(token.label)),
                false};
    case State::NotRegistered:
        return {Sign::tr("The token “%1” is in the reader. Registered as yours, it signs with its PIN, in place of the "
                         "password, and takes the place of one that you registered before. This needs the gateway.")
                    .arg(text::shownOnOneLine(token.label)),
                true};
    case State::Unusable:
        return {Sign::tr("The token in the reader has no key that can sign here."), false};
    case State::Absent:
        break;
    }
    return {token.hasOne ? Sign::tr("You have registered a token. It is not in the reader.") : QString(), false};
}

namespace
{

// The words say which statement is meant; its number in the record tells a reader nothing.
QString beginningOf(const domain::StatementId &id, const EditSession &edits)
{
    constexpr qsizetype lettersMax = 48;
    const domain::Statement *statement = domain::findStatement(edits.original(), id);
    if (statement == nullptr)
        statement = domain::findStatement(edits.draft(), id);
    QString words = statement == nullptr ? text::toQt(id.text()) : text::shownOnOneLine(statement->text);
    if (words.size() > lettersMax)
        words = words.left(lettersMax - 1).trimmed() + QChar(0x2026);
    return Sign::tr("\u201c%1\u201d").arg(words);
}

} // namespace

QStringList reasonLines(const std::vector<domain::Reason> &reasons, const EditSession &edits)
{
    QStringList lines;
    for (const domain::Reason &reason : reasons) {
        QString line = QStringLiteral("%1 %2").arg(text::toQt(reason.code), text::reasonChip(reason.code));
        if (reason.harm != domain::Harm::Unstated)
            line += QStringLiteral(" \u00b7 ") + text::phrase(reason.harm);
        if (!reason.statementId.isEmpty())
            line += QStringLiteral(" \u00b7 ") + beginningOf(reason.statementId, edits);
        lines << line;
    }
    return lines;
}

namespace
{

QString contentTitle(Verdict verdict, int changes)
{
    if (verdict == Verdict::ApproveEdited)
        return Sign::tr("What you sign, with %n changes", nullptr, changes);
    const bool isApproving = verdict == Verdict::Approve || verdict == Verdict::Cosign;
    return isApproving ? Sign::tr("What you sign") : Sign::tr("The draft that you decide on");
}

// The draft as it is signed: its words and its changes, without the marks that only help to read.
TextPage contentOf(const ToSign &toSign)
{
    SourceTexts own{toSign.open.item};
    SourceTexts &texts = toSign.texts == nullptr ? own : *toSign.texts;
    const DraftPage draft = describeDraft({toSign.edits, texts, {}, {}, nullptr});
    TextBlocks blocks = *draft.page.blocks;
    for (TextBlock &block : blocks) {
        block.support = Support::None;
        block.isStep = false;
        block.words.clear();
    }
    return {std::make_shared<const TextBlocks>(std::move(blocks)), draft.page.marks};
}

} // namespace

QString signerLine(const desk::SessionView &session, const domain::ReviewerId &absent)
{
    if (!session.reviewer)
        return {};
    const domain::Reviewer &reviewer = *session.reviewer;
    QString line = text::signerName(reviewer.name, reviewer.credentials) + QStringLiteral(" \u00b7 ")
                   + text::phrase(reviewer.role);
    for (const domain::Cover &cover : session.covers)
        if (!absent.isEmpty() && cover.absent == absent)
            line = Sign::tr("%1, on behalf of %2").arg(line, text::shownOnOneLine(cover.name));
    return line;
}

std::vector<CoverChoice> coverChoices(const desk::SessionView &session)
{
    if (session.covers.empty())
        return {};
    std::vector<CoverChoice> choices{{{}, Sign::tr("Myself")}};
    for (const domain::Cover &cover : session.covers)
        choices.push_back(
            {text::toQt(cover.absent.text()),
             Sign::tr("%1, away until %2").arg(text::shownOnOneLine(cover.name), text::dateTime(cover.until))});
    return choices;
}

SignView describeSigning(const ToSign &toSign)
{
    const domain::Proposal &proposal = toSign.item.proposal;
    const Verdict verdict = toSign.offer.verdict;
    SignView view;
    view.title = whatFor(verdict, proposal.action.type);
    view.button = view.title;
    view.patient = describeBanner(toSign.open, toSign.now);
    view.item =
        QStringLiteral("%1 \u00b7 %2 \u00b7 %3")
            .arg(text::shownOnOneLine(proposal.action.title),
                 Sign::tr("item %1, revision %2").arg(text::toQt(toSign.item.id.text())).arg(toSign.item.revision),
                 Sign::tr("digest %1").arg(shortDigest(toSign.item.digest)));
    view.content = contentOf(toSign);
    view.contentTitle = contentTitle(verdict, static_cast<int>(toSign.edits.changes().size()));
    view.verdict = text::phrase(verdict);
    view.reasons = reasonLines(toSign.reasons, toSign.edits);
    view.comment = text::shown(toSign.comment);
    view.signer = signerLine(toSign.session, {});
    view.covers = coverChoices(toSign.session);
    view.asksId = toSign.session.signing.asksId;
    view.credential = describeCredential(toSign.session.signing.token);
    view.time = text::dateTimeZone(toSign.now);
    view.meaning = text::phrase(toSign.offer.meaning);
    view.legal = text::shown(toSign.offer.legal.text);
    return view;
}

} // namespace countersign::presenters
