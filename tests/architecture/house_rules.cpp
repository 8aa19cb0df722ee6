#include "tests/architecture/house_rules.hpp"

#include "tests/architecture/functions.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace countersign::architecture
{
namespace
{

using Prefixes = std::vector<std::string_view>;

// Words that are forbidden in files below `where`, but not below `except`.
struct WordRule {
    std::string_view name;
    std::vector<std::string_view> words;
    Prefixes where;
    Prefixes except;
    std::string_view why;
    std::string_view permitted = {}; // a word followed by this is meant well
};

const Prefixes house{"core/", "ui/", "app/"};

const std::vector<WordRule> wordRules{
    {"clock",
     {"system_clock::now", "currentDateTime", "currentDateTimeUtc", "currentDate"},
     house,
     {"app/console/system_clock.", "app/gateway/system_clock."},
     "the time is an argument; only the clock adapter asks"},
    {"crossing",
     {"invokeMethod"},
     house,
     {"app/console/bridge", "app/console/qt_wire"},
     "only the bridge crosses threads"},
    {"asio", {"asio::"}, house, {"app/console/bridge", "app/gateway/"}, "only the bridge and the gateway know Asio"},
    {"event-loop", {"QEventLoop", "processEvents"}, house, {}, "no nested event loop"},
    {"exec", {"exec("}, house, {"app/console/program/main.", "app/gateway/main."}, "dialogs open(); only a main runs a loop"},
    {"string-signals", {"SIGNAL(", "SLOT("}, house, {}, "connect to members, which the compiler checks"},
    {"new",
     {"new", "malloc("},
     {"core/", "app/"},
     {"app/console/window/"},
     "make_unique or a value; bare new only for widgets with a parent"},
    {"friend", {"friend class", "friend struct"}, house, {}, "a friend class opens the whole room"},
    {"singleton", {"instance()"}, house, {}, "no singletons: what is needed is passed"},
    {"rich-text",
     {"setHtml", "insertHtml", "appendHtml", "toHtml", "QTextBrowser", "RichText", "AutoText", "MarkdownText",
      "setMarkdown", "fromHtml"},
     {"ui/", "app/"},
     {},
     "the words of an agent never reach a rich-text path"},
    {"plain-label",
     {"new QLabel", "public QLabel", "setToolTip", "QToolTip::showText", "setWhatsThis", "QMessageBox"},
     {"ui/", "app/"},
     {"ui/style/dress."},
     "these guess whether a text is rich; ui/style/dress makes them plain"},
    {"exception", {"throw"}, {"core/", "ui/"}, {}, "errors are values", "throw std::bad_alloc"},
    {"printing",
     {"cout", "cerr", "printf(", "fprintf(", "puts(", "qDebug", "qWarning", "qInfo", "qCritical"},
     {"core/", "ui/"},
     {},
     "only programs speak, and never clinical text"},
    {"sleep",
     {"sleep_for", "sleep_until", "qSleep", "qWait", "msleep", "usleep", "sleep("},
     {"tests/", "core/", "ui/"},
     {},
     "wait for the event, not for time to pass"},
};

bool isWordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool startsWithAny(std::string_view path, const Prefixes &prefixes)
{
    return std::ranges::any_of(prefixes, [&](auto prefix) { return path.starts_with(prefix); });
}

// The place of `word` as a whole word at or after `from`.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from)
{
    for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool beginsClean = at == 0 || !isWordChar(text[at - 1]);
        const bool endsClean = end == text.size() || !isWordChar(word.back()) || !isWordChar(text[end]);
        if (beginsClean && endsClean)
            return at;
    }
    return std::string_view::npos;
}

Finding finding(std::string_view rule, const SourceFile &file, std::size_t line, std::string what)
{
    return {std::string(rule), {file.path, line, std::string(rule) + ": " + std::move(what)}};
}

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string_view stemOf(std::string_view path)
{
    const auto name = fileName(path);
    return name.substr(0, name.find('.'));
}

std::string camelCase(std::string_view snake)
{
    std::string camel;
    for (std::size_t i = 0; i < snake.size(); ++i)
        if (snake[i] == '_' && i + 1 < snake.size())
            camel += static_cast<char>(std::toupper(static_cast<unsigned char>(snake[++i])));
        else
            camel += snake[i];
    return camel;
}

void checkTestSwitches(const SourceFile &file, std::string_view code, std::vector<Finding> &found)
{
    std::size_t number = 0;
    for (const auto line : linesOf(code)) {
        ++number;
        const bool isCondition =
            line.find("#if") != std::string_view::npos || line.find("#elif") != std::string_view::npos;
        if (isCondition && (line.find("TEST") != std::string_view::npos || line.find("FUZZ") != std::string_view::npos))
            found.push_back(finding("test-switch", file, number, "production code does not know that it is tested"));
    }
}

void checkGetters(const SourceFile &file, std::string_view code, std::vector<Finding> &found)
{
    for (auto at = code.find("get"); at != std::string_view::npos; at = code.find("get", at + 1)) {
        const bool isName =
            (at == 0
             || (!isWordChar(code[at - 1]) && std::string_view(".>:").find(code[at - 1]) == std::string_view::npos))
            && at + 3 < code.size() && std::isupper(static_cast<unsigned char>(code[at + 3])) != 0;
        if (isName)
            found.push_back(finding("getter", file, lineAt(code, at), "a thing is named for what it is, without get"));
    }
}

void checkBudgets(const SourceFile &file, std::vector<Finding> &found)
{
    if (const auto lines = linesOf(file.text).size(); lines > fileLinesMax)
        found.push_back(finding("file-length", file, 0, std::to_string(lines) + " lines, and the most is 500"));
    for (const auto &function : functionsIn(onlyCode(file.text)))
        if (function.lines > functionLinesMax)
            found.push_back(finding("function-length", file, function.firstLine,
                                    std::to_string(function.lines) + " lines, and the most is 70"));
}

void checkHeader(const SourceFile &file, std::vector<Finding> &found)
{
    if (!file.path.ends_with(".hpp"))
        return;
    if (file.text.find("#pragma once") == std::string::npos)
        found.push_back(finding("pragma-once", file, 1, "every header says it"));
    if (!startsWithAny(file.path, house))
        return;
    const auto parts = std::string_view(file.path).substr(file.path.find('/') + 1);
    const auto room = std::string(parts.substr(0, parts.find('/')));
    const auto expected = room == "base" ? std::string("namespace countersign") : "namespace countersign::" + room;
    if (findWord(file.text, expected, 0) == std::string::npos)
        found.push_back(finding("namespace", file, 1, "a room's names live in " + expected));
}

void checkLintReasons(const SourceFile &file, std::vector<Finding> &found)
{
    std::size_t number = 0;
    for (const auto line : linesOf(file.text)) {
        ++number;
        const auto at = line.find("NO"
                                  "LINT");
        if (at == std::string_view::npos)
            continue;
        const auto close = line.find("): ", at);
        if (close == std::string_view::npos || line.size() < close + 8)
            found.push_back(finding("lint-reason", file, number, "an exception names its check and gives its reason"));
    }
}

bool isSnakeCase(std::string_view name)
{
    return std::ranges::all_of(
        name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

} // namespace

std::vector<Finding> findForbiddenWords(const SourceFile &file)
{
    std::vector<Finding> found;
    if (!isCpp(file.path))
        return found;
    const auto code = onlyCode(file.text);
    for (const auto &rule : wordRules) {
        if (!startsWithAny(file.path, rule.where) || startsWithAny(file.path, rule.except))
            continue;
        for (const auto word : rule.words)
            for (auto at = findWord(code, word, 0); at != std::string::npos; at = findWord(code, word, at + 1)) {
                if (!rule.permitted.empty() && std::string_view(code).substr(at).starts_with(rule.permitted))
                    continue;
                found.push_back(
                    finding(rule.name, file, lineAt(code, at), std::string(word) + ": " + std::string(rule.why)));
            }
    }
    if (startsWithAny(file.path, house)) {
        checkTestSwitches(file, withoutCommentsAndLiterals(file.text), found);
        if (file.path.ends_with(".hpp"))
            checkGetters(file, code, found);
    }
    return found;
}

std::vector<Finding> findMisshapenFiles(const SourceFile &file)
{
    std::vector<Finding> found;
    if (!isCpp(file.path) && !file.path.ends_with(".sql"))
        return found;
    if (!isSnakeCase(fileName(file.path)))
        found.push_back(finding("file-name", file, 0, "files are named in snake_case"));
    if (!isCpp(file.path))
        return found;
    checkBudgets(file, found);
    checkHeader(file, found);
    checkLintReasons(file, found);
    return found;
}

std::vector<Finding> findMachineTraces(const SourceFile &file)
{
    // Split, so that this file does not accuse itself.
    static const std::array<std::string, 7> traces{"/wo"
                                                   "rk/",
                                                   "/ho"
                                                   "me/",
                                                   "/ro"
                                                   "ot/",
                                                   "/Us"
                                                   "ers/",
                                                   "/tm"
                                                   "p/w",
                                                   "registry.np"
                                                   "mjs",
                                                   "deb.deb"
                                                   "ian.org"};
    std::vector<Finding> found;
    for (const auto &trace : traces)
        if (const auto at = file.text.find(trace); at != std::string::npos)
            found.push_back(finding("machine-trace", file, lineAt(file.text, at), "names one machine or one registry"));
    return found;
}

std::vector<Finding> findNeglected(const std::vector<Room> &rooms, const std::vector<SourceFile> &files)
{
    std::vector<Finding> found;
    const auto exists = [&](const std::string &path) {
        return std::ranges::find(files, path, &SourceFile::path) != files.end();
    };
    for (const auto &room : rooms) // a part of a room is introduced with the room
        if (roomOf(rooms, room.folder) == nullptr && !exists(room.folder + "/README.md"))
            found.push_back(finding("readme", {room.folder + "/README.md", {}}, 0, "every room introduces itself"));
    const auto isNamed = [&](const SourceFile &sql, const std::string &word) {
        return std::ranges::any_of(files, [&](const SourceFile &file) {
            return (isCpp(file.path) || file.path.ends_with("CMakeLists.txt"))
                   && file.path.starts_with(sql.path.substr(0, sql.path.find('/')))
                   && findWord(file.text, word, 0) != std::string::npos;
        });
    };
    bool hasJson = false;
    for (const auto &file : files) {
        const auto stem = std::string(stemOf(file.path));
        if (file.path.ends_with(".sql") && !isNamed(file, stem) && !isNamed(file, camelCase(stem)))
            found.push_back(finding("unused-sql", file, 0, "nobody runs this statement"));
        const bool includesJson = isCpp(file.path) && startsWithAny(file.path, house)
                                  && file.text.find("#include <boost/json") != std::string::npos;
        if (includesJson && (hasJson || file.path.ends_with(".hpp")))
            found.push_back(finding("boost-json", file, 0, "Boost.JSON lives in one source only"));
        hasJson = hasJson || includesJson;
    }
    return found;
}

std::vector<Violation> judge(const std::vector<Finding> &findings, const std::vector<RuleException> &exceptions)
{
    std::vector<Violation> verdict;
    const auto covers = [](const RuleException &exception, const Finding &f) {
        return exception.rule == f.rule && exception.path == f.violation.path;
    };
    for (const auto &f : findings)
        if (std::ranges::none_of(exceptions, [&](const auto &e) { return covers(e, f); }))
            verdict.push_back(f.violation);
    for (const auto &e : exceptions)
        if (std::ranges::none_of(findings, [&](const auto &f) { return covers(e, f); }))
            verdict.push_back(
                {e.path, 0, "the exception from " + e.rule + " is no longer needed: thank you, delete it"});
    return verdict;
}

} // namespace countersign::architecture
