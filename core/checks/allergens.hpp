// What the patient is recorded as allergic to: by the proposal's own list, by AllergyIntolerance resources, and by what
// the sources say in words. Pure; any thread.
#pragma once

#include "core/checks/context.hpp"

namespace countersign::checks
{

struct Allergen {
    std::string substance, reaction;
    std::uint16_t drug = 0;     // Lexicon::drugCount() where it is a class
    std::string_view drugClass; // that it forbids
    bool isHigh = false;        // of high criticality, or with anaphylaxis
    std::size_t source = nowhere;
    Range place{}; // tokens of the source
};

// Refuted, inactive and resolved ones are left out.
[[nodiscard]] std::vector<Allergen> allergensOf(const Context &context);
// Whether the draft lists allergies there.
[[nodiscard]] bool isOfAllergies(const domain::Section &section);
// Whether a text denies there the allergies of which it speaks: "no known drug allergies".
[[nodiscard]] bool isAllergyDenied(const Reading &reading, std::uint32_t term);
// Whether a drug is carried because of an allergy to something else.
[[nodiscard]] bool isRemedy(const Lexicon &lexicon, const Term &drug);
// The class of drugs that a text names; empty where it names none.
[[nodiscard]] std::string_view classNamed(const Lexicon &lexicon, std::string_view text);
// By ingredient, or by a class whose members are known to share their allergy.
[[nodiscard]] bool forbids(const Lexicon &lexicon, const Allergen &allergen, std::uint16_t drug);
// The draft means the patient to take it: it neither denies nor stops it, nor names it as an allergen.
[[nodiscard]] bool isMeantToBeTaken(const StatementView &view, const Term &drug);

} // namespace countersign::checks
