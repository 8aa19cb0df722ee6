#include "core/checks/allergens.hpp"

#include "core/checks/chart.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

constexpr std::size_t allergensMax = 64; // of all kinds: each is held against each drug of the draft

struct ClassWord {
    WordKey key;
    std::string_view drugClass;
};

// The class that a substance names: "Penicillin", "Sulfonamide antibiotics", "NSAIDs", "sulfa", "cephalosporins".
std::vector<ClassWord> makeClassWords(const Lexicon &lexicon)
{
    std::vector<ClassWord> words{{wordKey("sulfa"), "sulfonamide"},
                                 {wordKey("sulpha"), "sulfonamide"},
                                 {wordKey("opiate"), "opioid"},
                                 {wordKey("quinolone"), "fluoroquinolone"},
                                 {wordKey("cillin"), "penicillin"}};
    for (std::uint16_t i = 0; i < lexicon.drugCount(); ++i)
        if (const std::string_view drugClass = lexicon.drug(i).drugClass; words.back().drugClass != drugClass)
            words.push_back({wordKey(drugClass), drugClass});
    std::ranges::sort(words, {}, &ClassWord::key);
    return words;
}

} // namespace

std::string_view classNamed(const Lexicon &lexicon, std::string_view substance)
{
    static const std::vector<ClassWord> words = makeClassWords(lexicon);
    for (const Token &token : cutTokens(substance).list) {
        const auto found = std::ranges::lower_bound(words, token.key, {}, &ClassWord::key);
        if (token.kind == Token::Kind::Word && found != words.end() && found->key == token.key)
            return found->drugClass;
    }
    return {};
}

namespace
{

// Classes whose members are known to share their allergy; for others only the drug itself counts.
bool isSharedByClass(std::string_view drugClass)
{
    constexpr std::array shared{"penicillin",      "cephalosporin", "sulfonamide",    "nsaid",  "macrolide",
                                "fluoroquinolone", "tetracycline",  "aminoglycoside", "opioid", "ace inhibitor",
                                "statin",          "carbapenem",    "contrast"};
    return std::ranges::find(shared, drugClass) != shared.end();
}

void settle(const Lexicon &lexicon, Allergen &allergen)
{
    allergen.drug = lexicon.findDrug(allergen.substance);
    allergen.drugClass = allergen.drug < lexicon.drugCount() ? lexicon.drug(allergen.drug).drugClass
                                                             : classNamed(lexicon, allergen.substance);
    allergen.isHigh = allergen.isHigh || lowerOf(allergen.reaction).find("anaphyla") != std::string::npos;
}

bool isKnown(const std::vector<Allergen> &allergens, const Allergen &allergen)
{
    return std::ranges::any_of(allergens, [&](const Allergen &known) {
        return known.drug == allergen.drug && known.drugClass == allergen.drugClass
               && (known.isHigh || !allergen.isHigh);
    });
}

// A substance that the record has refuted is not brought back by the sources' words.
bool isRefuted(const Context &context, const Allergen &allergen)
{
    return std::ranges::any_of(context.proposal.patient.allergies, [&](const domain::Allergy &known) {
        return known.status == domain::Allergy::Status::Refuted
               && context.lexicon.findDrug(known.substance) == allergen.drug;
    });
}

std::string reactionOf(const Record &record)
{
    std::string all;
    for (std::size_t i = 0; i < record.count("reaction"); ++i)
        for (const char *part : {".manifestation[0].text", ".manifestation[0].coding[0].display", ".description"})
            if (const std::string text = record.text("reaction[" + std::to_string(i) + "]" + part); !text.empty()) {
                all += (all.empty() ? "" : ", ") + text;
                break;
            }
    return all;
}

void addRecorded(const Context &context, std::vector<Allergen> &allergens)
{
    for (const Record &record : context.chart->records()) {
        if (record.type != "AllergyIntolerance" || record.isVoid || !record.isEvidence || record.status == "inactive"
            || record.status == "resolved" || allergens.size() >= allergensMax)
            continue;
        Allergen allergen{record.name, reactionOf(record), 0, {}, record.text("criticality") == "high", record.source};
        settle(context.lexicon, allergen);
        if (!isKnown(allergens, allergen))
            allergens.push_back(std::move(allergen));
    }
}

bool isAllergyWord(const Reading &reading, const Term &term)
{
    static const WordSet words{"allergy", "allergic", "anaphylaxis", "intolerance", "allergen"};
    if (term.role == Role::Allergy)
        return true;
    return words.contains(reading.tokens.list[term.first].key);
}

// Terms of the segment that stand around one.
std::pair<std::uint32_t, std::uint32_t> around(const Reading &reading, std::uint32_t term, std::uint32_t before,
                                               std::uint32_t after)
{
    const Segment &segment = reading.segments[reading.terms[term].segment];
    return {std::max(segment.firstTerm, term - std::min(term, before)), std::min(segment.lastTerm, term + after + 1)};
}

} // namespace

bool isOfAllergies(const domain::Section &section)
{
    return section.title.find("llerg") != std::string::npos;
}

bool isAllergyDenied(const Reading &reading, std::uint32_t term)
{
    if (reading.terms[term].polarity == Polarity::Negated || reading.terms[term].isFamily
        || reading.segments[reading.terms[term].segment].isQuestion)
        return true;
    const auto [first, last] = around(reading, term, 4, 0);
    for (std::uint32_t i = first; i < last; ++i)
        if (reading.terms[i].role == Role::Negator)
            return true;
    return false;
}

// An injector of epinephrine.
bool isRemedy(const Lexicon &lexicon, const Term &drug)
{
    return lexicon.drug(drug.id).ingredient == "epinephrine";
}

namespace
{

std::vector<std::uint32_t> allergyWordsIn(const Reading &reading)
{
    std::vector<std::uint32_t> words;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (isAllergyWord(reading, reading.terms[i]) && !isAllergyDenied(reading, i))
            words.push_back(i);
    return words;
}

// "PCN allergy", "allergic to penicillin": a drug beside such a word, affirmed, of the patient.
void addSaid(const Context &context, std::size_t source, std::vector<Allergen> &allergens)
{
    const Reading &reading = context.sources[source].reading;
    for (const std::uint32_t i : reading.noted<allergyWordsIn>()) {
        if (allergens.size() >= allergensMax)
            return;
        const Term &cue = reading.terms[i];
        const auto [first, last] = around(reading, i, 2, 4);
        for (std::uint32_t j = first; j < last; ++j) {
            const Term &drug = reading.terms[j];
            if (drug.role != Role::Drug || drug.polarity == Polarity::Negated || drug.isFamily
                || isRemedy(context.lexicon, drug))
                continue;
            Allergen allergen{std::string(reading.textOf(drug)),
                              {},
                              drug.id,
                              {},
                              false,
                              source,
                              {std::min(cue.first, drug.first), std::max(cue.last, drug.last)}};
            const auto [from, to] = around(reading, i, 8, 12);
            if (reading.textBetween(reading.terms[from].first, reading.terms[to - 1].last).find("naphyla")
                != std::string_view::npos)
                allergen.reaction = "anaphylaxis";
            settle(context.lexicon, allergen);
            if (!isKnown(allergens, allergen) && !isRefuted(context, allergen))
                allergens.push_back(std::move(allergen));
        }
    }
}

} // namespace

std::vector<Allergen> allergensOf(const Context &context)
{
    std::vector<Allergen> allergens;
    for (const domain::Allergy &allergy : context.proposal.patient.allergies) {
        if (allergy.status == domain::Allergy::Status::Refuted || allergy.status == domain::Allergy::Status::Inactive
            || allergens.size() >= allergensMax)
            continue;
        Allergen allergen{
            allergy.substance, allergy.reaction, 0, {}, allergy.criticality == domain::Allergy::Criticality::High};
        settle(context.lexicon, allergen);
        allergens.push_back(std::move(allergen));
    }
    addRecorded(context, allergens);
    for (std::size_t s = 0; s < context.sources.size(); ++s)
        if (context.sources[s].isEvidence && context.chart->of(s).empty())
            addSaid(context, s, allergens);
    return allergens;
}

bool forbids(const Lexicon &lexicon, const Allergen &allergen, std::uint16_t drug)
{
    const std::string_view drugClass = lexicon.drug(drug).drugClass;
    if (allergen.drug == drug)
        return true;
    const bool isNsaid = allergen.drugClass == "nsaid" || allergen.drugClass == "salicylate";
    if (isNsaid && (drugClass == "nsaid" || drugClass == "salicylate"))
        return true;
    return !allergen.drugClass.empty() && allergen.drugClass == drugClass && isSharedByClass(drugClass);
}

bool isMeantToBeTaken(const StatementView &view, const Term &drug)
{
    if (drug.polarity != Polarity::Affirmed || drug.isStopped || drug.isFamily)
        return false;
    if (isOfAllergies(*view.section))
        return false;
    const auto place = static_cast<std::uint32_t>(&drug - view.reading.terms.data());
    const auto [first, last] = around(view.reading, place, 10, 10);
    bool isLast = true; // no other drug stands between it and what stops one
    for (std::uint32_t i = first; i < last; ++i) {
        const Term &term = view.reading.terms[i];
        if (isAllergyWord(view.reading, term))
            return false;
        isLast = isLast && !(i > place && term.role == Role::Drug);
        if (i > place && isLast && term.role == Role::Stopped)
            return false;
    }
    return true;
}

} // namespace countersign::checks
