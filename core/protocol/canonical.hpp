// JSON text of a value. Both are pure, any thread, and walk without recursion.
#pragma once

#include "core/base/result.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>

namespace countersign::protocol
{

// RFC 8785 (JCS): the bytes that are hashed and signed, as UTF-8. Refuses what has no canonical form here: a Number
// kept as text (NotAnInteger), an integer beyond ±(2^53−1) (IntegerOutOfRange), text that is not UTF-8 (NotUtf8) and
// a name given twice (DuplicateMember).
[[nodiscard]] Result<std::string, WireError> canonical(const Json &value);

// Compact text with members in their own order and Numbers as they were written: for documents that nobody signs.
[[nodiscard]] std::string compactText(const Json &value);

} // namespace countersign::protocol
