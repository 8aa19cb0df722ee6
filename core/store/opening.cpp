#include "core/store/opening.hpp"

#include "core/base/encoding.hpp"
#include "core/store/library.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace countersign::store
{
namespace
{

// A setting is applied, then asked, and must answer as written here; settings without an answer are applied only.
struct Setting {
    std::string_view apply;
    std::string_view ask;
    std::string_view answer;
};

// Before the first page is read: exclusive locking keeps the log's index in this process, so there is no -shm file and
// no second connection to race with.
constexpr std::array settingsBeforeRead{
    Setting{"PRAGMA cipher_memory_security = ON", "PRAGMA cipher_memory_security", "1"}, // memory is wiped when freed
    Setting{"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive"},
    Setting{"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"},
    Setting{"PRAGMA mmap_size = 0", "PRAGMA locking_mode", "exclusive"},
    Setting{"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    Setting{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
};
constexpr std::array settingsAfterRead{
    Setting{"PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"},
    Setting{"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"},
    Setting{"PRAGMA fullfsync = ON", "PRAGMA fullfsync", "1"}, // macOS: reach the platter; elsewhere nothing
    Setting{"PRAGMA checkpoint_fullfsync = ON", "PRAGMA checkpoint_fullfsync", "1"},
    Setting{"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
    Setting{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    Setting{"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},    // REPLACE asks them too
    Setting{"PRAGMA wal_autocheckpoint = 512", "PRAGMA wal_autocheckpoint", "512"}, // 2 MiB of log
    Setting{"PRAGMA journal_size_limit = 4194304", "PRAGMA journal_size_limit", "4194304"},
};

constexpr std::array limits{
    std::pair{SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
    std::pair{SQLITE_LIMIT_SQL_LENGTH, 64 * 1024},
    std::pair{SQLITE_LIMIT_COLUMN, 64},
    std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
    std::pair{SQLITE_LIMIT_EXPR_DEPTH, 64},
    std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 16},
    std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 8},
    std::pair{SQLITE_LIMIT_WORKER_THREADS, 0},
    std::pair{SQLITE_LIMIT_ATTACHED, 0},
};

constexpr std::array switches{
    std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},        std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    std::pair{SQLITE_DBCONFIG_DQS_DML, 0},          std::pair{SQLITE_DBCONFIG_DQS_DDL, 0},
    std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0},      std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
    std::pair{SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}, // after a failed sync a log must stay as it is
};

Result<Done, StoreError> establish(Connection &connection, std::span<const Setting> settings)
{
    for (const Setting &setting : settings) {
        if (auto applied = Statement(connection, setting.apply).run(); !applied)
            return applied;
        Statement asked(connection, setting.ask);
        const auto answered = asked.step();
        if (!answered)
            return failure(answered.error());
        if (!*answered || asked.text(0) != setting.answer)
            return failure(StoreError::LibraryTooOld);
    }
    return Done{};
}

// x'<key><salt>' in hexadecimal: SQLCipher's form of a raw key.
SecretBytes rawKey(const DatabaseKey &key)
{
    constexpr std::string_view digits = "0123456789abcdef";
    SecretBytes text(3 + 2 * (DatabaseKey::keySize + DatabaseKey::saltSize));
    auto place = text.writable().begin();
    *place++ = 'x';
    *place++ = '\'';
    for (const BytesView part : {key.key.view(), key.salt.view()})
        for (const std::uint8_t byte : part) {
            *place++ = static_cast<std::uint8_t>(digits[byte >> 4]);
            *place++ = static_cast<std::uint8_t>(digits[byte & 15]);
        }
    *place = '\'';
    return text;
}

Result<Done, StoreError> giveKey(Connection &connection, const DatabaseKey &key)
{
    if (key.key.view().size() != DatabaseKey::keySize || key.salt.view().size() != DatabaseKey::saltSize)
        return failure(StoreError::WrongKey);
    const SecretBytes text = rawKey(key);
    const auto size = static_cast<int>(text.view().size());
    if (const int answer = sqlite3_key_v2(connection.handle(), "main", text.view().data(), size); answer != SQLITE_OK)
        return failure(connection.failed(answer));
    return Done{};
}

Result<Done, StoreError> refuseOldLibrary(Connection &connection)
{
    Statement version(connection, "PRAGMA cipher_version");
    const auto answered = version.step();
    if (!answered)
        return failure(answered.error());
    if (!*answered || !areAcceptable(linkedVersions(version.text(0))))
        return failure(StoreError::LibraryTooOld);
    return Done{};
}

struct FileStart {
    std::int64_t size = 0;
    std::array<std::uint8_t, DatabaseKey::saltSize> salt{};
};

// Through SQLite's own handle: opening the file a second time and closing it would drop SQLite's locks (POSIX).
std::optional<FileStart> readStart(Connection &connection)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    FileStart start;
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return std::nullopt;
    start.size = size;
    if (size >= static_cast<sqlite3_int64>(start.salt.size())
        && file->pMethods->xRead(file, start.salt.data(), static_cast<int>(start.salt.size()), 0) != SQLITE_OK)
        return std::nullopt;
    return start;
}

// The first read of an encrypted page. SQLCipher answers NOTADB for a wrong key and for damage alike; the salt, which
// comes from the same data key, tells them apart.
Result<Done, StoreError> proveReadable(Connection &connection, const DatabaseKey &key, OpenMode mode)
{
    const auto start = readStart(connection);
    if (!start)
        return failure(StoreError::Io);
    if (start->size == 0 && mode == OpenMode::MustExist)
        return failure(StoreError::Corrupt);
    const auto read = Statement(connection, "SELECT count(*) FROM sqlite_schema").run();
    if (!read && read.error() == StoreError::Corrupt && !std::ranges::equal(start->salt, key.salt.view()))
        return failure(StoreError::WrongKey);
    return read;
}

// Asked of SQLite, which alone knows where the file lies. To it an empty file that may be written is none, so both
// questions are asked.
bool isFile(const char *system, const char *name)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(system);
    const auto isSo = [&](int question) {
        int answer = 0;
        return vfs != nullptr && vfs->xAccess(vfs, name, question, &answer) == SQLITE_OK && answer != 0;
    };
    return isSo(SQLITE_ACCESS_EXISTS) || isSo(SQLITE_ACCESS_READWRITE);
}

} // namespace

Result<std::unique_ptr<Connection>, StoreError> openConnection(const std::filesystem::path &file, OpenMode mode,
                                                               const std::string &vfs)
{
    const std::u8string path = file.u8string();
    const auto *name = reinterpret_cast<const char *>(path.c_str());
    const char *system = vfs.empty() ? nullptr : vfs.c_str();
    const bool isThere = isFile(system, name);
    if (!isThere && mode == OpenMode::MustExist)
        return failure(StoreError::Absent);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    if (mode == OpenMode::MayCreate)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int answer = sqlite3_open_v2(name, &handle, flags, system);
    auto connection = std::make_unique<Connection>(handle);
    if (answer != SQLITE_OK)
        return failure(connection->failed(answer));
    // SQLite gives the log the file's own permissions; nothing has been written yet.
    std::error_code ignored;
    if (!isThere)
        std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                     ignored);
    return connection;
}

Result<Done, StoreError> makeReady(Connection &connection, const DatabaseKey &key, OpenMode mode)
{
    for (const auto &[limit, value] : limits)
        sqlite3_limit(connection.handle(), limit, value);
    for (const auto &[name, value] : switches)
        sqlite3_db_config(connection.handle(), name, value, nullptr);
    const auto keyed = Statement(connection, "PRAGMA cipher_log_level = NONE").run().and_then([&](Done) {
        return giveKey(connection, key);
    });
    if (!keyed)
        return keyed;
    return refuseOldLibrary(connection)
        .and_then([&](Done) { return establish(connection, settingsBeforeRead); })
        .and_then([&](Done) { return proveReadable(connection, key, mode); })
        .and_then([&](Done) { return establish(connection, settingsAfterRead); });
}

Result<Done, StoreError> exportTo(Connection &connection, const std::filesystem::path &file, const DatabaseKey &key)
{
    const std::u8string path = file.u8string();
    const std::string_view name{reinterpret_cast<const char *>(path.c_str()), path.size()};
    const auto allow = [&](int files) {
        sqlite3_limit(connection.handle(), SQLITE_LIMIT_ATTACHED, files);
        sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, files == 0 ? 1 : 0, nullptr);
    };
    const auto copy = [&]() -> Result<Done, StoreError> {
        Statement version(connection, "PRAGMA user_version");
        const auto asked = version.step();
        if (!asked)
            return failure(asked.error());
        const auto number = std::to_string(version.integer(0));
        return connection.execute("BEGIN; SELECT sqlcipher_export('copy'); PRAGMA copy.user_version = " + number
                                  + "; COMMIT");
    };
    allow(1);
    const SecretBytes text = rawKey(key);
    auto done = Statement(connection, "ATTACH DATABASE ?1 AS copy KEY ?2").bind(name, asText(text.view())).run();
    if (done) {
        done = copy();
        if (!done)
            static_cast<void>(connection.execute("ROLLBACK"));
        const auto detached = connection.execute("DETACH DATABASE copy");
        done = done ? detached : done;
    }
    allow(0);
    return done;
}

} // namespace countersign::store
