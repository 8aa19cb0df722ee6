// The queue in the order in which it is shown. Built for 100,000 rows: keys are read once per row and sorted as
// numbers, words are made only for rows that are painted. What is on the screen never moves by itself: rows that
// arrive wait until they are let in, rows that change change in place. Pure; gui thread.
#pragma once

#include "ui/presenters/queue_line.hpp"

#include "core/desk/snapshot.hpp"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace countersign::presenters
{

enum class QueueOrder { Urgency, Tier, Newest, Oldest, Patient };
enum class QueueScope { Open, Decided, Everything };

struct QueueFilter {
    QueueScope scope = QueueScope::Open;
    std::optional<domain::Tier> tier;
    domain::WorkflowId workflow; // empty: any
    QString search;
    bool operator==(const QueueFilter &) const = default;
    [[nodiscard]] bool narrows() const { return *this != QueueFilter{}; }
};

using OwnStandings = std::unordered_map<domain::ItemId, domain::Standing>;
[[nodiscard]] OwnStandings ownStandings(const desk::HistoryView &history);

class QueueList
{
public:
    // Takes the newest view. True: everything may have changed places (the first rows). Otherwise `changed` holds the
    // shown places that read differently now; rows that left the queue stay, marked as gone, until arrange().
    bool take(std::shared_ptr<const desk::QueueView> view, OwnStandings own, Instant now, std::vector<int> &changed);
    // Sorts and filters anew, lets in whoever waits and lets go whoever is gone.
    void arrange(const QueueFilter &filter, QueueOrder order, Instant now);

    [[nodiscard]] int count() const { return static_cast<int>(shown_.size()); }
    [[nodiscard]] const domain::ItemSummary &item(int place) const;
    [[nodiscard]] QueueLine line(int place, Instant now) const;
    [[nodiscard]] bool isOpen(int place) const { return keys_[rowAt(place)].isOpen; }
    [[nodiscard]] int placeOf(const domain::ItemId &item) const; // -1: not shown

    [[nodiscard]] const QueueFilter &filter() const { return filter_; }
    [[nodiscard]] QueueOrder order() const { return order_; }
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
    };

    [[nodiscard]] Key keyOf(const domain::ItemSummary &item) const;
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
    void settle() const;
    [[nodiscard]] std::size_t rowAt(int place) const;
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
    QueueFilter filter_;
    QueueOrder order_ = QueueOrder::Urgency;
    Instant orderedAt_;
    std::size_t arranged_ = 0; // rows that were here when it was last arranged
    int waiting_ = 0;
    int open_ = 0;
};

} // namespace countersign::presenters
