#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Decision {
    Q_DECLARE_TR_FUNCTIONS(Decision)
};

} // namespace

QString phrase(domain::Verdict verdict)
{
    using enum domain::Verdict;
    switch (verdict) {
    case Approve:
        return Decision::tr("Approved");
    case ApproveEdited:
        return Decision::tr("Approved with edits");
    case Reject:
        return Decision::tr("Rejected");
    case Return:
        return Decision::tr("Returned");
    case Respond:
        return Decision::tr("Answered");
    case Escalate:
        return Decision::tr("Escalated");
    case Cosign:
        return Decision::tr("Co-signed");
    case DeclineCosign:
        return Decision::tr("Co-signature declined");
    case Retract:
        return Decision::tr("Retracted");
    case RollBack:
        return Decision::tr("Rolled back");
    case BreakGlass:
        return Decision::tr("Emergency access");
    case Seal:
        return Decision::tr("Sealed");
    }
    return {};
}

QString imperative(domain::Verdict verdict)
{
    using enum domain::Verdict;
    switch (verdict) {
    case Approve:
        return Decision::tr("Approve");
    case ApproveEdited:
        return Decision::tr("Approve with edits");
    case Reject:
        return Decision::tr("Reject");
    case Return:
        return Decision::tr("Return");
    case Respond:
        return Decision::tr("Answer");
    case Escalate:
        return Decision::tr("Escalate");
    case Cosign:
        return Decision::tr("Co-sign");
    case DeclineCosign:
        return Decision::tr("Decline to co-sign");
    case Retract:
        return Decision::tr("Retract");
    case RollBack:
        return Decision::tr("Roll back");
    case BreakGlass:
        return Decision::tr("Open in an emergency");
    case Seal:
        return Decision::tr("Seal");
    }
    return {};
}

QString phrase(domain::Meaning meaning)
{
    using enum domain::Meaning;
    switch (meaning) {
    case Authorship:
        return Decision::tr("Authorship");
    case Review:
        return Decision::tr("Review");
    case Approval:
        return Decision::tr("Approval");
    case Responsibility:
        return Decision::tr("Responsibility");
    case Verification:
        return Decision::tr("Verification");
    case Administrative:
        return Decision::tr("Administrative");
    }
    return {};
}

QString phrase(domain::Harm harm)
{
    using enum domain::Harm;
    switch (harm) {
    case Unstated:
        return Decision::tr("Harm not stated");
    case None:
        return Decision::tr("No harm");
    case Low:
        return Decision::tr("Low harm");
    case Moderate:
        return Decision::tr("Moderate harm");
    case Serious:
        return Decision::tr("Serious harm");
    case Critical:
        return Decision::tr("Critical harm");
    }
    return {};
}

QString phrase(domain::Standing standing)
{
    using enum domain::Standing;
    switch (standing) {
    case Drafting:
        return Decision::tr("Draft");
    case Stored:
        return Decision::tr("Stored");
    case Sent:
        return Decision::tr("Sent");
    case Confirmed:
        return Decision::tr("Confirmed");
    case Held:
        return Decision::tr("Held");
    case Superseded:
        return Decision::tr("Superseded");
    case Refused:
        return Decision::tr("Refused");
    case Quarantined:
        return Decision::tr("Quarantined");
    }
    return {};
}

QString explain(domain::Standing standing)
{
    using enum domain::Standing;
    switch (standing) {
    case Drafting:
        return Decision::tr("Being written down on this machine. Nothing is decided yet.");
    case Stored:
        return Decision::tr("Safe on this machine, not yet sent. Nothing is released.");
    case Sent:
        return Decision::tr("Handed to the gateway, no receipt yet.");
    case Confirmed:
        return Decision::tr("The gateway accepted it, and its receipt was checked here.");
    case Held:
        return Decision::tr("Accepted, and not released yet: it waits for the hold to end or for a co-signature.");
    case Superseded:
        return Decision::tr("Somebody else's decision came first. Yours is kept and has no effect.");
    case Refused:
        return Decision::tr("The gateway did not accept it. It is kept and has no effect.");
    case Quarantined:
        return Decision::tr("It cannot be trusted as it is stored here. It is kept and will not be sent.");
    }
    return {};
}

QString phrase(domain::Outcome outcome)
{
    using enum domain::Outcome;
    switch (outcome) {
    case Accepted:
        return Decision::tr("Accepted");
    case Held:
        return Decision::tr("Accepted, inside the hold window");
    case AwaitingCosign:
        return Decision::tr("Accepted, waiting for a co-signature");
    case Superseded:
        return Decision::tr("Another decision was first");
    case StaleItem:
        return Decision::tr("The item had changed since it was read");
    case Expired:
        return Decision::tr("The item had expired");
    case NotPermitted:
        return Decision::tr("Not permitted for this person");
    case InvalidSignature:
        return Decision::tr("The signature does not fit");
    case NotLeaseHolder:
        return Decision::tr("Somebody else held the item");
    case ClockRefused:
        return Decision::tr("The clock of this machine is too far off");
    }
    return {};
}

QString phrase(domain::Role role)
{
    using enum domain::Role;
    switch (role) {
    case Clinician:
        return Decision::tr("Clinician");
    case Pharmacist:
        return Decision::tr("Pharmacist");
    case Nurse:
        return Decision::tr("Nurse");
    case Coordinator:
        return Decision::tr("Coordinator");
    case Supervisor:
        return Decision::tr("Supervisor");
    case Auditor:
        return Decision::tr("Auditor");
    case Administrator:
        return Decision::tr("Administrator");
    }
    return {};
}

QString phrase(domain::AuthComponent component)
{
    using enum domain::AuthComponent;
    switch (component) {
    case Password:
        return Decision::tr("password");
    case Pin:
        return Decision::tr("PIN");
    case DeviceKey:
        return Decision::tr("key of this device");
    case Oidc:
        return Decision::tr("sign-in of the organization");
    case SmartCard:
        return Decision::tr("smart card");
    case PlatformBiometric:
        return Decision::tr("fingerprint or face");
    }
    return {};
}

QString phrase(domain::Change::Op op)
{
    using enum domain::Change::Op;
    switch (op) {
    case Insert:
        return Decision::tr("Added");
    case Delete:
        return Decision::tr("Removed");
    case Replace:
        return Decision::tr("Changed");
    case Move:
        return Decision::tr("Moved");
    }
    return {};
}

QString phrase(domain::Change::Class kind)
{
    using enum domain::Change::Class;
    switch (kind) {
    case Safety:
        return Decision::tr("Safety");
    case Factual:
        return Decision::tr("Fact");
    case Style:
        return Decision::tr("Style");
    }
    return {};
}

QString phrase(domain::FindingView::Resolution resolution)
{
    using enum domain::FindingView::Resolution;
    switch (resolution) {
    case Shown:
        return Decision::tr("Shown");
    case Fixed:
        return Decision::tr("Fixed");
    case Accepted:
        return Decision::tr("Accepted as it is");
    case Dismissed:
        return Decision::tr("Dismissed");
    case Overridden:
        return Decision::tr("Overridden");
    }
    return {};
}

} // namespace countersign::text
