// A token behind PKCS#11, with SoftHSM for the card: found, and asked with the right and the wrong PIN.
#include "app/console/tokens/pkcs11_token.hpp"
#include "core/crypto/signing.hpp"
#include "tests/console/folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

using namespace countersign;
using console::Pkcs11Token;
using ports::AuthenticatorFault;

namespace
{

// A card in a folder: made by SoftHSM's and OpenSC's own tools.
struct Card {
    support::Folder folder;
    std::filesystem::path tokens = folder.path() / "tokens";

    Card()
    {
        std::filesystem::create_directory(tokens);
        const auto config = folder.path() / "softhsm2.conf";
        std::ofstream(config) << "directories.tokendir = " << tokens.string()
                              << "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n";
        ::setenv("SOFTHSM2_CONF", config.c_str(), 1);
        run("softhsm2-util --init-token --free --label mara --pin 1234 --so-pin 56789012");
    }
    void addKey() const
    {
        run("pkcs11-tool --module " COUNTERSIGN_SOFTHSM " --token-label mara --login --pin 1234 --keypairgen"
            " --key-type EC:edwards25519 --label sign --id 01");
    }
    static void run(const std::string &command) { REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0); }
};

BytesView bytes(std::string_view text)
{
    return asBytes(text);
}

} // namespace

TEST_CASE("what is no module at an absolute path is not loaded")
{
    CHECK(Pkcs11Token::load("libsofthsm2.so") == nullptr);
    CHECK(Pkcs11Token::load("/nowhere/module.so") == nullptr);
    CHECK(Pkcs11Token::load("/usr/lib/x86_64-linux-gnu/libc.so.6") == nullptr);
}

TEST_CASE("a token signs with the person's PIN, and what it signs can be checked here")
{
    const Card card;
    card.addKey();
    const auto token = Pkcs11Token::load(COUNTERSIGN_SOFTHSM);
    REQUIRE(token);
    CHECK(token->isPresent());
    CHECK(token->component() == domain::AuthComponent::SmartCard);
    const auto identity = token->identify();
    REQUIRE(identity);
    CHECK(identity->label == "mara");
    const auto key = crypto::PublicKey::fromBytes(identity->publicKey);
    REQUIRE(key);
    const auto signature = token->sign(bytes("1234"), bytes("what is signed"));
    REQUIRE(signature);
    CHECK(crypto::verify(*key, bytes("what is signed"), *signature));
    CHECK_FALSE(crypto::verify(*key, bytes("what is not"), *signature));
    // Every signature takes the PIN: the token has forgotten it.
    CHECK(token->sign(bytes("0000"), bytes("more")).error() == AuthenticatorFault::WrongPin);
    CHECK(token->sign({}, bytes("more")).error() == AuthenticatorFault::WrongPin);
    CHECK(token->sign(bytes("1234"), bytes("more")));
}

TEST_CASE("a token without an Ed25519 key says so, and signs nothing")
{
    const Card card;
    const auto token = Pkcs11Token::load(COUNTERSIGN_SOFTHSM);
    REQUIRE(token);
    CHECK(token->identify().error() == AuthenticatorFault::NoKey);
    CHECK(token->sign(bytes("1234"), bytes("text")).error() == AuthenticatorFault::NoKey);
}

TEST_CASE("no token in the slot is no token")
{
    Card card;
    std::filesystem::remove_all(card.tokens);
    std::filesystem::create_directory(card.tokens);
    const auto token = Pkcs11Token::load(COUNTERSIGN_SOFTHSM);
    REQUIRE(token);
    CHECK_FALSE(token->isPresent());
    CHECK(token->identify().error() == AuthenticatorFault::Absent);
    CHECK(token->sign(bytes("1234"), bytes("text")).error() == AuthenticatorFault::Absent);
}
