// A proposal made ready for the checks: every text read once, every cited passage found, every word of the sources
// counted. Linear in the proposal's size. It refers to the proposal, which must outlive it. Pure; any thread.
#pragma once

#include "core/checks/policy.hpp"
#include "core/checks/readings.hpp"
#include "core/checks/source_words.hpp"
#include "core/domain/proposal.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

namespace countersign::checks
{

class Chart;

// Of one kind of thing in one statement, no more are held against its passages: so that a check stays linear, however
// long a hostile statement is.
inline constexpr std::size_t judgedMax = 32;

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

struct Range {
    std::uint32_t first = 0, last = 0; // tokens, last excluded
    [[nodiscard]] bool isEmpty() const { return first >= last; }
};

// Whether what was said with those places can be of these.
[[nodiscard]] inline bool canBeSame(SiteMask a, SiteMask b)
{
    const bool isSameSide = (a & sideBits) == 0 || (b & sideBits) == 0 || (a & b & sideBits) != 0;
    return isSameSide && ((a & b & ~sideBits) != 0 || ((a | b) & 1U) != 0);
}

struct WordPlace {
    std::uint32_t source = 0, term = 0;
};

// Open addressing, never erased from: the words of the draft, each with its index.
class WordIndex
{
public:
    // With room for so many before it grows.
    explicit WordIndex(std::size_t words);
    // The index of that word; `next` and true where it is new.
    std::pair<std::uint32_t, bool> insert(WordKey key, std::uint32_t next);
    [[nodiscard]] std::optional<std::uint32_t> find(WordKey key) const;

private:
    struct Slot {
        WordKey key = 0;
        std::uint32_t index = 0; // plus one; 0 where the slot is free
    };
    void grow();
    std::vector<Slot> slots_; // a power of two of them
    std::size_t used_ = 0;
};

// What all the evidence says of one word; a place that says "first" is one only where the number beside
// it is not 0.
struct WordFacts {
    std::uint32_t affirmed = 0, negated = 0, open = 0, negatedOther = 0, ofFamily = 0, hedged = 0, stopped = 0,
                  continued = 0, planned = 0, done = 0;
    SiteMask affirmedAt = 0, negatedAt = 0; // places of the body named with it
    std::uint32_t draftAffirmed = 0;
    std::uint32_t drafted = 0;    // how many statements have it
    std::size_t source = nowhere; // where it is met first
    std::uint32_t term = 0;
    WordPlace firstAffirmed, firstNegated;
    void add(const SourceWords &words, const SourceWord &word, std::uint32_t from); // what one source says of it
    [[nodiscard]] std::uint32_t count() const { return affirmed + negated + open + negatedOther; }
};

struct SourceView {
    SourceView(const domain::Source &of, Readings *known); // null: nothing is known from before
    const domain::Source *source = nullptr;
    std::string joinedPages; // where the text comes in pages
    std::string_view text;
    std::shared_ptr<const Reading> held; // never null
    const Reading &reading;              // what is held
    const SourceWords &words;
    bool isEvidence = false; // read, and of this patient or of none
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
    StatementView(const domain::Section &within, const domain::Statement &of, Readings *known)
        : section(&within), statement(&of), held(readStatement(of.text, known)), reading(*held)
    {
    }
    const domain::Section *section = nullptr;
    const domain::Statement *statement = nullptr;
    std::shared_ptr<const Reading> held; // never null
    const Reading &reading;              // what is held
    std::vector<std::uint32_t> words;    // of each term: its index in Context::words
    std::vector<CitationView> citations;
    std::vector<Passage> passages;
    std::optional<Passage> nearest; // where its words stand together best, if they do
    double support = 1;             // the share of its words, by weight, that stand there
};

struct NumberPlace {
    std::size_t source = nowhere;
    std::uint32_t quantity = 0;
};

class Context
{
public:
    Context(const domain::Proposal &proposal, const CheckPolicy &policy, Instant now, Readings *known = nullptr);

    const domain::Proposal &proposal;
    const CheckPolicy &policy;
    Instant now;
    const Lexicon &lexicon;
    std::shared_ptr<const Chart> chart; // the FHIR content of the sources; never null
    std::vector<SourceView> sources;
    std::vector<StatementView> statements;
    std::vector<WordFacts> words; // of the draft, by the index that a statement's `words` holds

    // Where the evidence has that number, at most `numberPlacesMax`; empty where nowhere.
    [[nodiscard]] std::span<const NumberPlace> placesOf(double number) const;
    [[nodiscard]] bool hasEvidence() const { return hasEvidence_; }
    // Which drugs a source names, and with which terms.
    [[nodiscard]] const std::vector<std::uint16_t> &drugsOf(std::size_t source) const;
    [[nodiscard]] const std::vector<std::uint32_t> &drugPlaces(std::size_t source, std::uint16_t drug) const;
    // Of any word, of the draft or not.
    [[nodiscard]] WordFacts factsOf(WordKey key) const;
    // Whether the draft or any source has that word, be it evidence or not.
    [[nodiscard]] bool isNamed(WordKey key) const;
    // Where the evidence has that word, in order.
    [[nodiscard]] std::span<const WordPlace> placesOfWord(std::uint32_t word) const;
    [[nodiscard]] std::span<const WordPlace> placesIn(const Passage &passage, std::uint32_t word) const;
    // How much a word tells of the place where it stands.
    [[nodiscard]] double weightOf(std::uint32_t word, const Term &term) const;

private:
    void readSources(Readings *known);
    void readStatements(Readings *known);
    [[nodiscard]] WordFacts evidenceOf(WordKey key) const;
    void align(); // every statement; alignment.cpp
    std::uint32_t wordOf(WordKey key);
    std::vector<std::uint32_t> wordsOf(const Reading &reading);
    void countNumbers(std::size_t source);
    void indexNumbers();
    bool hasEvidence_ = false;

    WordIndex wordIndex_{512};
    std::vector<std::size_t> placesBegin_{0}; // of each word, and one more
    std::vector<WordPlace> places_;
    struct Number {
        std::int64_t name = 0;             // thousandths
        std::uint32_t first = 0, last = 0; // places
    };
    std::vector<std::pair<std::int64_t, NumberPlace>> allNumbers_; // as they are met
    std::vector<Number> numbers_;                                  // sorted
    std::vector<NumberPlace> numberPlaces_;
};

// A number as it is looked up: thousandths, rounded.
[[nodiscard]] std::int64_t thousandths(double number);

// Whether a statement can be held to that term.
[[nodiscard]] bool bearsWeight(const Term &term);

// The last drug that is named before that token, at most `reach` tokens before; null where there is none.
[[nodiscard]] const Term *drugBefore(const Reading &reading, std::uint32_t token, std::uint32_t reach);

// The passage of those tokens; a question takes the turn that answers it with it.
[[nodiscard]] Passage passageOf(const SourceView &source, std::size_t index, Range tokens);

// Finds the passages that the statement's citations name (citations.cpp).
void resolveCitations(const std::vector<SourceView> &sources, const domain::Proposal &proposal, StatementView &view);

} // namespace countersign::checks
