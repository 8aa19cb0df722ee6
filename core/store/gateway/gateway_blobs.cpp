// Blobs are cut into parts, so that a range is read without the whole and no row nears the store's limit.
#include "core/store/gateway/gateway_store.hpp"

#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"

#include <algorithm>

namespace countersign::store::gateway
{
namespace
{

constexpr std::int64_t partBytes = std::int64_t{1} << 20;

} // namespace

Stored<Done> GatewayStore::addBlob(const domain::Digest &digest, BytesView content)
{
    const auto size = static_cast<std::int64_t>(content.size());
    auto written = database_.query(sql::insertBlob).bind(digest.text(), size).run();
    for (std::int64_t place = 0; written && place * partBytes < size; ++place) {
        const auto offset = static_cast<std::size_t>(place * partBytes);
        const auto length = std::min(static_cast<std::size_t>(partBytes), content.size() - offset);
        written =
            database_.query(sql::insertBlobPart).bind(digest.text(), place, content.subspan(offset, length)).run();
    }
    return written;
}

Stored<std::optional<std::int64_t>> GatewayStore::blobSize(const domain::Digest &digest)
{
    return firstRow(database_.query(sql::selectBlob).bind(digest.text()),
                    [](const Statement &row) { return row.integer(0); });
}

Stored<Bytes> GatewayStore::readBlob(const domain::Digest &digest, std::int64_t offset, std::int64_t size)
{
    Bytes content;
    if (size <= 0)
        return content;
    const std::int64_t end = offset + size;
    auto query = database_.query(sql::selectBlobParts).bind(digest.text(), offset / partBytes, (end - 1) / partBytes);
    return eachRow(std::move(query),
                   [&](const Statement &row) {
                       const std::int64_t begins = row.integer(0) * partBytes;
                       const BytesView part = row.blob(1);
                       const auto from = static_cast<std::size_t>(std::max<std::int64_t>(offset - begins, 0));
                       const auto to = std::min(part.size(), static_cast<std::size_t>(end - begins));
                       if (from < to)
                           content.insert(content.end(), part.begin() + static_cast<std::ptrdiff_t>(from),
                                          part.begin() + static_cast<std::ptrdiff_t>(to));
                   })
        .transform([&](Done) { return std::move(content); });
}

} // namespace countersign::store::gateway
