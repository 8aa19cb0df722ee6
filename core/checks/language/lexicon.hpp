// What a language knows: its phrases, each with a role, found by the longest match. A language is a set of tables
// (english_*.cpp); nothing in the checks names a word. Built once, then constant; any thread.
#pragma once

#include "core/checks/language/text.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::checks
{

enum class Role : std::uint8_t {
    Content,        // a word that no table knows: compared by its stem
    Filler,         // says nothing that a check could hold against a source
    Negator,        // denies what follows: "no", "denies", "without"
    NegatedBefore,  // denies what stands before: "ruled out", "is negative"
    PseudoNegation, // looks like one and is none: "not only", "no change"
    Affirmer,       // asserts what follows: "reports", "endorses", "positive for"
    Hedge,          // makes what follows uncertain: "possible", "rule out"
    Condition,      // what follows is not the case now: "if", "return for"
    ScopeEnd,       // ends the reach of those: "but", "however"
    Yes,
    No,       // answers
    Ask,      // begins a question that yes or no answers: "do you have"
    AskOpen,  // begins a question that they do not: "how long"
    Person,   // the patient or whoever speaks
    Relative, // a member of the family
    Family,   // "family history"
    Planned,
    Done,
    Stopped,
    Continued,
    Past,
    Drug,
    Concept,
    Quality,   // how something is, as one of several answers: "mild", "twice daily", "upper"
    Measure,   // what is measured: "blood pressure"
    State,     // how something is: "doing well", "helpful"
    Procedure, // a test, an operation, a class of drugs, a specialist, a way of living: a matter by its name
    Site,
    Side,
    Number,
    Unit,
    Month,
    Weekday,
    DayWord,
    Age,
    Section,
    Allergy,
    Female,
    Male,
};

// What can be asserted or denied.
constexpr bool isSubstance(Role role)
{
    return role == Role::Content || role == Role::Concept || role == Role::Drug || role == Role::Site
           || role == Role::Measure || role == Role::State || role == Role::Procedure;
}

// Ids of cues that reach in their own way.
namespace cue
{
inline constexpr std::uint16_t ofVerb = 1;    // denies a verb: reaches to the next comma
inline constexpr std::uint16_t resolved = 2;  // was there, is no more
inline constexpr std::uint16_t ofOthers = 3;  // "no other": denies more of the kind, not the thing
inline constexpr std::uint16_t atEnd = 4;     // where nothing follows it denies what stands before: "murmurs: none"
inline constexpr std::uint16_t weakAsk = 5;   // begins a question only where a sentence begins: "any"
inline constexpr std::uint16_t owner = 6;     // "my": a person who has, not one who does
inline constexpr std::uint16_t nearby = 7;    // "unable to", a "negative" test: denies what stands next
inline constexpr std::uint16_t anyOf = 8;     // "any": asserts nothing; asks where nothing denies it
inline constexpr std::uint16_t copula = 9;    // "is": what stands before it begins a clause of its own
inline constexpr std::uint16_t ofLikes = 11;  // "like this": a denial before it leaves others of the kind
inline constexpr std::uint16_t passive = 12;  // "was performed": what stands before it was
inline constexpr std::uint16_t formerly = 13; // of another time than now
inline constexpr std::uint16_t weakYes = 10;  // "a little": answers only where it comes first
} // namespace cue

// The questions that qualities answer; an id is the question and the answer, the first answer being 1.
namespace quality
{
inline constexpr std::uint16_t period = 1, route = 2, dayTime = 3, degree = 4, level = 5, result = 6, rhythm = 7,
                               integrity = 8, tension = 9, chronicity = 10, height = 11, depth = 12, front = 13,
                               reach = 14, effort = 15, phase = 16, moisture = 17, constancy = 18, edge = 19,
                               control = 20, order = 21, symmetry = 22, extent = 23, number = 24, size = 25,
                               setting = 26, breath = 27, pace = 28, trend = 29, presence = 30, standing = 31,
                               bend = 32, rotation = 33, spread = 34, germ = 35, dimensions = 36;
inline constexpr std::uint16_t answersMax = 16;
constexpr std::uint16_t idOf(std::uint16_t dimension, std::uint16_t answer)
{
    return static_cast<std::uint16_t>(dimension * answersMax + answer);
}
} // namespace quality

enum class Polarity : std::uint8_t { Affirmed, Negated, Open }; // Open: asked, feared or gone; no evidence either way

struct Term {
    Role role = Role::Content;
    std::uint16_t id = 0;              // which drug, concept, side, unit…; equal for synonyms
    std::uint32_t first = 0, last = 0; // tokens, last excluded
    WordKey key = 0;                   // equal for what is to be found again
    double value = 0;                  // of a number; of a concept that is denied in itself ("afebrile") below 0
    std::uint32_t segment = 0;
    Polarity polarity = Polarity::Affirmed;
    bool isHedged = false;
    bool isFamily = false; // said of a relative
    bool isStopped = false;
    bool isPlanned = false, isDone = false;
    bool isVerbDenied = false; // by "not", directly
    bool isNounDenied = false; // by "no" or "denies", among the first things after it
    bool isAsked = false;      // Open because it was asked; an answer can settle it
    bool isOther = false;      // by "no other": another of the kind, not this
    std::uint16_t bytes = 0;   // of its text, counted to 65,535
};

struct DrugFacts {
    std::string_view ingredient;
    std::string_view drugClass;
    double leastDose = 0, mostDose = 0; // usual single dose in milligrams; 0 where the table does not say
};

// Units of one dimension can stand for each other.
enum class Dimension : std::uint8_t {
    None,
    Mass,
    Weight,
    Ounce,
    Volume,
    Count,
    Pressure,
    MassConcentration,
    AmountConcentration,
    Equivalents,
    Units,
    Percent,
    Length,
    Distance,
    Temperature,
    Angle,
    Rate,
    Time,
    Frequency,
};

struct UnitFacts {
    std::string_view code; // UCUM
    Dimension dimension = Dimension::None;
    double factor = 1; // to the dimension's base
};

class Lexicon
{
public:
    struct Phrase {
        std::uint32_t firstWord = 0; // in the lexicon's words
        std::uint32_t wordCount = 0;
        Role role = Role::Content;
        std::uint16_t id = 0;
        WordKey key = 0;
        double value = 0;
    };

    void add(Role role, std::string_view phrases, std::uint16_t id = 0, double value = 0);
    std::uint16_t addDrug(const DrugFacts &facts);
    std::uint16_t addUnit(const UnitFacts &facts);
    std::uint16_t addConcept(std::string_view name);
    // The concept of that name, which a table has added.
    [[nodiscard]] std::uint16_t findConcept(std::string_view name) const;
    // The concepts until here mean little without a place of the body.
    void endSiteBound() { siteBound_ = concepts_.size(); }
    [[nodiscard]] bool isSiteBound(const Term &term) const
    {
        return term.role == Role::Concept && term.id < siteBound_;
    }
    // The parts of the body that a site lies in or holds, a letter each; '*' is all.
    void setRegions(std::uint16_t site, std::string_view letters);
    // Whether two sites can be one place.
    [[nodiscard]] bool canOverlap(std::uint16_t a, std::uint16_t b) const
    {
        return a == b || a >= regions_.size() || b >= regions_.size() || (regions_[a] & regions_[b]) != 0;
    }
    // After the last add.
    void seal();

    // The longest phrase that begins at that token; null where none does. Most words begin none.
    [[nodiscard]] const Phrase *match(std::span<const Token> tokens) const
    {
        return firsts_.mayHold(tokens.front().key) ? find(tokens) : nullptr;
    }

    [[nodiscard]] const DrugFacts &drug(std::uint16_t id) const { return drugs_[id]; }
    [[nodiscard]] const UnitFacts &unit(std::uint16_t id) const { return units_[id]; }
    [[nodiscard]] std::string_view conceptName(std::uint16_t id) const { return concepts_[id]; }
    [[nodiscard]] std::size_t drugCount() const { return drugs_.size(); }
    [[nodiscard]] bool areLookAlike(std::uint16_t a, std::uint16_t b) const;
    // Two drugs by name; a name that no table holds is left out.
    void notePair(std::string_view one, std::string_view other);
    // The drug of that name; drugCount() where there is none.
    [[nodiscard]] std::uint16_t findDrug(std::string_view name) const;

private:
    // Phrases that begin with a word, or with two: a range of phrases_, where those lie together.
    struct Slot {
        WordKey key = 0;
        std::uint32_t begin = 0, end = 0; // longest first; of a first word, those that are that word alone
        bool hasLonger = false;           // of a first word: others go on from it
        bool isTaken = false;
    };
    // A bit for each of what is known: most of what is not is told by it, without a look at the tables.
    class Filter
    {
    public:
        void add(WordKey key) { bits_[place(key) / 64] |= std::uint64_t{1} << place(key) % 64; }
        [[nodiscard]] bool mayHold(WordKey key) const { return (bits_[place(key) / 64] >> place(key) % 64 & 1U) != 0; }

    private:
        static constexpr std::size_t size = 1U << 16;
        static std::size_t place(WordKey key) { return key >> 24 & (size - 1); }
        std::array<std::uint64_t, size / 64> bits_{};
    };
    [[nodiscard]] const Phrase *find(std::span<const Token> tokens) const;
    [[nodiscard]] static WordKey pairKey(WordKey first, WordKey second)
    {
        return (first ^ second >> 17) * 0x9E3779B97F4A7C15ULL + second;
    }
    [[nodiscard]] static const Slot *slotOf(const std::vector<Slot> &slots, WordKey key);
    static Slot &slotFor(std::vector<Slot> &slots, WordKey key);
    [[nodiscard]] bool goesOn(std::span<const Token> tokens, const Phrase &phrase) const;
    Filter firsts_;              // words
    Filter seconds_;             // pairs
    std::vector<Slot> pairs_;    // by the first two words
    std::vector<WordKey> words_; // of all phrases, one after the other
    std::vector<Phrase> phrases_;
    std::vector<Slot> slots_; // by the first word; a power of two of them, as of the pairs
    std::vector<DrugFacts> drugs_;
    std::vector<UnitFacts> units_;
    std::vector<std::string_view> concepts_;
    std::vector<std::uint64_t> regions_; // by site, a bit for each letter
    std::size_t siteBound_ = 0;
    std::vector<std::pair<std::string_view, std::string_view>> pairNames_;
    std::vector<std::uint32_t> lookAlikes_; // sorted pairs
};

// The only language so far; the second holds what begins a question and what answers it.
[[nodiscard]] const Lexicon &english();
[[nodiscard]] const Lexicon &englishAnswers();

} // namespace countersign::checks
