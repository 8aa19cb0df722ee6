// keychain_probe keep NAME TEXT | read NAME | forget NAME: asks the system's keychain as the console does, and says what
// it answered: "found TEXT", "absent", "locked" or "unreadable". For tests/console/real_keyring.sh.
#include "app/console/system_keychain.hpp"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

using namespace countersign;
using ports::KeychainState;

namespace
{

const char *wordOf(KeychainState state)
{
    switch (state) {
    case KeychainState::Found:
        return "found";
    case KeychainState::Absent:
        return "absent";
    case KeychainState::Locked:
        return "locked";
    case KeychainState::Unreadable:
        break;
    }
    return "unreadable";
}

} // namespace

int main(int count, char **words)
{
    const QCoreApplication application(count, words);
    console::SystemKeychain keychain(std::chrono::seconds(5)); // nobody is here to answer a prompt
    if (count == 4 && std::strcmp(words[1], "keep") == 0) {
        std::printf("%s\n", wordOf(keychain.keep(words[2], asBytes(words[3]))));
    } else if (count == 3 && std::strcmp(words[1], "read") == 0) {
        const auto answer = keychain.read(words[2]);
        const std::string text(asText(answer.secret.view()));
        std::printf("%s%s%s\n", wordOf(answer.state), text.empty() ? "" : " ", text.c_str());
    } else if (count == 3 && std::strcmp(words[1], "forget") == 0) {
        keychain.forget(words[2]);
    } else {
        return 2;
    }
    return 0;
}
