// What is wrong, as RFC 9457 says it: application/problem+json with the rule and, where a document broke it, the place.
// Never content of the document.
#pragma once

#include "app/gateway/http_values.hpp"
#include "core/authority/intake.hpp"
#include "core/authority/lifetimes.hpp"
#include "core/protocol/wire_error.hpp"

#include <string>
#include <string_view>

namespace countersign::gateway
{

[[nodiscard]] HttpAnswer problem(int status, std::string_view rule, std::string_view detail,
                                 std::string_view pointer = {});

[[nodiscard]] HttpAnswer problemOf(const protocol::WireError &error);
[[nodiscard]] HttpAnswer problemOf(const authority::IntakeRefusal &refusal);
[[nodiscard]] HttpAnswer problemOf(authority::AgentRule rule);
// The store failed or too much waits for it.
[[nodiscard]] HttpAnswer unavailable();

} // namespace countersign::gateway
