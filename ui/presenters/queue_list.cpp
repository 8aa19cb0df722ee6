#include "ui/presenters/queue_list.hpp"

#include "ui/text/qt_text.hpp"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <utility>

namespace countersign::presenters
{
namespace
{

using namespace std::chrono_literals;

constexpr milliseconds urgentWithin = 24h;
constexpr std::size_t firstScreens = 1024; // rows that are put in order before anything is shown
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

std::int64_t number(Instant instant)
{
    return instant.time_since_epoch().count();
}

// Case and accents do not matter to who searches for a name.
void appendFolded(QString &out, std::string_view utf8)
{
    const bool isAscii = std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii) {
        for (const char c : utf8)
            out += QChar::fromLatin1(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        return;
    }
    for (const QChar c : text::toQt(utf8).normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            out += c.toCaseFolded();
}

QString folded(const QString &text)
{
    QString out;
    appendFolded(out, text::toUtf8(text.simplified()));
    return out;
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
    keys_[at] = key;
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
        arrange(filter_, order_, now);
        return true;
    }
    before_.push_back(last);
    merge(*view_, standingsMoved, changed);
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
}

void QueueList::dropGone()
{
    before_.clear();
    std::size_t kept = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
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
    if (filter_.scope != QueueScope::Everything && key.isOpen != (filter_.scope == QueueScope::Open))
        return false;
    if (filter_.tier && static_cast<std::uint8_t>(*filter_.tier) != key.tier)
        return false;
    return filter_.workflow.isEmpty() || rows_[row]->workflow == filter_.workflow;
}

std::vector<std::uint32_t> QueueList::fitting() const
{
    std::vector<std::uint32_t> rows;
    rows.reserve(keys_.size());
    const QStringList words = folded(filter_.search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto hasWords = [&](std::size_t row) {
        const QStringView text = foldedRow(row);
        return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
    };
    for (std::size_t row = 0; row < keys_.size(); ++row)
        if (fits(row) && (words.isEmpty() || hasWords(row)))
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

// Smaller comes first; rows of the same rank keep the order of their arrival.
std::uint64_t QueueList::rank(const Key &key) const
{
    const auto ascending = [](std::int64_t value) { return static_cast<std::uint64_t>(value) ^ 1ULL << 63; };
    const auto tierFirst = [&] { return static_cast<std::uint64_t>(3 - key.tier) << 61 | ascending(key.due) >> 3; };
    switch (order_) {
    case QueueOrder::Urgency: // what runs out within a day by its time, then the rest by tier
        if (key.due != never && key.due - number(orderedAt_) <= urgentWithin.count())
            return ascending(key.due) >> 1;
        return 1ULL << 63 | tierFirst() >> 1;
    case QueueOrder::Tier:
        return tierFirst();
    case QueueOrder::Newest:
        return ~ascending(key.proposed);
    case QueueOrder::Oldest:
    case QueueOrder::Patient:
        return ascending(key.proposed);
    }
    return 0;
}

void QueueList::putInOrder(std::vector<std::uint32_t> rows)
{
    shown_ = std::move(rows);
    std::ranges::fill(places_, -1);
    sorted_ = 0;
    if (order_ == QueueOrder::Patient)
        std::ranges::stable_sort(shown_, [&](auto a, auto b) { return foldedRow(a) < foldedRow(b); });
    const bool isWhole = order_ == QueueOrder::Patient || shown_.size() <= 2 * firstScreens;
    const std::size_t head = isWhole ? shown_.size() : firstScreens;
    if (order_ != QueueOrder::Patient) {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
        ranked.reserve(shown_.size());
        for (const std::uint32_t row : shown_)
            ranked.emplace_back(rank(keys_[row]), row);
        const auto edge = ranked.begin() + static_cast<std::ptrdiff_t>(head);
        std::nth_element(ranked.begin(), edge, ranked.end());
        std::sort(ranked.begin(), edge);
        std::ranges::transform(ranked, shown_.begin(), [](const auto &pair) { return pair.second; });
    }
    for (; sorted_ < head; ++sorted_)
        places_[shown_[sorted_]] = static_cast<std::int32_t>(sorted_);
}

// Puts the rest in order, behind what is in order already.
void QueueList::settle() const
{
    if (sorted_ >= shown_.size())
        return;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
    ranked.reserve(shown_.size() - sorted_);
    for (std::size_t place = sorted_; place < shown_.size(); ++place)
        ranked.emplace_back(rank(keys_[shown_[place]]), shown_[place]);
    std::ranges::sort(ranked);
    for (const auto &[_, row] : ranked) {
        shown_[sorted_] = row;
        places_[row] = static_cast<std::int32_t>(sorted_++);
    }
}

std::size_t QueueList::rowAt(int place) const
{
    if (static_cast<std::size_t>(place) >= sorted_)
        settle();
    return shown_[static_cast<std::size_t>(place)];
}

void QueueList::arrange(const QueueFilter &filter, QueueOrder by, Instant now)
{
    filter_ = filter;
    order_ = by;
    orderedAt_ = now;
    dropGone();
    if (!filter_.search.trimmed().isEmpty() || order_ == QueueOrder::Patient)
        foldNames();
    putInOrder(fitting());
    arranged_ = rows_.size();
    waiting_ = 0;
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
    return line;
}

int QueueList::placeOf(const domain::ItemId &item) const
{
    const auto placeFrom = [&](std::size_t from) {
        for (std::size_t place = from; place < sorted_; ++place)
            if (rows_[shown_[place]]->id == item)
                return static_cast<int>(place);
        return -1;
    };
    const std::size_t looked = sorted_;
    if (const int place = placeFrom(0); place >= 0 || looked >= shown_.size())
        return place;
    settle();
    return placeFrom(looked);
}

} // namespace countersign::presenters
