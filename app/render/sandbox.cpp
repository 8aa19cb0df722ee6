#include "app/render/sandbox.hpp"

#include "app/render/protocol/frames.hpp"
#include "app/render/protocol/limits.hpp"

#ifdef __linux__

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

namespace countersign::render
{
namespace
{

constexpr int lastDescriptor = STDERR_FILENO;

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit limits{most, most};
    return setrlimit(resource, &limits) == 0;
}

bool raiseLimits()
{
#ifndef __SANITIZE_ADDRESS__ // the sanitizer maps terabytes that it never uses
    if (!limit(RLIMIT_AS, limits::memoryBytesMax))
        return false;
#endif
    return limit(RLIMIT_CPU, limits::processorSecondsMax) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0)
           && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, 0);
}

// What a decoder complains about may hold words of the document: nobody hears it.
bool closeDoors(bool hasMemory)
{
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, STDERR_FILENO) < 0)
        return false;
    static_assert(documentDescriptor == lastDescriptor + 1);
    return close_range(lastDescriptor + (hasMemory ? 2 : 1), ~0U, 0) == 0;
}

struct FilterDeleter {
    void operator()(void *filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

// Memory, time, signals to itself, and the end.
constexpr std::array allowed{
    SCMP_SYS(read),          SCMP_SYS(lseek),
    SCMP_SYS(close),         SCMP_SYS(brk),
    SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(madvise),       SCMP_SYS(futex),
    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),          SCMP_SYS(exit_group),
    SCMP_SYS(getpid),        SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
    SCMP_SYS(time),          SCMP_SYS(getrandom),
    SCMP_SYS(sched_yield),   SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),       SCMP_SYS(restart_syscall),
};
// What libraries try by habit: they are told no and go on without. Everything that is not named here ends the process.
constexpr std::array refused{
    SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(openat2),    SCMP_SYS(creat),      SCMP_SYS(stat),
    SCMP_SYS(fstat),      SCMP_SYS(lstat),      SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(access),
    SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(readlink),   SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
    SCMP_SYS(getdents64), SCMP_SYS(ioctl),      SCMP_SYS(fcntl),      SCMP_SYS(clone),      SCMP_SYS(clone3),
    SCMP_SYS(prlimit64),  SCMP_SYS(uname),
};

bool addRules(void *filter)
{
    bool isWell = true;
    const auto rule = [&](std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> conditions = {}) {
        isWell = isWell
                 && seccomp_rule_add_array(filter, action, call, static_cast<unsigned>(conditions.size()),
                                           conditions.begin())
                        == 0;
    };
    for (const int call : allowed)
        rule(SCMP_ACT_ALLOW, call);
    for (const int call : refused)
        rule(SCMP_ACT_ERRNO(EACCES), call);
    rule(SCMP_ACT_ALLOW, SCMP_SYS(write), {SCMP_A0_32(SCMP_CMP_LE, static_cast<std::uint32_t>(lastDescriptor))});
    // Memory never becomes code.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        rule(SCMP_ACT_ALLOW, call, {SCMP_A2_32(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
    // abort() signals the process itself.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {SCMP_A0_32(SCMP_CMP_EQ, static_cast<std::uint32_t>(getpid()))});
    return isWell;
}

bool raiseFilter()
{
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    return filter && addRules(filter.get()) && seccomp_load(filter.get()) == 0;
}

} // namespace

bool enterSandbox(bool hasMemory)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0
           && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && closeDoors(hasMemory) && raiseLimits() && raiseFilter();
}

} // namespace countersign::render

#else

namespace countersign::render
{

// Not raised yet on this system (record 0014): documents stay closed rather than open without walls.
bool enterSandbox(bool)
{
    return false;
}

} // namespace countersign::render

#endif
