// Rows of pixels in, a smaller picture out: each pixel of it is the mean of those that it stands for, so that the thin
// strokes of a fax turn grey instead of vanishing. Where a row stands for several (a fax is half as fine from top to
// bottom) it is repeated. Pure.
#pragma once

#include "app/render/pages.hpp"

namespace countersign::render
{

struct Extent {
    std::uint32_t width = 0, height = 0;
};

// What a page of that size is reduced to: about `width` wide, never wider than it is, both sides within
// limits::sideMax. `stretch` is how much taller a pixel is than wide.
[[nodiscard]] Extent reducedExtent(Extent source, std::uint32_t width, double stretch = 1);

class Reduction
{
public:
    // Both extents are at least 1 × 1; the target is not wider than the source.
    Reduction(Extent source, Extent target, Format format);

    // The next row of the source, from the top: width × bytesPerPixel.
    void addRow(std::span<const std::uint8_t> row);
    // Rows that never came are white. A coloured picture without colour becomes Gray8.
    [[nodiscard]] Picture finish();

private:
    void emit(std::uint32_t rows);

    Extent source_, target_;
    std::uint32_t channels_;
    std::uint32_t row_ = 0;             // of the source
    std::uint32_t done_ = 0;            // rows of the target
    std::uint32_t inSum_ = 0;           // rows of the source in sums_
    std::vector<std::uint32_t> column_; // of each source column: its target column
    std::vector<std::uint32_t> counts_; // of each target column: source columns
    std::vector<std::uint32_t> sums_;
    Picture picture_;
};

} // namespace countersign::render
