// The colour roles, type scale and spaces of the product: every colour on the screen has a name here, and every pair
// of text and ground that is used is listed, so that a test can compute its contrast.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace countersign::style
{

enum class Tone : std::uint8_t {
    Surface0, // the page that is read
    Surface1, // a pane beside it
    Surface2, // raised, hovered or folded
    Line,     // hairlines that group; never the only sign of anything
    Outline,  // edges of controls: a reader must find them (WCAG 1.4.11)
    Ink1,
    Ink2,
    Ink3,
    Accent,
    AccentOver, // the accent under the pointer
    OnAccent,
    AccentQuiet, // ground of the selected row
    Info,
    InfoQuiet,
    Warn,
    WarnQuiet,
    Stop,
    StopQuiet,
    Good,
    GoodQuiet,
    Evidence, // ground of the cited words
    EvidenceLine,
    DiffIn,
    DiffOut,
    Band0, // one patient told from the next, and nothing else; never near a meaning of colour
    Band1,
    Band2,
    Band3,
    Band4,
    Band5,
    Scrim, // over what a sheet covers
    Count
};
inline constexpr int bandCount = 6;
inline constexpr std::size_t toneCount = static_cast<std::size_t>(Tone::Count);

using Rgb = std::uint32_t; // 0xRRGGBB
using TonePalette = std::array<Rgb, toneCount>;

[[nodiscard]] const TonePalette &lightTones();
[[nodiscard]] const TonePalette &darkTones();
[[nodiscard]] const TonePalette &contrastTones(); // text at 7:1 and more (WCAG 1.4.6), edges that can be seen
// The name of the token in style sheets and in settings: "ink.1".
[[nodiscard]] std::string_view toneName(Tone tone);

// A foreground on a ground that some screen shows, with the least contrast it must have.
struct TonePair {
    Tone fore;
    Tone ground;
    double contrastMin;
};
inline constexpr double textContrastMin = 4.5; // WCAG 1.4.3
inline constexpr double shapeContrastMin = 3;  // WCAG 1.4.11
inline constexpr double highContrastMin = 7;   // WCAG 1.4.6, of text in the high contrast look
[[nodiscard]] std::span<const TonePair> tonePairs();
// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(Rgb a, Rgb b);

// Pixels at 100 %.
enum class Type : std::uint8_t { Hint = 12, Small = 13, Body = 15, Title = 18, Display = 22 };
inline constexpr int radius = 6;
inline constexpr int motionMs = 120;
inline constexpr int targetMin = 24; // of anything that can be pressed (WCAG 2.5.8)

} // namespace countersign::style
