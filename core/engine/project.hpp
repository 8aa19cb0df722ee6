// The world as people see it. Parts that did not change are the previous snapshot's.
#pragma once

#include "core/desk/snapshot.hpp"
#include "core/engine/world.hpp"

#include <memory>

namespace countersign::engine
{

[[nodiscard]] std::shared_ptr<const desk::DeskSnapshot>
project(const World &world, const Changed &changed, const desk::DeskSnapshot &previous, const Moment &moment);

} // namespace countersign::engine
