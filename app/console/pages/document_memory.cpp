#include "app/console/pages/document_memory.hpp"

#ifdef __linux__

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

namespace countersign::console
{

std::unique_ptr<DocumentMemory> DocumentMemory::make()
{
    const int descriptor = memfd_create("document", 0);
    return descriptor < 0 ? nullptr : std::make_unique<DocumentMemory>(descriptor);
}

DocumentMemory::DocumentMemory(int descriptor) : descriptor_(descriptor) {}

DocumentMemory::~DocumentMemory()
{
    close(descriptor_);
}

void DocumentMemory::keep()
{
    static_cast<void>(fcntl(descriptor_, F_SETFD, FD_CLOEXEC));
}

bool DocumentMemory::put(BytesView document)
{
    for (std::size_t at = 0; at < document.size();) {
        const ssize_t count = pwrite(descriptor_, document.data() + at, document.size() - at, static_cast<off_t>(at));
        if (count < 0 && errno != EINTR)
            return false;
        at += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return true;
}

} // namespace countersign::console

#else

namespace countersign::console
{

std::unique_ptr<DocumentMemory> DocumentMemory::make()
{
    return nullptr;
}
DocumentMemory::DocumentMemory(int descriptor) : descriptor_(descriptor) {}
DocumentMemory::~DocumentMemory() = default;
void DocumentMemory::keep() {}
bool DocumentMemory::put(BytesView)
{
    return false;
}

} // namespace countersign::console

#endif
