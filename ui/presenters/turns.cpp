#include "ui/presenters/turns.hpp"

#include <algorithm>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t speakerLengthMax = 32;

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\r';
}

std::size_t afterBlanks(std::u32string_view text, std::size_t at, std::size_t end)
{
    while (at < end && isBlank(text[at]))
        ++at;
    return at;
}

bool isSpeakerLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c >= 0xC0 || c == U'.'
           || c == U'-' || c == U'_' || c == U'\'' || c == U' ';
}

// Past a time at the beginning of a line: "[00:12]", "14:02", "00:01:07.5"; the same place where there is none.
std::size_t afterTime(std::u32string_view text, std::size_t at, std::size_t end)
{
    const bool isBracketed = at < end && text[at] == U'[';
    std::size_t i = isBracketed ? at + 1 : at;
    const std::size_t start = i;
    std::size_t colons = 0;
    for (; i < end && ((text[i] >= U'0' && text[i] <= U'9') || text[i] == U':' || text[i] == U'.'); ++i)
        colons += text[i] == U':' ? 1 : 0;
    const bool isTime = i > start && colons >= 1 && colons <= 2 && text[i - 1] != U':' && text[start] != U':';
    if (!isTime || (isBracketed ? i == end || text[i] != U']' : i < end && !isBlank(text[i])))
        return at;
    return afterBlanks(text, isBracketed ? i + 1 : i, end);
}

// "[doctor] hello" or "Doctor: hello"; a colon inside a sentence does not make a speaker of its beginning.
Turn turnOf(std::u32string_view text, Span line)
{
    const std::size_t first = afterBlanks(text, line.start, line.end);
    const std::size_t start = afterTime(text, first, line.end);
    const bool hasTime = start > first;
    const bool isBracketed = start < line.end && text[start] == U'[';
    const std::size_t nameStart = isBracketed ? start + 1 : start;
    std::size_t nameEnd = nameStart;
    while (nameEnd < line.end && isSpeakerLetter(text[nameEnd]) && nameEnd - nameStart < speakerLengthMax)
        ++nameEnd;
    const bool isClosed = nameEnd < line.end && text[nameEnd] == (isBracketed ? U']' : U':');
    const auto blanks = std::count(text.begin() + static_cast<std::ptrdiff_t>(nameStart),
                                   text.begin() + static_cast<std::ptrdiff_t>(nameEnd), U' ');
    if (!isClosed || nameEnd == nameStart || blanks > 2)
        return hasTime ? Turn{{first, start}, {start, line.end}} : Turn{{line.start, line.start}, line};
    std::size_t words = nameEnd + 1;
    if (isBracketed && words < line.end && text[words] == U':')
        ++words;
    // With a time before it, the speaker keeps the brackets: a label is one stretch of the text.
    const std::size_t labelEnd = hasTime && isBracketed ? nameEnd + 1 : nameEnd;
    return {{hasTime ? first : nameStart, labelEnd}, {afterBlanks(text, words, line.end), line.end}};
}

} // namespace

std::vector<Turn> cutIntoTurns(std::u32string_view text, bool isConversation)
{
    std::vector<Turn> turns;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', at), text.size());
        if (afterBlanks(text, at, end) < end) {
            const Span line{at, end};
            turns.push_back(isConversation ? turnOf(text, line) : Turn{{at, at}, line});
        }
        at = end + 1;
    }
    return turns;
}

} // namespace countersign::presenters
