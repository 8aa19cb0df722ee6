#include "core/audit/record_log.hpp"

#include "core/audit/package_limits.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::audit
{

using protocol::Of;
using protocol::Range;
using protocol::Rule;

namespace
{

domain::Digest digestOfLine(const RecordLine &line)
{
    const std::string text = std::to_string(line.index) + '\n' + line.leaf + '\n' + line.salt + '\n' + line.record;
    return domain::Digest(crypto::digestText(asBytes(text)));
}

} // namespace

template <class Io>
void describe(Io &io, Of<Io, LogBegun> &v)
{
    io.required("decisionsSize", v.decisions.size, Range{.min = 0});
    io.required("decisionsRoot", v.decisions.root);
}

// The key as keys.json spells it.
template <class Io>
void describe(Io &io, Of<Io, KeyEnrolled> &v)
{
    std::string jwk = encodeJwk(v.key.publicKey);
    bool isGateway = v.key.role == KeyRole::Gateway;
    io.required("jwk", jwk);
    io.required("gateway", isGateway);
    io.required("owner", v.key.owner, protocol::Length{.min = 1, .max = 64});
    io.optional("device", v.key.device);
    io.required("validFrom", v.key.validFrom);
    if constexpr (Io::isReading) {
        const auto key = decodeJwk(jwk);
        if (!key)
            return io.refuse(Rule::BadId);
        v.key.publicKey = *key;
        v.key.kid = domain::KeyId(crypto::thumbprint(*key));
        v.key.role = isGateway ? KeyRole::Gateway : KeyRole::Reviewer;
    }
}

template <class Io>
void describe(Io &io, Of<Io, KeyRevoked> &v)
{
    io.required("kid", v.kid);
}

template <class Io>
void describe(Io &io, Of<Io, AccountAdded> &v)
{
    io.required("id", v.id);
    io.required("role", v.role);
}

template <class Io>
void describe(Io &io, Of<Io, AccountDisabled> &v)
{
    io.required("id", v.id);
}

template <class Io>
void describe(Io &io, Of<Io, PolicyApplied> &v)
{
    io.required("policy", v.policy);
}

template <class Io>
void describe(Io &io, Of<Io, EventsTaken> &v)
{
    io.required("trail", v.trail);
    io.required("nextSeq", v.nextSeq, Range{.min = 1});
    io.required("head", v.head);
}

template <class Io>
void describe(Io &io, Of<Io, PackageExported> &v)
{
    io.required("by", v.by, protocol::Length{.min = 1, .max = 128});
    io.required("phi", v.holdsPhi);
}

template <class Io>
void describe(Io &io, Of<Io, DecisionErased> &v)
{
    io.required("decision", v.decision, Range{.min = 0});
    io.required("digest", v.digest);
    io.required("by", v.by, protocol::Length{.min = 1, .max = 128});
    io.required("reason", v.reason, protocol::Length{.min = 1, .max = 64});
}

template <class Io>
void describe(Io &io, Of<Io, CoverGiven> &v)
{
    io.required("number", v.number, Range{.min = 1});
    io.required("signer", v.signer);
    io.required("absent", v.cover.absent);
    io.required("name", v.cover.name);
    io.required("since", v.cover.since);
    io.required("until", v.cover.until);
}

template <class Io>
void describe(Io &io, Of<Io, CoverEnded> &v)
{
    io.required("number", v.number, Range{.min = 1});
}

struct RecordDocument {
    Record what;
    bool operator==(const RecordDocument &) const = default;
};

template <class Io>
void describe(Io &io, Of<Io, RecordDocument> &v)
{
    io.constant("schema", "countersign.record/1", Rule::UnknownSchema);
    io.choice("kind", v.what,
              {"log-begun", "key-enrolled", "key-revoked", "account-added", "account-disabled", "policy-applied",
               "events-taken", "package-exported", "decision-erased", "cover-given", "cover-ended"},
              Rule::UnknownWord);
}

template <class Io>
void describe(Io &io, Of<Io, DecisionPlace> &v)
{
    io.required("decision", v.decision, Range{.min = 0});
    io.required("device", v.device);
    io.required("signer", v.signer);
    io.required("seq", v.seq, Range{.min = 0});
}

template <class Io>
void describe(Io &io, Of<Io, RecordLeaf> &v)
{
    io.constant("schema", "countersign.leaf/2", Rule::UnknownSchema);
    io.required("at", v.at);
    io.required("commitment", v.commitment);
    io.optional("decision", v.decision);
}

template <class Io>
void describe(Io &io, Of<Io, RecordLine> &v)
{
    io.required("index", v.index, Range{.min = 0});
    io.required("leaf", v.leaf);
    io.optional("salt", v.salt);
    io.optional("record", v.record);
    domain::Digest digest = digestOfLine(v);
    io.required("digest", digest);
    if constexpr (Io::isReading) {
        if (digest != digestOfLine(v))
            io.refuse(Rule::BadDigest);
    }
}

namespace
{

template <class T>
std::string encode(const T &value)
{
    return protocol::canonical(protocol::Writer::write(value)).value_or("");
}

// One value has one spelling.
template <class T>
Result<T, ChainError> decode(std::string_view bytes, const protocol::JsonLimits &limits, ChainError otherwise)
{
    const auto json = protocol::decodeStrict(bytes, limits);
    auto value = json ? protocol::readDocument<T>(*json) : failure(json.error());
    if (!value || encode(*value) != bytes)
        return failure(otherwise);
    return *std::move(value);
}

} // namespace

std::string recordBytes(const Record &record)
{
    return encode(RecordDocument{record});
}

Result<Record, ChainError> readRecord(std::string_view bytes)
{
    return decode<RecordDocument>(bytes, protocol::limits::statement, ChainError::RecordMalformed)
        .map([](RecordDocument document) { return std::move(document.what); });
}

domain::Digest commitmentOf(const Salt &salt, std::string_view record)
{
    crypto::Sha256 hash;
    hash.update(salt);
    hash.update(asBytes(record));
    return domain::Digest(crypto::formatDigest(hash.finish()));
}

std::string leafBytes(const RecordLeaf &leaf)
{
    return encode(leaf);
}

Result<RecordLeaf, ChainError> readLeaf(std::string_view bytes)
{
    return decode<RecordLeaf>(bytes, protocol::limits::statement, ChainError::RecordMalformed);
}

std::string encodeLine(const RecordLine &line)
{
    return encode(line);
}

Result<RecordLine, ChainError> decodeRecordLine(std::string_view bytes)
{
    return decode<RecordLine>(bytes, lineLimits, ChainError::LineMalformed);
}

} // namespace countersign::audit
