// Crockford's base32 for codes that people copy from paper: no letters that look like digits, whatever case, hyphens
// and spaces wherever they like. A recovery code is 160 bits, eight groups of four. Pure, any thread.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/secret.hpp"

#include <optional>

namespace countersign::crypto
{

inline constexpr std::size_t recoveryCodeSize = 20;

// In groups of four, with hyphens between them. For sizes that are whole groups of five bytes.
[[nodiscard]] SecretBytes codeText(BytesView bytes);
// I and L are read as 1, O as 0. Nothing for what is no code of that size.
[[nodiscard]] std::optional<SecretBytes> readCode(BytesView text, std::size_t size = recoveryCodeSize);

// What somebody typed of a code, as codeText would have written it, without separators; other letters stay as they are.
[[nodiscard]] SecretBytes readCodeLetters(BytesView text);

} // namespace countersign::crypto
