#include "core/checks/allergens.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <set>

namespace countersign::checks
{
namespace
{

using domain::Severity;

void checkAllergies(const Context &context, const std::vector<Allergen> &allergens, std::vector<Report> &reports)
{
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

// Where a statement speaks of allergies: its words for them.
struct AllergyEntry {
    bool isOne = false, isDenied = false;
    std::uint32_t term = 0;
};

// "Allergy testing" and "no anaphylaxis" say nothing of what somebody is allergic to.
AllergyEntry allergyEntryIn(const Reading &reading)
{
    static const WordSet none{"nkda", "nka"}, words{"allergy", "allergic"};
    static const WordSet others{"test", "testing", "clinic", "shot"};
    const auto &tokens = reading.tokens.list;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i) {
        const Term &term = reading.terms[i];
        if (none.contains(tokens[term.first].key))
            return {true, true, i};
        const bool isOther = others.contains(tokens[term.last - 1].key)
                             || (term.last < tokens.size() && others.contains(tokens[term.last].key));
        const bool isWord = words.contains(tokens[term.first].key) || words.contains(tokens[term.last - 1].key);
        if (isWord && !isOther)
            return {true, isAllergyDenied(reading, i), i};
    }
    return {};
}

// "Allergic to penicillin", "penicillin allergy".
bool isBeside(const Reading &reading, std::uint32_t entry, const Term &drug)
{
    static const WordKey to = wordKey("to");
    constexpr std::uint32_t near = 3; // tokens
    const Term &cue = reading.terms[entry];
    const auto &tokens = reading.tokens.list;
    const bool isTo = tokens[cue.last - 1].key == to || (cue.last < tokens.size() && tokens[cue.last].key == to);
    const bool isAfter = isTo && drug.first >= cue.last && drug.first <= cue.last + near;
    return isAfter || drug.last == cue.first;
}

void reportEntry(std::size_t statement, const StatementView &view, const Term &place, const Allergen *allergen,
                 std::vector<Report> &reports)
{
    Report made{.code = "allergy-conflict",
                .severity = allergen ? Severity::Warning : Severity::Info,
                .statement = statement,
                .place = {place.first, place.last},
                .values = {{"draft", std::string(view.reading.textOf(place))}},
                .message = allergen ? "The draft denies allergies; one is recorded or told."
                                    : "The draft names an allergy that neither the record nor the sources name."};
    if (allergen) {
        made.source = allergen->source;
        made.sourcePlace = allergen->place;
        made.values.emplace_back("allergy", allergen->substance);
    }
    reports.push_back(std::move(made));
}

// "No known drug allergies" where one is known.
void checkDenied(std::size_t statement, const StatementView &view, const AllergyEntry &entry,
                 const std::vector<Allergen> &allergens, std::vector<Report> &reports)
{
    const auto isNamed = [&](const Allergen &allergen) {
        return std::ranges::any_of(
            view.reading.terms, [&](const Term &term) { return term.role == Role::Drug && term.id == allergen.drug; });
    };
    if (!allergens.empty() && std::ranges::none_of(allergens, isNamed))
        reportEntry(statement, view, view.reading.terms[entry.term], &allergens.front(), reports);
}

// An allergy to a drug or a class that nobody is said to be allergic to.
void checkNamed(const Context &context, std::size_t statement, const AllergyEntry &entry,
                const std::vector<Allergen> &allergens, std::vector<Report> &reports)
{
    const StatementView &view = context.statements[statement];
    const auto &terms = view.reading.terms;
    const bool isSection = isOfAllergies(*view.section);
    const auto isNamed = [&](const Term &term) {
        return term.role == Role::Drug && !term.isFamily && (isSection || isBeside(view.reading, entry.term, term))
               && !isRemedy(context.lexicon, term);
    };
    const auto drug = std::ranges::find_if(terms, isNamed);
    if (drug == terms.end() && std::ranges::find(terms, Role::Drug, &Term::role) != terms.end())
        return; // "Flonase for her allergies"
    const std::string_view drugClass = drug == terms.end() ? classNamed(context.lexicon, view.statement->text)
                                                           : context.lexicon.drug(drug->id).drugClass;
    const bool isKnown = std::ranges::any_of(allergens, [&](const Allergen &allergen) {
        return (drug != terms.end() && allergen.drug == drug->id) || allergen.drugClass == drugClass;
    });
    const bool isDenied = drug != terms.end() && drug->polarity == Polarity::Negated;
    if (!drugClass.empty() && !isDenied && !isKnown)
        reportEntry(statement, view, drug == terms.end() ? terms[entry.term] : *drug, nullptr, reports);
}

void checkEntries(const Context &context, const std::vector<Allergen> &allergens, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        const AllergyEntry &entry = view.reading.noted<allergyEntryIn>();
        if (view.statement->style == domain::Statement::Style::Heading || view.reading.terms.empty())
            continue;
        if (entry.isDenied)
            checkDenied(i, view, entry, allergens, reports);
        else if (context.hasEvidence() && (entry.isOne || isOfAllergies(*view.section)))
            checkNamed(context, i, entry, allergens, reports);
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
    const std::vector<Allergen> allergens = allergensOf(context);
    checkAllergies(context, allergens, reports);
    checkEntries(context, allergens, reports);
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
