// A document being read page by page: which pages were asked for, which pictures are kept (bounded in bytes), the text
// of each page, and where in it searched words stand. Asks the decoder for one thing at a time, what is looked at
// first. gui thread.
#pragma once

#include "ui/presenters/page_decoder.hpp"

#include <QStringList>

#include <list>
#include <map>
#include <optional>
#include <set>

namespace countersign::presenters
{

// Words on a page that answer a search; without boxes where only the text is known.
struct PageHit {
    int page = 0;
    std::vector<QRectF> boxes;
    bool operator==(const PageHit &) const = default;
};

class PageBook : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Opening, Ready, Failed };
    static constexpr qsizetype pictureBytesMax = 96 * 1024 * 1024;
    static constexpr std::size_t hitsMax = 2000;

    explicit PageBook(OpenDocument open, QObject *parent = nullptr);

    void setDocuments(OpenDocument open) { open_ = std::move(open); }
    // `texts`: what was recognised on each page before, if anything; shown where the document has no words of its own.
    void open(std::shared_ptr<const Bytes> document, domain::Source::MediaType media, QStringList texts);
    // There is no content yet, or there is none at all: a sentence says so.
    void openText(QStringList texts, const QString &sentence);
    void close();

    [[nodiscard]] State state() const { return state_; }
    // Why no page can be shown; or why this one cannot. Empty while it can, or is being made.
    [[nodiscard]] QString sentence() const { return sentence_; }
    [[nodiscard]] QString sentence(int page) const;
    [[nodiscard]] int pageCount() const { return pageCount_; }

    // The page that is looked at, about that wide: asked for before everything else.
    void look(int page, int width);
    // Its small picture, for the rail.
    void lookSmall(int page);
    static constexpr int smallWidth = 120;

    // The best that is here; null: none yet.
    [[nodiscard]] const PagePicture *picture(int page) const;
    [[nodiscard]] const PagePicture *small(int page) const;
    // Nothing while it is not known yet.
    [[nodiscard]] std::optional<QString> text(int page) const;
    // Whether the text is the document's own, or what somebody recognised.
    [[nodiscard]] bool hasOwnText(int page) const;

    // Case and marks of letters are set aside. An empty word ends the search.
    void search(const QString &words);
    [[nodiscard]] const QString &searched() const { return searched_; }
    [[nodiscard]] const std::vector<PageHit> &hits() const { return hits_; }
    [[nodiscard]] bool isSearching() const { return !searched_.isEmpty() && nextToSearch_ < pageCount_; }
    // Boxes of those words on that page, as far as they are known: for a citation that names no box.
    [[nodiscard]] std::vector<QRectF> boxesOf(int page, const QString &words) const;

Q_SIGNALS:
    void opened();
    void pageChanged(int page); // its picture, text or trouble
    void hitsChanged();
    void failed();

private:
    struct Kept {
        int page = 0;
        int width = 0; // that was asked for: a scan may have fewer pixels
        PagePicture picture;
    };
    void takeOpened(int pages);
    void takePicture(int page, const PagePicture &picture);
    void takeWords(int page, const std::vector<PageWord> &words);
    void takeFailure(PageTrouble trouble);
    void takePageFailure(int page, PageTrouble trouble);
    void askNext();
    [[nodiscard]] bool askForLookedAt();
    [[nodiscard]] bool askForSmall();
    [[nodiscard]] bool askForWords(int page);
    void searchOn();
    void searchPage(int page);
    void keep(int page, const PagePicture &picture);
    [[nodiscard]] bool isSharp(int page, int width) const;

    OpenDocument open_;
    std::unique_ptr<PageDecoder> decoder_;
    std::shared_ptr<const Bytes> document_;
    State state_ = State::Closed;
    QString sentence_;
    int pageCount_ = 0;
    QStringList texts_;
    std::map<int, std::vector<PageWord>> words_;
    std::map<int, PageTrouble> troubles_;
    mutable std::list<Kept> kept_; // the last used first
    std::map<int, PagePicture> small_;
    bool isAsking_ = false;
    int askedWidth_ = 0;
    std::optional<int> wordsAsked_;
    int page_ = 0;
    int width_ = 0;
    std::vector<int> smallWanted_; // the last wanted last
    QString searched_;
    int nextToSearch_ = 0;
    std::vector<PageHit> hits_;
};

} // namespace countersign::presenters
