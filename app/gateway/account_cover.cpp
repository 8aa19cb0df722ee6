// `user cover`, `user uncover`: who signs for whom while they are away.
#include "app/gateway/carry_out.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"

namespace countersign::gateway
{
namespace
{

// An instant, or a day, which counts to its end in UTC.
std::optional<Instant> readEnd(const std::string &text)
{
    constexpr std::size_t dayLength = 10; // 2026-12-24
    return text.size() == dayLength ? parseInstant(text + "T23:59:59Z") : parseInstant(text);
}

struct Pair {
    domain::ReviewerId signer, absent;
};

Result<Pair, int> readPair(const Arguments &arguments)
{
    const auto absent = demand(arguments, "--for");
    if (!absent)
        return failure(absent.error());
    if (arguments.words().size() != 1 || !isId(arguments.words()[0]) || !isId(*absent))
        return failure(say(WrongUse, "Name one user, and with --for the one who is away."));
    if (arguments.words()[0] == *absent)
        return failure(say(WrongUse, "Nobody signs on behalf of themselves."));
    return Pair{domain::ReviewerId(arguments.words()[0]), domain::ReviewerId(*absent)};
}

void tellOf(const Arguments &arguments, const Pair &pair, bool covers)
{
    if (arguments.has("--json"))
        tell(arguments, {},
             protocol::Json::object({{"user", pair.signer.text()}, {"for", pair.absent.text()}, {"covers", covers}}));
}

} // namespace

int coverCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--for", "--until"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    const auto untilText = data.and_then([&](const std::string &) { return demand(*arguments, "--until"); });
    if (!untilText)
        return untilText.error();
    const auto pair = readPair(*arguments);
    if (!pair)
        return pair.error();
    const Instant now = std::chrono::floor<std::chrono::seconds>(SystemClock().now()); // as signatures tell time
    const auto until = readEnd(*untilText);
    if (!until || *until <= now)
        return say(WrongUse, "--until is a day or an instant to come: 2026-12-24, 2026-12-24T18:00:00Z.");
    const AddCover change{pair->signer, {.absent = pair->absent, .name = {}, .since = now, .until = *until}};
    const int code = carryOut(*data, change, {.whenRefused = "One of the two is no user of this gateway."});
    if (code == Succeeded)
        tellOf(*arguments, *pair, true);
    return code;
}

int uncoverCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data", "--for"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    const auto pair = readPair(*arguments);
    if (!pair)
        return pair.error();
    const int code = carryOut(*data, EndCovers{pair->signer, pair->absent},
                              {.whenNothing = "That user signs for nobody of this id."});
    if (code == Succeeded)
        tellOf(*arguments, *pair, false);
    return code;
}

} // namespace countersign::gateway
