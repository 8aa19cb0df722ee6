// The English tables, one file a subject. Drugs, classes and usual doses are public facts set down by this project.
#pragma once

#include "core/checks/language/lexicon.hpp"

#include <span>

namespace countersign::checks
{

// A class and its drugs: "ingredient=brand/brand@least-most;…".
struct DrugClassRow {
    std::string_view drugClass;
    std::string_view drugs;
};
[[nodiscard]] std::span<const DrugClassRow> furtherEnglishDrugs();

void addEnglishCues(Lexicon &lexicon);
void addEnglishDrugs(Lexicon &lexicon);
void addEnglishConcepts(Lexicon &lexicon);
void addEnglishConditions(Lexicon &lexicon); // after the concepts
void addEnglishProcedures(Lexicon &lexicon);
void addEnglishBody(Lexicon &lexicon);
void addEnglishMeasures(Lexicon &lexicon);
void addEnglishQualities(Lexicon &lexicon);

void addEnglishAnswers(Lexicon &lexicon);

[[nodiscard]] Lexicon makeEnglish();
// What begins a question and what answers it: other phrases, at other places, than within a sentence.
[[nodiscard]] Lexicon makeEnglishAnswers();

} // namespace countersign::checks
