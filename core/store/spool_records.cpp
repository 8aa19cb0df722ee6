#include "core/store/spool_records.hpp"

#include "core/crypto/sealing.hpp"
#include "core/store/byte_fields.hpp"
#include "core/store/ledger_chain.hpp"

#include <algorithm>
#include <utility>

namespace countersign::store
{
namespace
{

constexpr std::string_view purpose = "countersign spool v1";
constexpr std::uint8_t baseKind = 0;
constexpr std::uint8_t decisionKind = 1;

Bytes bodyOf(const SealedDecision &decision)
{
    return FieldWriter()
        .text(decision.id.text())
        .text(decision.item.text())
        .text(decision.jws)
        .text(decision.rendered)
        .text(decision.summary)
        .bytes();
}

std::optional<SealedDecision> readBody(BytesView body, const audit::ChainHead &before)
{
    FieldReader reader(body);
    SealedDecision decision;
    decision.id = domain::DecisionId(reader.text());
    decision.item = domain::ItemId(reader.text());
    decision.seq = before.nextSeq;
    decision.prev = before.newest;
    decision.jws = reader.text();
    decision.rendered = reader.text();
    decision.summary = reader.text();
    if (reader.hasFailed() || !reader.isAtEnd())
        return std::nullopt;
    return decision;
}

// What stays in the clear of a record.
Bytes headerOf(std::uint8_t kind, const audit::ChainHead &before)
{
    return FieldWriter()
        .number(kind)
        .number(static_cast<std::uint64_t>(before.nextSeq))
        .text(before.newest.text())
        .bytes();
}

Bytes associated(const domain::DeviceId &device, BytesView header)
{
    return FieldWriter().text(purpose).text(device.text()).raw(header).bytes();
}

// Takes the first record off the file; nothing where its length leads beyond the end.
std::optional<BytesView> takeRecord(BytesView &file)
{
    FieldReader reader(file);
    const auto size = reader.number<std::uint32_t>();
    const BytesView record = reader.raw(size);
    file = reader.rest();
    if (reader.hasFailed())
        return std::nullopt;
    return record;
}

} // namespace

// An opened record: the chain's end before it, and its body.
struct SpoolRecords::Record {
    std::uint8_t kind = baseKind;
    audit::ChainHead before;
    Bytes body;
};

SpoolRecords::SpoolRecords(SecretBytes key, domain::DeviceId device,
                           std::function<void(std::span<std::uint8_t>)> fillRandom)
    : key_(std::move(key)), device_(std::move(device)), fillRandom_(std::move(fillRandom))
{
}

Bytes SpoolRecords::seal(std::uint8_t kind, const audit::ChainHead &before, BytesView body) const
{
    crypto::Nonce nonce{};
    fillRandom_(nonce);
    const Bytes header = headerOf(kind, before);
    const Bytes sealed = crypto::seal(key_.view(), nonce, associated(device_, header), body).value_or(Bytes{});
    const auto size = static_cast<std::uint32_t>(header.size() + nonce.size() + sealed.size());
    return FieldWriter().number(size).raw(header).raw(nonce).raw(sealed).bytes();
}

Bytes SpoolRecords::sealBase(const audit::ChainHead &base) const
{
    return seal(baseKind, base, {});
}

Bytes SpoolRecords::sealDecision(const SealedDecision &decision) const
{
    return seal(decisionKind, headBefore(decision), bodyOf(decision));
}

std::optional<SpoolRecords::Record> SpoolRecords::open(BytesView record) const
{
    FieldReader reader(record);
    Record opened;
    opened.kind = reader.number<std::uint8_t>();
    opened.before.nextSeq = static_cast<std::int64_t>(reader.number<std::uint64_t>());
    opened.before.newest = domain::Digest(reader.text());
    const BytesView header = record.first(record.size() - reader.rest().size());
    crypto::Nonce nonce{};
    std::ranges::copy(reader.raw(nonce.size()), nonce.begin());
    auto body = crypto::open(key_.view(), nonce, associated(device_, header), reader.rest());
    if (reader.hasFailed() || !body)
        return std::nullopt;
    opened.body = std::move(*body);
    return opened;
}

bool SpoolRecords::accept(BytesView record, SpoolContents &contents, audit::ChainHead &end) const
{
    const auto opened = open(record);
    const bool isFirst = contents.state == SpoolContents::State::Unreadable;
    if (!opened || isFirst != (opened->kind == baseKind))
        return false;
    if (isFirst) {
        contents.state = SpoolContents::State::Whole;
        contents.base = end = opened->before;
        return true;
    }
    auto decision = readBody(opened->body, opened->before);
    if (!decision || opened->before != end)
        return false;
    end = headAfter(*decision);
    contents.decisions.push_back(std::move(*decision));
    return true;
}

SpoolContents SpoolRecords::read(BytesView file) const
{
    using State = SpoolContents::State;
    SpoolContents contents{.state = State::Unreadable, .base = {}, .decisions = {}};
    audit::ChainHead end;
    while (!file.empty()) {
        const auto record = takeRecord(file);
        if (record && accept(*record, contents, end))
            continue;
        if (contents.state == State::Whole)
            contents.state = file.empty() ? State::Torn : State::Damaged;
        return contents;
    }
    return contents;
}

} // namespace countersign::store
