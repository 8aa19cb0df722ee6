// How large an audit package and its parts may be; checked before anything is read into memory.
#pragma once

#include "core/protocol/limits.hpp"

#include <cstdint>

namespace countersign::audit
{

inline constexpr std::size_t entriesMax = 4'000'000;
inline constexpr std::size_t pathBytesMax = 128;
inline constexpr std::size_t manifestBytesMax = 1024 * protocol::limits::miB;
inline constexpr std::size_t keysBytesMax = 64 * protocol::limits::miB;
inline constexpr std::size_t lineBytesMax = 2 * protocol::limits::miB;
// An item is a proposal with its policy and tier.
inline constexpr std::size_t itemBytesMax = protocol::limits::proposalBytesMax + 4 * protocol::limits::kiB;
inline constexpr std::size_t renderedBytesMax = protocol::limits::messageBytesMax;
inline constexpr std::size_t jwsFileBytesMax = 4 * protocol::limits::kiB;

inline constexpr protocol::JsonLimits lineLimits{lineBytesMax, 4, 16, 256, protocol::limits::jwsBytesMax, 1024};
inline constexpr protocol::JsonLimits keysLimits{keysBytesMax, 4, 64, 1'000'000, 4096, 32'000'000};
inline constexpr protocol::JsonLimits manifestLimits{manifestBytesMax, 4, 64, entriesMax, 4096, 8 * entriesMax};
inline constexpr protocol::JsonLimits itemLimits{itemBytesMax,
                                                 protocol::limits::depthMax,
                                                 protocol::limits::membersMax,
                                                 protocol::limits::itemsMax,
                                                 protocol::limits::stringBytesMax,
                                                 1'000'000};

} // namespace countersign::audit
