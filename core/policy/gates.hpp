// Who may give which verdict, now, and by which rule. The console asks early and politely, the gateway finally; both
// ask here. Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/item.hpp"
#include "core/domain/refusal.hpp"
#include "core/domain/reviewer.hpp"
#include "core/policy/policy_document.hpp"

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace countersign::policy
{

// Releases an action or adds to its release.
[[nodiscard]] bool isApproving(domain::Verdict verdict);

// What the question is about. The console has no proposal at hand before it opened the item: then what depends on
// the proposal alone (controlled substances, tool calls) is not refused yet.
struct Matter {
    const domain::ItemSummary &item;
    const domain::Proposal *proposal = nullptr;
    const domain::Draft *edited = nullptr; // the draft as it shall be, where the verdict brings one
};

// Whether this person may give this verdict on this item now. Nothing: yes.
[[nodiscard]] std::optional<domain::Refusal> refuse(const PolicyDocument &policy, const domain::Reviewer &reviewer,
                                                    domain::Verdict verdict, const Matter &matter, Instant now);

// What the reviewer was shown of findings, and said to them.
struct Examined {
    std::span<const domain::Finding> findings;                                     // of the draft that would be signed
    const std::map<domain::FindingId, domain::FindingView> *resolutions = nullptr; // by finding; null: none
    std::size_t unseen = 0; // statements that must be seen and were not (must_see.hpp)
};
// Whether the reviewer may set a finding aside with a reason and sign all the same.
[[nodiscard]] bool maySetAside(const domain::Finding &finding);
// Whether it no longer stands in the way: answered in a way that it can be answered in.
[[nodiscard]] bool isResolved(const domain::Finding &finding, const Examined &examined);
// What reviewing must still clear before this verdict is signed: finding.schema.json, "stop"; R-605. Empty: nothing.
[[nodiscard]] std::vector<domain::Refusal> needs(domain::Verdict verdict, const Examined &examined);

// What a person wrote with a verdict.
struct Wording {
    domain::Verdict verdict = domain::Verdict::Approve;
    std::span<const domain::Reason> reasons;
    std::string_view comment;
    const domain::Draft *edited = nullptr;
};
// Whether the reasons, the comment and the edited draft are what that verdict needs. Nothing: they are.
[[nodiscard]] std::optional<domain::Refusal> refuseWording(const Wording &wording, const domain::Draft &original);

} // namespace countersign::policy
