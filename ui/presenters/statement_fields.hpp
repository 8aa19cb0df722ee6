// The signed statement as plain labelled fields, in the order in which a person asks: what, by whom, when, why, on
// what it rests, how it is secured. Pure.
#pragma once

#include "ui/presenters/history_list.hpp"

namespace countersign::presenters
{

[[nodiscard]] std::vector<StatementField> statementFields(const desk::DecisionView &decision);
// What is known here of somebody else's decision: its summary, not its statement.
[[nodiscard]] std::vector<StatementField> summaryFields(const domain::ItemSummary &item);

} // namespace countersign::presenters
