#include "core/domain/reason_codes.hpp"
#include "core/policy/gates.hpp"

#include <doctest/doctest.h>

namespace countersign::policy
{
namespace
{

using domain::Draft;
using domain::RefusalCode;
using domain::Verdict;

Draft note(const std::string &text)
{
    domain::NoteDraft draft;
    draft.sections.push_back({domain::SectionId("s"), "Plan", {}, {}});
    draft.sections[0].statements.emplace_back();
    draft.sections[0].statements[0].id = domain::StatementId("st1");
    draft.sections[0].statements[0].text = text;
    return draft;
}

std::optional<RefusalCode> codeFor(Verdict verdict, const std::vector<domain::Reason> &reasons,
                                   std::string_view comment = {}, const Draft *edited = nullptr,
                                   const Draft &original = note("Rest."))
{
    const auto refusal = refuseWording({verdict, reasons, comment, edited}, original);
    return refusal ? std::optional(refusal->code) : std::nullopt;
}

const domain::Reason madeUp{"N01", {}, domain::Harm::Unstated};

TEST_CASE("reasons: as many as the verdict needs, and known ones")
{
    CHECK(!codeFor(Verdict::Approve, {}));
    for (const Verdict verdict : {Verdict::Reject, Verdict::Return, Verdict::Escalate, Verdict::RollBack})
        CHECK(codeFor(verdict, {}) == RefusalCode::ReasonRequired);
    CHECK(!codeFor(Verdict::Reject, {madeUp}));
    CHECK(!codeFor(Verdict::Reject, {madeUp, madeUp, madeUp}));
    CHECK(codeFor(Verdict::Reject, {madeUp, madeUp, madeUp, madeUp}) == RefusalCode::TooManyReasons);
    CHECK(codeFor(Verdict::Reject, {{"no such code", {}, domain::Harm::Unstated}}) == RefusalCode::UnknownReason);
}

TEST_CASE("a code that says nothing by itself needs a comment")
{
    bool isTried = false;
    for (const domain::ReasonCode &reason : domain::noteReasons()) {
        if (!reason.needsComment)
            continue;
        isTried = true;
        const std::vector<domain::Reason> reasons{{std::string(reason.code), {}, domain::Harm::Unstated}};
        CHECK(codeFor(Verdict::Reject, reasons) == RefusalCode::CommentRequired);
        CHECK(!codeFor(Verdict::Reject, reasons, "It is so."));
    }
    CHECK(isTried);
}

TEST_CASE("comments: an answer has one, and none is endless; code points count")
{
    CHECK(codeFor(Verdict::Respond, {}) == RefusalCode::CommentRequired);
    CHECK(!codeFor(Verdict::Respond, {}, "Yes."));
    std::string longest;
    for (std::size_t i = 0; i < domain::commentLengthMax; ++i)
        longest += "ä";
    CHECK(!codeFor(Verdict::Approve, {}, longest));
    CHECK(codeFor(Verdict::Approve, {}, longest + "ä") == RefusalCode::CommentTooLong);
}

TEST_CASE("an edited draft is another one of the same kind, without an empty statement")
{
    const Draft changed = note("Rest and fluids.");
    const Draft same = note("Rest.");
    const Draft blank = note(" \n\t");
    const Draft otherKind = domain::PriorAuthDraft{};
    const Draft call = domain::ToolCallDraft{"order", "{}", {}, {}};
    CHECK(!codeFor(Verdict::ApproveEdited, {}, {}, &changed));
    CHECK(codeFor(Verdict::ApproveEdited, {}, {}, nullptr) == RefusalCode::NothingEdited);
    CHECK(codeFor(Verdict::ApproveEdited, {}, {}, &same) == RefusalCode::NothingEdited);
    CHECK(codeFor(Verdict::ApproveEdited, {}, {}, &otherKind) == RefusalCode::NothingEdited);
    CHECK(codeFor(Verdict::ApproveEdited, {}, {}, &blank) == RefusalCode::EmptyStatement);
    CHECK(codeFor(Verdict::ApproveEdited, {}, {}, &call, call) == RefusalCode::ToolCallNotEditable);
    CHECK(codeFor(Verdict::Approve, {}, {}, &changed) == RefusalCode::VerdictNotOffered);
}

} // namespace
} // namespace countersign::policy
