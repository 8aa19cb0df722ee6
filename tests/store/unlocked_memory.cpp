// SQLCipher asks the system to lock each piece of memory that it takes, and libsodium gives every secret pages of its
// own, which together cost nine tenths of the time of a loop that opens ten thousand databases. Such a loop links this
// and keeps its invented keys in memory that may be swapped; nor does it give its large blocks back to the system in
// between.
#include <sys/mman.h>

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>

namespace
{

const int isKept = mallopt(M_MMAP_THRESHOLD, 1 << 28) + mallopt(M_TRIM_THRESHOLD, 1 << 30);

} // namespace
#endif

extern "C" int mlock(const void *, size_t) noexcept
{
    return 0;
}

extern "C" int munlock(const void *, size_t) noexcept
{
    return 0;
}

extern "C" void *sodium_malloc(const size_t size)
{
    return std::calloc(1, size == 0 ? 1 : size);
}

extern "C" void sodium_free(void *place)
{
    std::free(place);
}

extern "C" int sodium_mprotect_noaccess(void *)
{
    return 0;
}

extern "C" int sodium_mprotect_readonly(void *)
{
    return 0;
}
