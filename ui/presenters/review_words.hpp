// The sentences of the review page. Pure; gui thread only because of tr.
#pragma once

#include "core/domain/item.hpp"
#include "ui/presenters/review_view.hpp"
#include "ui/presenters/source_search.hpp"
#include "ui/presenters/source_texts.hpp"

#include <set>

namespace countersign::presenters::words
{

// How an item was read: facts, for the notice that it went fast.
struct Pace {
    std::int64_t seconds = 0;
    int words = 0; // of the draft
    bool hasOpenedSource = false;
    domain::Tier tier = domain::Tier::Low;
};

[[nodiscard]] QString nothingOpen();
[[nodiscard]] QString fetching();
[[nodiscard]] QString changedUnderneath();
[[nodiscard]] QString keptEdits(bool isKept);
[[nodiscard]] QString formerEdits(int changes);
[[nodiscard]] QString needCitations(int statements);
[[nodiscard]] QString notOffered();
[[nodiscard]] QString noSources();
[[nodiscard]] QString nothingCited();
[[nodiscard]] QString citationPosition(std::size_t index, std::size_t count);
[[nodiscard]] QString placeNotice(const CitedPlace &place, bool isMarked);
[[nodiscard]] QString toLookAt(int unresolved);
[[nodiscard]] QString wishLabel(Wish wish, domain::Verdict verdict, const domain::ActionType &type);
// What stands in the way, said once even where it stands in the way of everything.
[[nodiscard]] QString barSentence(const BarView &bar);
// What happens when it is signed, in one sentence.
[[nodiscard]] QString next(domain::Verdict verdict, const domain::Action &action);
// Decided faster than anybody reads; empty: it was not.
[[nodiscard]] QString fastDecision(const Pace &pace);
// What the agent is not sure of, one line each; empty: it declared nothing.
[[nodiscard]] QString question(const domain::Proposal &proposal);
[[nodiscard]] QString raised(domain::Tier from, domain::Tier to);
[[nodiscard]] QString mustSeeDifference();
[[nodiscard]] QString origin(const domain::Source &source);
[[nodiscard]] QString notFresh(const Freshness &freshness);
[[nodiscard]] QString identityWrong();
[[nodiscard]] QString storedSentence(domain::Verdict verdict);

[[nodiscard]] ReviewHeader header(const domain::Item &item);
[[nodiscard]] QString sourceDetail(const domain::Source &source);
// Empty for what is of the patient's chart.
[[nodiscard]] QString apartFromChart(const domain::Source &source);
// "The agent read 14 of 71. Not read: 3 documents, 54 messages."; empty without sources.
[[nodiscard]] QString contextGap(const domain::Proposal &proposal);
[[nodiscard]] QString searchSentence(const SourceSearch::Found &found, std::size_t stillToRead);
// "page 3" or who speaks, after the title of the source.
[[nodiscard]] QString hitPlace(const domain::Source &source, const TextBlock &block, std::size_t page);
// Those that were read first, then the context gap by kind.
[[nodiscard]] std::vector<SourceRow> sources(const domain::Proposal &proposal,
                                             const std::set<domain::SourceId> &opened);

} // namespace countersign::presenters::words
