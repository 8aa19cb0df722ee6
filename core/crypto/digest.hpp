// SHA-256 and the contract's digest text. Pure, any thread, cannot fail.
#pragma once

#include "core/base/bytes.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace countersign::crypto
{

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(BytesView bytes);

// The same for bytes that come in pieces, such as blobs.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    ~Sha256();

    void update(BytesView bytes);
    // The digest of all bytes so far; this object then starts anew.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// "sha256:" and 64 lower-case hex digits (contract, "digest"); the parser takes that form only.
[[nodiscard]] std::string formatDigest(const Digest &digest);
[[nodiscard]] std::optional<Digest> parseDigest(std::string_view text);
// formatDigest(sha256(bytes)).
[[nodiscard]] std::string digestText(BytesView bytes);

} // namespace countersign::crypto
