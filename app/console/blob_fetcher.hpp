// Fetches blobs from the gateway over HTTP in a QThread of its own, so that hashing them never holds up the link: one
// after the other, each in pieces of bounded size, checked against its name before anybody gets it.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/domain/ids.hpp"
#include "core/ports/blobs.hpp"

#include <QtCore/QThread>
#include <QtCore/QUrl>

#include <filesystem>
#include <functional>
#include <string>

namespace countersign::console
{

class BlobTransfers;

struct BlobOrder {
    domain::Digest digest;
    domain::ItemId item;
    std::string session;
};

class BlobFetcher
{
public:
    // Called once for each order, on the fetcher's thread.
    using Answer = std::function<void(Result<Bytes, ports::BlobError>)>;

    // `address` as gatewayAddress gives it.
    BlobFetcher(QUrl address, std::filesystem::path caFile);
    // Gives up what is under way.
    ~BlobFetcher();
    BlobFetcher(const BlobFetcher &) = delete;
    BlobFetcher &operator=(const BlobFetcher &) = delete;

    void fetch(BlobOrder order, Answer answer);
    // Everything under way and waiting is answered Unreachable.
    void abandon();

private:
    QThread thread_;
    BlobTransfers *transfers_ = nullptr; // lives and dies on thread_
};

} // namespace countersign::console
