// Bytes as they are hashed, signed and stored. Text that is signed is bytes too (never UTF-16).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign
{

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

[[nodiscard]] inline BytesView asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view asText(BytesView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(std::string_view text)
{
    const BytesView view = asBytes(text);
    return {view.begin(), view.end()};
}

} // namespace countersign
