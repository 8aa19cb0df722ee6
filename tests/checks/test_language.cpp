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

TEST_CASE("endings do not part a word from itself")
{
    CHECK(wordKey("denies") == wordKey("denied"));
    CHECK(wordKey("Denying") == wordKey("deny"));
    CHECK(wordKey("notes") != wordKey("not"));
    CHECK(wordKey("noted") != wordKey("not"));
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
          Row{"twenty twenty", 2020}, Row{"five thousand units", 5000}}) {
        CAPTURE(row.text);
        CHECK(holds(read(row.text, TextKind::Written, Numbers::AllReadings), row.value));
    }
    CHECK_FALSE(holds(read("twenty milligrams", TextKind::Written, Numbers::AllReadings), 200));
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
                           Row{"Doctor: any nausea?\nPatient: nope.", Polarity::Negated}}) {
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
