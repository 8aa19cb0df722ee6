// Every decision as it was signed: this person's own from the local store, and others' as the queue tells of them.
// Filtered by verdict, reason, person and words. Pure; gui thread only because of tr.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/queue_line.hpp"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::presenters
{

struct HistoryLine {
    QString time, patient, title, verdict, reasons, person, standing;
    StandingTone tone = StandingTone::Neutral;
    bool isOwn = true;
    QString spoken;
    bool operator==(const HistoryLine &) const = default;
};

struct HistoryFilter {
    std::optional<domain::Verdict> verdict;
    std::string reason; // a code; empty: any
    QString person;     // a name as shown; empty: any
    QString search;
    bool operator==(const HistoryFilter &) const = default;
};

// A labelled plain field of the signed statement; a heading has no value.
struct StatementField {
    QString label, value;
    bool isHeading = false;
    bool isCode = false; // digests and ids: one width a character
    bool operator==(const StatementField &) const = default;
};

class HistoryList
{
public:
    void take(std::shared_ptr<const desk::HistoryView> history);
    void arrange(const HistoryFilter &filter);

    [[nodiscard]] int count() const { return static_cast<int>(shown_.size()); }
    [[nodiscard]] int total() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] HistoryLine line(int place) const;
    [[nodiscard]] std::vector<StatementField> statement(int place) const;
    [[nodiscard]] const HistoryFilter &filter() const { return filter_; }

    // What occurs in the whole list, for the filters.
    [[nodiscard]] std::vector<domain::Verdict> verdicts() const;
    [[nodiscard]] std::vector<std::string> reasons() const;
    [[nodiscard]] QStringList persons() const;

private:
    struct Row {
        std::shared_ptr<const desk::DecisionView> own;
        desk::QueueRow other; // when it is not our own
        std::string signedAt; // RFC 3339
        Instant at;
        QString folded;
        [[nodiscard]] domain::Verdict verdict() const;
        [[nodiscard]] const std::vector<domain::Reason> &reasons() const;
        [[nodiscard]] QString person() const;
    };
    [[nodiscard]] static HistoryLine describe(const Row &row);
    [[nodiscard]] bool fits(const Row &row, const QStringList &words) const;

    std::shared_ptr<const desk::HistoryView> history_;
    std::vector<Row> rows_; // newest first
    std::vector<std::size_t> shown_;
    HistoryFilter filter_;
};

} // namespace countersign::presenters
