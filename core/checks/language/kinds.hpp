// Things of one kind, that a hasty writer takes for each other: two pictures, two clinics, two movements. Pure; any
// thread.
#pragma once

#include "core/checks/language/reading.hpp"

namespace countersign::checks
{

using KindMask = std::uint64_t; // one bit for each kind

// The kinds that each term is of; 0 for most.
[[nodiscard]] std::vector<KindMask> kindsIn(const Reading &reading);
[[nodiscard]] KindMask kindsOf(std::string_view name);

} // namespace countersign::checks
