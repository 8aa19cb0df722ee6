// What a process can no longer do once it is inside. Each act is done by a child of its own, from within.
#include "app/render/sandbox.hpp"

#include <doctest/doctest.h>

#ifdef __linux__

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace
{

constexpr int refusedToo = 40; // the act was refused with EACCES
constexpr int noSandbox = 41;
constexpr int succeeded = 42;

// How the child that did it ended: an exit code, or a negative signal.
int within(const std::function<bool()> &act)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!countersign::render::enterSandbox())
            _exit(noSandbox);
        errno = 0;
        const bool isDone = act();
        _exit(isDone ? succeeded : errno == EACCES ? refusedToo : errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

TEST_CASE("inside, no file can be opened, looked at or made")
{
    CHECK(within([] { return open("/etc/hostname", O_RDONLY) >= 0; }) == refusedToo);
    CHECK(within([] { return open("/dev/null", O_WRONLY) >= 0; }) == refusedToo);
    CHECK(within([] { return open("made-from-inside", O_CREAT | O_WRONLY, 0600) >= 0; }) == refusedToo);
    CHECK(within([] { return syscall(SYS_openat2, AT_FDCWD, "/etc/hostname", nullptr, 0) >= 0; }) == refusedToo);
    CHECK(within([] { return access("/", F_OK) == 0; }) == refusedToo);
    CHECK(within([] { return syscall(SYS_memfd_create, "x", 0) >= 0; }) == -SIGSYS);
    CHECK(within([] { return unlink("anything") == 0; }) == -SIGSYS);
}

TEST_CASE("inside, no socket can be made and no other process be reached")
{
    CHECK(within([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }) == -SIGSYS);
    CHECK(within([] { return socket(AF_INET6, SOCK_DGRAM, 0) >= 0; }) == -SIGSYS);
    CHECK(within([] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }) == -SIGSYS);
    CHECK(within([] { return kill(1, 0) == 0; }) == -SIGSYS);
    CHECK(within([] { return syscall(SYS_ptrace, 0, 0, 0, 0) == 0; }) == -SIGSYS);
    CHECK(within([] { return syscall(SYS_io_uring_setup, 1, nullptr) >= 0; }) == -SIGSYS);
}

TEST_CASE("inside, nothing is started and no memory becomes code")
{
    CHECK(within([] { return fork() >= 0; }) == refusedToo);
    CHECK(within([] { return execl("/bin/true", "true", nullptr) == 0; }) == -SIGSYS);
    CHECK(within([] {
              return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
          })
          == -SIGSYS);
    CHECK(within([] {
              void *const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return mprotect(page, 4096, PROT_EXEC) == 0;
          })
          == -SIGSYS);
}

TEST_CASE("inside, memory has an end")
{
#ifndef __SANITIZE_ADDRESS__
    CHECK(within([] {
              return mmap(nullptr, std::size_t{4} << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                     != MAP_FAILED;
          })
          == ENOMEM);
#endif
}

TEST_CASE("inside, what was given can be read and answered")
{
    int answer[2] = {};
    REQUIRE(pipe(answer) == 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(answer[1], STDOUT_FILENO);
        const bool isWell = countersign::render::enterSandbox() && write(STDOUT_FILENO, "well", 4) == 4;
        _exit(isWell ? 0 : 1);
    }
    close(answer[1]);
    char heard[8] = {};
    CHECK(read(answer[0], heard, sizeof heard) == 4);
    CHECK(std::string_view(heard, 4) == "well");
    close(answer[0]);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
}

TEST_CASE("descriptors that were open outside are closed inside")
{
    const int kept = open("/dev/null", O_WRONLY);
    REQUIRE(kept > STDERR_FILENO);
    CHECK(within([kept] { return write(kept, "x", 1) == 1; }) == -SIGSYS);
    close(kept);
}

#else

TEST_CASE("where there are no walls yet, nothing is opened")
{
    CHECK_FALSE(countersign::render::enterSandbox());
}

#endif
