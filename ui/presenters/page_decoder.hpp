// One scanned or faxed document that somebody else decodes: pictures of its pages, and words where it has any. The
// pixels are not ours to trust beyond their size; that holds whoever implements this. gui thread; never blocks.
#pragma once

#include "core/base/bytes.hpp"
#include "core/domain/proposal.hpp"

#include <QByteArray>
#include <QObject>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace countersign::presenters
{

struct PagePicture {
    int width = 0, height = 0; // pixels
    bool isGray = true;        // one byte a pixel, else four: 0xffRRGGBB in memory order of the machine
    QByteArray rows;           // packed, width × height pixels
    bool operator==(const PagePicture &) const = default;
};

struct PageWord {
    QRectF box; // shares of the page: 0 to 1
    QString text;
    bool operator==(const PageWord &) const = default;
};

enum class PageTrouble {
    Malformed,
    Encrypted,
    TooLarge,
    NoPage,   // this page only
    TooSlow,  // it was ended
    Stopped,  // it ended by itself, or said something unlawful
    NoDecoder // there is none on this machine
};

class PageDecoder : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Answered by exactly one pictureReady or wordsReady, pageFailed, or failed. One ask at a time; the first after
    // opened().
    virtual void askPicture(int page, int width) = 0;
    virtual void askWords(int page) = 0;

Q_SIGNALS:
    void opened(int pages);
    void pictureReady(int page, const countersign::presenters::PagePicture &picture);
    void wordsReady(int page, const std::vector<countersign::presenters::PageWord> &words);
    void pageFailed(int page, countersign::presenters::PageTrouble trouble);
    // Nothing more will come.
    void failed(countersign::presenters::PageTrouble trouble);
};

// Begins to open a document; its signals come later, never from within the call. Deleting the decoder gives it up.
using OpenDocument =
    std::function<std::unique_ptr<PageDecoder>(std::shared_ptr<const Bytes> document, domain::Source::MediaType media)>;

} // namespace countersign::presenters
