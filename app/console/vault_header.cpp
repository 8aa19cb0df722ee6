#include "app/console/vault_header.hpp"

#include "core/crypto/digest.hpp"

#include <algorithm>
#include <array>

namespace countersign::console
{
namespace
{

using Magic = std::array<std::uint8_t, 8>;
constexpr Magic magicOne{'C', 'S', 'V', 'A', 'U', 'L', 'T', '1'};
constexpr Magic magicTwo{'C', 'S', 'V', 'A', 'U', 'L', 'T', '2'};
constexpr std::size_t slotsMax = 8;
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

void writeArgon(Writer &out, const crypto::Argon2Params &argon)
{
    out.number(argon.cost.memoryKiB, 4);
    out.number(argon.cost.passes, 4);
    out.raw(argon.salt);
}

void readArgon(Reader &in, crypto::Argon2Params &argon)
{
    argon.cost.memoryKiB = static_cast<std::uint32_t>(in.number(4));
    argon.cost.passes = static_cast<std::uint32_t>(in.number(4));
    in.into(argon.salt);
}

Bytes readSized(Reader &in, std::size_t max)
{
    const auto view = in.sized(max);
    return {view.begin(), view.end()};
}

void readPerson(Reader &in, VaultHeader &header)
{
    header.user = domain::ReviewerId{std::string(asText(in.sized(textMax)))};
    header.device = domain::DeviceId{std::string(asText(in.sized(textMax)))};
}

void writeVersionOne(Writer &out, const VaultHeader &header)
{
    const auto *slot = header.slot(SlotKind::Password);
    const KeySlot one = slot != nullptr ? *slot : KeySlot{};
    out.raw(magicOne);
    out.number(header.generation, 8);
    out.sized(asBytes(header.user.text()));
    out.sized(asBytes(header.device.text()));
    writeArgon(out, one.argon);
    out.raw(header.publicKey);
    out.sized(one.sealedKey);
    out.sized(header.sealedSeed);
}

void readVersionOne(Reader &in, VaultHeader &header)
{
    KeySlot slot;
    header.version = 1;
    header.generation = in.number(8);
    readPerson(in, header);
    readArgon(in, slot.argon);
    in.into(header.publicKey);
    slot.sealedKey = readSized(in, sealedMax);
    header.sealedSeed = readSized(in, sealedMax);
    header.slots.push_back(std::move(slot));
}

void writeCovered(Writer &out, const VaultHeader &header)
{
    out.sized(asBytes(header.user.text()));
    out.sized(asBytes(header.device.text()));
    out.number(header.epoch, 4);
    out.number(static_cast<std::uint64_t>(header.keyMadeMs), 8);
    out.sized(header.deviceSecretId);
    out.raw(header.publicKey);
    out.number(header.slots.size(), 1);
    for (const KeySlot &slot : header.slots) {
        out.number(static_cast<std::uint64_t>(slot.kind), 1);
        writeArgon(out, slot.argon);
        out.sized(slot.organisationKey);
        out.sized(slot.closedCode);
        out.sized(slot.sealedKey);
    }
    out.sized(header.sealedSeed);
    out.sized(header.nextPublicKey);
    out.sized(header.sealedNextSeed);
}

void readVersionTwo(Reader &in, VaultHeader &header)
{
    header.generation = in.number(8);
    readPerson(in, header);
    header.epoch = static_cast<std::uint32_t>(in.number(4));
    header.keyMadeMs = static_cast<std::int64_t>(in.number(8));
    header.deviceSecretId = readSized(in, sealedMax);
    in.into(header.publicKey);
    const auto count = std::min(slotsMax, static_cast<std::size_t>(in.number(1)));
    for (std::size_t i = 0; i < count; ++i) {
        KeySlot slot;
        slot.kind = static_cast<SlotKind>(in.number(1));
        readArgon(in, slot.argon);
        slot.organisationKey = readSized(in, sealedMax);
        slot.closedCode = readSized(in, sealedMax);
        slot.sealedKey = readSized(in, sealedMax);
        header.slots.push_back(std::move(slot));
    }
    header.sealedSeed = readSized(in, sealedMax);
    header.nextPublicKey = readSized(in, sealedMax);
    header.sealedNextSeed = readSized(in, sealedMax);
    header.mac = readSized(in, sealedMax);
}

} // namespace

const KeySlot *VaultHeader::slot(SlotKind kind) const
{
    const auto found = std::ranges::find(slots, kind, &KeySlot::kind);
    return found == slots.end() ? nullptr : &*found;
}

void VaultHeader::put(KeySlot slot)
{
    drop(slot.kind);
    slots.push_back(std::move(slot));
}

void VaultHeader::drop(SlotKind kind)
{
    std::erase_if(slots, [kind](const KeySlot &slot) { return slot.kind == kind; });
}

Bytes versionOneAssociated(const VaultHeader &header)
{
    VaultHeader bound = header;
    bound.generation = 0;
    bound.sealedSeed.clear();
    for (KeySlot &slot : bound.slots)
        slot.sealedKey.clear();
    Writer out;
    writeVersionOne(out, bound);
    const auto sum = crypto::sha256(out.view());
    out.raw(sum);
    return out.take();
}

Bytes coveredBytes(const VaultHeader &header)
{
    Writer out;
    out.raw(magicTwo);
    writeCovered(out, header);
    return out.take();
}

Bytes headerBytes(const VaultHeader &header)
{
    Writer out;
    if (header.version == 1) {
        writeVersionOne(out, header);
    } else {
        out.raw(magicTwo);
        out.number(header.generation, 8);
        writeCovered(out, header);
        out.sized(header.mac);
    }
    const auto sum = crypto::sha256(out.view());
    out.raw(sum);
    return out.take();
}

std::optional<VaultHeader> readHeader(BytesView bytes)
{
    constexpr std::size_t sumSize = 32;
    if (bytes.size() < magicOne.size() + sumSize)
        return std::nullopt;
    const auto body = bytes.first(bytes.size() - sumSize);
    const auto sum = crypto::sha256(body);
    if (!std::equal(sum.begin(), sum.end(), bytes.end() - sumSize))
        return std::nullopt;
    const auto begin = body.first(magicOne.size());
    Reader in(body.subspan(magicOne.size()));
    VaultHeader header;
    if (std::ranges::equal(begin, magicTwo))
        readVersionTwo(in, header);
    else if (std::ranges::equal(begin, magicOne))
        readVersionOne(in, header);
    else
        return std::nullopt;
    return in.isSound() ? std::optional(std::move(header)) : std::nullopt;
}

} // namespace countersign::console
