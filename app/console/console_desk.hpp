// The console without its window: engine, store, vault and wire behind the desk's door, on threads of their own.
// Made and destroyed on the gui thread, where nudges arrive. Needs a QCoreApplication.
#pragma once

#include "core/desk/desk.hpp"
#include "core/ports/authenticator.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace countersign::console
{

struct ConsoleOptions {
    std::string gatewayUrl;           // https://HOST:PORT, wss://… or, on loopback alone, http://… and ws://…
    std::filesystem::path caFile;     // PEM of the one authority that is trusted; empty: the system's
    std::filesystem::path profileDir; // made with 0700 where it is missing
    std::string deviceName;           // printed beside signatures
    // Whether the system's keychain takes part in what is enrolled here, and the organisation's public key for
    // recovery.
    enum class Keychain { Never, Prefer, Require };
    Keychain keychain = Keychain::Never;
    std::optional<std::array<std::uint8_t, 32>> recoveryKey{};
    // Opens an address in the system's browser, for whoever signs in at an issuer; gui thread. Unset: there is none.
    std::function<bool(const std::string &)> openBrowser{};
    // What the person carries and signs with; from then on the desk's alone. Null: no reader.
    std::shared_ptr<ports::Authenticator> token{};
};

class ConsoleDesk : public desk::Desk
{
public:
    // Orderly: what was asked before is finished, the ledger closed, keys wiped, the wire closed within a second, every
    // thread joined.
    ~ConsoleDesk() override = default;
};

// Null where the address is no gateway's address, or the profile's folder cannot be written. Nothing else is opened
// before the first SignIn.
[[nodiscard]] std::unique_ptr<ConsoleDesk> makeConsoleDesk(ConsoleOptions options);

} // namespace countersign::console
