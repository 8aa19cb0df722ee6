// `agent add`, `agent renew`, `agent stop`: which agents may come, and by which token.
#include "app/gateway/carry_out.hpp"
#include "app/gateway/roll.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/base/encoding.hpp"

#include <algorithm>
#include <array>

namespace countersign::gateway
{
namespace
{

std::vector<domain::WorkflowId> separated(std::string_view text)
{
    std::vector<domain::WorkflowId> workflows;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        workflows.emplace_back(std::string(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return workflows;
}

std::string freshToken()
{
    std::array<std::uint8_t, 32> random{};
    SystemDice().fill(random);
    return base64urlEncode(random);
}

void tellToken(const Arguments &arguments, const std::string &token)
{
    tell(arguments, token, protocol::Json::object({{"agent", arguments.words()[0]}, {"token", token}}));
}

int addAgent(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--workflow"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    const auto workflow = data.and_then([&](const std::string &) { return demand(*arguments, "--workflow"); });
    if (!workflow)
        return workflow.error();
    if (arguments->words().size() != 1 || !isId(arguments->words()[0]))
        return say(WrongUse, "An agent has one id of letters, digits and . _ : - only.");
    const auto workflows = separated(*workflow);
    if (!std::all_of(workflows.begin(), workflows.end(), [](const auto &id) { return isId(id.text()); }))
        return say(WrongUse, "A workflow has an id of letters, digits and . _ : - only.");
    const std::string token = freshToken();
    const AddAgent change{{domain::AgentId(arguments->words()[0]), tokenHash(token), workflows}};
    const int code = carryOut(*data, change, {.whenRefused = "There is an agent of this id already."});
    if (code == Succeeded)
        tellToken(*arguments, token);
    return code;
}

// The token of before opens nothing any more. One that is stopped has a new one that nobody was told.
int replaceToken(Words words, bool isTold)
{
    const auto arguments = readArguments(words, {"--data"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    if (arguments->words().size() != 1)
        return say(WrongUse, "Name one agent.");
    const std::string token = freshToken();
    const int code = carryOut(*data, ReplaceToken{domain::AgentId(arguments->words()[0]), tokenHash(token)},
                              {.whenNothing = "There is no agent of this id."});
    if (code == Succeeded && isTold)
        tellToken(*arguments, token);
    else if (code == Succeeded && arguments->has("--json"))
        tell(*arguments, {}, protocol::Json::object({{"agent", arguments->words()[0]}, {"stopped", true}}));
    return code;
}

} // namespace

int agentCommand(Words words)
{
    if (!words.empty() && words[0] == "add")
        return addAgent(words.subspan(1));
    if (!words.empty() && (words[0] == "renew" || words[0] == "stop"))
        return replaceToken(words.subspan(1), words[0] == "renew");
    return say(WrongUse, "Say agent add ID --data DIR --workflow W[,W…], agent renew ID or agent stop ID.");
}

} // namespace countersign::gateway
