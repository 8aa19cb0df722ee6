// UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance. Pure.
#pragma once

#include "core/base/instant.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace countersign::engine
{

using Dice = std::array<std::uint8_t, 16>;

[[nodiscard]] std::string uuid7(Instant now, const Dice &dice);

} // namespace countersign::engine
