// One proposal in, one line out. Pure but for the clock that times it; any thread.
#pragma once

#include "app/check/rules.hpp"
#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/protocol/wire_error.hpp"
#include "core/rulebook/policy_checks.hpp"

#include <optional>
#include <string>

namespace countersign::check
{

struct ResultLine {
    std::string text; // without the line's end
    bool hasStop = false;
};

enum class Form { Json, Plain };

// The rule that it breaks where the document is no proposal.
[[nodiscard]] Result<ResultLine, protocol::WireError> resultOf(const std::string &document, const Rules &rules,
                                                               const rulebook::ManyChecks &checks,
                                                               std::optional<Instant> now, Form form);

} // namespace countersign::check
