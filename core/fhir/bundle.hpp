// A FHIR R4 Bundle, taken apart. Pure; any thread.
#pragma once

#include "core/base/result.hpp"
#include "core/fhir/fhir_error.hpp"
#include "core/protocol/json.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::fhir
{

struct Entry {
    std::string fullUrl;
    protocol::Json resource;
};

struct Bundle {
    std::string id;
    std::vector<Entry> entries;

    // By "Type/id", by the tail of a fullUrl, or by the fullUrl itself. Null: it does not resolve here.
    [[nodiscard]] const protocol::Json *resolve(std::string_view reference) const;
    [[nodiscard]] const protocol::Json *firstOf(std::string_view type) const;
};

[[nodiscard]] Result<Bundle, FhirError> readBundle(std::string_view text);

} // namespace countersign::fhir
