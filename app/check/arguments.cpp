#include "app/check/arguments.hpp"

#include <string_view>

namespace countersign::check
{

std::optional<Arguments> parse(std::span<char *const> words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool hasValue = i + 1 < words.size();
        if (word == "--json") {
            arguments.asJson = true;
        } else if (word == "--help") {
            arguments.wantsHelp = true;
        } else if (word == "--version") {
            arguments.wantsVersion = true;
        } else if (word == "--policy" && hasValue) {
            arguments.policyFile = words[++i];
        } else if (word == "--now" && hasValue) {
            arguments.now = parseInstant(words[++i]);
            if (!arguments.now)
                return std::nullopt;
        } else if (word == "-" || !word.starts_with("-")) {
            arguments.files.emplace_back(word);
        } else {
            return std::nullopt;
        }
    }
    if (arguments.files.empty() && !arguments.wantsHelp && !arguments.wantsVersion)
        return std::nullopt;
    return arguments;
}

} // namespace countersign::check
