// What changed between two versions of an item, on one page: the words that came and went, the sources, the agent's own
// note (R-619: looked at before anything is approved). Pure; gui thread only because of tr.
#pragma once

#include "core/domain/item.hpp"
#include "ui/presenters/text_page.hpp"

namespace countersign::presenters
{

[[nodiscard]] TextPage describeDifference(const domain::Item &before, const domain::Item &now);

} // namespace countersign::presenters
