// The policy in force reaches the console, is what its reference names, and is judged by, with a link and without.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;

namespace
{

// Notes are approved by nurses alone.
struct NursesClinic : Clinic {
    NursesClinic() : Clinic(0)
    {
        gateway.policy.version = "2";
        gateway.policy.workflows[0].actions[0].approvers = {domain::Role::Nurse};
        item = gateway.propose(1);
    }

    [[nodiscard]] std::optional<RefusalCode> objectionToApproval()
    {
        ask(desk::OpenItem{item});
        for (const auto &offer : desk->shown().open->offers)
            if (offer.verdict == domain::Verdict::Approve)
                return offer.refusal ? std::optional(offer.refusal->code) : std::nullopt;
        FAIL("approval is not among the offers");
        return std::nullopt;
    }

    // Checked right after the item is shown.
    [[nodiscard]] std::vector<domain::Finding> findings()
    {
        ask(desk::OpenItem{item});
        pass(std::chrono::seconds(1));
        const auto view = desk->shown().open->findings;
        REQUIRE(view);
        return view->list;
    }

    domain::ItemId item;
};

} // namespace

TEST_CASE("the console judges by the policy in force")
{
    NursesClinic clinic;
    clinic.signIn();
    CHECK(clinic.objectionToApproval() == RefusalCode::RoleMayNot);
}

TEST_CASE("the policy is kept, and judged by without a link")
{
    NursesClinic clinic;
    clinic.signIn();
    clinic.ask(desk::Prefetch{clinic.item});
    clinic.killDesk();
    clinic.ask(desk::GoOffline{});
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.objectionToApproval() == RefusalCode::RoleMayNot);
}

TEST_CASE("a document that is not the one named is not judged by: the gateway has the last word")
{
    NursesClinic clinic;
    SUBCASE("another document")
    {
        clinic.onSaid = [](protocol::Message &message) {
            if (auto *answer = std::get_if<protocol::SignedIn>(&message))
                answer->policyDocument[answer->policyDocument.size() / 2] ^= 1;
            return true;
        };
    }
    SUBCASE("an older gateway, which sends none")
    {
        clinic.onSaid = [](protocol::Message &message) {
            if (auto *answer = std::get_if<protocol::SignedIn>(&message))
                answer->policyDocument.clear();
            return true;
        };
    }
    clinic.signIn();
    CHECK_FALSE(clinic.objectionToApproval());
}

TEST_CASE("an item of another version is left to the gateway")
{
    NursesClinic clinic;
    clinic.gateway.policy.version = "3";
    clinic.signIn();
    CHECK_FALSE(clinic.objectionToApproval());
}

TEST_CASE("the policy's word on findings counts in the console too")
{
    NursesClinic clinic;
    clinic.signIn();
    const auto before = clinic.findings();
    REQUIRE(!before.empty());
    NursesClinic silent;
    for (const auto &finding : before)
        silent.gateway.policy.findings.silenced.push_back(finding.code);
    silent.item = silent.gateway.propose(2);
    silent.signIn();
    CHECK(silent.findings().empty());
}
