// Words with which a draft claims something of its own: how often, better or worse, at an end or going on, sure or
// doubted, done or planned, wanted or declined. What bears such a claim out in speech is told in far more words than
// what makes it, so that each mark has two lists. Pure; any thread.
#pragma once

#include "core/checks/language/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace countersign::checks
{

enum class Mark : std::uint8_t {
    Seldom,
    Often,
    Always,
    Daily,
    Better,
    Worse,
    Ended,
    Gone,
    GoingOn,
    Doubted,
    Sure,
    Diagnosed,
    Done,
    Planned,
    Declined,
    Wanted,
    Up,
    Down,
    Severe,
    Mild,
    LongAgo,
    New,
    Chronic,
    AtNight,
    InTheMorning,
    Before,
    Weekly,
    Several,
    Warned,
    Kept,
    Denied,
    Allowed,
    Normal,
};
inline constexpr std::size_t markCount = 33;

using MarkMask = std::uint64_t; // one bit for each
constexpr MarkMask bitOf(Mark mark)
{
    return MarkMask{1} << static_cast<std::uint32_t>(mark);
}

struct MarkRow {
    Mark mark;
    std::string_view claims; // each bears itself out, too
    std::string_view bears;
};
[[nodiscard]] std::span<const MarkRow> englishMarkRows();
[[nodiscard]] std::string_view englishNoClaims(); // what only looks like a claim

struct MarkPhrase {
    std::uint32_t words = 0; // 0 where nothing begins there
    MarkMask claims = 0;     // what it claims in a draft
    MarkMask bears = 0;      // what it bears out in a source
};

// In any form of its words.
[[nodiscard]] MarkPhrase englishMarkAt(const Tokens &tokens, std::uint32_t at);
// Claims only as they are spelled: "objects" is no "objected".
[[nodiscard]] MarkPhrase englishClaimAt(const Tokens &tokens, std::uint32_t at);

} // namespace countersign::checks
