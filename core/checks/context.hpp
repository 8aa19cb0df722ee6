// A proposal made ready for the checks: every text read once, every cited passage found, every word of the sources
// counted. Linear in the proposal's size. It refers to the proposal, which must outlive it. Pure; any thread.
#pragma once

#include "core/checks/language/reading.hpp"
#include "core/checks/policy.hpp"
#include "core/domain/proposal.hpp"

#include <limits>
#include <memory>
#include <unordered_map>

namespace countersign::checks
{

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

struct Range {
    std::uint32_t first = 0, last = 0; // tokens, last excluded
    [[nodiscard]] bool isEmpty() const { return first >= last; }
};

// Places of the body by id, one bit each; bit 0 where none is named.
using SiteMask = std::uint64_t;
[[nodiscard]] SiteMask sitesIn(const Reading &reading, const Segment &segment);
// Whether what was said with those places can be of these.
[[nodiscard]] inline bool canBeSame(SiteMask a, SiteMask b)
{
    return (a & b) != 0 || ((a | b) & 1U) != 0;
}

struct SourceView {
    const domain::Source *source = nullptr;
    std::string joinedPages; // where the text comes in pages
    std::string_view text;
    Reading reading;
    std::vector<std::uint32_t> words; // of each term: its index in Context::words
    std::vector<SiteMask> sites;      // of each segment
    std::vector<std::uint16_t> drugs; // each once
    std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> drugPlaces; // terms
    bool isEvidence = false;                                                  // read, and of this patient or of none
};

struct Passage {
    std::size_t source = nowhere;
    Range tokens; // with the answer to a question that ends it
    Range terms;
};

enum class QuoteFate { Found, FoundElsewhere, Altered, Missing, NoSource, NoText };

struct CitationView {
    const domain::Citation *citation = nullptr;
    std::size_t source = nowhere;
    QuoteFate fate = QuoteFate::Missing;
    Range closest; // tokens of the source
};

struct StatementView {
    const domain::Section *section = nullptr;
    const domain::Statement *statement = nullptr;
    Reading reading;
    std::vector<std::uint32_t> words;
    std::vector<CitationView> citations;
    std::vector<Passage> passages;
};

// What all the evidence says of one word.
struct WordFacts {
    std::uint32_t affirmed = 0, negated = 0, open = 0, ofFamily = 0, hedged = 0, stopped = 0, continued = 0;
    SiteMask affirmedAt = 0, negatedAt = 0; // places of the body named with it
    std::uint32_t draftAffirmed = 0;
    std::uint32_t drafted = 0;    // how many statements have it
    std::size_t source = nowhere; // where it is met first
    std::uint32_t term = 0;
    std::uint32_t firstAffirmed = 0, firstNegated = 0;
    [[nodiscard]] std::uint32_t count() const { return affirmed + negated + open; }
};

struct NumberPlace {
    std::size_t source = nowhere;
    std::uint32_t quantity = 0;
};

class Context
{
public:
    Context(const domain::Proposal &proposal, const CheckPolicy &policy, Instant now);

    const domain::Proposal &proposal;
    const CheckPolicy &policy;
    Instant now;
    const Lexicon &lexicon;
    std::vector<SourceView> sources;
    std::vector<StatementView> statements;
    std::vector<WordFacts> words; // by the index that a view's `words` holds

    // Where the evidence has that number, at most `numberPlacesMax`.
    [[nodiscard]] const std::vector<NumberPlace> *placesOf(double number) const;
    [[nodiscard]] bool hasEvidence() const { return hasEvidence_; }
    // Which drugs a source names, and with which terms.
    [[nodiscard]] const std::vector<std::uint16_t> &drugsOf(std::size_t source) const { return sources[source].drugs; }
    [[nodiscard]] const std::vector<std::uint32_t> &drugPlaces(std::size_t source, std::uint16_t drug) const;
    [[nodiscard]] const WordFacts *factsOf(WordKey key) const;

private:
    void readSources();
    void readStatements();
    std::uint32_t wordOf(WordKey key);
    std::vector<std::uint32_t> wordsOf(const Reading &reading);
    void countWords(std::size_t source);
    void countNumbers(std::size_t source);
    bool hasEvidence_ = false;

    std::unordered_map<WordKey, std::uint32_t> wordIndex_;
    std::unordered_map<std::int64_t, std::vector<NumberPlace>> numbers_; // by thousandths
};

// A number as it is looked up: thousandths, rounded.
[[nodiscard]] std::int64_t thousandths(double number);

// Finds the passages that the statement's citations name (citations.cpp).
void resolveCitations(const std::vector<SourceView> &sources, const domain::Proposal &proposal, StatementView &view);

} // namespace countersign::checks
