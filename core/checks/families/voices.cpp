#include "core/checks/check.hpp"

// What agents said themselves: their doubts, and what a checking agent said of the drafting one.
namespace countersign::checks
{
namespace
{

using domain::Severity;

std::size_t indexOf(const Context &context, const domain::StatementId &id)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        if (context.statements[i].statement->id == id)
            return i;
    return nowhere;
}

Severity severityOf(domain::PeerFinding::Severity stated)
{
    return stated == domain::PeerFinding::Severity::Info ? Severity::Info : Severity::Warning;
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (const domain::Uncertainty &doubt : context.proposal.uncertainty) {
        Report report{.code = "agent-uncertain",
                      .severity = Severity::Info,
                      .values = {{"text", doubt.text}},
                      .message = "The agent says that it is not sure."};
        if (doubt.statementIds.empty())
            reports.push_back(report);
        for (const domain::StatementId &id : doubt.statementIds) {
            report.statement = indexOf(context, id);
            reports.push_back(report);
        }
    }
    for (const domain::PeerFinding &finding : context.proposal.peerFindings)
        reports.push_back({.code = "peer-finding",
                           .severity = severityOf(finding.severity),
                           .statement = indexOf(context, finding.statementId),
                           .values = {{"by", finding.by.text()}, {"text", finding.text}},
                           .message = "Another agent remarked on this."});
}

} // namespace

const Check &voiceCheck()
{
    static constexpr Check check{"voices",
                                 "1",
                                 "What the agents themselves said of the draft.",
                                 "Whether they are right.",
                                 "Repeats what was said, with its author.",
                                 run};
    return check;
}

} // namespace countersign::checks
