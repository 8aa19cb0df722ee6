// What codes of a claim say by themselves, without their terminologies: the side of the body, the sex, and whether they
// are written as such codes are. Public structure of ICD-10-CM, CPT and HCPCS; no code's text is held. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace countersign::checks
{

enum class BodySide : std::uint8_t { None, Left, Right, Both, Unsaid }; // Unsaid: a code that has a side, and leaves it open

// Of the families of ICD-10-CM whose last digit says 1 for right and 2 for left; of others None.
[[nodiscard]] BodySide sideOfDiagnosis(std::string_view code);
// RT, LT, 50, E1 to E4, FA to F9, TA to T9.
[[nodiscard]] BodySide sideOfModifier(std::string_view code);
[[nodiscard]] BodySide sideInWords(std::string_view text);
[[nodiscard]] inline bool areOpposite(BodySide a, BodySide b)
{
    return (a == BodySide::Left && b == BodySide::Right) || (a == BodySide::Right && b == BodySide::Left);
}
[[nodiscard]] std::string_view nameOf(BodySide side);

enum class CodeSex : std::uint8_t { Any, Female, Male };
[[nodiscard]] CodeSex sexOfDiagnosis(std::string_view code);

// Whether a code is written as its system writes codes; true for systems that are not known.
[[nodiscard]] bool isWellFormed(std::string_view system, std::string_view code);
[[nodiscard]] bool isDiagnosisSystem(std::string_view system);

} // namespace countersign::checks
