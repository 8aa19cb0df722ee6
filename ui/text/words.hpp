// Every value that a person reads, in words. One function an enum, so that a sentence is written once and translated
// once. The words for where a decision stands are the contract's and are not varied anywhere.
#pragma once

#include "core/desk/snapshot.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/finding.hpp"

#include <QString>

#include <string_view>

namespace countersign::text
{

// Of an item.
[[nodiscard]] QString phrase(domain::Tier tier);
[[nodiscard]] QString phrase(domain::ItemState state);
[[nodiscard]] QString phrase(domain::Patient::Sex sex);           // "female"
[[nodiscard]] QString letter(domain::Patient::Sex sex);           // "F"; empty where unstated
[[nodiscard]] QString phrase(domain::Allergy::Criticality level); // empty where unstated
[[nodiscard]] QString phrase(domain::Allergy::Status status);
[[nodiscard]] QString workflowName(const domain::WorkflowId &workflow); // an unknown one by its id
[[nodiscard]] QString actionName(const domain::ActionType &type);       // the kind of thing: "note", "prior auth"

// Of a decision.
[[nodiscard]] QString phrase(domain::Verdict verdict);     // what was done: "Approved", "Rejected"
[[nodiscard]] QString imperative(domain::Verdict verdict); // what a button does: "Approve", "Reject"
[[nodiscard]] QString phrase(domain::Meaning meaning);
[[nodiscard]] QString phrase(domain::Harm harm);
[[nodiscard]] QString phrase(domain::Standing standing);  // the contract's word
[[nodiscard]] QString explain(domain::Standing standing); // one sentence: what is true and what is not yet
[[nodiscard]] QString phrase(domain::Outcome outcome);
[[nodiscard]] QString phrase(domain::Role role);
[[nodiscard]] QString phrase(domain::AuthComponent component);
[[nodiscard]] QString phrase(domain::Change::Op op);
[[nodiscard]] QString phrase(domain::Change::Class kind);
[[nodiscard]] QString phrase(domain::FindingView::Resolution resolution);

// Of what the agent read and did, and of what a check found.
[[nodiscard]] QString phrase(domain::Severity severity);
[[nodiscard]] QString phrase(domain::ResolvableBy way);
[[nodiscard]] QString phrase(domain::Statement::Basis basis); // empty where unstated
[[nodiscard]] QString phrase(domain::Source::Kind kind);
[[nodiscard]] QString phrase(domain::Source::MediaType type); // empty where unstated
[[nodiscard]] QString phrase(domain::Criterion::Status status);
[[nodiscard]] QString phrase(domain::Answer::Origin origin);
[[nodiscard]] QString phrase(domain::TraceStep::Kind kind);
[[nodiscard]] QString phrase(domain::TraceStep::PhiShare share);
[[nodiscard]] QString phrase(domain::TraceStep::Status status);
[[nodiscard]] QString phrase(domain::PeerFinding::Severity severity);
[[nodiscard]] QString phrase(domain::Risk::Samd kind);

// What a check found, by its code, and what a reviewer answered, by its reason; an unknown one by itself.
[[nodiscard]] QString findingTitle(std::string_view code);
[[nodiscard]] QString findingAnswer(std::string_view reason);

// Why something is not done: what is so, and what to do.
[[nodiscard]] QString phrase(const domain::Refusal &refusal);

// The chip of a coded reason; the code itself where it is not one of ours.
[[nodiscard]] QString reasonChip(std::string_view code);

// Of the session and the link.
[[nodiscard]] QString phrase(desk::LinkState state);
[[nodiscard]] QString phrase(desk::LockCause cause);
// One of domain::emergencyReasons.
[[nodiscard]] QString emergencyReason(std::string_view code);
[[nodiscard]] QString phrase(desk::SessionState state);
// Why the link is down, from its short code; empty for the empty code.
[[nodiscard]] QString closingReason(std::string_view code);
// What a gateway that contradicts itself has done, and what that means for the person who reads it.
[[nodiscard]] QString forkAlarm(const desk::ForkView &fork);

} // namespace countersign::text
