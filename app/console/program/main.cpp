// The console: puts look, language, desk and window together, and lets them run.
#include "app/console/pages/render_client.hpp"
#include "app/console/program/arguments.hpp"
#include "app/console/program/hardening.hpp"
#include "app/console/spelling/hunspell_checker.hpp"
#include "app/console/system_clock.hpp"
#include "app/console/tokens/pkcs11_token.hpp"
#include "app/console/window/capture.hpp"
#include "app/console/window/compose_window.hpp"
#include "app/console/window/desk_watch.hpp"
#include "core/crypto/self_test.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QTranslator>
#include <QUrl>

#include <cstdio>
#include <memory>

namespace
{

using namespace countersign;

// One line of standard input, without its end, in memory that wipes itself.
desk::Password passwordFromInput()
{
    constexpr std::size_t lengthMax = 1024;
    SecretBytes line(lengthMax);
    std::size_t length = 0;
    for (int c = std::getchar(); c != EOF && c != '\n' && length < lengthMax; c = std::getchar())
        line.writable()[length++] = static_cast<std::uint8_t>(c);
    return std::make_shared<SecretBytes>(SecretBytes::copyOf(line.view().first(length)));
}

void speak(QApplication &application, QTranslator &translator, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("countersign"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        application.installTranslator(&translator);
}

int answer(console::Asked asked)
{
    if (asked == console::Asked::Version) {
        std::puts("countersign " COUNTERSIGN_VERSION);
        return 0;
    }
    std::fputs(console::usage, asked == console::Asked::Help ? stdout : stderr);
    return asked == console::Asked::Help ? 0 : 2;
}

style::Look lookOf(const presenters::Appearance &appearance, style::Look platform)
{
    switch (appearance.look) {
    case presenters::Appearance::Look::Light:
        return style::Look::Light;
    case presenters::Appearance::Look::Dark:
        return style::Look::Dark;
    case presenters::Appearance::Look::HighContrast:
        return style::Look::HighContrast;
    case presenters::Appearance::Look::System:
        break;
    }
    return platform;
}

int runConsole(QApplication &application, const console::Arguments &arguments)
{
    auto options = arguments.desk;
    options.openBrowser = [](const std::string &url) { return QDesktopServices::openUrl(QUrl(text::toQt(url))); };
    if (!arguments.tokenModule.empty()) {
        options.token = console::Pkcs11Token::load(arguments.tokenModule);
        if (!options.token) {
            std::fputs("The token module cannot be used.\n", stderr);
            return 3;
        }
    }
    const auto desk = console::makeConsoleDesk(std::move(options));
    if (!desk) {
        std::fputs("The gateway's address or the profile's folder cannot be used.\n", stderr);
        return 3;
    }
    QTranslator translator;
    speak(application, translator, arguments.language);
    // The command line comes before what the person set, and that before the platform. The scale is the window's life.
    const QString preferences = QDir(QString::fromStdU16String(arguments.desk.profileDir.u16string()))
                                    .filePath(QStringLiteral("preferences.ini"));
    const auto kept = presenters::recallAppearance(console::preferencesIn(preferences));
    const style::Look platform = style::platformLook(application);
    const double scale = arguments.scale.value_or(kept.percent / 100.0);
    const auto show = [&application, platform, scale](const presenters::Appearance &appearance) {
        style::apply(application, style::Theme(lookOf(appearance, platform), scale, appearance.isStill));
    };
    style::apply(application, style::Theme(arguments.look.value_or(lookOf(kept, platform)), scale, kept.isStill));
    console::ConsoleWindow window(*desk, console::machineClock(),
                                  {.gateway = text::toQt(arguments.desk.gatewayUrl),
                                   .user = arguments.user,
                                   .preferencesFile = preferences,
                                   .documents = console::openInRender(console::installedRender()),
                                   .words = console::checkWithHunspell(console::installedDictionaries()),
                                   .showAppearance = show,
                                   .byIssuer = arguments.byIssuer});
    const console::SystemClock clock;
    console::DeskWatch watch(window.widget(), window.feed(), *QGuiApplication::clipboard(),
                             [&clock] { return milliseconds(clock.monotonicMs()); });
    window.widget().resize(1280, 800);
    window.widget().show();
    console::excludeFromCapture(window.widget());
    if (arguments.hasPasswordOnInput)
        window.feed().submit(desk::SignIn{domain::ReviewerId(text::toUtf8(arguments.user)), passwordFromInput()});
    return QApplication::exec();
}

} // namespace

int main(int count, char **words)
{
    console::shedEnvironment(words);
    QCoreApplication::setApplicationName(QStringLiteral("Countersign"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("countersign"));
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(QString::fromLocal8Bit(words[i]));
    const auto arguments = console::readArguments(list);
    if (!arguments)
        return answer(arguments.error());
    if (!console::harden())
        std::fputs("This system does not let the program keep its memory to itself.\n", stderr);
    if (!crypto::selfTest()) {
        std::fputs("The cryptographic self-test failed.\n", stderr);
        return 3;
    }
    QApplication application(count, words);
    return runConsole(application, *arguments);
}
