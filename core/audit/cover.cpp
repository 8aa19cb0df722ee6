#include "core/audit/cover.hpp"

#include <algorithm>

namespace countersign::audit
{

bool isCovered(const domain::DecisionStatement &statement, std::span<const domain::Cover> covers)
{
    const domain::Signer &signer = statement.signer;
    if (signer.onBehalfOf.empty())
        return signer.onBehalfOfName.empty();
    const auto at = parseInstant(statement.signedAt);
    return at && statement.verdict != domain::Verdict::Seal && std::ranges::any_of(covers, [&](const auto &cover) {
               return cover.absent.text() == signer.onBehalfOf && cover.name == signer.onBehalfOfName
                      && cover.counts(*at);
           });
}

} // namespace countersign::audit
