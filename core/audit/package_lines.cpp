#include "core/audit/package_lines.hpp"

#include "core/audit/package_limits.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace countersign::audit
{
namespace
{

using protocol::Of;
using protocol::Rule;

constexpr protocol::Words<6> kinds{"release", "outcome", "expired", "withdrawn", "superseded", "invalidated"};
domain::Digest digestOfLine(const EventLine &line)
{
    return domain::Digest(crypto::digestText(asBytes(formatInstant(line.receivedAt) + '\n' + line.entry)));
}

constexpr std::array<std::string_view, 3> statuses{"completed", "failed", "rolled-back"};

} // namespace

template <class Io>
void describe(Io &io, Of<Io, DecisionLine> &v)
{
    io.required("index", v.index, protocol::Range{.min = 0});
    io.required("receivedAt", v.receivedAt);
    io.required("jws", v.jws);
    io.required("receipt", v.receipt);
    io.optional("erased", v.erased);
}

template <class Io>
void describe(Io &io, Of<Io, CheckpointLine> &v)
{
    io.required("jws", v.jws);
}

template <class Io>
void describe(Io &io, Of<Io, EventLine> &v)
{
    io.required("receivedAt", v.receivedAt);
    io.required("entry", v.entry);
    domain::Digest digest = digestOfLine(v);
    io.required("digest", digest);
    if constexpr (Io::isReading) {
        if (digest != digestOfLine(v))
            io.refuse(Rule::BadDigest);
    }
}

template <class Io>
void describe(Io &io, Of<Io, Release> &v)
{
    io.required("itemDigest", v.itemDigest);
    io.required("policy", v.policy);
    io.required("requiredSignatures", v.requiredSignatures, protocol::Range{.min = 1});
    io.required("decisions", v.decisions);
}

template <class Io>
void describe(Io &io, Of<Io, Reported> &v)
{
    io.required("status", v.status);
    io.optional("effectDigest", v.effectDigest);
}

template <class Io>
void describe(Io &, Of<Io, Expired> &)
{
}

template <class Io>
void describe(Io &, Of<Io, Withdrawn> &)
{
}

template <class Io>
void describe(Io &io, Of<Io, Superseded> &v)
{
    io.required("by", v.by);
}

template <class Io>
void describe(Io &io, Of<Io, Invalidated> &v)
{
    io.required("decision", v.decision);
}

template <class Io>
void describe(Io &io, Of<Io, OutcomeLine> &v)
{
    io.required("itemId", v.item);
    io.required("revision", v.revision, protocol::Range{.min = 1});
    io.required("at", v.at);
    io.choice("kind", v.what, kinds, Rule::UnknownWord);
    io.nullable("prev", v.prev);
}

namespace
{

template <class Line>
std::string encode(const Line &line)
{
    return protocol::canonical(protocol::Writer::write(line)).value_or("");
}

template <class Line>
Result<Line, ChainError> decode(std::string_view bytes)
{
    const auto json = protocol::decodeStrict(bytes, lineLimits);
    if (!json || protocol::canonical(*json).value_or("") != bytes)
        return failure(ChainError::LineMalformed);
    auto line = protocol::readDocument<Line>(*json);
    if (!line)
        return failure(ChainError::LineMalformed);
    return *std::move(line);
}

} // namespace

std::string encodeLine(const DecisionLine &line)
{
    return encode(line);
}

std::string encodeLine(const OutcomeLine &line)
{
    return encode(line);
}

std::string encodeLine(const CheckpointLine &line)
{
    return encode(line);
}

std::string encodeLine(const EventLine &line)
{
    return encode(line);
}

Result<CheckpointLine, ChainError> decodeCheckpointLine(std::string_view bytes)
{
    return decode<CheckpointLine>(bytes);
}

Result<EventLine, ChainError> decodeEventLine(std::string_view bytes)
{
    auto line = decode<EventLine>(bytes);
    if (line && encode(*line) != bytes)
        return failure(ChainError::LineMalformed);
    return line;
}

Result<DecisionLine, ChainError> decodeDecisionLine(std::string_view bytes)
{
    auto line = decode<DecisionLine>(bytes);
    // Nothing signed repeats this instant's spelling, so it has one.
    if (line && bytes.find("\"receivedAt\":\"" + formatInstant(line->receivedAt) + '"') == std::string_view::npos)
        return failure(ChainError::LineMalformed);
    return line;
}

Result<OutcomeLine, ChainError> decodeOutcomeLine(std::string_view bytes)
{
    auto line = decode<OutcomeLine>(bytes);
    if (!line)
        return line;
    const auto *reported = std::get_if<Reported>(&line->what);
    if (reported != nullptr && std::ranges::find(statuses, reported->status) == statuses.end())
        return failure(ChainError::LineMalformed);
    return line;
}

} // namespace countersign::audit
