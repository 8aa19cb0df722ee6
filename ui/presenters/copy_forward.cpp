#include "ui/presenters/copy_forward.hpp"

#include "core/base/unicode.hpp"

#include <QChar>

#include <algorithm>
#include <cstdint>
#include <string>

namespace countersign::presenters
{
namespace
{

struct Word {
    std::uint64_t digest = 14'695'981'039'346'656'037ULL; // FNV-1a of its letters
    Span span;
};

std::uint64_t with(std::uint64_t digest, std::uint64_t more)
{
    return (digest ^ more) * 1'099'511'628'211ULL;
}

std::vector<Word> wordsOf(std::string_view utf8)
{
    const std::u32string text = toCodePoints(utf8);
    std::vector<Word> words;
    bool isOpen = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (QChar::isSpace(text[at])) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            words.push_back(Word{.span = {at, at}});
        isOpen = true;
        words.back().digest = with(words.back().digest, QChar::toCaseFolded(text[at]));
        words.back().span.end = at + 1;
    }
    return words;
}

std::uint64_t windowAt(const std::vector<Word> &words, std::size_t at)
{
    std::uint64_t window = words[at].digest;
    for (std::size_t i = at + 1; i < at + CopyForward::wordsMin; ++i)
        window = with(window, words[i].digest);
    return window;
}

} // namespace

CopyForward::CopyForward(const std::vector<domain::Source> &sources)
{
    constexpr std::size_t bytesMax = 1'000'000; // of all notes together
    std::vector<std::size_t> notes;
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (sources[i].kind == domain::Source::Kind::Note && sources[i].recordedAt && sources[i].content)
            notes.push_back(i);
    std::stable_sort(notes.begin(), notes.end(),
                     [&](std::size_t a, std::size_t b) { return *sources[a].recordedAt < *sources[b].recordedAt; });
    std::size_t bytes = 0;
    for (const std::size_t note : notes) {
        bytes += sources[note].content->size();
        if (bytes > bytesMax)
            break;
        const auto words = wordsOf(*sources[note].content);
        for (std::size_t at = 0; at + wordsMin <= words.size(); ++at)
            origins_.try_emplace(windowAt(words, at), note);
    }
}

std::vector<CopiedWords> CopyForward::in(std::string_view statement) const
{
    std::vector<CopiedWords> copied;
    if (origins_.empty())
        return copied;
    const auto words = wordsOf(statement);
    for (std::size_t at = 0; at + wordsMin <= words.size(); ++at) {
        const auto found = origins_.find(windowAt(words, at));
        if (found == origins_.end())
            continue;
        const Span span{words[at].span.start, words[at + wordsMin - 1].span.end};
        if (!copied.empty() && copied.back().span.end >= span.start && copied.back().origin == found->second)
            copied.back().span.end = span.end;
        else
            copied.push_back({span, found->second});
    }
    return copied;
}

} // namespace countersign::presenters
