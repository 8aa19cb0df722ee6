// Text cut into words, numbers, blanks and punctuation, and what a change of one of them would mean for the patient.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::domain
{

// A piece of the text it was cut from. A number keeps its sign, point, comma, slash and colon ("-2.5", "120/80").
struct Word {
    enum class Kind { Letters, Number, Blank, Punctuation };
    Kind kind = Kind::Letters;
    std::string_view text;
    bool isCapitalInside = false; // a capital that no sentence start explains: a name or a brand
    bool operator==(const Word &other) const { return text == other.text; }
};

// Every byte of the text is in exactly one word.
[[nodiscard]] std::vector<Word> cutIntoWords(std::string_view text);

// What a word that bears on safety is about. Name: a capital that no sentence start explains, a brand or a person.
enum class Telling { Number, Unit, Dose, Route, Drug, Negation, Side, Date, Person, Name };
[[nodiscard]] std::optional<Telling> tellingOf(const Word &word);

// Number, unit, dose, drug, negation, side, date or person.
[[nodiscard]] bool bearsOnSafety(const Word &word);

// The word as it is compared when case, doubled letters and the two English spellings do not count.
[[nodiscard]] std::string plainSpelling(std::string_view word);

} // namespace countersign::domain
