#include "core/base/result.hpp"
#include "core/base/unicode.hpp"
#include "core/checks/context.hpp"

#include <algorithm>

// Where a citation's words stand: exactly as quoted, then with spelling, case and blanks set aside, then the place that
// shares most of its words. Every quotation costs its own length.
namespace countersign::checks
{
namespace
{

// Where the tokens of a text begin and end, and how many terms have ended at each, close together: citations look for
// places in it again and again.
struct Rulers {
    std::vector<std::uint32_t> begins, ends; // code points
    std::vector<std::uint32_t> termsEnded;   // by token, and one more
};

Rulers rulersOf(const Reading &reading)
{
    Rulers rulers;
    const auto &tokens = reading.tokens.list;
    rulers.begins.reserve(tokens.size());
    rulers.ends.reserve(tokens.size());
    for (const Token &token : tokens) {
        rulers.begins.push_back(token.begin);
        rulers.ends.push_back(token.end);
    }
    rulers.termsEnded.reserve(tokens.size() + 1);
    std::uint32_t ended = 0;
    for (std::uint32_t token = 0; token <= tokens.size(); ++token) {
        while (ended < reading.terms.size() && reading.terms[ended].last <= token)
            ++ended;
        rulers.termsEnded.push_back(ended);
    }
    return rulers;
}

Range tokensBetween(const Reading &reading, std::int64_t begin, std::int64_t end)
{
    const Rulers &rulers = reading.noted<rulersOf>();
    const auto from = std::ranges::partition_point(rulers.ends, [begin](std::uint32_t e) { return e <= begin; });
    const auto to = std::ranges::partition_point(rulers.begins, [end](std::uint32_t b) { return b < end; });
    const auto first = static_cast<std::uint32_t>(from - rulers.ends.begin());
    return {first, std::max(first, static_cast<std::uint32_t>(to - rulers.begins.begin()))};
}

bool isSame(const Tokens &a, std::uint32_t i, const Tokens &b, std::uint32_t j)
{
    const Token &one = a.list[i];
    const Token &other = b.list[j];
    if (one.kind != other.kind)
        return false;
    if (one.kind == Token::Kind::Word)
        return one.key == other.key;
    return one.kind == Token::Kind::Number ? one.number == other.number : one.mark == other.mark;
}

bool standsAt(const Tokens &quote, const Tokens &text, std::uint32_t at)
{
    if (at + quote.list.size() > text.list.size())
        return false;
    for (std::uint32_t i = 0; i < quote.list.size(); ++i)
        if (!isSame(quote, i, text, at + i))
            return false;
    return true;
}

// Case and blanks apart, letter by letter: two words of one stem are not the same quotation.
bool isVerbatim(std::string_view a, std::string_view b)
{
    if (a == b)
        return true;
    const auto skip = [](std::string_view text, std::size_t at) {
        while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ')
            ++at;
        return at;
    };
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    std::size_t i = skip(a, 0), j = skip(b, 0);
    while (i < a.size() && j < b.size()) {
        if (lower(a[i]) != lower(b[j]))
            return false;
        i = skip(a, i + 1);
        j = skip(b, j + 1);
    }
    return i == a.size() && j == b.size();
}

class Finder
{
public:
    Finder(const SourceView &source, std::string_view exact) : source_(source), exact_(exact) {}

    CitationView at(std::optional<std::int64_t> start, std::optional<std::int64_t> end)
    {
        CitationView view;
        if (start) {
            const auto stated = end ? *end : *start + static_cast<std::int64_t>(codePointCount(exact_));
            view.closest = tokensBetween(source_.reading, *start, stated);
            if (matches(view.closest)) {
                view.fate = QuoteFate::Found;
                return view;
            }
        }
        return search(view, start.has_value());
    }

private:
    [[nodiscard]] const Tokens &text() const { return source_.reading.tokens; }
    [[nodiscard]] bool matches(Range range) const
    {
        return !range.isEmpty() && isVerbatim(source_.reading.textBetween(range.first, range.last), exact_);
    }

    // A text that is searched once for a quotation without a place; bytes first, because that is quick and mostly
    // enough.
    CitationView search(CitationView view, bool hadPlace)
    {
        const std::size_t byte = exact_.empty() ? std::string_view::npos : source_.text.find(exact_);
        if (byte != std::string_view::npos) {
            const auto &tokens = text().list;
            const auto from =
                std::ranges::partition_point(tokens, [byte](const Token &t) { return t.byteEnd <= byte; });
            const auto to = std::ranges::partition_point(
                tokens, [end = byte + exact_.size()](const Token &t) { return t.byteBegin < end; });
            view.closest = {static_cast<std::uint32_t>(from - tokens.begin()),
                            static_cast<std::uint32_t>(to - tokens.begin())};
            view.fate = hadPlace ? QuoteFate::FoundElsewhere : QuoteFate::Found;
            return view;
        }
        quote_ = cutTokens(exact_);
        if (!hadPlace || view.closest.isEmpty())
            view.closest = mostAlike();
        view.fate = view.closest.isEmpty() ? QuoteFate::Missing : judge(view.closest);
        return view;
    }

    [[nodiscard]] QuoteFate judge(Range range) const
    {
        if (range.last - range.first == quote_.list.size() && standsAt(quote_, text(), range.first) && matches(range))
            return QuoteFate::Found;
        return QuoteFate::Altered;
    }

    // Each of the first words that stands in the text votes for the offset it implies; one pass over the text.
    [[nodiscard]] Range mostAlike() const
    {
        constexpr std::size_t probes = 24;
        std::unordered_map<WordKey, std::uint32_t> offsets;
        for (std::uint32_t i = 0; i < quote_.list.size() && offsets.size() < probes; ++i)
            if (quote_.list[i].kind == Token::Kind::Word)
                offsets.try_emplace(quote_.list[i].key, i);
        std::vector<std::uint8_t> votes(text().list.size() + 1, 0);
        std::uint32_t best = 0;
        for (std::uint32_t i = 0; i < text().list.size(); ++i) {
            const auto found = offsets.find(text().list[i].key);
            if (text().list[i].kind != Token::Kind::Word || found == offsets.end() || found->second > i)
                continue;
            if (++votes[i - found->second] > votes[best])
                best = i - found->second;
        }
        if (votes[best] * 2U < offsets.size() || offsets.empty())
            return {};
        return {best, static_cast<std::uint32_t>(std::min(text().list.size(), best + quote_.list.size()))};
    }

    const SourceView &source_;
    std::string_view exact_;
    Tokens quote_;
};

// Of a paged text, the tokens of one page.
Range pageRange(const SourceView &view, std::int64_t page)
{
    std::int64_t current = 1;
    Range range;
    const auto &tokens = view.reading.tokens.list;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == Token::Kind::LineEnd && tokens[i].mark == '\f') {
            if (current == page)
                return {range.first, i};
            ++current;
            range.first = i + 1;
        }
    }
    return current == page ? Range{range.first, static_cast<std::uint32_t>(tokens.size())} : Range{};
}

CitationView resolve(const SourceView &source, const domain::Selector &selector)
{
    return std::visit(Overload{[&](const domain::QuoteSelector &quote) {
                                   return Finder(source, quote.exact).at(quote.start, quote.end);
                               },
                               [&](const domain::FhirPathSelector &path) {
                                   return path.exact.empty() ? CitationView{nullptr, nowhere, QuoteFate::NoText, {}}
                                                             : Finder(source, path.exact).at({}, {});
                               },
                               [&](const domain::PageSelector &page) {
                                   if (!page.exact.empty())
                                       return Finder(source, page.exact).at({}, {});
                                   const Range range = pageRange(source, page.page);
                                   return CitationView{nullptr, nowhere,
                                                       range.isEmpty() ? QuoteFate::NoText : QuoteFate::Found, range};
                               }},
                      selector);
}

std::uint32_t termAt(const Reading &reading, std::uint32_t token)
{
    const auto &ended = reading.noted<rulersOf>().termsEnded;
    return ended[std::min<std::size_t>(token, ended.size() - 1)];
}

} // namespace

// A question without its answer says nothing: the passage takes the answering turn with it.
Passage passageOf(const SourceView &source, std::size_t index, Range tokens)
{
    const Reading &reading = source.reading;
    Passage passage{index, tokens, {termAt(reading, tokens.first), termAt(reading, tokens.last)}};
    if (passage.terms.isEmpty() || passage.terms.last >= reading.terms.size())
        return passage;
    const Segment &last = reading.segments[reading.terms[passage.terms.last - 1].segment];
    std::uint32_t next = reading.terms[passage.terms.last].segment;
    if (!last.isQuestion && !last.isOpenQuestion)
        return passage;
    const std::uint32_t answering = reading.segments[next].turn;
    while (next < reading.segments.size() && reading.segments[next].turn == answering)
        passage.terms.last = reading.segments[next++].lastTerm;
    passage.tokens.last = reading.terms[passage.terms.last - 1].last;
    return passage;
}

void resolveCitations(const std::vector<SourceView> &sources, const domain::Proposal &proposal, StatementView &view)
{
    for (const domain::Citation &citation : view.statement->citations) {
        const domain::Source *source = domain::findSource(proposal, citation.sourceId);
        CitationView found{&citation, nowhere, QuoteFate::NoSource, {}};
        if (source) {
            const auto index = static_cast<std::size_t>(source - proposal.sources.data());
            if (sources[index].reading.tokens.list.empty())
                found.fate = QuoteFate::NoText;
            else
                found = resolve(sources[index], citation.selector);
            found.citation = &citation;
            found.source = index;
            if (!found.closest.isEmpty())
                view.passages.push_back(passageOf(sources[index], index, found.closest));
        }
        view.citations.push_back(found);
    }
}

} // namespace countersign::checks
