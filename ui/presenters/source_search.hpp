// Full text over every source of an item, as it is typed: read or not, on the very blocks that the viewer shows. Lives
// in memory beside the item and goes with it; nothing is written anywhere (decision 22). Case and marks of letters
// are set aside; a hit may begin within a word ("150mg"). Pure; one thread.
#pragma once

#include "core/domain/proposal.hpp"
#include "ui/presenters/source_page.hpp"

#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace countersign::presenters
{

struct SearchHit {
    domain::SourceId source;
    int block = 0;          // of the source's page
    int start = 0, end = 0; // in the text of that block, as QString counts
    std::size_t page = 0;   // of a document, from 0
    bool operator==(const SearchHit &) const = default;
};

class SourceSearch
{
public:
    static constexpr std::size_t hitsMax = 500; // more cannot be walked through; that there are more is said
    static constexpr qsizetype lettersMin = 2;

    struct Found {
        std::vector<SearchHit> hits; // in the order in which the sources were added
        std::size_t sources = 0;     // that hold at least one of them
        bool hasMore = false;
    };

    void add(const domain::SourceId &source, const SourcePage &page);
    // All words must stand in one block. Where they stand side by side, that is the hit; otherwise the longest is.
    [[nodiscard]] Found find(const QString &words) const;

private:
    using Signature = std::bitset<8192>; // of the trigrams that occur: what lacks one of the words' is not looked at

    // Neighbouring blocks of one source, folded, one after the other.
    struct Part {
        std::size_t source = 0;
        std::string folded;
        struct Block {
            std::size_t start = 0; // in folded, of its label or its text
            std::size_t text = 0;  // where its text begins
            int block = 0;
        };
        std::vector<Block> blocks;
        Signature trigrams;
    };
    struct Source {
        domain::SourceId id;
        std::shared_ptr<const TextBlocks> blocks;
        std::vector<std::size_t> pages; // of each block
    };
    struct Query {
        std::string phrase;
        std::vector<std::string> words;
        std::size_t longest = 0;
        std::vector<std::size_t> trigrams;
    };

    [[nodiscard]] static Query queryOf(const QString &words);
    static void seal(Part &part);
    void findIn(const Part &part, const Query &query, Found &found) const;
    void findInBlock(const Part &part, std::size_t block, const Query &query, Found &found) const;
    void addHit(const Part &part, const Part::Block &block, std::size_t at, std::size_t length, Found &found) const;

    std::vector<Source> sources_;
    std::vector<Part> parts_;
};

} // namespace countersign::presenters
