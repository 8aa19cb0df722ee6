// What cannot be read is kept: renamed, never deleted or written over (reliability.md 3, G17).
#pragma once

#include "core/store/files.hpp"

namespace countersign::store
{

// Renames the file, and the log that SQLite keeps beside it, to the first free name, and makes them read-only.
// Done, too, where there is no such file.
[[nodiscard]] Result<Done, StoreError> moveAside(Files &files, const std::filesystem::path &file);

} // namespace countersign::store
