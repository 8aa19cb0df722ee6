// JSON text as a flat list of lines in the order in which it was written, numbers and unknown members as they stand.
// For showing only: what is signed never passes through here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::presenters
{

struct JsonLine {
    enum class Kind { Object, Array, String, Literal };
    Kind kind = Kind::Literal;
    int depth = 0;
    std::string key;     // of the object it is in; empty in arrays and at the top
    std::string text;    // String: decoded; Literal: number, true, false or null as written
    std::string path;    // "entry[2].resource.code"; empty at the top
    std::size_t end = 0; // one past its last descendant
};
using JsonOutline = std::vector<JsonLine>;

// The text has been read strictly before; nothing for text that has not.
[[nodiscard]] std::optional<JsonOutline> outlineJson(std::string_view text);

// The direct child with that key, or nothing.
[[nodiscard]] const JsonLine *childOf(const JsonOutline &outline, std::size_t parent, std::string_view key);
// The index of a line of that outline.
[[nodiscard]] std::size_t indexOf(const JsonOutline &outline, const JsonLine &line);
// Direct children, as indices.
[[nodiscard]] std::vector<std::size_t> childrenOf(const JsonOutline &outline, std::size_t parent);

} // namespace countersign::presenters
