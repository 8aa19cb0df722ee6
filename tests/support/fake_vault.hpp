// A vault without Argon2id: it compares passwords, and signs with a real key. Its profile outlives it.
#pragma once

#include "core/crypto/signing.hpp"
#include "core/ports/vault.hpp"
#include "tests/support/fake_ledger.hpp"

namespace countersign::support
{

struct VaultProfile {
    domain::ReviewerId user; // empty: there is no profile
    std::string password;
    Bytes seed;
    std::string card;
    std::string recoveryCode{}; // empty: there is none
    Bytes nextSeed{};           // of a key that takes over; empty: none does
};

class FakeVault : public ports::Vault
{
public:
    FakeVault(VaultProfile &profile, domain::DeviceId device, Bytes newSeed, Emit emit)
        : profile_(profile), device_(std::move(device)), newSeed_(std::move(newSeed)), emit_(std::move(emit))
    {
    }

    bool spoilsSignatures = false;

    void open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) override;
    void enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password) override;
    void recover(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> code,
                 std::shared_ptr<SecretBytes> password) override;
    void makeRecoveryCode(std::uint64_t request) override;
    void keepRecoveryCode(std::uint64_t request, std::shared_ptr<SecretBytes> lastGroup) override;
    void changePassword(std::uint64_t request, std::shared_ptr<SecretBytes> oldPassword,
                        std::shared_ptr<SecretBytes> newPassword) override;
    void signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password,
                          std::string signingInput) override;
    void signCarried(std::uint64_t request, ports::CarriedWord word, std::string signingInput) override;
    void signLinkProof(std::uint64_t request, std::string proof) override;
    void beginKeyChange(std::uint64_t request, std::shared_ptr<SecretBytes> password) override;
    void finishKeyChange(std::uint64_t request) override;
    void keep(std::string card) override
    {
        if (isOpen_)
            profile_.card = std::move(card);
    }
    void lock() override { isOpen_ = false; }

private:
    void answerOpened();
    void refuse(std::uint64_t request, ports::VaultError error);
    void answerSigned(std::uint64_t request, std::string_view bytes);

    VaultProfile &profile_;
    domain::DeviceId device_;
    Bytes newSeed_;
    Emit emit_;
    std::string offeredCode_;
    bool isOpen_ = false;
};

} // namespace countersign::support
