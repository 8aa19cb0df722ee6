// A page's words as text, searched words among them, and the sentences for pages that cannot be shown. Pure.
#pragma once

#include "ui/presenters/page_decoder.hpp"

namespace countersign::presenters
{

// Lines as they stand on the page; shown plain, controls as tokens.
[[nodiscard]] QString textOf(const std::vector<PageWord> &words);

// Where the words stand, once for each place: letters are compared without case and without their marks, a word of the
// page may hold the first or last searched one as a part. Boxes that stand on one line are joined.
[[nodiscard]] std::vector<std::vector<QRectF>> findWords(const std::vector<PageWord> &words, const QString &wanted);
[[nodiscard]] int countOf(const QString &text, const QString &wanted);

namespace words
{

[[nodiscard]] QString pageTrouble(PageTrouble trouble);

} // namespace words
} // namespace countersign::presenters
