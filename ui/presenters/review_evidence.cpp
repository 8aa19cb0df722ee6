// The evidence beside the statement: which source is looked at, for how long, and what is marked in it.
#include "ui/presenters/review_presenter.hpp"

#include "core/base/unicode.hpp"
#include "ui/presenters/basis_page.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/text/qt_text.hpp"

#include <algorithm>

namespace countersign::presenters
{

void ReviewPresenter::beginLooking()
{
    const DraftStep *const step = currentStep();
    if (step != nullptr && !step->citations.empty())
        show(step->citations.front().sourceId);
    else if (!item_->proposal.sources.empty())
        show(item_->proposal.sources.front().id);
}

void ReviewPresenter::describeEvidence()
{
    EvidenceView &view = view_.evidence;
    const DraftStep *const step = currentStep();
    const std::size_t count = step == nullptr ? 0 : step->citations.size();
    citation_ = count == 0 ? 0 : std::min(citation_, count - 1);
    const bool isCited = count > 0 && step->citations[citation_].sourceId == source_;
    const domain::Source *const source = domain::findSource(item_->proposal, source_);
    if (source == nullptr) {
        view.notice = words::noSources();
        return;
    }
    view.sourceId = text::toQt(source->id.text());
    view.title = text::shownOnOneLine(source->title);
    view.detail = words::sourceDetail(*source);
    view.apart = words::apartFromChart(*source);
    const SourcePage &page = pageOf(*source);
    view.page.blocks = page.blocks;
    describePages(*source, isCited ? &step->citations[citation_] : nullptr);
    if (count == 0) {
        view.notice = step != nullptr && step->support == Support::Uncited ? words::nothingCited() : QString();
        return;
    }
    view.position = words::citationPosition(citation_, count);
    view.hasPrevious = citation_ > 0;
    view.hasNext = citation_ + 1 < count;
    if (!isCited && step->citations[citation_].sourceId != source_)
        return;
    const CitedPlace place = texts_->locate(step->citations[citation_]);
    view.page.marks = markCited(page, *source, place, *texts_);
    view.isNoticeGrave = isUnsupported(place.support);
    const bool isMarked = !view.page.marks.empty() || (view.pages && view.pages->page);
    view.notice = words::placeNotice(place, isMarked);
}

const SourcePage &ReviewPresenter::pageOf(const domain::Source &source)
{
    const auto [page, isNew] = pages_.try_emplace(source.id);
    if (isNew)
        page->second = describeSource(source, *texts_);
    return page->second;
}

// A document's content is asked for when it is looked at, and shown when it came.
void ReviewPresenter::describePages(const domain::Source &source, const domain::Citation *cited)
{
    if (!hasPages(source))
        return;
    const auto blob = open_->blobs.find(source.blob);
    view_.evidence.pages =
        presenters::describePages(source, blob == open_->blobs.end() ? nullptr : &blob->second,
                                  cited == nullptr ? nullptr : std::get_if<domain::PageSelector>(&cited->selector));
    view_.evidence.pages->patient = subjectOf(item_->proposal.patient);
}

// What speaks against the statement is marked like what speaks for it.
void ReviewPresenter::describeFindingEvidence()
{
    const domain::Finding *const finding = findings_.find(finding_);
    if (finding == nullptr || finding->sourceId != source_ || !finding->sourceSpan)
        return;
    const domain::Source *const source = domain::findSource(item_->proposal, source_);
    const auto page = pages_.find(source_);
    if (source == nullptr || page == pages_.end())
        return;
    CitedPlace place;
    place.span =
        Span{static_cast<std::size_t>((*finding->sourceSpan)[0]), static_cast<std::size_t>((*finding->sourceSpan)[1])};
    if (finding->page)
        place.page = static_cast<std::size_t>(*finding->page - 1);
    auto marks = markCited(page->second, *source, place, *texts_);
    if (!marks.empty())
        view_.evidence.page.marks = std::move(marks);
}

TextPage ReviewPresenter::basis() const
{
    return item_ == nullptr ? TextPage{} : describeBasis(*open_);
}

void ReviewPresenter::stepCitation(int by)
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->citations.empty())
        return;
    touch();
    leavePlace();
    const auto last = static_cast<std::ptrdiff_t>(step->citations.size()) - 1;
    citation_ =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(citation_) + by, 0, last));
    show(step->citations[citation_].sourceId);
    describe();
}

bool ReviewPresenter::showOrigin()
{
    const DraftStep *const step = currentStep();
    if (step == nullptr || step->statement.isEmpty())
        return false;
    const domain::Statement *statement = domain::findStatement(edits_->original(), step->statement);
    if (statement == nullptr)
        statement = domain::findStatement(edits_->draft(), step->statement);
    const auto copied = statement == nullptr ? std::vector<CopiedWords>{} : copied_.in(statement->text);
    if (copied.empty())
        return false;
    touch();
    leavePlace();
    const std::u32string text = toCodePoints(statement->text);
    const Span span = copied.front().span;
    domain::QuoteSelector quote;
    quote.exact = toUtf8(std::u32string_view(text).substr(span.start, span.end - span.start));
    const domain::SourceId source = item_->proposal.sources[copied.front().origin].id;
    origin_ = domain::Citation{source, std::move(quote)};
    show(source);
    describe();
    return true;
}

void ReviewPresenter::describeOrigin()
{
    if (!origin_ || origin_->sourceId != source_)
        return;
    const domain::Source *const source = domain::findSource(item_->proposal, source_);
    view_.evidence.page.marks = markCited(pageOf(*source), *source, texts_->locate(*origin_), *texts_);
    view_.evidence.notice = words::origin(*source);
    view_.evidence.isNoticeGrave = false;
}

void ReviewPresenter::leavePlace()
{
    hit_.reset();
    origin_.reset();
}

void ReviewPresenter::showSource(const QString &id)
{
    if (item_ == nullptr)
        return;
    touch();
    leavePlace();
    show(domain::SourceId{text::toUtf8(id)});
    describe();
}

// Showing is told at once, for a policy that asks for it; how long, when the eye has gone elsewhere.
void ReviewPresenter::show(domain::SourceId source) // a copy: what it names may be described anew
{
    if (source == source_ || domain::findSource(item_->proposal, source) == nullptr)
        return;
    const auto looked = stopLooking();
    source_ = source;
    sourceSince_ = elapsed();
    opened_.insert(source);
    if (looked)
        feed_.submit(*looked);
    feed_.submit(desk::ShowEvidence{item_->id, source, 0});
    if (const auto &blob = domain::findSource(item_->proposal, source)->blob; !blob.isEmpty())
        feed_.submit(desk::FetchBlob{item_->id, blob});
}

// Each page is told once: that it was on the screen, not how often.
void ReviewPresenter::seePage(const QString &source, int page)
{
    if (item_ == nullptr || text::toUtf8(source) != source_.text() || !seenPages_.emplace(source_, page).second)
        return;
    feed_.submit(desk::ShowEvidence{item_->id, source_, 0, page + 1});
}

// What is to be told of the source that was looked at until now.
std::optional<desk::ShowEvidence> ReviewPresenter::stopLooking()
{
    if (item_ == nullptr || source_.isEmpty())
        return std::nullopt;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed() - sourceSince_).count();
    sourceSince_ = elapsed();
    return seconds > 0 ? std::optional{desk::ShowEvidence{item_->id, source_, seconds}} : std::nullopt;
}

} // namespace countersign::presenters
