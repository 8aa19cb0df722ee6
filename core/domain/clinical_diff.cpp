#include "core/domain/clinical_diff.hpp"

#include "core/domain/clinical_words.hpp"
#include "core/domain/word_script.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace countersign::domain
{
namespace
{

bool isArticle(std::string_view plain)
{
    return plain == "a" || plain == "an" || plain == "the";
}

// What remains of a text when only meaning counts: its words, plainly spelt, without blanks, points and articles.
std::vector<Word> meaningOf(std::string_view text)
{
    std::vector<Word> words = cutIntoWords(text);
    std::erase_if(words, [](const Word &word) {
        if (word.kind == Word::Kind::Letters)
            return isArticle(plainSpelling(word.text));
        return word.kind != Word::Kind::Number && !bearsOnSafety(word);
    });
    return words;
}

bool meansTheSame(const Word &a, const Word &b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == Word::Kind::Letters)
        return plainSpelling(a.text) == plainSpelling(b.text);
    return a.text == b.text;
}

// Whether a word was taken out in one place and put in at another.
bool reordersWords(const std::vector<WordStep> &steps)
{
    std::set<std::string> removed;
    for (const WordStep &step : steps)
        if (step.kind == DiffRun::Kind::Removed)
            removed.insert(plainSpelling(step.word->text));
    return std::any_of(steps.begin(), steps.end(), [&](const WordStep &step) {
        return step.kind == DiffRun::Kind::Added && removed.contains(plainSpelling(step.word->text));
    });
}

// Two texts, by what they mean.
struct Compared {
    std::vector<Word> from, to;
    std::vector<WordStep> steps;

    Compared(std::string_view before, std::string_view after)
        : from(meaningOf(before)), to(meaningOf(after)), steps(shortestScript(from, to, meansTheSame))
    {
    }
    Compared(const Compared &) = delete;
    Compared &operator=(const Compared &) = delete;

    static bool isKept(const WordStep &step) { return step.kind == DiffRun::Kind::Same; }
    [[nodiscard]] bool isSame() const { return std::all_of(steps.begin(), steps.end(), isKept); }
    [[nodiscard]] std::vector<Telling> telling() const
    {
        std::vector<Telling> kinds;
        if (isSame())
            return kinds;
        // "no cough, has fever" and "has cough, no fever" differ only in what a telling word stands by.
        const bool isShuffled = reordersWords(steps);
        for (const WordStep &step : steps)
            if (const auto what = tellingOf(*step.word); what && (isShuffled || !isKept(step)))
                if (std::find(kinds.begin(), kinds.end(), *what) == kinds.end())
                    kinds.push_back(*what);
        std::sort(kinds.begin(), kinds.end());
        return kinds;
    }
};

struct Place {
    const Statement *statement = nullptr;
    std::size_t order = 0; // among the statements of the whole draft
    const Section *section = nullptr;
};
using Places = std::map<StatementId, Place>;

Places placesOf(const Draft &draft)
{
    Places places;
    for (const Section &section : sectionsOf(draft))
        for (const Statement &statement : section.statements)
            places.insert({statement.id, {&statement, places.size(), &section}});
    return places;
}

// The ids of both drafts that kept their order: a longest increasing subsequence of the old places, in the new order.
std::vector<StatementId> keptInOrder(const Places &before, const Draft &after)
{
    struct Link {
        StatementId id;
        std::size_t order = 0;
        std::optional<std::size_t> previous;
    };
    std::vector<Link> links;
    std::vector<std::size_t> tails; // tails[n]: the link that ends the best run of n + 1
    for (const Section &section : sectionsOf(after))
        for (const Statement &statement : section.statements) {
            const auto old = before.find(statement.id);
            if (old == before.end())
                continue;
            const auto place = std::lower_bound(tails.begin(), tails.end(), old->second.order,
                                                [&](std::size_t link, std::size_t o) { return links[link].order < o; });
            links.push_back({statement.id, old->second.order, std::nullopt});
            if (place != tails.begin())
                links.back().previous = *std::prev(place);
            if (place == tails.end())
                tails.push_back(links.size() - 1);
            else
                *place = links.size() - 1;
        }
    std::vector<StatementId> kept;
    for (std::optional<std::size_t> at = tails.empty() ? std::nullopt : std::optional{tails.back()}; at;
         at = links[*at].previous)
        kept.push_back(links[*at].id);
    std::sort(kept.begin(), kept.end());
    return kept;
}

Change movedChange(const Statement &statement, bool hasNewSection)
{
    return {statement.id,   Change::Op::Move, hasNewSection ? Change::Class::Factual : Change::Class::Style,
            statement.text, statement.text,   {}};
}

void compareStatement(const Statement &statement, const Section &section, const Place &old, bool isInOrder,
                      std::vector<Change> &changes)
{
    const std::string &was = old.statement->text;
    if (was != statement.text)
        changes.push_back(
            {statement.id, Change::Op::Replace, classifyEdit(was, statement.text), was, statement.text, {}});
    const bool hasNewSection = old.section->id != section.id;
    if (hasNewSection || !isInOrder)
        changes.push_back(movedChange(statement, hasNewSection));
}

// Joins neighbours of one kind, and swallows a blank between two changes: "12 mg" → "15 mcg" reads as one change.
std::vector<DiffRun> readable(const std::vector<DiffRun> &pieces)
{
    const auto isBlank = [](const std::string &text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; };
    std::vector<DiffRun> runs;
    std::string removed, added;
    const auto flush = [&] {
        if (!removed.empty())
            runs.push_back({DiffRun::Kind::Removed, std::move(removed)});
        if (!added.empty())
            runs.push_back({DiffRun::Kind::Added, std::move(added)});
        removed.clear();
        added.clear();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const DiffRun &piece = pieces[i];
        const bool isBridge = piece.kind == DiffRun::Kind::Same && !removed.empty() && !added.empty()
                              && isBlank(piece.text) && i + 1 < pieces.size()
                              && pieces[i + 1].kind != DiffRun::Kind::Same;
        if (piece.kind == DiffRun::Kind::Removed || isBridge)
            removed += piece.text;
        if (piece.kind == DiffRun::Kind::Added || isBridge)
            added += piece.text;
        if (piece.kind != DiffRun::Kind::Same || isBridge)
            continue;
        flush();
        if (!runs.empty() && runs.back().kind == DiffRun::Kind::Same)
            runs.back().text += piece.text;
        else
            runs.push_back(piece);
    }
    flush();
    return runs;
}

} // namespace

Change::Class classifyEdit(std::string_view before, std::string_view after)
{
    const Compared compared{before, after};
    if (compared.isSame())
        return Change::Class::Style;
    return compared.telling().empty() ? Change::Class::Factual : Change::Class::Safety;
}

std::vector<Telling> tellingChanges(std::string_view before, std::string_view after)
{
    return Compared{before, after}.telling();
}

std::vector<Change> clinicalDiff(const Draft &before, const Draft &after)
{
    const Places was = placesOf(before);
    const Places is = placesOf(after);
    const std::vector<StatementId> kept = keptInOrder(was, after);
    std::vector<Change> changes;
    for (const Section &section : sectionsOf(after))
        for (const Statement &statement : section.statements) {
            const auto old = was.find(statement.id);
            if (old == was.end())
                changes.push_back(
                    {statement.id, Change::Op::Insert, classifyEdit({}, statement.text), {}, statement.text, {}});
            else
                compareStatement(statement, section, old->second,
                                 std::binary_search(kept.begin(), kept.end(), statement.id), changes);
        }
    for (const Section &section : sectionsOf(before))
        for (const Statement &statement : section.statements)
            if (!is.contains(statement.id))
                changes.push_back(
                    {statement.id, Change::Op::Delete, classifyEdit(statement.text, {}), statement.text, {}, {}});
    return changes;
}

std::vector<DiffRun> wordDiff(std::string_view before, std::string_view after)
{
    const std::vector<Word> from = cutIntoWords(before);
    const std::vector<Word> to = cutIntoWords(after);
    std::vector<DiffRun> pieces;
    for (const WordStep &step : shortestScript(from, to, [](const Word &a, const Word &b) { return a == b; }))
        pieces.push_back({step.kind, std::string{step.word->text}});
    return readable(pieces);
}

} // namespace countersign::domain
