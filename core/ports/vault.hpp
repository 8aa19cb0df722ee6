// Keeper of the profile's keys. A password opens the slot, the slot opens the data key, the data key opens the store
// and the signing key (reliability.md 6.1). Keys never leave it: the engine gets signatures.
// Asked on the engine thread, worked on the store thread, answered by VaultEvents on the engine thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/secret.hpp"
#include "core/domain/ids.hpp"
#include "core/ports/thread_role.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace countersign::ports
{

enum class VaultError { Absent, WrongPassword, OfAnotherUser, Unreadable, WriteFailed, Locked };

struct VaultOpened {
    domain::ReviewerId user;
    domain::DeviceId device;
    domain::KeyId kid;
    std::array<std::uint8_t, 32> publicKey{};
    std::string card; // what keep() sealed last; empty: nothing yet
};
struct VaultRefused {
    std::uint64_t request = 0; // 0: of open or enrol
    VaultError error = VaultError::Absent;
};
struct SignatureMade {
    std::uint64_t request = 0;
    std::array<std::uint8_t, 64> signature{};
};
using VaultEvent = std::variant<VaultOpened, VaultRefused, SignatureMade>;

class Vault
{
public:
    virtual ~Vault() = default;
    // Opens the profile of that user. Absent is an answer, not a reason to create one.
    virtual void open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Makes a new profile; only where open answered Absent and the gateway accepted the password.
    virtual void enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Proves the person anew by the password, then signs. `request` comes back with the answer.
    virtual void signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password,
                                  std::string signingInput) ENGINE_ONLY = 0;
    // A link proof (never a decision: the bytes must begin with "countersign-link/1\n"); needs an open vault only.
    virtual void signLinkProof(std::uint64_t request, std::string proof) ENGINE_ONLY = 0;
    // Seals a few facts beside the keys, so that the person can work before the gateway is heard again. Not answered:
    // what could not be written is asked for again at the next link. Needs an open vault.
    virtual void keep(std::string card) ENGINE_ONLY = 0;
    // Wipes every key. What is asked afterwards is answered Locked.
    virtual void lock() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
