#include "ui/presenters/page_book.hpp"

#include "ui/presenters/page_words.hpp"
#include "ui/text/qt_text.hpp"

#include <algorithm>

namespace countersign::presenters
{

PageBook::PageBook(OpenDocument open, QObject *parent) : QObject(parent), open_(std::move(open)) {}

void PageBook::open(std::shared_ptr<const Bytes> document, domain::Source::MediaType media, QStringList texts)
{
    close();
    texts_ = std::move(texts);
    pageCount_ = static_cast<int>(texts_.size());
    document_ = std::move(document);
    state_ = State::Opening;
    decoder_ = open_ ? open_(document_, media) : nullptr;
    if (!decoder_)
        return takeFailure(PageTrouble::NoDecoder);
    connect(decoder_.get(), &PageDecoder::opened, this, &PageBook::takeOpened);
    connect(decoder_.get(), &PageDecoder::pictureReady, this, &PageBook::takePicture);
    connect(decoder_.get(), &PageDecoder::wordsReady, this, &PageBook::takeWords);
    connect(decoder_.get(), &PageDecoder::pageFailed, this, &PageBook::takePageFailure);
    connect(decoder_.get(), &PageDecoder::failed, this, &PageBook::takeFailure);
}

void PageBook::openText(QStringList texts, const QString &sentence)
{
    close();
    texts_ = std::move(texts);
    pageCount_ = static_cast<int>(texts_.size());
    sentence_ = sentence;
    state_ = State::Failed;
}

void PageBook::close()
{
    if (decoder_)
        decoder_->disconnect(this);
    decoder_.reset();
    document_.reset();
    state_ = State::Closed;
    sentence_.clear();
    pageCount_ = 0;
    texts_.clear();
    words_.clear();
    troubles_.clear();
    kept_.clear();
    small_.clear();
    isAsking_ = false;
    wordsAsked_.reset();
    page_ = width_ = 0;
    smallWanted_.clear();
    searched_.clear();
    hits_.clear();
    nextToSearch_ = 0;
}

QString PageBook::sentence(int page) const
{
    const auto found = troubles_.find(page);
    return found == troubles_.end() ? sentence_ : words::pageTrouble(found->second);
}

void PageBook::takeOpened(int pages)
{
    state_ = State::Ready;
    pageCount_ = pages;
    Q_EMIT opened();
    searchOn();
    askNext();
}

void PageBook::takeFailure(PageTrouble trouble)
{
    if (decoder_) {
        decoder_->disconnect(this);
        decoder_.release()->deleteLater(); // it is what calls
    }
    state_ = State::Failed;
    sentence_ = words::pageTrouble(trouble);
    isAsking_ = false;
    document_.reset();
    Q_EMIT failed();
    searchOn();
}

void PageBook::takePageFailure(int page, PageTrouble trouble)
{
    isAsking_ = false;
    if (wordsAsked_ == page)
        words_[page] = {};
    else
        troubles_[page] = trouble;
    wordsAsked_.reset();
    Q_EMIT pageChanged(page);
    searchOn();
    askNext();
}

void PageBook::takePicture(int page, const PagePicture &picture)
{
    isAsking_ = false;
    if (askedWidth_ == smallWidth)
        small_[page] = picture;
    else
        keep(page, picture);
    Q_EMIT pageChanged(page);
    askNext();
}

void PageBook::keep(int page, const PagePicture &picture)
{
    kept_.remove_if([page](const Kept &kept) { return kept.page == page; });
    kept_.push_front({page, askedWidth_, picture});
    qsizetype bytes = 0;
    for (auto kept = kept_.begin(); kept != kept_.end();) {
        bytes += kept->picture.rows.size();
        kept = bytes > pictureBytesMax && kept != kept_.begin() ? kept_.erase(kept) : std::next(kept);
    }
}

void PageBook::takeWords(int page, const std::vector<PageWord> &words)
{
    isAsking_ = false;
    wordsAsked_.reset();
    words_[page] = words;
    Q_EMIT pageChanged(page);
    searchOn();
    askNext();
}

void PageBook::look(int page, int width)
{
    page_ = page;
    width_ = std::max(width, smallWidth + 1); // the small picture is another one
    askNext();
}

void PageBook::lookSmall(int page)
{
    if (small_.contains(page) || troubles_.contains(page))
        return;
    std::erase(smallWanted_, page);
    smallWanted_.push_back(page);
    askNext();
}

// A picture is sharp enough while the page grows a little; asked for anew only where the difference shows.
bool PageBook::isSharp(int page, int width) const
{
    const auto kept = std::find_if(kept_.begin(), kept_.end(), [page](const Kept &k) { return k.page == page; });
    return kept != kept_.end() && kept->width * 10 >= width * 9;
}

bool PageBook::askForLookedAt()
{
    if (width_ <= 0 || page_ < 0 || page_ >= pageCount_ || troubles_.contains(page_) || isSharp(page_, width_))
        return false;
    askedWidth_ = width_;
    decoder_->askPicture(page_, width_);
    return true;
}

bool PageBook::askForWords(int page)
{
    if (page < 0 || page >= pageCount_ || words_.contains(page))
        return false;
    wordsAsked_ = page;
    decoder_->askWords(page);
    return true;
}

bool PageBook::askForSmall()
{
    while (!smallWanted_.empty()) {
        const int page = smallWanted_.back();
        smallWanted_.pop_back();
        if (page >= pageCount_ || small_.contains(page) || troubles_.contains(page))
            continue;
        askedWidth_ = smallWidth;
        decoder_->askPicture(page, smallWidth);
        return true;
    }
    return false;
}

void PageBook::askNext()
{
    if (state_ != State::Ready || isAsking_)
        return;
    isAsking_ = true;
    isAsking_ = askForLookedAt() || (width_ > 0 && askForWords(page_)) || askForSmall()
                || (isSearching() && askForWords(nextToSearch_));
}

const PagePicture *PageBook::picture(int page) const
{
    const auto found = std::find_if(kept_.begin(), kept_.end(), [page](const Kept &kept) { return kept.page == page; });
    if (found == kept_.end())
        return small(page);
    kept_.splice(kept_.begin(), kept_, found);
    return &kept_.front().picture;
}

const PagePicture *PageBook::small(int page) const
{
    const auto found = small_.find(page);
    return found == small_.end() ? nullptr : &found->second;
}

bool PageBook::hasOwnText(int page) const
{
    const auto found = words_.find(page);
    return found != words_.end() && !found->second.empty();
}

std::optional<QString> PageBook::text(int page) const
{
    if (hasOwnText(page))
        return textOf(words_.at(page));
    if (page < texts_.size())
        return texts_.at(page);
    if (words_.contains(page) || state_ == State::Failed)
        return QString();
    return std::nullopt;
}

void PageBook::search(const QString &wanted)
{
    searched_ = wanted.trimmed();
    hits_.clear();
    nextToSearch_ = 0;
    searchOn();
    askNext();
    Q_EMIT hitsChanged();
}

// As far as the text of the pages is known; the rest when it comes.
void PageBook::searchOn()
{
    if (searched_.isEmpty())
        return;
    const std::size_t before = hits_.size();
    while (nextToSearch_ < pageCount_ && hits_.size() < hitsMax
           && (words_.contains(nextToSearch_) || state_ == State::Failed))
        searchPage(nextToSearch_++);
    if (hits_.size() >= hitsMax)
        nextToSearch_ = pageCount_;
    if (hits_.size() != before || !isSearching())
        Q_EMIT hitsChanged();
}

void PageBook::searchPage(int page)
{
    if (hasOwnText(page)) {
        for (std::vector<QRectF> &boxes : findWords(words_.at(page), searched_))
            hits_.push_back({page, std::move(boxes)});
        return;
    }
    const int count = page < texts_.size() ? countOf(texts_.at(page), searched_) : 0;
    hits_.insert(hits_.end(), static_cast<std::size_t>(count), PageHit{page, {}});
}

std::vector<QRectF> PageBook::boxesOf(int page, const QString &wanted) const
{
    const auto found = words_.find(page);
    if (found == words_.end() || wanted.isEmpty())
        return {};
    const auto places = findWords(found->second, wanted);
    return places.empty() ? std::vector<QRectF>{} : places.front();
}

} // namespace countersign::presenters
