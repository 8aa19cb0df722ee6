#include "core/checks/allergens.hpp"
#include "core/checks/check.hpp"
#include "core/checks/cited_records.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

// The medicines of the draft against every list of the sources: chart, pharmacy, fax, and what the patient said.
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t dosesMax = 200; // of one drug: each is held against each

struct Dose {
    std::size_t source = nowhere;
    double milligrams = 0;
    std::string text;
    Range place{}; // tokens of the source; empty for what a resource says
    bool isListed = false;
};

bool isMass(const Lexicon &lexicon, const Quantity &quantity)
{
    return quantity.unit >= 0 && lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Mass;
}

double milligramsOf(const Lexicon &lexicon, const Quantity &quantity)
{
    return quantity.value * lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).factor;
}

// A dose that is being changed is not one that a list holds.
bool isChange(const Reading &reading, const Segment &segment)
{
    static const WordSet changes{"increase", "decrease", "raise",   "lower",  "double", "change", "switch",
                                 "start",    "reduce",   "titrate", "adjust", "from",   "used",   "previous"};
    for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i)
        if (changes.contains(reading.terms[i].key) || reading.terms[i].isPlanned || reading.terms[i].isStopped)
            return true;
    return false;
}

// The first mass that follows the drug before another drug does.
const Quantity *doseAfter(const Lexicon &lexicon, const Reading &reading, std::uint32_t term)
{
    constexpr std::uint32_t reach = 8;
    const Term &drug = reading.terms[term];
    std::uint32_t end = drug.last + reach;
    for (std::uint32_t i = term + 1; i < reading.terms.size() && reading.terms[i].first < end; ++i)
        if (reading.terms[i].role == Role::Drug || reading.terms[i].segment != drug.segment)
            end = reading.terms[i].first;
    auto at = std::ranges::partition_point(reading.quantities,
                                           [&](const Quantity &quantity) { return quantity.firstToken < drug.last; });
    for (; at != reading.quantities.end() && at->firstToken < end; ++at)
        if (isMass(lexicon, *at))
            return &*at;
    return nullptr;
}

class Lists
{
public:
    Lists(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (std::size_t i = 0; i < context_.statements.size(); ++i) {
            const StatementView &view = context_.statements[i];
            for (std::uint32_t t = 0; t < view.reading.terms.size(); ++t) {
                const Term &drug = view.reading.terms[t];
                if (drug.role != Role::Drug)
                    continue;
                drafted_.insert(drug.id);
                if (isMeantToBeTaken(view, drug))
                    note({i, t, doseAfter(context_.lexicon, view.reading, t) != nullptr});
            }
        }
        for (const auto &[drug, mention] : mentions_) {
            checkDoses(drug, mention);
            checkStopped(drug, mention);
            checkDuplicate(drug, mention);
        }
    }

private:
    // Where the draft names a drug: the first place, or the first with a dose.
    struct Mention {
        std::size_t statement = 0;
        std::uint32_t term = 0;
        bool isDosed = false;
    };
    void note(const Mention &mention)
    {
        const std::uint16_t drug = context_.statements[mention.statement].reading.terms[mention.term].id;
        const auto [place, isNew] = mentions_.try_emplace(drug, mention);
        if (!isNew && mention.isDosed && !place->second.isDosed)
            place->second = mention;
    }
    [[nodiscard]] Range placeOf(const Mention &mention) const
    {
        const Term &term = context_.statements[mention.statement].reading.terms[mention.term];
        return {term.first, term.last};
    }

    [[nodiscard]] static bool isMedicine(const Record &record)
    {
        return record.isEvidence && !record.isVoid
               && (record.type == "MedicationRequest" || record.type == "MedicationStatement"
                   || record.type == "MedicationDispense" || record.type == "MedicationAdministration");
    }
    [[nodiscard]] static bool isActive(const Record &record)
    {
        return record.status == "active" || record.status == "intended" || record.status.empty()
               || record.status == "in-progress" || record.status == "preparation" || record.status == "draft";
    }
    [[nodiscard]] static bool isStopped(const Record &record)
    {
        return record.status == "stopped" || record.status == "cancelled" || record.status == "on-hold"
               || record.status == "not-taken" || record.status == "ended" || record.status == "not-done";
    }
    [[nodiscard]] static bool names(const Record &record, std::uint16_t drug)
    {
        return std::ranges::find(record.drugs, drug) != record.drugs.end();
    }

    // The dose of a resource: so many tablets of a strength, or a mass.
    [[nodiscard]] std::optional<Dose> doseOf(const Record &record) const
    {
        const std::string list = record.type == "MedicationStatement" ? "dosage[0]" : "dosageInstruction[0]";
        const std::string quantity = list + ".doseAndRate[0].doseQuantity";
        const auto value = record.number(quantity + ".value");
        std::string unit = record.text(quantity + ".unit");
        if (unit.empty())
            unit = record.text(quantity + ".code");
        const auto strength = massIn(record.name);
        if (value && !unit.empty()) {
            if (const auto dose = massIn(record.text(quantity + ".value") + " " + unit))
                return Dose{record.source, dose->milligrams, dose->text, {}, true};
            if (strength)
                return Dose{record.source, strength->milligrams * *value, strength->text, {}, true};
        }
        if (const auto said = massIn(record.text(list + ".text")))
            return Dose{record.source, said->milligrams, said->text, {}, true};
        if (strength && record.drugs.size() == 1)
            return Dose{record.source, strength->milligrams, strength->text, {}, true};
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Dose> massIn(const std::string &text) const
    {
        const Reading reading =
            readText(context_.lexicon, englishAnswers(), text, TextKind::Written, Numbers::Likeliest);
        for (const Quantity &quantity : reading.quantities)
            if (isMass(context_.lexicon, quantity))
                return Dose{nowhere,
                            milligramsOf(context_.lexicon, quantity),
                            std::string(reading.textBetween(quantity.firstToken, quantity.unitEnd)),
                            {},
                            false};
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Dose> dosesOf(std::uint16_t drug) const
    {
        std::vector<Dose> doses;
        for (const Record &record : context_.chart->records())
            if (isMedicine(record) && isActive(record) && names(record, drug))
                if (auto dose = doseOf(record))
                    doses.push_back(*std::move(dose));
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].isEvidence && context_.chart->of(s).empty())
                collect(s, drug, doses);
        return doses;
    }

    void collect(std::size_t s, std::uint16_t drug, std::vector<Dose> &doses) const
    {
        const SourceView &view = context_.sources[s];
        for (const std::uint32_t term : context_.drugPlaces(s, drug)) {
            if (doses.size() >= dosesMax)
                return;
            const Term &named = view.reading.terms[term];
            const Quantity *quantity = doseAfter(context_.lexicon, view.reading, term);
            if (quantity == nullptr || named.polarity != Polarity::Affirmed || named.isFamily
                || isChange(view.reading, view.reading.segments[named.segment]))
                continue;
            doses.push_back({s,
                             milligramsOf(context_.lexicon, *quantity),
                             std::string(view.reading.textBetween(quantity->firstToken, quantity->unitEnd)),
                             {quantity->firstToken, quantity->unitEnd},
                             view.source->kind != domain::Source::Kind::Transcript});
        }
    }

    // Two sources disagree where they have no dose of the drug in common.
    void checkDoses(std::uint16_t drug, const Mention &mention)
    {
        const auto doses = dosesOf(drug);
        const auto isShared = [&](std::size_t source, double milligrams) {
            return std::ranges::any_of(doses, [&](const Dose &dose) {
                return dose.source == source && thousandths(dose.milligrams) == thousandths(milligrams);
            });
        };
        for (const Dose &one : doses)
            for (const Dose &other : doses) {
                if (other.source <= one.source || isShared(other.source, one.milligrams)
                    || isShared(one.source, other.milligrams))
                    continue;
                reports_.push_back(
                    {.code = "medication-lists-conflict",
                     .severity = mention.isDosed && one.isListed && other.isListed ? Severity::Stop : Severity::Warning,
                     .statement = mention.statement,
                     .place = placeOf(mention),
                     .source = other.source,
                     .sourcePlace = other.place,
                     .values = {{"drug", std::string(context_.lexicon.drug(drug).ingredient)},
                                {"one", one.text},
                                {"source", other.text},
                                {"in", context_.sources[one.source].source->id.text()}},
                     .message = "Two sources give this drug in different doses."});
                return;
            }
    }

    void checkStopped(std::uint16_t drug, const Mention &mention)
    {
        const Record *stopped = nullptr;
        for (const Record &record : context_.chart->records()) {
            if (!isMedicine(record) || !names(record, drug))
                continue;
            if (isActive(record) && !(stopped && stopped->at && record.at && *record.at < *stopped->at))
                return;
            if (isStopped(record) && (!stopped || (record.at && stopped->at && *stopped->at < *record.at)))
                stopped = &record;
        }
        if (stopped == nullptr)
            return;
        reports_.push_back({.code = "temporal-conflict",
                            .statement = mention.statement,
                            .place = placeOf(mention),
                            .source = stopped->source,
                            .values = {{"draft", std::string(context_.lexicon.drug(drug).ingredient)},
                                       {"source", stopped->status},
                                       {"record", stopped->type + "/" + stopped->id}},
                            .message = "The chart says that this drug was stopped or is on hold."});
    }

    void checkDuplicate(std::uint16_t drug, const Mention &mention)
    {
        const DrugFacts &facts = context_.lexicon.drug(drug);
        if (!isSingle(facts.drugClass))
            return;
        for (const Record &record : context_.chart->records()) {
            if (!isMedicine(record) || record.status != "active")
                continue;
            for (const std::uint16_t other : record.drugs) {
                const bool isSameClass = other != drug && context_.lexicon.drug(other).drugClass == facts.drugClass;
                if (!isSameClass || drafted_.contains(other))
                    continue;
                reports_.push_back({.code = "duplicate-therapy",
                                    .statement = mention.statement,
                                    .place = placeOf(mention),
                                    .source = record.source,
                                    .values = {{"draft", std::string(facts.ingredient)},
                                               {"other", std::string(context_.lexicon.drug(other).ingredient)},
                                               {"class", std::string(facts.drugClass)}},
                                    .message = "The chart has another drug of this class active."});
                return;
            }
        }
    }

    // Classes of which one seldom takes two.
    [[nodiscard]] static bool isSingle(std::string_view drugClass)
    {
        constexpr std::array single{"statin",         "ace inhibitor",  "proton pump inhibitor",
                                    "ssri",           "beta blocker",   "anticoagulant",
                                    "sulfonylurea",   "nsaid",          "angiotensin blocker",
                                    "snri",           "benzodiazepine", "triptan",
                                    "gliptin",        "gliflozin",      "incretin",
                                    "thyroid hormone"};
        return std::ranges::find(single, drugClass) != single.end();
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::set<std::uint16_t> drafted_;
    std::map<std::uint16_t, Mention> mentions_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (context.sources.size() > 1 || !context.chart->isEmpty())
        Lists(context, reports).run();
}

} // namespace

const Check &medicationListCheck()
{
    static constexpr Check check{
        "medication-lists",
        "1",
        "Whether the sources give a drug of the draft in different doses; whether the chart has stopped it, or has "
        "another of its class active.",
        "Which list is true, and why a drug was stopped.",
        "Shows what each list holds; which one is right is the reader's choice.",
        run};
    return check;
}

} // namespace countersign::checks
