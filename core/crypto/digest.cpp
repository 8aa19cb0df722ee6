#include "core/crypto/digest.hpp"

#include "core/base/encoding.hpp"

#include <sodium.h>

#include <algorithm>

namespace countersign::crypto
{
namespace
{

constexpr std::string_view prefix = "sha256:";

} // namespace

struct Sha256::State {
    crypto_hash_sha256_state hash;
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
    crypto_hash_sha256_init(&state_->hash);
}
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(BytesView bytes)
{
    crypto_hash_sha256_update(&state_->hash, bytes.data(), bytes.size());
}

Digest Sha256::finish()
{
    Digest digest{};
    crypto_hash_sha256_final(&state_->hash, digest.data());
    crypto_hash_sha256_init(&state_->hash);
    return digest;
}

Digest sha256(BytesView bytes)
{
    Digest digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

std::string formatDigest(const Digest &digest)
{
    return std::string(prefix) + hexEncode(digest);
}

std::optional<Digest> parseDigest(std::string_view text)
{
    if (!text.starts_with(prefix))
        return std::nullopt;
    const auto bytes = hexDecode(text.substr(prefix.size()));
    Digest digest{};
    if (!bytes || bytes->size() != digest.size())
        return std::nullopt;
    std::ranges::copy(*bytes, digest.begin());
    return digest;
}

std::string digestText(BytesView bytes)
{
    return formatDigest(sha256(bytes));
}

} // namespace countersign::crypto
