#include "app/console/console_blobs.hpp"

#include <utility>

namespace countersign::console
{

using ports::BlobError;

void ConsoleBlobs::fail(const domain::Digest &digest, BlobError error) const
{
    tell_(ports::BlobEvent(ports::BlobFailed{digest, error}));
}

void ConsoleBlobs::load(const domain::Digest &digest, const domain::ItemId &item, std::string session)
{
    BlobOrder order{digest, item, std::move(session)};
    bridge_.toStore([this, order = std::move(order), epoch = epoch_.load()] {
        if (!isOf(epoch))
            return fail(order.digest, BlobError::Unreachable);
        if (auto kept = profile_.loadBlob(order.digest))
            return tell_(
                ports::BlobEvent(ports::BlobCame{order.digest, std::make_shared<const Bytes>(std::move(*kept))}));
        if (order.session.empty())
            return fail(order.digest, BlobError::NotHere);
        fetch(order, epoch);
    });
}

void ConsoleBlobs::fetch(BlobOrder order, std::uint64_t epoch)
{
    const auto digest = order.digest;
    fetcher_.fetch(std::move(order), [this, digest, epoch](Result<Bytes, BlobError> result) {
        if (!result || !isOf(epoch))
            return fail(digest, result ? BlobError::Unreachable : result.error());
        came(digest, std::make_shared<const Bytes>(std::move(*result)), epoch);
    });
}

void ConsoleBlobs::came(const domain::Digest &digest, std::shared_ptr<const Bytes> content, std::uint64_t epoch)
{
    tell_(ports::BlobEvent(ports::BlobCame{digest, content}));
    bridge_.toStore([this, digest, content, epoch] {
        if (isOf(epoch))
            profile_.keepBlob(digest, *content);
    });
}

void ConsoleBlobs::abandon()
{
    ++epoch_;
    fetcher_.abandon();
}

} // namespace countersign::console
