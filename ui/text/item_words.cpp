#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Item {
    Q_DECLARE_TR_FUNCTIONS(Item)
};

} // namespace

QString phrase(domain::Tier tier)
{
    switch (tier) {
    case domain::Tier::Low:
        return Item::tr("Low");
    case domain::Tier::Moderate:
        return Item::tr("Moderate");
    case domain::Tier::High:
        return Item::tr("High");
    case domain::Tier::Critical:
        return Item::tr("Critical");
    }
    return {};
}

QString phrase(domain::ItemState state)
{
    using enum domain::ItemState;
    switch (state) {
    case Received:
        return Item::tr("Received");
    case Waiting:
        return Item::tr("Waiting");
    case Claimed:
        return Item::tr("In review");
    case Decided:
        return Item::tr("Decided");
    case Released:
        return Item::tr("Released");
    case Completed:
        return Item::tr("Completed");
    case Failed:
        return Item::tr("Failed");
    case Expired:
        return Item::tr("Expired, not decided");
    case Withdrawn:
        return Item::tr("Withdrawn by the agent");
    case Superseded:
        return Item::tr("Replaced by a newer revision");
    case Invalidated:
        return Item::tr("Changed after the decision");
    case Escalated:
        return Item::tr("Escalated");
    case AwaitingCosign:
        return Item::tr("Waiting for a co-signature");
    case Retracted:
        return Item::tr("Retracted");
    case RolledBack:
        return Item::tr("Rolled back");
    }
    return {};
}

QString phrase(domain::Patient::Sex sex)
{
    using enum domain::Patient::Sex;
    switch (sex) {
    case Unstated:
        return Item::tr("sex not received");
    case Female:
        return Item::tr("female");
    case Male:
        return Item::tr("male");
    case Other:
        return Item::tr("other");
    case Unknown:
        return Item::tr("sex unknown");
    }
    return {};
}

QString letter(domain::Patient::Sex sex)
{
    using enum domain::Patient::Sex;
    switch (sex) {
    case Unstated:
        return {};
    case Female:
        return Item::tr("F", "female, one letter");
    case Male:
        return Item::tr("M", "male, one letter");
    case Other:
        return Item::tr("X", "other sex, one letter");
    case Unknown:
        return Item::tr("U", "sex unknown, one letter");
    }
    return {};
}

QString phrase(domain::Allergy::Criticality level)
{
    using enum domain::Allergy::Criticality;
    switch (level) {
    case Unstated:
        return {};
    case Low:
        return Item::tr("low risk");
    case High:
        return Item::tr("high risk");
    case UnableToAssess:
        return Item::tr("risk not assessed");
    }
    return {};
}

QString phrase(domain::Allergy::Status status)
{
    using enum domain::Allergy::Status;
    switch (status) {
    case Unstated:
        return {};
    case Active:
        return Item::tr("active");
    case Inactive:
        return Item::tr("inactive");
    case Refuted:
        return Item::tr("refuted");
    }
    return {};
}

QString workflowName(const domain::WorkflowId &workflow)
{
    const std::string &id = workflow.text();
    if (id == "clinical-documentation")
        return Item::tr("Clinical documentation");
    if (id == "prior-authorization")
        return Item::tr("Prior authorization");
    if (id == "patient-intake")
        return Item::tr("Patient intake");
    return toQt(id);
}

QString actionName(const domain::ActionType &type)
{
    const std::string &id = type.text();
    if (id == "note.file")
        return Item::tr("Note");
    if (id == "prior-auth.submit")
        return Item::tr("Prior auth");
    if (id == "prior-auth.appeal")
        return Item::tr("Appeal");
    if (id == "intake.update")
        return Item::tr("Intake");
    if (id == "message.send")
        return Item::tr("Message");
    if (id == "tool.call")
        return Item::tr("Tool call");
    return toQt(id);
}

} // namespace countersign::text
