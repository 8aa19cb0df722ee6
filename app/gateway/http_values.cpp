#include "app/gateway/http_values.hpp"

#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::gateway
{
namespace
{

constexpr std::size_t smallBodyMax = 64 * protocol::limits::kiB;

} // namespace

TargetParts splitTarget(std::string_view target)
{
    TargetParts parts;
    const std::size_t queryAt = std::min(target.find('?'), target.size());
    parts.query = target.substr(std::min(queryAt + 1, target.size()));
    std::string_view path = target.substr(0, queryAt);
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.path.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

std::size_t bodyBytesMax(std::string_view method, std::string_view target)
{
    if (method == "PUT" && target.starts_with("/v1/blobs/"))
        return protocol::limits::blobBytesMax;
    if (method == "POST" && target == "/v1/proposals")
        return protocol::limits::proposalBytesMax;
    return smallBodyMax;
}

} // namespace countersign::gateway
