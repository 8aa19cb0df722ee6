// Hexadecimal and base64 (RFC 4648). Decoders accept the one canonical form only: no padding in base64url,
// no stray trailing bits, lower-case hexadecimal, so that one value has one text.
#pragma once

#include "core/base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace countersign
{

[[nodiscard]] std::string hexEncode(BytesView bytes);
[[nodiscard]] std::optional<Bytes> hexDecode(std::string_view text);

[[nodiscard]] std::string base64urlEncode(BytesView bytes);
[[nodiscard]] std::optional<Bytes> base64urlDecode(std::string_view text);

// Standard alphabet with padding, for FHIR base64Binary.
[[nodiscard]] std::string base64Encode(BytesView bytes);
[[nodiscard]] std::optional<Bytes> base64Decode(std::string_view text);

} // namespace countersign
