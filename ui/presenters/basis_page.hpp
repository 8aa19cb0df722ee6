// What a draft rests on, on one page: who made it, from what, by which steps, how sure it is, who set its tier, and
// what its release does. What the agent did not say is said to be missing. Pure; gui thread because of
// tr.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/text_page.hpp"

namespace countersign::presenters
{

// The item must be there.
[[nodiscard]] TextPage describeBasis(const desk::OpenItemView &open);

} // namespace countersign::presenters
