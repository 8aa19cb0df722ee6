// Checks whole streams in parallel, in bounded memory; lines come out in the order of the input.
#pragma once

#include "app/check/result_line.hpp"

#include <istream>
#include <ostream>

namespace countersign::check
{

struct Summary {
    std::size_t proposals = 0;
    bool hasStop = false;
    std::size_t refused = 0; // documents that are no proposals; each is named on `errors` by its number and the rule
};

[[nodiscard]] Summary checkStream(std::istream &input, const Rules &rules, std::optional<Instant> now, Form form,
                                  std::ostream &output, std::ostream &errors);

} // namespace countersign::check
