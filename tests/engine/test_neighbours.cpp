// The same words for two patients are seen where both were read, and nowhere else.
#include "tests/support/clinic.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;

namespace
{

constexpr const char *shared = "Start ramipril 5 mg daily and come back to the clinic in six weeks for a recheck.";

domain::Proposal visit(int number, const char *text, int patient)
{
    domain::Proposal proposal = sampleProposal(number);
    proposal.patient.id = domain::PatientId("pt-" + std::to_string(patient));
    proposal.sources.front().patientId = proposal.patient.id;
    domain::sectionsOf(proposal.draft)->front().statements.front().text = text;
    return proposal;
}

struct Round : Clinic {
    Round() : Clinic(0) {}

    // How often the open item's findings name another patient's draft, or have another code.
    std::ptrdiff_t read(const domain::ItemId &item, const std::string &code = "identical-across-patients")
    {
        ask(desk::OpenItem{item});
        pass(std::chrono::seconds(1));
        const auto view = desk->shown().open->findings;
        REQUIRE(view);
        return std::ranges::count(view->list, code, &domain::Finding::code);
    }
};

} // namespace

TEST_CASE("a statement that another patient's draft holds word for word is found when both were read")
{
    Round round;
    const auto first = round.gateway.propose(visit(1, shared, 1));
    const auto second = round.gateway.propose(visit(2, shared, 2));
    round.signIn();
    CHECK(round.read(first) == 0); // nothing was read before it
    CHECK(round.read(second) > 0);
    CHECK(round.read(first) > 0);
}

TEST_CASE("one patient's two drafts, and other words, are no finding")
{
    Round round;
    const auto first = round.gateway.propose(visit(1, shared, 1));
    const auto same = round.gateway.propose(visit(2, shared, 1));
    const auto other = round.gateway.propose(visit(3, "Stop ramipril 5 mg daily and come back to the ward in two days.", 3));
    round.signIn();
    CHECK(round.read(first) == 0);
    CHECK(round.read(same) == 0);
    CHECK(round.read(other) == 0);
}

TEST_CASE("what one person read is forgotten with the session")
{
    Round round;
    const auto first = round.gateway.propose(visit(1, shared, 1));
    const auto second = round.gateway.propose(visit(2, shared, 2));
    round.signIn();
    CHECK(round.read(first) == 0);
    round.ask(desk::CloseItem{}); // what is left open is opened again
    round.ask(desk::SignOut{});
    round.signIn();
    CHECK(round.read(second) == 0);
}

TEST_CASE("E37: two drafts for one patient that order opposite things are shown at both")
{
    Round round;
    const auto starts = round.gateway.propose(visit(1, "Start ramipril 5 mg daily.", 1));
    const auto stops = round.gateway.propose(visit(2, "Stop ramipril.", 1));
    const auto other = round.gateway.propose(visit(3, "Stop ramipril.", 2));
    round.signIn();
    CHECK(round.read(starts, "peer-finding") == 0); // nothing was read before it
    CHECK(round.read(stops, "peer-finding") == 1);
    CHECK(round.read(starts, "peer-finding") == 1);
    CHECK(round.read(other, "peer-finding") == 0);
}

TEST_CASE("E37: a draft that was taken back orders nothing any more")
{
    Round round;
    const auto starts = round.gateway.propose(visit(1, "Start ramipril 5 mg daily.", 1));
    const auto stops = round.gateway.propose(visit(2, "Stop ramipril.", 1));
    round.signIn();
    CHECK(round.read(stops, "peer-finding") == 0);
    CHECK(round.read(starts, "peer-finding") == 1);
    round.gateway.withdraw(stops);
    round.pass(std::chrono::seconds(1));
    const auto third = round.gateway.propose(visit(3, "Start ramipril 5 mg daily.", 1));
    round.pass(std::chrono::seconds(1));
    CHECK(round.read(third, "peer-finding") == 0);
}
