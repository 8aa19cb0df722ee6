// The command line, as tools.md writes it: words, options with a value, options without.
#pragma once

#include "core/base/result.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::gateway
{

struct ArgumentError {
    std::string option; // unknown, without its value, or given twice
};

class Arguments
{
public:
    // `valued` options take the next word; `bare` ones do not.
    [[nodiscard]] static Result<Arguments, ArgumentError> parse(std::span<const std::string> words,
                                                                std::span<const std::string_view> valued,
                                                                std::span<const std::string_view> bare);

    [[nodiscard]] const std::vector<std::string> &words() const { return words_; }
    [[nodiscard]] bool has(std::string_view option) const { return options_.contains(option); }
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;

private:
    std::vector<std::string> words_;
    std::map<std::string, std::string, std::less<>> options_;
};

} // namespace countersign::gateway
