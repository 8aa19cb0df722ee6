// The rules of the house that a reader of the text can check. Each rule has a short name; an exception names a rule and
// a file, and an exception that is no longer needed is itself a violation.
#pragma once

#include "tests/architecture/drawing.hpp"

namespace countersign::architecture
{

struct RuleException {
    std::string rule;
    std::string path;
    std::string reason;
};

// A violation with the name of the rule it broke, so that an exception can be matched.
struct Finding {
    std::string rule;
    Violation violation;
};

inline constexpr std::size_t fileLinesMax = 500;
inline constexpr std::size_t functionLinesMax = 70;

// Words that have no place where the file lives: clocks, event loops, rich text, singletons, …
[[nodiscard]] std::vector<Finding> findForbiddenWords(const SourceFile &file);
// Names, budgets, include guards, namespaces, lint exceptions without a reason.
[[nodiscard]] std::vector<Finding> findMisshapenFiles(const SourceFile &file);
// Paths of one machine and hosts of registries, in any file.
[[nodiscard]] std::vector<Finding> findMachineTraces(const SourceFile &file);
// What needs more than one file: rooms without a README, statements nobody runs, Boost.JSON in a second source.
[[nodiscard]] std::vector<Finding> findNeglected(const std::vector<Room> &rooms, const std::vector<SourceFile> &files);

// Findings that no exception covers, and exceptions that cover nothing.
[[nodiscard]] std::vector<Violation> judge(const std::vector<Finding> &findings,
                                           const std::vector<RuleException> &exceptions);

} // namespace countersign::architecture
