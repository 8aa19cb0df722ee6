#include "ui/presenters/source_texts.hpp"

#include "core/base/result.hpp"
#include "core/base/unicode.hpp"
#include "ui/presenters/fhir_path.hpp"
#include "ui/presenters/near_quote.hpp"

#include <algorithm>

namespace countersign::presenters
{
namespace
{

bool standsAt(const std::u32string &text, std::size_t at, std::u32string_view words)
{
    return at <= text.size() && std::u32string_view{text}.substr(at, words.size()) == words;
}

// The first place of the words with the given surroundings, or else the first place at all.
std::optional<Span> findQuote(const std::u32string &text, const domain::QuoteSelector &quote)
{
    const std::u32string words = toCodePoints(quote.exact);
    const std::u32string prefix = toCodePoints(quote.prefix);
    const std::u32string suffix = toCodePoints(quote.suffix);
    if (words.empty())
        return std::nullopt;
    std::optional<Span> first;
    for (std::size_t at = text.find(words); at != std::u32string::npos; at = text.find(words, at + 1)) {
        const Span span{at, at + words.size()};
        if (at >= prefix.size() && standsAt(text, at - prefix.size(), prefix) && standsAt(text, span.end, suffix))
            return span;
        if (!first)
            first = span;
    }
    return first;
}

} // namespace

CitedPlace SourceTexts::locate(const domain::Citation &citation)
{
    return std::visit([&](const auto &selector) { return locate(citation.sourceId, selector); }, citation.selector);
}

Support SourceTexts::supportOf(const std::string &name, const std::vector<domain::Citation> &citations)
{
    const auto [known, isNew] = supports_.try_emplace(name, citations.empty() ? Support::Uncited : Support::Quoted);
    Support &worst = known->second; // enumerators are in order
    for (auto citation = citations.begin(); isNew && citation != citations.end(); ++citation) {
        worst = std::max(worst, locate(*citation).support);
        if (worst == Support::NotFound)
            break;
    }
    return worst;
}

const std::u32string *SourceTexts::codePoints(const domain::SourceId &source)
{
    const domain::Source *const found = domain::findSource(item_->proposal, source);
    if (found == nullptr || !found->content)
        return nullptr;
    const auto [place, isNew] = texts_.try_emplace(source);
    if (isNew)
        place->second = toCodePoints(*found->content);
    return &place->second;
}

const JsonOutline *SourceTexts::outline(const domain::SourceId &source)
{
    const domain::Source *const found = domain::findSource(item_->proposal, source);
    if (found == nullptr || !found->content || found->mediaType != domain::Source::MediaType::FhirJson)
        return nullptr;
    const auto [place, isNew] = outlines_.try_emplace(source);
    if (isNew)
        place->second = outlineJson(*found->content);
    return place->second ? &*place->second : nullptr;
}

CitedPlace SourceTexts::locate(const domain::SourceId &source, const domain::QuoteSelector &quote)
{
    const std::u32string *const text = codePoints(source);
    if (text == nullptr)
        return {};
    std::optional<Span> pointed;
    if (quote.start && quote.end && *quote.start >= 0 && *quote.start < *quote.end)
        pointed = Span{static_cast<std::size_t>(*quote.start), static_cast<std::size_t>(*quote.end)};
    const std::u32string words = toCodePoints(quote.exact);
    if (pointed && pointed->end <= text->size() && text->substr(pointed->start, pointed->end - pointed->start) == words)
        return {Support::Quoted, pointed, {}, {}};
    if (searched_ > searchMax)
        return {};
    searched_ += text->size();
    if (const auto found = findQuote(*text, quote))
        return {Support::Quoted, found, {}, {}};
    if (const auto near = findNearly(*text, words))
        return *near;
    if (pointed && pointed->end > text->size())
        pointed.reset();
    return {Support::NotFound, pointed, {}, {}}; // still shows where the agent points
}

CitedPlace SourceTexts::locate(const domain::SourceId &source, const domain::FhirPathSelector &path)
{
    const JsonOutline *const lines = outline(source);
    const auto selected = lines == nullptr ? std::nullopt : selectFhirPath(*lines, path.path);
    if (!selected)
        return {};
    if (selected->empty())
        return {Support::NotFound, {}, {}, {}};
    const bool isThere = path.exact.empty() || std::any_of(selected->begin(), selected->end(), [&](std::size_t line) {
                             return holdsValue(*lines, line, path.exact);
                         });
    return {isThere ? Support::Quoted : Support::Partly, {}, *selected, {}};
}

CitedPlace SourceTexts::locate(const domain::SourceId &source, const domain::PageSelector &page) const
{
    const domain::Source *const found = domain::findSource(item_->proposal, source);
    const auto index = static_cast<std::size_t>(std::max<std::int64_t>(page.page, 1) - 1);
    CitedPlace place{Support::Cited, {}, {}, index};
    if (found == nullptr || index >= found->pageTexts.size() || page.exact.empty())
        return place;
    const std::u32string text = toCodePoints(found->pageTexts[index]);
    const std::u32string words = toCodePoints(page.exact);
    const std::size_t at = text.find(words);
    place.support = at == std::u32string::npos ? Support::NotFound : Support::Quoted;
    if (at != std::u32string::npos) {
        place.span = Span{at, at + words.size()};
    } else if (const auto near = findNearly(text, words)) {
        place.support = near->support;
        place.span = near->span;
    }
    return place;
}

} // namespace countersign::presenters
