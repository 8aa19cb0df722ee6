// Finds function bodies by their braces: good enough for a budget, without a compiler.
#pragma once

#include <string_view>
#include <vector>

namespace countersign::architecture
{

struct FunctionExtent {
    std::size_t firstLine = 0; // of the opening brace
    std::size_t lines = 0;     // to the closing brace, both counted
};

// `code` is what onlyCode() left of a file. A lambda or class inside a function counts as part of it.
[[nodiscard]] std::vector<FunctionExtent> functionsIn(std::string_view code);

} // namespace countersign::architecture
