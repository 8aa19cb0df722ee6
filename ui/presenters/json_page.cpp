#include "ui/presenters/json_page.hpp"

#include "core/domain/proposal.hpp"
#include "ui/presenters/fhir_labels.hpp"
#include "ui/presenters/fhir_order.hpp"
#include "ui/presenters/fhir_path.hpp"
#include "ui/presenters/fhir_rows.hpp"
#include "ui/presenters/fhir_status.hpp"
#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <numeric>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JsonPage)
};

constexpr int trendsMax = 12;
constexpr std::size_t trendRowsMax = 40;

// Where an answer came from; one that says nothing of it says so.
QString originWords(const std::string &code)
{
    using Origin = domain::Answer::Origin;
    constexpr std::array known{std::pair{std::string_view{"auto"}, Origin::AutoClient},
                               std::pair{std::string_view{"auto-client"}, Origin::AutoClient},
                               std::pair{std::string_view{"auto-server"}, Origin::AutoServer},
                               std::pair{std::string_view{"override"}, Origin::Override},
                               std::pair{std::string_view{"manual"}, Origin::Manual}};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto &row) { return row.first == code; });
    if (found != known.end())
        return text::phrase(found->second);
    return code.empty() ? text::phrase(Origin::Unstated) : text::shownOnOneLine(code);
}

class Writer
{
public:
    Writer(const JsonOutline &outline, JsonStyle style) : outline_(outline), isFhir_(style == JsonStyle::Fhir)
    {
        if (isFhir_) {
            order_ = readingOrder(outline);
        } else {
            order_.resize(outline.size());
            std::iota(order_.begin(), order_.end(), std::size_t{0});
        }
    }

    JsonPage write()
    {
        for (std::size_t at = 0; at < outline_.size();)
            at = writeLine(at);
        return std::move(page_);
    }

private:
    // An object or a list that is being written.
    struct Level {
        std::size_t end = 0; // where it ends, in reading order
        std::size_t line = 0;
        QString label; // of a list: what its elements are called
        std::string key;
        std::size_t size = 0;
        std::size_t count = 0;
        bool isStruck = false;
    };

    // Writes what begins there, in reading order; returns where to go on.
    std::size_t writeLine(std::size_t at)
    {
        while (!levels_.empty() && at >= levels_.back().end)
            levels_.pop_back();
        const std::size_t index = order_[at];
        const JsonLine &line = outline_[index];
        const std::size_t end = at + line.end - index;
        const std::string key = levels_.empty() || !line.key.empty() ? line.key : levels_.back().key;
        const QString label = nextLabel(line);
        if (saysType(index))
            return end;
        if (const auto value = oneLine(index)) {
            add(index, TextBlock::Kind::Field, label, shownValue(index, key, *value));
            return end;
        }
        if (isFhir_ && writeRow(index, key, label))
            return end;
        const std::size_t size = childrenOf(outline_, index).size();
        bool isStruck = isWithinStruck();
        if (size == 0)
            add(index, TextBlock::Kind::Field, label, Words::tr("(empty)"));
        else if (line.kind == JsonLine::Kind::Object)
            isStruck = addHeading(index, label);
        levels_.push_back({end, index, label, key, size, 0, isStruck});
        return at + 1;
    }

    [[nodiscard]] std::optional<std::string> oneLine(std::size_t at) const
    {
        const bool isOpen = outline_[at].kind == JsonLine::Kind::Object || outline_[at].kind == JsonLine::Kind::Array;
        return isOpen && !isFhir_ ? std::nullopt : fhirValue(outline_, at);
    }

    [[nodiscard]] QString shownValue(std::size_t at, const std::string &key, const std::string &value) const
    {
        if (!isFhir_)
            return text::shown(value);
        const JsonLine *const start = childOf(outline_, at, "start");
        const JsonLine *const end = childOf(outline_, at, "end");
        const auto known = (start != nullptr ? 1U : 0U) + (end != nullptr ? 1U : 0U);
        if (known == 0 || childrenOf(outline_, at).size() != known)
            return fhirText(key, value);
        return (start == nullptr ? QString() : fhirText("start", start->text)) + QStringLiteral(" \u2013 ")
               + (end == nullptr ? QString() : fhirText("end", end->text));
    }

    // What reads as one row of a table is one row.
    bool writeRow(std::size_t at, const std::string &key, const QString &label)
    {
        const auto row = fhirRow(outline_, at, key);
        if (!row)
            return false;
        QStringList parts;
        for (const FhirRow::Part &part : row->parts) {
            const QString value = fhirText(part.key, part.value);
            parts << (part.key.empty() ? value : fhirLabel(part.key) + text::nbsp + value);
        }
        const QString own = text::clinicalLine(text::shownOnOneLine(row->label));
        const QString named = row->isCounted ? fhirLabel(key) + text::nbsp + own : own;
        add(at, TextBlock::Kind::Field, row->label.empty() ? label : named, parts.join(QStringLiteral(" \u00b7 ")));
        if (row->isAnswer)
            page_.blocks.back().chips.push_back({originWords(row->origin), Chip::Weight::Quiet});
        return true;
    }

    // The type of a resource stands in its heading already.
    [[nodiscard]] bool saysType(std::size_t at) const
    {
        return isFhir_ && outline_[at].key == "resourceType" && outline_[at].kind == JsonLine::Kind::String;
    }

    QString nextLabel(const JsonLine &line)
    {
        if (levels_.empty() || outline_[levels_.back().line].kind == JsonLine::Kind::Object)
            return isFhir_ ? fhirLabel(line.key) : text::shownOnOneLine(line.key);
        Level &list = levels_.back();
        ++list.count;
        return list.size == 1 ? list.label : list.label + text::nbsp + QString::number(list.count);
    }

    [[nodiscard]] bool isWithinStruck() const { return !levels_.empty() && levels_.back().isStruck; }

    // Answers whether what stands below it is struck out.
    bool addHeading(std::size_t at, const QString &label)
    {
        const JsonLine *const type = isFhir_ ? childOf(outline_, at, "resourceType") : nullptr;
        if (type == nullptr) {
            if (at > 0)
                add(at, TextBlock::Kind::Subheading, {}, label);
            return isWithinStruck();
        }
        const JsonLine *const subject = subjectOf(outline_, at);
        const QString about =
            subject == nullptr
                ? QString()
                : text::clinicalLine(text::shownOnOneLine(briefly(outline_, indexOf(outline_, *subject))));
        const FhirStatus status = statusOf(outline_, at);
        add(at, TextBlock::Kind::Heading, {},
            about.isEmpty() ? fhirTypeName(type->text) : fhirTypeName(type->text) + QStringLiteral(" \u00b7 ") + about);
        page_.blocks.back().chips = status.chips;
        QStringList words;
        for (const Chip &chip : status.chips)
            words << chip.text;
        page_.blocks.back().words = words.join(QStringLiteral(" \u00b7 "));
        page_.blocks.back().isStruck = status.isVoid || isWithinStruck();
        return page_.blocks.back().isStruck;
    }

    void add(std::size_t at, TextBlock::Kind kind, const QString &label, const QString &value)
    {
        TextBlock block;
        block.kind = kind;
        block.label = label;
        block.text = value;
        for (const Level &level : levels_)
            block.depth += outline_[level.line].kind == JsonLine::Kind::Object && level.line > 0 ? 1 : 0;
        block.isStruck = isWithinStruck();
        page_.blocks.push_back(std::move(block));
        page_.lines.push_back(at);
    }

    const JsonOutline &outline_;
    bool isFhir_;
    std::vector<std::size_t> order_;
    JsonPage page_;
    std::vector<Level> levels_;
};

} // namespace

JsonPage describeJson(const JsonOutline &outline, JsonStyle style)
{
    return Writer{outline, style}.write();
}

void addTrends(JsonPage &page, const std::vector<Measurement> &measurements)
{
    const auto trends = trendsOf(measurements);
    JsonPage added;
    const auto add = [&](TextBlock::Kind kind, const QString &label, const QString &words,
                         std::size_t line) -> TextBlock & {
        TextBlock block;
        block.kind = kind;
        block.label = label;
        block.text = words;
        added.blocks.push_back(std::move(block));
        added.lines.push_back(line);
        return added.blocks.back();
    };
    for (const Trend &trend : trends) {
        if (added.blocks.empty())
            add(TextBlock::Kind::Heading, {}, Words::tr("Over time"), noLine);
        else if (std::count_if(added.blocks.begin(), added.blocks.end(),
                               [](const TextBlock &b) { return b.trend != nullptr; })
                 == trendsMax)
            break;
        add(TextBlock::Kind::Subheading, {}, trend.title, noLine);
        TextBlock &chart = add(TextBlock::Kind::Chart, {}, {}, noLine);
        chart.words = trend.words;
        chart.trend = std::make_shared<const Trend>(trend);
        const std::size_t from = trend.points.size() > trendRowsMax ? trend.points.size() - trendRowsMax : 0;
        for (std::size_t i = from; i < trend.points.size(); ++i) {
            const TrendPoint &point = trend.points[i];
            TextBlock &row = add(TextBlock::Kind::Field, point.when, point.value, point.line.value_or(noLine));
            if (point.isOutside)
                row.chips.push_back({Words::tr("outside of the reference range"), Chip::Weight::Strong});
        }
    }
    page.blocks.insert(page.blocks.begin(), added.blocks.begin(), added.blocks.end());
    page.lines.insert(page.lines.begin(), added.lines.begin(), added.lines.end());
}

std::vector<int> blocksOf(const JsonPage &page, const JsonOutline &outline, std::size_t line)
{
    std::vector<int> blocks;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const std::size_t shown = page.lines[i];
        if (shown == noLine)
            continue;
        const bool isWithin = shown >= line && shown < outline[line].end;
        const bool holdsIt = shown < line && line < outline[shown].end && page.blocks[i].kind == TextBlock::Kind::Field;
        if (isWithin || holdsIt)
            blocks.push_back(static_cast<int>(i));
    }
    return blocks;
}

} // namespace countersign::presenters
