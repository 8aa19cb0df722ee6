#include "core/crypto/shares.hpp"

#include "core/crypto/digest.hpp"
#include "core/crypto/mac.hpp"

#include <algorithm>
#include <optional>

namespace countersign::crypto
{
namespace
{

constexpr std::size_t sumSize = 4;

// In the field of AES, without a branch on a secret.
std::uint8_t times(std::uint8_t a, std::uint8_t b)
{
    unsigned product = 0;
    unsigned shifted = a;
    for (int bit = 0; bit < 8; ++bit) {
        product ^= shifted & (0U - (static_cast<unsigned>(b) >> bit & 1U));
        shifted = (shifted << 1) ^ (0x11bU & (0U - (shifted >> 7 & 1U)));
    }
    return static_cast<std::uint8_t>(product);
}

// a^254; of numbers of shares only, which are no secret.
std::uint8_t inverse(std::uint8_t a)
{
    std::uint8_t result = 1;
    for (int i = 0; i < 254; ++i)
        result = times(result, a);
    return result;
}

Digest sumOf(BytesView share)
{
    return hmacSha256(asBytes("countersign share v1"), share);
}

struct Share {
    std::uint8_t number = 0;
    BytesView bytes;
};

std::optional<Share> readShare(BytesView share)
{
    if (share.size() <= shareOverhead || share[0] < 1 || share[0] > 3)
        return std::nullopt;
    const auto body = share.first(share.size() - sumSize);
    const Digest sum = sumOf(body);
    if (!isEqualInConstantTime(share.last(sumSize), BytesView(sum).first(sumSize)))
        return std::nullopt;
    return Share{share[0], body.subspan(1)};
}

} // namespace

Result<std::array<SecretBytes, 3>, CryptoError> splitInThree(BytesView secret, BytesView random)
{
    if (secret.empty() || secret.size() != random.size())
        return failure(CryptoError::WrongSize);
    std::array<SecretBytes, 3> shares;
    for (std::uint8_t number = 1; number <= shares.size(); ++number) {
        SecretBytes share(secret.size() + shareOverhead);
        const auto place = share.writable();
        place[0] = number;
        for (std::size_t i = 0; i < secret.size(); ++i)
            place[1 + i] = static_cast<std::uint8_t>(secret[i] ^ times(random[i], number));
        const Digest sum = sumOf(share.view().first(1 + secret.size()));
        std::copy_n(sum.begin(), sumSize, place.end() - sumSize);
        shares[number - 1U] = std::move(share);
    }
    return shares;
}

Result<SecretBytes, CryptoError> joinTwo(BytesView one, BytesView other)
{
    const auto a = readShare(one);
    const auto b = readShare(other);
    if (!a || !b || a->number == b->number)
        return failure(CryptoError::NotAuthentic);
    if (a->bytes.size() != b->bytes.size())
        return failure(CryptoError::WrongSize);
    // The line through both points, where it crosses zero.
    const std::uint8_t scale = inverse(a->number ^ b->number);
    const std::uint8_t ofA = times(b->number, scale);
    const std::uint8_t ofB = times(a->number, scale);
    SecretBytes secret(a->bytes.size());
    for (std::size_t i = 0; i < secret.view().size(); ++i)
        secret.writable()[i] = static_cast<std::uint8_t>(times(a->bytes[i], ofA) ^ times(b->bytes[i], ofB));
    return secret;
}

} // namespace countersign::crypto
