// What is to become of a treatment: begun, raised, lowered, gone on with or ended. Pure; any thread.
#pragma once

#include "core/checks/language/lexicon.hpp"

namespace countersign::checks
{

enum class Change : std::uint8_t { Begin = 1, Raise, Lower, Keep, End };

// A lexicon of verbs alone, each with its Change as its id.
[[nodiscard]] const Lexicon &englishChanges();

} // namespace countersign::checks
