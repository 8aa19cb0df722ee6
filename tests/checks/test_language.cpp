// Tokens, numbers, scopes of denial, and questions with their answers, as tables.
#include "core/checks/language/reading.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace countersign::checks;

namespace
{

Reading read(std::string_view text, TextKind kind = TextKind::Written, Numbers numbers = Numbers::Likeliest)
{
    return readText(english(), englishAnswers(), text, kind, numbers);
}

const Term *termOf(const Reading &reading, std::string_view word)
{
    const auto found = std::ranges::find_if(reading.terms, [&](const Term &t) { return reading.textOf(t) == word; });
    return found == reading.terms.end() ? nullptr : &*found;
}

bool holds(const Reading &reading, double value)
{
    return std::ranges::any_of(reading.quantities, [&](const Quantity &q) { return q.value == value; });
}

} // namespace

TEST_CASE("places are code points")
{
    const Tokens tokens = cutTokens("é 5mg\nx-ray");
    REQUIRE(tokens.list.size() == 6);
    CHECK(tokens.list[1].begin == 2);
    CHECK(tokens.list[1].byteBegin == 3);
    CHECK(tokens.list[1].number == 5);
    CHECK(tokens.list[3].kind == Token::Kind::LineEnd);
}

TEST_CASE("bytes that are no text are passed over")
{
    for (const std::string_view text : {"\xC0\xB1 mg", "\xC1\xA1", "\xE0\x80\xB1", "a\xFF", "\xF0\x80\x80"}) {
        const Tokens tokens = cutTokens(text);
        CHECK(tokens.list.size() <= text.size());
    }
}

TEST_CASE("endings do not part a word from itself")
{
    CHECK(wordKey("denies") == wordKey("denied"));
    CHECK(wordKey("Denying") == wordKey("deny"));
    CHECK(wordKey("notes") != wordKey("not"));
    CHECK(wordKey("noted") != wordKey("not"));
}

// Words are read several letters at a time: every length has its own last step.
TEST_CASE("a word of any length is the same word in any case, and no other")
{
    std::string word;
    for (std::size_t size = 1; size <= 70; ++size) {
        CAPTURE(size);
        word += static_cast<char>('b' + size % 20);
        std::string upper = word, other = word;
        std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        CHECK(wordKey(word) == wordKey(upper));
        for (std::size_t at = 0; at < std::min<std::size_t>(size, 64); ++at) {
            other[at] = 'z';
            CHECK(wordKey(word) != wordKey(other));
            other[at] = word[at];
        }
    }
    CHECK(wordKey("can\xE2\x80\x99t") == wordKey("CAN'T"));
    CHECK(wordKey("[a") != wordKey("{a")); // nothing but letters has a case
    CHECK(wordKey("@a") != wordKey("`a"));
}

TEST_CASE("spoken numbers have their readings")
{
    struct Row {
        std::string_view text;
        double value;
    };
    for (const Row &row :
         {Row{"twenty five milligrams", 25}, Row{"one twenty over eighty", 120}, Row{"one twenty over eighty", 80},
          Row{"two and a half weeks", 2.5}, Row{"ninety eight point six", 98.6}, Row{"ninety eight . six", 98.6},
          Row{"point five", 0.5}, Row{"two hundred and fifty", 250}, Row{"a couple of days", 2},
          Row{"twenty twenty", 2020}, Row{"five thousand units", 5000}, Row{"it takes an hour and a half", 1.5},
          Row{"he smokes two packs and a half", 2.5}, Row{"a biopsy on december 5th , 2019", 12}}) {
        CAPTURE(row.text);
        CHECK(holds(read(row.text, TextKind::Written, Numbers::AllReadings), row.value));
    }
    CHECK_FALSE(holds(read("twenty milligrams", TextKind::Written, Numbers::AllReadings), 200));
}

TEST_CASE("a count over seven, fifty-two or twelve is a time")
{
    struct Row {
        std::string_view text, unit;
        double value;
    };
    for (const Row &row :
         {Row{"3/7 hx of diarrhoea", "d", 3}, Row{"LMP 2/52 ago", "wk", 2}, Row{"STD 6/12 ago", "mo", 6},
          Row{"for 4/12", "mo", 4}, Row{"nitrofurantoin for 3/7", "d", 3}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        REQUIRE(reading.quantities.size() == 1);
        CHECK(reading.quantities.front().value == row.value);
        CHECK(english().unit(static_cast<std::uint16_t>(reading.quantities.front().unit)).code == row.unit);
    }
    CHECK(read("on 5/12 we met").quantities.size() == 2);
    CHECK(read("on 5/7/2021 we met").quantities.size() == 3);
    CHECK(read("strength 4/5").quantities.size() == 2);
}

TEST_CASE("denial reaches as far as it is meant")
{
    struct Row {
        std::string_view text, word;
        Polarity polarity;
    };
    for (const Row &row :
         {Row{"She denies fever, chills, or cough.", "cough", Polarity::Negated},
          Row{"No fever but she has a cough.", "cough", Polarity::Affirmed},
          Row{"He reports nausea.", "nausea", Polarity::Affirmed},
          Row{"Pneumonia was ruled out.", "Pneumonia", Polarity::Negated},
          Row{"i don't have any palpitations", "palpitations", Polarity::Negated},
          Row{"i did n't have a fever", "fever", Polarity::Negated},
          Row{"not only nausea", "nausea", Polarity::Affirmed}, Row{"return if fever", "fever", Polarity::Open},
          Row{"He notes nausea.", "nausea", Polarity::Affirmed}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        REQUIRE(termOf(reading, row.word));
        CHECK(termOf(reading, row.word)->polarity == row.polarity);
    }
}

TEST_CASE("a question takes the polarity of its answer")
{
    struct Row {
        std::string_view text;
        Polarity polarity;
    };
    for (const Row &row : {Row{"[doctor] any nausea ?\n[patient] no .", Polarity::Negated},
                           Row{"[doctor] do you have nausea\n[patient] not really", Polarity::Negated},
                           Row{"[doctor] any nausea ?\n[patient] yes , every day .", Polarity::Affirmed},
                           Row{"[doctor] any nausea ?\n[patient] the car is blue .", Polarity::Open},
                           Row{"Doctor: any nausea?\nPatient: nope.", Polarity::Negated},
                           Row{"[doctor] any swelling , or nausea ?\n[patient] no , none .", Polarity::Negated},
                           Row{"[doctor] any swelling , or nausea ?\n[patient] no swelling .", Polarity::Open},
                           Row{"[doctor] any pain when you have nausea ?\n[patient] no .", Polarity::Open}}) {
        CAPTURE(row.text);
        const Reading reading = read(row.text, TextKind::Conversation);
        REQUIRE(termOf(reading, "nausea"));
        CHECK(termOf(reading, "nausea")->polarity == row.polarity);
    }
}

TEST_CASE("names of one thing are one")
{
    const auto key = [](std::string_view name) { return read(name).terms.front().key; };
    CHECK(key("Norvasc") == key("amlodipine"));
    CHECK(key("short of breath") == key("dyspnea"));
    CHECK(key("high blood pressure") == key("HTN"));
    CHECK(key("metformin") != key("metronidazole"));
    CHECK(english().areLookAlike(english().findDrug("hydroxyzine"), english().findDrug("hydralazine")));
}

TEST_CASE("one sentence of 2 MiB gives no more terms and readings than its words allow")
{
    std::string text;
    while (text.size() < (2U << 20))
        text += "no five twenty ";
    const Reading reading = read(text, TextKind::Conversation, Numbers::AllReadings);
    CHECK(reading.terms.size() <= text.size() / 3);
    CHECK(reading.quantities.size() <= reading.terms.size() * 16);
}

// Denials, answers, questions, conditions and numbers in one endless sentence, with and without marks, and characters
// that are no letters: twice the text takes twice the looks, and no look is taken more than a few times.
TEST_CASE("hostile sentences cost looks in proportion to their length")
{
    const auto looksAt = [](std::string_view unit, std::size_t bytes) {
        std::string text = "[doctor] ";
        while (text.size() < bytes)
            text += unit;
        const Reading reading = read(text, TextKind::Conversation, Numbers::AllReadings);
        CHECK(reading.terms.size() <= text.size());
        CHECK(reading.quantities.size() <= (reading.terms.size() + 1) * 16);
        return reading.looks;
    };
    constexpr std::size_t bytes = 1U << 19;
    for (const std::string_view unit :
         {"no five twenty ", "no ", "denied ", "do you have any ", "yes no ", "pain is no ", "any ? no . ",
          "fever , none , ", "i do n't know if any of that ", "\xE2\x80\xAE\xE2\x80\x8B", "\xF0\x9D\x9F\x8F ",
          "a\xCC\x81\xCC\x81 no ", "]]]] no [[[[ ", "was not "}) {
        CAPTURE(unit);
        const std::uint64_t once = looksAt(unit, bytes), twice = looksAt(unit, 2 * bytes);
        CHECK(once <= bytes * 10);
        CHECK(twice <= once * 21 / 10 + 64);
    }
}

TEST_CASE("speech without marks keeps its clauses")
{
    struct Row {
        std::string_view text, word;
        Polarity polarity;
    };
    for (const Row &row :
         {Row{"[doctor] i do n't appreciate any carotid bruits", "bruits", Polarity::Negated},
          Row{"[doctor] i do n't appreciate any pulses there is a lesion", "lesion", Polarity::Affirmed},
          Row{"[doctor] you do n't have a fever your cough is better", "cough", Polarity::Affirmed},
          Row{"[doctor] no tenderness sensation is intact", "sensation", Polarity::Affirmed},
          Row{"[doctor] any joint pain fever weight loss\n[patient] not that i can recall", "fever", Polarity::Negated},
          Row{"[doctor] did you hear a pop in your knee\n[patient] i did not no", "pop", Polarity::Negated},
          Row{"[doctor] nausea or fever do you have any of that\n[patient] no", "nausea", Polarity::Negated},
          Row{"[doctor] did you faint what happened\n[patient] i had a headache", "headache", Polarity::Affirmed},
          Row{"[patient] i ca n't work with this much pain", "pain", Polarity::Affirmed}}) {
        CAPTURE(row.text);
        CAPTURE(row.word);
        const Reading reading = read(row.text, TextKind::Conversation);
        const Term *term = nullptr;
        for (const Term &each : reading.terms)
            if (reading.textOf(each).find(row.word) != std::string_view::npos)
                term = &each;
        REQUIRE(term);
        CHECK(term->polarity == row.polarity);
    }
}
