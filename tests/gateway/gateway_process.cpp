#include "tests/gateway/gateway_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // the standard gives no other way to hand it on

namespace countersign::gateway_test
{
namespace
{

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        reads = ends[0];
        writes = ends[1];
    }
    int reads = -1, writes = -1;
};

std::string readAll(int file)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t size = 0; (size = ::read(file, piece.data(), piece.size())) > 0;)
        text.append(piece.data(), static_cast<std::size_t>(size));
    ::close(file);
    return text;
}

int spawn(const std::vector<std::string> &words, int input, int output, int errors)
{
    std::vector<std::string> owned{COUNTERSIGN_GATEWAY};
    owned.insert(owned.end(), words.begin(), words.end());
    std::vector<char *> arguments;
    for (std::string &word : owned)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (errors >= 0)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    int process = -1;
    const int failed = posix_spawn(&process, owned[0].c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : -1;
}

int waitFor(int process)
{
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::filesystem::path temporaryFolder()
{
    std::string pattern = std::filesystem::temp_directory_path() / "countersign-gateway-XXXXXX";
    return ::mkdtemp(pattern.data());
}

} // namespace

Finished runGateway(const std::vector<std::string> &words, const std::string &input)
{
    const Pipe in, out, errors;
    const int process = spawn(words, in.reads, out.writes, errors.writes);
    for (const int end : {in.reads, out.writes, errors.writes})
        ::close(end);
    if (::write(in.writes, input.data(), input.size()) < 0)
        return {};
    ::close(in.writes);
    Finished finished;
    finished.out = readAll(out.reads);
    finished.err = readAll(errors.reads);
    finished.exitCode = waitFor(process);
    return finished;
}

TestGateway::TestGateway() : folder_(temporaryFolder())
{
    if (runGateway({"init", "--data", data(), "--organisation", "Test clinic"}).exitCode != 0)
        throw std::runtime_error("init failed");
}

TestGateway::~TestGateway()
{
    if (process_ > 0)
        kill();
    std::error_code ignored; // a folder that stays does no harm
    std::filesystem::remove_all(folder_, ignored);
}

std::string TestGateway::addAgent(const std::string &id, const std::string &workflows)
{
    const Finished added = runGateway({"agent", "add", id, "--data", data(), "--workflow", workflows});
    return added.exitCode == 0 ? added.out.substr(0, added.out.find('\n')) : std::string();
}

void TestGateway::addUser(const std::string &id, const std::string &role)
{
    const Finished added =
        runGateway({"user", "add", id, "--data", data(), "--name", "Dr " + id, "--role", role, "--password-stdin"},
                   password + "\n");
    if (added.exitCode != 0)
        throw std::runtime_error("user add failed");
}

bool TestGateway::serve(bool isPlain)
{
    const Pipe in, out;
    std::vector<std::string> words{"serve", "--data", data(), "--listen", "127.0.0.1:0"};
    if (isPlain)
        words.emplace_back("--plain");
    process_ = spawn(words, in.reads, out.writes, -1);
    for (const int end : {in.reads, in.writes, out.writes})
        ::close(end);
    output_ = out.reads;
    std::string line;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';)
        line += c;
    const std::string greeting = std::string("listening on ") + (isPlain ? "http" : "https") + "://127.0.0.1:";
    if (!line.starts_with(greeting))
        return false;
    endpoint_.port = static_cast<std::uint16_t>(std::stoi(line.substr(greeting.size())));
    endpoint_.caFile = isPlain ? std::string() : data() + "/ca.pem";
    return true;
}

int TestGateway::stop()
{
    ::kill(process_, SIGTERM);
    ::close(output_);
    return waitFor(std::exchange(process_, -1));
}

void TestGateway::kill()
{
    ::kill(process_, SIGKILL);
    ::close(output_);
    waitFor(std::exchange(process_, -1));
}

bool TestGateway::isAlive() const
{
    return process_ > 0 && ::waitpid(process_, nullptr, WNOHANG) == 0;
}

} // namespace countersign::gateway_test
