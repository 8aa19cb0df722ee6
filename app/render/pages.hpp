// A document as pages, whatever it was written in. Decoders are handed bytes that outlive them, and answer with values;
// what they cannot read is a Trouble. They run inside the sandbox only. main thread.
#pragma once

#include "app/render/protocol/words.hpp"

#include <memory>

namespace countersign::render
{

struct Picture {
    Format format = Format::Gray8;
    std::uint32_t width = 0, height = 0; // rows are packed: the stride is width × bytesPerPixel
    Bytes rows;
};

class Pages
{
public:
    Pages() = default;
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;
    virtual ~Pages() = default;

    [[nodiscard]] virtual std::uint32_t count() const = 0; // at least 1
    // About `width` pixels wide, 1 to limits::sideMax; upright as the document says.
    [[nodiscard]] virtual Result<Picture, Trouble> picture(std::uint32_t page, std::uint32_t width) = 0;
    // Empty where the document has no text layer.
    [[nodiscard]] virtual std::vector<Word> words(std::uint32_t page) = 0;
};

using OpenedPages = Result<std::unique_ptr<Pages>, Trouble>;

[[nodiscard]] OpenedPages openPdf(BytesView document);
[[nodiscard]] OpenedPages openTiff(BytesView document);
[[nodiscard]] OpenedPages openImage(BytesView document, Media media); // Png or Jpeg: one page

// Loads what those libraries would look for on the disk when first used. To be called before the sandbox closes.
void loadDecoders();

} // namespace countersign::render
