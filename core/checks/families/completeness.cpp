#include "core/checks/check.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace countersign::checks
{
namespace
{

using domain::Severity;

std::string joinedNumbers(const std::set<int> &numbers)
{
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

// "Page 2 of 5", and how many pages there ought to be.
struct PageCount {
    std::set<int> seen;
    int expected = 0;
};

PageCount countPages(const Reading &reading)
{
    static const WordKey page = wordKey("page"), of = wordKey("of"), pg = wordKey("pg"), p = wordKey("p");
    constexpr double most = 5000;
    PageCount count;
    const auto &tokens = reading.tokens.list;
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
        const bool isShort = (tokens[i].key == p || tokens[i].key == pg) && tokens[i + 1].isMark('.'); // "P. 03/07"
        const bool isWord = tokens[i].key == page || tokens[i].key == pg;
        i += isShort && i + 4 < tokens.size() ? 1 : 0;
        const bool isLabel = (isWord || isShort) && tokens[i + 1].kind == Token::Kind::Number
                             && (tokens[i + 2].key == of || tokens[i + 2].isMark('/'))
                             && tokens[i + 3].kind == Token::Kind::Number;
        if (!isLabel || tokens[i + 1].number > most || tokens[i + 3].number > most)
            continue;
        count.seen.insert(static_cast<int>(tokens[i + 1].number));
        count.expected = std::max(count.expected, static_cast<int>(tokens[i + 3].number));
    }
    return count;
}

bool isCited(const Context &context, std::size_t s)
{
    return std::ranges::any_of(context.statements, [s](const StatementView &view) {
        return std::ranges::any_of(view.citations, [s](const CitationView &citation) { return citation.source == s; });
    });
}

// A request for coverage that rests on it goes out with it.
bool isRequested(const Context &context, std::size_t s)
{
    return std::holds_alternative<domain::PriorAuthDraft>(context.proposal.draft) && isCited(context, s);
}

void checkPages(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    const SourceView &view = context.sources[s];
    const domain::Source &source = *view.source;
    const PageCount &count = view.reading.noted<countPages>();
    const auto held = static_cast<std::int64_t>(source.pageTexts.size());
    const std::int64_t expected = std::max<std::int64_t>(count.expected, source.expectedPages.value_or(0));
    std::set<int> missing;
    if (!count.seen.empty())
        for (int page = 1; page <= std::min<std::int64_t>(expected, 5000); ++page)
            if (!count.seen.contains(page))
                missing.insert(page);
    const bool isShort = held > 0 && expected > held;
    if (isShort
        || (!missing.empty() && static_cast<std::int64_t>(count.seen.size()) < expected
            && (held == 0 || held < expected)))
        reports.push_back({.code = "missing-pages",
                           .severity = isRequested(context, s) ? Severity::Stop : Severity::Warning,
                           .source = s,
                           .values = {{"expected", std::to_string(expected)}, {"missing", joinedNumbers(missing)}},
                           .message = "Pages of this document are missing."});
    std::set<std::string_view> texts;
    for (std::size_t page = 0; page < source.pageTexts.size(); ++page) {
        const std::string_view text = source.pageTexts[page];
        constexpr std::ptrdiff_t leastLetters = 12;
        const auto letters = std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; });
        const bool isBlank = letters < leastLetters && source.pageTexts.size() > 1;
        if (isBlank || letters == 0)
            reports.push_back({.code = "unreadable-page",
                               .severity = Severity::Info,
                               .source = s,
                               .page = static_cast<std::int64_t>(page + 1),
                               .message = "No text could be read on this page."});
        else if (text.size() > 80 && !texts.insert(text).second)
            reports.push_back({.code = "duplicate-page",
                               .severity = Severity::Info,
                               .source = s,
                               .page = static_cast<std::int64_t>(page + 1),
                               .message = "This page stands in the document twice."});
    }
}

void checkAge(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    const domain::Source &source = *context.sources[s].source;
    if (!source.recordedAt)
        return;
    const auto days = std::chrono::duration_cast<std::chrono::days>(context.now - *source.recordedAt).count();
    if (!source.patientId.isEmpty() && days > context.policy.staleAfterDays)
        reports.push_back({.code = "stale-source",
                           .severity = Severity::Info,
                           .source = s,
                           .values = {{"days", std::to_string(days)}},
                           .message = "This source is old."});
    if (days < -1)
        reports.push_back({.code = "future-date", .source = s, .message = "This source bears a date in the future."});
    if (source.reference.empty())
        return;
    for (const SourceView &other : context.sources) {
        const domain::Source &newer = *other.source;
        if (newer.reference != source.reference || newer.id == source.id || newer.version == source.version
            || !newer.recordedAt || *newer.recordedAt <= *source.recordedAt)
            continue;
        reports.push_back({.code = "newer-source-exists",
                           .source = s,
                           .values = {{"newer", newer.id.text()}},
                           .message = "A newer version of this source was given too."});
    }
}

void checkCorrection(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    static const std::set<WordKey> marks{wordKey("corrected"), wordKey("amended"), wordKey("addendum")};
    const SourceView &view = context.sources[s];
    if (view.source->kind != domain::Source::Kind::Document && view.source->kind != domain::Source::Kind::Fhir)
        return;
    for (std::uint32_t i = 0; i < std::min<std::size_t>(view.reading.tokens.list.size(), 60); ++i) {
        if (!marks.contains(view.reading.tokens.list[i].key))
            continue;
        reports.push_back({.code = "source-corrected",
                           .severity = Severity::Info,
                           .source = s,
                           .sourcePlace = {i, i + 1},
                           .message = "This source calls itself a correction."});
        return;
    }
}

// A day as it is written: 2025-12-31 or 12/31/2025.
std::optional<Instant> dayAt(const Tokens &tokens, std::uint32_t i)
{
    const auto &list = tokens.list;
    if (i + 4 >= list.size() || list[i].kind != Token::Kind::Number || list[i + 2].kind != Token::Kind::Number
        || list[i + 4].kind != Token::Kind::Number || list[i + 1].mark != list[i + 3].mark)
        return std::nullopt;
    const double a = list[i].number, b = list[i + 2].number, c = list[i + 4].number;
    const bool isYearFirst = list[i + 1].isMark('-') && a > 1900 && a < 3000;
    const bool isYearLast = list[i + 1].isMark('/') && c > 1900 && c < 3000;
    constexpr double most = 3000;
    if ((!isYearFirst && !isYearLast) || a > most || b > most || c > most)
        return std::nullopt;
    const auto whole = [](double number) { return static_cast<unsigned>(number); };
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(isYearFirst ? a : c)),
                                          std::chrono::month(isYearFirst ? whole(b) : whole(a)),
                                          std::chrono::day(isYearFirst ? whole(c) : whole(b))};
    return day.ok() ? std::optional(Instant(std::chrono::sys_days(day))) : std::nullopt;
}

// "Effective through 12/31/2024": rules that no longer hold (E36).
void checkExpiry(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    static const std::set<WordKey> ends{wordKey("expires"),   wordKey("expiration"), wordKey("expired"),
                                        wordKey("retired"),   wordKey("until"),      wordKey("through"),
                                        wordKey("superseded")};
    constexpr std::uint32_t reach = 4;
    const SourceView &view = context.sources[s];
    if (view.source->kind != domain::Source::Kind::Guideline && view.source->kind != domain::Source::Kind::PayerPolicy)
        return;
    const auto &tokens = view.reading.tokens.list;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != Token::Kind::Word || !ends.contains(tokens[i].key))
            continue;
        for (std::uint32_t at = i + 1; at < std::min<std::size_t>(i + 1 + reach, tokens.size()); ++at) {
            const auto day = dayAt(view.reading.tokens, at);
            if (!day || *day + std::chrono::days(1) > context.now)
                continue;
            return reports.push_back({.code = "stale-source",
                                      .source = s,
                                      .sourcePlace = {i, at + 5},
                                      .values = {{"source", std::string(view.reading.textBetween(i, at + 5))}},
                                      .message = "These rules say of themselves that they no longer hold."});
        }
    }
}

// What the draft was made of by translating (E34).
void checkLanguage(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    const auto *note = std::get_if<domain::NoteDraft>(&context.proposal.draft);
    const std::string_view own = note != nullptr && !note->language.empty() ? std::string_view(note->language) : "en";
    const std::string &other = context.sources[s].source->language;
    if (other.size() >= 2 && other.substr(0, 2) != own.substr(0, 2))
        reports.push_back({.code = "agent-uncertain",
                           .severity = Severity::Info,
                           .source = s,
                           .values = {{"draft", std::string(own)}, {"source", other}},
                           .message = "This source is in another language; the draft rests on a translation."});
}

// The statement stands on what nobody read.
void checkUnreadCitations(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        for (const CitationView &citation : context.statements[i].citations)
            if (citation.source != nowhere && !context.sources[citation.source].source->read)
                reports.push_back({.code = "unread-source",
                                   .statement = i,
                                   .source = citation.source,
                                   .message = "This statement cites a source that the agent did not read."});
}

void run(const Context &context, std::vector<Report> &reports)
{
    checkUnreadCitations(context, reports);
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const domain::Source &source = *context.sources[s].source;
        checkExpiry(context, s, reports);
        checkLanguage(context, s, reports);
        if (!source.read)
            reports.push_back({.code = "unread-source",
                               .severity = Severity::Info,
                               .source = s,
                               .values = {{"reason", source.unreadReason}},
                               .message = "The agent knows of this source and did not read it."});
        checkPages(context, s, reports);
        checkAge(context, s, reports);
        checkCorrection(context, s, reports);
    }
}

} // namespace

const Check &completenessCheck()
{
    static constexpr Check check{
        "completeness",
        "2",
        "Pages that are missing, blank or twice there; sources that are old, superseded, corrected, unread, of another "
        "language or past the day that they name themselves.",
        "A missing page that left no trace, and whether an old source still holds.",
        "Counts pages and compares dates; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
