#include "app/render/pages.hpp"

#include "app/render/protocol/limits.hpp"
#include "app/render/reduction.hpp"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

#include <algorithm>
#include <cmath>

namespace countersign::render
{
namespace
{

// Lines of a page that are asked for one by one; QtPdf reads the whole page's text anew for each of them.
constexpr int linesAskedMax = 300;

std::uint16_t inUnits(double part)
{
    return static_cast<std::uint16_t>(std::clamp(std::lround(part * boxUnit), 0L, static_cast<long>(boxUnit)));
}

std::optional<Word> wordOf(const QString &text, const QRectF &bounds, const QSizeF &page)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.isEmpty() || static_cast<std::size_t>(utf8.size()) > limits::wordBytesMax || page.isEmpty())
        return std::nullopt;
    Word word;
    word.x = inUnits(bounds.left() / page.width());
    word.y = inUnits(bounds.top() / page.height());
    word.width = static_cast<std::uint16_t>(std::max(inUnits(bounds.right() / page.width()), word.x) - word.x);
    word.height = static_cast<std::uint16_t>(std::max(inUnits(bounds.bottom() / page.height()), word.y) - word.y);
    word.text = utf8.toStdString();
    return word;
}

bool isGap(QChar c)
{
    return c.isSpace() || c.isNull();
}

qsizetype endOfLine(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at] != u'\n' && text[at] != u'\r')
        ++at;
    return at;
}

// A word's share of its line's box is its share of the characters: near enough to point at it.
void cutIntoWords(const QString &line, const QRectF &bounds, const QSizeF &page, std::vector<Word> &words)
{
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at;
        while (end < line.size() && !isGap(line[end]))
            ++end;
        const double each = bounds.width() / static_cast<double>(line.size());
        const QRectF box(bounds.left() + each * static_cast<double>(at), bounds.top(),
                         each * static_cast<double>(end - at), bounds.height());
        if (auto word = end > at ? wordOf(line.sliced(at, end - at), box, page) : std::nullopt)
            words.push_back(std::move(*word));
        at = end + 1;
    }
}

class PdfPages : public Pages
{
public:
    explicit PdfPages(BytesView document)
    {
        buffer_.setData(QByteArray::fromRawData(reinterpret_cast<const char *>(document.data()),
                                                static_cast<qsizetype>(document.size())));
        buffer_.open(QIODevice::ReadOnly);
    }

    [[nodiscard]] Trouble begin()
    {
        document_.load(&buffer_);
        const auto error = document_.error();
        if (error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme)
            return Trouble::Encrypted;
        if (document_.status() != QPdfDocument::Status::Ready || document_.pageCount() < 1)
            return Trouble::Malformed;
        return static_cast<std::uint32_t>(document_.pageCount()) > limits::pagesMax ? Trouble::TooLarge : Trouble::None;
    }

    [[nodiscard]] std::uint32_t count() const override { return static_cast<std::uint32_t>(document_.pageCount()); }

    [[nodiscard]] Result<Picture, Trouble> picture(std::uint32_t page, std::uint32_t width) override
    {
        const QSizeF points = document_.pagePointSize(static_cast<int>(page));
        if (!(points.width() > 0 && points.height() > 0))
            return failure(Trouble::NoPage);
        // A page has no pixels of its own: as wide as asked, unless it is a long strip.
        double wide = width;
        double tall = wide * points.height() / points.width();
        if (tall > limits::sideMax) {
            wide *= limits::sideMax / tall;
            tall = limits::sideMax;
        }
        const QSize size(std::max(1, static_cast<int>(wide)), std::max(1, static_cast<int>(tall)));
        QPdfDocumentRenderOptions options;
        options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
        const QImage image = document_.render(static_cast<int>(page), size, options);
        if (image.isNull() || image.depth() != 32)
            return failure(Trouble::NoPage);
        return onPaper(image);
    }

    [[nodiscard]] std::vector<Word> words(std::uint32_t page) override
    {
        const int number = static_cast<int>(page);
        const QSizeF points = document_.pagePointSize(number);
        const QString text = document_.getAllText(number).text();
        std::vector<Word> words;
        int asked = 0;
        for (qsizetype at = 0; at < text.size() && asked < linesAskedMax;) {
            const qsizetype end = endOfLine(text, at);
            const QString line = text.sliced(at, end - at);
            if (!line.trimmed().isEmpty()) {
                ++asked;
                const QPdfSelection selection =
                    document_.getSelectionAtIndex(number, static_cast<int>(at), static_cast<int>(end - at));
                cutIntoWords(line, selection.boundingRectangle(), points, words);
            }
            at = end + 1;
        }
        return words;
    }

private:
    // PDFium paints on nothing; a page lies on white.
    static Picture onPaper(const QImage &image)
    {
        const Extent extent{static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height())};
        Reduction reduction(extent, extent, Format::Rgb32);
        Bytes row(std::size_t{extent.width} * 4);
        for (int y = 0; y < image.height(); ++y) {
            const auto *const pixels = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (std::size_t x = 0; x < extent.width; ++x) {
                const int cover = qAlpha(pixels[x]);
                const auto mixed = [cover](int ink) { return (ink * cover + 255 * (255 - cover)) / 255; };
                row[x * 4] = static_cast<std::uint8_t>(mixed(qBlue(pixels[x])));
                row[x * 4 + 1] = static_cast<std::uint8_t>(mixed(qGreen(pixels[x])));
                row[x * 4 + 2] = static_cast<std::uint8_t>(mixed(qRed(pixels[x])));
            }
            reduction.addRow(row);
        }
        return reduction.finish();
    }

    QBuffer buffer_;
    QPdfDocument document_;
};

} // namespace

OpenedPages openPdf(BytesView document)
{
    auto pages = std::make_unique<PdfPages>(document);
    if (const Trouble trouble = pages->begin(); trouble != Trouble::None)
        return failure(trouble);
    return pages;
}

} // namespace countersign::render
