#include "ui/presenters/sign_view.hpp"

#include "ui/presenters/draft_page.hpp"
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

QStringList reasonLines(const std::vector<domain::Reason> &reasons)
{
    QStringList lines;
    for (const domain::Reason &reason : reasons) {
        QString line = QStringLiteral("%1 %2").arg(text::toQt(reason.code), text::reasonChip(reason.code));
        if (reason.harm != domain::Harm::Unstated)
            line += QStringLiteral(" \u00b7 ") + text::phrase(reason.harm);
        if (!reason.statementId.isEmpty())
            line += QStringLiteral(" \u00b7 ") + Sign::tr("statement %1").arg(text::toQt(reason.statementId.text()));
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
    view.reasons = reasonLines(toSign.reasons);
    view.comment = text::shown(toSign.comment);
    if (const auto &reviewer = toSign.session.reviewer) {
        view.signer = text::shownOnOneLine(reviewer->name);
        if (!reviewer->credentials.empty())
            view.signer += QStringLiteral(", ") + text::shownOnOneLine(reviewer->credentials);
        view.signer += QStringLiteral(" \u00b7 ") + text::phrase(reviewer->role);
    }
    view.asksId = toSign.session.signing.asksId;
    view.time = text::dateTimeZone(toSign.now);
    view.meaning = text::phrase(toSign.offer.meaning);
    view.legal = text::shown(toSign.offer.legal.text);
    return view;
}

} // namespace countersign::presenters
