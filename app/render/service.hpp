// The conversation: reads asks from one descriptor and writes answers to another, until the other side is gone or says
// something unlawful. Blocks. main thread.
#pragma once

#include "app/render/pages.hpp"

namespace countersign::render
{

// A document and a picture are many times a pipe's usual room: what goes through in one piece costs fewer turns. Before
// the walls are raised.
void widenPipes(int asks, int answers);

// The memory that a document will be put into: from here on under the number that the protocol gives it, with some room
// made ready. Before the walls are raised.
[[nodiscard]] bool takeMemory(int descriptor);

// The process's exit code: 0 the asker went away, 1 it said something unlawful.
[[nodiscard]] int serve(int asks, int answers);

} // namespace countersign::render
