#include "app/console/blob_fetcher.hpp"

#include "app/console/bridge.hpp"
#include "app/console/gateway_address.hpp"
#include "app/console/tls_trust.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

#include <deque>
#include <memory>
#include <optional>

namespace countersign::console
{
namespace
{

using ports::BlobError;
namespace limits = protocol::limits;

constexpr std::int64_t pieceBytes = static_cast<std::int64_t>(4 * limits::miB);
constexpr auto blobMax = static_cast<std::int64_t>(limits::blobBytesMax);
constexpr std::chrono::milliseconds silenceMax{30'000};

// "bytes 0-99/1234": the size of the whole.
std::optional<std::int64_t> totalIn(const QByteArray &contentRange)
{
    bool isNumber = false;
    const auto total = contentRange.mid(contentRange.lastIndexOf('/') + 1).toLongLong(&isNumber);
    return isNumber && total >= 0 ? std::optional<std::int64_t>(total) : std::nullopt;
}

} // namespace

class BlobTransfers : public QObject
{
public:
    BlobTransfers(QUrl address, std::filesystem::path caFile) : address_(std::move(address)), caFile_(std::move(caFile))
    {
    }

    void add(BlobOrder order, BlobFetcher::Answer answer)
    {
        waiting_.push_back({std::move(order), std::move(answer)});
        goOn();
    }

    void abandon()
    {
        auto given = std::exchange(waiting_, {});
        if (reply_)
            end(failure(BlobError::Unreachable));
        for (const auto &transfer : given)
            transfer.answer(failure(BlobError::Unreachable));
    }

private:
    struct Transfer {
        BlobOrder order;
        BlobFetcher::Answer answer;
        Bytes content = {};
        crypto::Sha256 hash = {};
    };

    void goOn()
    {
        if (current_ || waiting_.empty())
            return;
        current_.emplace(std::move(waiting_.front()));
        waiting_.pop_front();
        ask();
    }

    // On this thread, when it is needed.
    void makeNetwork()
    {
        if (network_)
            return;
        network_ = std::make_unique<QNetworkAccessManager>();
        network_->setProxy(QNetworkProxy::NoProxy);
        network_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        trust_ = trustIn(caFile_);
    }

    void ask()
    {
        makeNetwork();
        if (!trust_)
            return end(failure(BlobError::Unreachable));
        const auto &order = current_->order;
        const auto from = static_cast<std::int64_t>(current_->content.size());
        QNetworkRequest request(blobAddress(address_, order.digest, order.item));
        request.setSslConfiguration(*trust_);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setTransferTimeout(static_cast<int>(silenceMax.count()));
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(order.session));
        request.setRawHeader("Accept-Encoding", "identity"); // what is hashed is what was sent
        request.setRawHeader("Range", "bytes=" + QByteArray::number(qlonglong{from}) + "-"
                                          + QByteArray::number(qlonglong{from + pieceBytes - 1}));
        reply_ = network_->get(request);
        connect(reply_, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(reply_, &QNetworkReply::finished, this, [this] { pieceEnded(); });
    }

    // What came, if it is an answer of the right kind. False: that was too much, and the transfer has ended.
    bool take()
    {
        const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto bytes = reply_->readAll();
        if (status != 206 && status != 200)
            return true;
        const auto *begin = reinterpret_cast<const std::uint8_t *>(bytes.constData());
        auto &content = current_->content;
        if (static_cast<std::int64_t>(content.size()) + bytes.size() > blobMax) {
            end(failure(BlobError::TooLarge));
            return false;
        }
        content.insert(content.end(), begin, begin + bytes.size());
        current_->hash.update({begin, static_cast<std::size_t>(bytes.size())});
        return true;
    }

    void pieceEnded()
    {
        if (!take())
            return;
        const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 404)
            return end(failure(BlobError::Missing));
        if (reply_->error() != QNetworkReply::NoError || (status != 206 && status != 200))
            return end(failure(BlobError::Unreachable));
        const auto size = static_cast<std::int64_t>(current_->content.size());
        const auto total = status == 206 ? totalIn(reply_->rawHeader("Content-Range")) : size;
        if (!total || *total > blobMax)
            return end(failure(total ? BlobError::TooLarge : BlobError::Unreachable));
        if (size < *total)
            return nextPiece();
        if (crypto::formatDigest(current_->hash.finish()) != current_->order.digest.text())
            return end(failure(BlobError::WrongContent));
        end(std::move(current_->content));
    }

    void nextPiece()
    {
        const bool isStuck = static_cast<std::int64_t>(current_->content.size()) == asked_;
        asked_ = static_cast<std::int64_t>(current_->content.size());
        release();
        isStuck ? end(failure(BlobError::Unreachable)) : ask();
    }

    void release()
    {
        if (auto *reply = std::exchange(reply_, nullptr)) {
            reply->disconnect(this);
            reply->abort();
            reply->deleteLater(); // it may be the one that calls
        }
    }

    void end(Result<Bytes, BlobError> result)
    {
        release();
        asked_ = -1;
        const auto answer = std::move(current_->answer);
        current_.reset();
        answer(std::move(result));
        goOn();
    }

    QUrl address_;
    std::filesystem::path caFile_;
    std::unique_ptr<QNetworkAccessManager> network_;
    std::optional<QSslConfiguration> trust_;
    std::deque<Transfer> waiting_;
    std::optional<Transfer> current_;
    QNetworkReply *reply_ = nullptr; // the manager's
    std::int64_t asked_ = -1;        // how much there was when the piece before was asked for
};

BlobFetcher::BlobFetcher(QUrl address, std::filesystem::path caFile)
{
    auto transfers = std::make_unique<BlobTransfers>(std::move(address), std::move(caFile));
    transfers_ = transfers.get();
    transfers_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, transfers.release(), &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("blobs"));
    thread_.start();
}

BlobFetcher::~BlobFetcher()
{
    Bridge::toQt(transfers_, [transfers = transfers_] {
        transfers->abandon();
        transfers->thread()->quit();
    });
    thread_.wait();
}

void BlobFetcher::fetch(BlobOrder order, Answer answer)
{
    Bridge::toQt(transfers_, [transfers = transfers_, order = std::move(order), answer = std::move(answer)] {
        transfers->add(order, answer);
    });
}

void BlobFetcher::abandon()
{
    Bridge::toQt(transfers_, [transfers = transfers_] { transfers->abandon(); });
}

} // namespace countersign::console
