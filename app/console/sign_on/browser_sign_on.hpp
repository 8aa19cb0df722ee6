// One sign-in at an issuer: opens the browser, waits on loopback for the answer, changes it into a token, and tells. It
// answers one redirect with one plain page and closes its door. The thread of its event loop.
#pragma once

#include "app/console/sign_on/authorization.hpp"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <memory>

class QNetworkReply;
class QTcpSocket;

namespace countersign::console
{

class BrowserSignOn : public QObject
{
    Q_OBJECT

public:
    // False: there is no browser.
    using OpenBrowser = std::function<bool(const QUrl &)>;
    using Tell = std::function<void(ports::SignOnEvent)>;
    static constexpr int patienceMs = 5 * 60 * 1000;
    static constexpr int strangersMax = 32; // requests that are not the answer; then the door closes

    BrowserSignOn(OpenBrowser open, Tell tell);
    ~BrowserSignOn() override;

    void ask(ports::SignOnQuestion question);
    void abandon();
    [[nodiscard]] bool isWaiting() const { return server_ != nullptr; }

private:
    void listen();
    void take(QTcpSocket *socket);
    void hear(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const char *status, const QString &words) const;
    void redeem(const QByteArray &code);
    void redeemed();
    void fail(ports::SignOnFault fault);
    [[nodiscard]] bool isForUs(const QByteArray &head) const;

    OpenBrowser open_;
    Tell tell_;
    ports::SignOnQuestion question_;
    Attempt attempt_;
    std::unique_ptr<QTcpServer> server_; // while the browser is waited for
    int strangers_ = 0;
    QTimer patience_;
    QNetworkAccessManager network_;
    QNetworkReply *reply_ = nullptr; // while the token is fetched
};

} // namespace countersign::console
