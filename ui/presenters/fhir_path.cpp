#include "ui/presenters/fhir_path.hpp"

#include <algorithm>
#include <charconv>

namespace countersign::presenters
{
namespace
{

using std::string_view;
using Lines = std::vector<std::size_t>;

struct Segment {
    string_view name;
    std::optional<std::size_t> index;
};

bool isName(string_view text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

std::optional<Segment> segmentOf(string_view text)
{
    if (text == "first()")
        return Segment{{}, 0};
    Segment segment{text.substr(0, text.find('[')), std::nullopt};
    const string_view rest = text.substr(segment.name.size());
    if (!rest.empty()) {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), index);
        if (error != std::errc{} || string_view{end, static_cast<std::size_t>(rest.data() + rest.size() - end)} != "]")
            return std::nullopt;
        segment.index = index;
    }
    return isName(segment.name) ? std::optional{segment} : std::nullopt;
}

std::optional<std::vector<Segment>> segmentsOf(string_view path)
{
    std::vector<Segment> segments;
    while (true) {
        const std::size_t dot = path.find('.');
        const auto segment = segmentOf(path.substr(0, dot));
        if (!segment)
            return std::nullopt;
        segments.push_back(*segment);
        if (dot == string_view::npos)
            return segments;
        path.remove_prefix(dot + 1);
    }
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// "value" finds "valueQuantity" where the element may have several types.
bool isKeyFor(string_view key, string_view name)
{
    return key == name
           || (key.size() > name.size() && key.starts_with(name) && isCapital(key[name.size()]) && name == "value");
}

Lines withElements(const JsonOutline &outline, const Lines &lines)
{
    Lines result;
    for (const std::size_t line : lines) {
        if (outline[line].kind != JsonLine::Kind::Array) {
            result.push_back(line);
            continue;
        }
        const Lines elements = childrenOf(outline, line);
        result.insert(result.end(), elements.begin(), elements.end());
    }
    return result;
}

Lines follow(const JsonOutline &outline, const Lines &from, const Segment &segment)
{
    Lines found;
    for (const std::size_t line : from) {
        if (segment.name.empty()) {
            found.push_back(line);
            continue;
        }
        if (outline[line].kind != JsonLine::Kind::Object)
            continue;
        for (const std::size_t child : childrenOf(outline, line))
            if (isKeyFor(outline[child].key, segment.name))
                found.push_back(child);
    }
    found = withElements(outline, found);
    if (!segment.index)
        return found;
    return *segment.index < found.size() ? Lines{found[*segment.index]} : Lines{};
}

bool isOfType(const JsonOutline &outline, std::size_t line, string_view type)
{
    const JsonLine *const found = childOf(outline, line, "resourceType");
    return found != nullptr && found->text == type;
}

Lines rootsFor(const JsonOutline &outline, string_view type)
{
    if (isOfType(outline, 0, type))
        return {0};
    Lines roots;
    for (const std::size_t resource : follow(outline, follow(outline, {0}, {"entry", {}}), {"resource", {}}))
        if (isOfType(outline, resource, type))
            roots.push_back(resource);
    return roots;
}

} // namespace

std::optional<std::vector<std::size_t>> selectFhirPath(const JsonOutline &outline, std::string_view path)
{
    const auto segments = segmentsOf(path);
    if (!segments || outline.empty())
        return std::nullopt;
    auto at = segments->begin();
    Lines lines{0};
    if (!at->name.empty() && isCapital(at->name.front())) {
        lines = rootsFor(outline, at->name);
        if (at->index)
            lines = *at->index < lines.size() ? Lines{lines[*at->index]} : Lines{};
        ++at;
    }
    for (; at != segments->end(); ++at)
        lines = follow(outline, lines, *at);
    return lines;
}

bool holdsValue(const JsonOutline &outline, std::size_t line, std::string_view exact)
{
    if (fhirValue(outline, line) == exact)
        return true;
    for (std::size_t at = line; at < outline[line].end; ++at)
        if (outline[at].kind != JsonLine::Kind::Object && outline[at].kind != JsonLine::Kind::Array
            && outline[at].text == exact)
            return true;
    return false;
}

} // namespace countersign::presenters
