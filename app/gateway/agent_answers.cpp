#include "app/gateway/agent_answers.hpp"

#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"

#include <array>

namespace countersign::gateway
{
namespace
{

using authority::OutcomeReport;
using domain::name;
using protocol::Json;

Json policyJson(const domain::PolicyRef &policy)
{
    return Json::object({{"id", policy.id}, {"version", policy.version}, {"digest", policy.digest.text()}});
}

Json deadlinesJson(const domain::ItemSummary &row)
{
    Json deadlines = Json::object();
    if (row.dueAt)
        deadlines.set("dueAt", formatInstant(*row.dueAt));
    if (row.expiresAt)
        deadlines.set("expiresAt", formatInstant(*row.expiresAt));
    return deadlines;
}

Json reasonsJson(const std::vector<domain::Reason> &reasons)
{
    return Json::arrayOf(reasons, [](const domain::Reason &reason) {
        Json json = Json::object({{"code", reason.code}});
        if (!reason.statementId.isEmpty())
            json.set("statementId", reason.statementId.text());
        if (reason.harm != domain::Harm::Unstated)
            json.set("harm", name(reason.harm));
        return json;
    });
}

// An escalation or a roll-back is between people; the item's state says what the agent needs.
bool concernsAgents(domain::Verdict verdict)
{
    using domain::Verdict;
    return verdict == Verdict::Approve || verdict == Verdict::ApproveEdited || verdict == Verdict::Reject
           || verdict == Verdict::Return || verdict == Verdict::Respond || verdict == Verdict::DeclineCosign;
}

bool hasEnded(domain::ItemState state)
{
    using domain::ItemState;
    return state == ItemState::Completed || state == ItemState::Failed || state == ItemState::RolledBack;
}

HttpAnswer json(int status, const Json &body)
{
    return {.status = status, .body = protocol::compactText(body)};
}

constexpr std::array statuses{OutcomeReport::Status::Completed, OutcomeReport::Status::Failed,
                              OutcomeReport::Status::RolledBack};

struct ReportFields {
    std::string token, status, at, detail;
    domain::Digest effectDigest;
};

} // namespace

HttpAnswer answerOf(const ProposalTaken &taken)
{
    const domain::ItemSummary &row = taken.item.row;
    return json(taken.isRepeat ? 200 : 201, Json::object({{"itemId", row.id.text()},
                                                          {"revision", row.revision},
                                                          {"itemDigest", row.digest.text()},
                                                          {"tier", name(row.tier)},
                                                          {"policy", policyJson(taken.item.policy)},
                                                          {"state", name(row.state)}}));
}

HttpAnswer answerOf(const ItemReport &report)
{
    const domain::ItemSummary &row = report.item.row;
    Json body = Json::object({{"itemId", row.id.text()},
                              {"state", name(row.state)},
                              {"revision", row.revision},
                              {"tier", name(row.tier)},
                              {"deadlines", deadlinesJson(row)}});
    if (row.decision && concernsAgents(row.decision->verdict))
        body.set("decision", Json::object({{"decisionId", row.decision->decisionId.text()},
                                           {"verdict", verdictForAgents(row.decision->verdict)},
                                           {"reasons", reasonsJson(row.decision->reasons)},
                                           {"signedAt", row.decision->signedAt}}));
    if (!report.releaseToken.empty())
        body.set("release", Json::object({{"releaseToken", report.releaseToken}, {"isUsed", report.isReported}}));
    if (report.isReported && hasEnded(row.state))
        body.set("outcome", Json::object({{"status", name(row.state)}}));
    return json(200, body);
}

HttpAnswer answerOf(const FinalDecision &decision)
{
    const domain::DecisionStatement &statement = decision.statement;
    Json body = Json::object({{"state", name(decision.report.item.row.state)},
                              {"verdict", verdictForAgents(statement.verdict)},
                              {"reasons", reasonsJson(statement.reasons)},
                              {"comment", statement.comment},
                              {"decision", decision.decision},
                              {"receipt", decision.receipt}});
    if (statement.edited)
        body.set("edited", Json::object({{"draft", protocol::encodeDraft(statement.edited->draft)},
                                         {"draftDigest", statement.edited->draftDigest.text()}}));
    if (!decision.report.releaseToken.empty())
        body.set("releaseToken", decision.report.releaseToken);
    return json(200, body);
}

std::string_view verdictForAgents(domain::Verdict verdict)
{
    return name(verdict == domain::Verdict::DeclineCosign ? domain::Verdict::Return : verdict);
}

Result<OutcomeReport, protocol::WireError> readOutcomeReport(std::string_view body)
{
    const auto document = protocol::decodeStrict(body, protocol::limits::statement);
    if (!document)
        return failure(document.error());
    std::optional<protocol::WireError> broken;
    protocol::Reader reader(*document, broken);
    ReportFields fields;
    reader.required("releaseToken", fields.token, protocol::Length{1, 128});
    reader.required("status", fields.status, protocol::Length{1, 32});
    reader.required("at", fields.at, protocol::InstantText{});
    reader.optional("effectDigest", fields.effectDigest);
    reader.optional("detail", fields.detail, protocol::Length{0, 4000});
    if (broken)
        return failure(*broken);
    for (const OutcomeReport::Status status : statuses) {
        if (authority::name(status) == fields.status)
            return OutcomeReport{fields.token, status, fields.at, fields.effectDigest, fields.detail};
    }
    return failure(protocol::WireError{.rule = protocol::Rule::UnknownWord, .pointer = "/status"});
}

Result<std::string, protocol::WireError> readWithdrawal(std::string_view body)
{
    const auto document = protocol::decodeStrict(body, protocol::limits::statement);
    if (!document)
        return failure(document.error());
    std::optional<protocol::WireError> broken;
    std::string reason;
    protocol::Reader(*document, broken).required("reason", reason, protocol::Length{1, 1000});
    if (broken)
        return failure(*broken);
    return reason;
}

} // namespace countersign::gateway
