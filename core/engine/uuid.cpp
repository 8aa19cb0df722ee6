#include "core/engine/uuid.hpp"

#include "core/base/encoding.hpp"

namespace countersign::engine
{

std::string uuid7(Instant now, const Dice &dice)
{
    auto bytes = dice;
    const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    auto text = hexEncode(bytes);
    for (const std::size_t dash : {8, 13, 18, 23})
        text.insert(dash, 1, '-');
    return text;
}

} // namespace countersign::engine
