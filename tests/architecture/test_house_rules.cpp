// The rules of the house on the house itself, and on planted violations, so that a blind scanner is noticed.
#include "tests/architecture/functions.hpp"
#include "tests/architecture/house_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

using namespace countersign::architecture;

namespace
{

// The one list of exceptions. It shrinks.
const std::vector<RuleException> exceptions{
    {"plain-label", "ui/widgets/review/safe_text.cpp", "escapes what it shows in a tool tip"},
    {"plain-label", "ui/widgets/shell/brief_label.hpp", "draws its words itself, as they are"},
    {"plain-label", "ui/widgets/shell/brief_label.cpp", "escapes what it shows in a tool tip"},
    {"plain-label", "ui/widgets/shell/patient_banner.cpp", "its label dresses itself; the other holds a picture"},
    {"plain-label", "ui/widgets/shell/sign_in_page.cpp", "holds a picture, never a text"},
    {"plain-label", "ui/widgets/shell/status_line.cpp", "holds a picture, never a text"},
    {"string-signals", "app/console/window/session_watch.cpp", "D-Bus delivers to slots by their names"},
    {"new", "app/console/program/wiping_heap.cpp", "it is the allocator"},
    {"sleep", "tests/ui/tour_stage.cpp", "takes pictures for people, and tests nothing"},
};

std::vector<Finding> findEverything(const std::vector<SourceFile> &files)
{
    std::vector<Finding> all;
    const auto append = [&all](std::vector<Finding> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (const auto &file : files) {
        append(findForbiddenWords(file));
        append(findMisshapenFiles(file));
        append(findMachineTraces(file));
    }
    append(findNeglected(readDrawing(readTree(COUNTERSIGN_SOURCE_DIR, {"core", "ui", "app"})), files));
    return all;
}

std::vector<std::string> rulesBrokenBy(const std::string &path, const std::string &text)
{
    const SourceFile file{path, text};
    std::vector<std::string> names;
    for (const auto &found : {findForbiddenWords(file), findMisshapenFiles(file), findMachineTraces(file)})
        for (const auto &f : found)
            names.push_back(f.rule);
    return names;
}

std::string linesOfCode(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "x();\n";
    return text;
}

struct Planted {
    const char *path;
    std::string text;
    const char *rule; // empty: nothing is wrong
};

void checkPlanted(const std::vector<Planted> &cases)
{
    for (const auto &c : cases) {
        const auto broken = rulesBrokenBy(c.path, c.text);
        const std::vector<std::string> expected =
            *c.rule == '\0' ? std::vector<std::string>{} : std::vector<std::string>{c.rule};
        std::string all;
        for (const auto &name : broken)
            all += name + " ";
        CHECK_MESSAGE(broken == expected, c.path << " with: " << c.text.substr(0, 80) << "\n  found: " << all);
    }
}

} // namespace

TEST_CASE("the house keeps its rules")
{
    const auto files = readTree(COUNTERSIGN_SOURCE_DIR, {""});
    REQUIRE(files.size() > 20);
    const auto verdict = judge(findEverything(files), exceptions);
    CHECK_MESSAGE(verdict.empty(), describe(verdict));
}

TEST_CASE("planted words are found where they are forbidden, and only there")
{
    checkPlanted({
        {"core/sync/a.cpp", "auto t = std::chrono::system_clock::now();", "clock"},
        {"ui/text/a.cpp", "auto t = QDateTime::currentDateTimeUtc();", "clock"},
        {"app/gateway/system_clock.cpp", "auto t = std::chrono::system_clock::now();", ""},
        {"core/sync/a.cpp", "// system_clock::now() is forbidden", ""},
        {"core/sync/a.cpp", "f(\"system_clock::now()\");", ""},
        {"core/sync/a.cpp", "/* a\n b */ auto t = system_clock::now();", "clock"},
        {"core/sync/a.cpp", "auto s = R\"x(system_clock::now() \" )x\"; f();", ""},
        {"ui/widgets/a.cpp", "QMetaObject::invokeMethod(x, f);", "crossing"},
        {"app/console/bridge.cpp", "QMetaObject::invokeMethod(x, f);", ""},
        {"core/engine/a.cpp", "boost::asio::post(f);", "asio"},
        {"app/console/profile.cpp", "asio::post(f);", "asio"},
        {"app/gateway/listener.cpp", "asio::post(f);", ""},
        {"ui/widgets/a.cpp", "QEventLoop loop;", "event-loop"},
        {"app/console/a.cpp", "QCoreApplication::processEvents();", "event-loop"},
        {"ui/widgets/a.cpp", "dialog.exec();", "exec"},
        {"app/console/program/main.cpp", "return app.exec();", ""},
        {"core/store/a.cpp", "sqlite3_exec(db);", ""},
        {"ui/widgets/a.cpp", "connect(a, SIGNAL(b()));", "string-signals"},
        {"core/store/a.cpp", "auto *p = new Statement;", "new"},
        {"core/store/a.cpp", "auto renewed = newest;", ""},
        {"ui/widgets/a.cpp", "auto *p = new QPushButton(this);", ""},
        {"core/store/a.cpp", "friend class Test;", "friend"},
        {"core/base/a.cpp", "friend bool operator==(const A &, const A &) = default;", ""},
        {"core/store/a.cpp", "Store::instance().put();", "singleton"},
        {"ui/widgets/a.cpp", "view->setHtml(text);", "rich-text"},
        {"ui/widgets/a.cpp", "QTextBrowser view;", "rich-text"},
        {"ui/widgets/a.cpp", "label->setTextFormat(Qt::RichText);", "rich-text"},
        {"ui/widgets/a.cpp", "label->setTextFormat(Qt::PlainText);", ""},
        {"ui/widgets/a.cpp", "auto *name = new QLabel(text);", "plain-label"},
        {"ui/widgets/a.cpp", "button->setToolTip(item.title);", "plain-label"},
        {"ui/widgets/a.cpp", "for (QLabel *label : labels)", ""},
        {"ui/style/dress.cpp", "auto *made = new QLabel;", ""},
        {"core/audit/a.cpp", "throw 1;", "exception"},
        {"core/audit/a.cpp", "throw std::bad_alloc();", ""},
        {"core/audit/a.cpp", "#include <new>", ""},
        {"core/audit/a.cpp", "std::cerr << patient;", "printing"},
        {"core/audit/a.cpp", "std::snprintf(a, 1, b);", ""},
        {"tests/sync/test_a.cpp", "std::this_thread::sleep_for(1s);", "sleep"},
        {"core/store/a.cpp", "#ifdef COUNTERSIGN_TESTING", "test-switch"},
        {"core/store/a.cpp", "#ifdef _WIN32", ""},
    });
}

TEST_CASE("planted misshapes are found")
{
    const std::string good = "#pragma once\nnamespace countersign::sync\n{\n}\n";
    checkPlanted({
        {"core/sync/a.hpp", good, ""},
        {"core/sync/a.hpp", good + "int getCount();", "getter"},
        {"core/sync/a.hpp", good + "int n = dialog.getCount();", ""},
        {"core/sync/a.hpp", "namespace countersign::sync\n{\n}\n", "pragma-once"},
        {"core/sync/a.hpp", "#pragma once\nnamespace countersign\n{\n}\n", "namespace"},
        {"core/base/a.hpp", "#pragma once\nnamespace countersign\n{\n}\n", ""},
        {"core/sync/OutBox.cpp", "int x;", "file-name"},
        {"core/store/insertRow.sql", "SELECT 1", "file-name"},
        {"core/sync/a.cpp", linesOfCode(500), ""},
        {"core/sync/a.cpp", linesOfCode(501), "file-length"},
        {"core/sync/a.cpp", "void f()\n{\n" + linesOfCode(68) + "}\n", ""},
        {"core/sync/a.cpp", "void f()\n{\n" + linesOfCode(69) + "}\n", "function-length"},
        {"core/sync/a.cpp",
         "f(); // NO"
         "LINT",
         "lint-reason"},
        {"core/sync/a.cpp",
         "f(); // NO"
         "LINT(misc-no-recursion)",
         "lint-reason"},
        {"core/sync/a.cpp",
         "f(); // NO"
         "LINT(misc-no-recursion): depth is bounded by the limit",
         ""},
        {"dev",
         "cd /ho"
         "me/somebody",
         "machine-trace"},
        {"tests/e2e/package-lock.json",
         "https://registry.np"
         "mjs.org/x",
         "machine-trace"},
    });
}

TEST_CASE("function bodies are measured, other braces are not")
{
    struct Case {
        const char *code;
        std::vector<std::size_t> lines;
    };
    const Case cases[] = {
        {"void f()\n{\n}\n", {2}},
        {"namespace a\n{\nint f() { return 1; }\nint g()\n{\n}\n}", {1, 2}},
        {"class A : public B\n{\npublic:\n    A() : b_{1}, c_(2)\n    {\n    }\n    int n = 0;\n};", {1, 2}},
        {"const std::vector<int> table = {\n1,\n2,\n};", {}},
        {"const Table table{\n{1},\n{2},\n};", {}},
        {"template <class T>\n    requires(sizeof(T) > 1)\nvoid f(T t)\n{\n    if (t) {\n    }\n}", {4}},
        {"struct A {\n    bool operator==(const A &) const\n    {\n        return true;\n    }\n};", {3}},
        {"enum class E { A, B };\n", {}},
        {"auto f = [](int x) {\n    return x;\n};", {3}},
        {"void f()\n{\n    struct L {\n        void g() {}\n    };\n}", {5}},
    };
    for (const auto &c : cases) {
        std::vector<std::size_t> lines;
        for (const auto &function : functionsIn(onlyCode(c.code)))
            lines.push_back(function.lines);
        CHECK_MESSAGE(lines == c.lines, std::string(c.code));
    }
}

TEST_CASE("what is neglected between files is found")
{
    const std::vector<Room> rooms{{"core_a", "core/a", {}, {}}, {"core_b", "core/b", {}, {}}};
    const std::vector<SourceFile> files{
        {"core/a/README.md", "a"},
        {"core/a/append_row.sql", "INSERT"},
        {"core/a/find_row.sql", "SELECT"},
        {"core/a/json.cpp", "#include <boost/json/src.hpp>"},
        {"core/a/old_row.sql", "SELECT"},
        {"core/a/store.cpp", "run(sql::appendRow); run(\"find_row\");"},
        {"core/b/again.cpp", "#include <boost/json.hpp>"},
    };
    const std::vector<Violation> expected{{"core/b/README.md", 0, "readme: every room introduces itself"},
                                          {"core/a/old_row.sql", 0, "unused-sql: nobody runs this statement"},
                                          {"core/b/again.cpp", 0, "boost-json: Boost.JSON lives in one source only"}};
    CHECK(judge(findNeglected(rooms, files), {}) == expected);
}

TEST_CASE("an exception covers its finding, and an unused one is a violation")
{
    const std::vector<Finding> findings{{"new", {"core/a.cpp", 3, "new: …"}}};
    CHECK(judge(findings, {}).size() == 1);
    CHECK(judge(findings, {{"new", "core/a.cpp", "why"}}).empty());
    const auto verdict = judge(findings, {{"new", "core/a.cpp", "why"}, {"clock", "core/a.cpp", "why"}});
    REQUIRE(verdict.size() == 1);
    CHECK(verdict[0].rule == "the exception from clock is no longer needed: thank you, delete it");
}

// A promise without its test is advertising. A test is a source of the tests or a program that they are built into.
TEST_CASE("every guarantee names tests that exist")
{
    const std::filesystem::path root = COUNTERSIGN_SOURCE_DIR;
    std::set<std::string> tests;
    std::string built;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(root / "tests")) {
        const auto kind = entry.path().extension();
        if (kind == ".cpp" || kind == ".mjs" || kind == ".sh")
            tests.insert(entry.path().stem().string());
        if (kind == ".cmake" || entry.path().filename() == "CMakeLists.txt") {
            std::ifstream file(entry.path());
            built += std::string(std::istreambuf_iterator<char>(file), {});
        }
    }
    std::ifstream page(root / "GUARANTEES.md");
    int promises = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.size() < 3 || line[0] != '|' || std::isdigit(static_cast<unsigned char>(line[2])) == 0)
            continue;
        ++promises;
        const std::string named = line.substr(line.rfind('|', line.size() - 2));
        const auto quotes = std::count(named.begin(), named.end(), '`');
        CAPTURE(line);
        CHECK(quotes >= 2);
        std::istringstream words(named);
        std::string name;
        for (std::getline(words, name, '`'); std::getline(words, name, '`'); std::getline(words, name, '`')) {
            CAPTURE(name);
            const bool isBuilt = built.find("(" + name + "\n") != std::string::npos;
            CHECK((isBuilt || tests.contains(name)));
        }
    }
    CHECK(promises > 0);
}
