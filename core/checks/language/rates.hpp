// How often, as it is written and said: "twice daily", "bid", "every six hours", "two tablets a day". Linear. Pure; any
// thread.
#pragma once

#include "core/checks/language/reading.hpp"

namespace countersign::checks
{

struct Rate {
    double perMonth = 0;
    std::uint32_t firstTerm = 0, lastTerm = 0; // last excluded
};

[[nodiscard]] std::vector<Rate> ratesIn(const Lexicon &lexicon, const Reading &reading);

} // namespace countersign::checks
