#include "app/check/result_line.hpp"

#include "core/checks/registry.hpp"
#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/policy/tiers.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <algorithm>
#include <chrono>

namespace countersign::check
{
namespace
{

using domain::Finding;
using protocol::Json;

Json pairOf(const std::array<std::int64_t, 2> &span)
{
    return Json::array({Json(span[0]), Json(span[1])});
}

// finding.schema.json, member by member.
Json jsonOf(const Finding &finding)
{
    Json json = Json::object({{"findingId", Json(finding.id.text())},
                              {"code", Json(finding.code)},
                              {"severity", Json(domain::name(finding.severity))},
                              {"check", Json(finding.check)},
                              {"checkVersion", Json(finding.checkVersion)},
                              {"message", Json(finding.message)}});
    if (!finding.statementId.isEmpty())
        json.set("statementId", Json(finding.statementId.text()));
    if (finding.span)
        json.set("span", pairOf(*finding.span));
    if (!finding.sourceId.isEmpty())
        json.set("sourceId", Json(finding.sourceId.text()));
    if (finding.sourceSpan)
        json.set("sourceSpan", pairOf(*finding.sourceSpan));
    json.setIfAny("page", finding.page);
    Json values = Json::object();
    for (const auto &[name, value] : finding.values)
        values.set(name, Json(value));
    json.set("values", std::move(values));
    json.set("resolvableBy", Json::arrayOf(finding.resolvableBy, [](auto way) { return Json(domain::name(way)); }));
    return json;
}

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

ResultLine resultOf(const std::string &document, const Policy &policy, std::optional<Instant> now, Form form)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto decoded = protocol::decodeProposal(document);
    if (!decoded)
        return {};
    const domain::Proposal &proposal = decoded->proposal;
    const domain::Tier tier = policy::tierFor(policy::startingPolicy(), proposal).tier;
    const auto findings =
        checks::runChecks(proposal, policy.forWorkflow(proposal.workflow), now.value_or(proposal.proposedAt));
    ResultLine line{.text = {}, .isDecoded = true, .hasStop = std::ranges::any_of(findings, [](const Finding &finding) {
                                                       return finding.severity == domain::Severity::Stop;
                                                   })};
    if (form == Form::Plain) {
        line.text = plainLine(proposal, tier, findings);
        return line;
    }
    const std::string digest =
        crypto::digestText(asBytes(protocol::itemBytes(decoded->document, policy.reference, tier)));
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    const auto written = protocol::canonical(Json::object({{"id", Json(proposal.id.text())},
                                                           {"itemDigest", Json(digest)},
                                                           {"tier", Json(domain::name(tier))},
                                                           {"findings", Json::arrayOf(findings, jsonOf)},
                                                           {"elapsedUs", Json(static_cast<std::int64_t>(elapsed))}}));
    line.text = written.value_or(std::string());
    return line;
}

} // namespace countersign::check
