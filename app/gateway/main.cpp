// countersign-gateway: takes agents' proposals, shows them to people, releases what they signed.
#include "app/gateway/commands.hpp"
#include "app/gateway/speech.hpp"
#include "core/crypto/self_test.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

namespace
{

using namespace countersign::gateway;

struct Command {
    std::string_view name;
    int (*run)(Words);
};
constexpr std::array commands{
    Command{"init", initCommand},     Command{"agent", agentCommand},   Command{"user", userCommand},
    Command{"policy", policyCommand}, Command{"issuer", issuerCommand}, Command{"lock", lockCommand},
    Command{"serve", serveCommand},   Command{"import", importCommand}, Command{"export-audit", exportCommand},
    Command{"erase", eraseCommand},   Command{"db", databaseCommand},   Command{"recovery", recoveryCommand}};

constexpr std::string_view help = R"(countersign-gateway init  --data DIR [--organisation NAME]
countersign-gateway agent add ID --data DIR --workflow W[,W...]
countersign-gateway agent renew|stop ID --data DIR
countersign-gateway user add ID --data DIR --name NAME --role ROLE --password-stdin [--credentials C] [--npi N]
countersign-gateway user disable ID --data DIR
countersign-gateway user revoke-token ID --data DIR
countersign-gateway user cover ID --for ABSENT --until DAY --data DIR
countersign-gateway user uncover ID --for ABSENT --data DIR
countersign-gateway issuer set --data DIR --issuer URL --client-id ID [--step-up never|first|each] [--acr A[,A...]]
    [--second-factor] [--scope S] [--ports P[,P...]] [--issuer-ca FILE]
countersign-gateway issuer map SUBJECT USER --data DIR
countersign-gateway issuer show|clear --data DIR
countersign-gateway lock USER --data DIR
countersign-gateway policy check|apply [FILE] --data DIR
countersign-gateway serve --data DIR --listen 127.0.0.1:PORT [--plain]
countersign-gateway import --data DIR [--as AGENT] PATH...
countersign-gateway import --url URL --token T [--ca FILE] [--as AGENT] PATH...
countersign-gateway export-audit --data DIR --out PATH [--from I] [--to I] [--by USER] [--with-phi]
countersign-gateway erase ITEM --data DIR --by ADMINISTRATOR --reason CODE
countersign-gateway db migrate --data DIR
countersign-gateway recovery make|open

Every command takes --json, --help and --version. Exit status: 0 done, 1 the answer is no, 2 wrong use, 3 could not.
)";

} // namespace

int main(int count, char **values)
{
    std::signal(SIGPIPE, SIG_IGN); // a peer that left is an error value, not a death
    const std::vector<std::string> words(values + 1, values + count);
    const bool asksHelp = std::find(words.begin(), words.end(), "--help") != words.end();
    if (words.empty() || asksHelp) {
        (words.empty() ? std::cerr : std::cout) << help;
        return words.empty() ? WrongUse : Succeeded;
    }
    if (std::find(words.begin(), words.end(), "--version") != words.end()) {
        std::cout << "countersign-gateway " << COUNTERSIGN_VERSION << '\n';
        return Succeeded;
    }
    if (!countersign::crypto::selfTest())
        return say(CouldNot, "The cryptography of this machine failed its test.");
    for (const Command &command : commands) {
        if (command.name == words[0])
            return command.run(Words(words).subspan(1));
    }
    return say(WrongUse, "This command is unknown; see --help.");
}
