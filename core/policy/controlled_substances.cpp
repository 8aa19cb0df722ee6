#include "core/policy/controlled_substances.hpp"

#include "core/base/result.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <variant>

namespace countersign::policy
{
namespace
{

// Sorted, lower case, one word each.
constexpr std::array<std::string_view, 98> controlledNames{"adderall",
                                                           "alfentanil",
                                                           "alprazolam",
                                                           "ambien",
                                                           "amphetamine",
                                                           "armodafinil",
                                                           "ativan",
                                                           "benzphetamine",
                                                           "brivaracetam",
                                                           "buprenorphine",
                                                           "butabarbital",
                                                           "butorphanol",
                                                           "carisoprodol",
                                                           "cenobamate",
                                                           "chlordiazepoxide",
                                                           "clobazam",
                                                           "clonazepam",
                                                           "clorazepate",
                                                           "cocaine",
                                                           "codeine",
                                                           "concerta",
                                                           "daridorexant",
                                                           "dexmethylphenidate",
                                                           "dextroamphetamine",
                                                           "diazepam",
                                                           "diethylpropion",
                                                           "difenoxin",
                                                           "dilaudid",
                                                           "diphenoxylate",
                                                           "dronabinol",
                                                           "duragesic",
                                                           "esketamine",
                                                           "estazolam",
                                                           "eszopiclone",
                                                           "fentanyl",
                                                           "flurazepam",
                                                           "fycompa",
                                                           "ganaxolone",
                                                           "hydrocodone",
                                                           "hydromorphone",
                                                           "ketamine",
                                                           "klonopin",
                                                           "lacosamide",
                                                           "lasmiditan",
                                                           "lemborexant",
                                                           "levorphanol",
                                                           "lisdexamfetamine",
                                                           "lomotil",
                                                           "lorazepam",
                                                           "lunesta",
                                                           "lyrica",
                                                           "meperidine",
                                                           "meprobamate",
                                                           "methadone",
                                                           "methamphetamine",
                                                           "methylphenidate",
                                                           "midazolam",
                                                           "modafinil",
                                                           "morphine",
                                                           "nabilone",
                                                           "norco",
                                                           "nucynta",
                                                           "opium",
                                                           "oxandrolone",
                                                           "oxazepam",
                                                           "oxycodone",
                                                           "oxycontin",
                                                           "oxymorphone",
                                                           "pentazocine",
                                                           "pentobarbital",
                                                           "perampanel",
                                                           "percocet",
                                                           "phendimetrazine",
                                                           "phenobarbital",
                                                           "phentermine",
                                                           "pregabalin",
                                                           "provigil",
                                                           "quazepam",
                                                           "remifentanil",
                                                           "restoril",
                                                           "ritalin",
                                                           "secobarbital",
                                                           "solriamfetol",
                                                           "soma",
                                                           "suboxone",
                                                           "subutex",
                                                           "sufentanil",
                                                           "suvorexant",
                                                           "tapentadol",
                                                           "temazepam",
                                                           "testosterone",
                                                           "tramadol",
                                                           "triazolam",
                                                           "valium",
                                                           "vicodin",
                                                           "vimpat",
                                                           "vyvanse",
                                                           "xanax"};
static_assert(std::is_sorted(controlledNames.begin(), controlledNames.end()));

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool anyNamed(const std::vector<domain::Section> &sections)
{
    return std::any_of(sections.begin(), sections.end(), [](const domain::Section &section) {
        return std::any_of(section.statements.begin(), section.statements.end(),
                           [](const domain::Statement &statement) { return namesControlledSubstance(statement.text); });
    });
}

} // namespace

bool namesControlledSubstance(std::string_view text)
{
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isLetter(text[i])) {
            word += static_cast<char>(text[i] | 0x20);
            continue;
        }
        if (std::binary_search(controlledNames.begin(), controlledNames.end(), std::string_view(word)))
            return true;
        word.clear();
    }
    return false;
}

bool namesControlledSubstance(const domain::Draft &draft)
{
    return anyNamed(domain::sectionsOf(draft))
           || std::visit(Overload{[](const domain::NoteDraft &) { return false; },
                                  [](const domain::PriorAuthDraft &d) { return namesControlledSubstance(d.bundle); },
                                  [](const domain::ToolCallDraft &d) { return namesControlledSubstance(d.arguments); }},
                         draft);
}

} // namespace countersign::policy
