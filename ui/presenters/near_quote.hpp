// A quote that does not stand in a text word for word: whether it does but for spelling, or in part. Numbers are never
// near: a quote with another number is not there. Pure.
#pragma once

#include "ui/presenters/source_texts.hpp"

#include <optional>
#include <string_view>

namespace countersign::presenters
{

// Normalised: the same letters and digits in the same order; case, blanks and other marks set aside. Partly: at least
// half of its words, and four of them, stand there side by side, all of its numbers among them. Nothing otherwise.
[[nodiscard]] std::optional<CitedPlace> findNearly(std::u32string_view text, std::u32string_view quote);

} // namespace countersign::presenters
