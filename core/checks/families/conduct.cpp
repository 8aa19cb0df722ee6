#include "core/checks/check.hpp"

#include <algorithm>

// What the agent says that it did.
namespace countersign::checks
{
namespace
{

using domain::Severity;
using domain::TraceStep;

void run(const Context &context, std::vector<Report> &reports)
{
    std::int64_t expected = context.proposal.trace.empty() ? 0 : context.proposal.trace.front().seq;
    for (const TraceStep &step : context.proposal.trace) {
        const std::string seq = std::to_string(step.seq);
        if (step.kind == TraceStep::Kind::Write && step.status == TraceStep::Status::Ok)
            reports.push_back({.code = "effect-before-approval",
                               .severity = Severity::Stop,
                               .values = {{"step", seq}, {"tool", step.tool}},
                               .message = "The agent has written somewhere before anybody approved."});
        if (step.kind == TraceStep::Kind::External && step.phi == TraceStep::PhiShare::Full)
            reports.push_back({.code = "phi-exposure",
                               .values = {{"step", seq}, {"tool", step.tool}},
                               .message = "A step sent identifiable data out in full."});
        if (step.seq != expected)
            reports.push_back({.code = "trace-gap",
                               .values = {{"step", seq}, {"expected", std::to_string(expected)}},
                               .message = "Steps are missing from the agent's trace, or out of order."});
        expected = step.seq + 1;
        const bool readsStranger = std::ranges::any_of(
            step.sourceIds, [&](const domain::SourceId &id) { return !domain::findSource(context.proposal, id); });
        if (readsStranger)
            reports.push_back({.code = "trace-gap",
                               .severity = Severity::Info,
                               .values = {{"step", seq}},
                               .message = "A step names a source that was not given."});
    }
    using Samd = domain::Risk::Samd;
    const int declared = static_cast<int>(context.proposal.risk.samd);
    if (context.policy.functionClass && declared > *context.policy.functionClass)
        reports.push_back({.code = "scope-drift",
                           .values = {{"declared", declared == static_cast<int>(Samd::Device) ? "device" : "other"}},
                           .message = "The agent declares a function beyond what the workflow allows."});
}

} // namespace

const Check &conductCheck()
{
    static constexpr Check check{
        "conduct",
        "1",
        "Writes before approval, identifiable data sent out, gaps in the trace, and a declared function "
        "beyond the workflow's.",
        "What the agent did and did not write down.",
        "Reads the agent's own log; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
