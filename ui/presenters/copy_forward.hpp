// What of a draft stood word for word in an earlier note: ten words in a row or more. The oldest note that has
// them is their origin. Pure; one thread.
#pragma once

#include "core/domain/proposal.hpp"
#include "ui/presenters/source_texts.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::presenters
{

struct CopiedWords {
    Span span;              // code points of the statement
    std::size_t origin = 0; // of the item's sources
};

class CopyForward
{
public:
    static constexpr std::size_t wordsMin = 10;

    CopyForward() = default;
    // Of the notes that say when they were written.
    explicit CopyForward(const std::vector<domain::Source> &sources);

    [[nodiscard]] std::vector<CopiedWords> in(std::string_view statement) const;

private:
    std::unordered_map<std::uint64_t, std::size_t> origins_; // of every run of ten words, by digest
};

} // namespace countersign::presenters
