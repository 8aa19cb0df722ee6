// kill_loop COUNT: a child appends decisions and names each once it is acknowledged; the parent kills it at a random
// moment, COUNT times, on one profile. Every decision that was named must be there afterwards.
#include "tests/store/profile.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

// The child: appends until it is killed, and tells of each decision after it is durable.
int appendForever(const char *folder, const char *round)
{
    const auto files = systemFiles();
    auto ledger = SealedLedger::open({.folder = folder, .device = domain::DeviceId("desk-1")}, ledgerKeys(),
                                     {.files = files.get(), .fillRandom = fillNonce, .vfs = {}});
    if (!ledger)
        return EXIT_FAILURE;
    audit::ChainHead head = headOf(ledger->takeState());
    for (;;) {
        const auto decision = decisionAfter(head, std::string(round) + "-" + std::to_string(head.nextSeq), 900);
        if (!ledger->append(decision))
            return EXIT_FAILURE;
        head = headAfter(decision);
        const std::string line = decision.id.text() + "\n";
        if (write(STDOUT_FILENO, line.data(), line.size()) < 0)
            return EXIT_FAILURE;
        if (head.nextSeq % 5 == 0)
            static_cast<void>(ledger->storeStanding(decision.id, domain::Standing::Confirmed, "receipt"));
        if (head.nextSeq % 7 == 0)
            static_cast<void>(ledger->tidy());
    }
}

// Runs one child for that long and returns the names it told.
std::string runAndKill(const char *program, const std::string &folder, const std::string &round, int milliseconds)
{
    int pipes[2]{};
    if (pipe(pipes) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipes[1], STDOUT_FILENO);
        close(pipes[0]);
        close(pipes[1]);
        execl(program, program, "append", folder.c_str(), round.c_str(), static_cast<char *>(nullptr));
        _exit(EXIT_FAILURE);
    }
    close(pipes[1]);
    std::string told;
    char buffer[4096];
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    bool isKilled = false;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        pollfd waiting{.fd = pipes[0], .events = POLLIN, .revents = 0};
        if (!isKilled && (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) == 0)) {
            kill(child, SIGKILL);
            isKilled = true;
        }
        const ssize_t size = read(pipes[0], buffer, sizeof buffer);
        if (size <= 0)
            break;
        told.append(buffer, static_cast<std::size_t>(size));
    }
    close(pipes[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFSIGNALED(status))
        told += "(ended by itself)\n";
    return told;
}

} // namespace

int main(int count, char **arguments)
{
    if (count == 4 && std::string(arguments[1]) == "append")
        return appendForever(arguments[2], arguments[3]);
    const int rounds = count > 1 ? std::atoi(arguments[1]) : 60;
    std::mt19937 dice{std::random_device{}()};
    const Folder folder;
    const auto files = systemFiles();
    std::string named;
    std::size_t acknowledged = 0;
    for (int round = 0; round < rounds; ++round)
        named += runAndKill(arguments[0], (folder / "profile").string(), std::to_string(round),
                            static_cast<int>(dice() % 300));
    auto ledger = SealedLedger::open({.folder = folder / "profile", .device = domain::DeviceId("desk-1")}, ledgerKeys(),
                                     {.files = files.get(), .fillRandom = fillNonce, .vfs = {}});
    if (!ledger) {
        std::printf("the profile does not open: error %d\n", static_cast<int>(ledger.error()));
        return EXIT_FAILURE;
    }
    const LedgerState state = ledger->takeState();
    std::string found = "\n";
    for (const StoredDecision &decision : state.decisions)
        found += decision.sealed.id.text() + "\n";
    int lost = 0;
    for (std::size_t at = 0; at < named.size(); at = named.find('\n', at) + 1) {
        ++acknowledged;
        if (found.find("\n" + named.substr(at, named.find('\n', at) + 1 - at)) == std::string::npos) {
            ++lost;
            std::printf("lost: %s\n", named.substr(at, named.find('\n', at) - at).c_str());
        }
    }
    const bool isWhole = !state.isQuarantined && static_cast<std::int64_t>(state.decisions.size()) == state.nextSeq;
    std::printf("killed %d times; %zu decisions acknowledged, %zu there, %d lost\n%d passed, %d failed\n", rounds,
                acknowledged, state.decisions.size(), lost, rounds - lost, lost);
    return lost == 0 && isWhole && acknowledged > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
