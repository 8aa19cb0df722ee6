// What `oidc set` keeps in the gateway's folder: the issuer that people sign in at, this gateway's client there, and which
// subject is which account. No secret is in it: consoles are public clients (RFC 8252). Values.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/ids.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::gateway::oidc
{

enum class StepUp { Never, First, Each }; // signatures that take a fresh sign-in at the issuer

struct Settings {
    std::string issuer, clientId;
    std::string authorizationEndpoint, tokenEndpoint, keySet; // URLs
    std::string scope = "openid";
    std::vector<std::string> acr; // demanded at step-up; empty: none
    StepUp stepUp = StepUp::First;
    bool needsSecondFactor = false;
    std::vector<std::int64_t> ports;                   // of the loopback redirect; empty: any
    std::string caFile;                                // the authority of the issuer's certificate; empty: the system's
    std::map<std::string, domain::ReviewerId> people; // by subject: one account each, never two
    bool operator==(const Settings &) const = default;
};

enum class SettingsFault { Broken, NotEncrypted, WrongPort, SharedAccount };

[[nodiscard]] std::string settingsText(const Settings &settings);
[[nodiscard]] Result<Settings, SettingsFault> readSettings(std::string_view text);
// https, or http on loopback.
[[nodiscard]] bool isSafeUrl(std::string_view url);
[[nodiscard]] const char *nameOf(StepUp stepUp);
[[nodiscard]] std::optional<StepUp> stepUpNamed(std::string_view name);

// Takes the endpoints from the issuer's discovery document (OpenID Connect Discovery 1.0); false where it is none of
// that issuer.
[[nodiscard]] bool takeDiscovery(Settings &settings, std::string_view document);

} // namespace countersign::gateway::oidc
