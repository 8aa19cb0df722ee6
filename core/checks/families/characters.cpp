#include "core/base/unicode.hpp"
#include "core/checks/check.hpp"

#include <algorithm>

// Characters that a reader cannot see or takes for others.
namespace countersign::checks
{
namespace
{

enum class Script { None, Latin, Greek, Cyrillic, Other };

Script scriptOf(char32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7))
        return Script::Latin;
    if (c >= 0x370 && c <= 0x3FF)
        return Script::Greek;
    if (c >= 0x400 && c <= 0x52F)
        return Script::Cyrillic;
    return Script::None;
}

// Full-width and mathematical letters and digits, and Arabic and Indic digits: look like others, compare as others.
bool isDisguised(char32_t c)
{
    return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x660 && c <= 0x669)
           || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) || (c >= 0x2460 && c <= 0x24FF);
}

bool isHidden(char32_t c)
{
    return c >= 0x20 && c != 0xA0 && c != 0xAD && (isInvisibleControl(c) || (c >= 0xE0000 && c <= 0xE007F));
}

// The place of the first such character in code points; nothing where there is none.
struct Strange {
    bool isFound = false;
    bool isSeen = true;
    std::int64_t place = 0;
};

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

// One Greek letter in a word of its own is a symbol ("μg", "β-blocker"); inside a Latin word, next to Latin letters on
// both sides or beside one of them without a joint, it is a disguise.
Strange findStrange(std::string_view text)
{
    if (isAscii(text))
        return {};
    Script word = Script::None;
    bool isMixed = false;
    const std::u32string points = toCodePoints(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i];
        if (isHidden(c))
            return {true, false, static_cast<std::int64_t>(i)};
        if (isDisguised(c))
            return {true, true, static_cast<std::int64_t>(i)};
        const Script script = scriptOf(c);
        isMixed = script != Script::None && word != Script::None && script != word
                  && !(script == Script::Latin && word == Script::Greek) && script != Script::Greek;
        if (isMixed)
            return {true, true, static_cast<std::int64_t>(i)};
        if (script == Script::Greek && word == Script::Latin)
            return {true, true, static_cast<std::int64_t>(i)};
        word = script;
    }
    return {};
}

Strange strangeIn(const Reading &reading)
{
    return findStrange(reading.tokens.text);
}

Range tokenAt(const Tokens &tokens, std::int64_t place)
{
    const auto found = std::ranges::partition_point(
        tokens.list, [place](const Token &token) { return static_cast<std::int64_t>(token.end) <= place; });
    if (found == tokens.list.end())
        return {};
    const auto index = static_cast<std::uint32_t>(found - tokens.list.begin());
    return {index, index + 1};
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const StatementView &view = context.statements[i];
        const Strange strange = view.reading.noted<strangeIn>();
        if (strange.isFound)
            reports.push_back({.code = "suspicious-unicode",
                               .statement = i,
                               .place = tokenAt(view.reading.tokens, strange.place),
                               .values = {{"place", std::to_string(strange.place)}},
                               .message = strange.isSeen ? "A character of this statement looks like another."
                                                         : "This statement holds a character that cannot be seen."});
    }
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const Strange strange = context.sources[s].reading.noted<strangeIn>();
        if (strange.isFound)
            reports.push_back({.code = strange.isSeen ? "suspicious-unicode" : "hidden-text",
                               .severity = strange.isSeen ? domain::Severity::Info : domain::Severity::Warning,
                               .source = s,
                               .sourcePlace = tokenAt(context.sources[s].reading.tokens, strange.place),
                               .values = {{"place", std::to_string(strange.place)}},
                               .message = strange.isSeen ? "A character of this source looks like another."
                                                         : "This source holds characters that cannot be seen."});
    }
}

} // namespace

const Check &characterCheck()
{
    static constexpr Check check{
        "characters",
        "1",
        "Characters that cannot be seen, that turn the reading direction, or that look like others.",
        "Look-alikes within one script, such as O and 0.",
        "Points at characters; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
