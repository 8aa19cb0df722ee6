// What an accepted decision does to its item. Part of judgement; pure, any thread.
#pragma once

#include "core/authority/judgement.hpp"

namespace countersign::authority
{

// Those verdicts are about an earlier decision, which `amends` names.
[[nodiscard]] bool amendsAnother(domain::Verdict verdict);
[[nodiscard]] bool hasSigned(const ItemRecord &item, const domain::ReviewerId &person);

// Completes the judgement of a decision to which nothing is objected.
[[nodiscard]] Judgement takeEffect(const domain::DecisionStatement &statement, const DecisionFacts &facts,
                                   Judgement judgement);

} // namespace countersign::authority
