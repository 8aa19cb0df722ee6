// `user add`, `user disable`, `user revoke-token`: who may come; `user cover` is account_cover.cpp.
#include "app/gateway/carry_out.hpp"
#include "app/gateway/roll.hpp"
#include "app/gateway/speech.hpp"
#include "app/gateway/system_clock.hpp"
#include "core/base/encoding.hpp"
#include "core/base/unicode.hpp"
#include "core/crypto/password.hpp"
#include "core/domain/names.hpp"

#include <array>
#include <iostream>

namespace countersign::gateway
{
namespace
{

constexpr std::size_t passwordBytesMax = 1024;

// The first line of standard input.
SecretBytes readPassword()
{
    std::string line;
    std::getline(std::cin, line);
    auto password = SecretBytes::copyOf(asBytes(line));
    wipeMemory(line.data(), line.size());
    return password;
}

// People are told nothing where all went well; a program is.
void tellOfUser(const Arguments &arguments, const domain::ReviewerId &user, bool isDisabled)
{
    if (arguments.has("--json"))
        tell(arguments, {}, protocol::Json::object({{"user", user.text()}, {"disabled", isDisabled}}));
}

Result<domain::Reviewer, int> readPerson(const Arguments &arguments)
{
    const auto personName = demand(arguments, "--name");
    const auto roleName = personName.and_then([&](const std::string &) { return demand(arguments, "--role"); });
    if (!roleName)
        return failure(roleName.error());
    const auto role = domain::parse<domain::Role>(*roleName);
    if (!role)
        return failure(say(WrongUse, "The role is none of clinician, pharmacist, nurse, coordinator, supervisor, "
                                     "auditor and administrator."));
    if (arguments.words().size() != 1 || !isId(arguments.words()[0]))
        return failure(say(WrongUse, "A user has one id of letters, digits and . _ : - only."));
    if (personName->empty() || !isUtf8(*personName))
        return failure(say(WrongUse, "A person has a printed name."));
    return domain::Reviewer{domain::ReviewerId(arguments.words()[0]), *personName, *role,
                            arguments.value("--credentials").value_or(""), arguments.value("--npi").value_or("")};
}

int addUser(Words words)
{
    const auto arguments =
        readArguments(words, {"--data", "--name", "--role", "--credentials", "--npi"}, {"--password-stdin"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    const auto person = readPerson(*arguments);
    if (!person)
        return person.error();
    if (!arguments->has("--password-stdin"))
        return say(WrongUse, "The password is read with --password-stdin.");
    const SecretBytes password = readPassword();
    if (password.isEmpty() || password.view().size() > passwordBytesMax)
        return say(WrongUse, "The password is empty or too long.");
    const auto hash = crypto::hashPassword(password.view());
    if (!hash)
        return say(CouldNot, "There is not enough memory to hash the password.");
    const int code = carryOut(*data, AddUser{*person, *hash},
                              {.whenRefused = "There is or was a user of this id; ids are never given again."});
    if (code == Succeeded)
        tellOfUser(*arguments, person->id, false);
    return code;
}

struct NamedUser {
    Arguments arguments;
    std::string data;
    domain::ReviewerId user;
};

// "ID --data DIR", and nothing else.
Result<NamedUser, int> readNamedUser(Words words)
{
    const auto arguments = readArguments(words, {"--data"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return failure(data.error());
    if (arguments->words().size() != 1)
        return failure(say(WrongUse, "Name one user."));
    return NamedUser{*arguments, *data, domain::ReviewerId(arguments->words()[0])};
}

int disableUser(Words words)
{
    const auto named = readNamedUser(words);
    if (!named)
        return named.error();
    const int code = carryOut(named->data, DisableUser{named->user}, {.whenNothing = "There is no user of this id."});
    if (code == Succeeded)
        tellOfUser(named->arguments, named->user, true);
    return code;
}

// A token that is lost or passed on; what it took part in before stays valid.
int revokeToken(Words words)
{
    const auto named = readNamedUser(words);
    if (!named)
        return named.error();
    const int code =
        carryOut(named->data, RevokeTokens{named->user}, {.whenNothing = "That user has no token registered."});
    if (code == Succeeded && named->arguments.has("--json"))
        tell(named->arguments, {}, protocol::Json::object({{"user", named->user.text()}, {"tokenRevoked", true}}));
    return code;
}

} // namespace

int userCommand(Words words)
{
    if (!words.empty() && words[0] == "add")
        return addUser(words.subspan(1));
    if (!words.empty() && words[0] == "disable")
        return disableUser(words.subspan(1));
    if (!words.empty() && words[0] == "revoke-token")
        return revokeToken(words.subspan(1));
    if (!words.empty() && words[0] == "cover")
        return coverCommand(words.subspan(1));
    if (!words.empty() && words[0] == "uncover")
        return uncoverCommand(words.subspan(1));
    return say(WrongUse, "Say user add, user disable, user cover, user uncover or user revoke-token.");
}

} // namespace countersign::gateway
