// countersign-tour: drives the console's own window by keys and saves a picture of each screen. With --still over a
// canned desk, otherwise over the real one and a gateway.
#include "app/console/console_desk.hpp"
#include "core/crypto/self_test.hpp"
#include "tests/support/demo_desk.hpp"
#include "tests/ui/tour_chapters.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QTimer>

#include <cstdio>
#include <iostream>

namespace
{

using namespace countersign;

desk::QueueRow lookalike(const domain::ItemSummary &model, const char *family, const char *given, const char *birthDate,
                         const char *mrn)
{
    auto row = std::make_shared<domain::ItemSummary>(model);
    row->id = domain::ItemId(std::string("lookalike-") + mrn);
    row->patient = domain::PatientId(std::string("patient-") + mrn);
    row->family = domain::Phi<std::string>(family);
    row->given = domain::Phi<std::string>(given);
    row->birthDate = domain::Phi<std::string>(birthDate);
    row->mrn = domain::Phi<std::string>(mrn);
    return row;
}

int still(const QDir &out)
{
    const Instant now = parseInstant(support::demoNow).value_or(Instant{});
    auto glances = std::make_shared<int>(0); // every glance at the clock takes a second
    auto shown = std::make_shared<Instant>(now);
    const presenters::Clock clock{.now = [shown] { return *shown; },
                                  .elapsed = [glances] { return std::chrono::seconds(++*glances); }};
    const auto desk = support::demoDesk(now);
    desk->edit([](desk::DeskSnapshot &snapshot) { // two whom one might take for others
        auto queue = std::make_shared<desk::QueueView>(*snapshot.queue);
        queue->rows.push_back(lookalike(*queue->rows.front(), "Rivera", "Raquel", "1979-03-12", "004-181"));
        queue->rows.push_back(lookalike(*queue->rows.back(), "Lindquist", "Astrid", "1952-02-11", "004-943"));
        snapshot.queue = std::move(queue);
    });
    desk->later = [](std::function<void()> act) { QTimer::singleShot(0, qApp, std::move(act)); };
    tour::Stage stage(*desk, clock, out, QStringLiteral("adeyemi"), "demo password");
    tour::walk(stage, {.isStill = true, .letHoldEnd = [shown] { *shown += std::chrono::seconds(31); }});
    return stage.failures() == 0 ? 0 : 1;
}

int onGateway(const QCommandLineParser &parser, const QDir &out)
{
    std::string password;
    std::getline(std::cin, password);
    const auto word = [&](const char *name) { return text::toUtf8(parser.value(QLatin1String(name))); };
    const auto desk = console::makeConsoleDesk(
        {.gatewayUrl = word("gateway"), .caFile = word("ca"), .profileDir = word("profile"), .deviceName = "tour"});
    if (!crypto::selfTest() || !desk)
        return 3;
    tour::Stage stage(*desk, console::machineClock(), out, parser.value(QStringLiteral("user")), password);
    tour::walk(stage, {});
    return stage.failures() == 0 ? 0 : 1;
}

void addGatewayOptions(QCommandLineParser &parser)
{
    for (const char *name : {"gateway", "ca", "profile", "user"})
        parser.addOption({QLatin1String(name), QStringLiteral("as the console takes it"), QStringLiteral("WORD")});
    parser.addOption({QStringLiteral("password-stdin"), QStringLiteral("the password is the first line of input")});
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption stillOption(QStringLiteral("still"), QStringLiteral("canned desk, no gateway"));
    const QCommandLineOption outOption(QStringLiteral("out"), QStringLiteral("where the pictures go"),
                                       QStringLiteral("DIR"), QStringLiteral("."));
    parser.addOptions({stillOption, outOption});
    addGatewayOptions(parser);
    parser.addHelpOption();
    parser.process(application);
    if (QFontDatabase::families().isEmpty()) {
        std::fputs("there is no font: every picture would be boxes\n", stderr);
        return 3;
    }
    const QDir out(parser.value(outOption));
    if (!QDir().mkpath(out.path())) {
        std::fputs("the folder for the pictures cannot be made\n", stderr);
        return 3;
    }
    return parser.isSet(stillOption) ? still(out) : onGateway(parser, out);
}
