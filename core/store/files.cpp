#include "core/store/files.hpp"

#include <system_error>

namespace countersign::store
{

Syncing File::syncInThread()
{
    try {
        return std::async(std::launch::async, [this] { return sync(); });
    } catch (const std::system_error &) {
        return File::beginSync();
    }
}

} // namespace countersign::store
