#include "app/gateway/console_tokens.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"

#include <array>

namespace countersign::gateway
{
namespace
{

std::string keyOf(std::string_view token)
{
    return crypto::digestText(asBytes(token));
}

} // namespace

std::string ConsoleTokens::issue(const domain::Reviewer &reviewer, ports::Randomness &dice)
{
    std::array<std::uint8_t, 32> bytes{};
    dice.fill(bytes);
    std::string token = base64urlEncode(bytes);
    const std::lock_guard lock(mutex_);
    reviewers_.emplace(keyOf(token), reviewer);
    return token;
}

std::optional<domain::Reviewer> ConsoleTokens::reviewerOf(std::string_view token) const
{
    const std::lock_guard lock(mutex_);
    const auto found = reviewers_.find(keyOf(token));
    return found == reviewers_.end() ? std::nullopt : std::optional(found->second);
}

void ConsoleTokens::revoke(std::string_view token)
{
    const std::lock_guard lock(mutex_);
    reviewers_.erase(keyOf(token));
    emergencies_.erase(keyOf(token));
}

void ConsoleTokens::setEmergency(std::string_view token, std::optional<Instant> until)
{
    const std::lock_guard lock(mutex_);
    if (until)
        emergencies_[keyOf(token)] = *until;
    else
        emergencies_.erase(keyOf(token));
}

bool ConsoleTokens::isEmergency(std::string_view token, Instant now) const
{
    const std::lock_guard lock(mutex_);
    const auto found = emergencies_.find(keyOf(token));
    return found != emergencies_.end() && now < found->second;
}

} // namespace countersign::gateway
