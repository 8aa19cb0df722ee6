// The token that somebody carries, as the engine meets it: put in, taken out, asked to sign. Behind it is an
// Authenticator on a thread of its own, because its module may block for as long as it likes. Asked on the engine
// thread, answered by events there.
#pragma once

#include "core/base/secret.hpp"
#include "core/ports/authenticator.hpp"
#include "core/ports/thread_role.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace countersign::ports
{

// One with a key that can be used was put in, or was there from the beginning.
struct TokenSeen {
    AuthenticatorIdentity identity;
};
// One is there, and cannot be used.
struct TokenUnusable {
    AuthenticatorFault fault = AuthenticatorFault::NoKey;
};
// It was taken out. A token that never was there is not missed.
struct TokenGone {
};
struct TokenSigned {
    std::uint64_t request = 0;
    std::array<std::uint8_t, 64> signature{};
};
struct TokenRefused {
    std::uint64_t request = 0;
    AuthenticatorFault fault = AuthenticatorFault::Broken;
};
using TokenEvent = std::variant<TokenSeen, TokenUnusable, TokenGone, TokenSigned, TokenRefused>;

class Tokens
{
public:
    virtual ~Tokens() = default;
    // One at a time. Answered by TokenSigned or TokenRefused, or never, where the module does not come back.
    virtual void sign(std::uint64_t request, std::shared_ptr<SecretBytes> pin, std::string bytes) ENGINE_ONLY = 0;
    // What the token has not begun is dropped and its PIN wiped; what it has begun is not answered.
    virtual void abandon() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
