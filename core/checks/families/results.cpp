#include "core/checks/check.hpp"
#include "core/checks/cited_records.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

// Results of the chart: abnormal ones that the draft leaves out or calls normal, old ones, and those that a newer one
// has overtaken.
namespace countersign::checks
{
namespace
{

using domain::Severity;
using std::chrono::hours;

enum class Grade { Normal, Abnormal, Critical };

Grade gradeOf(const Record &record)
{
    constexpr std::string_view list = "interpretation[0]";
    if (record.hasCode(list, {"HH", "LL", "AA", "HU", "LU"}))
        return Grade::Critical;
    if (record.hasCode(list, {"H", "L", "A", "POS", "DET", "R", "HX", "LX"}))
        return Grade::Abnormal;
    const auto value = record.number("valueQuantity.value");
    const auto low = record.number("referenceRange[0].low.value");
    const auto high = record.number("referenceRange[0].high.value");
    const bool isOutside = value && ((low && *value < *low) || (high && *value > *high));
    return isOutside ? Grade::Abnormal : Grade::Normal;
}

std::string valueOf(const Record &record)
{
    if (std::string value = record.text("valueQuantity.value"); !value.empty()) {
        const std::string unit = record.text("valueQuantity.unit");
        return value + (unit.empty() ? "" : " " + unit);
    }
    for (const char *path : {"valueString", "valueCodeableConcept.text", "valueCodeableConcept.coding[0].display"})
        if (std::string value = record.text(path); !value.empty())
            return value;
    return {};
}

bool isResult(const Record &record)
{
    return record.type == "Observation" && record.isEvidence && !record.isVoid && record.status != "cancelled"
           && !record.name.empty();
}

// How long a result may stand before its age is worth a word (E04).
hours limitOf(const Context &context, const Record &record)
{
    constexpr hours day{24};
    constexpr std::array electrolytes{"potassium", "creatinine", "sodium", "magnesium", "hemoglobin", "inr"};
    const std::string category = record.words("category[0]");
    const std::string name = lowerOf(record.name);
    const bool isIn = isInpatient(context.proposal.encounter);
    if (category.find("vital") != std::string::npos)
        return day;
    if (name.find("a1c") != std::string::npos)
        return 90 * day;
    if (std::ranges::any_of(electrolytes, [&](const char *each) { return name.find(each) != std::string::npos; }))
        return isIn ? 7 * day : 90 * day;
    return context.policy.staleAfterDays * day;
}

class Results
{
public:
    Results(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (const Record &record : context_.chart->records()) {
            if (!isResult(record))
                continue;
            const Record *&newest = newest_[keyOf(record)];
            if (newest == nullptr || (record.at && (!newest->at || *newest->at < *record.at)))
                newest = &record;
        }
        checkMissing();
        for (const CitedRecord &cited : citedRecords(context_))
            if (isResult(*cited.record))
                checkAge(cited);
    }

private:
    [[nodiscard]] static std::string keyOf(const Record &record)
    {
        return record.code.empty() ? lowerOf(record.name) : record.code;
    }

    // Only the newest of each kind; the critical ones first, each; of the others a few.
    void checkMissing()
    {
        constexpr hours acute{72};
        std::vector<const Record *> abnormal;
        for (const auto &[key, record] : newest_) {
            const Grade grade = gradeOf(*record);
            if (grade == Grade::Normal)
                continue;
            const auto words = tellingWords(context_.lexicon, record->name);
            if (isSaid(*record, words)) {
                checkCalledNormal(*record, words);
                continue;
            }
            const bool isNew = !record->at || context_.now - *record->at <= acute;
            if (grade == Grade::Critical && isNew)
                reportMissing(*record, Severity::Warning);
            else if (!record->at || context_.now - *record->at <= limitOf(context_, *record))
                abnormal.push_back(record);
        }
        std::ranges::stable_sort(abnormal, std::ranges::greater{},
                                 [](const Record *record) { return record->at.value_or(Instant{}); });
        const auto most = static_cast<std::size_t>(std::max(0, context_.policy.omissionsMax));
        for (std::size_t i = 0; i < std::min(most, abnormal.size()); ++i)
            reportMissing(*abnormal[i], gradeOf(*abnormal[i]) == Grade::Critical ? Severity::Warning : Severity::Info);
    }

    [[nodiscard]] bool isSaid(const Record &record, const std::vector<WordKey> &words) const
    {
        if (isDrafted(context_, words))
            return true;
        const auto value = record.number("valueQuantity.value");
        if (!value || record.text("valueQuantity.value").size() < 3) // "7" can be anything
            return false;
        return std::ranges::any_of(context_.statements, [&](const StatementView &view) {
            return std::ranges::any_of(view.reading.quantities, [&](const Quantity &quantity) {
                return thousandths(quantity.value) == thousandths(*value);
            });
        });
    }

    // "Potassium normal", where the newest one is not.
    void checkCalledNormal(const Record &record, const std::vector<WordKey> &words)
    {
        static const std::array<WordKey, 5> normal{wordKey("normal"), wordKey("unremarkable"), wordKey("stable"),
                                                   wordKey("within normal limits"), wordKey("wnl")};
        for (const std::size_t i : statementsNaming(context_, words)) {
            const Reading &reading = context_.statements[i].reading;
            for (const Term &term : reading.terms) {
                const std::uint32_t last =
                    std::min<std::uint32_t>(term.last + 4, static_cast<std::uint32_t>(reading.tokens.list.size()));
                if (std::ranges::find(words, term.key) == words.end() || term.isFamily)
                    continue;
                for (std::uint32_t at = term.last; at < last; ++at) {
                    const Token &token = reading.tokens.list[at];
                    if (token.kind != Token::Kind::Word || std::ranges::find(normal, token.key) == normal.end())
                        continue;
                    if (at > 0 && reading.tokens.list[at - 1].key == wordKey("not"))
                        continue;
                    reports_.push_back({.code = "number-conflict",
                                        .statement = i,
                                        .place = {term.first, at + 1},
                                        .source = record.source,
                                        .values = {{"draft", std::string(reading.textBetween(term.first, at + 1))},
                                                   {"source", valueOf(record)},
                                                   {"record", record.type + "/" + record.id}},
                                        .message = "The draft calls a result normal that its record marks as not."});
                    return;
                }
            }
        }
    }

    void reportMissing(const Record &record, Severity severity)
    {
        reports_.push_back(
            {.code = "omitted-abnormal-result",
             .severity = severity,
             .source = record.source,
             .values = {{"source", record.name + ": " + valueOf(record)}, {"record", record.type + "/" + record.id}},
             .message = gradeOf(record) == Grade::Critical ? "A critical result of the chart is not in the draft."
                                                           : "An abnormal result of the chart is not in the draft."});
    }

    void checkAge(const CitedRecord &cited)
    {
        const Record &record = *cited.record;
        if (!told_.insert({cited.statement, &record}).second || !record.at)
            return;
        const auto age = context_.now - *record.at;
        if (age > limitOf(context_, record))
            reports_.push_back({.code = "stale-source",
                                .statement = cited.statement,
                                .source = record.source,
                                .values = {{"days", std::to_string(std::chrono::floor<std::chrono::days>(age).count())},
                                           {"source", record.name},
                                           {"limit", std::to_string(limitOf(context_, record) / hours{24})}},
                                .message = "This result is older than such a result should be."});
        const Record *newest = newest_[keyOf(record)];
        if (newest == nullptr || newest == &record || !newest->at || *newest->at <= *record.at
            || valueOf(*newest) == valueOf(record) || isValueSaid(*newest))
            return;
        const bool crosses = gradeOf(*newest) > gradeOf(record);
        reports_.push_back({.code = "newer-source-exists",
                            .severity = crosses ? Severity::Stop : Severity::Warning,
                            .statement = cited.statement,
                            .source = newest->source,
                            .values = {{"draft", valueOf(record)},
                                       {"source", valueOf(*newest)},
                                       {"newer", formatInstant(*newest->at)}},
                            .message = crosses ? "A newer result of this kind crosses a limit."
                                               : "A newer result of this kind is in the sources."});
    }

    [[nodiscard]] bool isValueSaid(const Record &record) const
    {
        const auto value = record.number("valueQuantity.value");
        const auto words = tellingWords(context_.lexicon, record.name);
        for (const std::size_t i : value ? statementsNaming(context_, words) : std::vector<std::size_t>{})
            for (const Quantity &quantity : context_.statements[i].reading.quantities)
                if (thousandths(quantity.value) == thousandths(*value))
                    return true;
        return false;
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::map<std::string, const Record *> newest_; // of each kind of result
    std::set<std::pair<std::size_t, const Record *>> told_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.chart->isEmpty() && !context.statements.empty())
        Results(context, reports).run();
}

} // namespace

const Check &resultCheck()
{
    static constexpr Check check{
        "results",
        "1",
        "Abnormal and critical results of the chart that the draft does not name or calls normal; cited results that "
        "are old for their kind, or that a newer one has overtaken.",
        "Whether a result matters here, and results that are not in the sources.",
        "Repeats what the laboratory marked and when; it interprets no value of its own.",
        run};
    return check;
}

} // namespace countersign::checks
