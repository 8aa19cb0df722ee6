// Small documents made here: a fax of several pages, a photograph, a PDF with words.
#pragma once

#include "core/base/bytes.hpp"

#include <string>
#include <vector>

namespace countersign::tests
{

// A fax, group 4, white with one black bar a page: the n-th at the n-th tenth of its height.
[[nodiscard]] Bytes faxOf(int pages, std::uint32_t width = 1728, std::uint32_t height = 2200);
// The same, with every page full of what looks like lines of small type: as large as a fax is that people send.
[[nodiscard]] Bytes writtenFaxOf(int pages);
// One page, 200 × 100 points; each line is written in Helvetica at its place, from the top.
[[nodiscard]] Bytes pdfOf(const std::vector<std::string> &lines);
// 2 × 2, red, green, blue, white.
[[nodiscard]] Bytes smallPng();

} // namespace countersign::tests
