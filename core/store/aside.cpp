#include "core/store/aside.hpp"

#include <string>

namespace countersign::store
{

// The log goes first: a database without its log is merely behind, but a log must never meet another database.
Result<Done, StoreError> moveAside(Files &files, const std::filesystem::path &file)
{
    const auto numbered = [&](int number, const char *ending) {
        std::filesystem::path aside = file;
        return aside += ".aside-" + std::to_string(number) + ending;
    };
    int number = 1;
    while (files.exists(numbered(number, "")) || files.exists(numbered(number, "-wal")))
        ++number;
    for (const char *ending : {"-wal", ""}) {
        std::filesystem::path from = file;
        from += ending;
        if (!files.exists(from))
            continue;
        const auto moved = files.rename(from, numbered(number, ending)).and_then([&](Done) {
            return files.makeReadOnly(numbered(number, ending));
        });
        if (!moved)
            return moved;
    }
    return files.syncFolder(file.parent_path());
}

} // namespace countersign::store
