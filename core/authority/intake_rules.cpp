#include "core/authority/intake.hpp"

#include <algorithm>
#include <array>

namespace countersign::authority
{
namespace
{

struct Row {
    IntakeRule rule;
    int status;
    std::string_view text;
};

constexpr std::array rows{
    Row{IntakeRule::OtherAgent, 403, "other-agent"},
    Row{IntakeRule::OutsideScope, 403, "outside-scope"},
    Row{IntakeRule::FunctionClass, 403, "function-class"},
    Row{IntakeRule::OtherBytes, 409, "same-id-other-bytes"},
    Row{IntakeRule::RejectedBefore, 409, "rejected-before"},
    Row{IntakeRule::SupersedesEnded, 409, "supersedes-ended"},
    Row{IntakeRule::UnknownWorkflow, 422, "unknown-workflow"},
    Row{IntakeRule::UnknownAction, 422, "unknown-action"},
    Row{IntakeRule::BlobMissing, 422, "blob-missing"},
    Row{IntakeRule::SupersedesUnknown, 422, "supersedes-unknown"},
    Row{IntakeRule::SupersedesOtherPatient, 422, "supersedes-other-patient"},
    Row{IntakeRule::ChangeNoteMissing, 422, "change-note-missing"},
};

const Row &rowOf(IntakeRule rule)
{
    return *std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.rule == rule; });
}

} // namespace

std::string_view ruleText(IntakeRule rule)
{
    return rowOf(rule).text;
}

int httpStatus(IntakeRule rule)
{
    return rowOf(rule).status;
}

} // namespace countersign::authority
