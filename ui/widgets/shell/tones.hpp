// Which ink a standing is written in. Colour is the second carrier; the word is the first.
#pragma once

#include "ui/presenters/queue_line.hpp"
#include "ui/style/tokens.hpp"

namespace countersign::widgets
{

[[nodiscard]] inline style::Tone inkOf(presenters::StandingTone tone)
{
    constexpr style::Tone inks[] = {style::Tone::Ink2, style::Tone::Info, style::Tone::Good, style::Tone::Warn};
    return inks[static_cast<int>(tone)];
}
[[nodiscard]] inline style::Tone groundOf(presenters::StandingTone tone)
{
    constexpr style::Tone grounds[] = {style::Tone::Surface2, style::Tone::InfoQuiet, style::Tone::GoodQuiet,
                                       style::Tone::WarnQuiet};
    return grounds[static_cast<int>(tone)];
}
[[nodiscard]] inline style::Tone inkOf(presenters::Urgency urgency)
{
    constexpr style::Tone inks[] = {style::Tone::Ink2, style::Tone::Warn, style::Tone::Warn};
    return inks[static_cast<int>(urgency)];
}

} // namespace countersign::widgets
