// Items as a gateway makes them of proposals that lie in a file, one a line. What cannot be read is left out.
#pragma once

#include "core/domain/item.hpp"

#include <memory>
#include <string>
#include <vector>

namespace countersign::support
{

[[nodiscard]] std::vector<std::shared_ptr<const domain::Item>> itemsOf(const std::string &file);

} // namespace countersign::support
