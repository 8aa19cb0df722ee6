// Codes that people copy, boxes that one key opens, shares of a secret, and memory that nobody reads by chance.
#include "core/crypto/guarded_secret.hpp"
#include "core/crypto/recovery_code.hpp"
#include "core/crypto/sealed_box.hpp"
#include "core/crypto/shares.hpp"

#include <doctest/doctest.h>

#include <array>
#include <type_traits>

using namespace countersign;
using namespace countersign::crypto;

namespace
{

std::string textOf(const SecretBytes &secret)
{
    return std::string(asText(secret.view()));
}

Bytes counted(std::size_t size, std::uint8_t first = 1)
{
    Bytes bytes(size);
    for (auto &byte : bytes)
        byte = first++;
    return bytes;
}

} // namespace

TEST_CASE("a code is what Crockford's alphabet makes of the bits, in groups of four")
{
    CHECK(textOf(codeText(Bytes(20))) == "0000-0000-0000-0000-0000-0000-0000-0000");
    CHECK(textOf(codeText(Bytes(20, 0xff))) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    // By hand: 00000 00100 00001 00000 00110 00001 00000 00101.
    CHECK(textOf(codeText(Bytes{1, 2, 3, 4, 5})) == "0410-6105");
}

TEST_CASE("what people make of a code is read as it was meant")
{
    const Bytes code = counted(20);
    const auto text = textOf(codeText(code));
    const auto isRead = [&](const std::string &typed) {
        const auto read = readCode(asBytes(typed));
        return read && asText(read->view()) == asText(code);
    };
    CHECK(isRead(text));
    std::string small;
    std::string loose;
    std::string alike;
    for (const char c : text) {
        small += static_cast<char>(std::tolower(c));
        loose += c == '-' ? std::string("  ") : std::string(1, c);
        alike += c == '0' ? 'o' : c == '1' ? 'l' : c;
    }
    CHECK(isRead(small));
    CHECK(isRead(loose));
    CHECK(isRead(alike));
    for (const std::string &wrong : {text.substr(1), text + "0", std::string(), text.substr(0, 38) + "U"})
        CHECK_FALSE(readCode(asBytes(wrong)));
    CHECK(textOf(readCodeLetters(asBytes("o1-l u"))) == "011u");
}

TEST_CASE("a box is opened by its key alone, and not when a bit of it changed")
{
    const auto ours = makeBoxKeyPair();
    const auto others = makeBoxKeyPair();
    CHECK(boxPublicKeyOf(ours.privateKey.view()).value() == ours.publicKey);
    const auto box = closeBox(ours.publicKey, asBytes("a code"));
    CHECK(textOf(openBox(ours.privateKey.view(), box).value()) == "a code");
    CHECK(openBox(others.privateKey.view(), box).error() == CryptoError::NotAuthentic);
    CHECK(openBox(ours.privateKey.view(), BytesView(box).first(20)).error() == CryptoError::WrongSize);
    CHECK(openBox(BytesView(box).first(31), box).error() == CryptoError::WrongSize);
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        auto changed = box;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        CHECK_FALSE(openBox(ours.privateKey.view(), changed));
    }
}

TEST_CASE("any two of three shares give the secret back, whichever comes first")
{
    const Bytes secret = counted(32, 200);
    const auto shares = splitInThree(secret, counted(32, 77)).value();
    for (const auto &[a, b] : {std::pair{0U, 1U}, {1U, 0U}, {0U, 2U}, {2U, 0U}, {1U, 2U}, {2U, 1U}})
        CHECK(asText(joinTwo(shares[a].view(), shares[b].view())->view()) == asText(secret));
    CHECK(joinTwo(shares[0].view(), shares[0].view()).error() == CryptoError::NotAuthentic);
    CHECK(splitInThree(secret, counted(31)).error() == CryptoError::WrongSize);
    for (std::size_t i = 0; i < shares[1].view().size(); ++i) {
        Bytes changed(shares[1].view().begin(), shares[1].view().end());
        changed[i] ^= 1;
        CHECK_FALSE(joinTwo(shares[0].view(), changed));
    }
}

TEST_CASE("one share fits every secret: it says nothing")
{
    // For a share and any other secret there are random bytes that give this very share.
    const Bytes random = counted(1, 90);
    const auto share = splitInThree(Bytes{42}, random).value();
    int fitting = 0;
    for (int secret = 0; secret < 256; ++secret)
        for (int dice = 0; dice < 256; ++dice) {
            const auto other =
                splitInThree(Bytes{static_cast<std::uint8_t>(secret)}, Bytes{static_cast<std::uint8_t>(dice)}).value();
            fitting += asText(other[1].view()) == asText(share[1].view()) ? 1 : 0;
        }
    CHECK(fitting == 256);
}

static_assert(!std::is_copy_constructible_v<GuardedSecret> && !std::is_copy_assignable_v<GuardedSecret>);

TEST_CASE("a guarded secret is read while it is used, by as many as use it, and is gone when wiped")
{
    GuardedSecret secret(asBytes("a key"));
    {
        const auto first = secret.use();
        {
            const auto second = secret.use();
            CHECK(asText(second.view()) == "a key");
        }
        CHECK(asText(first.view()) == "a key");
    }
    GuardedSecret moved = std::move(secret);
    CHECK(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is asked
    CHECK(asText(moved.use().view()) == "a key");
    moved.wipe();
    CHECK(moved.isEmpty());
    CHECK(moved.use().view().empty());
    CHECK(GuardedSecret().isEmpty());
}
