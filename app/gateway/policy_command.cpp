// `policy check [FILE]` and `policy apply [FILE]`: FILE, or the folder's policy.json.
#include "app/gateway/commands.hpp"
#include "app/gateway/opening.hpp"
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

int apply(const DataDirectory &directory, const policy::PolicyDocument &policy)
{
    auto store = openStore(directory, store::OpenMode::MustExist);
    if (!store)
        return say(CouldNot, sentenceOf(store.error()));
    const auto applied = store->begin().and_then([&](store::Transaction transaction) {
        return store->applyPolicy({rulebook::policyRef(policy).digest, rulebook::policyBytes(policy)})
            .and_then([&](Done) { return transaction.commit(); });
    });
    const auto closed = applied.and_then([&](Done) { return store->close(); });
    return closed ? int{Succeeded} : say(CouldNot, sentenceOf(closed.error()));
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
        if (const int code = apply(directory, *policy); code != Succeeded)
            return code;
    }
    const std::string digest = rulebook::policyRef(*policy).digest.text();
    tell(*arguments, policy->id + " " + policy->version + " " + digest,
         protocol::Json::object(
             {{"id", policy->id}, {"version", policy->version}, {"digest", digest}, {"applied", isApply}}));
    return Succeeded;
}

} // namespace countersign::gateway
