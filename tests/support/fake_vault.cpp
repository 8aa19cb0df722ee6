#include "tests/support/fake_vault.hpp"

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
    emit_(VaultEvent(ports::VaultOpened{profile_.user, device_, domain::KeyId{crypto::thumbprint(key->publicKey())},
                                        key->publicKey().bytes, profile_.card}));
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

void FakeVault::signLinkProof(std::uint64_t request, std::string proof)
{
    if (!isOpen_)
        return refuse(request, VaultError::Locked);
    answerSigned(request, proof);
}

} // namespace countersign::support
