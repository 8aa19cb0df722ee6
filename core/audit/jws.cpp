#include "core/audit/jws.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>

namespace countersign::audit
{
namespace
{

using protocol::Json;

constexpr std::string_view algorithm = "EdDSA";
constexpr std::size_t signatureBytes = 64;
constexpr std::size_t thumbprintBytes = 32;

struct Parts {
    std::string_view header, payload, signature;
};

Result<Parts, ChainError> split(std::string_view compact)
{
    if (compact.size() > protocol::limits::jwsBytesMax)
        return failure(ChainError::TooLarge);
    const std::size_t first = compact.find('.');
    const std::size_t last = compact.rfind('.');
    if (first == std::string_view::npos || first == last || compact.find('.', first + 1) != last)
        return failure(ChainError::NotThreeParts);
    return Parts{compact.substr(0, first), compact.substr(first + 1, last - first - 1), compact.substr(last + 1)};
}

Result<std::string, ChainError> decodePart(std::string_view part)
{
    const auto bytes = base64urlDecode(part);
    if (!bytes)
        return failure(ChainError::NotBase64url);
    return std::string(asText(*bytes));
}

bool isThumbprint(std::string_view text)
{
    const auto bytes = base64urlDecode(text);
    return bytes && bytes->size() == thumbprintBytes;
}

Result<domain::KeyId, ChainError> readHeader(JwsType type, std::string_view bytes)
{
    if (bytes.size() > protocol::limits::jwsHeaderBytesMax)
        return failure(ChainError::TooLarge);
    const auto header = protocol::decodeStrict(bytes, protocol::limits::jwsHeader);
    if (!header)
        return failure(ChainError::HeaderNotJson);
    const Json::Object *members = header->asObject();
    if (members == nullptr || members->size() != 3)
        return failure(ChainError::HeaderMembers);
    std::array<const std::string *, 3> values{};
    std::ranges::transform(std::array{"alg", "kid", "typ"}, values.begin(), [&](const char *name) {
        const Json *value = header->find(name);
        return value == nullptr ? nullptr : value->asString();
    });
    if (std::ranges::count(values, nullptr) != 0)
        return failure(ChainError::HeaderMembers);
    const auto &[alg, kid, typ] = values;
    if (*alg != algorithm)
        return failure(ChainError::WrongAlgorithm);
    if (*typ != typText(type))
        return failure(ChainError::WrongType);
    if (!isThumbprint(*kid))
        return failure(ChainError::MalformedKeyId);
    return domain::KeyId(*kid);
}

std::optional<ChainError> refusePayload(std::string_view payload)
{
    const auto value = protocol::decodeStrict(payload, protocol::limits::statement);
    if (!value || value->asObject() == nullptr)
        return ChainError::PayloadNotJson;
    if (protocol::canonical(*value).value_or("") != payload)
        return ChainError::PayloadNotCanonical;
    return std::nullopt;
}

} // namespace

std::string_view typText(JwsType type)
{
    switch (type) {
    case JwsType::Decision:
        return "countersign-decision+jws";
    case JwsType::Receipt:
        return "countersign-receipt+jws";
    case JwsType::EventsReceipt:
        return "countersign-events-receipt+jws";
    case JwsType::Checkpoint:
        return "countersign-checkpoint+jws";
    case JwsType::Manifest:
        return "countersign-manifest+jws";
    }
    return {};
}

std::string signingInput(JwsType type, const domain::KeyId &kid, std::string_view payload)
{
    const std::string header =
        R"({"alg":"EdDSA","kid":")" + kid.text() + R"(","typ":")" + std::string(typText(type)) + "\"}";
    return base64urlEncode(asBytes(header)) + '.' + base64urlEncode(asBytes(payload));
}

std::string assembleJws(std::string_view signingInput, const crypto::Signature &signature)
{
    return std::string(signingInput) + '.' + base64urlEncode(signature);
}

std::string signJws(JwsType type, const crypto::SigningKey &key, std::string_view payload)
{
    const std::string input = signingInput(type, domain::KeyId(crypto::thumbprint(key.publicKey())), payload);
    return assembleJws(input, crypto::sign(key, asBytes(input)));
}

Result<JwsParts, ChainError> parseJws(JwsType type, std::string_view compact)
{
    const auto parts = split(compact);
    if (!parts)
        return failure(parts.error());
    const auto kid =
        decodePart(parts->header).and_then([&](const std::string &bytes) { return readHeader(type, bytes); });
    if (!kid)
        return failure(kid.error());
    auto payload = decodePart(parts->payload);
    if (!payload)
        return failure(payload.error());
    const auto signature = base64urlDecode(parts->signature);
    if (!signature)
        return failure(ChainError::NotBase64url);
    if (signature->size() != signatureBytes)
        return failure(ChainError::SignatureSize);
    if (const auto refusal = refusePayload(*payload))
        return failure(*refusal);
    JwsParts result{*kid, *std::move(payload), {}, compact.size() - parts->signature.size() - 1};
    std::ranges::copy(*signature, result.signature.begin());
    return result;
}

bool isSignedBy(const crypto::PublicKey &key, std::string_view compact, const JwsParts &parts)
{
    return crypto::verify(key, asBytes(compact.substr(0, parts.signedBytes)), parts.signature);
}

Result<JwsParts, ChainError> verifyJws(JwsType type, std::string_view compact, const crypto::PublicKey &key)
{
    auto parts = parseJws(type, compact);
    if (!parts)
        return parts;
    if (parts->kid.text() != crypto::thumbprint(key))
        return failure(ChainError::OtherKey);
    if (!isSignedBy(key, compact, *parts))
        return failure(ChainError::SignatureInvalid);
    return parts;
}

domain::Digest jwsDigest(std::string_view compact)
{
    return domain::Digest(crypto::digestText(asBytes(compact)));
}

} // namespace countersign::audit
