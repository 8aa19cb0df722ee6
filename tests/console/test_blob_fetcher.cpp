// Blobs over HTTP against a real server on loopback: pieces, sizes, names, and every way to fail.
#include "app/console/blob_fetcher.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <mutex>
#include <optional>

using namespace countersign;
using console::BlobFetcher;
using ports::BlobError;

namespace
{

// What a gateway would say to one request for bytes `from` to `to`.
struct Said {
    QByteArray head, body;
};
using Speak = std::function<Said(qint64 from, qint64 to)>;

// A gateway that answers each request on its connection in these words.
class TalkingServer : public QTcpServer
{
public:
    explicit TalkingServer(Speak speak) : speak_(std::move(speak))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    QList<QByteArray> requests;

private:
    void hear(QTcpSocket *socket)
    {
        heard_ += socket->readAll();
        if (!heard_.contains("\r\n\r\n"))
            return;
        requests.append(std::exchange(heard_, {}));
        const auto range = requests.last().mid(requests.last().toLower().indexOf("range: bytes=") + 13);
        const auto dash = range.indexOf('-');
        const auto said =
            speak_(range.left(dash).toLongLong(), range.mid(dash + 1, range.indexOf('\r') - dash - 1).toLongLong());
        socket->write("HTTP/1.1 " + said.head + "\r\nConnection: close\r\n\r\n" + said.body);
        socket->disconnectFromHost();
    }

    Speak speak_;
    QByteArray heard_;
};

// Serves this content by the rules.
Speak serving(QByteArray content)
{
    return [content = std::move(content)](qint64 from, qint64 to) {
        const auto piece = content.mid(from, to - from + 1);
        return Said{"206 Partial Content\r\nContent-Length: " + QByteArray::number(piece.size())
                        + "\r\nContent-Range: bytes " + QByteArray::number(from) + "-"
                        + QByteArray::number(from + piece.size() - 1) + "/" + QByteArray::number(content.size()),
                    piece};
    };
}

Speak saying(QByteArray head, QByteArray body = {})
{
    return [said = Said{std::move(head), std::move(body)}](qint64, qint64) { return said; };
}

using Result = countersign::Result<Bytes, BlobError>;

class Ear
{
public:
    BlobFetcher::Answer answer()
    {
        return [this](Result result) {
            const std::scoped_lock lock(mutex_);
            results_.push_back(std::move(result));
        };
    }
    [[nodiscard]] std::vector<Result> results() const
    {
        const std::scoped_lock lock(mutex_);
        return results_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<Result> results_;
};

Bytes bytesOf(const QByteArray &content)
{
    return {content.begin(), content.end()};
}

console::BlobOrder orderFor(const QByteArray &content)
{
    return {domain::Digest(crypto::digestText(bytesOf(content))), domain::ItemId("itm-1"), "word"};
}

Result fetched(const QByteArray &named, Speak speak)
{
    TalkingServer server(std::move(speak));
    BlobFetcher fetcher(server.address(), {});
    Ear ear;
    fetcher.fetch(orderFor(named), ear.answer());
    if (!QTest::qWaitFor([&] { return !ear.results().empty(); }, 20'000))
        return failure(BlobError::NotHere);
    return ear.results().front();
}

class TestBlobFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesOnePieceWithTheWordOfTheLink()
    {
        TalkingServer server(serving("%PDF one page"));
        BlobFetcher fetcher(server.address(), {});
        Ear ear;
        fetcher.fetch(orderFor("%PDF one page"), ear.answer());
        QTRY_COMPARE(ear.results().size(), std::size_t{1});
        QCOMPARE(ear.results()[0].value(), bytesOf("%PDF one page"));
        QCOMPARE(server.requests.size(), 1);
        const auto request = server.requests[0].toLower();
        QVERIFY(request.startsWith("get /v1/blobs/"));
        QVERIFY(request.contains("?item=itm-1 http/1.1"));
        QVERIFY(request.contains("authorization: bearer word"));
    }

    void putsPiecesTogether()
    {
        QByteArray large(9 * 1024 * 1024 + 17, 'x');
        for (qsizetype i = 0; i < large.size(); i += 4099)
            large[i] = static_cast<char>('a' + i % 23);
        const auto result = fetched(large, serving(large));
        QVERIFY(result.has_value());
        QCOMPARE(result->size(), static_cast<std::size_t>(large.size()));
        QVERIFY(*result == bytesOf(large));
    }

    void takesAWholeAnswerOfAServerWithoutRanges()
    {
        QCOMPARE(fetched("page", saying("200 OK\r\nContent-Length: 4", "page")).value(), bytesOf("page"));
    }

    void handsOnNothingThatIsNotItsName()
    {
        QCOMPARE(fetched("named", serving("other")).error(), BlobError::WrongContent);
        QCOMPARE(fetched("named", saying("200 OK\r\nContent-Length: 4", "othe")).error(), BlobError::WrongContent);
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("error");
        const auto row = [](const char *name, const char *head, BlobError error) {
            QTest::newRow(name) << QByteArray(head) << static_cast<int>(error);
        };
        row("not found", "404 Not Found\r\nContent-Length: 0", BlobError::Missing);
        row("session over", "401 Unauthorized\r\nContent-Length: 0", BlobError::Unreachable);
        row("too busy", "503 Service Unavailable\r\nContent-Length: 0", BlobError::Unreachable);
        row("elsewhere", "302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0", BlobError::Unreachable);
        row("cut short", "206 Partial Content\r\nContent-Length: 900\r\nContent-Range: bytes 0-899/900",
            BlobError::Unreachable);
        row("no size", "206 Partial Content\r\nContent-Length: 0", BlobError::Unreachable);
        row("never more", "206 Partial Content\r\nContent-Length: 0\r\nContent-Range: bytes 0-0/5",
            BlobError::Unreachable);
        row("too large", "206 Partial Content\r\nContent-Length: 0\r\nContent-Range: bytes 0-0/67108865",
            BlobError::TooLarge);
        row("no HTTP", "gibberish", BlobError::Unreachable);
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, error);
        const auto result = fetched("page", saying(head));
        QVERIFY(!result.has_value());
        QCOMPARE(static_cast<int>(result.error()), error);
    }

    void boundsWhatAServerPoursOut()
    {
        const auto most = static_cast<qsizetype>(protocol::limits::blobBytesMax);
        QCOMPARE(fetched("page", saying("200 OK", QByteArray(most + 1, 'x'))).error(), BlobError::TooLarge);
    }

    void answersEachOrderOnceWhenItIsGivenUp()
    {
        TalkingServer server([](qint64, qint64) { return Said{"206 Partial Content\r\nContent-Length: 5", {}}; });
        Ear ear;
        {
            BlobFetcher fetcher(server.address(), {});
            for (int i = 0; i < 5; ++i)
                fetcher.fetch(orderFor("page"), ear.answer());
            fetcher.abandon();
            fetcher.fetch(orderFor("page"), ear.answer());
        }
        QCOMPARE(ear.results().size(), std::size_t{6});
        for (const auto &result : ear.results())
            QCOMPARE(result.error(), BlobError::Unreachable);
    }

    void goesOnWithTheNextOne()
    {
        TalkingServer server(serving("page"));
        BlobFetcher fetcher(server.address(), {});
        Ear ear;
        fetcher.fetch(orderFor("another"), ear.answer());
        fetcher.fetch(orderFor("page"), ear.answer());
        QTRY_COMPARE(ear.results().size(), std::size_t{2});
        QCOMPARE(ear.results()[0].error(), BlobError::WrongContent);
        QCOMPARE(ear.results()[1].value(), bytesOf("page"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestBlobFetcher)

#include "test_blob_fetcher.moc"
