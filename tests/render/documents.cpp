#include "tests/render/documents.hpp"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

namespace countersign::tests
{
namespace
{

struct Tape {
    Bytes bytes;
    std::size_t at = 0;
};

tmsize_t readTape(thandle_t handle, void *into, tmsize_t size)
{
    auto &tape = *static_cast<Tape *>(handle);
    const std::size_t count =
        std::min(static_cast<std::size_t>(size), tape.bytes.size() - std::min(tape.at, tape.bytes.size()));
    std::memcpy(into, tape.bytes.data() + tape.at, count);
    tape.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t writeTape(thandle_t handle, void *from, tmsize_t size)
{
    auto &tape = *static_cast<Tape *>(handle);
    const auto count = static_cast<std::size_t>(size);
    tape.bytes.resize(std::max(tape.bytes.size(), tape.at + count));
    std::memcpy(tape.bytes.data() + tape.at, from, count);
    tape.at += count;
    return size;
}

toff_t seekTape(thandle_t handle, toff_t offset, int whence)
{
    auto &tape = *static_cast<Tape *>(handle);
    tape.at = (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tape.at : tape.bytes.size()) + offset;
    return tape.at;
}

toff_t sizeOf(thandle_t handle)
{
    return static_cast<Tape *>(handle)->bytes.size();
}

template <class RowOf>
void writePage(TIFF *tiff, int page, std::uint32_t width, std::uint32_t height, RowOf rowOf)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
    for (std::uint32_t y = 0; y < height; ++y) {
        Bytes row = rowOf(page, y);
        TIFFWriteScanline(tiff, row.data(), y);
    }
    TIFFWriteDirectory(tiff);
}

template <class RowOf>
Bytes faxWith(int pages, std::uint32_t width, std::uint32_t height, RowOf rowOf)
{
    Tape tape;
    TIFF *const tiff = TIFFClientOpen(
        "fax", "wl", &tape, readTape, writeTape, seekTape, [](thandle_t) { return 0; }, sizeOf,
        [](thandle_t, void **, toff_t *) { return 0; }, [](thandle_t, void *, toff_t) {});
    for (int page = 0; page < pages; ++page)
        writePage(tiff, page, width, height, rowOf);
    TIFFClose(tiff);
    return std::move(tape.bytes);
}

void object(std::string &file, std::vector<std::size_t> &places, const std::string &body)
{
    places.push_back(file.size());
    file += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
}

} // namespace

Bytes faxOf(int pages, std::uint32_t width, std::uint32_t height)
{
    return faxWith(pages, width, height, [=](int page, std::uint32_t y) {
        const std::uint32_t top = height * static_cast<std::uint32_t>(page % 10) / 10;
        return Bytes((width + 7) / 8, y >= top && y < top + height / 20 ? 0xFF : 0x00);
    });
}

Bytes writtenFaxOf(int pages)
{
    constexpr std::uint32_t width = 1728, height = 2200, lineHeight = 36, letterHeight = 22, margin = 150;
    return faxWith(pages, width, height, [=](int page, std::uint32_t y) {
        Bytes row(width / 8, 0);
        const bool isLetters = y > margin && y < height - margin && y % lineHeight < letterHeight;
        // A letter is a byte's width; strokes change every few rows, as in type.
        std::uint32_t state = (y / lineHeight + 1) * 2654435761U + static_cast<std::uint32_t>(page);
        for (std::size_t x = margin / 8; isLetters && x < row.size() - margin / 8; ++x) {
            state = state * 1664525U + 1013904223U;
            const bool isGap = (state >> 28) < 3;
            const std::uint32_t stroke = (state >> (8 + (y % lineHeight) / 6 * 3)) & 7U;
            row[x] = isGap ? 0 : static_cast<std::uint8_t>(0x18U << (stroke & 3U) | (stroke > 5 ? 0x7E : 0));
        }
        return row;
    });
}

Bytes pdfOf(const std::vector<std::string> &lines)
{
    std::string drawing = "BT /F 10 Tf 12 TL 20 80 Td\n";
    for (const std::string &line : lines)
        drawing += "(" + line + ") Tj T*\n";
    drawing += "ET";
    std::string file = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    object(file, places, "<</Type/Catalog/Pages 2 0 R>>");
    object(file, places, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(file, places,
           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>");
    object(file, places, "<</Length " + std::to_string(drawing.size()) + ">>\nstream\n" + drawing + "\nendstream");
    object(file, places, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    const std::size_t table = file.size();
    file += "xref\n0 6\n0000000000 65535 f \n";
    for (const std::size_t place : places) {
        std::array<char, 32> line{};
        std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", place);
        file += line.data();
    }
    file += "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return toBytes(file);
}

Bytes smallPng()
{
    return {0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00,
            0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xFD, 0xD4, 0x9A, 0x73, 0x00,
            0x00, 0x00, 0x19, 0x49, 0x44, 0x41, 0x54, 0x78, 0x01, 0x01, 0x0E, 0x00, 0xF1, 0xFF, 0x00, 0xFF, 0x00,
            0x00, 0x00, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 0xEE, 0x05, 0xFB, 0xDE, 0xDD,
            0xEC, 0x2B, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
}

} // namespace countersign::tests
