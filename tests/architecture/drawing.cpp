#include "tests/architecture/drawing.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace countersign::architecture
{
namespace
{

constexpr std::array roomMakers{"countersign_room(", "countersign_program("};
constexpr std::array otherKeywords{"QT", "SOURCES", "LINK"};

std::string withoutHashComments(std::string_view text)
{
    std::string kept;
    for (const auto line : linesOf(text))
        kept.append(line.substr(0, line.find('#'))).append("\n");
    return kept;
}

void addUnlessThere(std::vector<std::string> &list, const std::string &word)
{
    if (std::ranges::find(list, word) == list.end())
        list.push_back(word);
}

// Reads one call's arguments into the room; the first word is the target's name.
void readArguments(const std::string &arguments, Room &room)
{
    std::istringstream words(arguments);
    std::string word;
    words >> word;
    if (room.name.empty())
        room.name = word;
    std::vector<std::string> *list = nullptr;
    while (words >> word) {
        if (word == "MAY_USE")
            list = &room.mayUse;
        else if (word == "MAY_NAME")
            list = &room.mayName;
        else if (std::ranges::find(otherKeywords, word) != otherKeywords.end())
            list = nullptr;
        else if (list != nullptr)
            addUnlessThere(*list, word);
    }
}

} // namespace

std::vector<Room> readDrawing(const std::vector<SourceFile> &files)
{
    std::vector<Room> rooms;
    for (const auto &file : files) {
        if (!file.path.ends_with("CMakeLists.txt"))
            continue;
        Room room{.name = {}, .folder = std::string(folderOf(file.path)), .mayUse = {}, .mayName = {}};
        const auto text = withoutHashComments(file.text);
        for (const std::string_view maker : roomMakers)
            for (auto at = text.find(maker); at != std::string::npos; at = text.find(maker, at + 1)) {
                const auto begin = at + maker.size();
                readArguments(text.substr(begin, text.find(')', begin) - begin), room);
            }
        if (!room.name.empty())
            rooms.push_back(std::move(room));
    }
    return rooms;
}

const Room *roomOf(const std::vector<Room> &rooms, std::string_view path)
{
    const Room *found = nullptr;
    for (const auto &room : rooms)
        if (path.starts_with(room.folder + "/") && (found == nullptr || room.folder.size() > found->folder.size()))
            found = &room;
    return found;
}

} // namespace countersign::architecture
