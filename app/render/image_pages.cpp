#include "app/render/pages.hpp"

#include "app/render/protocol/limits.hpp"
#include "app/render/reduction.hpp"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QtGlobal>

#include <algorithm>
#include <array>

namespace countersign::render
{
namespace
{

constexpr int allocationMiB = 512;

const char *formatName(Media media)
{
    return media == Media::Png ? "png" : "jpeg";
}

// One row at a time: for a whole picture Qt would start threads, and the sandbox permits none.
void addRow(Reduction &reduction, const QImage &image, int y, Bytes &row)
{
    QImage line(image.constScanLine(y), image.width(), 1, image.bytesPerLine(), image.format());
    line.setColorTable(image.colorTable());
    const QImage flat = line.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const auto *const pixels = reinterpret_cast<const QRgb *>(flat.constScanLine(0));
    for (int x = 0; x < image.width(); ++x) {
        const int paper = 255 - qAlpha(pixels[x]);
        const auto at = static_cast<std::size_t>(x) * 4;
        row[at] = static_cast<std::uint8_t>(std::min(255, qBlue(pixels[x]) + paper));
        row[at + 1] = static_cast<std::uint8_t>(std::min(255, qGreen(pixels[x]) + paper));
        row[at + 2] = static_cast<std::uint8_t>(std::min(255, qRed(pixels[x]) + paper));
    }
    reduction.addRow(row);
}

class ImagePage : public Pages
{
public:
    explicit ImagePage(QImage image) : image_(std::move(image)) {}

    [[nodiscard]] std::uint32_t count() const override { return 1; }

    [[nodiscard]] Result<Picture, Trouble> picture(std::uint32_t, std::uint32_t width) override
    {
        const Extent source{static_cast<std::uint32_t>(image_.width()), static_cast<std::uint32_t>(image_.height())};
        Reduction reduction(source, reducedExtent(source, width), Format::Rgb32);
        Bytes row(std::size_t{source.width} * 4);
        for (int y = 0; y < image_.height(); ++y)
            addRow(reduction, image_, y, row);
        return reduction.finish();
    }

    [[nodiscard]] std::vector<Word> words(std::uint32_t) override { return {}; }

private:
    QImage image_;
};

} // namespace

OpenedPages openImage(BytesView document, Media media)
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(document.data()),
                                                     static_cast<qsizetype>(document.size()));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(allocationMiB);
    QImageReader reader(&buffer, formatName(media));
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::uint64_t(size.width()) * std::uint64_t(size.height()) > limits::sourcePixelsMax)
        return failure(Trouble::TooLarge);
    QImage image = reader.read();
    if (image.isNull())
        return failure(Trouble::Malformed);
    return std::make_unique<ImagePage>(std::move(image));
}

void loadDecoders()
{
    // What a decoder complains about may hold words of the document: nobody hears it.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    // The decoder for JPEG is a plug-in on the disk: asked to read, it is loaded.
    constexpr std::array<std::uint8_t, 4> noPicture{0xFF, 0xD8, 0xFF, 0xD9};
    (void)openImage(noPicture, Media::Jpeg);
    // An empty document makes PDFium ready.
    (void)openPdf(asBytes("%PDF-1.4"));
}

} // namespace countersign::render
