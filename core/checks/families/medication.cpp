#include "core/checks/allergens.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <set>

namespace countersign::checks
{
namespace
{

using domain::Severity;

void checkAllergies(const Context &context, std::vector<Report> &reports)
{
    const std::vector<Allergen> allergens = allergensOf(context);
    for (std::size_t i = 0; i < context.statements.size() && !allergens.empty(); ++i) {
        const StatementView &view = context.statements[i];
        for (const Term &term : view.reading.terms) {
            if (term.role != Role::Drug || !isMeantToBeTaken(view, term))
                continue;
            for (const Allergen &allergen : allergens)
                if (forbids(context.lexicon, allergen, term.id))
                    reports.push_back({.code = "allergy-conflict",
                                       .severity = allergen.isHigh ? Severity::Stop : Severity::Warning,
                                       .statement = i,
                                       .place = {term.first, term.last},
                                       .source = allergen.source,
                                       .sourcePlace = allergen.place,
                                       .values = {{"draft", std::string(view.reading.textOf(term))},
                                                  {"allergy", allergen.substance},
                                                  {"reaction", allergen.reaction}},
                                       .message = "The patient is recorded as allergic to this drug or its class."});
        }
    }
}

bool isOralSolid(const StatementView &view)
{
    static const WordSet others{"mL", "kg", "infusion", "drip", "IV", "inhaler", "cream", "total"};
    return std::ranges::none_of(view.reading.tokens.list,
                                [](const Token &token) { return others.contains(token.key); });
}

// A dose far outside of what is usual: a thousandfold for a wrong unit, tenfold for a point that slipped.
void checkDoses(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    constexpr double slack = 1.5;
    const StatementView &view = context.statements[statement];
    if (view.reading.quantities.empty() || !isOralSolid(view))
        return;
    for (const Quantity &quantity : view.reading.quantities) {
        if (quantity.unit < 0)
            continue;
        const UnitFacts &unit = context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit));
        const Term *drug = drugBefore(view.reading, quantity.firstToken, 5);
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
        "2",
        "Whether a drug of the draft stands against a recorded allergy, by ingredient or class; whether a dose is far "
        "from the "
        "usual; whether two drugs of one class stand in the plan.",
        "Tolerance shown before, the indication, weight, kidney function, and drugs that its table does not know.",
        "Names the record's allergy and the class; the choice is the prescriber's.",
        run};
    return check;
}

} // namespace countersign::checks
