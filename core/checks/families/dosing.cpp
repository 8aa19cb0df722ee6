#include "core/checks/allergens.hpp"
#include "core/checks/check.hpp"
#include "core/checks/cited_records.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

// High-alert drugs: doses beyond a short table, daily methotrexate, as-needed doses without a limit, a number that may
// be misread, and drugs that a pregnancy speaks against. Public safety facts (ISMP high-alert list, labels); no dosing
// advice.
namespace countersign::checks
{
namespace
{

using domain::Severity;

// The most that one adult takes at once, in the unit that the drug is given in; wide, so that what lies beyond deserves
// a look.
struct HighAlert {
    std::string_view ingredient;
    Dimension dimension;
    double most; // milligrams, or units
    double least;
};
constexpr std::array highAlerts{
    HighAlert{"levothyroxine", Dimension::Mass, 0.4, 0.0125},
    HighAlert{"digoxin", Dimension::Mass, 1, 0.0625},
    HighAlert{"fentanyl", Dimension::Mass, 0.4, 0.0125},
    HighAlert{"warfarin", Dimension::Mass, 15, 0.5},
    HighAlert{"methotrexate", Dimension::Mass, 30, 2.5},
    HighAlert{"morphine", Dimension::Mass, 200, 1},
    HighAlert{"hydromorphone", Dimension::Mass, 16, 0.2},
    HighAlert{"insulin", Dimension::Units, 120, 0.5},
    HighAlert{"insulin glargine", Dimension::Units, 160, 1},
    HighAlert{"insulin lispro", Dimension::Units, 100, 0.5},
    HighAlert{"insulin aspart", Dimension::Units, 100, 0.5},
    HighAlert{"insulin detemir", Dimension::Units, 160, 1},
    HighAlert{"insulin degludec", Dimension::Units, 160, 1},
    HighAlert{"heparin", Dimension::Units, 40000, 50},
    HighAlert{"epinephrine", Dimension::Mass, 1, 0.01},
    HighAlert{"potassium chloride", Dimension::Equivalents, 100, 5},
    HighAlert{"tacrolimus", Dimension::Mass, 20, 0.1},
    HighAlert{"colchicine", Dimension::Mass, 1.8, 0.3},
    HighAlert{"enoxaparin", Dimension::Mass, 200, 20},
    HighAlert{"octreotide", Dimension::Mass, 0.5, 0.025},
};

// Drugs whose labels speak against a pregnancy.
constexpr std::array harmful{"isotretinoin", "methotrexate", "warfarin",     "valproate",    "mycophenolate",
                             "leflunomide",  "misoprostol",  "finasteride",  "dutasteride",  "testosterone",
                             "ribavirin",    "thalidomide",  "lenalidomide", "teriflunomide"};
constexpr std::array harmfulClasses{"ace inhibitor", "angiotensin blocker", "statin", "tetracycline"};

const HighAlert *highAlertOf(std::string_view ingredient)
{
    const auto found = std::ranges::find(highAlerts, ingredient, &HighAlert::ingredient);
    return found == highAlerts.end() ? nullptr : &*found;
}

template <std::size_t N>
bool isAny(const std::array<WordKey, N> &keys, WordKey key)
{
    return std::ranges::find(keys, key) != keys.end();
}

// "She is 12 weeks pregnant"; not "pregnancy test", "if you become pregnant" or "not pregnant".
bool isOfPregnancy(const Reading &reading)
{
    static const WordSet words{"pregnant", "pregnancy", "gravid"};
    static const WordSet befores{"weeks", "months", "currently", "is"};
    for (std::uint32_t i = 1; i < reading.terms.size(); ++i) {
        const Term &term = reading.terms[i];
        const Token &before = reading.tokens.list[term.first > 0 ? term.first - 1 : 0];
        if (words.contains(reading.tokens.list[term.first].key) && term.polarity == Polarity::Affirmed && !term.isFamily
            && !reading.segments[term.segment].isQuestion && befores.contains(before.key))
            return true;
    }
    return false;
}

class Dosing
{
public:
    Dosing(const Context &context, std::vector<Report> &reports)
        : context_(context), reports_(reports), isPregnant_(saysPregnant())
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < context_.statements.size(); ++i) {
            const StatementView &view = context_.statements[i];
            for (std::uint32_t t = 0; t < view.reading.terms.size(); ++t) {
                const Term &drug = view.reading.terms[t];
                if (drug.role != Role::Drug || !isMeantToBeTaken(view, drug))
                    continue;
                checkDose(i, t);
                checkMethotrexate(i, t);
                checkAsNeeded(i, t);
                checkPregnancy(i, drug);
            }
        }
    }

private:
    [[nodiscard]] const UnitFacts *unitOf(const Quantity &quantity) const
    {
        return quantity.unit < 0 ? nullptr : &context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit));
    }

    // The tokens that tell of one drug: to the next drug, at most so many.
    struct Reach {
        std::uint32_t first = 0, last = 0;
    };
    [[nodiscard]] static Reach reachOf(const Reading &reading, std::uint32_t term)
    {
        constexpr std::uint32_t most = 20;
        const Term &drug = reading.terms[term];
        Reach reach{drug.last,
                    std::min<std::uint32_t>(drug.last + most, static_cast<std::uint32_t>(reading.tokens.list.size()))};
        for (std::uint32_t i = term + 1; i < reading.terms.size() && reading.terms[i].first < reach.last; ++i)
            if (reading.terms[i].role == Role::Drug)
                reach.last = reading.terms[i].first;
        return reach;
    }
    [[nodiscard]] static auto quantitiesIn(const Reading &reading, const Reach &reach)
    {
        const auto from = std::ranges::partition_point(
            reading.quantities, [&](const Quantity &quantity) { return quantity.firstToken < reach.first; });
        auto to = from;
        while (to != reading.quantities.end() && to->firstToken < reach.last)
            ++to;
        return std::span(from, to);
    }
    template <class Claim>
    [[nodiscard]] static bool anyToken(const Reading &reading, const Reach &reach, Claim claim)
    {
        return std::any_of(reading.tokens.list.begin() + reach.first, reading.tokens.list.begin() + reach.last, claim);
    }

    void report(std::string_view code, Severity severity, std::size_t statement, Range place, std::string_view drug,
                std::string_view message)
    {
        const Reading &reading = context_.statements[statement].reading;
        reports_.push_back({.code = code,
                            .severity = severity,
                            .statement = statement,
                            .place = place,
                            .values = {{"draft", std::string(reading.textBetween(place.first, place.last))},
                                       {"drug", std::string(drug)}},
                            .message = std::string(message)});
    }

    void checkDose(std::size_t statement, std::uint32_t term)
    {
        constexpr double slack = 1.5;
        static const std::array<WordKey, 8> infused{wordKey("infusion"), wordKey("drip"),  wordKey("kg"),
                                                    wordKey("mL"),       wordKey("hour"),  wordKey("total"),
                                                    wordKey("hr"),       wordKey("weekly")};
        const Reading &reading = context_.statements[statement].reading;
        const Term &drug = reading.terms[term];
        const std::string_view ingredient = context_.lexicon.drug(drug.id).ingredient;
        const HighAlert *limit = highAlertOf(ingredient);
        if (limit == nullptr)
            return;
        const Reach reach = reachOf(reading, term);
        if (anyToken(reading, reach, [](const Token &token) { return isAny(infused, token.key); }))
            return;
        for (const Quantity &quantity : quantitiesIn(reading, reach)) {
            const UnitFacts *unit = unitOf(quantity);
            if (unit == nullptr || unit->dimension != limit->dimension)
                continue;
            const double dose = quantity.value * unit->factor;
            if (dose <= limit->most * slack && dose * slack >= limit->least)
                continue;
            report("dose-out-of-range", Severity::Stop, statement, {quantity.firstToken, quantity.unitEnd}, ingredient,
                   "A high-alert drug, and a dose far outside of the usual.");
            return;
        }
    }

    // By mouth and not against cancer it is taken once a week.
    void checkMethotrexate(std::size_t statement, std::uint32_t term)
    {
        static const std::array<WordKey, 6> daily{wordKey("daily"),   wordKey("BID"), wordKey("TID"),
                                                  wordKey("nightly"), wordKey("qd"),  wordKey("QHS")};
        static const std::array<WordKey, 4> weekly{wordKey("weekly"), wordKey("week"), wordKey("wk"), wordKey("qw")};
        static const WordKey day = wordKey("day"), every = wordKey("every"), times = wordKey("times"),
                             folic = wordKey("folic"), folate = wordKey("folate");
        const Reading &reading = context_.statements[statement].reading;
        const Term &drug = reading.terms[term];
        if (context_.lexicon.drug(drug.id).ingredient != "methotrexate" || isOncology())
            return;
        const Reach reach = reachOf(reading, term);
        const auto &tokens = reading.tokens.list;
        if (anyToken(reading, reach, [](const Token &token) { return isAny(weekly, token.key); }))
            return;
        for (std::uint32_t i = reach.first; i < reach.last; ++i) {
            if (tokens[i].key == folic || tokens[i].key == folate)
                return;
            const bool isEveryDay = tokens[i].key == day && i > 0
                                    && (tokens[i - 1].key == every || tokens[i - 1].key == times
                                        || tokens[i - 1].key == wordKey("a") || tokens[i - 1].key == wordKey("per"));
            if (!isEveryDay && !isAny(daily, tokens[i].key))
                continue;
            report("dose-out-of-range", Severity::Stop, statement, {drug.first, i + 1}, "methotrexate",
                   "Methotrexate by mouth is taken once a week; taken daily it has killed.");
            return;
        }
    }
    [[nodiscard]] bool isOncology() const
    {
        static const auto words = tellingWords(
            english(), "leukemia, lymphoma, chemotherapy, osteosarcoma, oncology, choriocarcinoma, lymphoblastic");
        return std::ranges::any_of(words, [&](WordKey key) { return context_.isNamed(key); });
    }

    // "As needed" with no longest interval and no most a day, of what is dangerous in plenty.
    void checkAsNeeded(std::size_t statement, std::uint32_t term)
    {
        static const std::array<WordKey, 3> limits{wordKey("max"), wordKey("maximum"), wordKey("exceed")};
        static const std::array<WordKey, 10> rhythms{
            wordKey("every"), wordKey("daily"), wordKey("day"), wordKey("hourly"),  wordKey("hours"),
            wordKey("BID"),   wordKey("TID"),   wordKey("QID"), wordKey("nightly"), wordKey("bedtime")};
        static const WordKey prn = wordKey("PRN"), as = wordKey("as"), needed = wordKey("needed");
        const Reading &reading = context_.statements[statement].reading;
        const Term &drug = reading.terms[term];
        const std::string_view drugClass = context_.lexicon.drug(drug.id).drugClass;
        if (drugClass != "opioid" && drugClass != "benzodiazepine" && drugClass != "analgesic")
            return;
        const Reach reach = reachOf(reading, term);
        const auto &tokens = reading.tokens.list;
        std::uint32_t place = 0;
        for (std::uint32_t i = reach.first; i < reach.last; ++i) {
            if (isAny(limits, tokens[i].key) || isAny(rhythms, tokens[i].key)
                || (tokens[i].key == wordKey("q") && i + 1 < reach.last))
                return;
            if (tokens[i].key == prn || (tokens[i].key == needed && i > 0 && tokens[i - 1].key == as))
                place = i;
        }
        const bool isDosed = !quantitiesIn(reading, reach).empty();
        if (place > 0 && isDosed)
            report("dose-out-of-range", Severity::Info, statement, {drug.first, place + 1},
                   context_.lexicon.drug(drug.id).ingredient, "As needed, without how often or how much at most.");
    }

    [[nodiscard]] bool saysPregnant() const
    {
        if (context_.proposal.patient.sex == domain::Patient::Sex::Male)
            return false;
        for (const Record &record : context_.chart->records())
            if (record.type == "Condition" && !record.isVoid && record.isEvidence && record.status != "resolved"
                && record.status != "inactive" && lowerOf(record.name).find("pregnan") != std::string::npos
                && lowerOf(record.name).find("history") == std::string::npos)
                return true;
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].isEvidence && context_.chart->of(s).empty()
                && context_.sources[s].reading.noted<isOfPregnancy>())
                return true;
        return std::ranges::any_of(context_.statements,
                                   [](const StatementView &view) { return view.reading.noted<isOfPregnancy>(); });
    }
    void checkPregnancy(std::size_t statement, const Term &drug)
    {
        const DrugFacts &facts = context_.lexicon.drug(drug.id);
        const bool isHarmful = std::ranges::find(harmful, facts.ingredient) != harmful.end()
                               || std::ranges::find(harmfulClasses, facts.drugClass) != harmfulClasses.end();
        if (isPregnant_ && isHarmful && told_.insert(drug.id).second)
            report("age-sex-conflict", Severity::Stop, statement, {drug.first, drug.last}, facts.ingredient,
                   "The sources tell of a pregnancy, which this drug's label speaks against.");
    }

    const Context &context_;
    std::vector<Report> &reports_;
    const bool isPregnant_;
    std::set<std::uint16_t> told_;
};

// A child's dose without a weight anywhere (E17).
void checkWeight(const Context &context, std::vector<Report> &reports)
{
    constexpr auto childhood = std::chrono::days{365 * 12};
    const std::string &born = context.proposal.patient.birthDate.reveal();
    const auto birth = instantOf(born);
    if (born.size() != 10 || !birth || context.now - *birth > childhood || context.now < *birth)
        return;
    const auto hasWeight = [&](const Reading &reading) {
        return std::ranges::any_of(reading.quantities, [&](const Quantity &quantity) {
            return quantity.unit >= 0
                   && context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Weight;
        });
    };
    const bool isWeighed =
        std::ranges::any_of(context.sources, [&](const SourceView &view) { return hasWeight(view.reading); })
        || std::ranges::any_of(context.statements, [&](const StatementView &view) { return hasWeight(view.reading); })
        || std::ranges::any_of(context.chart->records(), [](const Record &record) {
               return record.type == "Observation" && lowerOf(record.name).find("weight") != std::string::npos;
           });
    for (std::size_t i = 0; i < context.statements.size() && !isWeighed; ++i) {
        const StatementView &view = context.statements[i];
        for (const Quantity &quantity : view.reading.quantities) {
            const bool isDose =
                quantity.unit >= 0
                && context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension == Dimension::Mass;
            if (!isDose || drugBefore(view.reading, quantity.firstToken, 5) == nullptr)
                continue;
            return reports.push_back(
                {.code = "dose-out-of-range",
                 .statement = i,
                 .place = {quantity.firstToken, quantity.unitEnd},
                 .values = {{"draft", std::string(view.reading.textBetween(quantity.firstToken, quantity.unitEnd))}},
                 .message = "A dose for a child, and no source gives a weight."});
        }
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    Dosing(context, reports).run();
    checkWeight(context, reports);
}

} // namespace

const Check &dosingCheck()
{
    static constexpr Check check{
        "dosing",
        "1",
        "For a short list of high-alert drugs, doses far outside of the usual; methotrexate taken daily; as needed "
        "without a limit; drugs whose labels speak against a pregnancy that the sources tell of; a child's dose "
        "without "
        "a weight.",
        "Weight, kidney function, indication and tolerance; drugs that are not on its list.",
        "Compares a number with a public table that it shows; the dose is the prescriber's.",
        run};
    return check;
}

} // namespace countersign::checks
