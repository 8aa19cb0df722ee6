// How a Connection comes to be: the file, the key, the gates, the settings. Only database.cpp uses it.
#pragma once

#include "core/store/connection.hpp"
#include "core/store/database.hpp"

#include <memory>

namespace countersign::store
{

[[nodiscard]] Result<std::unique_ptr<Connection>, StoreError> openConnection(const std::filesystem::path &file,
                                                                             OpenMode mode, const std::string &vfs);

// Keys the connection, refuses a library that is too old, proves that the file can be read, and applies every setting
// of the recipe, each of which must answer as asked.
[[nodiscard]] Result<Done, StoreError> makeReady(Connection &connection, const DatabaseKey &key, OpenMode mode);

// SQLCipher's own copying, for which this connection attaches one other file and may write a schema; afterwards it is
// as strict as before.
[[nodiscard]] Result<Done, StoreError> exportTo(Connection &connection, const std::filesystem::path &file,
                                                const DatabaseKey &key);

} // namespace countersign::store
