#include "core/checks/orders.hpp"
#include "core/checks/queue_print.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

// Two drafts about one visit seldom order opposite things: what is found between them is mostly found falsely.
namespace countersign::bench
{
namespace
{

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> turns{{{"Continue ", "Stop "},
                                                                               {"continue ", "discontinue "},
                                                                               {"Start ", "Do not start "},
                                                                               {"start ", "stop "},
                                                                               {"Prescribe ", "Discontinue "},
                                                                               {"prescribe ", "hold "},
                                                                               {"Stop ", "Resume "},
                                                                               {"stop ", "keep taking "},
                                                                               {"Increase ", "Reduce "},
                                                                               {"increase ", "taper "},
                                                                               {"Decrease ", "Increase "},
                                                                               {"decrease ", "increase "}}};

bool isAgainst(const domain::Proposal &one, const domain::Proposal &other)
{
    const std::array others{checks::printOf(domain::ItemId("i"), other)};
    return std::ranges::any_of(checks::queueFindings(one, others, {}),
                               [](const domain::Finding &finding) { return finding.code == "peer-finding"; });
}

// One order of a draft turned round, where a statement names a drug: is the draft found to be against it?
void turnRound(const domain::Proposal &proposal, std::size_t &put, std::size_t &found)
{
    domain::Proposal turned = proposal;
    turned.id = domain::ProposalId("turned");
    auto *sections = domain::sectionsOf(turned.draft);
    for (std::size_t s = 0; sections != nullptr && s < sections->size(); ++s)
        for (domain::Statement &statement : (*sections)[s].statements)
            for (const auto &[from, to] : turns) {
                const std::size_t at = statement.text.find(from);
                if (at == std::string::npos
                    || checks::english().findDrug(statement.text) == checks::english().drugCount())
                    continue;
                const std::string before = statement.text;
                statement.text.replace(at, from.size(), to);
                ++put;
                found += isAgainst(proposal, turned) ? 1U : 0U;
                statement.text = before;
            }
}

} // namespace

void measureOpposites(const std::filesystem::path &data)
{
    std::map<std::string, std::vector<domain::Proposal>> visits;
    std::size_t drafts = 0, orders = 0, pairs = 0, against = 0, put = 0, found = 0;
    for (const char *file : {"clinician-notes.ndjson", "real-drafts.ndjson"})
        for (domain::Proposal &proposal : proposalsOf(data / "proposals" / file)) {
            proposal.patient.id = domain::PatientId("p");
            ++drafts;
            orders += checks::ordersIn(proposal).size();
            turnRound(proposal, put, found);
            if (!proposal.sources.empty() && proposal.sources.front().content)
                visits[*proposal.sources.front().content].push_back(proposal);
        }
    for (const auto &[talk, about] : visits)
        for (const domain::Proposal &one : about)
            for (const domain::Proposal &other : about) {
                if (one.id == other.id)
                    continue;
                ++pairs;
                against += isAgainst(one, other) ? 1U : 0U;
            }
    std::printf("\n%zu drafts hold %zu orders; of %zu that were turned round %zu are found; of %zu pairs about one "
                "visit %zu are "
                "against each other\n",
                drafts, orders, put, found, pairs, against);
}

} // namespace countersign::bench
