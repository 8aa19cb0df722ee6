#include "core/store/head_mark.hpp"

#include "core/crypto/digest.hpp"
#include "core/crypto/mac.hpp"
#include "core/store/byte_fields.hpp"

#include <algorithm>
#include <utility>

namespace countersign::store
{
namespace
{

constexpr std::string_view purpose = "countersign head mark v1";
constexpr std::size_t slotCount = 2;
constexpr std::size_t slotNumber(std::uint64_t generation)
{
    return generation % slotCount;
}

// Zeros stand for a chain that has not begun.
crypto::Digest rawDigest(const domain::Digest &digest)
{
    return crypto::parseDigest(digest.text()).value_or(crypto::Digest{});
}

crypto::Digest macOf(const SecretBytes &key, BytesView fields, const domain::DeviceId &device)
{
    return crypto::hmacSha256(key.view(), FieldWriter().text(purpose).text(device.text()).raw(fields).bytes());
}

} // namespace

HeadMark::HeadMark(std::unique_ptr<File> file, SecretBytes key, domain::DeviceId device)
    : file_(std::move(file)), key_(std::move(key)), device_(std::move(device))
{
}

Result<HeadMark, StoreError> HeadMark::open(Files &files, const std::filesystem::path &file, SecretBytes key,
                                            const domain::DeviceId &device)
{
    auto opened = files.open(file);
    if (!opened)
        return failure(opened.error());
    const auto slots = (*opened)->readAll();
    if (!slots)
        return failure(slots.error());
    if (const auto synced = files.syncFolder(file.parent_path()); !synced)
        return failure(synced.error());
    HeadMark mark(std::move(*opened), std::move(key), device);
    mark.read(*slots);
    return mark;
}

// Fields of a slot: generation, next seq, digest, MAC; zeros up to its end.
void HeadMark::read(BytesView slots)
{
    isUnreadable_ = std::ranges::any_of(slots, [](std::uint8_t byte) { return byte != 0; });
    for (std::size_t place = 0; place < slotCount && slots.size() >= (place + 1) * slotSize; ++place) {
        const BytesView slot = slots.subspan(place * slotSize, slotSize);
        FieldReader reader(slot);
        const auto generation = reader.number<std::uint64_t>();
        const auto nextSeq = reader.number<std::uint64_t>();
        const BytesView digest = reader.raw(crypto::Digest{}.size());
        const BytesView signedFields = slot.first(2 * sizeof(std::uint64_t) + digest.size());
        const BytesView mac = reader.raw(crypto::Digest{}.size());
        if (!crypto::isEqualInConstantTime(mac, macOf(key_, signedFields, device_)))
            continue;
        isUnreadable_ = false;
        if (slotNumber(generation) != place || generation < generation_)
            continue;
        generation_ = generation;
        head_ = audit::ChainHead{.nextSeq = static_cast<std::int64_t>(nextSeq), .newest = {}};
        crypto::Digest newest{};
        std::ranges::copy(digest, newest.begin());
        if (nextSeq > 0)
            head_->newest = domain::Digest(crypto::formatDigest(newest));
    }
}

Bytes HeadMark::slotOf(std::uint64_t generation, const audit::ChainHead &head) const
{
    FieldWriter fields;
    fields.number(generation).number(static_cast<std::uint64_t>(head.nextSeq)).raw(rawDigest(head.newest));
    const crypto::Digest mac = macOf(key_, fields.bytes(), device_);
    Bytes slot = fields.raw(mac).bytes();
    slot.resize(slotSize);
    return slot;
}

Result<Done, StoreError> HeadMark::write(const audit::ChainHead &head)
{
    const std::uint64_t generation = generation_ + 1;
    return file_->write(slotNumber(generation) * slotSize, slotOf(generation, head))
        .and_then([&](Done) { return file_->sync(); })
        .map([&](Done) {
            generation_ = generation;
            head_ = head;
            isUnreadable_ = false;
            return Done{};
        });
}

} // namespace countersign::store
