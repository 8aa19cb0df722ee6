// Which row stands where: rank, groups, and the way back from an item to its place.
#include "ui/presenters/queue_list.hpp"

#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t firstScreens = 1024; // rows that are put in order before anything is shown
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

struct Queue {
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

std::uint64_t ascending(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) ^ 1ULL << 63;
}

// An hour of a critical item counts as much as eight of a low one.
std::int64_t riskTimesTime(std::int64_t left, std::uint8_t tier)
{
    return left <= 0 ? left : left >> tier;
}

} // namespace

// Smaller comes first; rows of the same rank keep the order of their arrival.
std::uint64_t QueueList::rank(const Key &key) const
{
    switch (arrangement_.order) {
    case QueueOrder::Urgency:
        if (key.due == never)
            return ~0ULL - key.tier;
        return ascending(riskTimesTime(key.due - orderedAt_.time_since_epoch().count(), key.tier));
    case QueueOrder::Tier:
        return static_cast<std::uint64_t>(3 - key.tier) << 61 | ascending(key.due) >> 3;
    case QueueOrder::Newest:
        return ~ascending(key.proposed);
    case QueueOrder::Oldest:
    case QueueOrder::Patient:
        return ascending(key.proposed);
    }
    return 0;
}

void QueueList::sortHead(std::size_t head)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
    ranked.reserve(shown_.size());
    for (const std::uint32_t row : shown_)
        ranked.emplace_back(rank(keys_[row]), row);
    const auto edge = ranked.begin() + static_cast<std::ptrdiff_t>(head);
    std::nth_element(ranked.begin(), edge, ranked.end());
    std::sort(ranked.begin(), edge);
    std::ranges::transform(ranked, shown_.begin(), [](const auto &pair) { return pair.second; });
}

void QueueList::putInOrder(std::vector<std::uint32_t> rows)
{
    const bool isGrouped = arrangement_.grouping != QueueGrouping::None;
    const bool isByName = arrangement_.order == QueueOrder::Patient;
    shown_ = std::move(rows);
    groups_.clear();
    std::ranges::fill(places_, -1);
    const bool isWhole = isByName || isGrouped || shown_.size() <= 2 * firstScreens;
    const std::size_t head = isWhole ? shown_.size() : firstScreens;
    if (isByName)
        std::ranges::stable_sort(shown_, [&](auto a, auto b) { return foldedRow(a) < foldedRow(b); });
    else
        sortHead(head);
    if (isGrouped) {
        gather();
        return;
    }
    for (sorted_ = 0; sorted_ < head; ++sorted_)
        places_[shown_[sorted_]] = static_cast<std::int32_t>(sorted_);
}

// A patient without an id is told apart by the record number.
std::string_view QueueList::groupKey(std::size_t row) const
{
    const domain::ItemSummary &item = *rows_[row];
    switch (arrangement_.grouping) {
    case QueueGrouping::Workflow:
        return item.workflow.text();
    case QueueGrouping::Agent:
        return item.agent.text();
    default:
        return item.patient.isEmpty() ? item.mrn.reveal() : item.patient.text();
    }
}

// Groups stand in the order of their first member.
void QueueList::gather()
{
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (const std::uint32_t row : shown_) {
        const std::string_view key = groupKey(row);
        const auto [found, isNew] = numbers.emplace(key, groups_.size());
        if (isNew)
            groups_.push_back({std::string(key), {}});
        groups_[found->second].members.push_back(row);
    }
    showGroups();
}

void QueueList::showGroups()
{
    std::ranges::fill(places_, -1);
    shown_.clear();
    for (std::size_t number = 0; number < groups_.size(); ++number) {
        shown_.push_back(groupBit | static_cast<std::uint32_t>(number));
        if (closed_.contains(groups_[number].key))
            continue;
        for (const std::uint32_t row : groups_[number].members) {
            places_[row] = static_cast<std::int32_t>(shown_.size());
            shown_.push_back(row);
        }
    }
    sorted_ = shown_.size();
}

void QueueList::fold(int place, bool isFolded)
{
    if (!isGroup(place))
        return;
    const std::string &key = groups_[entryAt(place) & ~groupBit].key;
    if (isFolded)
        closed_.insert(key);
    else
        closed_.erase(key);
    showGroups();
}

QueueGroupLine QueueList::group(int place, Instant now) const
{
    const Group &group = groups_[entryAt(place) & ~groupBit];
    const domain::ItemSummary &first = *rows_[group.members.front()];
    QueueGroupLine line;
    line.members = static_cast<int>(group.members.size());
    line.isFolded = closed_.contains(group.key);
    switch (arrangement_.grouping) {
    case QueueGrouping::Workflow:
        line.name = text::workflowName(first.workflow);
        break;
    case QueueGrouping::Agent:
        line.name = text::shownOnOneLine(first.agent.text());
        break;
    default: {
        const QueueLine patient = describe(first, std::nullopt, now);
        line.name = patient.patient;
        line.detail = patient.identity;
    }
    }
    const QString state = line.isFolded ? Queue::tr("folded") : Queue::tr("unfolded");
    QStringList spoken{line.name, line.detail, Queue::tr("%n item(s)", nullptr, line.members), state};
    spoken.removeAll(QString());
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
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

std::uint32_t QueueList::entryAt(int place) const
{
    if (static_cast<std::size_t>(place) >= sorted_)
        settle();
    return shown_[static_cast<std::size_t>(place)];
}

int QueueList::placeOf(const domain::ItemId &item) const
{
    const auto placeFrom = [&](std::size_t from) {
        for (std::size_t place = from; place < sorted_; ++place)
            if ((shown_[place] & groupBit) == 0 && rows_[shown_[place]]->id == item)
                return static_cast<int>(place);
        return -1;
    };
    const std::size_t looked = sorted_;
    if (const int place = placeFrom(0); place >= 0 || looked >= shown_.size())
        return place;
    settle();
    return placeFrom(looked);
}

std::vector<domain::ItemId> QueueList::openAfter(int place, std::size_t atMost) const
{
    std::vector<domain::ItemId> found;
    for (int step = 1; step <= count() && found.size() < atMost; ++step) {
        const int at = (std::max(place, -1) + step) % count();
        if (at != place && isOpen(at))
            found.push_back(item(at).id);
    }
    return found;
}

} // namespace countersign::presenters
