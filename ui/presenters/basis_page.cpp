#include "ui/presenters/basis_page.hpp"

#include "ui/presenters/finding_rows.hpp"
#include "ui/presenters/queue_line.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::presenters
{
namespace
{

using Kind = TextBlock::Kind;

struct Basis {
    Q_DECLARE_TR_FUNCTIONS(Basis)
};

QString dotted(const QStringList &parts)
{
    QStringList stated;
    for (const QString &part : parts)
        if (!part.isEmpty())
            stated << part;
    return stated.join(QStringLiteral(" \u00b7 "));
}

QString orMissing(const std::string &text)
{
    return text.empty() ? Basis::tr("Not provided") : text::shownOnOneLine(text);
}

QString ruleWords(const std::string &rule)
{
    if (rule == "policy")
        return Basis::tr("the policy gives this kind of action that tier");
    if (rule == "agent-view")
        return Basis::tr("the agent itself rates it so");
    if (rule == "basis-missing")
        return Basis::tr("its basis is missing: no source, no step and no prompt is named");
    if (rule == "irreversible")
        return Basis::tr("the agent says that it cannot be undone");
    return Basis::tr("the gateway raised it");
}

class Writer
{
public:
    explicit Writer(const desk::OpenItemView &open)
        : item_(*open.item), proposal_(item_.proposal), rules_(open.tierRules), checks_(open.checks),
          findings_(open.findings.get())
    {
    }

    TextPage write()
    {
        if (isMissing())
            add(Kind::Remark, Basis::tr("Basis missing: the agent names no source that it read, no step that it took "
                                        "and no prompt. Judge it by what you know, or return it."));
        writeAgent();
        writeSources();
        writeDoubtfulInputs();
        writeTrace();
        writeDoubts();
        writeRisk();
        writeClocks();
        writeRelease();
        writeChecks();
        return {std::make_shared<const TextBlocks>(std::move(blocks_)), {}};
    }

private:
    void heading(const QString &text) { add(Kind::Heading, text); }
    void field(const QString &label, const QString &text) { add(Kind::Field, text, label); }
    void add(Kind kind, const QString &text, const QString &label = {})
    {
        TextBlock block;
        block.kind = kind;
        block.text = text;
        block.label = label;
        blocks_.push_back(std::move(block));
    }

    [[nodiscard]] bool isMissing() const
    {
        const auto &sources = proposal_.sources;
        return proposal_.trace.empty() && proposal_.agent.promptDigest.isEmpty()
               && std::none_of(sources.begin(), sources.end(), [](const auto &source) { return source.read; });
    }

    void writeAgent()
    {
        const domain::Agent &agent = proposal_.agent;
        heading(Basis::tr("Who drafted it"));
        field(Basis::tr("Agent"), dotted({text::shownOnOneLine(agent.id.text()), text::shownOnOneLine(agent.version)}));
        field(Basis::tr("Model"), orMissing(agent.model));
        field(Basis::tr("Prompt"), orMissing(agent.promptDigest.text()));
        field(Basis::tr("Function"), text::phrase(proposal_.risk.samd));
        field(Basis::tr("Intended for"), Basis::tr("Not provided"));
        field(Basis::tr("Limitations"), Basis::tr("Not provided"));
        field(Basis::tr("Validation"), Basis::tr("Not provided"));
    }

    void writeSources()
    {
        const auto &sources = proposal_.sources;
        const auto read = std::count_if(sources.begin(), sources.end(), [](const auto &source) { return source.read; });
        heading(Basis::tr("What it read: %1 of %n sources", nullptr, static_cast<int>(sources.size())).arg(read));
        for (const bool isRead : {true, false})
            for (const domain::Source &source : sources) {
                if (source.read != isRead)
                    continue;
                const QString when = source.recordedAt ? text::dateTime(*source.recordedAt) : QString();
                const QString why =
                    isRead ? QString() : dotted({Basis::tr("not read"), text::shownOnOneLine(source.unreadReason)});
                add(Kind::TableRow, dotted({text::shownOnOneLine(source.title), text::phrase(source.kind), when, why}));
            }
    }

    // What a reader would want to know before trusting the inputs, as the checks found it.
    void writeDoubtfulInputs()
    {
        constexpr std::array codes{"stale-source",     "newer-source-exists", "source-changed",
                                   "source-corrected", "missing-pages",       "medication-lists-conflict",
                                   "unread-source",    "unreadable-page",     "low-ocr-confidence"};
        if (findings_ == nullptr)
            return;
        bool isFirst = true;
        for (const domain::Finding &finding : findings_->list) {
            if (std::find(codes.begin(), codes.end(), finding.code) == codes.end())
                continue;
            if (std::exchange(isFirst, false))
                heading(Basis::tr("What is missing, stale or in conflict"));
            add(Kind::Bullet, dotted({text::findingTitle(finding.code), sidesOf(finding)}));
        }
    }

    // The most that any step saw, before the steps one by one.
    void writeExposure()
    {
        const auto most = std::max_element(proposal_.trace.begin(), proposal_.trace.end(),
                                           [](const auto &a, const auto &b) { return a.phi < b.phi; });
        if (most != proposal_.trace.end())
            field(Basis::tr("Patient data"), Basis::tr("the most that a step saw: %1").arg(text::phrase(most->phi)));
    }

    void writeTrace()
    {
        heading(Basis::tr("What it did: %n steps", nullptr, static_cast<int>(proposal_.trace.size())));
        if (proposal_.trace.empty())
            add(Kind::Remark, Basis::tr("The agent gave no record of its steps."));
        writeExposure();
        for (const domain::TraceStep &step : proposal_.trace)
            field(dotted({QString::number(step.seq), text::clockTime(step.at)}),
                  dotted({text::shownOnOneLine(step.tool), text::shownOnOneLine(step.purpose), text::phrase(step.kind),
                          Basis::tr("patient data: %1").arg(text::phrase(step.phi)),
                          step.status == domain::TraceStep::Status::Ok ? QString() : text::phrase(step.status)}));
    }

    void writeDoubts()
    {
        heading(Basis::tr("What it is not sure of"));
        if (proposal_.uncertainty.empty())
            add(Kind::Remark, Basis::tr("The agent declared no uncertainty. That does not mean that there is none."));
        for (const domain::Uncertainty &doubt : proposal_.uncertainty)
            add(Kind::Bullet, text::shown(doubt.text));
        if (proposal_.peerFindings.empty())
            return;
        heading(Basis::tr("What a checking agent said"));
        for (const domain::PeerFinding &peer : proposal_.peerFindings)
            field(text::shownOnOneLine(peer.by.text()), dotted({text::phrase(peer.severity), text::shown(peer.text)}));
    }

    void writeRisk()
    {
        heading(Basis::tr("Its tier"));
        QStringList rules;
        for (const std::string &rule : rules_)
            rules << ruleWords(rule);
        field(tierMark(item_.tier).word,
              rules.isEmpty() ? Basis::tr("Not provided") : rules.join(QStringLiteral("; ")));
        for (const std::string &reason : proposal_.risk.reasons)
            add(Kind::Bullet, text::shown(reason));
        field(Basis::tr("Policy"), dotted({text::shownOnOneLine(item_.policy.id),
                                           Basis::tr("version %1").arg(text::shownOnOneLine(item_.policy.version))}));
    }

    // Each by itself: the queue shows the one that ends first.
    void writeClocks()
    {
        const domain::Deadline &deadline = proposal_.deadline;
        heading(Basis::tr("Its clocks"));
        field(Basis::tr("Proposed"), text::dateTime(proposal_.proposedAt));
        const auto clock = [&](const QString &name, const std::optional<Instant> &until) {
            if (until)
                field(name, text::dateTime(*until));
        };
        clock(Basis::tr("Clinical"), deadline.clinicalAt);
        clock(Basis::tr("Payer"), deadline.payerAt);
        clock(Basis::tr("Expires"), deadline.expiresAt);
        if (!deadline.basis.empty())
            field(Basis::tr("Because"), text::shownOnOneLine(deadline.basis));
        if (!deadline.clinicalAt && !deadline.payerAt && !deadline.expiresAt)
            add(Kind::Remark, Basis::tr("The agent names no deadline; the policy's own counts."));
    }

    void writeRelease()
    {
        const domain::Action &action = proposal_.action;
        heading(Basis::tr("When you sign"));
        field(Basis::tr("Effect"), orMissing(action.effect));
        const QString back = !action.reversible   ? Basis::tr("Not provided")
                             : *action.reversible ? Basis::tr("can be undone")
                                                  : Basis::tr("cannot be undone");
        field(Basis::tr("Undoing"), dotted({back, text::shownOnOneLine(action.rollback)}));
    }

    // Every check with its version and what it cannot know (clinical.md 9.3).
    void writeChecks()
    {
        heading(Basis::tr("What the automatic checks cannot do"));
        add(Kind::Sentence,
            Basis::tr("They compare words and forms. They cannot prove a sentence true, judge what matters, read "
                      "handwriting, or notice a page that left no trace. No finding means: no mismatches found by "
                      "automatic checks."));
        if (checks_.empty())
            add(Kind::Remark, Basis::tr("They have not run on this draft yet."));
        for (const desk::CheckView &check : checks_)
            field(dotted({text::shownOnOneLine(check.name), Basis::tr("version %1").arg(text::toQt(check.version))}),
                  text::shownOnOneLine(check.cannotKnow));
    }

    const domain::Item &item_;
    const domain::Proposal &proposal_;
    const std::vector<std::string> &rules_;
    const std::vector<desk::CheckView> &checks_;
    const desk::FindingsView *findings_;
    TextBlocks blocks_;
};

} // namespace

TextPage describeBasis(const desk::OpenItemView &open)
{
    return Writer(open).write();
}

} // namespace countersign::presenters
