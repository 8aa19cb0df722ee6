#include "app/gateway/lock_requests.hpp"

#include "app/gateway/commands.hpp"
#include "app/gateway/speech.hpp"
#include "core/crypto/digest.hpp"

namespace countersign::gateway
{

Result<Done, DirectoryError> requestLock(const DataDirectory &directory, const domain::ReviewerId &user)
{
    std::error_code error;
    std::filesystem::create_directories(directory.lockRequests(), error);
    std::filesystem::permissions(directory.lockRequests(), std::filesystem::perms::owner_all, error);
    const std::string name = crypto::digestText(asBytes(user.text())).substr(7); // without "sha256:"
    return error ? failure(DirectoryError::Unwritable)
                 : writeFile(directory.lockRequests() / name, asBytes(user.text()));
}

std::vector<domain::ReviewerId> takeLockRequests(const DataDirectory &directory)
{
    std::vector<domain::ReviewerId> users;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(directory.lockRequests(), error)) {
        if (entry.path().has_extension())
            continue; // one that is being written
        const auto text = readFile(entry.path());
        std::error_code gone;
        if (text && !text->empty() && std::filesystem::remove(entry.path(), gone))
            users.emplace_back(*text);
    }
    return users;
}

int lockCommand(Words words)
{
    const auto arguments = readArguments(words, {"--data"});
    const auto data = arguments.and_then([](const Arguments &a) { return demand(a, "--data"); });
    if (!data)
        return data.error();
    if (arguments->words().size() != 1 || !isId(arguments->words()[0]))
        return say(WrongUse, "Name one user.");
    const DataDirectory directory(*data);
    if (!directory.isThere())
        return say(CouldNot, "There is no gateway in this folder; init makes one.");
    const domain::ReviewerId user(arguments->words()[0]);
    if (!requestLock(directory, user))
        return say(CouldNot, "The folder cannot be written.");
    tell(*arguments, "asked: every desk where " + user.text() + " is signed in locks",
         protocol::Json::object({{"lock", user.text()}}));
    return Succeeded;
}

} // namespace countersign::gateway
