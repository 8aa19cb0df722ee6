#include "app/gateway/sign_in_guard.hpp"

#include "core/crypto/password.hpp"

#include <algorithm>

namespace countersign::gateway
{
namespace
{

using std::chrono::seconds;

constexpr int freeTries = 5;
constexpr seconds waitMax{15 * 60};
constexpr int doublingsMax = 10;
constexpr std::size_t rememberedMax = 10'000;

seconds waitAfter(int wrong)
{
    if (wrong < freeTries)
        return seconds(0);
    return std::min(waitMax, seconds(1 << std::min(wrong - freeTries + 1, doublingsMax)));
}

} // namespace

SignInGuard::SignInGuard(Accounts accounts)
    : accounts_(std::move(accounts)), nobodysHash_(crypto::hashPassword(asBytes("nobody")).value_or(std::string()))
{
}

void SignInGuard::learn(Accounts accounts)
{
    const std::lock_guard lock(mutex_);
    accounts_ = std::move(accounts);
}

std::optional<Account> SignInGuard::find(const domain::ReviewerId &user)
{
    const std::lock_guard lock(mutex_);
    const auto found = accounts_.find(user);
    return found == accounts_.end() ? std::nullopt : std::optional(found->second);
}

std::variant<domain::Reviewer, SignInRefusal> SignInGuard::check(const domain::ReviewerId &user,
                                                                 const SecretBytes &password, std::int64_t nowMs)
{
    if (tries_.size() > rememberedMax)
        std::erase_if(tries_, [&](const auto &entry) { return entry.second.lockedUntilMs < nowMs; });
    Tries &tries = tries_[user];
    if (nowMs < tries.lockedUntilMs)
        return SignInRefusal{"too-many-attempts", seconds((tries.lockedUntilMs - nowMs) / 1000 + 1)};
    const auto account = find(user);
    const bool isRight = crypto::matchesPassword(account ? account->passwordHash : nobodysHash_, password.view());
    if (!account || !isRight) {
        const seconds wait = waitAfter(++tries.wrong);
        tries.lockedUntilMs = nowMs + milliseconds(wait).count();
        return SignInRefusal{"wrong-credentials", wait, tries.wrong == freeTries};
    }
    tries_.erase(user);
    if (account->isDisabled)
        return SignInRefusal{"disabled"};
    return account->reviewer;
}

} // namespace countersign::gateway
