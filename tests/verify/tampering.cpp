#include "tests/verify/tampering.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace countersign::tests
{
namespace
{

using Lines = std::vector<std::string>; // with their line feeds

constexpr std::string_view decisions = "decisions.ndjson";
constexpr std::string_view outcomes = "outcomes.ndjson";

std::size_t below(std::size_t count, std::mt19937_64 &dice)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(dice);
}

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string joined(const Lines &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line;
    return text;
}

// The line that holds that byte, or 0 in a file that has no lines to name.
std::int64_t lineAt(std::string_view path, std::string_view bytes, std::size_t at)
{
    return path.ends_with(".ndjson") ? 1 + std::ranges::count(bytes.substr(0, at), '\n') : 0;
}

Place placeAt(const std::string &path, std::size_t line)
{
    return {path, static_cast<std::int64_t>(line)};
}

Damage editByte(const std::string &path, std::string &bytes, std::mt19937_64 &dice)
{
    const std::size_t at = below(bytes.size(), dice);
    const std::int64_t line = lineAt(path, bytes, at);
    const auto random = static_cast<char>(below(256, dice));
    switch (below(4, dice)) {
    case 0:
        if (bytes[at] == random)
            return {};
        bytes[at] = random;
        return {"byte replaced", {{path, line}}};
    case 1:
        bytes.insert(at, 1, random);
        return {"byte inserted", {{path, line}}};
    case 2:
        bytes.erase(at, 1);
        return {"byte removed", {{path, line}}};
    default: {
        const std::size_t other = below(bytes.size(), dice);
        if (bytes[at] == bytes[other])
            return {};
        const std::int64_t otherLine = lineAt(path, bytes, other);
        std::swap(bytes[at], bytes[other]);
        return {"bytes swapped", {{path, std::min(line, otherLine)}}};
    }
    }
}

Damage truncate(const std::string &path, std::string &bytes, std::mt19937_64 &dice)
{
    std::size_t at = below(bytes.size(), dice);
    if (path.ends_with(".ndjson") && below(2, dice) == 0)
        at = bytes.rfind('\n', at) + 1; // npos + 1 is the beginning
    const std::int64_t line = lineAt(path, bytes, at);
    const bool isBetweenLines = line > 0 && (at == 0 || bytes[at - 1] == '\n');
    bytes.resize(at);
    // Whole lines that are missing at the end are reported behind the last one, or at it.
    if (isBetweenLines && path == outcomes)
        return {"cut between lines", {{path, std::max<std::int64_t>(line - 1, 1)}}};
    return {isBetweenLines ? "cut between lines" : "cut", {{path, line}}};
}

Damage removeLine(const std::string &path, Lines &lines, std::mt19937_64 &dice)
{
    const std::size_t at = below(lines.size(), dice);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
    // A missing decision is an index that is skipped; a missing outcome is one that the line before does not lead to.
    return {"line removed", {placeAt(path, path == decisions ? at + 1 : std::max<std::size_t>(at, 1))}};
}

Damage swapLines(const std::string &path, Lines &lines, std::mt19937_64 &dice)
{
    const std::size_t a = below(lines.size(), dice);
    const std::size_t b = below(lines.size(), dice);
    if (a == b)
        return {};
    std::swap(lines[a], lines[b]);
    return {"lines swapped", {placeAt(path, std::min(a, b) + 1)}};
}

Damage repeatLine(const std::string &path, Lines &lines, std::mt19937_64 &dice)
{
    const std::size_t from = below(lines.size(), dice);
    const std::size_t to = below(4, dice) == 0 ? from : below(lines.size() + 1, dice);
    const std::string line = lines[from];
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), line);
    if (to == from || to == from + 1) // the two are alike
        return {"line doubled", {placeAt(path, from + 1), placeAt(path, from + 2)}};
    return {"line repeated elsewhere", {placeAt(path, to + 1)}};
}

// One that would be right in another place or package.
Damage insertLine(const std::string &path, Lines &lines, std::mt19937_64 &dice)
{
    std::string line = lines[below(lines.size(), dice)];
    const std::string member = path == decisions ? "\"index\":" : "\"revision\":";
    line.insert(line.find(member) + member.size(), "9");
    const std::size_t to = below(lines.size() + 1, dice);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), line);
    return {"line inserted", {placeAt(path, to + 1)}};
}

Damage changeLines(const std::string &path, std::string &bytes, std::mt19937_64 &dice)
{
    Lines lines = linesOf(bytes);
    constexpr std::array ways{removeLine, swapLines, repeatLine, insertLine};
    Damage done = ways[below(ways.size(), dice)](path, lines, dice);
    bytes = joined(lines);
    return done;
}

Damage changeFiles(Files &files, const std::string &path, std::mt19937_64 &dice)
{
    const std::string other = std::next(files.begin(), static_cast<std::ptrdiff_t>(below(files.size(), dice)))->first;
    switch (below(4, dice)) {
    case 0:
        files.erase(path);
        return {"file removed", {{path, 0}}};
    case 1: {
        const std::string added = "items/" + std::to_string(dice()) + ".json";
        files[added] = files[path];
        return {"file added", {{added, 0}}};
    }
    case 2: {
        const std::string renamed = path + "~";
        files[renamed] = std::move(files[path]);
        files.erase(path);
        return {"file renamed", {{path, 0}, {renamed, 0}}};
    }
    default:
        if (files[path] == files[other])
            return {};
        std::swap(files[path], files[other]);
        return {"files swapped", {{path, 0}, {other, 0}, {path, 1}, {other, 1}}};
    }
}

} // namespace

Damage damage(Files &files, std::mt19937_64 &dice)
{
    std::string path = std::next(files.begin(), static_cast<std::ptrdiff_t>(below(files.size(), dice)))->first;
    const std::size_t way = below(10, dice);
    if (way < 5) // most of a package is its lines
        path = way < 4 ? decisions : outcomes;
    if (way == 5)
        return changeFiles(files, path, dice);
    if (way == 6) {
        if (below(2, dice) == 0)
            path = below(2, dice) == 0 ? decisions : outcomes;
        return truncate(path, files[path], dice);
    }
    if (path.ends_with(".ndjson") && below(2, dice) == 0)
        return changeLines(path, files[path], dice);
    return editByte(path, files[path], dice);
}

} // namespace countersign::tests
