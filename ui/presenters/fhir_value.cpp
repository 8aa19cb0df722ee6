#include "ui/presenters/fhir_path.hpp"

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

using std::string_view;

// A FHIR type that one line can say, known by the members it may have. Every member is said.
struct OneLiner {
    std::string_view members; // between blanks; the value has no others
    std::string (*say)(const JsonOutline &, std::size_t);
};

bool isLeaf(const JsonLine &line)
{
    return line.kind == JsonLine::Kind::String || line.kind == JsonLine::Kind::Literal;
}

std::string leaf(const JsonOutline &outline, std::size_t parent, string_view key)
{
    const JsonLine *const found = childOf(outline, parent, key);
    return found != nullptr && isLeaf(*found) ? found->text : std::string{};
}

// The strings of an array of strings, or the one string.
std::string joined(const JsonOutline &outline, std::size_t parent, string_view key, string_view glue)
{
    const JsonLine *const found = childOf(outline, parent, key);
    if (found == nullptr || isLeaf(*found))
        return found == nullptr ? std::string{} : found->text;
    std::string result;
    for (const std::size_t child : childrenOf(outline, indexOf(outline, *found)))
        result += (result.empty() ? "" : std::string{glue}) + outline[child].text;
    return result;
}

std::string join(std::initializer_list<std::string> parts, string_view glue)
{
    std::string result;
    for (const std::string &part : parts)
        if (!part.empty())
            result += (result.empty() ? "" : std::string{glue}) + part;
    return result;
}

std::string withAside(const std::string &value, const std::string &aside)
{
    if (value.empty() || aside.empty() || value == aside)
        return value.empty() ? aside : value;
    return value + " (" + aside + ")";
}

// Names of code systems that every reader knows; any other stays as written.
std::string systemName(const std::string &uri)
{
    constexpr auto known = std::to_array<std::pair<string_view, string_view>>({
        {"http://loinc.org", "LOINC"},
        {"http://snomed.info/sct", "SNOMED CT"},
        {"http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"},
        {"http://hl7.org/fhir/sid/icd-10", "ICD-10"},
        {"http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"},
        {"http://unitsofmeasure.org", "UCUM"},
        {"http://www.ama-assn.org/go/cpt", "CPT"},
        {"http://hl7.org/fhir/sid/ndc", "NDC"},
        {"http://hl7.org/fhir/sid/us-npi", "NPI"},
        {"http://hl7.org/fhir/sid/cvx", "CVX"},
    });
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto &row) { return row.first == uri; });
    return found == known.end() ? uri : std::string{found->second};
}

std::string sayCoding(const JsonOutline &o, std::size_t i)
{
    const std::string code = join({leaf(o, i, "code"), systemName(leaf(o, i, "system")), leaf(o, i, "version")}, ", ");
    return withAside(leaf(o, i, "display"), code);
}

std::string sayConcept(const JsonOutline &o, std::size_t i)
{
    std::string codings;
    if (const JsonLine *const list = childOf(o, i, "coding"))
        for (const std::size_t coding : childrenOf(o, indexOf(o, *list)))
            codings = join({codings, sayCoding(o, coding)}, "; ");
    return join({leaf(o, i, "text"), codings}, " \u00b7 ");
}

std::string sayQuantity(const JsonOutline &o, std::size_t i)
{
    const std::string unit = leaf(o, i, "unit");
    const std::string code = leaf(o, i, "code");
    const std::string value = leaf(o, i, "comparator") + leaf(o, i, "value");
    return join({value, unit.empty() || unit == code ? code : withAside(unit, code), leaf(o, i, "currency")}, "\u00a0");
}

std::string sayReference(const JsonOutline &o, std::size_t i)
{
    return withAside(leaf(o, i, "display"), join({leaf(o, i, "reference"), leaf(o, i, "type")}, ", "));
}

std::string sayPeriod(const JsonOutline &o, std::size_t i)
{
    return leaf(o, i, "start") + " \u2013 " + leaf(o, i, "end");
}

std::string sayName(const JsonOutline &o, std::size_t i)
{
    const std::string name = join(
        {joined(o, i, "prefix", " "), joined(o, i, "given", " "), leaf(o, i, "family"), joined(o, i, "suffix", " ")},
        " ");
    return withAside(join({leaf(o, i, "text"), name}, " \u00b7 "), leaf(o, i, "use"));
}

std::string sayAddress(const JsonOutline &o, std::size_t i)
{
    return withAside(join({leaf(o, i, "text"), joined(o, i, "line", ", "), leaf(o, i, "city"), leaf(o, i, "district"),
                           leaf(o, i, "state"), leaf(o, i, "postalCode"), leaf(o, i, "country")},
                          ", "),
                     join({leaf(o, i, "use"), leaf(o, i, "type")}, ", "));
}

std::string sayContact(const JsonOutline &o, std::size_t i)
{
    return withAside(leaf(o, i, "value"), join({leaf(o, i, "system"), leaf(o, i, "use")}, ", "));
}

std::string sayIdentifier(const JsonOutline &o, std::size_t i)
{
    const JsonLine *const type = childOf(o, i, "type");
    return withAside(leaf(o, i, "value"), join({type == nullptr ? "" : sayConcept(o, indexOf(o, *type)),
                                                systemName(leaf(o, i, "system")), leaf(o, i, "use")},
                                               ", "));
}

constexpr string_view codingMembers = " system code display version ";
constexpr string_view conceptMembers = " coding text ";
constexpr string_view identifierMembers = " use type system value ";

const OneLiner oneLiners[] = {
    {" reference display type ", sayReference},
    {conceptMembers, sayConcept},
    {codingMembers, sayCoding},
    {" value comparator unit system code currency ", sayQuantity},
    {" start end ", sayPeriod},
    {" use text family given prefix suffix ", sayName},
    {" use type text line city district state postalCode country ", sayAddress},
    {" system value use ", sayContact},
    {identifierMembers, sayIdentifier},
};

bool isNamedIn(const JsonLine &member, string_view members)
{
    return members.find(" " + member.key + " ") != string_view::npos;
}

bool isRowOfLeaves(const JsonOutline &outline, std::size_t line)
{
    const auto parts = childrenOf(outline, line);
    return isLeaf(outline[line])
           || (outline[line].kind == JsonLine::Kind::Array
               && std::all_of(parts.begin(), parts.end(), [&](std::size_t part) { return isLeaf(outline[part]); }));
}

bool isFlat(const JsonOutline &outline, std::size_t line, string_view members)
{
    const auto children = childrenOf(outline, line);
    return outline[line].kind == JsonLine::Kind::Object
           && std::all_of(children.begin(), children.end(), [&](std::size_t child) {
                  return isNamedIn(outline[child], members) && isRowOfLeaves(outline, child);
              });
}

bool isConcept(const JsonOutline &outline, std::size_t line)
{
    const auto children = childrenOf(outline, line);
    return outline[line].kind == JsonLine::Kind::Object
           && std::all_of(children.begin(), children.end(), [&](std::size_t child) {
                  if (outline[child].key != "coding")
                      return outline[child].key == "text" && isLeaf(outline[child]);
                  const auto codings = childrenOf(outline, child);
                  return outline[child].kind == JsonLine::Kind::Array
                         && std::all_of(codings.begin(), codings.end(),
                                        [&](std::size_t coding) { return isFlat(outline, coding, codingMembers); });
              });
}

bool isIdentifier(const JsonOutline &outline, std::size_t line)
{
    const auto children = childrenOf(outline, line);
    return outline[line].kind == JsonLine::Kind::Object
           && std::all_of(children.begin(), children.end(), [&](std::size_t child) {
                  return isNamedIn(outline[child], identifierMembers)
                         && (isLeaf(outline[child]) || (outline[child].key == "type" && isConcept(outline, child)));
              });
}

bool fits(const JsonOutline &outline, std::size_t line, const OneLiner &type)
{
    if (type.members == conceptMembers)
        return isConcept(outline, line);
    if (type.members == identifierMembers)
        return isIdentifier(outline, line);
    return isFlat(outline, line, type.members);
}

} // namespace

std::optional<std::string> fhirValue(const JsonOutline &outline, std::size_t line)
{
    if (isLeaf(outline[line]))
        return outline[line].text;
    if (outline[line].kind == JsonLine::Kind::Array || outline[line].end == line + 1)
        return std::nullopt;
    for (const OneLiner &type : oneLiners)
        if (fits(outline, line, type))
            return type.say(outline, line);
    return std::nullopt;
}

} // namespace countersign::presenters
