// Finds where in a conversation a statement may come from: the one to three turns that hold most of its content words,
// rare words first. Says nothing where less than half of what the words weigh is found. Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::gateway
{

class Alignment
{
public:
    // One line a turn ("[doctor] …"); empty lines are none.
    explicit Alignment(std::string_view dialogue);

    // In the order of the conversation; empty: an honest "none found".
    [[nodiscard]] std::vector<domain::QuoteSelector> turnsFor(std::string_view statement) const;

private:
    struct Turn {
        std::string text;
        std::int64_t start = 0, end = 0; // code points of the dialogue
        std::vector<std::string> words;  // sorted
    };

    [[nodiscard]] double weightOf(const std::string &word) const;
    [[nodiscard]] double weightOf(const std::vector<std::string> &words) const;
    [[nodiscard]] const Turn *bestFor(const std::vector<std::string> &words) const;

    std::vector<Turn> turns_;
    std::map<std::string, std::size_t> turnsWithWord_;
};

} // namespace countersign::gateway
