// Resources in a static library are linked in only when somebody asks for them.
#pragma once

namespace countersign::style
{

// Any number of times; gui thread.
void loadResources();

} // namespace countersign::style
