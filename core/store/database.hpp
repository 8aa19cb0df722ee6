// An encrypted SQLite file (SQLCipher) as the store uses it: one connection, held exclusively, every commit synced.
// Blocking and plain; one thread at a time. The recipe and its reasons: README.md of this room.
#pragma once

#include "core/base/result.hpp"
#include "core/base/secret.hpp"
#include "core/store/statement.hpp"
#include "core/store/store_error.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace countersign::store
{

// A raw key: no password is stretched here. Both are derived from the profile's data key, so that the salt in the
// file's first bytes tells a file of another key from a damaged one.
struct DatabaseKey {
    static constexpr std::size_t keySize = 32;
    static constexpr std::size_t saltSize = 16;

    SecretBytes key;
    SecretBytes salt;
};

enum class OpenMode {
    MustExist, // Absent where there is no file, Corrupt where it is empty
    MayCreate
};

class Database
{
public:
    // `vfs` names an SQLite VFS other than the system's; only tests have one.
    [[nodiscard]] static Result<Database, StoreError> open(const std::filesystem::path &file, const DatabaseKey &key,
                                                           OpenMode mode, const std::string &vfs = {});
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    // One use of a statement; it is prepared at its first use and kept. `sql` must live as long as the Database, as the
    // constants made of .sql files do. A statement that cannot be prepared says so when it is run.
    [[nodiscard]] Statement query(std::string_view sql);
    // A script of several statements, run once.
    [[nodiscard]] Result<Done, StoreError> execute(std::string_view script);

    // True after a failed read, write or sync, or damage: every further call answers Distrusted until it is reopened.
    [[nodiscard]] bool isDistrusted() const;

    // Moves the write-ahead log into the file and empties it; for idle moments.
    [[nodiscard]] Result<Done, StoreError> checkpoint();
    // Checkpoints and closes. Without it the log stays beside the file, and the next open reads it.
    [[nodiscard]] Result<Done, StoreError> close();
    // integrity_check and every page's MAC: Corrupt when either finds something. Reads the whole file.
    [[nodiscard]] Result<Done, StoreError> checkIntegrity();

    // A copy of everything under another key, in a file that is there and empty; synced, in the older form of journal.
    [[nodiscard]] Result<Done, StoreError> exportTo(const std::filesystem::path &file, const DatabaseKey &key);

    [[nodiscard]] std::int64_t changedRows() const; // by the last statement that ran
    // What ~Transaction does; nothing happens where none is open.
    void rollBack();

private:
    explicit Database(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> connection_;
};

// BEGIN IMMEDIATE … COMMIT. What is not committed when this object dies is rolled back.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction, StoreError> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    // Returns when the commit is synced to the disk.
    [[nodiscard]] Result<Done, StoreError> commit();

private:
    explicit Transaction(Database &database) : database_(&database) {}

    Database *database_;
};

} // namespace countersign::store
