#include "tests/transcripts/story.hpp"

#include "core/base/encoding.hpp"
#include "core/base/result.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace countersign::transcripts
{
namespace
{

using protocol::Json;

// The name in "<name>"; empty where the value is no name.
std::string nameIn(const Json &value)
{
    const auto *text = value.asString();
    if (!text || text->size() < 3 || text->front() != '<' || text->back() != '>')
        return {};
    return text->substr(1, text->size() - 2);
}

std::optional<Line::Kind> kindOf(const std::string &mark)
{
    if (mark == ">")
        return Line::Kind::Act;
    if (mark == "C")
        return Line::Kind::Console;
    if (mark == "G")
        return Line::Kind::Gateway;
    if (mark == "G-")
        return Line::Kind::GatewayLost;
    if (mark == "=")
        return Line::Kind::Content;
    return std::nullopt;
}

Line readLine(const std::string &text, int number)
{
    std::istringstream in(text);
    std::string word;
    in >> word;
    const auto kind = kindOf(word);
    const Line unreadable{.kind = Line::Kind::Act, .number = number, .words = {}, .message = {}};
    if (!kind)
        return unreadable;
    Line line{.kind = *kind, .number = number, .words = {}, .message = {}};
    if (*kind == Line::Kind::Content && in >> word)
        line.words.push_back(word);
    if (*kind == Line::Kind::Act) {
        while (in >> word)
            line.words.push_back(word);
        return line;
    }
    std::string rest;
    std::getline(in, rest);
    auto message = readMessage(rest);
    if (!message)
        return unreadable;
    line.message = *std::move(message);
    return line;
}

Story readStory(const std::filesystem::path &path)
{
    Story story{.name = path.stem(), .lines = {}};
    std::ifstream file(path);
    std::string text;
    for (int number = 1; std::getline(file, text); ++number)
        if (!text.empty() && text.front() != '#')
            story.lines.push_back(readLine(text, number));
    return story;
}

} // namespace

std::vector<Story> readStories(const std::filesystem::path &folder)
{
    std::vector<Story> stories;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt" && entry.path().stem() != "CMakeLists")
            stories.push_back(readStory(entry.path()));
    std::ranges::sort(stories, {}, &Story::name);
    return stories;
}

std::string Names::text(const std::string &name) const
{
    const auto found = values_.find(name);
    const auto *text = found == values_.end() ? nullptr : found->second.asString();
    return text ? *text : std::string();
}

bool Names::match(const Json &written, const Json &said) // NOLINT(misc-no-recursion): a message is a few levels deep
{
    if (const auto name = nameIn(written); name == "any")
        return true;
    else if (!name.empty())
        return values_.try_emplace(name, said).first->second == said;
    if (const auto *members = written.asObject())
        return said.asObject() && std::ranges::all_of(*members, [&](const Json::Member &member) {
                   const auto *there = said.find(member.name);
                   return there && match(member.value, *there);
               });
    if (const auto *items = written.asArray()) {
        const auto *there = said.asArray();
        if (!there || there->size() != items->size())
            return false;
        for (std::size_t i = 0; i < items->size(); ++i)
            if (!match((*items)[i], (*there)[i]))
                return false;
        return true;
    }
    return written == said;
}

Json Names::fill(const Json &written) const // NOLINT(misc-no-recursion): as match
{
    if (const auto name = nameIn(written); values_.contains(name))
        return values_.at(name);
    if (const auto *members = written.asObject()) {
        auto filled = Json::object();
        for (const auto &member : *members)
            filled.append(member.name, fill(member.value));
        return filled;
    }
    if (const auto *items = written.asArray())
        return Json::arrayOf(*items, [this](const Json &item) { return fill(item); });
    return written;
}

std::optional<Json> claimsOf(std::string_view jws)
{
    const auto first = jws.find('.');
    const auto second = jws.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return std::nullopt;
    const auto payload = base64urlDecode(jws.substr(first + 1, second - first - 1));
    return payload ? readMessage(asText(*payload)) : std::nullopt;
}

std::optional<Json> readMessage(std::string_view text)
{
    auto read = protocol::decodeStrict(text, protocol::limits::message);
    return read ? std::optional(*std::move(read)) : std::nullopt;
}

} // namespace countersign::transcripts
