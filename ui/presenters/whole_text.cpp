#include "ui/presenters/whole_text.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

using Kind = WholeParagraph::Kind;

struct Whole {
    Q_DECLARE_TR_FUNCTIONS(WholeText)
};

// More pairs than this are not compared: what is left is paired in order.
constexpr std::ptrdiff_t pairsMax = 1'000'000;

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

// The paragraphs between two titles, old and new, matched with each other.
class Stretch
{
public:
    Stretch(const WholeParagraph *from, std::ptrdiff_t count, QStringList after, WholeText &out)
        : before_(from, from + count), after_(std::move(after)), out_(out), taken_(after_.size(), -1)
    {
    }

    void match(const domain::SectionId &section)
    {
        pairEqual();
        pairRest();
        for (qsizetype i = 0; i < after_.size(); ++i) {
            const auto old = taken_[static_cast<std::size_t>(i)];
            WholeParagraph made{Kind::Statement, section, {}, after_[i]};
            if (old >= 0)
                made.statement = before_[static_cast<std::size_t>(old)].statement;
            if (made.statement.isEmpty() && isBlank(made.text))
                made.kind = Kind::Gap;
            out_.push_back(std::move(made));
        }
    }

private:
    // The longest common subsequence of paragraphs that stayed as they were.
    void pairEqual()
    {
        const auto rows = std::ssize(before_);
        const auto columns = std::ptrdiff_t{after_.size()};
        if (rows * columns > pairsMax)
            return;
        std::vector<int> best(static_cast<std::size_t>((rows + 1) * (columns + 1)), 0);
        const auto at = [&](std::ptrdiff_t i, std::ptrdiff_t j) -> int & {
            return best[static_cast<std::size_t>(i * (columns + 1) + j)];
        };
        for (auto i = rows - 1; i >= 0; --i)
            for (auto j = columns - 1; j >= 0; --j)
                at(i, j) = isSame(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        for (std::ptrdiff_t i = 0, j = 0; i < rows && j < columns;) {
            if (isSame(i, j))
                taken_[static_cast<std::size_t>(j++)] = i++;
            else if (at(i + 1, j) >= at(i, j + 1))
                ++i;
            else
                ++j;
        }
    }

    // Between two that stayed: first with first. One that was split keeps its statement where most of it is.
    void pairRest()
    {
        std::ptrdiff_t old = 0;
        for (std::ptrdiff_t j = 0; j < std::ssize(taken_);) {
            auto next = j;
            while (next < std::ssize(taken_) && taken_[static_cast<std::size_t>(next)] < 0)
                ++next;
            const auto oldEnd =
                next < std::ssize(taken_) ? taken_[static_cast<std::size_t>(next)] : std::ssize(before_);
            pairBetween(old, oldEnd, j, next);
            old = oldEnd + 1;
            j = next + 1;
        }
    }

    void pairBetween(std::ptrdiff_t old, std::ptrdiff_t oldEnd, std::ptrdiff_t j, std::ptrdiff_t next)
    {
        std::vector<std::ptrdiff_t> named; // those that are statements
        for (; old < oldEnd; ++old)
            if (!before_[static_cast<std::size_t>(old)].statement.isEmpty())
                named.push_back(old);
        if (named.size() == 1 && next > j) {
            taken_[static_cast<std::size_t>(bestFor(named.front(), j, next))] = named.front();
            return;
        }
        for (std::size_t i = 0; i < named.size() && j < next; ++i, ++j)
            taken_[static_cast<std::size_t>(j)] = named[i];
    }

    [[nodiscard]] std::ptrdiff_t bestFor(std::ptrdiff_t old, std::ptrdiff_t j, std::ptrdiff_t next) const
    {
        const QString &was = before_[static_cast<std::size_t>(old)].text;
        auto best = j;
        qsizetype most = -1;
        for (; j < next; ++j) {
            const QString &is = after_[j];
            const auto ends = std::mismatch(was.begin(), was.end(), is.begin(), is.end());
            const auto starts = std::mismatch(was.rbegin(), was.rend(), is.rbegin(), is.rend());
            const qsizetype shared = std::max(ends.first - was.begin(), starts.first - was.rbegin());
            if (shared > most) {
                most = shared;
                best = j;
            }
        }
        return best;
    }

    [[nodiscard]] bool isSame(std::ptrdiff_t old, std::ptrdiff_t j) const
    {
        return before_[static_cast<std::size_t>(old)].text == after_[j];
    }

    std::vector<WholeParagraph> before_;
    QStringList after_;
    WholeText &out_;
    std::vector<std::ptrdiff_t> taken_; // of which old paragraph each new one is; -1: none
};

} // namespace

QString editable(const std::string &text)
{
    QString shown = text::toQt(text);
    shown.replace(QStringLiteral("\r\n"), QChar(QChar::LineSeparator));
    for (QChar &c : shown)
        if (c == u'\n' || c == u'\r' || c == QChar(QChar::ParagraphSeparator))
            c = QChar(QChar::LineSeparator);
    shown.remove(QChar(u'\0'));
    return shown;
}

std::string edited(const QString &text)
{
    QString plain = text;
    plain.replace(QChar(QChar::LineSeparator), u'\n');
    return text::toUtf8(plain);
}

WholeText wholeText(const domain::Draft &draft)
{
    WholeText whole;
    for (const domain::Section &section : domain::sectionsOf(draft)) {
        if (!whole.empty())
            whole.push_back({Kind::Gap, whole.back().section, {}, {}});
        QString title = text::shownOnOneLine(section.title);
        whole.push_back({Kind::Title, section.id, {}, title.isEmpty() ? Whole::tr("Section") : title});
        for (const domain::Statement &statement : section.statements)
            whole.push_back({Kind::Statement, section.id, statement.id, editable(statement.text)});
    }
    return whole;
}

QString joined(const WholeText &text)
{
    QStringList lines;
    for (const WholeParagraph &paragraph : text)
        lines << paragraph.text;
    return lines.join(u'\n');
}

std::optional<WholeText> followEdit(const WholeText &before, const QString &after)
{
    const QStringList lines = after.split(u'\n');
    WholeText whole;
    qsizetype line = 0;
    domain::SectionId section;
    // Each title is looked for below the one before it; what lies between two belongs to the upper one.
    for (std::size_t at = 0; at <= before.size();) {
        auto end = at;
        while (end < before.size() && before[end].kind != Kind::Title)
            ++end;
        const qsizetype titleLine = end < before.size() ? lines.indexOf(before[end].text, line) : lines.size();
        const bool isBeforeFirst = at == 0;
        if (titleLine < 0 || (isBeforeFirst && titleLine != static_cast<qsizetype>(end)))
            return std::nullopt;
        Stretch(before.data() + at, static_cast<std::ptrdiff_t>(end - at), lines.sliced(line, titleLine - line), whole)
            .match(section);
        if (end == before.size())
            return whole;
        whole.push_back(before[end]);
        section = before[end].section;
        line = titleLine + 1;
        at = end + 1;
    }
    return whole;
}

} // namespace countersign::presenters
