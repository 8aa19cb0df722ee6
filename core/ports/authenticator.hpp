// Something that the person has and that proves it by signing: a smart card or token (PKCS#11), or what the platform
// offers. Its key never leaves it. Blocking; the thread that made it.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/domain/decision.hpp"

#include <array>
#include <string>

namespace countersign::ports
{

enum class AuthenticatorFault {
    Absent,    // it is not there, or not any more
    WrongPin,  // a try less is left
    PinLocked, // no try is left
    NoKey,     // no Ed25519 key that may sign
    Broken
};

struct AuthenticatorIdentity {
    std::string label; // as the token calls itself
    std::array<std::uint8_t, 32> publicKey{};
    bool operator==(const AuthenticatorIdentity &) const = default;
};

class Authenticator
{
public:
    virtual ~Authenticator() = default;
    // What a signature says of it.
    [[nodiscard]] virtual domain::AuthComponent component() const = 0;
    [[nodiscard]] virtual bool isPresent() = 0;
    [[nodiscard]] virtual Result<AuthenticatorIdentity, AuthenticatorFault> identify() = 0;
    // Signs with the person's PIN, which is the personal component; the token forgets it at once.
    [[nodiscard]] virtual Result<std::array<std::uint8_t, 64>, AuthenticatorFault> sign(BytesView pin,
                                                                                        BytesView bytes) = 0;
};

} // namespace countersign::ports
