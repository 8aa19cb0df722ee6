// The command line of the console (contract, tools.md). Pure; any thread.
#pragma once

#include "app/console/console_desk.hpp"
#include "core/base/result.hpp"
#include "ui/style/theme.hpp"

#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::console
{

struct Arguments {
    ConsoleOptions desk;
    QString user;
    bool hasPasswordOnInput = false; // sign in at once, with the first line of standard input
    QString language;                // empty: the system's
    std::optional<style::Look> look; // nothing: the platform's
    std::optional<double> scale;     // nothing: what the person set
    bool byIssuer = false;           // the sign-in page asks the organisation's issuer first
    std::string tokenModule;         // a PKCS#11 module, for the token that the person carries; empty: none
};

enum class Asked { Help, Version, WrongUse };

[[nodiscard]] Result<Arguments, Asked> readArguments(const QStringList &words);

extern const char *const usage;

} // namespace countersign::console
