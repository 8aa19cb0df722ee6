// SQLCipher asks the system to lock each piece of memory that it takes, which costs nine tenths of the time of a loop
// that opens ten thousand databases. Such a loop links this and keeps its invented keys in memory that may be swapped.
#include <sys/mman.h>

extern "C" int mlock(const void *, size_t) noexcept
{
    return 0;
}

extern "C" int munlock(const void *, size_t) noexcept
{
    return 0;
}
