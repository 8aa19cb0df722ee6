// Searching in all sources of the open item, read or not.
#include "ui/presenters/review_presenter.hpp"

#include "ui/presenters/review_words.hpp"

#include <QCryptographicHash>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

constexpr milliseconds sliceMax{8}; // of reading sources in, at once: the window stays at hand
constexpr int snippetBefore = 36;
constexpr int snippetAfter = 72;

// At a blank, where there is one near.
int snippetStart(const QString &text, int hit)
{
    const int from = std::max(0, hit - snippetBefore);
    const auto blank = static_cast<int>(text.indexOf(QLatin1Char(' '), from));
    return from == 0 || blank < 0 || blank >= hit ? from : blank + 1;
}

SearchLine lineOf(const SearchHit &hit, const domain::Source &source, const TextBlock &block)
{
    SearchLine line;
    line.where = words::hitPlace(source, block, hit.page);
    const QString &text = block.text;
    const int start = snippetStart(text, hit.start);
    const int end = std::min(static_cast<int>(text.size()), std::min(hit.end, hit.start + snippetAfter) + snippetAfter);
    const QString dots = start > 0 ? QStringLiteral("\u2026 ") : QString();
    line.text = dots + text.mid(start, end - start) + (end < text.size() ? QStringLiteral(" \u2026") : QString());
    line.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    line.start = static_cast<int>(dots.size()) + hit.start - start;
    line.end = static_cast<int>(dots.size()) + std::min(hit.end, end) - start;
    return line;
}

} // namespace

QString ReviewPresenter::origin() const
{
    if (item_ == nullptr)
        return {};
    const auto named = QByteArray::fromStdString("countersign origin " + item_->proposal.patient.id.text());
    return QString::fromLatin1(QCryptographicHash::hash(named, QCryptographicHash::Sha256).toHex());
}

void ReviewPresenter::search(const QString &words)
{
    if (item_ == nullptr || words == searched_)
        return;
    touch();
    searched_ = words;
    leavePlace();
    searchOn();
}

// Reads in as many sources as one slice holds, then looks; goes on by itself until every source was read in.
void ReviewPresenter::searchOn()
{
    const auto &sources = item_->proposal.sources;
    if (searched_.isEmpty()) {
        found_ = {};
        return describe();
    }
    const milliseconds since = elapsed();
    while (searchable_ < sources.size()) { // one at least: a slow clock must not stop the search
        search_.add(sources[searchable_].id, pageOf(sources[searchable_]));
        ++searchable_;
        if (elapsed() - since > sliceMax)
            break;
    }
    found_ = search_.find(searched_);
    if (searchable_ < sources.size())
        searchTimer_->start(0);
    describe();
}

void ReviewPresenter::stepHit(int by)
{
    if (found_.hits.empty())
        return;
    const auto last = static_cast<std::ptrdiff_t>(found_.hits.size()) - 1;
    const auto at = hit_ ? static_cast<std::ptrdiff_t>(*hit_) + by : by > 0 ? 0 : last;
    showHit(static_cast<int>(std::clamp<std::ptrdiff_t>(at, 0, last)));
}

void ReviewPresenter::showHit(int line)
{
    if (item_ == nullptr || line < 0 || static_cast<std::size_t>(line) >= found_.hits.size())
        return;
    touch();
    hit_ = static_cast<std::size_t>(line);
    show(found_.hits[*hit_].source);
    describe();
}

// The hit is marked where it stands in its source, instead of what the statement cites.
void ReviewPresenter::describeHit()
{
    if (!hit_ || *hit_ >= found_.hits.size() || found_.hits[*hit_].source != source_)
        return;
    const SearchHit &hit = found_.hits[*hit_];
    EvidenceView &evidence = view_.evidence;
    evidence.page.marks = {{hit.block, hit.start, hit.end, TextMark::Kind::Evidence}};
    evidence.notice.clear();
    evidence.isNoticeGrave = false;
    if (evidence.pages) {
        evidence.pages->page = static_cast<int>(hit.page);
        evidence.pages->box.reset();
        evidence.pages->exact =
            (*evidence.page.blocks)[static_cast<std::size_t>(hit.block)].text.mid(hit.start, hit.end - hit.start);
    }
}

void ReviewPresenter::describeSearch()
{
    SearchView &view = view_.search;
    view.words = searched_;
    if (searched_.size() < SourceSearch::lettersMin)
        return;
    view.sentence = words::searchSentence(found_, item_->proposal.sources.size() - searchable_);
    for (const SearchHit &hit : found_.hits)
        if (const domain::Source *const source = domain::findSource(item_->proposal, hit.source))
            view.lines.push_back(lineOf(hit, *source, (*pageOf(*source).blocks)[static_cast<std::size_t>(hit.block)]));
    if (hit_ && *hit_ < view.lines.size())
        view.current = static_cast<int>(*hit_);
}

} // namespace countersign::presenters
