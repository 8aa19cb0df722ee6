// What an organisation rules about findings: severities other than the ones that the checks come with, and codes that
// it does not want. Everything else is the checks' own.
#pragma once

#include "core/domain/finding.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace countersign::checks
{

struct CheckPolicy {
    std::map<std::string, domain::Severity, std::less<>> severities; // by finding code
    std::set<std::string, std::less<>> silenced;
    int staleAfterDays = 365; // a source about the patient
    int omissionsMax = 3;     // of a kind; the rest is left out
    // The most that the workflow's agents may declare their function to be; nothing: not compared.
    std::optional<int> functionClass; // domain::Risk::Samd as a number
};

} // namespace countersign::checks
