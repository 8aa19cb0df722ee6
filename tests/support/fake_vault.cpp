#include "tests/support/fake_vault.hpp"

#include "core/protocol/messages.hpp"

namespace countersign::support
{

using ports::VaultError;
using ports::VaultEvent;

void FakeVault::refuse(std::uint64_t request, VaultError error)
{
    emit_(VaultEvent(ports::VaultRefused{request, error}));
}

void FakeVault::answerOpened()
{
    isOpen_ = true;
    const auto key = crypto::SigningKey::fromSeed(profile_.seed);
    emit_(VaultEvent(ports::VaultOpened{.user = profile_.user,
                                        .device = device_,
                                        .kid = domain::KeyId{crypto::thumbprint(key->publicKey())},
                                        .publicKey = key->publicKey().bytes,
                                        .card = profile_.card,
                                        .hasRecoveryCode = !profile_.recoveryCode.empty()}));
}

void FakeVault::open(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password)
{
    if (profile_.user.isEmpty())
        return refuse(0, VaultError::Absent);
    if (profile_.user != user)
        return refuse(0, VaultError::OfAnotherUser);
    if (profile_.password != asText(password->view()))
        return refuse(0, VaultError::WrongPassword);
    answerOpened();
}

void FakeVault::enrol(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> password)
{
    profile_ = {user, std::string(asText(password->view())), newSeed_, {}};
    answerOpened();
}

void FakeVault::recover(const domain::ReviewerId &user, std::shared_ptr<SecretBytes> code,
                        std::shared_ptr<SecretBytes> password)
{
    if (profile_.user != user || profile_.recoveryCode.empty() || profile_.recoveryCode != asText(code->view()))
        return refuse(0, profile_.user.isEmpty() ? VaultError::Absent : VaultError::WrongCode);
    profile_.password = std::string(asText(password->view()));
    profile_.recoveryCode.clear();
    profile_.seed.back() ^= 1;
    answerOpened();
}

void FakeVault::makeRecoveryCode(std::uint64_t request)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    offeredCode_ = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    emit_(VaultEvent(ports::RecoveryCodeMade{
        request, std::make_shared<const SecretBytes>(SecretBytes::copyOf(asBytes(offeredCode_)))}));
}

void FakeVault::keepRecoveryCode(std::uint64_t request, std::shared_ptr<SecretBytes> lastGroup)
{
    if (!isOpen_ || offeredCode_.empty())
        return refuse(request, VaultError::Locked);
    if (!offeredCode_.ends_with(asText(lastGroup->view())))
        return refuse(request, VaultError::WrongCode);
    profile_.recoveryCode = offeredCode_;
    emit_(VaultEvent(ports::VaultChanged{request}));
}

void FakeVault::changePassword(std::uint64_t request, std::shared_ptr<SecretBytes> oldPassword,
                               std::shared_ptr<SecretBytes> newPassword)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    if (profile_.password != asText(oldPassword->view()))
        return refuse(request, VaultError::WrongPassword);
    profile_.password = std::string(asText(newPassword->view()));
    emit_(VaultEvent(ports::VaultChanged{request}));
}

void FakeVault::beginKeyChange(std::uint64_t request, std::shared_ptr<SecretBytes> password)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    if (profile_.password != asText(password->view()))
        return refuse(request, VaultError::WrongPassword);
    if (profile_.nextSeed.empty()) {
        profile_.nextSeed = profile_.seed;
        profile_.nextSeed.at(0) ^= 0x55U;
    }
    const auto next = crypto::SigningKey::fromSeed(profile_.nextSeed);
    const auto old = crypto::SigningKey::fromSeed(profile_.seed);
    const auto publicKey = next->publicKey();
    const auto vouched = protocol::nextKeyBytes(domain::KeyId{crypto::thumbprint(publicKey)});
    emit_(VaultEvent(ports::NewKeyOffered{request, publicKey.bytes, crypto::sign(*old, asBytes(vouched))}));
}

void FakeVault::finishKeyChange(std::uint64_t request)
{
    if (!isOpen_ || profile_.nextSeed.empty())
        return refuse(request, VaultError::Locked);
    profile_.seed = std::exchange(profile_.nextSeed, {});
    const auto publicKey = crypto::SigningKey::fromSeed(profile_.seed)->publicKey();
    emit_(VaultEvent(ports::KeyChanged{request, domain::KeyId{crypto::thumbprint(publicKey)}, publicKey.bytes}));
}

void FakeVault::answerSigned(std::uint64_t request, std::string_view bytes)
{
    const auto key = crypto::SigningKey::fromSeed(profile_.seed);
    auto signature = crypto::sign(*key, asBytes(bytes));
    if (spoilsSignatures)
        signature[7] ^= 1;
    emit_(VaultEvent(ports::SignatureMade{request, signature}));
}

void FakeVault::signWithPassword(std::uint64_t request, std::shared_ptr<SecretBytes> password, std::string signingInput)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    if (profile_.password != asText(password->view()))
        return refuse(request, VaultError::WrongPassword);
    answerSigned(request, signingInput);
}

void FakeVault::signCarried(std::uint64_t request, ports::CarriedWord word, std::string signingInput)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    if (!crypto::verify({word.publicKey}, asBytes(word.bytes), word.signature))
        return refuse(request, VaultError::WrongPassword);
    answerSigned(request, signingInput);
}

void FakeVault::signLinkProof(std::uint64_t request, std::string proof)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    answerSigned(request, proof);
}

} // namespace countersign::support
