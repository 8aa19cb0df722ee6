// countersign-desk (contract, tools.md): the console's engine and store without widgets, for scripted, soak and load
// runs. Never installed.
#include "app/console/console_desk.hpp"
#include "app/console/tokens/pkcs11_token.hpp"
#include "core/crypto/self_test.hpp"
#include "tests/support/desk_script.hpp"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace countersign;

namespace
{

constexpr const char *usage =
    "countersign-desk --gateway URL [--ca FILE] --profile DIR --user ID --password-stdin [--device-name NAME] "
    "[--by-issuer] [--token-module FILE]\n"
    "The password is the first line of standard input, then one JSON command a line; events are printed one a line.\n";

struct Arguments {
    console::ConsoleOptions options;
    domain::ReviewerId user;
    bool isPasswordOnStdin = false;
    bool byIssuer = false; // the browser is whoever reads our lines
};

std::optional<Arguments> readArguments(int count, char **words)
{
    Arguments arguments;
    arguments.options.deviceName = "countersign-desk";
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--password-stdin") {
            arguments.isPasswordOnStdin = true;
            continue;
        }
        if (word == "--by-issuer") {
            arguments.byIssuer = true;
            continue;
        }
        if (++i == count)
            return std::nullopt;
        const std::string value = words[i];
        if (word == "--gateway")
            arguments.options.gatewayUrl = value;
        else if (word == "--ca")
            arguments.options.caFile = value;
        else if (word == "--profile")
            arguments.options.profileDir = value;
        else if (word == "--user")
            arguments.user = domain::ReviewerId{value};
        else if (word == "--device-name")
            arguments.options.deviceName = value;
        else if (word == "--token-module" && (arguments.options.token = console::Pkcs11Token::load(value)))
            continue;
        else
            return std::nullopt;
    }
    const bool isWhole = arguments.isPasswordOnStdin && !arguments.options.gatewayUrl.empty()
                         && !arguments.options.profileDir.empty() && !arguments.user.isEmpty();
    return isWhole ? std::optional(std::move(arguments)) : std::nullopt;
}

// Standard input as lines, without waiting.
class Lines
{
public:
    // False: the other end has closed.
    bool read()
    {
        char chunk[65536];
        const auto count = ::read(STDIN_FILENO, chunk, sizeof chunk);
        if (count > 0)
            buffer_.append(chunk, static_cast<std::size_t>(count));
        return count > 0;
    }
    std::optional<std::string> next()
    {
        const auto end = buffer_.find('\n', begin_);
        if (end == std::string::npos) {
            buffer_.erase(0, std::exchange(begin_, 0));
            return std::nullopt;
        }
        auto line = buffer_.substr(begin_, end - begin_);
        begin_ = end + 1;
        return line;
    }

private:
    std::string buffer_;
    std::size_t begin_ = 0;
};

void print(const std::string &line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

int main(int count, char **words)
{
    const std::string_view first = count > 1 ? words[1] : "";
    if (first == "--help" || first == "--version") {
        std::fputs(first == "--help" ? usage : "countersign-desk " COUNTERSIGN_VERSION "\n", stdout);
        return 0;
    }
    auto arguments = readArguments(count, words);
    if (!arguments) {
        std::fputs(usage, stderr);
        return 2;
    }
    if (!crypto::selfTest()) {
        std::fputs("The cryptographic self-test failed.\n", stderr);
        return 3;
    }
    QCoreApplication application(count, words);
    arguments->options.openBrowser = [](const std::string &url) {
        print(R"({"event":"browser","url":")" + url + "\"}"); // percent-encoded: nothing to escape
        return true;
    };
    const auto desk = console::makeConsoleDesk(arguments->options);
    Lines lines;
    std::optional<std::string> password;
    while (desk && !(password = lines.next()) && lines.read()) {
    }
    if (!desk || !password) {
        std::fputs(desk ? "No password came.\n" : "The address or the profile cannot be used.\n", stderr);
        return desk ? 2 : 3;
    }
    int exitCode = 0;
    support::DeskScript script(
        *desk, arguments->user, std::make_shared<SecretBytes>(SecretBytes::taking(toBytes(*password))), print,
        [&](bool isDone) {
            exitCode = isDone ? 0 : 1;
            QCoreApplication::quit();
        },
        arguments->byIssuer);
    const auto hear = [&] {
        while (auto line = lines.next())
            script.hear(std::move(*line));
    };
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        const bool isOpen = lines.read();
        hear();
        if (!isOpen) {
            notifier.setEnabled(false);
            script.end();
        }
    });
    hear();
    QCoreApplication::exec();
    return exitCode;
}
