#include "core/fhir/bundle.hpp"

#include "core/fhir/element.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>

namespace countersign::fhir
{

using protocol::Json;

const Json *Bundle::resolve(std::string_view reference) const
{
    if (reference.empty())
        return nullptr;
    const auto names = [&](const Entry &entry) {
        return entry.fullUrl == reference || entry.fullUrl.ends_with("/" + std::string(reference))
               || typeOf(entry.resource) + "/" + textAt(entry.resource, "id") == reference;
    };
    const auto found = std::ranges::find_if(entries, names);
    return found == entries.end() ? nullptr : &found->resource;
}

const Json *Bundle::firstOf(std::string_view type) const
{
    const auto found = std::ranges::find_if(entries, [&](const Entry &e) { return typeOf(e.resource) == type; });
    return found == entries.end() ? nullptr : &found->resource;
}

Result<Bundle, FhirError> readBundle(std::string_view text)
{
    const auto document = protocol::decodeStrict(text, protocol::limits::embedded, protocol::Numbers::Any);
    if (!document)
        return failure(document.error().rule == protocol::Rule::DocumentTooLarge ? FhirError::TooLarge
                                                                                 : FhirError::NotJson);
    const Json *entries = document->find("entry");
    if (typeOf(*document) != "Bundle" || entries == nullptr || entries->asArray() == nullptr)
        return failure(FhirError::NotABundle);
    Bundle bundle{.id = textAt(*document, "id"), .entries = {}};
    for (const Json &entry : *entries->asArray())
        if (const Json *resource = entry.find("resource"); resource != nullptr && !typeOf(*resource).empty())
            bundle.entries.push_back({.fullUrl = textAt(entry, "fullUrl"), .resource = *resource});
    if (bundle.entries.empty())
        return failure(FhirError::NotABundle);
    return bundle;
}

} // namespace countersign::fhir
