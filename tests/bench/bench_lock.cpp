// From what locks the desk to the lock's page on the screen, and to the moment when no key is left in this process's
// memory: real gateway, console, store and window on whatever platform Qt is given (reliability.md 3, G14; 5.2, F19). A
// display with pixels that can be read back is needed: xcb.
#include "app/console/console_desk.hpp"
#include "app/console/system_clock.hpp"
#include "app/console/vault_file.hpp"
#include "app/console/window/compose_window.hpp"
#include "app/console/window/desk_watch.hpp"
#include "core/crypto/self_test.hpp"
#include "tests/bench/bench_gateway.hpp"
#include "tests/support/memory_scan.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScreen>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

namespace
{

using namespace countersign;
using bench::patienceMs;

constexpr int cycles = 30;
constexpr double shownMaxMs = 250, goneMaxMs = 1000;

double ms(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::shared_ptr<SecretBytes> secret()
{
    return std::make_shared<SecretBytes>(SecretBytes::taking(toBytes(bench::password.toStdString())));
}

void propose(const bench::Gateway &gateway)
{
    QNetworkAccessManager agent;
    QNetworkRequest request(QUrl(gateway.url() + QStringLiteral("/v1/proposals"), QUrl::StrictMode));
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(gateway.caFile()));
    request.setSslConfiguration(trust);
    request.setRawHeader("Authorization", "Bearer " + gateway.token());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = agent.post(request, bench::proposal(1));
    static_cast<void>(QTest::qWaitFor([&] { return reply->isFinished(); }, patienceMs));
}

// What a key of this profile looks like, so that it can be missed.
bool learnKeys(support::MemoryScan &scan, const QString &profile)
{
    for (const auto &entry : std::filesystem::directory_iterator(text::toUtf8(profile))) {
        std::ifstream in(entry.path() / "keys-0", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const auto header = console::readHeader(asBytes(bytes));
        const auto *slot = header ? header->slot(console::SlotKind::Password) : nullptr;
        const auto word = secret();
        const auto dataKey =
            slot ? console::openSlot(*header, *slot, word->view(), {}) : failure(ports::VaultError::Absent);
        if (!dataKey)
            continue;
        const auto keys = console::ledgerKeysOf(dataKey->view());
        scan.lookFor("data key", dataKey->view());
        scan.lookFor("database key", keys.databaseKey.view());
        scan.lookFor("spool key", keys.spoolKey.view());
        return true;
    }
    return false;
}

// The pixels of the window as the display has them.
QImage onScreen(const QWidget &window)
{
    return window.screen()->grabWindow(window.winId()).toImage().convertToFormat(QImage::Format_RGB32);
}

struct Times {
    double shown = 0, gone = 0;
};

// The lock's page is on the screen when the display shows what the window paints.
Times lockOnce(console::ConsoleWindow &window, console::DeskGuard &guard, const support::MemoryScan &scan)
{
    Times times;
    const QImage work = onScreen(window.widget());
    QElapsedTimer timer;
    timer.start();
    guard.lock(desk::LockCause::SystemLocked);
    do
        QCoreApplication::processEvents();
    while (onScreen(window.widget()) == work && timer.elapsed() < patienceMs);
    times.shown = ms(timer);
    // Each look takes a while: the keys were gone when the first one began that found none.
    for (double began = ms(timer); times.gone == 0 && began < patienceMs; began = ms(timer)) {
        QCoreApplication::processEvents();
        if (scan.find().empty())
            times.gone = began;
    }
    return times;
}

bool waitFor(console::ConsoleWindow &window, desk::SessionState state)
{
    return QTest::qWaitFor(
        [&] {
            const auto &now = window.feed().snapshot();
            return now.session.state == state
                   && (state != desk::SessionState::SignedIn || (now.queue && !now.queue->rows.empty()));
        },
        patienceMs);
}

void tell(const char *what, std::vector<double> samples, double max)
{
    std::ranges::sort(samples);
    std::printf("%-34s median %7.1f ms, worst of %zu: %7.1f ms (at most %.0f)\n", what, samples[samples.size() / 2],
                samples.size(), samples.back(), max);
}

int run(const bench::Gateway &gateway)
{
    propose(gateway);
    const QString profile = gateway.folder() + QStringLiteral("/profile");
    const auto desk = console::makeConsoleDesk({.gatewayUrl = text::toUtf8(gateway.url()),
                                                .caFile = text::toUtf8(gateway.caFile()),
                                                .profileDir = text::toUtf8(profile),
                                                .deviceName = "bench"});
    console::ConsoleWindow window(*desk, console::machineClock(),
                                  {.gateway = gateway.url(), .user = {}, .preferencesFile = {}});
    const console::SystemClock clock;
    console::DeskGuard guard(window.widget(), window.feed(), [&clock] { return milliseconds(clock.monotonicMs()); });
    window.widget().resize(1280, 800);
    window.widget().show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window.widget()));
    window.feed().submit(desk::SignIn{domain::ReviewerId("reader"), secret()});
    support::MemoryScan scan;
    if (!waitFor(window, desk::SessionState::SignedIn) || !learnKeys(scan, profile) || scan.find().empty()) {
        std::fputs("the desk was not signed in, or its keys are not found while it is\n", stderr);
        return 3;
    }
    std::vector<double> shown, gone;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        window.widget().openItem(text::toQt(window.feed().snapshot().queue->rows.front()->id.text()));
        static_cast<void>(QTest::qWaitFor(
            [&] {
                const auto &open = window.feed().snapshot().open;
                return open != nullptr && open->item != nullptr;
            },
            patienceMs));
        window.widget().repaint();
        const Times times = lockOnce(window, guard, scan);
        shown.push_back(times.shown);
        gone.push_back(times.gone == 0 ? patienceMs : times.gone);
        static_cast<void>(waitFor(window, desk::SessionState::Locked));
        window.feed().submit(desk::Unlock{secret()});
        if (!waitFor(window, desk::SessionState::SignedIn))
            return 3;
    }
    tell("trigger to lock on the screen", shown, shownMaxMs);
    tell("trigger to no key in memory", gone, goneMaxMs);
    return std::ranges::max(shown) <= shownMaxMs && std::ranges::max(gone) <= goneMaxMs ? 0 : 1;
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    style::apply(application, style::Theme());
    if (!crypto::selfTest())
        return 3;
    const bench::Gateway gateway;
    return run(gateway);
}
