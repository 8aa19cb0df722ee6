#include "core/base/unicode.hpp"
#include "core/domain/reason_codes.hpp"
#include "core/policy/gates.hpp"

#include <algorithm>
#include <variant>

namespace countersign::policy
{
namespace
{

using domain::Refusal;
using domain::RefusalCode;
using domain::Verdict;
using Answer = std::optional<Refusal>;

const domain::ReasonCode *findReason(const domain::Draft &draft, Verdict verdict, std::string_view code)
{
    for (const domain::ReasonCode &reason : domain::reasonsFor(draft, verdict)) {
        if (reason.code == code)
            return &reason;
    }
    return nullptr;
}

Answer refuseReasons(const Wording &wording, const domain::Draft &original)
{
    if (wording.reasons.empty())
        return domain::requiresReason(wording.verdict) ? Answer{{RefusalCode::ReasonRequired, {}}} : Answer{};
    if (wording.reasons.size() > domain::reasonCountMax)
        return Refusal{RefusalCode::TooManyReasons, std::to_string(wording.reasons.size())};
    for (const domain::Reason &reason : wording.reasons) {
        const domain::ReasonCode *known = findReason(original, wording.verdict, reason.code);
        if (!known && !domain::isReasonCode(reason.code))
            return Refusal{RefusalCode::UnknownReason, {}};
        if (known && known->needsComment && wording.comment.empty())
            return Refusal{RefusalCode::CommentRequired, reason.code};
    }
    return std::nullopt;
}

Answer refuseComment(const Wording &wording)
{
    if (codePointCount(wording.comment) > domain::commentLengthMax)
        return Refusal{RefusalCode::CommentTooLong, std::to_string(domain::commentLengthMax)};
    if (wording.verdict == Verdict::Respond && wording.comment.empty())
        return Refusal{RefusalCode::CommentRequired, {}};
    return std::nullopt;
}

Answer refuseEdit(const Wording &wording, const domain::Draft &original)
{
    if (wording.verdict != Verdict::ApproveEdited)
        return wording.edited ? Answer{{RefusalCode::VerdictNotOffered, {}}} : Answer{};
    if (std::holds_alternative<domain::ToolCallDraft>(original))
        return Refusal{RefusalCode::ToolCallNotEditable, {}};
    if (!wording.edited || wording.edited->index() != original.index() || *wording.edited == original)
        return Refusal{RefusalCode::NothingEdited, {}};
    for (const domain::Section &section : domain::sectionsOf(*wording.edited)) {
        for (const domain::Statement &statement : section.statements) {
            if (statement.text.find_first_not_of(" \t\n") == std::string::npos)
                return Refusal{RefusalCode::EmptyStatement, statement.id.text()};
        }
    }
    return std::nullopt;
}

} // namespace

Answer refuseWording(const Wording &wording, const domain::Draft &original)
{
    if (Answer reasons = refuseReasons(wording, original))
        return reasons;
    if (Answer comment = refuseComment(wording))
        return comment;
    return refuseEdit(wording, original);
}

} // namespace countersign::policy
