#include "ui/presenters/statement_fields.hpp"

#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

struct Statement {
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

using Fields = std::vector<StatementField>;

void add(Fields &out, const QString &label, const QString &value, bool isCode = false)
{
    if (!value.isEmpty())
        out.push_back({label, value, false, isCode});
}

void heading(Fields &out, const QString &text)
{
    out.push_back({text, {}, true, false});
}

QString componentWords(const std::vector<domain::AuthComponent> &components)
{
    QStringList words;
    for (const auto component : components)
        words << text::phrase(component);
    return words.join(QStringLiteral(" + "));
}

void addReasons(Fields &out, const std::vector<domain::Reason> &reasons)
{
    for (const domain::Reason &reason : reasons) {
        QString value = QStringLiteral("%1 \u00b7 %2").arg(text::toQt(reason.code), text::reasonChip(reason.code));
        if (reason.harm != domain::Harm::Unstated)
            value += QStringLiteral(" \u00b7 ") + text::phrase(reason.harm);
        add(out, Statement::tr("Reason"), value);
    }
}

void addSigner(Fields &out, const domain::DecisionStatement &signed_)
{
    heading(out, Statement::tr("Signature"));
    const domain::Signer &signer = signed_.signer;
    add(out, Statement::tr("Signed by"), text::signerName(signer.name, signer.credentials));
    add(out, Statement::tr("NPI"), text::toQt(signer.npi));
    if (!signer.onBehalfOf.empty())
        add(out, Statement::tr("On behalf of"),
            QStringLiteral("%1 (%2)").arg(text::shownOnOneLine(signer.onBehalfOfName),
                                          text::shownOnOneLine(signer.onBehalfOf)));
    add(out, Statement::tr("Signed at"), text::signedTime(signed_.signedAt));
    add(out, Statement::tr("Meaning"), text::phrase(signed_.meaning));
    add(out, Statement::tr("Legal statement"), text::shown(signed_.legal.text));
    add(out, Statement::tr("Signed with"), componentWords(signed_.auth.components));
    if (signed_.offline.value_or(false))
        add(out, Statement::tr("Link"), Statement::tr("signed while offline"));
}

void addEvidence(Fields &out, const domain::Evidence &evidence)
{
    heading(out, Statement::tr("What was looked at"));
    add(out, Statement::tr("Opened"), text::dateTime(evidence.openedAt));
    add(out, Statement::tr("Time spent"), text::span(std::chrono::seconds(evidence.activeSeconds)));
    add(out, Statement::tr("Sources opened"), QString::number(evidence.sources.size()));
    std::size_t pages = 0;
    for (const domain::SourceView &source : evidence.sources)
        pages += source.pages.size();
    if (pages > 0)
        add(out, Statement::tr("Pages seen"), QString::number(pages));
    add(out, Statement::tr("Statements acknowledged"), QString::number(evidence.statementsAcknowledged.size()));
}

void addChanges(Fields &out, const domain::EditedDraft &edited)
{
    heading(out, Statement::tr("Edits"));
    for (const domain::Change &change : edited.changes) {
        const QString label = QStringLiteral("%1 \u00b7 %2").arg(text::phrase(change.op), text::phrase(change.kind));
        if (change.before.empty() || change.after.empty())
            add(out, label, text::shown(change.before + change.after));
        else
            add(out, label, QStringLiteral("%1\n\u2192 %2").arg(text::shown(change.before), text::shown(change.after)));
    }
}

void addProof(Fields &out, const desk::DecisionView &decision)
{
    heading(out, Statement::tr("Proof"));
    const domain::DecisionStatement &signed_ = *decision.statement;
    add(out, Statement::tr("Decision"), text::toQt(decision.id.text()), true);
    add(out, Statement::tr("Item"),
        QStringLiteral("%1, %2").arg(text::toQt(decision.item.text()),
                                     Statement::tr("revision %1").arg(signed_.itemRevision)),
        true);
    add(out, Statement::tr("Digest of the item"), text::toQt(signed_.itemDigest.text()), true);
    add(out, Statement::tr("Digest of what was shown"), text::toQt(signed_.renderedDigest.text()), true);
    add(out, Statement::tr("Digest of the decision"), text::toQt(decision.digest), true);
    add(out, Statement::tr("Policy"),
        QStringLiteral("%1 %2").arg(text::toQt(signed_.policy.id), text::toQt(signed_.policy.version)));
    add(out, Statement::tr("Device"), text::shownOnOneLine(signed_.deviceName));
    add(out, Statement::tr("Place in this device's chain"), QString::number(signed_.chain.seq));
    if (decision.receipt) {
        add(out, Statement::tr("Received by the gateway"), text::dateTimeZone(decision.receipt->receivedAt));
        add(out, Statement::tr("Outcome"), text::phrase(decision.receipt->outcome));
        add(out, Statement::tr("Place in the gateway's log"), QString::number(decision.receipt->log.index));
    }
}

} // namespace

std::vector<StatementField> statementFields(const desk::DecisionView &decision)
{
    Fields out;
    const domain::DecisionStatement &signed_ = *decision.statement;
    add(out, Statement::tr("Verdict"), text::phrase(signed_.verdict));
    add(out, Statement::tr("Stands as"),
        QStringLiteral("%1. %2").arg(text::phrase(decision.standing), text::explain(decision.standing)));
    addReasons(out, signed_.reasons);
    add(out, Statement::tr("Comment"), text::shown(signed_.comment));
    if (signed_.edited && !signed_.edited->changes.empty())
        addChanges(out, *signed_.edited);
    addSigner(out, signed_);
    addEvidence(out, signed_.evidence);
    addProof(out, decision);
    return out;
}

std::vector<StatementField> summaryFields(const domain::ItemSummary &item)
{
    Fields out;
    const domain::DecisionSummary &decision = *item.decision;
    add(out, Statement::tr("Verdict"), text::phrase(decision.verdict));
    add(out, Statement::tr("Stands as"), text::phrase(item.state));
    addReasons(out, decision.reasons);
    heading(out, Statement::tr("Signature"));
    add(out, Statement::tr("Signed by"), text::shownOnOneLine(decision.signerName));
    add(out, Statement::tr("Signed at"), text::signedTime(decision.signedAt));
    heading(out, Statement::tr("Proof"));
    add(out, Statement::tr("Decision"), text::toQt(decision.decisionId.text()), true);
    add(out, Statement::tr("Digest of the item"), text::toQt(item.digest.text()), true);
    return out;
}

} // namespace countersign::presenters
