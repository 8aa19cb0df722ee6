// How a patient is named everywhere: family name in capitals first, so that two readers look at the same word.
#pragma once

#include "core/domain/item.hpp"

#include <QString>

namespace countersign::text
{

[[nodiscard]] QString familyName(const domain::Phi<std::string> &family); // "RIVERA"; "NAME NOT RECEIVED"
// "RIVERA, Rachel"
[[nodiscard]] QString patientName(const domain::Phi<std::string> &family, const domain::Phi<std::string> &given);
// The same from one text that holds both, "Rivera, Rachel".
[[nodiscard]] QString patientName(const domain::Phi<std::string> &familyAndGiven);
// Who signs, or signed: "Ada Brandt, MD"; the name alone where there are no credentials.
[[nodiscard]] QString signerName(const std::string &name, const std::string &credentials);
// "Penicillin — anaphylaxis"; the substance alone where no reaction is known.
[[nodiscard]] QString allergy(const domain::Allergy &allergy);

} // namespace countersign::text
