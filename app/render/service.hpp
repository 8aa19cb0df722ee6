// The conversation: reads asks from one descriptor and writes answers to another, until the other side is gone or says
// something unlawful. Blocks. main thread.
#pragma once

#include "app/render/pages.hpp"

namespace countersign::render
{

// The process's exit code: 0 the asker went away, 1 it said something unlawful.
[[nodiscard]] int serve(int asks, int answers);

} // namespace countersign::render
