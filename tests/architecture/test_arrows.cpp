// The drawing against the includes, and the drawing against the law. The law's text: core/decisions and the table
// below.
#include "tests/architecture/arrows.hpp"

#include <doctest/doctest.h>

using namespace countersign::architecture;

namespace
{

const std::vector<std::string> qt{"Q"};
// What the operating system is asked for directly: durable files, locked memory, the clock that runs through sleep.
std::vector<std::string> withSystem(std::vector<std::string> names)
{
    for (const char *header : {"sys/", "fcntl.h", "io.h", "time.h", "unistd.h", "windows.h"})
        names.emplace_back(header);
    return names;
}

// The law changes only with a decision record (core/decisions).
const std::vector<LawOfRoom> law{
    {"core/base", {}, {"tl/expected.hpp", "sodium.h"}},
    {"core/domain", {}, {}},
    {"core/policy", {"core/domain"}, {}},
    {"core/checks", {"core/domain", "core/fhir", "core/protocol"}, {}},
    {"core/crypto", {}, {"sodium.h"}},
    {"core/rulebook", {"core/domain", "core/policy", "core/checks", "core/protocol", "core/crypto"}, {}},
    {"core/protocol", {"core/domain"}, {"boost/json"}},
    {"core/access", {"core/domain"}, {}},
    {"core/fhir", {"core/domain", "core/protocol"}, {}},
    {"core/sync", {"core/domain", "core/protocol"}, {}},
    {"core/audit", {"core/domain", "core/protocol", "core/crypto"}, {}},
    {"core/authority",
     {"core/domain", "core/policy", "core/rulebook", "core/protocol", "core/crypto", "core/audit"},
     {}},
    {"core/insight", {"core/domain"}, {}},
    {"core/ports", {"core/domain", "core/audit"}, {}},
    {"core/desk", {"core/domain"}, {}},
    {"core/store", {"core/domain", "core/audit", "core/crypto"}, withSystem({"sqlite3.h"})},
    {"core/engine",
     {"core/domain", "core/policy", "core/rulebook", "core/checks", "core/crypto", "core/protocol", "core/access",
      "core/sync", "core/audit", "core/ports", "core/desk", "core/insight"},
     {}},
    {"ui/text", {"core/domain", "core/desk"}, qt},
    {"ui/presenters", {"ui/text", "core/domain", "core/desk"}, qt},
    {"ui/models", {"ui/presenters", "ui/text"}, qt},
    {"ui/style", {}, qt},
    {"ui/widgets", {"ui/models", "ui/presenters", "ui/text", "ui/style"}, qt},
    {"app/console",
     {"ui/text", "ui/presenters", "ui/models", "ui/style", "ui/widgets", "core/engine", "core/store", "core/desk",
      "core/ports", "core/domain", "core/protocol", "core/crypto", "app/render/protocol"},
     withSystem({"Q", "boost/asio", "dlfcn.h", "hunspell/hunspell.hxx", "malloc.h", "p11-kit", "qt6keychain"})},
    {"app/gateway",
     {"core/authority", "core/policy", "core/rulebook", "core/protocol", "core/crypto", "core/audit", "core/fhir",
      "core/ports", "core/store", "core/domain", "core/insight"},
     withSystem({"boost/asio", "boost/beast", "openssl", "zip.h", "libpq-fe.h"})},
    {"app/verify", {"core/domain", "core/protocol", "core/crypto", "core/audit"}, {"zip.h"}},
    {"app/check", {"core/domain", "core/protocol", "core/rulebook", "core/policy", "core/crypto"}, {}},
    {"app/render", {}, withSystem({"Q", "seccomp.h", "tiffio.h"})},
};

std::vector<SourceFile> houseFiles()
{
    return readTree(COUNTERSIGN_SOURCE_DIR, {"core", "ui", "app"});
}

// A small house for the scanner's own test: b may use a and name sodium.h.
const std::vector<SourceFile> plantedHouse{
    {"core/base/CMakeLists.txt", "countersign_room(core_base)"},
    {"core/a/CMakeLists.txt", "countersign_room(core_a SOURCES a.cpp)"},
    {"core/b/CMakeLists.txt", "# MAY_USE core_c\ncountersign_room(core_b\n  MAY_USE core_a core_base\n"
                              "  MAY_NAME sodium.h Q\n  LINK sodium)"},
    {"core/c/CMakeLists.txt", "countersign_room(core_c MAY_USE core_a)"},
    {"app/p/CMakeLists.txt", "countersign_room(app_p MAY_USE core_a)\ncountersign_program(p MAY_USE app_p core_b)"},
};

std::vector<Violation> findIn(const std::string &path, const std::string &text)
{
    return findForbiddenIncludes(readDrawing(plantedHouse), {{path, text}});
}

} // namespace

TEST_CASE("every include of the house is on the drawing")
{
    const auto files = houseFiles();
    const auto rooms = readDrawing(files);
    REQUIRE(rooms.size() >= 16);
    const auto found = findForbiddenIncludes(rooms, files);
    CHECK_MESSAGE(found.empty(), describe(found));
}

TEST_CASE("the drawing holds no arrow that nobody uses")
{
    const auto files = houseFiles();
    const auto found = findUnusedArrows(readDrawing(files), files);
    CHECK_MESSAGE(found.empty(), describe(found));
}

TEST_CASE("the drawing keeps the law")
{
    const auto found = findUnlawfulArrows(readDrawing(houseFiles()), law);
    CHECK_MESSAGE(found.empty(), describe(found));
}

TEST_CASE("the drawing is read as CMake reads it")
{
    const auto rooms = readDrawing(plantedHouse);
    REQUIRE(rooms.size() == 5);
    const auto &b = rooms[2];
    CHECK(b.name == "core_b");
    CHECK(b.folder == "core/b");
    CHECK(b.mayUse == std::vector<std::string>{"core_a", "core_base"});
    CHECK(b.mayName == std::vector<std::string>{"sodium.h", "Q"});
    CHECK(rooms[4].mayUse == std::vector<std::string>{"core_a", "app_p", "core_b"});
}

TEST_CASE("a planted include is judged")
{
    struct Case {
        const char *path;
        const char *line;
        bool isAllowed;
    };
    const Case cases[] = {
        {"core/b/x.cpp", "#include <vector>", true},
        {"core/b/x.cpp", "#include \"core/b/y.hpp\"", true},
        {"core/b/x.cpp", "#include \"core/a/y.hpp\"", true},
        {"core/b/x.cpp", "#include \"core/base/result.hpp\"", true},
        {"core/b/x.cpp", "#include <sodium.h>", true},
        {"core/b/x.cpp", "#include <QString>", true},
        {"core/b/x.cpp", "#include <QtCore/qstring.h>", true},
        {"core/b/x.cpp", "#include \"x.moc\"", true},
        {"core/b/deep/x.cpp", "#include \"core/a/y.hpp\"", true},
        {"app/p/main.cpp", "#include \"core/b/y.hpp\"", true},
        {"core/b/x.txt", "#include <sqlite3.h>", true},
        {"core/b/x.cpp", "#include \"core/c/y.hpp\"", false},
        {"core/c/x.cpp", "  #  include \"core/b/y.hpp\"", false},
        {"core/a/x.cpp", "#include <sodium.h>", false},
        {"core/a/x.cpp", "#include <QString>", false},
        {"core/b/x.cpp", "#include <sqlite3.h>", false},
        {"core/b/x.cpp", "#include <stdio.h>", false},
        {"core/b/x.cpp", "#include \"../a/y.hpp\"", false},
        {"core/b/x.cpp", "#include \"y.hpp\"", false},
        {"core/b/x.cpp", "#include <core/a/y.hpp>", false},
        {"core/b/x.cpp", "#include \"tests/support/fake_clock.hpp\"", false},
        {"core/nowhere/x.cpp", "#include <vector>", false},
    };
    for (const auto &c : cases) {
        const auto found = findIn(c.path, c.line);
        CHECK_MESSAGE(found.empty() == c.isAllowed, (c.path + std::string(": ") + c.line + describe(found)));
    }
}

TEST_CASE("an arrow that nobody uses is named")
{
    const std::vector<SourceFile> files{{"core/b/x.cpp", "#include <QString>\n#include \"core/base/y.hpp\""}};
    const std::vector<Violation> expected{
        {"core/b/CMakeLists.txt", 0, "nobody uses the arrow to core_a: please delete it"},
        {"core/b/CMakeLists.txt", 0, "nobody names sodium.h: please delete it"},
        {"core/c/CMakeLists.txt", 0, "nobody uses the arrow to core_a: please delete it"},
        {"app/p/CMakeLists.txt", 0, "nobody uses the arrow to core_a: please delete it"},
        {"app/p/CMakeLists.txt", 0, "nobody uses the arrow to core_b: please delete it"}};
    CHECK(findUnusedArrows(readDrawing(plantedHouse), files) == expected);
}

TEST_CASE("a drawing beyond the law is named")
{
    const std::vector<LawOfRoom> small{
        {"core/base", {}, {}}, {"core/a", {}, {}}, {"core/b", {"core/a"}, {"Q"}}, {"core/c", {}, {}}};
    const std::vector<Violation> expected{{"core/b/CMakeLists.txt", 0, "the law forbids to name sodium.h"},
                                          {"core/c/CMakeLists.txt", 0, "the law forbids the arrow to core_a"},
                                          {"app/p/CMakeLists.txt", 0, "the law knows no room app/p"}};
    CHECK(findUnlawfulArrows(readDrawing(plantedHouse), small) == expected);
}

TEST_CASE("a part of a room keeps the room's law, and may use the room")
{
    const std::vector<SourceFile> divided{
        {"app/p/CMakeLists.txt", "countersign_room(app_p MAY_USE app_p_part)"},
        {"app/p/part/CMakeLists.txt", "countersign_room(app_p_part MAY_USE core_a)"},
        {"core/a/CMakeLists.txt", "countersign_room(core_a)"},
    };
    const auto rooms = readDrawing(divided);
    CHECK(findUnlawfulArrows(rooms, {{"core/a", {}, {}}, {"app/p", {"core/a"}, {}}}).empty());
    CHECK(findUnlawfulArrows(rooms, {{"core/a", {}, {}}, {"app/p", {}, {}}}).size() == 1);
}
