// The SQLCipher in this process, and whether the store accepts it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace countersign::store
{

struct LibraryVersions {
    std::string cipher;   // as PRAGMA cipher_version says it: "4.14.0 community"
    int sqlite = 0;       // as sqlite3_libversion_number says it: 3051003
    bool hasFts5 = false; // search inside the encrypted file
    bool keepsTemporariesInMemory = false;
};

// SQLCipher >= 4.14 (WAL and integrity fixes) on SQLite >= 3.51.3, the first without the WAL-reset bug, that writes no
// plain temporary file.
[[nodiscard]] bool areAcceptable(const LibraryVersions &versions);

// What is linked; the cipher's version is asked of an open connection and given in.
[[nodiscard]] LibraryVersions linkedVersions(std::string_view cipher);

} // namespace countersign::store
