#include "core/policy/must_see.hpp"

#include "core/domain/clinical_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace countersign::policy
{
namespace
{

using domain::Word;
using std::string_view;

// What each kind weighs among the riskiest: what harms at once comes first.
constexpr int ofAllergy = 5;
constexpr int ofDose = 4;
constexpr int ofSide = 4;
constexpr int ofUnsupported = 4;
constexpr int ofDiagnosis = 2;
constexpr int ofPlan = 2;
constexpr int ofFollowUp = 1;
constexpr int ofStop = 8;
constexpr int ofWarning = 4;

constexpr std::array<string_view, 24> units{"mg",    "mcg",   "g",     "kg",     "ml",     "l",       "meq",     "mmol",
                                            "units", "unit",  "iu",    "tablet", "tablets", "capsule", "capsules", "puff",
                                            "puffs", "drops", "spray", "sprays", "pills",  "pill",    "\u00b5g",  "ug"};
constexpr std::array<string_view, 9> sides{"left",   "right",  "bilateral",  "bilaterally", "unilateral",
                                           "links",  "rechts", "beidseitig", "beidseits"};
// Beginnings of words.
constexpr std::array<string_view, 2> allergies{"allerg", "anaphyla"};
constexpr std::array<string_view, 6> diagnoses{"assessment", "diagnos", "impression", "problem", "beurteilung", "befund"};
constexpr std::array<string_view, 6> plans{"plan", "recommend", "order", "therap", "procedere", "treatment"};
constexpr std::array<string_view, 6> followUps{"follow", "recheck", "return", "revisit", "kontroll", "wiedervorstell"};

std::string lower(string_view text)
{
    std::string low{text};
    std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return low;
}

template <std::size_t N>
bool isOneOf(const std::array<string_view, N> &words, const std::string &word)
{
    return std::ranges::find(words, word) != words.end();
}

template <std::size_t N>
bool beginsLike(const std::array<string_view, N> &beginnings, const std::string &word)
{
    return std::ranges::any_of(beginnings, [&](string_view beginning) { return word.starts_with(beginning); });
}

// A number, and the unit behind it.
bool isDose(const std::vector<Word> &words, std::size_t at)
{
    if (words[at].kind != Word::Kind::Number)
        return false;
    const string_view number = words[at].text; // "10mg" is one
    if (const auto digit = number.find_last_of("0123456789");
        digit + 1 < number.size() && isOneOf(units, lower(number.substr(digit + 1))))
        return true;
    std::size_t next = at + 1;
    while (next < words.size() && (words[next].kind == Word::Kind::Blank || words[next].text == "-"))
        ++next;
    return next < words.size() && words[next].kind == Word::Kind::Letters && isOneOf(units, lower(words[next].text));
}

int weightOfWords(const std::string &text)
{
    const auto words = domain::cutIntoWords(text);
    bool hasDose = false, hasSide = false, hasAllergy = false, hasFollowUp = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        hasDose = hasDose || isDose(words, i);
        if (words[i].kind != Word::Kind::Letters)
            continue;
        const std::string word = lower(words[i].text);
        hasSide = hasSide || isOneOf(sides, word);
        hasAllergy = hasAllergy || beginsLike(allergies, word);
        hasFollowUp = hasFollowUp || beginsLike(followUps, word);
    }
    return (hasDose ? ofDose : 0) + (hasSide ? ofSide : 0) + (hasAllergy ? ofAllergy : 0)
           + (hasFollowUp ? ofFollowUp : 0);
}

int weightOfTitle(const std::string &title)
{
    bool isDiagnosis = false, isPlan = false, isAllergy = false;
    for (const Word &word : domain::cutIntoWords(title)) {
        const std::string low = lower(word.text);
        isDiagnosis = isDiagnosis || beginsLike(diagnoses, low);
        isPlan = isPlan || beginsLike(plans, low);
        isAllergy = isAllergy || beginsLike(allergies, low);
    }
    return (isDiagnosis ? ofDiagnosis : 0) + (isPlan ? ofPlan : 0) + (isAllergy ? ofAllergy : 0);
}

bool isClaim(const domain::Statement &statement)
{
    return statement.style != domain::Statement::Style::Heading
           && statement.basis != domain::Statement::Basis::Boilerplate;
}

struct Weighed {
    domain::StatementId statement;
    int weight = 0;
};

std::vector<Weighed> weigh(const domain::Draft &draft)
{
    std::vector<Weighed> weighed;
    for (const domain::Section &section : domain::sectionsOf(draft)) {
        const int place = weightOfTitle(section.title);
        for (const domain::Statement &statement : section.statements)
            if (isClaim(statement))
                weighed.push_back({statement.id, place + weightOfWords(statement.text)
                                                     + (statement.citations.empty() ? ofUnsupported : 0)});
    }
    return weighed;
}

int weightOf(std::span<const domain::Finding> findings, const domain::StatementId &statement)
{
    int weight = 0;
    for (const domain::Finding &finding : findings)
        if (finding.statementId == statement)
            weight += finding.severity == domain::Severity::Stop      ? ofStop
                      : finding.severity == domain::Severity::Warning ? ofWarning
                                                                      : 0;
    return weight;
}

} // namespace

std::vector<domain::StatementId> mustSee(domain::Tier tier, const domain::Draft &draft)
{
    std::vector<domain::StatementId> statements;
    if (tier < domain::Tier::High)
        return statements;
    for (const Weighed &each : weigh(draft))
        if (each.weight > 0)
            statements.push_back(each.statement);
    return statements;
}

std::vector<domain::StatementId> riskiest(const domain::Draft &draft, std::span<const domain::Finding> findings)
{
    auto weighed = weigh(draft);
    for (Weighed &each : weighed)
        each.weight += weightOf(findings, each.statement);
    std::erase_if(weighed, [](const Weighed &each) { return each.weight == 0; });
    std::ranges::stable_sort(weighed, std::greater{}, &Weighed::weight);
    std::vector<domain::StatementId> statements;
    for (std::size_t i = 0; i < weighed.size() && i < riskiestMax; ++i)
        statements.push_back(weighed[i].statement);
    return statements;
}

} // namespace countersign::policy
