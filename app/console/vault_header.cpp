#include "app/console/vault_file.hpp"

#include "core/crypto/digest.hpp"

#include <algorithm>
#include <array>

namespace countersign::console
{
namespace
{

constexpr std::array<std::uint8_t, 8> magic{'C', 'S', 'V', 'A', 'U', 'L', 'T', '1'};
constexpr std::size_t textMax = 256;
constexpr std::size_t sealedMax = 256;

class Writer
{
public:
    void number(std::uint64_t value, int bytes)
    {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
    }
    void raw(BytesView view) { bytes_.insert(bytes_.end(), view.begin(), view.end()); }
    void sized(BytesView view)
    {
        number(view.size(), 2);
        raw(view);
    }
    [[nodiscard]] Bytes take() { return std::move(bytes_); }
    [[nodiscard]] BytesView view() const { return bytes_; }

private:
    Bytes bytes_;
};

// Reads what a Writer wrote; after the first thing that does not fit it gives zeroes and isSound() is false.
class Reader
{
public:
    explicit Reader(BytesView bytes) : rest_(bytes) {}

    std::uint64_t number(std::size_t bytes)
    {
        std::uint64_t value = 0;
        for (const auto byte : raw(bytes))
            value = value << 8 | byte;
        return value;
    }
    BytesView raw(std::size_t size)
    {
        isSound_ = isSound_ && size <= rest_.size();
        if (!isSound_)
            return {};
        const auto taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    BytesView sized(std::size_t max)
    {
        const auto size = static_cast<std::size_t>(number(2));
        isSound_ = isSound_ && size <= max;
        return raw(size);
    }
    template <std::size_t N>
    void into(std::array<std::uint8_t, N> &place)
    {
        const auto taken = raw(N);
        std::copy(taken.begin(), taken.end(), place.begin());
    }
    [[nodiscard]] bool isSound() const { return isSound_ && rest_.empty(); }

private:
    BytesView rest_;
    bool isSound_ = true;
};

} // namespace

Bytes headerBytes(const VaultHeader &header)
{
    Writer out;
    out.raw(magic);
    out.number(header.generation, 8);
    out.sized(asBytes(header.user.text()));
    out.sized(asBytes(header.device.text()));
    out.number(header.argon.cost.memoryKiB, 4);
    out.number(header.argon.cost.passes, 4);
    out.raw(header.argon.salt);
    out.raw(header.publicKey);
    out.sized(header.sealedKey);
    out.sized(header.sealedSeed);
    const auto sum = crypto::sha256(out.view());
    out.raw(sum);
    return out.take();
}

std::optional<VaultHeader> readHeader(BytesView bytes)
{
    constexpr std::size_t sumSize = 32;
    if (bytes.size() < magic.size() + sumSize || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        return std::nullopt;
    const auto body = bytes.first(bytes.size() - sumSize);
    const auto sum = crypto::sha256(body);
    if (!std::equal(sum.begin(), sum.end(), bytes.end() - sumSize))
        return std::nullopt;
    Reader in(body.subspan(magic.size()));
    VaultHeader header;
    header.generation = in.number(8);
    header.user = domain::ReviewerId{std::string(asText(in.sized(textMax)))};
    header.device = domain::DeviceId{std::string(asText(in.sized(textMax)))};
    header.argon.cost.memoryKiB = static_cast<std::uint32_t>(in.number(4));
    header.argon.cost.passes = static_cast<std::uint32_t>(in.number(4));
    in.into(header.argon.salt);
    in.into(header.publicKey);
    const auto sealedKey = in.sized(sealedMax);
    header.sealedKey.assign(sealedKey.begin(), sealedKey.end());
    const auto sealedSeed = in.sized(sealedMax);
    header.sealedSeed.assign(sealedSeed.begin(), sealedSeed.end());
    return in.isSound() ? std::optional(std::move(header)) : std::nullopt;
}

} // namespace countersign::console
