#include "core/checks/cited_records.hpp"

#include "core/fhir/element.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace countersign::checks
{
namespace
{

using protocol::Json;

constexpr std::size_t valuesMax = 64;
constexpr std::string_view nameMarks = "_-";

struct Step {
    std::string name; // empty: only an index
    std::optional<std::size_t> index;
};

bool isName(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || nameMarks.find(c) != std::string_view::npos;
    });
}

std::optional<std::size_t> indexIn(std::string_view text)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(index) : std::nullopt;
}

// "name", "name[2]", "first()", "ofType(Quantity)"; false for anything else.
bool addStep(std::string_view text, std::vector<Step> &steps)
{
    constexpr std::string_view ofType = "ofType(";
    if (text == "first()") {
        steps.push_back({{}, 0});
        return true;
    }
    if (text.starts_with(ofType) && text.ends_with(')') && !steps.empty()) {
        const std::string_view type = text.substr(ofType.size(), text.size() - ofType.size() - 1);
        std::string upper(type.substr(type.rfind('.') == std::string_view::npos ? 0 : type.rfind('.') + 1));
        if (!isName(upper))
            return false;
        if (upper.front() >= 'a' && upper.front() <= 'z')
            upper.front() = static_cast<char>(upper.front() - 'a' + 'A');
        steps.back().name += upper;
        return true;
    }
    const std::size_t bracket = text.find('[');
    if (!isName(text.substr(0, bracket)))
        return false;
    steps.push_back({std::string(text.substr(0, bracket)), {}});
    if (bracket == std::string_view::npos)
        return true;
    if (!text.ends_with(']'))
        return false;
    steps.back().index = indexIn(text.substr(bracket + 1, text.size() - bracket - 2));
    return steps.back().index.has_value();
}

std::optional<std::vector<Step>> pointerSteps(std::string_view path)
{
    std::vector<Step> steps;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, end);
        if (!isName(name))
            return std::nullopt;
        if (const auto index = indexIn(name))
            steps.push_back({{}, index});
        else
            steps.push_back({std::string(name), {}});
        path.remove_prefix(end);
    }
    return steps;
}

std::optional<std::vector<Step>> stepsOf(std::string_view path)
{
    if (path.starts_with('/'))
        return pointerSteps(path);
    std::vector<Step> steps;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('.'), path.size());
        if (!addStep(path.substr(0, end), steps))
            return std::nullopt;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return steps;
}

void collect(const Json &value, std::vector<const Json *> &all)
{
    if (const Json::Array *items = value.asArray()) {
        for (const Json &item : *items)
            if (all.size() < valuesMax)
                all.push_back(&item);
    } else if (all.size() < valuesMax) {
        all.push_back(&value);
    }
}

std::vector<const Json *> walk(const Json &root, std::span<const Step> steps)
{
    std::vector<const Json *> here{&root};
    for (const Step &step : steps) {
        std::vector<const Json *> next;
        for (const Json *value : here) {
            const Json *found = step.name.empty() ? value : value->find(step.name);
            if (found != nullptr)
                collect(*found, next);
        }
        if (step.index)
            next = *step.index < next.size() ? std::vector{next[*step.index]} : std::vector<const Json *>{};
        here = std::move(next);
    }
    return here;
}

bool holds(const std::vector<const Json *> &values, std::string_view exact)
{
    return std::ranges::any_of(values, [&](const Json *value) {
        const auto leaves = leavesOf(*value);
        return std::ranges::find(leaves, exact) != leaves.end();
    });
}

bool isType(std::string_view name)
{
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

constexpr std::array generic{
    "in",       "of",      "by",         "or",        "and",     "the",     "a",        "an",        "on",
    "with",     "blood",   "serum",      "plasma",    "total",   "level",   "mass",     "moles",     "volume",
    "ratio",    "rate",    "count",      "panel",     "urine",   "test",    "result",   "presence",  "to",
    "for",      "per",     "rapid",      "oral",      "tablet",  "mg",      "ml",       "automated", "unit",
    "method",   "normal",  "calculated", "disorder",  "finding", "disease", "report",   "patient",   "history",
    "acute",    "chronic", "hr",         "xr",        "product", "units",   "extended", "release",   "injection",
    "solution", "capsule", "status",     "assessment"};

const std::vector<WordKey> &genericKeys()
{
    static const std::vector<WordKey> keys = [] {
        std::vector<WordKey> all;
        for (const char *word : generic)
            all.push_back(wordKey(word));
        std::ranges::sort(all);
        return all;
    }();
    return keys;
}

} // namespace

std::vector<std::string> leavesOf(const Json &value)
{
    std::vector<std::string> leaves;
    std::vector<const Json *> open{&value};
    while (!open.empty() && leaves.size() < valuesMax) {
        const Json *next = open.back();
        open.pop_back();
        if (const Json::Object *members = next->asObject()) {
            for (const Json::Member &member : *members)
                open.push_back(&member.value);
        } else if (const Json::Array *items = next->asArray()) {
            for (const Json &item : *items)
                open.push_back(&item);
        } else if (std::string text = fhir::textAt(*next, ""); !text.empty()) {
            leaves.push_back(std::move(text));
        }
    }
    return leaves;
}

PathValues valuesAt(const Chart &chart, std::size_t source, const domain::FhirPathSelector &selector)
{
    PathValues found;
    const auto steps = stepsOf(selector.path);
    if (!steps || steps->empty())
        return found;
    std::span<const Step> rest(*steps);
    const bool isTyped = isType(rest.front().name);
    for (const Record &record : chart.of(source)) {
        const bool isMeant = !isTyped || rest.front().name == record.type || rest.front().name == "Resource";
        found.isJudged = true;
        if (!isMeant)
            continue;
        auto values = walk(*record.resource, isTyped ? rest.subspan(1) : rest);
        const bool isBetter = found.record == nullptr || (found.values.empty() && !values.empty());
        const bool isQuoted = !selector.exact.empty() && holds(values, selector.exact);
        if (isBetter || isQuoted)
            found = {true, &record, std::move(values)};
        if (isQuoted)
            return found;
    }
    if (found.record == nullptr && isTyped && rest.front().name == "Bundle")
        found.isJudged = false; // by the Bundle's own places: left to the reader
    return found;
}

std::vector<CitedRecord> citedRecords(const Context &context)
{
    std::vector<CitedRecord> all;
    if (context.chart->isEmpty())
        return all;
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        for (const CitationView &citation : context.statements[i].citations) {
            if (citation.source == nowhere || context.chart->of(citation.source).empty())
                continue;
            const auto *path = std::get_if<domain::FhirPathSelector>(&citation.citation->selector);
            const auto records = context.chart->of(citation.source);
            const Record *record = path != nullptr       ? valuesAt(*context.chart, citation.source, *path).record
                                   : records.size() == 1 ? &records.front()
                                                         : nullptr;
            if (record != nullptr)
                all.push_back({i, record, &citation});
        }
    return all;
}

std::vector<WordKey> tellingWords(const Lexicon &lexicon, std::string_view name)
{
    std::vector<WordKey> words;
    const Tokens tokens = cutTokens(name);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != Token::Kind::Word)
            continue;
        const Lexicon::Phrase *phrase = lexicon.match(std::span(tokens.list).subspan(i));
        const bool isEmpty = phrase != nullptr
                             && (phrase->role == Role::Filler || phrase->role == Role::Unit
                                 || phrase->role == Role::Number || phrase->role == Role::Side);
        const WordKey key = phrase != nullptr ? phrase->key : tokens.list[i].key;
        if (!isEmpty && tokens.list[i].end - tokens.list[i].begin > 1
            && !std::ranges::binary_search(genericKeys(), tokens.list[i].key)
            && std::ranges::find(words, key) == words.end())
            words.push_back(key);
        if (phrase != nullptr)
            i += phrase->wordCount - 1;
    }
    return words;
}

bool names(const StatementView &view, const std::vector<WordKey> &words)
{
    return std::ranges::any_of(view.reading.terms,
                               [&](const Term &term) { return std::ranges::find(words, term.key) != words.end(); });
}

std::vector<std::size_t> statementsNaming(const Context &context, const std::vector<WordKey> &words, std::size_t most)
{
    std::vector<std::size_t> all;
    if (!isDrafted(context, words))
        return all;
    for (std::size_t i = 0; i < context.statements.size() && all.size() < most; ++i)
        if (names(context.statements[i], words))
            all.push_back(i);
    return all;
}

bool isDrafted(const Context &context, const std::vector<WordKey> &words)
{
    return std::ranges::any_of(words, [&](WordKey key) { return context.factsOf(key).drafted > 0; });
}

bool isInpatient(const domain::Encounter &encounter)
{
    constexpr std::array kinds{"IMP", "ACUTE", "NONAC", "EMER", "OBSENC", "inpatient", "emergency"};
    return std::ranges::find(kinds, encounter.kind) != kinds.end();
}

} // namespace countersign::checks
