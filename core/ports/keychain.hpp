// The operating system's keeper of small secrets (Secret Service, Keychain, Credential Manager). It may be locked,
// gone, another one than yesterday, or slow: that is why an answer tells these apart, and why nothing of a profile is
// ever made anew because the keychain did not have it (reliability.md 3, G16; 6.1).
// Asked on the store's thread, which may wait for the person's answer to a prompt of the system, but never for ever.
#pragma once

#include "core/base/secret.hpp"

#include <cstdint>
#include <string>

namespace countersign::ports
{

enum class KeychainState {
    Found,
    Absent,     // it is open, and has no such entry
    Locked,     // nobody opened it, or the prompt was refused
    Unreadable, // there is none, it does not answer, or what it answers is no secret of ours
};

struct KeychainAnswer {
    KeychainState state = KeychainState::Unreadable;
    SecretBytes secret; // Found
};

class Keychain
{
public:
    virtual ~Keychain() = default;
    // Never creates anything.
    [[nodiscard]] virtual KeychainAnswer read(const std::string &name) = 0;
    // Only where a person enrols, recovers, or asks for it by changing the password. Found: it is kept.
    [[nodiscard]] virtual KeychainState keep(const std::string &name, BytesView secret) = 0;
    // Done as well where there is none.
    virtual void forget(const std::string &name) = 0;
    // As keep, but returns at once and does not say how it went; of several under one name the newest counts.
    virtual void keepLater(const std::string &name, std::string text) = 0;
};

} // namespace countersign::ports
