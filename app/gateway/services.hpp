// What every connection shares. Composed once by `serve`, outlives every connection.
#pragma once

#include "app/gateway/console_tokens.hpp"
#include "app/gateway/decision_waiters.hpp"
#include "app/gateway/metrics.hpp"
#include "app/gateway/registrar.hpp"
#include "app/gateway/session_register.hpp"
#include "app/gateway/sign_in_guard.hpp"
#include "app/gateway/worker.hpp"
#include "core/ports/clock.hpp"
#include "core/ports/randomness.hpp"

#include <atomic>
#include <cstdint>

namespace countersign::gateway
{

namespace oidc
{
class IssuerOffice;
}

struct Services {
    ports::Clock &clock;
    ports::Randomness &dice;
    // The store's thread only, but for identity(), rules() and agentOf().
    Registrar &registrar;
    DecisionWaiters &waiters; // the store's thread only
    Worker &store;
    Worker &passwords;
    SignInGuard &guard;
    SessionRegister &sessions;
    ConsoleTokens &tokens;
    Metrics &metrics;
    oidc::IssuerOffice *issuer = nullptr; // the password worker's thread, but for what it tells; null: there is none
    std::atomic<std::int64_t> notices{0}; // written so far; any thread
};

} // namespace countersign::gateway
