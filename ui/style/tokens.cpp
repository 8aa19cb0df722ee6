#include "ui/style/tokens.hpp"

#include <algorithm>
#include <cmath>

namespace countersign::style
{
namespace
{

using enum Tone;

struct Row {
    Tone tone;
    std::string_view name;
    Rgb light, dark, contrast;
};

constexpr auto table = std::to_array<Row>({
    {Surface0, "surface.0", 0xffffff, 0x14171c, 0x000000},
    {Surface1, "surface.1", 0xf6f7f9, 0x1b1f26, 0x000000},
    {Surface2, "surface.2", 0xeceff3, 0x242a33, 0x1c1c1c},
    {Line, "line", 0xd5dae1, 0x353c47, 0x6f6f6f},
    {Outline, "outline", 0x7e8897, 0x758091, 0xffffff},
    {Ink1, "ink.1", 0x14181f, 0xf1f3f6, 0xffffff},
    {Ink2, "ink.2", 0x434b57, 0xc3cad4, 0xffffff},
    {Ink3, "ink.3", 0x5a6370, 0x9aa4b1, 0xdedede},
    {Accent, "accent", 0x0b6e7f, 0x4cc3d6, 0x5ce1f2},
    {AccentOver, "accent.over", 0x095c6a, 0x6dd2e2, 0x9deef8},
    {OnAccent, "on.accent", 0xffffff, 0x0b1a1d, 0x000000},
    {AccentQuiet, "accent.quiet", 0xe3f1f3, 0x16333a, 0x003840},
    {Info, "info", 0x2458b8, 0x8db4ff, 0xa8cbff},
    {InfoQuiet, "info.quiet", 0xe8eefa, 0x1d2a42, 0x00183d},
    {Warn, "warn", 0x845600, 0xf2b84b, 0xffd23f},
    {WarnQuiet, "warn.quiet", 0xfdf3dd, 0x372c14, 0x332800},
    {Stop, "stop", 0xb3261e, 0xff8a80, 0xffaaa3},
    {StopQuiet, "stop.quiet", 0xfbe9e7, 0x3d2220, 0x420905},
    {Good, "good", 0x1f6b3a, 0x7fd6a0, 0x8df0ad},
    {GoodQuiet, "good.quiet", 0xe3f3e8, 0x1a3325, 0x00320f},
    {Evidence, "evidence", 0xfff1b8, 0x4a3d12, 0x4a3d00},
    {EvidenceLine, "evidence.line", 0x9a7a00, 0xf2c94c, 0xffd23f},
    {DiffIn, "diff.in", 0xddf3e4, 0x1e3b2a, 0x003d18},
    {DiffOut, "diff.out", 0xfbe3e1, 0x4a2422, 0x52100b},
    {Band0, "band.0", 0x6d4aa8, 0xb59cf0, 0xd0bcff},
    {Band1, "band.1", 0xa23b84, 0xe39acb, 0xffb3e6},
    {Band2, "band.2", 0x7a5230, 0xd0a57d, 0xf0c8a0},
    {Band3, "band.3", 0x55657a, 0xa9b8cc, 0xc9d8ec},
    {Band4, "band.4", 0x68681e, 0xc5c46a, 0xe8e78c},
    {Band5, "band.5", 0x3f4aa0, 0x9aa6f5, 0xbcc5ff},
    {Scrim, "scrim", 0x14181f, 0x000000, 0x000000},
});

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].tone) != i)
            return false;
    return table.size() == toneCount;
}
static_assert(isInOrder());

TonePalette pick(Rgb Row::*column)
{
    TonePalette palette{};
    std::ranges::transform(table, palette.begin(), [&](const Row &row) { return row.*column; });
    return palette;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(Rgb c)
{
    const auto part = [&](int shift) { return linear(static_cast<double>(c >> shift & 0xffU) / 255.0); };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

constexpr double text = textContrastMin;
constexpr double shape = shapeContrastMin;

constexpr auto pairs = std::to_array<TonePair>({
    {Ink1, Surface0, text},          {Ink1, Surface1, text},          {Ink1, Surface2, text},
    {Ink2, Surface0, text},          {Ink2, Surface1, text},          {Ink2, Surface2, text},
    {Ink3, Surface0, text},          {Ink3, Surface1, text},          {Ink3, Surface2, text},
    {Ink1, AccentQuiet, text},       {Ink2, AccentQuiet, text},       {Ink3, AccentQuiet, text},
    {Accent, Surface0, text},        {Accent, Surface1, text},        {Accent, Surface2, text},
    {Accent, AccentQuiet, text},     {OnAccent, Accent, text},        {OnAccent, AccentOver, text},
    {Info, Surface0, text},          {Info, Surface1, text},          {Info, InfoQuiet, text},
    {Warn, Surface0, text},          {Warn, Surface1, text},          {Warn, WarnQuiet, text},
    {Warn, AccentQuiet, text},       {Warn, Surface2, text},          {Stop, Surface2, text},
    {Stop, Surface0, text},          {Stop, Surface1, text},          {Stop, StopQuiet, text},
    {Stop, AccentQuiet, text},       {Good, Surface0, text},          {Good, Surface1, text},
    {Good, GoodQuiet, text},         {Good, AccentQuiet, text},       {Info, AccentQuiet, text},
    {Ink1, InfoQuiet, text},         {Ink1, WarnQuiet, text},         {Ink1, StopQuiet, text},
    {Ink1, GoodQuiet, text},         {Ink2, WarnQuiet, text},         {Ink2, StopQuiet, text},
    {Ink1, Evidence, text},          {Ink2, Evidence, text},          {Ink1, DiffIn, text},
    {Ink1, DiffOut, text},           {Ink2, DiffOut, text},           {Outline, Surface0, shape},
    {Outline, Surface1, shape},      {Outline, Surface2, shape},      {Accent, Line, shape},
    {Band0, Surface0, text},         {Band1, Surface0, text},         {Band2, Surface0, text},
    {Band3, Surface0, text},         {Band4, Surface0, text},         {Band5, Surface0, text},
    {EvidenceLine, Surface0, shape}, {EvidenceLine, Surface1, shape}, {EvidenceLine, Evidence, shape},
});

} // namespace

const TonePalette &lightTones()
{
    static const TonePalette palette = pick(&Row::light);
    return palette;
}

const TonePalette &darkTones()
{
    static const TonePalette palette = pick(&Row::dark);
    return palette;
}

const TonePalette &contrastTones()
{
    static const TonePalette palette = pick(&Row::contrast);
    return palette;
}

std::string_view toneName(Tone tone)
{
    return table.at(static_cast<std::size_t>(tone)).name;
}

std::span<const TonePair> tonePairs()
{
    return pairs;
}

double contrast(Rgb a, Rgb b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace countersign::style
