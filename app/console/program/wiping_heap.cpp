// Memory that is given back is overwritten first: strings, buffers and pictures of a patient do not lie in the heap of
// a locked desk until somebody else needs the room (reliability.md 5.1, I14). Replaces the allocator's free and realloc
// for the whole program, Qt's included, where the C library lets it (glibc); elsewhere secrets alone are wiped. A
// sanitizer has an allocator of its own, which overwrites by itself.
#include <cstdlib>
#include <cstring>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COUNTERSIGN_SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(COUNTERSIGN_SANITIZED) && !defined(__SANITIZE_ADDRESS__)                            \
    && !defined(__SANITIZE_THREAD__)

#include <malloc.h>

extern "C" {

void __libc_free(void *place); // NOLINT(readability-identifier-naming): the C library's own name
void *__libc_realloc(void *place,
                     std::size_t newSize); // NOLINT(readability-identifier-naming): the C library's own name

void free(void *place) noexcept
{
    if (place == nullptr)
        return;
    explicit_bzero(place, malloc_usable_size(place));
    __libc_free(place);
}

// Moves by hand, so that the old place is wiped; keeps the place where it may.
void *realloc(void *place, std::size_t newSize) noexcept
{
    if (place == nullptr || newSize == 0)
        return __libc_realloc(place, newSize);
    const std::size_t size = malloc_usable_size(place);
    if (newSize <= size) {
        explicit_bzero(static_cast<char *>(place) + newSize, size - newSize);
        return __libc_realloc(place, newSize);
    }
    void *moved = std::malloc(newSize);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, place, size);
    free(place);
    return moved;
}

} // extern "C"

#endif
