#include "core/checks/check.hpp"

#include "core/base/instant.hpp"

#include <algorithm>
#include <unordered_map>

// Ten words in a row that stand in an earlier note of the same patient: copied forward, with where they were first
// written (E08, R-613).
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t window = 10;

// The words of a text, without marks, as places in its tokens.
std::vector<std::uint32_t> wordsOf(const Reading &reading)
{
    std::vector<std::uint32_t> words;
    for (std::uint32_t i = 0; i < reading.tokens.list.size(); ++i)
        if (reading.tokens.list[i].kind == Token::Kind::Word || reading.tokens.list[i].kind == Token::Kind::Number)
            words.push_back(i);
    return words;
}

WordKey keyAt(const Reading &reading, std::uint32_t token)
{
    const Token &at = reading.tokens.list[token];
    return at.kind == Token::Kind::Word ? at.key : static_cast<WordKey>(thousandths(at.number)) + 0x9E3779B97F4A7C15ULL;
}

// A rolling name of each ten words; calls back with the place of the first.
template <class Visit>
void eachWindow(const Reading &reading, const std::vector<std::uint32_t> &words, Visit visit)
{
    constexpr WordKey base = 0x100000001B3ULL;
    WordKey highest = 1;
    for (std::size_t i = 1; i < window; ++i)
        highest *= base;
    WordKey name = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i >= window)
            name -= keyAt(reading, words[i - window]) * highest;
        name = name * base + keyAt(reading, words[i]);
        if (i + 1 >= window)
            visit(name, i + 1 - window);
    }
}

struct Place {
    std::size_t source = 0;
    std::uint32_t token = 0;
};

struct Share {
    std::size_t words = 0, copied = 0;
};

class Copies
{
public:
    Copies(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        readNotes();
        if (first_.empty())
            return;
        std::unordered_map<const domain::Section *, Share> shares;
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            check(i, shares[context_.statements[i].section]);
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            if (const auto share = shares.find(context_.statements[i].section); share != shares.end()) {
                checkSection(i, share->second);
                shares.erase(share);
            }
    }

private:
    // The earliest note comes first, so that its words are the origin.
    void readNotes()
    {
        std::vector<std::size_t> notes;
        for (std::size_t s = 0; s < context_.sources.size(); ++s)
            if (context_.sources[s].source->kind == domain::Source::Kind::Note && context_.sources[s].isEvidence)
                notes.push_back(s);
        std::ranges::stable_sort(
            notes, {}, [&](std::size_t s) { return context_.sources[s].source->recordedAt.value_or(Instant::max()); });
        for (const std::size_t s : notes) {
            const Reading &reading = context_.sources[s].reading;
            const auto words = wordsOf(reading);
            eachWindow(reading, words,
                       [&](WordKey name, std::size_t at) { first_.try_emplace(name, Place{s, words[at]}); });
        }
    }

    void check(std::size_t statement, Share &share)
    {
        const Reading &reading = context_.statements[statement].reading;
        const auto words = wordsOf(reading);
        const Place *origin = nullptr;
        std::size_t begin = 0, end = 0, copied = 0;
        eachWindow(reading, words, [&](WordKey name, std::size_t at) {
            const auto found = first_.find(name);
            if (found == first_.end())
                return;
            copied += at < end ? at + window - end : window;
            begin = origin == nullptr ? at : begin;
            end = at + window;
            origin = origin == nullptr ? &found->second : origin;
        });
        share.words += words.size();
        share.copied += copied;
        if (origin == nullptr)
            return;
        const domain::Source &source = *context_.sources[origin->source].source;
        const std::string day = source.recordedAt ? formatInstant(*source.recordedAt).substr(0, 10) : std::string();
        reports_.push_back({.code = "copy-forward",
                            .severity = Severity::Info,
                            .statement = statement,
                            .place = {words[begin], words[end - 1] + 1},
                            .source = origin->source,
                            .sourcePlace = {origin->token, origin->token + 1},
                            .values = {{"first", day},
                                       {"author", source.author},
                                       {"share", std::to_string(100 * copied / words.size())}},
                            .message = "These words were first written in an earlier note."});
    }

    // What is examined or planned today should not be yesterday's.
    void checkSection(std::size_t statement, const Share &share)
    {
        constexpr std::size_t percent = 80, leastWords = 30;
        const std::string &title = context_.statements[statement].section->title;
        const bool isOfToday = title.find("xam") != std::string::npos || title.find("ital") != std::string::npos
                               || title.find("lan") != std::string::npos || title.find("EXAM") != std::string::npos
                               || title.find("PLAN") != std::string::npos;
        if (isOfToday && share.words >= leastWords && share.copied * 100 > percent * share.words)
            reports_.push_back(
                {.code = "copy-forward",
                 .statement = statement,
                 .values = {{"share", std::to_string(100 * share.copied / share.words)}, {"draft", title}},
                 .message = "Most of this section was copied from an earlier note."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::unordered_map<WordKey, Place> first_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    Copies(context, reports).run();
}

} // namespace

const Check &copyCheck()
{
    static constexpr Check check{
        "copies",
        "1",
        "Ten words in a row that stand in an earlier note, with the day and the author of the first, and how much of a "
        "section is so.",
        "Whether what was copied is still true.",
        "Shows where words come from; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
