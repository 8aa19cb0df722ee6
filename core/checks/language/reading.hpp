// A text as the checks see it: terms with polarity, segments with speakers, numbers with units. One pass, linear.
// Pure; any thread.
#pragma once

#include "core/checks/language/lexicon.hpp"
#include "core/checks/language/notes.hpp"

namespace countersign::checks
{

// A clause of a sentence; of a conversation, a question or what is not one.
struct Segment {
    std::uint32_t firstTerm = 0, lastTerm = 0; // last excluded
    std::uint32_t turn = 0;
    WordKey speaker = 0;         // 0 outside of conversations
    bool isQuestion = false;     // yes or no answers something in it
    bool isAskedWhole = false;   // and it is a question from its beginning
    bool isOpenQuestion = false; // one that yes and no do not answer
};

struct Quantity {
    double value = 0;
    std::int32_t unit = -1;                      // Lexicon::unit; -1 where none is said
    std::uint32_t firstToken = 0, lastToken = 0; // last excluded, without the unit
    std::uint32_t unitEnd = 0;                   // token after the unit, lastToken where there is none
    bool isWord = false;
};

enum class TextKind { Written, Conversation };

struct Reading {
    Tokens tokens;
    std::vector<Term> terms;
    std::vector<Segment> segments;
    std::uint64_t looks = 0;          // terms that scopes and answers looked at: what reading costs beyond one pass
    std::vector<Quantity> quantities; // of a source all readings of spoken numbers, of a statement the likeliest

    Notes notes;

    // What that function of a reading says of this one; told once, and kept.
    template <auto take>
    [[nodiscard]] const auto &noted() const
    {
        return notes.of<take>(*this);
    }
    [[nodiscard]] std::string_view textOf(const Term &term) const { return textBetween(term.first, term.last); }
    [[nodiscard]] std::string_view textBetween(std::uint32_t first, std::uint32_t last) const
    {
        if (first >= last || last > tokens.list.size())
            return {};
        const std::uint32_t begin = tokens.list[first].byteBegin;
        return tokens.text.substr(begin, tokens.list[last - 1].byteEnd - begin);
    }
};

enum class Numbers { Likeliest, AllReadings };

[[nodiscard]] Reading readText(const Lexicon &lexicon, const Lexicon &answers, std::string_view text, TextKind kind,
                               Numbers numbers);

// Parts of it, each in a file of its own.
void cutTerms(const Lexicon &lexicon, const Lexicon &answers, TextKind kind, Reading &reading);
void scopePolarity(Reading &reading);
void openQuestions(Reading &reading);
void resolveAnswers(const Lexicon &answers, Reading &reading);
void readQuantities(const Lexicon &lexicon, Numbers numbers, Reading &reading);

} // namespace countersign::checks
