#include "app/gateway/problem.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/json.hpp"

namespace countersign::gateway
{
namespace
{

std::string_view titleOf(int status)
{
    switch (status) {
    case 400:
        return "Bad request";
    case 401:
        return "Not authenticated";
    case 403:
        return "Not permitted";
    case 404:
        return "Not found";
    case 405:
        return "Method not allowed";
    case 409:
        return "Conflict";
    case 413:
        return "Too large";
    case 416:
        return "Range not satisfiable";
    case 422:
        return "A rule is broken";
    default:
        return "Not available";
    }
}

} // namespace

HttpAnswer problem(int status, std::string_view rule, std::string_view detail, std::string_view pointer)
{
    auto body = protocol::Json::object({{"type", "urn:countersign:problem:" + std::string(rule)},
                                        {"title", titleOf(status)},
                                        {"status", status},
                                        {"detail", detail},
                                        {"rule", rule}});
    if (!pointer.empty())
        body.set("pointer", pointer);
    return {.status = status, .contentType = "application/problem+json", .body = protocol::compactText(body)};
}

HttpAnswer problemOf(const protocol::WireError &error)
{
    const bool isTooLarge = error.rule == protocol::Rule::DocumentTooLarge;
    return problem(isTooLarge ? 413 : 422, protocol::ruleText(error.rule),
                   "The document breaks a rule of the contract.", error.pointer);
}

HttpAnswer problemOf(const authority::IntakeRefusal &refusal)
{
    return problem(authority::httpStatus(refusal.rule), authority::ruleText(refusal.rule),
                   "The proposal is not accepted.", refusal.pointer);
}

HttpAnswer problemOf(authority::AgentRule rule)
{
    return problem(authority::httpStatus(rule), authority::ruleText(rule), "The item does not allow this now.");
}

HttpAnswer unavailable()
{
    HttpAnswer answer = problem(503, "unavailable", "The gateway cannot do this now; try again later.");
    answer.headers.emplace_back("Retry-After", "1");
    return answer;
}

} // namespace countersign::gateway
