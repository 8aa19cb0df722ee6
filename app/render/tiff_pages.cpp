#include "app/render/pages.hpp"

#include "app/render/protocol/limits.hpp"
#include "app/render/reduction.hpp"

#include <tiffio.h>

#include <algorithm>
#include <cstring>

namespace countersign::render
{
namespace
{

// The file that libtiff believes to read.
struct Tape {
    BytesView bytes;
    std::size_t at = 0;
};

Tape &tapeOf(thandle_t handle)
{
    return *static_cast<Tape *>(handle);
}

tmsize_t readTape(thandle_t handle, void *into, tmsize_t size)
{
    Tape &tape = tapeOf(handle);
    if (size <= 0 || tape.at >= tape.bytes.size())
        return 0;
    const std::size_t count = std::min(static_cast<std::size_t>(size), tape.bytes.size() - tape.at);
    std::memcpy(into, tape.bytes.data() + tape.at, count);
    tape.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t refuseToWrite(thandle_t, void *, tmsize_t)
{
    return -1;
}

toff_t seekTape(thandle_t handle, toff_t offset, int whence)
{
    Tape &tape = tapeOf(handle);
    const toff_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tape.at : tape.bytes.size();
    tape.at = static_cast<std::size_t>(from + offset);
    return tape.at;
}

int closeTape(thandle_t)
{
    return 0;
}

toff_t sizeOfTape(thandle_t handle)
{
    return tapeOf(handle).bytes.size();
}

// Read in place, without a copy.
int mapTape(thandle_t handle, void **base, toff_t *size)
{
    // libtiff reads only; its interface does not say so.
    *base = const_cast<std::uint8_t *>(tapeOf(handle).bytes.data());
    *size = tapeOf(handle).bytes.size();
    return 1;
}

void unmapTape(thandle_t, void *, toff_t) {}

struct Closer {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};
using Handle = std::unique_ptr<TIFF, Closer>;

std::uint16_t field16(TIFF *tiff, std::uint32_t tag, std::uint16_t otherwise)
{
    std::uint16_t value = otherwise;
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : otherwise;
}

// How much taller a pixel is than wide: 2 for a fax of standard fineness.
double stretchOf(TIFF *tiff)
{
    float across = 0;
    float down = 0;
    const bool isKnown = TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &across) == 1
                         && TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &down) == 1 && across > 0 && down > 0;
    const double stretch = isKnown ? static_cast<double>(across) / static_cast<double>(down) : 1;
    return stretch > 0.25 && stretch < 4 ? stretch : 1;
}

// A page of one bit a pixel in strips, upright: what a fax is. Read row by row, because that is fast.
bool isFax(TIFF *tiff)
{
    const std::uint16_t meaning = field16(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    return field16(tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1 && field16(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1
           && (meaning == PHOTOMETRIC_MINISWHITE || meaning == PHOTOMETRIC_MINISBLACK) && TIFFIsTiled(tiff) == 0
           && field16(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT) == ORIENTATION_TOPLEFT;
}

Result<Picture, Trouble> readFax(TIFF *tiff, Extent source, Extent target)
{
    const bool isOneBlack = field16(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE) == PHOTOMETRIC_MINISWHITE;
    const std::uint8_t one = isOneBlack ? 0x00 : 0xFF;
    const std::uint8_t zero = isOneBlack ? 0xFF : 0x00;
    const tmsize_t size = TIFFScanlineSize(tiff);
    if (size < static_cast<tmsize_t>((source.width + 7) / 8))
        return failure(Trouble::NoPage);
    Bytes packed(static_cast<std::size_t>(size));
    Bytes row(source.width);
    Reduction reduction(source, target, Format::Gray8);
    std::uint32_t read = 0;
    for (; read < source.height && TIFFReadScanline(tiff, packed.data(), read) == 1; ++read) {
        for (std::uint32_t x = 0; x < source.width; ++x)
            row[x] = (packed[x >> 3] >> (7 - (x & 7))) & 1 ? one : zero;
        reduction.addRow(row);
    }
    if (read == 0)
        return failure(Trouble::NoPage);
    return reduction.finish();
}

// Everything else, as libtiff itself makes colours of it.
Result<Picture, Trouble> readColours(TIFF *tiff, Extent source, Extent target)
{
    std::vector<std::uint32_t> raster(std::size_t{source.width} * source.height);
    if (TIFFReadRGBAImageOriented(tiff, source.width, source.height, raster.data(), ORIENTATION_TOPLEFT, 0) != 1)
        return failure(Trouble::NoPage);
    Reduction reduction(source, target, Format::Rgb32);
    Bytes row(std::size_t{source.width} * 4);
    for (std::uint32_t y = 0; y < source.height; ++y) {
        for (std::uint32_t x = 0; x < source.width; ++x) {
            const std::uint32_t abgr = raster[std::size_t{y} * source.width + x];
            const std::uint32_t paper = 255 - TIFFGetA(abgr); // colours come multiplied by their cover
            row[x * 4] = static_cast<std::uint8_t>(std::min(255U, TIFFGetB(abgr) + paper));
            row[x * 4 + 1] = static_cast<std::uint8_t>(std::min(255U, TIFFGetG(abgr) + paper));
            row[x * 4 + 2] = static_cast<std::uint8_t>(std::min(255U, TIFFGetR(abgr) + paper));
        }
        reduction.addRow(row);
    }
    return reduction.finish();
}

class TiffPages : public Pages
{
public:
    explicit TiffPages(BytesView document) : tape_{document, 0}
    {
        tiff_.reset(TIFFClientOpen("document", "r", &tape_, readTape, refuseToWrite, seekTape, closeTape, sizeOfTape,
                                   mapTape, unmapTape));
    }

    [[nodiscard]] Trouble begin()
    {
        if (!tiff_)
            return Trouble::Malformed;
        count_ = TIFFNumberOfDirectories(tiff_.get());
        if (count_ > limits::pagesMax)
            return Trouble::TooLarge;
        return count_ == 0 ? Trouble::Malformed : Trouble::None;
    }

    [[nodiscard]] std::uint32_t count() const override { return count_; }

    [[nodiscard]] Result<Picture, Trouble> picture(std::uint32_t page, std::uint32_t width) override
    {
        TIFF *const tiff = tiff_.get();
        // Read anew also where it is the current one: rows only come in order.
        if (TIFFSetDirectory(tiff, static_cast<tdir_t>(page)) != 1)
            return failure(Trouble::NoPage);
        Extent source;
        if (TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &source.width) != 1
            || TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &source.height) != 1 || source.width == 0 || source.height == 0)
            return failure(Trouble::NoPage);
        if (std::uint64_t{source.width} * source.height > limits::sourcePixelsMax)
            return failure(Trouble::TooLarge);
        const Extent target = reducedExtent(source, width, stretchOf(tiff));
        return isFax(tiff) ? readFax(tiff, source, target) : readColours(tiff, source, target);
    }

    [[nodiscard]] std::vector<Word> words(std::uint32_t) override { return {}; }

private:
    Tape tape_;
    Handle tiff_;
    std::uint32_t count_ = 0;
};

} // namespace

OpenedPages openTiff(BytesView document)
{
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    auto pages = std::make_unique<TiffPages>(document);
    if (const Trouble trouble = pages->begin(); trouble != Trouble::None)
        return failure(trouble);
    return pages;
}

} // namespace countersign::render
