#include "ui/presenters/source_page.hpp"

#include "core/base/unicode.hpp"
#include "ui/presenters/turns.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourcePage)
};

QString shownSpan(std::u32string_view text, Span span)
{
    return text::shown(toUtf8(text.substr(span.start, span.end - span.start)));
}

class Writer
{
public:
    void add(TextBlock block, std::size_t page, Span span)
    {
        blocks_.push_back(std::move(block));
        page_.origins.push_back({page, span});
    }
    void addRemark(const QString &sentence, TextBlock::Kind kind = TextBlock::Kind::Remark)
    {
        TextBlock block;
        block.kind = kind;
        block.text = sentence;
        add(std::move(block), 0, {});
    }
    // Paragraph by paragraph; a conversation by turns.
    void addText(std::u32string_view text, std::size_t page, bool isConversation)
    {
        for (const Turn &turn : cutIntoTurns(text, isConversation)) {
            TextBlock block;
            block.kind = isConversation ? TextBlock::Kind::Turn : TextBlock::Kind::Sentence;
            block.label = shownSpan(text, turn.speaker);
            block.text = shownSpan(text, turn.words);
            add(std::move(block), page, turn.words);
        }
    }
    [[nodiscard]] SourcePage finish()
    {
        page_.blocks = std::make_shared<const TextBlocks>(std::move(blocks_));
        return std::move(page_);
    }

private:
    TextBlocks blocks_;
    SourcePage page_;
};

void addPages(Writer &writer, const domain::Source &source)
{
    writer.addRemark(
        source.pageTexts.empty()
            ? Words::tr("This document has no text layer. Its page pictures cannot be shown here yet.")
            : Words::tr("The text that was recognised on each page. Page pictures cannot be shown here yet."));
    for (std::size_t i = 0; i < source.pageTexts.size(); ++i) {
        writer.addRemark(Words::tr("Page %1 of %2").arg(i + 1).arg(source.pageTexts.size()),
                         TextBlock::Kind::Subheading);
        writer.addText(toCodePoints(source.pageTexts[i]), i, false);
    }
}

// Of a single observation: what other sources of the item measured of the same, so that it is seen over time.
std::vector<Measurement> measurementsFor(const domain::Source &source, const JsonOutline &outline, SourceTexts &texts)
{
    constexpr std::size_t othersMax = 200;
    constexpr std::size_t bytesMax = 64 * 1024;
    constexpr std::size_t bytesMaxOfAll = 1024 * 1024; // the reader waits for this
    auto all = measurementsIn(outline);
    const JsonLine *const type = childOf(outline, 0, "resourceType");
    if (type == nullptr || type->text != "Observation")
        return all;
    const auto own = all;
    std::size_t looked = 0, bytes = 0;
    for (const domain::Source &other : texts.sources()) {
        if (other.id == source.id || !other.content || other.content->size() > bytesMax || ++looked > othersMax)
            continue;
        bytes += other.content->size();
        if (bytes > bytesMaxOfAll)
            break;
        const JsonOutline *const lines = texts.outline(other.id);
        for (Measurement &measured : lines == nullptr ? std::vector<Measurement>{} : measurementsIn(*lines)) {
            measured.line.reset();
            if (std::any_of(own.begin(), own.end(), [&](const Measurement &m) { return m.code == measured.code; }))
                all.push_back(std::move(measured));
        }
    }
    return all;
}

SourcePage fhirPage(const domain::Source &source, const JsonOutline &outline, SourceTexts &texts)
{
    SourcePage page;
    page.json = describeJson(outline, JsonStyle::Fhir);
    addTrends(page.json, measurementsFor(source, outline, texts));
    page.blocks = std::make_shared<const TextBlocks>(page.json.blocks);
    page.origins.resize(page.blocks->size());
    return page;
}

const std::u32string pageText(const domain::Source &source, std::size_t page)
{
    return page < source.pageTexts.size() ? toCodePoints(source.pageTexts[page]) : std::u32string{};
}

std::vector<TextMark> markSpan(const SourcePage &page, std::u32string_view text, std::size_t number, Span span)
{
    std::vector<TextMark> marks;
    for (std::size_t i = 0; i < page.origins.size(); ++i) {
        const auto &[onPage, shown] = page.origins[i];
        const Span common{std::max(shown.start, span.start), std::min(shown.end, span.end)};
        if (onPage != number || common.start >= common.end)
            continue;
        const text::ShownText words{toUtf8(text.substr(shown.start, shown.end - shown.start))};
        marks.push_back({static_cast<int>(i), words.at(static_cast<std::int64_t>(common.start - shown.start)),
                         words.at(static_cast<std::int64_t>(common.end - shown.start)), TextMark::Kind::Evidence});
    }
    return marks;
}

} // namespace

SourcePage describeSource(const domain::Source &source, SourceTexts &texts)
{
    if (const JsonOutline *const outline = texts.outline(source.id))
        return fhirPage(source, *outline, texts);
    Writer writer;
    if (!source.read)
        writer.addRemark(
            source.unreadReason.empty()
                ? Words::tr("The agent did not read this source.")
                : Words::tr("The agent did not read this source: %1").arg(text::shownOnOneLine(source.unreadReason)));
    if (const std::u32string *const text = texts.codePoints(source.id))
        writer.addText(*text, 0, source.kind == domain::Source::Kind::Transcript);
    else if (!source.blob.isEmpty() || !source.pageTexts.empty())
        addPages(writer, source);
    else if (source.read)
        writer.addRemark(Words::tr("This source came without text."));
    return writer.finish();
}

std::vector<TextMark> markCited(const SourcePage &page, const domain::Source &source, const CitedPlace &place,
                                SourceTexts &texts)
{
    if (const JsonOutline *const outline = texts.outline(source.id)) {
        std::vector<TextMark> marks;
        for (const std::size_t line : place.lines)
            for (const int block : blocksOf(page.json, *outline, line))
                marks.push_back({block, 0,
                                 static_cast<int>((*page.blocks)[static_cast<std::size_t>(block)].text.size()),
                                 TextMark::Kind::Evidence});
        return marks;
    }
    if (!place.span)
        return {};
    if (place.page)
        return markSpan(page, pageText(source, *place.page), *place.page, *place.span);
    const std::u32string *const text = texts.codePoints(source.id);
    return text == nullptr ? std::vector<TextMark>{} : markSpan(page, *text, 0, *place.span);
}

} // namespace countersign::presenters
