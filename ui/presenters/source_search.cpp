#include "ui/presenters/source_search.hpp"

#include "ui/presenters/folded.hpp"
#include "ui/text/qt_text.hpp"

#include <QStringList>

#include <algorithm>
#include <cstdint>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t partBytes = 6'000; // as much as a signature tells apart
constexpr std::size_t trigramLength = 3;

std::size_t bitOf(const char *at)
{
    const auto byte = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])); };
    return ((byte(0) << 16U | byte(1) << 8U | byte(2)) * 2'654'435'761U) >> 19U;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// What one character of the text becomes; pairs of surrogates stay together.
QString foldedAt(const QString &text, qsizetype at, qsizetype &next)
{
    const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    next = at + (isPair ? 2 : 1);
    const QString one = text.mid(at, next - at);
    QString out;
    for (const QChar c : one.normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            out += c.isSpace() ? QLatin1Char(' ') : c.toCaseFolded();
    return out;
}

// Blanks of every kind are one blank; lengths in ASCII stay as they are, so that places can be told back.
std::string foldedText(const QString &text)
{
    std::string out;
    if (isAscii(text)) {
        out.reserve(static_cast<std::size_t>(text.size()));
        for (const QChar c : text) {
            const char letter = static_cast<char>(c.unicode());
            const bool isBlank = letter == '\n' || letter == '\t';
            out += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : isBlank ? ' ' : letter;
        }
        return out;
    }
    QString folded;
    for (qsizetype at = 0, next = 0; at < text.size(); at = next)
        folded += foldedAt(text, at, next);
    return text::toUtf8(folded);
}

// Where in the text the byte of its folded form came from.
int placeOf(const QString &text, std::size_t foldedByte)
{
    if (isAscii(text))
        return static_cast<int>(std::min<std::size_t>(foldedByte, static_cast<std::size_t>(text.size())));
    std::size_t bytes = 0;
    for (qsizetype at = 0, next = 0; at < text.size(); at = next) {
        bytes += static_cast<std::size_t>(foldedAt(text, at, next).toUtf8().size());
        if (bytes > foldedByte)
            return static_cast<int>(at);
    }
    return static_cast<int>(text.size());
}

} // namespace

void SourceSearch::add(const domain::SourceId &source, const SourcePage &page)
{
    Source added{source, page.blocks, {}};
    for (const SourcePage::Origin &origin : page.origins)
        added.pages.push_back(origin.page);
    added.pages.resize(page.blocks->size());
    Part part;
    part.source = sources_.size();
    const auto close = [&] {
        seal(part);
        parts_.push_back(std::move(part));
        part = {};
        part.source = sources_.size();
    };
    for (std::size_t i = 0; i < page.blocks->size(); ++i) {
        const TextBlock &block = (*page.blocks)[i];
        if (block.kind == TextBlock::Kind::Remark || (block.text.isEmpty() && block.label.isEmpty()))
            continue; // our own words
        Part::Block place{part.folded.size(), 0, static_cast<int>(i)};
        if (!block.label.isEmpty())
            part.folded += foldedText(block.label) + ' ';
        place.text = part.folded.size();
        part.folded += foldedText(block.text);
        part.folded += '\n';
        part.blocks.push_back(place);
        if (part.folded.size() > partBytes)
            close();
    }
    if (!part.blocks.empty())
        close();
    sources_.push_back(std::move(added));
}

void SourceSearch::seal(Part &part)
{
    for (std::size_t i = 0; i + trigramLength <= part.folded.size(); ++i)
        part.trigrams.set(bitOf(part.folded.data() + i));
}

SourceSearch::Query SourceSearch::queryOf(const QString &words)
{
    Query query;
    const QString simplified = words.simplified();
    if (simplified.size() < lettersMin)
        return query;
    query.phrase = foldedText(simplified);
    for (const QString &word : simplified.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        query.words.push_back(foldedText(word));
        const std::string &folded = query.words.back();
        if (folded.size() > query.words[query.longest].size())
            query.longest = query.words.size() - 1;
        for (std::size_t i = 0; i + trigramLength <= folded.size(); ++i)
            query.trigrams.push_back(bitOf(folded.data() + i));
    }
    return query;
}

SourceSearch::Found SourceSearch::find(const QString &words) const
{
    Found found;
    const Query query = queryOf(words);
    if (query.words.empty() || query.phrase.empty())
        return found;
    for (const Part &part : parts_) {
        const bool mayHold = std::all_of(query.trigrams.begin(), query.trigrams.end(),
                                         [&](std::size_t bit) { return part.trigrams.test(bit); });
        if (mayHold)
            findIn(part, query, found);
        if (found.hasMore)
            break;
    }
    return found;
}

// From one occurrence of the longest word to the next: a block is looked at once.
void SourceSearch::findIn(const Part &part, const Query &query, Found &found) const
{
    const std::string &word = query.words[query.longest];
    for (std::size_t at = part.folded.find(word); at != std::string::npos && !found.hasMore;) {
        const auto after = std::upper_bound(part.blocks.begin(), part.blocks.end(), at,
                                            [](std::size_t place, const Part::Block &b) { return place < b.start; });
        const auto index = static_cast<std::size_t>(after - part.blocks.begin()) - 1;
        findInBlock(part, index, query, found);
        const std::size_t next = after == part.blocks.end() ? part.folded.size() : after->start;
        at = part.folded.find(word, next);
    }
}

void SourceSearch::findInBlock(const Part &part, std::size_t index, const Query &query, Found &found) const
{
    const Part::Block &block = part.blocks[index];
    const std::size_t end = index + 1 < part.blocks.size() ? part.blocks[index + 1].start : part.folded.size();
    const std::string_view text = std::string_view(part.folded).substr(block.start, end - block.start);
    const bool holdsAll = std::all_of(query.words.begin(), query.words.end(), [&](const std::string &word) {
        return text.find(word) != std::string_view::npos;
    });
    if (!holdsAll)
        return;
    const bool isPhrase = text.find(query.phrase) != std::string_view::npos;
    const std::string &sought = isPhrase ? query.phrase : query.words[query.longest];
    for (std::size_t at = text.find(sought); at != std::string_view::npos; at = text.find(sought, at + sought.size())) {
        if (found.hits.size() == hitsMax) {
            found.hasMore = true;
            return;
        }
        addHit(part, block, block.start + at, sought.size(), found);
    }
}

// A hit in a label marks all that the label names.
void SourceSearch::addHit(const Part &part, const Part::Block &block, std::size_t at, std::size_t length,
                          Found &found) const
{
    const Source &source = sources_[part.source];
    const QString &text = (*source.blocks)[static_cast<std::size_t>(block.block)].text;
    SearchHit hit{source.id, block.block, 0, static_cast<int>(text.size()),
                  source.pages[static_cast<std::size_t>(block.block)]};
    if (at >= block.text) {
        hit.start = placeOf(text, at - block.text);
        hit.end = placeOf(text, at - block.text + length);
    }
    if (found.hits.empty() || found.hits.back().source != hit.source)
        ++found.sources;
    found.hits.push_back(std::move(hit));
}

} // namespace countersign::presenters
