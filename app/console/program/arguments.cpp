#include "app/console/program/arguments.hpp"

#include "core/base/encoding.hpp"
#include "ui/text/qt_text.hpp"

#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <functional>
#include <map>

namespace countersign::console
{

const char *const usage =
    "countersign --gateway URL [--ca FILE] [--profile DIR] [--user ID [--password-stdin]]\n"
    "            [--keychain never|prefer|require] [--recovery-key TEXT]\n"
    "            [--sign-in password|browser] [--token-module FILE]\n"
    "            [--language CODE] [--theme light|dark|contrast] [--scale 1.0..3.0]\n"
    "The console. --ca names the one authority that the gateway's certificate may come from; --profile is the folder\n"
    "of this person's encrypted store; --sign-in browser asks the organization's issuer of identities first, and\n"
    "--token-module names a PKCS#11 module, whose token signs with its PIN and locks the desk when it is taken out;\n"
    "--keychain says whether the system's keychain takes part in what is enrolled\n"
    "(prefer), and --recovery-key is the public half that countersign-gateway recovery made. --help and --version "
    "print and end.\n";

namespace
{

std::optional<style::Look> lookNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return style::Look::Light;
    if (name == QLatin1String("dark"))
        return style::Look::Dark;
    if (name == QLatin1String("contrast"))
        return style::Look::HighContrast;
    return std::nullopt;
}

bool takeScale(Arguments &arguments, const QString &word)
{
    bool isNumber = false;
    const double scale = word.toDouble(&isNumber);
    arguments.scale = scale;
    return isNumber && scale >= style::scaleMin && scale <= style::scaleMax;
}

bool takeKeychain(Arguments &arguments, const QString &word)
{
    using enum ConsoleOptions::Keychain;
    const std::map<QString, ConsoleOptions::Keychain> known{
        {QStringLiteral("never"), Never}, {QStringLiteral("prefer"), Prefer}, {QStringLiteral("require"), Require}};
    const auto found = known.find(word);
    if (found != known.end())
        arguments.desk.keychain = found->second;
    return found != known.end();
}

bool takeRecoveryKey(Arguments &arguments, const QString &word)
{
    const auto bytes = base64urlDecode(text::toUtf8(word));
    std::array<std::uint8_t, 32> key{};
    if (!bytes || bytes->size() != key.size())
        return false;
    std::copy(bytes->begin(), bytes->end(), key.begin());
    arguments.desk.recoveryKey = key;
    return true;
}

bool takeSignIn(Arguments &arguments, const QString &word)
{
    arguments.byIssuer = word == QLatin1String("browser");
    return arguments.byIssuer || word == QLatin1String("password");
}

// Options that are followed by a word; the answer is whether the word will do.
using Take = std::function<bool(Arguments &, const QString &)>;

const std::map<QString, Take> &takers()
{
    static const std::map<QString, Take> table = {
        {QStringLiteral("--gateway"),
         [](Arguments &a, const QString &word) {
             a.desk.gatewayUrl = text::toUtf8(word);
             return !word.isEmpty();
         }},
        {QStringLiteral("--ca"),
         [](Arguments &a, const QString &word) {
             a.desk.caFile = text::toUtf8(word);
             return !word.isEmpty();
         }},
        {QStringLiteral("--profile"),
         [](Arguments &a, const QString &word) {
             a.desk.profileDir = text::toUtf8(word);
             return !word.isEmpty();
         }},
        {QStringLiteral("--user"),
         [](Arguments &a, const QString &word) {
             a.user = word;
             return !word.isEmpty();
         }},
        {QStringLiteral("--keychain"), takeKeychain},
        {QStringLiteral("--sign-in"), takeSignIn},
        {QStringLiteral("--token-module"),
         [](Arguments &a, const QString &word) {
             a.tokenModule = text::toUtf8(word);
             return QDir::isAbsolutePath(word);
         }},
        {QStringLiteral("--recovery-key"), takeRecoveryKey},
        {QStringLiteral("--language"),
         [](Arguments &a, const QString &word) {
             a.language = word;
             return !word.isEmpty();
         }},
        {QStringLiteral("--theme"),
         [](Arguments &a, const QString &word) { return (a.look = lookNamed(word)).has_value(); }},
        {QStringLiteral("--scale"), takeScale},
    };
    return table;
}

Arguments startingPoint()
{
    Arguments arguments;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    arguments.desk.profileDir = text::toUtf8(QDir(folder).filePath(QStringLiteral("profile")));
    arguments.desk.deviceName = text::toUtf8(QSysInfo::machineHostName());
    arguments.desk.keychain = ConsoleOptions::Keychain::Prefer;
    return arguments;
}

} // namespace

Result<Arguments, Asked> readArguments(const QStringList &words)
{
    if (words.contains(QStringLiteral("--help")))
        return failure(Asked::Help);
    if (words.contains(QStringLiteral("--version")))
        return failure(Asked::Version);
    Arguments arguments = startingPoint();
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--password-stdin")) {
            arguments.hasPasswordOnInput = true;
            continue;
        }
        const auto taker = takers().find(words[i]);
        if (taker == takers().end() || i + 1 == words.size() || !taker->second(arguments, words[++i]))
            return failure(Asked::WrongUse);
    }
    const bool isComplete =
        !arguments.desk.gatewayUrl.empty() && (!arguments.hasPasswordOnInput || !arguments.user.isEmpty());
    if (!isComplete)
        return failure(Asked::WrongUse);
    return arguments;
}

} // namespace countersign::console
