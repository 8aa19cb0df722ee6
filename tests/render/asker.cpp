#include "tests/render/asker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace countersign::tests
{
namespace
{

constexpr int patienceMs = 60'000;

bool waitFor(int descriptor, short event)
{
    pollfd one{descriptor, event, 0};
    return poll(&one, 1, patienceMs) == 1;
}

} // namespace

Asker::Asker()
{
    signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> asks{};
    std::array<int, 2> answers{};
    if (pipe2(asks.data(), O_CLOEXEC) != 0 || pipe2(answers.data(), O_CLOEXEC) != 0)
        std::abort();
    process_ = fork();
    if (process_ == 0) {
        dup2(asks[0], STDIN_FILENO);
        dup2(answers[1], STDOUT_FILENO);
        execl(COUNTERSIGN_RENDER, COUNTERSIGN_RENDER, static_cast<char *>(nullptr));
        _exit(127);
    }
    close(asks[0]);
    close(answers[1]);
    to_ = asks[1];
    from_ = answers[0];
    fcntl(to_, F_SETFL, O_NONBLOCK);
}

Asker::~Asker()
{
    if (process_ > 0) {
        kill(process_, SIGKILL);
        (void)end();
    }
}

void Asker::say(BytesView bytes)
{
    while (!bytes.empty() && waitFor(to_, POLLOUT)) {
        const ssize_t count = write(to_, bytes.data(), bytes.size());
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return;
        if (count > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

bool Asker::readAll(std::span<std::uint8_t> into)
{
    while (!into.empty()) {
        if (!waitFor(from_, POLLIN))
            return false;
        const ssize_t count = read(from_, into.data(), into.size());
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        if (count > 0)
            into = into.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<render::Answer> Asker::ask(const render::Ask &ask, BytesView content)
{
    say(render::encode(ask));
    say(content);
    std::array<std::uint8_t, render::answerBytes> header{};
    if (!readAll(header))
        return std::nullopt;
    const auto answer = render::decodeAnswer(header);
    if (!answer)
        return std::nullopt;
    content_.resize(answer->length);
    return readAll(content_) ? std::optional{*answer} : std::nullopt;
}

std::optional<render::Answer> Asker::open(render::Media media, BytesView document)
{
    return ask({.kind = render::Ask::Kind::Open, .media = media, .length = document.size()}, document);
}

int Asker::end()
{
    close(to_);
    close(from_);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace countersign::tests
