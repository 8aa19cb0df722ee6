#include "app/gateway/arguments.hpp"

#include <algorithm>

namespace countersign::gateway
{

Result<Arguments, ArgumentError> Arguments::parse(std::span<const std::string> words,
                                                  std::span<const std::string_view> valued,
                                                  std::span<const std::string_view> bare)
{
    const auto isOneOf = [](std::span<const std::string_view> names, const std::string &word) {
        return std::find(names.begin(), names.end(), word) != names.end();
    };
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (!word.starts_with("--")) {
            arguments.words_.push_back(word);
            continue;
        }
        const bool takesValue = isOneOf(valued, word);
        const bool isKnown = takesValue || isOneOf(bare, word);
        if (!isKnown || (takesValue && i + 1 == words.size()) || arguments.has(word))
            return failure(ArgumentError{word});
        arguments.options_.emplace(word, takesValue ? words[++i] : std::string());
    }
    return arguments;
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = options_.find(option);
    return found == options_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace countersign::gateway
