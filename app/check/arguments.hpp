// The command line of countersign-check. Pure.
#pragma once

#include "core/base/instant.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace countersign::check
{

struct Arguments {
    bool asJson = false, wantsHelp = false, wantsVersion = false;
    std::string policyFile;
    std::optional<Instant> now;     // nothing: each proposal is checked as of when it was proposed
    std::vector<std::string> files; // "-" is standard input
};

// Nothing for wrong use.
[[nodiscard]] std::optional<Arguments> parse(std::span<char *const> words);

} // namespace countersign::check
