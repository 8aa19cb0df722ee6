#include "core/protocol/finding_codec.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/finding_schema.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::protocol
{

Json encodeFindings(const std::vector<domain::Finding> &findings)
{
    return Writer::write(findings);
}

std::string findingsBytes(const std::vector<domain::Finding> &findings)
{
    return compactText(encodeFindings(findings));
}

Result<std::vector<domain::Finding>, WireError> readFindings(std::string_view bytes)
{
    const auto document = decodeStrict(bytes, limits::proposal);
    if (!document)
        return failure(document.error());
    return readDocument<std::vector<domain::Finding>>(*document);
}

} // namespace countersign::protocol
