#include "tests/architecture/arrows.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace countersign::architecture
{
namespace
{

constexpr std::string_view everybodysRoom = "core/base";
constexpr std::array ownTops{"core/", "ui/", "app/", "tests/"};

// C++20, and what of C the C++ standard keeps as headers without a suffix.
constexpr std::string_view standardHeaders =
    " algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono "
    "cinttypes climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp "
    "csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception "
    "execution filesystem format forward_list fstream functional future initializer_list iomanip ios iosfwd "
    "iostream istream iterator latch limits list locale map memory memory_resource mutex new numbers numeric "
    "optional ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex "
    "source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream "
    "system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray "
    "variant vector version ";

struct Include {
    std::size_t line = 0;
    std::string header;
    bool isOwn = false; // named in quotes
};

std::vector<Include> includesOf(std::string_view text)
{
    std::vector<Include> found;
    std::size_t number = 0;
    for (auto line : linesOf(text)) {
        ++number;
        const auto skipBlanks = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
        skipBlanks();
        if (!line.starts_with('#'))
            continue;
        line.remove_prefix(1);
        skipBlanks();
        if (!line.starts_with("include"))
            continue;
        const auto open = line.find_first_of("<\"");
        const auto close = line.find_first_of(">\"", open + 1);
        if (open != std::string_view::npos && close != std::string_view::npos)
            found.push_back({number, std::string(line.substr(open + 1, close - open - 1)), line[open] == '"'});
    }
    return found;
}

bool isOwnPath(std::string_view header)
{
    return std::ranges::any_of(ownTops, [&](std::string_view top) { return header.starts_with(top); });
}

bool isStandard(std::string_view header)
{
    return standardHeaders.find(" " + std::string(header) + " ") != std::string_view::npos;
}

bool isNamedByAny(std::string_view header, const std::vector<std::string> &permitted)
{
    return std::ranges::any_of(permitted, [&](const auto &name) { return header.starts_with(name); });
}

const Room *roomNamed(const std::vector<Room> &rooms, std::string_view name)
{
    const auto found = std::ranges::find(rooms, name, &Room::name);
    return found == rooms.end() ? nullptr : &*found;
}

// The folder that a drawn arrow leads to; the target's name when no room has it.
std::string folderOfTarget(const std::vector<Room> &rooms, const std::string &target)
{
    const auto *room = roomNamed(rooms, target);
    return room == nullptr ? target : room->folder;
}

// A room may be divided; each part keeps the law of the whole.
bool isWithin(std::string_view folder, std::string_view room)
{
    return folder == room || (folder.starts_with(room) && folder[room.size()] == '/');
}

bool mayEnter(const std::vector<Room> &rooms, const Room &from, const std::string &folder)
{
    return folder == from.folder || folder == everybodysRoom
           || std::ranges::any_of(from.mayUse, [&](const auto &t) { return folderOfTarget(rooms, t) == folder; });
}

std::string judge(const std::vector<Room> &rooms, const Room &room, const Include &include)
{
    if (include.isOwn && include.header.ends_with(".moc"))
        return {};
    if (include.isOwn != isOwnPath(include.header))
        return include.isOwn ? "own headers are named by their path from the root: " + include.header
                             : "own headers are named in quotes: " + include.header;
    if (!include.isOwn)
        return isStandard(include.header) || isNamedByAny(include.header, room.mayName)
                   ? std::string{}
                   : room.name + " may not name <" + include.header + ">";
    const auto *target = roomOf(rooms, include.header);
    if (target == nullptr)
        return "nobody lives at " + include.header;
    return mayEnter(rooms, room, target->folder) ? std::string{} : room.name + " may not use " + target->name;
}

// What the files of one room were seen to need.
struct Needs {
    std::set<std::string> folders;
    std::set<std::string> foreign;
};

Needs needsOf(const std::vector<Room> &rooms, const Room &room, const std::vector<SourceFile> &files)
{
    Needs needs;
    for (const auto &file : files) {
        if (!isCpp(file.path) || roomOf(rooms, file.path) != &room)
            continue;
        for (const auto &include : includesOf(file.text)) {
            if (!include.isOwn)
                needs.foreign.insert(include.header);
            else if (const auto *target = roomOf(rooms, include.header))
                needs.folders.insert(target->folder);
        }
    }
    return needs;
}

} // namespace

std::vector<Violation> findForbiddenIncludes(const std::vector<Room> &rooms, const std::vector<SourceFile> &files)
{
    std::vector<Violation> found;
    for (const auto &file : files) {
        if (!isCpp(file.path))
            continue;
        const auto *room = roomOf(rooms, file.path);
        if (room == nullptr) {
            found.push_back({file.path, 0, "lives in no room: no CMakeLists.txt draws one here"});
            continue;
        }
        for (const auto &include : includesOf(file.text))
            if (auto verdict = judge(rooms, *room, include); !verdict.empty())
                found.push_back({file.path, include.line, std::move(verdict)});
    }
    return found;
}

std::vector<Violation> findUnusedArrows(const std::vector<Room> &rooms, const std::vector<SourceFile> &files)
{
    std::vector<Violation> found;
    for (const auto &room : rooms) {
        const auto needs = needsOf(rooms, room, files);
        const auto drawing = room.folder + "/CMakeLists.txt";
        for (const auto &target : room.mayUse) {
            const auto folder = folderOfTarget(rooms, target);
            if (folder != everybodysRoom && folder != room.folder && !needs.folders.contains(folder))
                found.push_back({drawing, 0, "nobody uses the arrow to " + target + ": please delete it"});
        }
        for (const auto &name : room.mayName)
            if (std::ranges::none_of(needs.foreign, [&](const auto &header) { return header.starts_with(name); }))
                found.push_back({drawing, 0, "nobody names " + name + ": please delete it"});
    }
    return found;
}

std::vector<Violation> findUnlawfulArrows(const std::vector<Room> &rooms, const std::vector<LawOfRoom> &law)
{
    std::vector<Violation> found;
    for (const auto &room : rooms) {
        const auto drawing = room.folder + "/CMakeLists.txt";
        const auto row = std::ranges::find_if(law, [&](const auto &r) { return isWithin(room.folder, r.folder); });
        if (row == law.end()) {
            found.push_back({drawing, 0, "the law knows no room " + room.folder});
            continue;
        }
        for (const auto &target : room.mayUse) {
            const auto folder = folderOfTarget(rooms, target);
            if (folder != everybodysRoom && !isWithin(folder, row->folder)
                && std::ranges::find(row->mayUse, folder) == row->mayUse.end())
                found.push_back({drawing, 0, "the law forbids the arrow to " + target});
        }
        for (const auto &name : room.mayName)
            if (std::ranges::none_of(row->mayName, [&](const auto &prefix) { return name.starts_with(prefix); }))
                found.push_back({drawing, 0, "the law forbids to name " + name});
    }
    return found;
}

} // namespace countersign::architecture
