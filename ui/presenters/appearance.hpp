// How a person wants Countersign to look on this device: kept in the preferences, told to whoever can do it. gui
// thread.
#pragma once

#include "ui/presenters/preferences.hpp"

#include <optional>

namespace countersign::presenters
{

struct Appearance {
    enum class Look { System, Light, Dark, HighContrast };
    Look look = Look::System;
    int percent = 100;    // of the text; one of textSizes
    bool isStill = false; // nothing moves
    bool operator==(const Appearance &) const = default;
};

inline constexpr int textSizes[] = {100, 125, 150, 175, 200, 250, 300};

// What is not there, or cannot be read, is as shipped.
[[nodiscard]] Appearance recallAppearance(const Preferences &preferences);
void keepAppearance(const Preferences &preferences, const Appearance &appearance);

} // namespace countersign::presenters
