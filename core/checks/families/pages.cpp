#include "core/checks/chart.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

// Documents page by page: whom each page names, what stands in one reading of it and not in the other, and numbers that
// a machine may have misread.
namespace countersign::checks
{
namespace
{

using domain::Severity;

// Tokens of each page; the whole text where it has no pages.
std::vector<Range> pagesOf(const SourceView &view)
{
    std::vector<Range> pages;
    const auto &tokens = view.reading.tokens.list;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].kind == Token::Kind::LineEnd && tokens[i].mark == '\f') {
            pages.push_back({first, i});
            first = i + 1;
        }
    if (first < tokens.size() || pages.empty())
        pages.push_back({first, static_cast<std::uint32_t>(tokens.size())});
    return pages;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits;
}

// What one page says of whom it is about.
struct Named {
    std::set<std::string> births; // YYYYMMDD
    std::set<WordKey> families;   // the word after "Patient:" or "Name:" that can be the family name
    std::set<std::string> numbers;
    Range birthPlace{}, namePlace{}, numberPlace{};
};

class PageReader
{
public:
    PageReader(const SourceView &view, Range page) : tokens_(view.reading.tokens), page_(page) {}

    Named read()
    {
        static const WordKey birth = wordKey("birth"), dob = wordKey("DOB"), born = wordKey("born"),
                             mrn = wordKey("MRN");
        for (std::uint32_t i = page_.first; i < page_.last; ++i) {
            const Token &token = tokens_.list[i];
            if (token.kind != Token::Kind::Word)
                continue;
            if (token.key == birth || token.key == dob || token.key == born)
                readBirth(i + 1);
            else if (token.key == mrn)
                readNumber(i + 1);
            else if (isLabel(i))
                readName(i);
        }
        return std::move(named_);
    }

private:
    [[nodiscard]] bool isNumber(std::uint32_t i) const
    {
        return i < page_.last && tokens_.list[i].kind == Token::Kind::Number;
    }
    [[nodiscard]] bool isMarkAt(std::uint32_t i, char32_t mark) const
    {
        return i < page_.last && tokens_.list[i].isMark(mark);
    }

    // "03/04/1950", "1950-03-04", "4 March 1950" is left out: what is read must be sure.
    void readBirth(std::uint32_t from)
    {
        constexpr std::uint32_t reach = 4;
        for (std::uint32_t i = from; i < std::min(from + reach, page_.last); ++i) {
            if (!isNumber(i))
                continue;
            const char32_t mark = i + 1 < page_.last ? tokens_.list[i + 1].mark : 0;
            const bool isDate = (mark == '/' || mark == '-' || mark == '.') && isNumber(i + 2) && isMarkAt(i + 3, mark)
                                && isNumber(i + 4);
            constexpr double most = 9999;
            if (!isDate || tokens_.list[i].number > most || tokens_.list[i + 2].number > most
                || tokens_.list[i + 4].number > most)
                return;
            const int a = static_cast<int>(tokens_.list[i].number), b = static_cast<int>(tokens_.list[i + 2].number),
                      c = static_cast<int>(tokens_.list[i + 4].number);
            const bool isYearFirst = a > 1000;
            if (!isYearFirst && c < 1000)
                return; // two digits of a year are not sure
            named_.births.insert(isYearFirst ? dateText(a, b, c) : dateText(c, a, b));
            if (!isYearFirst)
                named_.births.insert(dateText(c, b, a));
            named_.birthPlace = {i, i + 5};
            return;
        }
    }
    [[nodiscard]] static std::string dateText(int year, int month, int day)
    {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(year) + two(month) + two(day);
    }

    void readNumber(std::uint32_t from)
    {
        constexpr std::uint32_t reach = 6;
        std::string digits;
        for (std::uint32_t i = from; i < std::min(from + reach, page_.last); ++i) {
            if (isNumber(i))
                digits += digitsOf(tokens_.wordAt(i));
            else if (!digits.empty() || tokens_.list[i].kind == Token::Kind::LineEnd)
                break;
            named_.numberPlace = {from, i + 1};
        }
        if (digits.size() >= 4)
            named_.numbers.insert(digits);
    }

    // "Patient: SMITH, JOHN", "Patient name: John Smith" at the beginning of a line.
    [[nodiscard]] bool isLabel(std::uint32_t i) const
    {
        static const WordSet labels{"patient", "name", "re"};
        const bool isFirst = i == page_.first || tokens_.list[i - 1].kind == Token::Kind::LineEnd;
        return isFirst && labels.contains(tokens_.list[i].key);
    }
    void readName(std::uint32_t i)
    {
        static const WordKey name = wordKey("name");
        std::uint32_t at = i + 1;
        if (at < page_.last && tokens_.list[at].key == name)
            ++at;
        if (!isMarkAt(at, ':'))
            return;
        std::set<WordKey> words;
        const std::uint32_t begin = ++at;
        for (; at < std::min(begin + 4, page_.last) && tokens_.list[at].kind != Token::Kind::LineEnd; ++at) {
            const char first = tokens_.wordAt(at).front();
            if (tokens_.list[at].kind == Token::Kind::Word && first >= 'A' && first <= 'Z')
                words.insert(tokens_.list[at].key);
            else if (!isMarkAt(at, ','))
                break;
        }
        if (words.size() < 2) // one word may be anything
            return;
        named_.families.merge(words);
        named_.namePlace = {begin, at};
    }

    const Tokens &tokens_;
    Range page_;
    Named named_;
};

class Identities
{
public:
    Identities(const Context &context, std::vector<Report> &reports)
        : context_(context), reports_(reports), birth_(digitsOf(context.proposal.patient.birthDate.reveal())),
          family_(wordKey(context.proposal.patient.family.reveal())),
          given_(wordKey(context.proposal.patient.given.reveal())),
          number_(digitsOf(context.proposal.patient.mrn.reveal()))
    {
    }

    void check(std::size_t s)
    {
        const SourceView &view = context_.sources[s];
        const auto pages = pagesOf(view);
        for (std::size_t p = 0; p < pages.size() && p < pagesMax; ++p) {
            const Named named = PageReader(view, pages[p]).read();
            const auto page = view.source->pageTexts.empty() ? 0 : static_cast<std::int64_t>(p + 1);
            if (birth_.size() == 8 && !named.births.empty() && !named.births.contains(birth_))
                report(s, page, pages[p], named.birthPlace, "A date of birth on this page is not the patient's.");
            else if (!context_.proposal.patient.family.reveal().empty() && !named.families.empty()
                     && !named.families.contains(family_) && !named.families.contains(given_))
                report(s, page, pages[p], named.namePlace, "This page names somebody else.");
            else if ((number_.empty() && named.numbers.size() > 1) || named.births.size() > 2)
                report(s, page, pages[p], named.births.size() > 2 ? named.birthPlace : named.numberPlace,
                       "This page names two patients.");
        }
    }

private:
    static constexpr std::size_t pagesMax = 2000;

    // A page that a statement cites stops; one that lies beside is a warning.
    void report(std::size_t s, std::int64_t page, Range whole, Range place, std::string_view message)
    {
        reports_.push_back({.code = "identity-mismatch-page",
                            .severity = isCited(s, whole) ? Severity::Stop : Severity::Warning,
                            .source = s,
                            .sourcePlace = place,
                            .page = page,
                            .message = std::string(message)});
    }
    [[nodiscard]] bool isCited(std::size_t s, Range range) const
    {
        return std::ranges::any_of(context_.statements, [&](const StatementView &view) {
            return std::ranges::any_of(view.citations, [&](const CitationView &citation) {
                return citation.source == s && citation.closest.first < range.last
                       && citation.closest.last > range.first;
            });
        });
    }

    const Context &context_;
    std::vector<Report> &reports_;
    const std::string birth_;
    const WordKey family_, given_;
    const std::string number_;
};

// Words of the one reading that the other has not: text behind a picture, or laid over it (E13).
void compareReadings(const SourceView &view, std::size_t s, std::vector<Report> &reports)
{
    constexpr std::size_t leastHidden = 6;
    if (!view.source->content || view.source->pageTexts.empty())
        return;
    std::unordered_set<WordKey> seen;
    for (const std::string &page : view.source->pageTexts) {
        const Tokens tokens = cutTokens(page);
        for (const Token &token : tokens.list)
            seen.insert(token.key);
    }
    const auto &tokens = view.reading.tokens.list;
    Range hidden, best;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Kind::Word)
            continue;
        if (seen.contains(tokens[i].key)) {
            hidden = {i + 1, i + 1};
            continue;
        }
        hidden = {hidden.isEmpty() ? i : hidden.first, i + 1};
        if (hidden.last - hidden.first > best.last - best.first)
            best = hidden;
    }
    if (best.last - best.first >= leastHidden)
        reports.push_back(
            {.code = "hidden-text",
             .source = s,
             .sourcePlace = best,
             .values = {{"source", std::string(view.reading.textBetween(best.first, best.last)).substr(0, 400)}},
             .message = "This document's text holds words that its pages do not show."});
}

// "1O mg", "l0 mg", "5OO": a letter where a digit is meant, in what a machine has read (E21).
bool isMisread(const Tokens &tokens, std::uint32_t i)
{
    constexpr std::string_view letters = "OoIlSZB";
    const Token &token = tokens.list[i];
    const bool isAttached = i > 0 && !token.afterBlank && tokens.list[i - 1].kind == Token::Kind::Number;
    const std::string_view word = tokens.wordAt(i);
    const bool isAllLetters =
        !word.empty() && word.find_first_not_of(letters) == std::string_view::npos && word.size() < 3;
    if (token.kind != Token::Kind::Word || !isAllLetters)
        return false;
    const bool precedesNumber =
        i + 1 < tokens.list.size() && tokens.list[i + 1].kind == Token::Kind::Number && !tokens.list[i + 1].afterBlank;
    return isAttached || precedesNumber;
}

bool isMassUnit(const Context &context, const Tokens &tokens, std::uint32_t i)
{
    if (i >= tokens.list.size() || tokens.list[i].kind != Token::Kind::Word)
        return false;
    const Lexicon::Phrase *phrase = context.lexicon.match(std::span(tokens.list).subspan(i));
    return phrase != nullptr && phrase->role == Role::Unit
           && (context.lexicon.unit(phrase->id).dimension == Dimension::Mass
               || context.lexicon.unit(phrase->id).dimension == Dimension::Units);
}

void checkMisread(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    const SourceView &view = context.sources[s];
    const bool isRead = view.source->kind == domain::Source::Kind::Document
                        || view.source->kind == domain::Source::Kind::Image || !view.source->pageTexts.empty();
    const Tokens &tokens = view.reading.tokens;
    for (std::uint32_t i = 0; isRead && i < tokens.list.size(); ++i) {
        if (!isMisread(tokens, i))
            continue;
        const bool isDose = isMassUnit(context, tokens, i + 1) || isMassUnit(context, tokens, i + 2);
        if (!isDose)
            continue;
        const std::uint32_t first = i > 0 && tokens.list[i - 1].kind == Token::Kind::Number ? i - 1 : i;
        reports.push_back({.code = "low-ocr-confidence",
                           .source = s,
                           .sourcePlace = {first, i + 2},
                           .values = {{"source", std::string(view.reading.textBetween(first, i + 2))}},
                           .message = "A letter stands in this dose where a digit is meant; look at the page."});
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    Identities identities(context, reports);
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const SourceView &view = context.sources[s];
        const auto kind = view.source->kind;
        const bool isPaper = kind == domain::Source::Kind::Document || kind == domain::Source::Kind::Image
                             || kind == domain::Source::Kind::Note || !view.source->pageTexts.empty();
        if (isPaper && view.isEvidence && context.chart->of(s).empty())
            identities.check(s);
        compareReadings(view, s, reports);
        checkMisread(context, s, reports);
    }
}

} // namespace

const Check &pageCheck()
{
    static constexpr Check check{
        "pages",
        "1",
        "Names, dates of birth and record numbers on each page; words that a document's text holds and its pages do "
        "not; letters where the digits of a dose are meant.",
        "Pages that name nobody, handwriting, and what a picture shows.",
        "Compares words of pages with the header; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
