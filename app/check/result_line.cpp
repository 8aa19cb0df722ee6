#include "app/check/result_line.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/policy/tiers.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/finding_codec.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <chrono>

namespace countersign::check
{
namespace
{

using domain::Finding;
using protocol::Json;

// Codes and counts; the findings' values are the patient's, and stay in the JSON form that was asked for.
std::string plainLine(const domain::Proposal &proposal, domain::Tier tier, const std::vector<Finding> &findings)
{
    std::string line = proposal.id.text() + " " + std::string(domain::name(tier));
    if (findings.empty())
        line += " no mismatches found by automatic checks";
    for (const Finding &finding : findings) {
        line += " " + std::string(domain::name(finding.severity)) + ":" + finding.code;
        line += finding.statementId.isEmpty() ? "" : "@" + finding.statementId.text();
    }
    return line;
}

} // namespace

Result<ResultLine, protocol::WireError> resultOf(const std::string &document, const Rules &rules,
                                                 const rulebook::ManyChecks &checks, std::optional<Instant> now,
                                                 Form form)
{
    const auto begin = std::chrono::steady_clock::now();
    auto decoded = protocol::decodeProposal(document);
    if (!decoded)
        return failure(decoded.error());
    const domain::Proposal &proposal = decoded->proposal;
    const auto findings = checks.findingsOf(proposal, now.value_or(proposal.proposedAt));
    const domain::Tier tier = policy::tierFor(rules.policy, proposal, findings).tier;
    ResultLine line{.text = {}, .hasStop = domain::countsOf(findings).stop > 0};
    if (form == Form::Plain) {
        line.text = plainLine(proposal, tier, findings);
        return line;
    }
    const std::string digest =
        crypto::digestText(asBytes(protocol::itemBytes(std::move(decoded->document), rules.reference, tier)));
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    line.text = protocol::compactText(Json::object({{"id", Json(proposal.id.text())},
                                                    {"itemDigest", Json(digest)},
                                                    {"tier", Json(domain::name(tier))},
                                                    {"findings", protocol::encodeFindings(findings)},
                                                    {"elapsedUs", Json(static_cast<std::int64_t>(elapsed))}}));
    return line;
}

} // namespace countersign::check
