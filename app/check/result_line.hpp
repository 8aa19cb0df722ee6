// One proposal in, one line out. Pure but for the clock that times it; any thread.
#pragma once

#include "app/check/policy_file.hpp"
#include "core/base/instant.hpp"

#include <optional>
#include <string>

namespace countersign::check
{

struct ResultLine {
    std::string text; // without the line's end
    bool isDecoded = false;
    bool hasStop = false;
};

enum class Form { Json, Plain };

[[nodiscard]] ResultLine resultOf(const std::string &document, const Policy &policy, std::optional<Instant> now,
                                  Form form);

} // namespace countersign::check
