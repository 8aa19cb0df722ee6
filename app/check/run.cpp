#include "app/check/run.hpp"

#include "app/check/pipeline.hpp"

#include <algorithm>
#include <thread>

namespace countersign::check
{
namespace
{

Outcome checkBatch(const std::vector<std::string> &documents, std::size_t first, const Rules &rules,
                   const rulebook::ManyChecks &checks, std::optional<Instant> now, Form form)
{
    Outcome outcome;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        ++outcome.proposals;
        const auto line = resultOf(documents[i], rules, checks, now, form);
        if (line) {
            outcome.text += line->text;
            outcome.text += '\n';
            outcome.hasStop = outcome.hasStop || line->hasStop;
            continue;
        }
        ++outcome.refused;
        outcome.errors += "countersign-check: document " + std::to_string(first + i) + " breaks the rule "
                          + std::string(protocol::ruleText(line.error().rule))
                          + (line.error().pointer.empty() ? "" : " at " + line.error().pointer) + "\n";
    }
    return outcome;
}

} // namespace

Summary checkStream(std::istream &input, const Rules &rules, std::optional<Instant> now, Form form,
                    std::ostream &output, std::ostream &errors)
{
    Summary summary;
    const rulebook::ManyChecks checks(rules.policy, rules.keptReadingsMax);
    const auto work = [&](const std::vector<std::string> &documents, std::size_t first) {
        return checkBatch(documents, first, rules, checks, now, form);
    };
    runOrdered(input, std::max(1U, std::thread::hardware_concurrency()), work, [&](const Outcome &outcome) {
        summary.proposals += outcome.proposals;
        summary.refused += outcome.refused;
        summary.hasStop = summary.hasStop || outcome.hasStop;
        output << outcome.text << std::flush; // whoever reads a pipe gets what is done
        errors << outcome.errors;
        return output.good();
    });
    return summary;
}

} // namespace countersign::check
