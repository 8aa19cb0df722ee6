#include "ui/presenters/fhir_rows.hpp"

#include "ui/presenters/fhir_order.hpp"
#include "ui/presenters/fhir_path.hpp"

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

using std::string_view;
using Kind = JsonLine::Kind;

// Members in the order of the row. "name=" is its label, "name#" its number; "name:" is said with its name.
struct RowSpec {
    string_view key;
    string_view needs; // a member without which it is something else
    string_view members;
};

constexpr std::array specs{
    RowSpec{"component", "code", "code= value* dataAbsentReason: interpretation referenceRange: "},
    RowSpec{"referenceRange", "", "low high text type: appliesTo: age: "},
    RowSpec{"dosageInstruction", "",
            "text patientInstruction: doseAndRate: timing: asNeededBoolean: asNeededCodeableConcept: route: site: "
            "method: additionalInstruction: maxDosePerPeriod: sequence: "},
    RowSpec{"dosage", "",
            "text patientInstruction: doseAndRate: timing: asNeededBoolean: asNeededCodeableConcept: route: site: "
            "method: additionalInstruction: maxDosePerPeriod: sequence: "},
    RowSpec{"reaction", "", "manifestation severity: substance: description onset: exposureRoute: note: "},
    RowSpec{"item", "productOrService",
            "sequence# productOrService quantity: unitPrice: factor: net: serviced*: category: revenue: modifier: "
            "location*: diagnosisSequence: procedureSequence: informationSequence: careTeamSequence: bodySite: "},
    RowSpec{"diagnosis", "sequence", "sequence# diagnosis* type: onAdmission: packageCode: "},
    RowSpec{"diagnosis", "condition", "condition use: rank: "},
    RowSpec{"procedure", "sequence", "sequence# procedure* date: type: "},
    RowSpec{"careTeam", "sequence", "sequence# provider role: responsible: qualification: "},
    RowSpec{"supportingInfo", "sequence", "sequence# category code: timing*: value* reason: "},
    RowSpec{"insurance", "coverage", "sequence# coverage focal: preAuthRef: businessArrangement: "},
    RowSpec{"adjudication", "category", "category= amount value reason: "},
    RowSpec{"total", "category", "category= amount "},
    RowSpec{"processNote", "text", "number# text type: "},
    RowSpec{"error", "code", "code itemSequence: detailSequence: "},
    RowSpec{"note", "text", "text author*: time: "},
    RowSpec{"class", "value", "type= value name "},
    RowSpec{"participant", "individual", "type= individual period: "},
    RowSpec{"performer", "actor", "function= actor onBehalfOf: "},
    RowSpec{"location", "location", "location status: period: physicalType: "},
    RowSpec{"condition", "code", "code= outcome: contributedToDeath: onset*: note: "},
};

bool isLeaf(const JsonLine &line)
{
    return line.kind == Kind::String || line.kind == Kind::Literal;
}

constexpr std::size_t inlinedMax = 10; // leaves: more are a tree

// Every leaf below, each with its name: "frequency 1, period 1, periodUnit d".
std::optional<std::string> inlined(const JsonOutline &outline, std::size_t line)
{
    std::string said;
    std::size_t count = 0;
    for (std::size_t at = line + 1; at < outline[line].end;) {
        const auto value = fhirValue(outline, at);
        if (!value) {
            if (outline[at].end == at + 1)
                return std::nullopt; // empty
            ++at;
            continue;
        }
        if (++count > inlinedMax)
            return std::nullopt;
        said += (said.empty() ? "" : ", ") + outline[at].key + (outline[at].key.empty() ? "" : " ") + *value;
        at = outline[at].end;
    }
    return said.empty() ? std::nullopt : std::optional{said};
}

// "3.5 mmol/L – 5.1 mmol/L", "≥ 60 mL/min": a FHIR range, or a reference range that is nothing else.
std::optional<std::string> range(const JsonOutline &outline, std::size_t line)
{
    const JsonLine *const low = childOf(outline, line, "low");
    const JsonLine *const high = childOf(outline, line, "high");
    const std::size_t known = (low != nullptr ? 1U : 0U) + (high != nullptr ? 1U : 0U);
    if (outline[line].kind != Kind::Object || known == 0 || childrenOf(outline, line).size() != known)
        return std::nullopt;
    const auto from = low == nullptr ? std::nullopt : fhirValue(outline, indexOf(outline, *low));
    const auto to = high == nullptr ? std::nullopt : fhirValue(outline, indexOf(outline, *high));
    if ((low != nullptr && !from) || (high != nullptr && !to))
        return std::nullopt;
    if (from && to)
        return *from + " \u2013 " + *to;
    return from ? "\u2265\u00a0" + *from : "\u2264\u00a0" + *to;
}

std::optional<std::string> said(const JsonOutline &outline, std::size_t line)
{
    if (const auto value = fhirValue(outline, line))
        return value;
    if (const auto value = range(outline, line))
        return value;
    if (outline[line].kind != Kind::Array)
        return inlined(outline, line);
    std::string all;
    for (const std::size_t element : childrenOf(outline, line)) {
        auto one = fhirValue(outline, element);
        one = one ? one : range(outline, element);
        one = one ? one : inlined(outline, element);
        if (!one)
            return std::nullopt;
        all += (all.empty() ? "" : "; ") + *one;
    }
    return all.empty() ? std::nullopt : std::optional{all};
}

// The codes that briefly() leaves out.
std::string codesOf(const JsonOutline &outline, std::size_t line, const std::string &whole)
{
    const std::string brief = briefly(outline, line);
    if (whole == brief)
        return {};
    return whole.starts_with(brief + " (") && whole.ends_with(')')
               ? whole.substr(brief.size() + 2, whole.size() - brief.size() - 3)
               : whole;
}

const char *memberIn(string_view members, string_view key, char &mark)
{
    for (std::size_t at = 0; at < members.size();) {
        const std::size_t end = members.find(' ', at);
        string_view name = members.substr(at, end - at);
        mark = name.back() == '=' || name.back() == '#' || name.back() == ':' ? name.back() : ' ';
        if (mark != ' ')
            name.remove_suffix(1);
        if (isNamed(key, name))
            return members.data() + at;
        at = end + 1;
    }
    return nullptr;
}

bool addMember(const JsonOutline &outline, std::size_t child, char mark, FhirRow &row)
{
    const auto value = said(outline, child);
    if (!value)
        return false;
    if (mark == '#') {
        row.label = *value;
        row.isCounted = true;
    } else if (mark == '=') {
        row.label = briefly(outline, child);
        if (const std::string codes = codesOf(outline, child, *value); row.label.empty() || !codes.empty())
            row.parts.push_back({{}, row.label.empty() ? *value : codes});
    } else {
        row.parts.push_back({mark == ':' ? outline[child].key : std::string{}, *value});
    }
    return true;
}

std::optional<FhirRow> rowBy(const RowSpec &spec, const JsonOutline &outline, std::size_t line)
{
    if (!spec.needs.empty() && childOf(outline, line, spec.needs) == nullptr)
        return std::nullopt;
    struct Placed {
        const char *place;
        std::size_t child;
        char mark;
    };
    std::vector<Placed> placed;
    for (const std::size_t child : childrenOf(outline, line)) {
        char mark = ' ';
        const char *const place = memberIn(spec.members, outline[child].key, mark);
        if (place == nullptr)
            return std::nullopt;
        placed.push_back({place, child, mark});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.place < b.place; });
    FhirRow row;
    for (const Placed &member : placed)
        if (!addMember(outline, member.child, member.mark, row))
            return std::nullopt;
    // What labels the row stands in front; its codes come last.
    if (row.parts.size() > 1 && !row.isCounted && !placed.empty() && placed.front().mark == '=' && !row.label.empty()
        && codesOf(outline, placed.front().child, said(outline, placed.front().child).value_or("")) != "")
        std::rotate(row.parts.begin(), row.parts.begin() + 1, row.parts.end());
    return row.parts.empty() ? std::nullopt : std::optional{row};
}

// Of an extension that names where an answer came from; nothing for any other extension.
std::optional<std::string> originIn(const JsonOutline &outline, std::size_t extension)
{
    const JsonLine *const url = childOf(outline, extension, "url");
    const JsonLine *const inner = childOf(outline, extension, "extension");
    if (url == nullptr || !url->text.ends_with("/information-origin") || inner == nullptr)
        return std::nullopt;
    for (const std::size_t part : childrenOf(outline, indexOf(outline, *inner))) {
        const JsonLine *const name = childOf(outline, part, "url");
        const JsonLine *const code = childOf(outline, part, "valueCode");
        if (name != nullptr && name->text == "source" && code != nullptr)
            return code->text;
    }
    return std::nullopt;
}

bool addExtensions(const JsonOutline &outline, std::size_t list, FhirRow &row)
{
    for (const std::size_t extension : childrenOf(outline, list)) {
        constexpr std::size_t justTheOrigin = 7; // lines: url, the list, one part with its url and code
        const auto origin = originIn(outline, extension);
        if (origin)
            row.origin = *origin;
        if (origin && outline[extension].end - extension <= justTheOrigin)
            continue; // its badge says it
        const auto all = inlined(outline, extension);
        if (!all)
            return false;
        row.parts.push_back({"extension", *all});
    }
    return true;
}

bool addAnswer(const JsonOutline &outline, std::size_t answer, FhirRow &row)
{
    for (const std::size_t member : childrenOf(outline, answer)) {
        if (outline[member].key == "extension") {
            if (!addExtensions(outline, member, row))
                return false;
            continue;
        }
        const auto value = isNamed(outline[member].key, "value*") ? said(outline, member) : std::nullopt;
        if (!value)
            return false; // questions below an answer are a tree
        row.parts.insert(row.parts.begin()
                             + std::count_if(row.parts.begin(), row.parts.end(),
                                             [](const FhirRow::Part &part) { return part.key.empty(); }),
                         {{}, *value});
    }
    return true;
}

// A question that was answered: the question, its answers, and where each came from.
std::optional<FhirRow> answerRow(const JsonOutline &outline, std::size_t line)
{
    const JsonLine *const answers = childOf(outline, line, "answer");
    const JsonLine *const question = childOf(outline, line, "text");
    const JsonLine *const linkId = childOf(outline, line, "linkId");
    if (answers == nullptr || linkId == nullptr)
        return std::nullopt;
    FhirRow row;
    row.isAnswer = true;
    row.label = question == nullptr ? linkId->text : question->text;
    for (const std::size_t answer : childrenOf(outline, indexOf(outline, *answers)))
        if (!addAnswer(outline, answer, row))
            return std::nullopt;
    if (question != nullptr)
        row.parts.push_back({"linkId", linkId->text});
    for (const std::size_t member : childrenOf(outline, line)) {
        const JsonLine &one = outline[member];
        if (one.key == "answer" || one.key == "text" || one.key == "linkId")
            continue;
        if (one.key == "extension" ? !addExtensions(outline, member, row) : !addMember(outline, member, ':', row))
            return std::nullopt;
    }
    return row.parts.empty() ? std::nullopt : std::optional{row};
}

} // namespace

std::optional<FhirRow> fhirRow(const JsonOutline &outline, std::size_t line, string_view key)
{
    if (outline[line].kind != Kind::Object)
        return std::nullopt;
    if (key == "item")
        if (auto row = answerRow(outline, line))
            return row;
    if (const auto both = range(outline, line))
        return FhirRow{{}, false, {{{}, *both}}, {}, false};
    for (const RowSpec &spec : specs)
        if (spec.key == key)
            if (auto row = rowBy(spec, outline, line))
                return row;
    return std::nullopt;
}

std::string briefly(const JsonOutline &outline, std::size_t line)
{
    if (outline[line].kind == Kind::Array && outline[line].end > line + 1)
        ++line; // its first element
    if (isLeaf(outline[line]))
        return outline[line].text;
    for (const string_view key : {"text", "display"})
        if (const JsonLine *const words = childOf(outline, line, key); words != nullptr && isLeaf(*words))
            return words->text;
    if (const JsonLine *const codings = childOf(outline, line, "coding"))
        for (const std::size_t coding : childrenOf(outline, indexOf(outline, *codings)))
            if (const JsonLine *const words = childOf(outline, coding, "display"))
                return words->text;
    return childOf(outline, line, "family") != nullptr ? fhirValue(outline, line).value_or("") : std::string{};
}

} // namespace countersign::presenters
