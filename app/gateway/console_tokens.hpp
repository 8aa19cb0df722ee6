// What opens the HTTP calls of a console that is signed in: a word for each stream, given in SignedIn, worthless when
// the stream ends. Kept as digests. Any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/reviewer.hpp"
#include "core/ports/randomness.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::gateway
{

class ConsoleTokens
{
public:
    // A new word for that person.
    [[nodiscard]] std::string issue(const domain::Reviewer &reviewer, ports::Randomness &dice);
    // Nothing where nobody bears it any more.
    [[nodiscard]] std::optional<domain::Reviewer> reviewerOf(std::string_view token) const;
    void revoke(std::string_view token);
    // Broken glass: until then the bearer sees the blobs of every item.
    void setEmergency(std::string_view token, std::optional<Instant> until);
    [[nodiscard]] bool isEmergency(std::string_view token, Instant now) const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, domain::Reviewer, std::less<>> reviewers_; // by the token's digest
    std::map<std::string, Instant, std::less<>> emergencies_;
};

} // namespace countersign::gateway
