// `policy check [FILE]` and `policy apply [FILE]`: FILE, or the folder's policy.json.
#include "app/gateway/carry_out.hpp"
#include "app/gateway/data_directory.hpp"
#include "app/gateway/speech.hpp"
#include "core/rulebook/policy_codec.hpp"

namespace countersign::gateway
{
namespace
{

std::string refusalOf(const rulebook::PolicyError &error)
{
    const bool isUnsound = std::holds_alternative<rulebook::PolicyFault>(error);
    return (isUnsound ? "The policy is not sound: " : "The policy breaks the rule ") + rulebook::describe(error) + ".";
}

} // namespace

int policyCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    const auto &given = arguments->words();
    const bool isApply = !given.empty() && given[0] == "apply";
    if (given.empty() || given.size() > 2 || (!isApply && given[0] != "check"))
        return say(WrongUse, "Say policy check [FILE] --data DIR or policy apply [FILE] --data DIR.");
    const DataDirectory directory(*data);
    const auto text = readFile(given.size() == 2 ? std::filesystem::path(given[1]) : directory.policy());
    if (!text)
        return say(CouldNot, "The policy cannot be read.");
    const auto policy = rulebook::readPolicy(*text);
    if (!policy)
        return say(AnswerIsNo, refusalOf(policy.error()));
    if (isApply) {
        const ApplyPolicy change{{rulebook::policyRef(*policy).digest, rulebook::policyBytes(*policy)}};
        if (const int code = carryOut(*data, change, {}); code != Succeeded)
            return code;
    }
    const std::string digest = rulebook::policyRef(*policy).digest.text();
    tell(*arguments, policy->id + " " + policy->version + " " + digest,
         protocol::Json::object(
             {{"id", policy->id}, {"version", policy->version}, {"digest", digest}, {"applied", isApply}}));
    return Succeeded;
}

} // namespace countersign::gateway
