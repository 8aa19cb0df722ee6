#include "ui/presenters/history_list.hpp"

#include "ui/presenters/statement_fields.hpp"

#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct History {
    Q_DECLARE_TR_FUNCTIONS(History)
};

QString reasonWords(const std::vector<domain::Reason> &reasons)
{
    QStringList words;
    for (const domain::Reason &reason : reasons)
        words << text::reasonChip(reason.code);
    return words.join(QStringLiteral(", "));
}

bool mentions(const std::vector<domain::Reason> &reasons, const std::string &code)
{
    return std::ranges::any_of(reasons, [&](const domain::Reason &reason) { return reason.code == code; });
}

template <class T>
void addOnce(std::vector<T> &list, const T &value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

} // namespace

domain::Verdict HistoryList::Row::verdict() const
{
    return own ? own->statement->verdict : other->decision->verdict;
}

const std::vector<domain::Reason> &HistoryList::Row::reasons() const
{
    return own ? own->statement->reasons : other->decision->reasons;
}

QString HistoryList::Row::person() const
{
    return text::shownOnOneLine(own ? own->statement->signer.name : other->decision->signerName);
}

void HistoryList::take(std::shared_ptr<const desk::HistoryView> history)
{
    if (history == history_ || history == nullptr)
        return;
    history_ = std::move(history);
    rows_.clear();
    for (const auto &own : history_->own)
        if (own->statement)
            rows_.push_back({own, nullptr, own->statement->signedAt, {}, {}});
    for (const auto &other : history_->others)
        if (other->decision)
            rows_.push_back({nullptr, other, other->decision->signedAt, {}, {}});
    for (Row &row : rows_) {
        row.at = parseInstant(row.signedAt).value_or(Instant{});
        const HistoryLine made = describe(row);
        row.folded = QStringList{made.patient, made.title, made.verdict, made.reasons, made.person}
                         .join(QLatin1Char(' '))
                         .toCaseFolded();
    }
    std::ranges::stable_sort(rows_, std::ranges::greater{}, &Row::at);
    arrange(filter_);
}

bool HistoryList::fits(const Row &row, const QStringList &words) const
{
    if (filter_.verdict && *filter_.verdict != row.verdict())
        return false;
    if (!filter_.reason.empty() && !mentions(row.reasons(), filter_.reason))
        return false;
    if (!filter_.person.isEmpty() && filter_.person != row.person())
        return false;
    return std::ranges::all_of(words, [&](const QString &word) { return row.folded.contains(word); });
}

void HistoryList::arrange(const HistoryFilter &filter)
{
    filter_ = filter;
    const QStringList words = filter.search.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    shown_.clear();
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (fits(rows_[i], words))
            shown_.push_back(i);
}

HistoryLine HistoryList::line(int place) const
{
    return describe(rows_[shown_[static_cast<std::size_t>(place)]]);
}

HistoryLine HistoryList::describe(const Row &row)
{
    HistoryLine line;
    line.time = text::signedTimeBrief(row.signedAt);
    line.verdict = text::phrase(row.verdict());
    line.reasons = reasonWords(row.reasons());
    line.person = row.person();
    line.isOwn = row.own != nullptr;
    if (row.own) {
        line.patient = text::patientName(row.own->patientName);
        line.title = text::shownOnOneLine(row.own->itemTitle);
        line.standing = text::phrase(row.own->standing);
        line.tone = toneOf(row.own->standing);
    } else {
        line.patient = text::patientName(row.other->family, row.other->given);
        line.title = text::shownOnOneLine(row.other->title);
        line.standing = text::phrase(row.other->state);
    }
    QStringList spoken{line.verdict, line.patient, line.title, line.time, line.reasons, line.person, line.standing};
    spoken.removeAll(QString());
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
}

std::vector<StatementField> HistoryList::statement(int place) const
{
    const Row &row = rows_[shown_[static_cast<std::size_t>(place)]];
    return row.own ? statementFields(*row.own) : summaryFields(*row.other);
}

std::vector<domain::Verdict> HistoryList::verdicts() const
{
    std::vector<domain::Verdict> out;
    for (const Row &row : rows_)
        addOnce(out, row.verdict());
    std::ranges::sort(out);
    return out;
}

std::vector<std::string> HistoryList::reasons() const
{
    std::vector<std::string> out;
    for (const Row &row : rows_)
        for (const domain::Reason &reason : row.reasons())
            addOnce(out, reason.code);
    std::ranges::sort(out);
    return out;
}

QStringList HistoryList::persons() const
{
    QStringList out;
    for (const Row &row : rows_)
        out << row.person();
    out.removeDuplicates();
    out.sort();
    return out;
}

} // namespace countersign::presenters
