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

enum class VaultError {
    Absent,
    WrongPassword,
    WrongCode, // of recovery
    OfAnotherUser,
    Unreadable,
    WriteFailed,
    Locked,
    // The profile needs its secret in the system's keychain, which answered so. Nothing of the profile is changed by
    // it.
    KeychainAbsent,
    KeychainLocked,
    KeychainUnreadable,
};

struct VaultOpened {
    domain::ReviewerId user;
    domain::DeviceId device;
    domain::KeyId kid;
    std::array<std::uint8_t, 32> publicKey{};
    std::string card;             // what keep() sealed last; empty: nothing yet
    bool hasRecoveryCode = false; // one that the person confirmed
    bool needsKeychain = false;   // false: the password alone opens, because the system has no keychain, or by policy
    bool hasNewKey = false;       // of recover: the gateway does not know this key yet
};
// A recovery code that opens nothing yet; keepRecoveryCode makes it the profile's.
struct RecoveryCodeMade {
    std::uint64_t request = 0;
    std::shared_ptr<const SecretBytes> text; // in groups of four
};
struct VaultChanged {
    std::uint64_t request = 0;
};
struct VaultRefused {
    std::uint64_t request = 0; // 0: of open, enrol or recover
    VaultError error = VaultError::Absent;
};
// A key that takes over from this profile's, once the gateway knows it. Both are kept until finishKeyChange.
struct NewKeyOffered {
    std::uint64_t request = 0;
    std::array<std::uint8_t, 32> publicKey{};
    std::array<std::uint8_t, 64> vouching{}; // of the key that goes, over protocol::nextKeyBytes
};
// The new key is this profile's.
struct KeyChanged {
    std::uint64_t request = 0;
    domain::KeyId kid;
    std::array<std::uint8_t, 32> publicKey{};
};
struct SignatureMade {
    std::uint64_t request = 0;
    std::array<std::uint8_t, 64> signature{};
};
using VaultEvent =
    std::variant<VaultOpened, VaultRefused, SignatureMade, RecoveryCodeMade, VaultChanged, NewKeyOffered, KeyChanged>;

// The word of the token that the person carries, in place of the password.
struct CarriedWord {
    std::array<std::uint8_t, 32> publicKey{};
    std::string bytes;
    std::array<std::uint8_t, 64> signature{};
};

class Vault
{
public:
    virtual ~Vault() = default;
    // Opens the profile of that user. Absent is an answer, not a reason to create one.
    virtual void open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Makes a new profile; only where open answered Absent and the gateway accepted the password.
    virtual void enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Opens the profile by its recovery code, or by the organisation's, and makes it anew under that password: data
    // key, device secret and signing key are other ones afterwards, the code is spent, what was stored is kept.
    // Answered as open is; only where the gateway accepted the password.
    virtual void recover(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> code,
                         std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Answered by RecoveryCodeMade.
    virtual void makeRecoveryCode(std::uint64_t request) ENGINE_ONLY = 0;
    // The person wrote it down and shows it by typing its last group. VaultChanged: it opens the profile from now on,
    // and the one before it no longer does. WrongCode: it is another one; the code that was made stays on offer.
    virtual void keepRecoveryCode(std::uint64_t request, std::shared_ptr<SecretBytes> lastGroup) ENGINE_ONLY = 0;
    // VaultChanged, or WrongPassword for the old one.
    virtual void changePassword(std::uint64_t request, std::shared_ptr<SecretBytes> oldPassword,
                                std::shared_ptr<SecretBytes> newPassword) ENGINE_ONLY = 0;
    // Proves the person anew by the password, then signs. `request` comes back with the answer.
    virtual void signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password,
                                  std::string signingInput) ENGINE_ONLY = 0;
    // The same, proven by that word, which is verified here once more. Needs an open vault.
    virtual void signCarried(std::uint64_t request, CarriedWord word, std::string signingInput) ENGINE_ONLY = 0;
    // A link proof (never a decision: the bytes must begin with "countersign-link/1\n"); needs an open vault only.
    virtual void signLinkProof(std::uint64_t request, std::string proof) ENGINE_ONLY = 0;
    // Answered by NewKeyOffered; after a cut, the same key is offered again.
    virtual void beginKeyChange(std::uint64_t request, std::shared_ptr<SecretBytes> password) ENGINE_ONLY = 0;
    // Answered by KeyChanged; only where the gateway said that it has the new key.
    virtual void finishKeyChange(std::uint64_t request) ENGINE_ONLY = 0;
    // Seals a few facts beside the keys, so that the person can work before the gateway is heard again. Not answered:
    // what could not be written is asked for again at the next link. Needs an open vault.
    virtual void keep(std::string card) ENGINE_ONLY = 0;
    // Wipes every key. What is asked afterwards is answered Locked.
    virtual void lock() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
