// The queue in the order in which it is shown. Built for 100,000 rows: keys are read once per row and sorted as
// numbers, words are made only for rows that are painted. What is on the screen never moves by itself: rows that
// arrive wait until they are let in, rows that change change in place. Pure; gui thread.
#pragma once

#include "ui/presenters/queue_line.hpp"
#include "ui/presenters/similar_names.hpp"

#include "core/desk/snapshot.hpp"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace countersign::presenters
{

// Urgency: what ran out first, then by the time that is left divided by what the tier weighs.
enum class QueueOrder { Urgency, Tier, Newest, Oldest, Patient };
enum class QueueScope { Open, Decided, Everything };
enum class QueueGrouping { None, Patient, Workflow, Agent };

struct QueueFilter {
    QueueScope scope = QueueScope::Open;
    std::optional<domain::Tier> tier;
    domain::WorkflowId workflow; // empty: any
    QString search;
    bool operator==(const QueueFilter &) const = default;
    [[nodiscard]] bool narrows() const { return *this != QueueFilter{}; }
};

// Everything that decides which rows stand where.
struct QueueArrangement {
    QueueFilter filter;
    QueueOrder order = QueueOrder::Urgency;
    QueueGrouping grouping = QueueGrouping::None;
    bool operator==(const QueueArrangement &) const = default;
};

// The line above the members of a group.
struct QueueGroupLine {
    QString name;
    QString detail; // of a patient: age, sex, record number
    int members = 0;
    bool isFolded = false;
    QString spoken;
};

using OwnStandings = std::unordered_map<domain::ItemId, domain::Standing>;
[[nodiscard]] OwnStandings ownStandings(const desk::HistoryView &history);

class QueueList
{
public:
    // A place on the screen is an item's or a group's line; item(), line() and isOpen() are of items only.
    // Takes the newest view. True: everything may have changed places (the first rows). Otherwise `changed` holds the
    // shown places that read differently now; rows that left the queue stay, marked as gone, until arrange().
    bool take(std::shared_ptr<const desk::QueueView> view, OwnStandings own, Instant now, std::vector<int> &changed);
    // Sorts and filters anew, lets in whoever waits and lets go whoever is gone.
    void arrange(const QueueArrangement &arrangement, Instant now);
    // Folds the group at that place away, or shows its members again; nobody else moves.
    void fold(int place, bool isFolded);
    // The person looks at the item as it is now: from here on a change of it is told.
    void look(const domain::ItemId &item, std::vector<int> &changed);

    // Learns the names of some more rows, for telling lookalikes; true: all are learnt. Not done at once, because a
    // long queue would hold up the hand.
    bool learnNames(std::size_t atMost);

    // Whether the item's patient is easily mistaken for another, as far as names are learnt.
    [[nodiscard]] bool hasLookalike(const domain::ItemSummary &item) const
    {
        return names_.lookalikeOf(item).likeness != Likeness::None;
    }

    [[nodiscard]] int count() const { return static_cast<int>(shown_.size()); }
    [[nodiscard]] bool isGroup(int place) const { return (entryAt(place) & groupBit) != 0; }
    [[nodiscard]] QueueGroupLine group(int place, Instant now) const;
    [[nodiscard]] const domain::ItemSummary &item(int place) const;
    [[nodiscard]] QueueLine line(int place, Instant now) const;
    [[nodiscard]] bool isOpen(int place) const { return !isGroup(place) && keys_[rowAt(place)].isOpen; }
    [[nodiscard]] int placeOf(const domain::ItemId &item) const; // -1: not shown
    // The open items below that place, then from the top; at most so many, never the one at the place itself.
    [[nodiscard]] std::vector<domain::ItemId> openAfter(int place, std::size_t atMost) const;

    [[nodiscard]] const QueueArrangement &arrangement() const { return arrangement_; }
    [[nodiscard]] const QueueFilter &filter() const { return arrangement_.filter; }
    // Open, here, and let through by neither search nor filter: said beside the rows, never silent.
    [[nodiscard]] int hidden() const { return hidden_; }
    [[nodiscard]] int waiting() const { return waiting_; } // arrived, fit the filter, not let in yet
    [[nodiscard]] int openCount() const { return open_; }  // in the whole queue
    [[nodiscard]] int total() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool isComplete() const { return view_ && view_->isComplete; }
    // Workflows that occur, in the order of their first row.
    [[nodiscard]] std::vector<domain::WorkflowId> workflows() const;

private:
    struct Key {
        std::int64_t due = 0;
        std::int64_t proposed = 0;
        std::uint8_t tier = 0;
        bool isOpen = false;
        bool isGone = false;
        bool isListed = false; // let through when the list was last arranged; its group may be folded
    };

    [[nodiscard]] Key keyOf(const domain::ItemSummary &item) const;
    // In shown_: the number of a group rather than of a row.
    static constexpr std::uint32_t groupBit = 1U << 31;

    void append(const domain::ItemSummary &row);
    void replace(std::size_t at, const domain::ItemSummary &row, std::vector<int> &changed);
    void loseSight(std::size_t at, std::vector<int> &changed);
    void fill(const desk::QueueView &view);
    void merge(const desk::QueueView &next, bool standingsMoved, std::vector<int> &changed);
    void forget();
    void dropGone();
    void foldNames();
    [[nodiscard]] QStringView foldedRow(std::size_t row) const;
    [[nodiscard]] bool fits(std::size_t row) const;
    [[nodiscard]] std::vector<std::uint32_t> fitting() const;
    void putInOrder(std::vector<std::uint32_t> rows);
    void sortHead(std::size_t head);
    void gather();
    void showGroups();
    void countHidden();
    [[nodiscard]] std::string_view groupKey(std::size_t row) const;
    void settle() const;
    [[nodiscard]] std::uint32_t entryAt(int place) const;
    [[nodiscard]] std::size_t rowAt(int place) const { return entryAt(place); }
    [[nodiscard]] bool hasChanged(std::size_t row) const;
    [[nodiscard]] std::uint64_t rank(const Key &key) const;

    std::shared_ptr<const desk::QueueView> view_;
    std::vector<std::shared_ptr<const desk::QueueView>> before_; // keep rows alive that are gone but still shown
    OwnStandings own_;
    std::vector<const domain::ItemSummary *> rows_; // of those views, in the order of arrival
    std::vector<Key> keys_;                         // one a row
    // Place on the screen → row, and back. Only the first sorted_ places are in order until somebody looks further:
    // a first screen does not wait for the whole of a long queue.
    mutable std::vector<std::uint32_t> shown_;
    mutable std::vector<std::int32_t> places_;
    mutable std::size_t sorted_ = 0;
    QString folded_;                        // searchable text of all rows, one after another; made when first needed
    std::vector<std::uint32_t> foldedEnds_; // where each row's text ends
    struct Group {
        std::string key;
        std::vector<std::uint32_t> members;
    };
    std::vector<Group> groups_;
    std::unordered_set<std::string> closed_;                    // by key, so that a new order keeps them folded
    std::unordered_map<domain::ItemId, domain::Digest> looked_; // as the item was when the person looked
    SimilarNames names_;
    std::size_t learnt_ = 0; // rows whose patient is in names_
    QueueArrangement arrangement_;
    Instant orderedAt_;
    std::size_t arranged_ = 0; // rows that were here when it was last arranged
    int waiting_ = 0;
    int open_ = 0;
    int hidden_ = 0;
};

} // namespace countersign::presenters

Q_DECLARE_METATYPE(countersign::presenters::QueueGroupLine)
