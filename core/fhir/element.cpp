#include "core/fhir/element.hpp"

#include <charconv>

namespace countersign::fhir
{
namespace
{

using protocol::Json;

const Json *itemAt(const Json *list, std::string_view index)
{
    std::size_t position = 0;
    const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), position);
    const Json::Array *items = list == nullptr ? nullptr : list->asArray();
    const bool isIndex = error == std::errc{} && end == index.data() + index.size();
    return items != nullptr && isIndex && position < items->size() ? &(*items)[position] : nullptr;
}

// One step of a path: a name, then any number of [index].
const Json *stepInto(const Json *from, std::string_view step)
{
    const std::size_t bracket = step.find('[');
    const Json *value = from->find(step.substr(0, bracket));
    while (value != nullptr && bracket != std::string_view::npos) {
        const std::size_t open = step.find('[');
        const std::size_t close = step.find(']');
        if (open == std::string_view::npos)
            return value;
        if (close == std::string_view::npos || close < open)
            return nullptr;
        value = itemAt(value, step.substr(open + 1, close - open - 1));
        step = step.substr(close + 1);
    }
    return value;
}

} // namespace

const Json *elementAt(const Json &resource, std::string_view path)
{
    if (const std::string type = typeOf(resource); !type.empty() && path.starts_with(type + "."))
        path.remove_prefix(type.size() + 1);
    const Json *value = &resource;
    while (value != nullptr && !path.empty()) {
        const std::size_t dot = path.find('.');
        value = stepInto(value, path.substr(0, dot));
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    }
    return value;
}

std::string textAt(const Json &resource, std::string_view path)
{
    const Json *value = elementAt(resource, path);
    if (value == nullptr)
        return {};
    if (const auto *text = value->asString())
        return *text;
    if (const auto *integer = value->asInteger())
        return std::to_string(*integer);
    if (const auto *number = value->asNumber())
        return number->text;
    if (const auto *truth = value->asBool())
        return *truth ? "true" : "false";
    return {};
}

std::string typeOf(const Json &resource)
{
    const Json *type = resource.find("resourceType");
    return type != nullptr && type->asString() != nullptr ? *type->asString() : std::string{};
}

std::string conceptPath(const Json &resource, const std::string &path)
{
    for (const char *below : {".text", ".coding[0].display", ".coding[0].code"})
        if (!textAt(resource, path + below).empty())
            return path + below;
    return {};
}

} // namespace countersign::fhir
