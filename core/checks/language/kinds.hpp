// Things of one kind, that a hasty writer takes for each other: two pictures, two clinics, two movements. Pure; any
// thread.
#pragma once

#include "core/checks/language/lexicon.hpp"

namespace countersign::checks
{

using KindMask = std::uint32_t; // one bit for each kind

// The kinds that this term is of; 0 for most.
[[nodiscard]] KindMask kindsOf(const Term &term);
[[nodiscard]] KindMask kindsOf(std::string_view name);

} // namespace countersign::checks
