#include "core/policy/signing_words.hpp"

namespace countersign::policy
{
namespace
{

using domain::Meaning;
using domain::Verdict;

// A coordinator attests to the administration of a case, never to its medicine.
bool attestsClinically(domain::Role role)
{
    return role != domain::Role::Coordinator && role != domain::Role::Administrator && role != domain::Role::Auditor;
}

} // namespace

Meaning meaningOf(Verdict verdict, domain::Role role)
{
    switch (verdict) {
    case Verdict::Approve:
        return attestsClinically(role) ? Meaning::Approval : Meaning::Administrative;
    case Verdict::ApproveEdited:
        return attestsClinically(role) ? Meaning::Authorship : Meaning::Administrative;
    case Verdict::Cosign:
        return Meaning::Verification;
    case Verdict::Reject:
    case Verdict::Return:
    case Verdict::Respond:
    case Verdict::Escalate:
    case Verdict::DeclineCosign:
        return Meaning::Review;
    case Verdict::Retract:
    case Verdict::RollBack:
    case Verdict::BreakGlass:
        return Meaning::Responsibility;
    case Verdict::Seal:
        return Meaning::Administrative;
    }
    return Meaning::Review;
}

domain::LegalStatement legalFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Approve:
        return {"approve-1", "I have reviewed this draft and its cited sources, and I approve the action as shown."};
    case Verdict::ApproveEdited:
        return {"approve-edited-1",
                "I have reviewed this draft and its cited sources, and I approve the action as I have edited it."};
    case Verdict::Reject:
        return {"reject-1", "I have reviewed this draft, and I reject it for the reasons given."};
    case Verdict::Return:
        return {"return-1", "I have reviewed this draft, and I send it back to be revised for the reasons given."};
    case Verdict::Respond:
        return {"respond-1", "I answer the question that was put to me, and I approve nothing by it."};
    case Verdict::Escalate:
        return {"escalate-1", "I hand this draft to somebody else to decide, for the reasons given."};
    case Verdict::Cosign:
        return {"cosign-1", "I have reviewed this draft independently, and I add my signature to its approval."};
    case Verdict::DeclineCosign:
        return {"decline-cosign-1", "I have reviewed this draft, and I decline to add my signature to its approval."};
    case Verdict::Retract:
        return {"retract-1", "I take back my decision before it takes effect."};
    case Verdict::RollBack:
        return {"roll-back-1", "I order that the released action be undone, for the reasons given."};
    case Verdict::BreakGlass:
        return {"break-glass-1", "I act outside my usual rights in an emergency, and I know that this is reviewed."};
    case Verdict::Seal:
        return {"seal-1", "I begin the chain of my signatures on this device."};
    }
    return {};
}

} // namespace countersign::policy
