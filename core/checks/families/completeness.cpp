#include "core/checks/check.hpp"

#include <algorithm>
#include <cstdlib>
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

PageCount countPages(const SourceView &view)
{
    static const WordKey page = wordKey("page"), of = wordKey("of"), pg = wordKey("pg");
    constexpr double most = 5000;
    PageCount count;
    const auto &tokens = view.reading.tokens.list;
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
        const bool isLabel = (tokens[i].key == page || tokens[i].key == pg) && tokens[i + 1].kind == Token::Kind::Number
                             && (tokens[i + 2].key == of || tokens[i + 2].isMark('/'))
                             && tokens[i + 3].kind == Token::Kind::Number;
        if (!isLabel || tokens[i + 1].number > most || tokens[i + 3].number > most)
            continue;
        count.seen.insert(static_cast<int>(tokens[i + 1].number));
        count.expected = std::max(count.expected, static_cast<int>(tokens[i + 3].number));
    }
    return count;
}

void checkPages(const Context &context, std::size_t s, std::vector<Report> &reports)
{
    const SourceView &view = context.sources[s];
    const domain::Source &source = *view.source;
    PageCount count = countPages(view);
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
                           .source = s,
                           .values = {{"expected", std::to_string(expected)}, {"missing", joinedNumbers(missing)}},
                           .message = "Pages of this document are missing."});
    std::set<std::string_view> texts;
    for (std::size_t page = 0; page < source.pageTexts.size(); ++page) {
        const std::string_view text = source.pageTexts[page];
        const bool isBlank = text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
        if (isBlank)
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

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const domain::Source &source = *context.sources[s].source;
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
        "1",
        "Pages that are missing, blank or twice there; sources that are old, superseded, corrected or unread.",
        "A missing page that left no trace, and whether an old source still holds.",
        "Counts pages and compares dates; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
