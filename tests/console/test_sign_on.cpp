// Signing in at an issuer through a browser (RFC 8252, RFC 7636): what is asked, which answer is taken, and that nothing
// but one answer to this very question is.
#include "app/console/sign_on/browser_sign_on.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"

#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace countersign;
using console::BrowserSignOn;
using ports::SignOnFault;

namespace
{

// An issuer's token endpoint: says the same to everybody, and keeps what it was sent.
class TokenEndpoint
{
public:
    TokenEndpoint()
    {
        server_.listen(QHostAddress::LocalHost);
        QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
            auto *socket = server_.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                heard += socket->readAll();
                const auto end = heard.indexOf("\r\n\r\n");
                const auto at = heard.toLower().indexOf("content-length: ");
                if (end < 0 || at < 0
                    || heard.size() - end - 4 < heard.mid(at + 16, heard.indexOf('\r', at) - at - 16).toInt())
                    return;
                form = QUrlQuery(QString::fromLatin1(heard.mid(end + 4)));
                socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(server_.serverPort()) + "/token";
    }

    QByteArray status = "200 OK", body = R"({"access_token":"a","expires_in":3600,"id_token":"x.y.z"})", heard;
    QUrlQuery form;

private:
    QTcpServer server_;
};

struct Place {
    TokenEndpoint issuer;
    QUrl opened;
    bool hasBrowser = true;
    std::vector<ports::SignOnEvent> told;
    BrowserSignOn signOn{[this](const QUrl &url) {
                             opened = url;
                             return hasBrowser;
                         },
                         [this](ports::SignOnEvent event) { told.push_back(std::move(event)); }};

    [[nodiscard]] ports::SignOnQuestion question() const
    {
        return {.request = 7,
                .issuer = "https://id.example",
                .clientId = "console",
                .authorizationEndpoint = "https://id.example/auth?tenant=a",
                .tokenEndpoint = issuer.url(),
                .scope = "openid profile",
                .ports = {},
                .nonce = "n+1",
                .acr = {},
                .loginHint = {}};
    }
    [[nodiscard]] QString asked(const char *name) const
    {
        return QUrlQuery(opened).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    // A browser's request; its answer.
    QByteArray get(const QString &target, const QByteArray &host = {})
    {
        const QUrl redirect(asked("redirect_uri"));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(redirect.port()));
        static_cast<void>(QTest::qWaitFor([&] {
            return socket.state() == QAbstractSocket::ConnectedState
                   || socket.error() == QAbstractSocket::ConnectionRefusedError;
        }));
        if (socket.state() != QAbstractSocket::ConnectedState)
            return "no door";
        socket.write("GET " + target.toLatin1() + " HTTP/1.1\r\nHost: "
                     + (host.isEmpty() ? "127.0.0.1:" + QByteArray::number(redirect.port()) : host) + "\r\n\r\n");
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            return "no answer";
        return socket.readAll();
    }
    [[nodiscard]] QString good(const QString &more = {}) const
    {
        return QStringLiteral("/signed-in?code=c1&state=%1%2").arg(asked("state"), more);
    }
    [[nodiscard]] std::optional<SignOnFault> fault() const
    {
        const auto *failed = told.empty() ? nullptr : std::get_if<ports::SignOnFailed>(&told.back());
        return failed ? std::optional(failed->fault) : std::nullopt;
    }
};

} // namespace

class TestSignOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonComesIn()
    {
        Place place;
        place.signOn.ask(place.question());
        QCOMPARE(place.opened.host(), QStringLiteral("id.example"));
        QCOMPARE(place.asked("tenant"), QStringLiteral("a"));
        QCOMPARE(place.asked("response_type"), QStringLiteral("code"));
        QCOMPARE(place.asked("code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(place.asked("nonce"), QStringLiteral("n+1"));
        QCOMPARE(place.asked("scope"), QStringLiteral("openid profile"));
        QVERIFY(place.asked("prompt").isEmpty());
        QVERIFY(place.asked("state").size() >= 43);
        const QByteArray page = place.get(place.good(QStringLiteral("&iss=https%3A%2F%2Fid.example")));
        QVERIFY(page.startsWith("HTTP/1.1 200"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(!page.contains("c1")); // the code is nowhere on the page
        QVERIFY(QTest::qWaitFor([&] { return !place.told.empty(); }));
        const auto *answered = std::get_if<ports::SignOnAnswered>(&place.told.front());
        QVERIFY(answered != nullptr);
        QCOMPARE(answered->request, std::uint64_t{7});
        QCOMPARE(answered->idToken, std::string("x.y.z"));
        const auto &form = place.issuer.form;
        QCOMPARE(form.queryItemValue(QStringLiteral("code")), QStringLiteral("c1"));
        const QByteArray verifier = form.queryItemValue(QStringLiteral("code_verifier")).toLatin1();
        QVERIFY(verifier.size() >= 43);
        const auto digest = crypto::sha256(asBytes(verifier.toStdString()));
        QCOMPARE(place.asked("code_challenge").toStdString(), base64urlEncode(digest));
        QCOMPARE(place.get(place.good()), QByteArray("no door")); // one answer, and the door is closed
    }

    void stepUpAsksAnew()
    {
        Place place;
        auto question = place.question();
        question.isFresh = true;
        question.acr = {"gold", "silver"};
        question.loginHint = "mara";
        place.signOn.ask(question);
        QCOMPARE(place.asked("prompt"), QStringLiteral("login"));
        QCOMPARE(place.asked("max_age"), QStringLiteral("0"));
        QCOMPARE(place.asked("acr_values"), QStringLiteral("gold silver"));
        QCOMPARE(place.asked("login_hint"), QStringLiteral("mara"));
    }

    void whatIsNotOurAnswerIsNotHeard()
    {
        Place place;
        place.signOn.ask(place.question());
        for (const QString &target :
             {QStringLiteral("/favicon.ico"), QStringLiteral("/signed-in?code=c1&state=other"),
              QStringLiteral("/signed-in?code=c1"), QStringLiteral("/signed-in/?code=c1&state=") + place.asked("state"),
              place.good(QStringLiteral("&iss=https%3A%2F%2Fevil.example"))})
            QVERIFY2(place.get(target).startsWith("HTTP/1.1 404"), qPrintable(target));
        QVERIFY(place.get(place.good(), "evil.example:80").startsWith("HTTP/1.1 404"));
        QVERIFY(place.told.empty());
        QVERIFY(place.get(place.good()).startsWith("HTTP/1.1 200"));
        QVERIFY(QTest::qWaitFor([&] { return !place.told.empty(); }));
        QVERIFY(!place.fault());
    }

    void whoAsksTooOftenEndsIt()
    {
        Place place;
        place.signOn.ask(place.question());
        for (int i = 0; i < BrowserSignOn::strangersMax; ++i)
            place.get(QStringLiteral("/guess"));
        QCOMPARE(place.fault(), SignOnFault::Denied);
        QVERIFY(!place.signOn.isWaiting());
    }

    void everyOtherEnd()
    {
        {
            Place place;
            place.hasBrowser = false;
            place.signOn.ask(place.question());
            QCOMPARE(place.fault(), SignOnFault::NoBrowser);
        }
        {
            Place place;
            place.signOn.ask(place.question());
            place.get(QStringLiteral("/signed-in?error=access_denied&state=") + place.asked("state"));
            QCOMPARE(place.fault(), SignOnFault::Denied);
        }
        for (const char *body : {"{}", "not json", R"({"id_token":1})"}) {
            Place place;
            place.issuer.body = body;
            place.signOn.ask(place.question());
            place.get(place.good());
            QVERIFY(QTest::qWaitFor([&] { return !place.told.empty(); }));
            QCOMPARE(place.fault(), SignOnFault::TokenRefused);
        }
        {
            Place place;
            place.issuer.status = "400 Bad Request";
            place.signOn.ask(place.question());
            place.get(place.good());
            QVERIFY(QTest::qWaitFor([&] { return !place.told.empty(); }));
            QCOMPARE(place.fault(), SignOnFault::TokenRefused);
        }
        {
            Place place;
            place.signOn.ask(place.question());
            const QString answer = place.good();
            place.signOn.abandon();
            QCOMPARE(place.get(answer), QByteArray("no door"));
            QVERIFY(place.told.empty());
        }
    }

    void fixedPortsAreTriedInTheirOrder()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 freePort = probe.serverPort();
        probe.close();
        Place place;
        auto question = place.question();
        question.ports = {taken.serverPort(), freePort};
        place.signOn.ask(question);
        QCOMPARE(QUrl(place.asked("redirect_uri")).port(), static_cast<int>(freePort));
        question.ports = {taken.serverPort()};
        place.signOn.ask(question);
        QCOMPARE(place.fault(), SignOnFault::NoPort);
    }
};

QTEST_GUILESS_MAIN(TestSignOn)
#include "test_sign_on.moc"
