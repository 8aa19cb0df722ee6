// What one text says of each of its words, and where: a note of its reading, so that a draft looks up its own words and
// does not count the source's anew. Linear in the text's length. Pure; any thread.
#pragma once

#include "core/checks/language/reading.hpp"

#include <span>

namespace countersign::checks
{

// Places of the body by id, one bit each; bit 0 where none is named; the two highest for left and right.
using SiteMask = std::uint64_t;
inline constexpr SiteMask leftBit = SiteMask{1} << 62, rightBit = SiteMask{1} << 63, sideBits = leftBit | rightBit;
// The places that are named close to a term, within its segment.
[[nodiscard]] SiteMask sitesNear(const Reading &reading, std::uint32_t term);

// One word; the counts end at 65,535. As large as a line of the processor's cache, which is what looking it up costs.
struct alignas(64) SourceWord {
    WordKey key = 0;
    std::uint32_t begin = 0, places = 0;               // among SourceWords' terms
    std::uint32_t firstAffirmed = 0, firstNegated = 0; // terms, where there are any
    SiteMask affirmedAt = 0, negatedAt = 0;            // places of the body named with it
    std::uint16_t affirmed = 0, negated = 0, open = 0, negatedOther = 0, ofFamily = 0, hedged = 0, stopped = 0,
                  continued = 0, planned = 0, done = 0;
};

class SourceWords
{
public:
    explicit SourceWords(const Reading &reading);

    // Null where the text has no such word.
    [[nodiscard]] const SourceWord *find(WordKey key) const;
    // Where it has it, in order: terms.
    [[nodiscard]] std::span<const std::uint32_t> placesOf(const SourceWord &word) const
    {
        return std::span(terms_).subspan(word.begin, word.places);
    }
    // Of each drug and each finding that is affirmed somewhere: the term where it is met first. In order.
    [[nodiscard]] const std::vector<std::uint32_t> &affirmedNames() const { return affirmedNames_; }

private:
    SourceWord &slotFor(WordKey key);
    SourceWord &slotOfKnown(WordKey key);
    void grow();
    void count(const Reading &reading, std::uint32_t term);
    void noteNames(const Reading &reading, const std::vector<std::uint32_t> &firsts);

    std::vector<SourceWord> slots_; // open addressing; a power of two of them, at most three quarters of them taken
    std::size_t used_ = 0;
    std::vector<std::uint32_t> terms_, affirmedNames_;
};

[[nodiscard]] SourceWords wordsIn(const Reading &reading);

} // namespace countersign::checks
