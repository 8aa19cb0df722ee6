#include "app/gateway/oidc/settings.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace countersign::gateway::oidc
{
namespace
{

using protocol::Json;

constexpr protocol::JsonLimits settingsLimits{1 * protocol::limits::miB, 6, 8192, 4096, 8192, 50'000};
constexpr std::size_t portsMax = 16;

std::string textOf(const Json &object, std::string_view name)
{
    const Json *member = object.find(name);
    const std::string *text = member ? member->asString() : nullptr;
    return text ? *text : std::string();
}

bool isTrue(const Json &object, std::string_view name)
{
    const Json *member = object.find(name);
    return member && member->asBool() && *member->asBool();
}

std::vector<std::string> textsOf(const Json &object, std::string_view name)
{
    std::vector<std::string> texts;
    const Json *member = object.find(name);
    if (member && member->asArray())
        for (const Json &item : *member->asArray())
            if (const auto *text = item.asString())
                texts.push_back(*text);
    return texts;
}

bool isPort(std::int64_t port)
{
    return port >= 1024 && port <= 65535;
}

std::optional<SettingsFault> objection(const Settings &settings)
{
    const std::array urls{settings.issuer, settings.authorizationEndpoint, settings.tokenEndpoint, settings.keySet};
    if (settings.clientId.empty())
        return SettingsFault::Broken;
    if (!std::ranges::all_of(urls, isSafeUrl))
        return SettingsFault::NotEncrypted;
    if (settings.ports.size() > portsMax || !std::ranges::all_of(settings.ports, isPort))
        return SettingsFault::WrongPort;
    std::set<domain::ReviewerId> accounts;
    for (const auto &[subject, user] : settings.people)
        if (subject.empty() || user.isEmpty() || !accounts.insert(user).second)
            return SettingsFault::SharedAccount;
    return std::nullopt;
}

} // namespace

bool isSafeUrl(std::string_view url)
{
    constexpr std::array plain{"http://127.0.0.1", "http://[::1]", "http://localhost"};
    if (url.size() > 1024 || url.find_first_of(" \t\r\n\"<>\\#") != std::string_view::npos)
        return false;
    if (url.starts_with("https://") && url.size() > 8)
        return url.find('@') == std::string_view::npos;
    return std::ranges::any_of(plain, [&](std::string_view start) {
        return url.starts_with(start)
               && (url.size() == start.size() || url[start.size()] == ':' || url[start.size()] == '/')
               && url.find('@') == std::string_view::npos;
    });
}

const char *nameOf(StepUp stepUp)
{
    return stepUp == StepUp::Never ? "never" : stepUp == StepUp::Each ? "each" : "first";
}

std::optional<StepUp> stepUpNamed(std::string_view name)
{
    for (const StepUp known : {StepUp::Never, StepUp::First, StepUp::Each})
        if (name == nameOf(known))
            return known;
    return std::nullopt;
}

std::string settingsText(const Settings &settings)
{
    Json document = Json::object({{"issuer", settings.issuer},
                                  {"clientId", settings.clientId},
                                  {"authorizationEndpoint", settings.authorizationEndpoint},
                                  {"tokenEndpoint", settings.tokenEndpoint},
                                  {"keySet", settings.keySet},
                                  {"scope", settings.scope},
                                  {"stepUp", nameOf(settings.stepUp)},
                                  {"needsSecondFactor", settings.needsSecondFactor},
                                  {"caFile", settings.caFile}});
    document.set("acr", Json::arrayOf(settings.acr, [](const std::string &acr) { return Json(acr); }));
    document.set("ports", Json::arrayOf(settings.ports, [](std::int64_t port) { return Json(port); }));
    Json people = Json::object();
    for (const auto &[subject, user] : settings.people)
        people.set(subject, user.text());
    document.set("people", std::move(people));
    return protocol::compactText(document) + "\n";
}

Result<Settings, SettingsFault> readSettings(std::string_view text)
{
    const auto document = protocol::decodeStrict(text, settingsLimits);
    if (!document || !document->asObject())
        return failure(SettingsFault::Broken);
    Settings settings{.issuer = textOf(*document, "issuer"),
                      .clientId = textOf(*document, "clientId"),
                      .authorizationEndpoint = textOf(*document, "authorizationEndpoint"),
                      .tokenEndpoint = textOf(*document, "tokenEndpoint"),
                      .keySet = textOf(*document, "keySet"),
                      .scope = textOf(*document, "scope"),
                      .acr = textsOf(*document, "acr"),
                      .needsSecondFactor = isTrue(*document, "needsSecondFactor"),
                      .ports = {},
                      .caFile = textOf(*document, "caFile"),
                      .people = {}};
    const auto stepUp = stepUpNamed(textOf(*document, "stepUp"));
    if (!stepUp)
        return failure(SettingsFault::Broken);
    settings.stepUp = *stepUp;
    if (const Json *ports = document->find("ports"); ports && ports->asArray())
        for (const Json &port : *ports->asArray())
            settings.ports.push_back(port.asInteger() ? *port.asInteger() : 0);
    if (const Json *people = document->find("people"); people && people->asObject())
        for (const Json::Member &one : *people->asObject())
            settings.people.emplace(one.name, domain::ReviewerId(one.value.asString() ? *one.value.asString() : ""));
    if (const auto fault = objection(settings))
        return failure(*fault);
    return settings;
}

bool takeDiscovery(Settings &settings, std::string_view text)
{
    const auto document = protocol::decodeStrict(text, settingsLimits, protocol::Numbers::Any);
    if (!document || textOf(*document, "issuer") != settings.issuer)
        return false;
    settings.authorizationEndpoint = textOf(*document, "authorization_endpoint");
    settings.tokenEndpoint = textOf(*document, "token_endpoint");
    settings.keySet = textOf(*document, "jwks_uri");
    return isSafeUrl(settings.authorizationEndpoint) && isSafeUrl(settings.tokenEndpoint) && isSafeUrl(settings.keySet);
}

} // namespace countersign::gateway::oidc
