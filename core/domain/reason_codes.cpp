#include "core/domain/reason_codes.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace countersign::domain
{
namespace
{

// clinical.md 8.1. Harm 0 to 4 of section 8.6; where the page gives a range, its upper end.
constexpr std::array noteTable{
    ReasonCode{"N01", "Made up", Harm::Serious},
    ReasonCode{"N02", "Contradicts source", Harm::Serious},
    ReasonCode{"N03", "Negation flipped", Harm::Serious},
    ReasonCode{"N04", "Cause invented", Harm::Moderate},
    ReasonCode{"N05", "Wrong context mixed", Harm::Moderate},
    ReasonCode{"N06", "Left out", Harm::Moderate},
    ReasonCode{"N07", "Wrong patient", Harm::Critical},
    ReasonCode{"N08", "Wrong side or site", Harm::Critical},
    ReasonCode{"N09", "Wrong drug", Harm::Critical},
    ReasonCode{"N10", "Wrong dose, unit, route or frequency", Harm::Critical},
    ReasonCode{"N11", "Allergy or interaction missed", Harm::Critical},
    ReasonCode{"N12", "Out of date", Harm::Moderate},
    ReasonCode{"N13", "Copied forward", Harm::Moderate},
    ReasonCode{"N14", "Wrong date or time", Harm::Moderate},
    ReasonCode{"N15", "Wrong speaker or author", Harm::Moderate},
    ReasonCode{"N16", "Exam or finding not done", Harm::Serious},
    ReasonCode{"N17", "Plan not mine", Harm::Serious},
    ReasonCode{"N18", "Urgency wrong", Harm::Critical},
    ReasonCode{"N19", "Coding or level wrong", Harm::Low},
    ReasonCode{"N20", "Tone or wording", Harm::Low},
    ReasonCode{"N21", "Structure or format", Harm::None},
    ReasonCode{"N22", "Privacy", Harm::Serious},
    ReasonCode{"N23", "Bad source", Harm::Moderate},
    ReasonCode{"N24", "Injected instruction", Harm::Serious},
    ReasonCode{"N25", "Duplicate task", Harm::None},
    ReasonCode{"N26", "Not needed or not clinically appropriate", Harm::Low},
    ReasonCode{"N27", "Outside my scope", Harm::None},
    ReasonCode{"N99", "Other", Harm::Unstated, true},
};

// clinical.md 8.2 gives no harm: where a code has a brother in 8.1 it takes its harm, what only delays or costs is low.
constexpr std::array priorAuthTable{
    ReasonCode{"P01", "Missing document", Harm::Low},
    ReasonCode{"P02", "Medical necessity not shown", Harm::Moderate},
    ReasonCode{"P03", "Criteria misread or wrong policy", Harm::Moderate},
    ReasonCode{"P04", "Wrong service code", Harm::Moderate},
    ReasonCode{"P05", "Wrong or unsupported diagnosis", Harm::Serious},
    ReasonCode{"P06", "Wrong modifier, side, place or units", Harm::Serious},
    ReasonCode{"P07", "Duplicate or active authorization exists", Harm::Low},
    ReasonCode{"P08", "Authorization not required", Harm::None},
    ReasonCode{"P09", "Wrong member or coverage", Harm::Low},
    ReasonCode{"P10", "Wrong provider, network or NPI", Harm::Low},
    ReasonCode{"P11", "Dates wrong", Harm::Moderate},
    ReasonCode{"P12", "Urgency not justified, or should be urgent", Harm::Serious},
    ReasonCode{"P13", "Attestation answered by the agent", Harm::Serious},
    ReasonCode{"P14", "Unsupported claim in the letter", Harm::Serious},
    ReasonCode{"P15", "Prior treatment misreported", Harm::Serious},
    ReasonCode{"P16", "Too much patient information", Harm::Serious},
    ReasonCode{"P17", "Signature or order missing or invalid", Harm::Low},
    ReasonCode{"P18", "Stale evidence", Harm::Moderate},
    ReasonCode{"P19", "Wrong patient's document", Harm::Critical},
    ReasonCode{"P20", "Withdraw: plan of care changed", Harm::None},
    ReasonCode{"P99", "Other", Harm::Unstated, true},
};

// clinical.md 8.5. Handing on says nothing of harm.
constexpr std::array escalationTable{
    ReasonCode{"E1", "Needs a specialist"},
    ReasonCode{"E2", "Needs a pharmacist"},
    ReasonCode{"E3", "Needs compliance or privacy"},
    ReasonCode{"E4", "Sources conflict and I cannot resolve it"},
    ReasonCode{"E5", "Suspected wrong patient"},
    ReasonCode{"E6", "Suspected injection or tampering"},
    ReasonCode{"E7", "Time-critical: act outside the console"},
    ReasonCode{"E8", "Possible AI safety event"},
    ReasonCode{"E9", "Not authorized"},
    ReasonCode{"E10", "Second opinion"},
};

bool holds(std::span<const ReasonCode> table, std::string_view code)
{
    return std::any_of(table.begin(), table.end(), [&](const ReasonCode &row) { return row.code == code; });
}

} // namespace

std::span<const ReasonCode> noteReasons()
{
    return noteTable;
}

std::span<const ReasonCode> priorAuthReasons()
{
    return priorAuthTable;
}

std::span<const ReasonCode> escalationReasons()
{
    return escalationTable;
}

std::span<const ReasonCode> reasonsFor(const Draft &draft, Verdict verdict)
{
    if (verdict == Verdict::Escalate)
        return escalationTable;
    if (std::holds_alternative<PriorAuthDraft>(draft))
        return priorAuthTable;
    return noteTable;
}

std::optional<Pool> poolFor(std::string_view code)
{
    // In the order of the table.
    constexpr std::array pools{Pool::Specialist, Pool::Pharmacist, Pool::Privacy,           Pool::Supervisor,
                               Pool::Identity,   Pool::Security,   Pool::OutsideTheConsole, Pool::Safety,
                               Pool::Supervisor, Pool::Colleague};
    static_assert(pools.size() == escalationTable.size());
    const auto row = std::ranges::find(escalationTable, code, &ReasonCode::code);
    if (row == escalationTable.end())
        return std::nullopt;
    return pools.at(static_cast<std::size_t>(row - escalationTable.begin()));
}

bool isReasonCode(std::string_view code)
{
    return holds(noteTable, code) || holds(priorAuthTable, code) || holds(escalationTable, code);
}

bool requiresReason(Verdict verdict)
{
    return verdict == Verdict::Reject || verdict == Verdict::Return || verdict == Verdict::Escalate
           || verdict == Verdict::RollBack;
}

} // namespace countersign::domain
