#include "app/render/reduction.hpp"

#include "app/render/protocol/limits.hpp"

#include <algorithm>
#include <cmath>

namespace countersign::render
{
namespace
{

constexpr std::uint8_t white = 0xFF;

std::uint32_t within(double side)
{
    return static_cast<std::uint32_t>(std::clamp(std::lround(side), 1L, static_cast<long>(limits::sideMax)));
}

bool hasColour(const Bytes &rows)
{
    for (std::size_t i = 0; i + 3 < rows.size(); i += 4)
        if (rows[i] != rows[i + 1] || rows[i] != rows[i + 2])
            return true;
    return false;
}

void dropColour(Picture &picture)
{
    const std::size_t pixels = picture.rows.size() / 4;
    for (std::size_t i = 0; i < pixels; ++i)
        picture.rows[i] = picture.rows[i * 4];
    picture.rows.resize(pixels);
    picture.format = Format::Gray8;
}

} // namespace

Extent reducedExtent(Extent source, std::uint32_t width, double stretch)
{
    double wide = std::min(source.width, width);
    double tall = wide * source.height * stretch / source.width;
    if (tall > limits::sideMax) {
        wide *= limits::sideMax / tall;
        tall = limits::sideMax;
    }
    return {std::min(within(wide), source.width), within(tall)};
}

Reduction::Reduction(Extent source, Extent target, Format format)
    : source_(source), target_(target), channels_(bytesPerPixel(format)), column_(source.width), counts_(target.width),
      sums_(std::size_t{target.width} * channels_)
{
    picture_ = {format, target.width, target.height,
                Bytes(std::size_t{target.width} * channels_ * target.height, white)};
    for (std::uint32_t x = 0; x < source.width; ++x) {
        column_[x] = static_cast<std::uint32_t>(std::uint64_t{x} * target.width / source.width);
        ++counts_[column_[x]];
    }
}

void Reduction::addRow(std::span<const std::uint8_t> row)
{
    if (row_ == source_.height)
        return;
    if (channels_ == 1)
        for (std::uint32_t x = 0; x < source_.width; ++x)
            sums_[column_[x]] += row[x];
    else
        for (std::uint32_t x = 0; x < source_.width; ++x)
            for (std::uint32_t c = 0; c < 3; ++c)
                sums_[column_[x] * 4 + c] += row[x * 4 + c];
    ++inSum_;
    ++row_;
    const auto upTo = static_cast<std::uint32_t>(std::uint64_t{row_} * target_.height / source_.height);
    if (upTo > done_)
        emit(upTo - done_);
}

void Reduction::emit(std::uint32_t rows)
{
    const std::size_t stride = std::size_t{target_.width} * channels_;
    std::uint8_t *out = picture_.rows.data() + stride * done_;
    for (std::uint32_t x = 0; x < target_.width; ++x) {
        const std::uint32_t count = counts_[x] * inSum_;
        for (std::uint32_t c = 0; c < channels_; ++c)
            out[x * channels_ + c] = c == 3 ? white : static_cast<std::uint8_t>(sums_[x * channels_ + c] / count);
    }
    for (std::uint32_t i = 1; i < rows; ++i)
        std::copy_n(out, stride, out + stride * i);
    std::fill(sums_.begin(), sums_.end(), 0);
    inSum_ = 0;
    done_ += rows;
}

Picture Reduction::finish()
{
    if (picture_.format == Format::Rgb32 && !hasColour(picture_.rows))
        dropColour(picture_);
    return std::move(picture_);
}

} // namespace countersign::render
