// What is never signed at this desk, whatever the reviewer makes of the draft.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;
using domain::Verdict;

TEST_CASE("a controlled substance that the reviewer writes into a prescription is refused before it is signed (R-127)")
{
    Clinic clinic;
    clinic.gateway.items.at(clinic.items[0]).row.actionType = domain::ActionType{"prescription.sign"};
    clinic.signIn();
    for (const auto &item : {clinic.items[0], clinic.items[1]}) {
        clinic.ask(desk::OpenItem{item});
        auto request = decideRequest(*clinic.desk->shown().open->item, Verdict::ApproveEdited, "correct horse");
        domain::sectionsOf(*request.edited)->front().statements.front().text = "Oxycodone 5 mg every six hours.";
        const auto appends = clinic.desk->ledger.appends;
        const auto reply = clinic.ask(std::move(request));
        const bool isPrescription = item == clinic.items[0];
        CHECK((reply.refusal && reply.refusal->code == RefusalCode::ControlledSubstance) == isPrescription);
        CHECK((clinic.desk->ledger.appends == appends) == isPrescription);
    }
}
