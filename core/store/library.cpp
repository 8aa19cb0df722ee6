#include "core/store/library.hpp"

#include <sqlite3.h>

#include <charconv>
#include <utility>

namespace countersign::store
{
namespace
{

constexpr std::pair cipherMin{4, 14};
constexpr int sqliteMin = 3051003;

std::pair<int, int> majorAndMinor(std::string_view version)
{
    int major = 0;
    int minor = 0;
    const char *end = version.data() + version.size();
    const auto [dot, failed] = std::from_chars(version.data(), end, major);
    if (failed != std::errc{} || dot == end || *dot != '.')
        return {0, 0};
    std::from_chars(dot + 1, end, minor);
    return {major, minor};
}

} // namespace

bool areAcceptable(const LibraryVersions &versions)
{
    return majorAndMinor(versions.cipher) >= cipherMin && versions.sqlite >= sqliteMin && versions.hasFts5
           && versions.keepsTemporariesInMemory;
}

LibraryVersions linkedVersions(std::string_view cipher)
{
    return {.cipher = std::string(cipher),
            .sqlite = sqlite3_libversion_number(),
            .hasFts5 = sqlite3_compileoption_used("ENABLE_FTS5") != 0,
            .keepsTemporariesInMemory =
                sqlite3_compileoption_used("TEMP_STORE=2") != 0 || sqlite3_compileoption_used("TEMP_STORE=3") != 0};
}

} // namespace countersign::store
