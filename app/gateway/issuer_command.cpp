// `issuer set|map|show|clear`: who signs this organisation's people in by browser, and which of its subjects is which
// account. Takes force when the server starts next. No secret is kept: consoles are public clients (RFC 8252).
#include "app/gateway/commands.hpp"
#include "app/gateway/data_directory.hpp"
#include "app/gateway/issuer_source.hpp"
#include "app/gateway/oidc/settings.hpp"
#include "app/gateway/speech.hpp"

#include <charconv>

namespace countersign::gateway
{
namespace
{

using oidc::Settings;
using protocol::Json;

constexpr const char *use =
    "Say issuer set --data DIR --issuer URL --client-id ID, issuer map SUBJECT USER, issuer show "
    "or issuer clear.";

std::vector<std::string> list(const std::optional<std::string> &text)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (text && begin <= text->size()) {
        const std::size_t end = std::min(text->find(',', begin), text->size());
        if (end > begin)
            parts.push_back(text->substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::optional<std::vector<std::int64_t>> portsOf(const std::optional<std::string> &text)
{
    std::vector<std::int64_t> ports;
    for (const std::string &part : list(text)) {
        std::int64_t port = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), port);
        if (error != std::errc() || end != part.data() + part.size())
            return std::nullopt;
        ports.push_back(port);
    }
    return ports;
}

const char *sentence(oidc::SettingsFault fault)
{
    switch (fault) {
    case oidc::SettingsFault::NotEncrypted:
        return "The issuer's addresses have to be https, or http on loopback.";
    case oidc::SettingsFault::WrongPort:
        return "A port of the redirect is not between 1024 and 65535, or there are too many.";
    case oidc::SettingsFault::SharedAccount:
        return "Each subject is one account, and no account is two subjects.";
    case oidc::SettingsFault::Broken:
        break;
    }
    return "The settings of the issuer are not whole.";
}

int keep(const DataDirectory &directory, const Settings &settings)
{
    const std::string text = settingsText(settings);
    if (const auto read = oidc::readSettings(text); !read)
        return say(AnswerIsNo, sentence(read.error()));
    return writeFile(directory.issuer(), asBytes(text)) ? int{Succeeded}
                                                        : say(CouldNot, "The folder cannot be written.");
}

Result<Settings, int> kept(const DataDirectory &directory)
{
    const auto text = readFile(directory.issuer());
    if (!text)
        return failure(say(AnswerIsNo, "No issuer is set."));
    const auto settings = oidc::readSettings(*text);
    return settings ? Result<Settings, int>(*settings) : failure(say(CouldNot, sentence(settings.error())));
}

int set(const Arguments &arguments, const DataDirectory &directory)
{
    const auto issuer = demand(arguments, "--issuer");
    const auto client = issuer.and_then([&](const std::string &) { return demand(arguments, "--client-id"); });
    if (!client)
        return client.error();
    const auto stepUp = oidc::stepUpNamed(arguments.value("--step-up").value_or("first"));
    const auto ports = portsOf(arguments.value("--ports"));
    if (!stepUp || !ports)
        return say(WrongUse, "--step-up is never, first or each; --ports are numbers with commas.");
    Settings settings;
    settings.issuer = *issuer;
    settings.clientId = *client;
    if (const auto before = readFile(directory.issuer())) // whoever is mapped stays so, at the same issuer
        if (const auto known = oidc::readSettings(*before); known && known->issuer == *issuer)
            settings.people = known->people;
    settings.scope = arguments.value("--scope").value_or("openid");
    settings.acr = list(arguments.value("--acr"));
    settings.stepUp = *stepUp;
    settings.needsSecondFactor = arguments.has("--second-factor");
    settings.ports = *ports;
    settings.caFile = arguments.value("--issuer-ca").value_or("");
    if (!oidc::isSafeUrl(settings.issuer))
        return say(WrongUse, sentence(oidc::SettingsFault::NotEncrypted));
    const bool hasSlash = settings.issuer.ends_with('/');
    const auto document =
        fetchDocument(settings.issuer + (hasSlash ? "" : "/") + ".well-known/openid-configuration", settings.caFile);
    if (!document || !oidc::takeDiscovery(settings, *document))
        return say(CouldNot, "The issuer does not answer with a discovery document of its own.");
    if (const int code = keep(directory, settings); code != Succeeded)
        return code;
    tell(arguments, "set; it is in force when the server starts next", Json::object({{"issuer", settings.issuer}}));
    return Succeeded;
}

int map(const Arguments &arguments, const DataDirectory &directory)
{
    if (arguments.words().size() != 3)
        return say(WrongUse, "Name a subject of the issuer and a user.");
    auto settings = kept(directory);
    if (!settings)
        return settings.error();
    settings->people[arguments.words()[1]] = domain::ReviewerId(arguments.words()[2]);
    if (const int code = keep(directory, *settings); code != Succeeded)
        return code;
    tell(arguments, "mapped", Json::object({{"subject", arguments.words()[1]}, {"user", arguments.words()[2]}}));
    return Succeeded;
}

int clear(const Arguments &arguments, const DataDirectory &directory)
{
    std::error_code error;
    if (!std::filesystem::remove(directory.issuer(), error))
        return say(AnswerIsNo, "No issuer is set.");
    tell(arguments, "cleared", Json::object({{"issuer", ""}}));
    return Succeeded;
}

int show(const Arguments &arguments, const DataDirectory &directory)
{
    const auto settings = kept(directory);
    if (!settings)
        return settings.error();
    tell(arguments,
         settings->issuer + " as " + settings->clientId + ", step-up " + nameOf(settings->stepUp) + ", "
             + std::to_string(settings->people.size()) + " people",
         Json::object({{"issuer", settings->issuer},
                       {"clientId", settings->clientId},
                       {"stepUp", nameOf(settings->stepUp)},
                       {"people", static_cast<std::int64_t>(settings->people.size())}}));
    return Succeeded;
}

} // namespace

int issuerCommand(Words words)
{
    const auto arguments = readArguments(
        words, {"--data", "--issuer", "--client-id", "--step-up", "--acr", "--scope", "--ports", "--issuer-ca"},
        {"--second-factor"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    const DataDirectory directory(*data);
    if (!directory.isThere())
        return say(CouldNot, "There is no gateway in this folder; init makes one.");
    const std::string what = arguments->words().empty() ? std::string() : arguments->words()[0];
    if (what == "set")
        return set(*arguments, directory);
    if (what == "map")
        return map(*arguments, directory);
    if (what == "clear")
        return clear(*arguments, directory);
    return what == "show" ? show(*arguments, directory) : say(WrongUse, use);
}

} // namespace countersign::gateway
