// The only reader of JSON in the product: strict as the contract's "Common types" says, for both ends of the wire.
// Pure, any thread. Memory is bounded by the limits before it is taken; nesting is bounded, so that nothing that
// walks a decoded value can exhaust the stack.
#pragma once

#include "core/base/result.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/wire_error.hpp"

#include <string_view>

namespace countersign::protocol
{

enum class Numbers {
    Integers, // within ±(2^53−1), anything else refused: every document of the contract
    Any,      // other numbers kept as their text: FHIR resources and other JSON inside strings
};

[[nodiscard]] Result<Json, WireError> decodeStrict(std::string_view bytes, const JsonLimits &limits,
                                                   Numbers numbers = Numbers::Integers);

} // namespace countersign::protocol
