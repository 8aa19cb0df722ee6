// What a gateway tells supervisors at once, because it may not wait for somebody to read the audit trail (R-121,
//
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <string>

namespace countersign::domain
{

struct Notice {
    enum class Kind {
        EmergencyBegun,    // somebody broke glass; `detail` the reason's code
        SignaturesRefused, // signing failed again and again, and is blocked for a while; `detail` why
        SignInsRefused     // the same at the door
    };
    std::int64_t number = 0; // of the gateway; never given twice
    Kind kind = Kind::EmergencyBegun;
    ReviewerId who;
    std::string name; // printed; empty: nobody whom the gateway knows
    Instant at;
    std::string detail; // a code
    bool operator==(const Notice &) const = default;
};

[[nodiscard]] std::string_view name(Notice::Kind value); // its word; read back by parse (names.hpp)

} // namespace countersign::domain
