#include "core/checks/check.hpp"

#include <algorithm>
#include <set>

namespace countersign::checks
{
namespace
{

using domain::Severity;

struct Allergen {
    const domain::Allergy *allergy = nullptr;
    std::uint16_t drug = 0;     // Lexicon::drugCount() where it is a class
    std::string_view drugClass; // that it forbids
};

// The class that a substance names: "Penicillin", "Sulfonamide antibiotics", "NSAIDs", "sulfa", "cephalosporins".
std::string_view classNamed(const Lexicon &lexicon, std::string_view substance)
{
    static const WordKey sulfa = wordKey("sulfa"), sulpha = wordKey("sulpha"), statin = wordKey("statin");
    const Tokens tokens = cutTokens(substance);
    for (const Token &token : tokens.list) {
        if (token.key == sulfa || token.key == sulpha)
            return "sulfonamide";
        if (token.key == statin)
            return "statin";
        for (std::uint16_t i = 0; i < lexicon.drugCount(); ++i)
            if (token.key == wordKey(lexicon.drug(i).drugClass))
                return lexicon.drug(i).drugClass;
    }
    return {};
}

// Classes whose members are known to share their allergy; for others only the drug itself counts.
bool isSharedByClass(std::string_view drugClass)
{
    return drugClass == "penicillin" || drugClass == "cephalosporin" || drugClass == "sulfonamide"
           || drugClass == "nsaid" || drugClass == "macrolide" || drugClass == "fluoroquinolone"
           || drugClass == "tetracycline" || drugClass == "opioid" || drugClass == "ace inhibitor"
           || drugClass == "carbapenem";
}

std::vector<Allergen> allergensOf(const Context &context)
{
    std::vector<Allergen> allergens;
    for (const domain::Allergy &allergy : context.proposal.patient.allergies) {
        if (allergy.status == domain::Allergy::Status::Refuted || allergy.status == domain::Allergy::Status::Inactive)
            continue;
        Allergen allergen{&allergy, context.lexicon.findDrug(allergy.substance), {}};
        if (allergen.drug < context.lexicon.drugCount())
            allergen.drugClass = context.lexicon.drug(allergen.drug).drugClass;
        else
            allergen.drugClass = classNamed(context.lexicon, allergy.substance);
        allergens.push_back(allergen);
    }
    return allergens;
}

bool forbids(const Context &context, const Allergen &allergen, std::uint16_t drug)
{
    const std::string_view drugClass = context.lexicon.drug(drug).drugClass;
    if (allergen.drug == drug)
        return true;
    const bool isNsaid = allergen.drugClass == "nsaid" || allergen.drugClass == "salicylate";
    if (isNsaid && (drugClass == "nsaid" || drugClass == "salicylate"))
        return true;
    return !allergen.drugClass.empty() && allergen.drugClass == drugClass && isSharedByClass(drugClass);
}

// "allergic to penicillin", "avoid ibuprofen" and "stop" speak against the drug, not for it.
bool isMeantToBeTaken(const StatementView &view, const Term &drug)
{
    if (drug.polarity != Polarity::Affirmed || drug.isStopped)
        return false;
    const std::string &title = view.section->title;
    if (title.find("llerg") != std::string::npos)
        return false;
    return std::ranges::none_of(view.reading.terms, [&](const Term &term) {
        return term.segment == drug.segment && term.role == Role::Allergy;
    });
}

void checkAllergies(const Context &context, std::vector<Report> &reports)
{
    const std::vector<Allergen> allergens = allergensOf(context);
    if (allergens.empty())
        return;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        for (const Term &term : view.reading.terms) {
            if (term.role != Role::Drug || !isMeantToBeTaken(view, term))
                continue;
            for (const Allergen &allergen : allergens) {
                if (!forbids(context, allergen, term.id))
                    continue;
                const bool isHigh = allergen.allergy->criticality == domain::Allergy::Criticality::High
                                    || allergen.allergy->reaction.find("naphyla") != std::string::npos;
                reports.push_back({.code = "allergy-conflict",
                                   .severity = isHigh ? Severity::Stop : Severity::Warning,
                                   .statement = i,
                                   .place = {term.first, term.last},
                                   .values = {{"draft", std::string(view.reading.textOf(term))},
                                              {"allergy", allergen.allergy->substance},
                                              {"reaction", allergen.allergy->reaction}},
                                   .message = "The patient is recorded as allergic to this drug or its class."});
            }
        }
    }
}

bool isOralSolid(const StatementView &view)
{
    static const std::set<WordKey> others{wordKey("mL"), wordKey("kg"),      wordKey("infusion"), wordKey("drip"),
                                          wordKey("IV"), wordKey("inhaler"), wordKey("cream"),    wordKey("total")};
    return std::ranges::none_of(view.reading.tokens.list,
                                [](const Token &token) { return others.contains(token.key); });
}

// A dose far outside of what is usual: a thousandfold for a wrong unit, tenfold for a point that slipped.
void checkDoses(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    constexpr double slack = 1.5;
    const StatementView &view = context.statements[statement];
    for (const Quantity &quantity : view.reading.quantities) {
        if (quantity.unit < 0 || !isOralSolid(view))
            continue;
        const UnitFacts &unit = context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit));
        const Term *drug = nullptr;
        for (const Term &term : view.reading.terms)
            if (term.role == Role::Drug && term.last <= quantity.firstToken && quantity.firstToken - term.last < 6)
                drug = &term;
        if (!drug || unit.dimension != Dimension::Mass)
            continue;
        const DrugFacts &facts = context.lexicon.drug(drug->id);
        const double dose = quantity.value * unit.factor;
        if (facts.mostDose <= 0 || (dose * slack >= facts.leastDose && dose <= facts.mostDose * slack))
            continue;
        reports.push_back(
            {.code = "dose-out-of-range",
             .statement = statement,
             .place = {quantity.firstToken, quantity.unitEnd},
             .values = {{"draft", std::string(view.reading.textBetween(quantity.firstToken, quantity.unitEnd))},
                        {"drug", std::string(facts.ingredient)}},
             .message = "This dose is far from the usual doses of the drug."});
    }
}

bool isPlanned(const StatementView &view)
{
    return view.section->title.find("lan") != std::string::npos
           || view.section->title.find("edication") != std::string::npos;
}

// Two drugs of one class in the plan, where one seldom takes two.
void checkDuplicates(const Context &context, std::vector<Report> &reports)
{
    constexpr std::string_view single[] = {"statin",       "ace inhibitor", "proton pump inhibitor",
                                           "ssri",         "beta blocker",  "anticoagulant",
                                           "sulfonylurea", "nsaid",         "angiotensin blocker"};
    std::unordered_map<std::string_view, std::uint16_t> first;
    std::set<std::string_view> told;
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        for (const Term &term : view.reading.terms) {
            if (term.role != Role::Drug || !isPlanned(view) || !isMeantToBeTaken(view, term))
                continue;
            const DrugFacts &facts = context.lexicon.drug(term.id);
            if (std::ranges::find(single, facts.drugClass) == std::end(single))
                continue;
            const auto [place, isNew] = first.try_emplace(facts.drugClass, term.id);
            if (isNew || place->second == term.id || !told.insert(facts.drugClass).second)
                continue;
            reports.push_back({.code = "duplicate-therapy",
                               .severity = Severity::Info,
                               .statement = i,
                               .place = {term.first, term.last},
                               .values = {{"draft", std::string(facts.ingredient)},
                                          {"other", std::string(context.lexicon.drug(place->second).ingredient)},
                                          {"class", std::string(facts.drugClass)}},
                               .message = "The draft names two drugs of one class."});
        }
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    checkAllergies(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        checkDoses(context, i, reports);
    checkDuplicates(context, reports);
}

} // namespace

const Check &medicationCheck()
{
    static constexpr Check check{
        "medication",
        "1",
        "Whether a drug of the draft stands against a recorded allergy, by ingredient or class; whether a dose is far "
        "from the "
        "usual; whether two drugs of one class stand in the plan.",
        "Tolerance shown before, the indication, weight, kidney function, and drugs that its table does not know.",
        "Names the record's allergy and the class; the choice is the prescriber's.",
        run};
    return check;
}

} // namespace countersign::checks
