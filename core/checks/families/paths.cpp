#include "core/checks/check.hpp"
#include "core/checks/cited_records.hpp"

#include "core/fhir/element.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Citations by path: whether the path leads to a value, whether the value is the quoted one, and whether the statement
// says that value with that unit.
namespace countersign::checks
{
namespace
{

using domain::Severity;
using protocol::Json;

std::string joined(const std::vector<std::string> &leaves)
{
    constexpr std::size_t most = 6;
    std::string all;
    for (std::size_t i = 0; i < std::min(leaves.size(), most); ++i)
        all += (i > 0 ? ", " : "") + leaves[i];
    return all;
}

std::string_view lastStep(std::string_view path)
{
    const std::size_t at = path.find_last_of("./");
    return at == std::string_view::npos ? path : path.substr(at + 1);
}

// The quantity that a path means: its value, or the whole of it.
struct Told {
    double value = 0;
    std::string text, unit;
};
std::optional<Told> quantityAt(const Record &record, const Json &value, std::string_view path)
{
    const Json *amount = value.find("value");
    const std::string text = fhir::textAt(amount != nullptr ? *amount : value, "");
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos;
    const bool isAmount = amount != nullptr || lastStep(path) == "value";
    if (!isNumber || !isAmount)
        return std::nullopt;
    Told told{std::strtod(text.c_str(), nullptr), text, {}};
    told.unit = fhir::textAt(value, "unit");
    const std::size_t end = path.find_last_of("./");
    if (told.unit.empty() && end != std::string_view::npos && path.find('/') == std::string_view::npos)
        told.unit = record.text(std::string(path.substr(0, end)) + ".unit");
    return told;
}

class Paths
{
public:
    Paths(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            for (const CitationView &citation : context_.statements[i].citations)
                if (citation.source != nowhere && std::cmp_less(++count_, citationsMax))
                    check(i, citation);
    }

private:
    static constexpr int citationsMax = 20000;

    void check(std::size_t statement, const CitationView &citation)
    {
        const auto *selector = std::get_if<domain::FhirPathSelector>(&citation.citation->selector);
        if (selector == nullptr)
            return;
        const PathValues found = valuesAt(*context_.chart, citation.source, *selector);
        if (!found.isJudged)
            return;
        if (found.values.empty()) {
            report(statement, citation, "citation-unresolvable", {{"path", selector->path}},
                   found.record == nullptr ? "The cited source holds no resource of this kind."
                                           : "The cited path leads to no value.");
            return;
        }
        std::vector<std::string> leaves;
        for (const Json *value : found.values)
            for (std::string &leaf : leavesOf(*value))
                leaves.push_back(std::move(leaf));
        const bool isQuoted = selector->exact.empty() || std::ranges::find(leaves, selector->exact) != leaves.end()
                              || joinedIs(leaves, selector->exact);
        if (!isQuoted && citation.fate == QuoteFate::Found)
            report(statement, citation, "quote-not-in-source",
                   {{"draft", selector->exact}, {"closest", joined(leaves)}, {"path", selector->path}},
                   "The cited path holds another value than the quoted one.");
        if (found.values.size() == 1)
            compare(statement, citation, found, selector->path);
    }

    // "6.5 %" quotes value and unit.
    [[nodiscard]] static bool joinedIs(const std::vector<std::string> &leaves, std::string_view exact)
    {
        return std::ranges::any_of(leaves, [&](const std::string &leaf) {
            return exact.size() > leaf.size() + 1 && exact.starts_with(leaf) && exact[leaf.size()] == ' '
                   && std::ranges::find(leaves, exact.substr(leaf.size() + 1)) != leaves.end();
        });
    }

    void compare(std::size_t statement, const CitationView &citation, const PathValues &found, std::string_view path)
    {
        if (path.starts_with(found.record->type + "."))
            path.remove_prefix(found.record->type.size() + 1);
        const auto told = quantityAt(*found.record, *found.values.front(), path);
        const StatementView &view = context_.statements[statement];
        if (!told || view.reading.quantities.empty())
            return;
        const Quantity *same = nullptr, *other = nullptr;
        const Reading unit = readText(context_.lexicon, englishAnswers(), told->text + " " + told->unit,
                                      TextKind::Written, Numbers::Likeliest);
        const std::int32_t toldUnit = unit.quantities.empty() ? -1 : unit.quantities.front().unit;
        for (const Quantity &quantity : view.reading.quantities) {
            if (std::abs(quantity.value - told->value) < 1e-9 || isConverted(quantity, *told, toldUnit))
                same = &quantity;
            else if (other == nullptr || (quantity.unit >= 0 && quantity.unit == toldUnit))
                other = &quantity;
        }
        const std::string source = told->text + (told->unit.empty() ? "" : " " + told->unit);
        if (same == nullptr && other != nullptr && isOfUnit(*other, toldUnit))
            report(statement, citation, "number-conflict", {{"draft", textOf(view, *other)}, {"source", source}},
                   "The cited path holds another value than the statement gives.", *other);
        else if (same != nullptr && same->unit >= 0 && toldUnit >= 0 && same->unit != toldUnit
                 && !isConverted(*same, *told, toldUnit))
            report(statement, citation, "unit-conflict", {{"draft", textOf(view, *same)}, {"source", source}},
                   "The cited path holds this number with another unit.", *same);
    }
    [[nodiscard]] static std::string textOf(const StatementView &view, const Quantity &quantity)
    {
        return std::string(view.reading.textBetween(quantity.firstToken, quantity.unitEnd));
    }
    // A number of the statement that could be meant: of that unit, or of none.
    [[nodiscard]] bool isOfUnit(const Quantity &quantity, std::int32_t unit) const
    {
        return quantity.unit < 0 || unit < 0
               || context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).dimension
                      == context_.lexicon.unit(static_cast<std::uint16_t>(unit)).dimension;
    }
    [[nodiscard]] bool isConverted(const Quantity &quantity, const Told &told, std::int32_t unit) const
    {
        constexpr double share = 0.001;
        if (quantity.unit < 0 || unit < 0)
            return false;
        const UnitFacts &a = context_.lexicon.unit(static_cast<std::uint16_t>(quantity.unit));
        const UnitFacts &b = context_.lexicon.unit(static_cast<std::uint16_t>(unit));
        const double one = quantity.value * a.factor, two = told.value * b.factor;
        return a.dimension == b.dimension && std::abs(one - two) <= share * std::max(std::abs(one), std::abs(two));
    }

    void report(std::size_t statement, const CitationView &citation, std::string_view code,
                std::vector<std::pair<std::string, std::string>> values, std::string_view message,
                const Quantity &quantity = {})
    {
        reports_.push_back({.code = code,
                            .statement = statement,
                            .place = {quantity.firstToken, quantity.unitEnd},
                            .source = citation.source,
                            .values = std::move(values),
                            .message = std::string(message)});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    int count_ = 0;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.chart->isEmpty())
        Paths(context, reports).run();
}

} // namespace

const Check &pathCheck()
{
    static constexpr Check check{
        "paths",
        "1",
        "Whether a citation by FHIRPath or JSON pointer leads to a value, whether that is the value it quotes, and "
        "whether the statement gives it with its unit.",
        "Paths with functions other than first() and ofType(), and what a value means.",
        "Shows the value at the path beside the statement.",
        run};
    return check;
}

} // namespace countersign::checks
