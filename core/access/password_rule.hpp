// Whether a new password of a profile is worth its name (reliability.md 6.1): long enough, and none of those that
// everybody tries first. Pure; any thread. Nothing of the password is copied to where it would not be wiped.
#pragma once

#include "core/base/bytes.hpp"

namespace countersign::access
{

inline constexpr int passwordCharactersMin = 12;

enum class PasswordFault {
    None,
    TooShort,
    Common // words that are tried first and what is put around them, one thing again and again, or a run of keys
};

// UTF-8.
[[nodiscard]] PasswordFault faultOf(BytesView password);

} // namespace countersign::access
