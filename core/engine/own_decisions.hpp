// The decisions of this person at this device, in the order of the chain.
#pragma once

#include "core/desk/snapshot.hpp"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countersign::engine
{

struct OwnDecision {
    std::shared_ptr<const desk::DecisionView> view;
    std::string jws, rendered, receipt;
    // What the ledger is storing now; nothing of it is shown before it is durable.
    std::optional<domain::Receipt> verified;
    bool isAwaitingLedger = false;
    bool isOfThisSession = false;
};

class OwnDecisions
{
public:
    void add(OwnDecision decision);
    // Null where there is none.
    [[nodiscard]] OwnDecision *find(const domain::DecisionId &id);
    [[nodiscard]] const OwnDecision *find(const domain::DecisionId &id) const;
    // Those on that item, oldest first.
    [[nodiscard]] std::vector<const OwnDecision *> on(const domain::ItemId &item) const;
    [[nodiscard]] const std::vector<OwnDecision> &all() const { return all_; }

private:
    std::vector<OwnDecision> all_;
    std::unordered_map<domain::DecisionId, std::size_t> places_;
    std::unordered_map<domain::ItemId, std::vector<std::size_t>> byItem_;
};

} // namespace countersign::engine
