// Asks the organisation's issuer who sits at the desk: in the system's browser, with an answer that comes back on loopback
// (RFC 8252, RFC 7636). Asked on the engine thread, answered by events there.
#pragma once

#include "core/ports/thread_role.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace countersign::ports
{

struct SignOnQuestion {
    std::uint64_t request = 0;
    std::string issuer, clientId, authorizationEndpoint, tokenEndpoint, scope;
    std::vector<std::int64_t> ports; // of the loopback redirect; empty: any free one
    std::string nonce;               // what the answer is bound to
    bool isFresh = false;            // prompt=login, max_age=0: whoever is signed in proves it anew
    std::vector<std::string> acr;
    std::string loginHint;
};

enum class SignOnFault {
    NoBrowser,    // it could not be opened
    NoPort,       // none of the ports is free
    Denied,       // the issuer or the person said no
    TokenRefused, // the issuer did not give a token for the answer
    Unreachable,
    TimedOut
};
struct SignOnAnswered {
    std::uint64_t request = 0;
    std::string idToken; // not judged here: the gateway does
};
struct SignOnFailed {
    std::uint64_t request = 0;
    SignOnFault fault = SignOnFault::Denied;
};
using SignOnEvent = std::variant<SignOnAnswered, SignOnFailed>;

class SignOn
{
public:
    virtual ~SignOn() = default;
    // One at a time: a new question ends the one before, which is not answered.
    virtual void ask(SignOnQuestion question) ENGINE_ONLY = 0;
    virtual void abandon() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
