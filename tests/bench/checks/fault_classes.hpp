// Faults of our own making, by class: how a statement is altered, and which findings then count.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::bench
{

struct Exchange {
    std::string_view from, to; // as whole words
};

struct FaultClass {
    std::string_view name;
    std::vector<std::string_view> accepted;
    std::vector<Exchange> exchanges;
    // Of a statement's text and of all that was said; instead of exchanges.
    std::function<std::optional<std::string>(const std::string &text, const std::string &said)> alter{};
    // An exchange only where what was said has the word that is exchanged: else nothing could tell that it is wrong.
    bool needsEvidence = false;
    bool isWhole = false; // another statement: what was found in the old one does not matter
};

[[nodiscard]] std::size_t findWord(const std::string &text, std::string_view word, std::size_t from = 0);
[[nodiscard]] std::optional<std::string> altered(const FaultClass &fault, const std::string &text,
                                                 const std::string &said);

// Polarity, sides, numbers, drugs, persons, course.
[[nodiscard]] std::vector<FaultClass> faultsOfOpposites();
// Degree, direction, frequency, route, results, places; and what nobody said.
[[nodiscard]] std::vector<FaultClass> faultsOfQualities();
// By another word than the opposite, of another thing, of what was wished, doubted or ordered.
[[nodiscard]] std::vector<FaultClass> furtherFaults();
// One thing for another of its kind.
[[nodiscard]] std::vector<FaultClass> faultsOfNames();
// The classes that are found least, once more in other words.
[[nodiscard]] std::vector<FaultClass> faultsOtherwise();
[[nodiscard]] std::vector<FaultClass> inventions();

} // namespace countersign::bench
