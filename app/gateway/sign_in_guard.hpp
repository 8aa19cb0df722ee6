// Whether this person's password is right, slowly: Argon2id, and longer and longer waits after wrong ones
// (reliability.md 4.1: five tries, then 2^n seconds up to a quarter of an hour). The password worker's thread, but for
// `learn`.
#pragma once

#include "app/gateway/roll.hpp"
#include "core/base/secret.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace countersign::gateway
{

struct SignInRefusal {
    std::string_view rule; // of protocol::SignInRefused
    std::chrono::seconds retryAfter{0};
    bool isBlocking = false; // the first one that makes the next try wait
};

class SignInGuard
{
public:
    using Accounts = std::map<domain::ReviewerId, Account>;
    explicit SignInGuard(Accounts accounts);

    // Those that there are from now on. Any thread.
    void learn(Accounts accounts);
    [[nodiscard]] std::variant<domain::Reviewer, SignInRefusal> check(const domain::ReviewerId &user,
                                                                      const SecretBytes &password, std::int64_t nowMs);

private:
    struct Tries {
        int wrong = 0;
        std::int64_t lockedUntilMs = 0;
    };

    [[nodiscard]] std::optional<Account> find(const domain::ReviewerId &user);

    std::mutex mutex_; // of the accounts
    Accounts accounts_;
    std::string nobodysHash_; // so that an unknown name takes as long as a wrong password
    std::map<domain::ReviewerId, Tries> tries_;
};

} // namespace countersign::gateway
