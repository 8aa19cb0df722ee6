#include "core/domain/reason_codes.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace countersign::domain;

TEST_CASE("codes are unique, have words, and each is known")
{
    std::set<std::string_view> codes;
    for (const auto table : {noteReasons(), priorAuthReasons(), escalationReasons()})
        for (const ReasonCode &row : table) {
            CAPTURE(row.code);
            CHECK(codes.insert(row.code).second);
            CHECK_FALSE(row.chip.empty());
            CHECK(isReasonCode(row.code));
        }
    CHECK(noteReasons().size() == 28);
    CHECK(priorAuthReasons().size() == 21);
    CHECK(escalationReasons().size() == 10);
    for (const char *unknown : {"", "N28", "n01", "P00", "E11", "N1"})
        CHECK_FALSE(isReasonCode(unknown));
}

TEST_CASE("only 'other' needs a comment, and what could kill is critical")
{
    for (const auto table : {noteReasons(), priorAuthReasons(), escalationReasons()})
        for (const ReasonCode &row : table)
            CHECK(row.needsComment == row.code.ends_with("99"));
    std::string critical;
    for (const ReasonCode &row : noteReasons())
        if (row.usualHarm == Harm::Critical)
            critical += std::string{row.code} + " ";
    CHECK(critical == "N07 N08 N09 N10 N11 N18 ");
}

TEST_CASE("the table fits the draft and the verdict")
{
    struct Row {
        Draft draft;
        Verdict verdict;
        std::string_view first;
    };
    const Row rows[] = {
        {NoteDraft{}, Verdict::Reject, "N01"},       {NoteDraft{}, Verdict::Return, "N01"},
        {NoteDraft{}, Verdict::Escalate, "E1"},      {PriorAuthDraft{}, Verdict::Reject, "P01"},
        {PriorAuthDraft{}, Verdict::Escalate, "E1"}, {ToolCallDraft{}, Verdict::Reject, "N01"},
    };
    for (const Row &row : rows)
        CHECK(reasonsFor(row.draft, row.verdict).front().code == row.first);
}

TEST_CASE("which verdicts owe a reason")
{
    std::string owing;
    for (int i = 0; i <= static_cast<int>(Verdict::Seal); ++i)
        if (requiresReason(static_cast<Verdict>(i)))
            owing += std::to_string(i) + " ";
    CHECK(owing == "2 3 5 9 "); // reject, return, escalate, roll-back
}
