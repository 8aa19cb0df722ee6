#include "ui/presenters/queue_list.hpp"

#include "ui/presenters/folded.hpp"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <utility>

namespace countersign::presenters
{
namespace
{

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

std::int64_t number(Instant instant)
{
    return instant.time_since_epoch().count();
}

} // namespace

OwnStandings ownStandings(const desk::HistoryView &history)
{
    OwnStandings out;
    for (const auto &decision : history.own)
        out.insert_or_assign(decision->item, decision->standing);
    return out;
}

QueueList::Key QueueList::keyOf(const domain::ItemSummary &item) const
{
    const auto &until = item.dueAt ? item.dueAt : item.expiresAt;
    return {.due = until ? number(*until) : never,
            .proposed = number(item.proposedAt),
            .tier = static_cast<std::uint8_t>(item.tier),
            .isOpen = domain::isOpen(item.state) && (own_.empty() || !own_.contains(item.id))};
}

void QueueList::append(const domain::ItemSummary &row)
{
    rows_.push_back(&row);
    keys_.push_back(keyOf(row));
    places_.push_back(-1);
    open_ += keys_.back().isOpen ? 1 : 0;
}

void QueueList::replace(std::size_t at, const domain::ItemSummary &row, std::vector<int> &changed)
{
    const Key key = keyOf(row);
    open_ += static_cast<int>(key.isOpen) - static_cast<int>(keys_[at].isOpen);
    rows_[at] = &row;
    if (at < learnt_)
        names_.learn(row);
    const bool isListed = keys_[at].isListed;
    keys_[at] = key;
    keys_[at].isListed = isListed;
    if (places_[at] >= 0)
        changed.push_back(places_[at]);
}

void QueueList::loseSight(std::size_t at, std::vector<int> &changed)
{
    open_ -= keys_[at].isOpen ? 1 : 0;
    keys_[at].isOpen = false;
    keys_[at].isGone = true;
    if (places_[at] >= 0)
        changed.push_back(places_[at]);
}

void QueueList::forget()
{
    before_.clear();
    rows_.clear();
    keys_.clear();
    places_.clear();
    shown_.clear();
    folded_.clear();
    foldedEnds_.clear();
    names_.forget();
    learnt_ = 0;
    open_ = 0;
}

bool QueueList::take(std::shared_ptr<const desk::QueueView> view, OwnStandings own, Instant now,
                     std::vector<int> &changed)
{
    if (view == nullptr)
        return false;
    const bool standingsMoved = own != own_;
    if (view == view_ && !standingsMoved)
        return false;
    settle(); // by the keys that it was ordered by
    own_ = std::move(own);
    const auto last = std::exchange(view_, std::move(view));
    if (shown_.empty()) { // nothing is under anybody's hand
        fill(*view_);
        arrange(QueueArrangement(arrangement_), now);
        return true;
    }
    before_.push_back(last);
    merge(*view_, standingsMoved, changed);
    if (last->unsignedEdits != view_->unsignedEdits)
        for (std::size_t at = 0; at < rows_.size(); ++at)
            if (!keys_[at].isGone
                && last->unsignedEdits.contains(rows_[at]->id) != view_->unsignedEdits.contains(rows_[at]->id))
                replace(at, *rows_[at], changed);
    if (std::ranges::none_of(keys_, &Key::isGone))
        before_.clear();
    return false;
}

void QueueList::fill(const desk::QueueView &view)
{
    constexpr std::size_t ahead = 16; // rows lie scattered in memory: fetched before they are read
    forget();
    const auto &rows = view.rows;
    rows_.reserve(rows.size());
    keys_.reserve(rows.size());
    places_.reserve(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
#if defined(__GNUC__)
        if (at + ahead < rows.size()) {
            const auto *next = rows[at + ahead].get();
            __builtin_prefetch(&next->state);
            __builtin_prefetch(&next->proposedAt);
        }
#endif
        append(*rows[at]);
    }
}

// Both lists are in the order of arrival, so one walk finds what changed, what left and what is new.
void QueueList::merge(const desk::QueueView &next, bool standingsMoved, std::vector<int> &changed)
{
    std::size_t taken = 0;
    const auto &fresh = next.rows;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        if (keys_[at].isGone)
            continue;
        const bool isSame = taken < fresh.size() && fresh[taken].get() == rows_[at];
        const bool isHere = isSame || (taken < fresh.size() && fresh[taken]->id == rows_[at]->id);
        if (!isHere)
            loseSight(at, changed);
        else if (!isSame || (standingsMoved && own_.contains(rows_[at]->id)))
            replace(at, *fresh[taken], changed);
        taken += isHere ? 1 : 0;
    }
    for (; taken < fresh.size(); ++taken)
        append(*fresh[taken]);
    folded_.clear();
    foldedEnds_.clear();
    waiting_ = 0;
    for (std::size_t row = arranged_; row < rows_.size(); ++row)
        waiting_ += fits(row) ? 1 : 0;
    countHidden();
}

bool QueueList::learnNames(std::size_t atMost)
{
    const std::size_t end = std::min(rows_.size(), learnt_ + atMost);
    for (; learnt_ < end; ++learnt_)
        names_.learn(*rows_[learnt_]);
    return learnt_ == rows_.size();
}

void QueueList::dropGone()
{
    before_.clear();
    std::size_t kept = 0;
    const std::size_t learntBefore = learnt_;
    learnt_ = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (row < learntBefore && !keys_[row].isGone)
            ++learnt_;
        if (keys_[row].isGone)
            continue;
        rows_[kept] = rows_[row];
        keys_[kept] = keys_[row];
        ++kept;
    }
    if (kept == rows_.size())
        return;
    rows_.resize(kept);
    keys_.resize(kept);
    places_.resize(kept);
    folded_.clear();
    foldedEnds_.clear();
}

void QueueList::foldNames()
{
    if (foldedEnds_.size() == keys_.size())
        return;
    folded_.clear();
    foldedEnds_.clear();
    folded_.reserve(static_cast<qsizetype>(keys_.size() * 64));
    foldedEnds_.reserve(keys_.size());
    for (const domain::ItemSummary *row : rows_) {
        for (const std::string *part : {&row->family.reveal(), &row->given.reveal(), &row->mrn.reveal(), &row->title}) {
            appendFolded(folded_, *part);
            folded_ += QLatin1Char(' ');
        }
        foldedEnds_.push_back(static_cast<std::uint32_t>(folded_.size()));
    }
}

QStringView QueueList::foldedRow(std::size_t row) const
{
    const qsizetype from = row == 0 ? 0 : foldedEnds_[row - 1];
    return QStringView(folded_).sliced(from, foldedEnds_[row] - from);
}

bool QueueList::fits(std::size_t row) const
{
    const Key &key = keys_[row];
    if (filter().scope != QueueScope::Everything && key.isOpen != (filter().scope == QueueScope::Open))
        return false;
    if (filter().tier && static_cast<std::uint8_t>(*filter().tier) != key.tier)
        return false;
    return filter().workflow.isEmpty() || rows_[row]->workflow == filter().workflow;
}

std::vector<std::uint32_t> QueueList::fitting() const
{
    std::vector<std::uint32_t> rows;
    rows.reserve(keys_.size());
    const QStringList words = folded(filter().search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto hasWords = [&](std::size_t row) {
        const QStringView text = foldedRow(row);
        return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
    };
    for (std::size_t row = 0; row < keys_.size(); ++row)
        if (fits(row) && (words.isEmpty() || hasWords(row)))
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

void QueueList::arrange(const QueueArrangement &arrangement, Instant now)
{
    arrangement_ = arrangement;
    orderedAt_ = now;
    dropGone();
    if (!filter().search.trimmed().isEmpty() || arrangement_.order == QueueOrder::Patient)
        foldNames();
    auto rows = fitting();
    for (Key &key : keys_)
        key.isListed = false;
    for (const std::uint32_t row : rows)
        keys_[row].isListed = true;
    putInOrder(std::move(rows));
    arranged_ = rows_.size();
    waiting_ = 0;
    countHidden();
}

// Every open row is listed, waits behind the bar, or is counted as hidden: none is lost.
void QueueList::countHidden()
{
    hidden_ = 0;
    for (std::size_t row = 0; row < keys_.size(); ++row) {
        const bool isWaiting = row >= arranged_ && fits(row);
        hidden_ += keys_[row].isOpen && !keys_[row].isListed && !isWaiting ? 1 : 0;
    }
}

void QueueList::look(const domain::ItemId &item, std::vector<int> &changed)
{
    const int place = placeOf(item);
    if (place < 0)
        return;
    if (hasChanged(rowAt(place)))
        changed.push_back(place);
    looked_.insert_or_assign(item, rows_[rowAt(place)]->digest);
}

bool QueueList::hasChanged(std::size_t row) const
{
    const domain::ItemSummary &item = *rows_[row];
    if (looked_.empty())
        return false;
    if (const auto looked = looked_.find(item.id); looked != looked_.end())
        return looked->second != item.digest;
    return !item.supersedes.isEmpty() && looked_.contains(item.supersedes);
}

std::vector<domain::WorkflowId> QueueList::workflows() const
{
    std::vector<domain::WorkflowId> found;
    for (const domain::ItemSummary *row : rows_)
        if (std::ranges::find(found, row->workflow) == found.end())
            found.push_back(row->workflow);
    return found;
}

const domain::ItemSummary &QueueList::item(int place) const
{
    return *rows_[rowAt(place)];
}

QueueLine QueueList::line(int place, Instant now) const
{
    const std::size_t row = rowAt(place);
    const auto own = own_.find(rows_[row]->id);
    QueueLine line = describe(*rows_[row], own == own_.end() ? std::nullopt : std::optional(own->second), now);
    if (keys_[row].isGone)
        markGone(line);
    else if (line.isOpen && hasChanged(row))
        markChanged(line);
    else if (line.isOpen && view_->unsignedEdits.contains(rows_[row]->id))
        markEdited(line);
    if (const Lookalike lookalike = names_.lookalikeOf(*rows_[row]); lookalike.likeness != Likeness::None)
        markLookalike(line, phrase(lookalike));
    return line;
}

} // namespace countersign::presenters
