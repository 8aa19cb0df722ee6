// What a draft is known by among the others of a queue, without its words: a number for each of its longer statements,
// and for what it orders. The queue-wide checks compare prints, so that no clinical text leaves its item (E08, E37,
// E50). Pure; any thread.
#pragma once

#include "core/checks/orders.hpp"
#include "core/checks/policy.hpp"
#include "core/domain/proposal.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace countersign::checks
{

struct StatementPrint {
    std::uint64_t name = 0;  // of its words in their order, endings, case and marks set aside
    std::uint32_t words = 0; // how many
    bool isTelling = false;  // it names a drug or a number: two patients seldom share it by chance
    bool operator==(const StatementPrint &) const = default;
};

struct QueuePrint {
    domain::ItemId item;
    domain::PatientId patient;
    std::vector<StatementPrint> statements; // those of some length, as they stand
    domain::ProposalId proposal{};
    std::vector<Order> orders{};
    bool operator==(const QueuePrint &) const = default;
};

[[nodiscard]] QueuePrint printOf(const domain::ItemId &item, const domain::Proposal &proposal);

// What a draft shares with those of other patients, each such statement and the draft as a whole. Warnings: two
// patients of one clinic day may well have the same plan. And stops: what another draft for the same patient orders the
// opposite of.
[[nodiscard]] std::vector<domain::Finding> queueFindings(const domain::Proposal &proposal,
                                                         std::span<const QueuePrint> others, const CheckPolicy &policy);

} // namespace countersign::checks
