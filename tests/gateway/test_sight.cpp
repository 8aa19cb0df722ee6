// Role × what may be looked at × workflow, every cell, at the real gateway: the row in the queue, the item, its
// document, broken glass, what only supervisors are told. The table is written once more here, by
// hand; who may decide is tests/authority/test_rights_matrix.
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <array>

namespace countersign::gateway_test
{
namespace
{

struct Matter {
    const char *workflow, *action;
};
constexpr std::array matters{Matter{"clinical-documentation", "note.file"},
                             Matter{"prior-authorization", "prior-auth.submit"},
                             Matter{"patient-intake", "intake.update"}};

struct Row {
    const char *role;
    std::array<bool, matters.size()> sees;
    bool breaksGlass, isTold;
};
constexpr std::array table{
    Row{"clinician", {true, true, true}, true, false},
    Row{"pharmacist", {true, true, false}, true, false},
    Row{"nurse", {true, false, true}, true, false},
    Row{"coordinator", {false, true, true}, true, false},
    Row{"supervisor", {true, true, true}, true, true},
    Row{"auditor", {false, false, false}, false, false},
    Row{"administrator", {false, false, false}, false, false},
};

const std::string fax = "%PDF-1.7 one faxed page";

domain::Proposal proposalOf(int number, const Matter &matter)
{
    auto proposal = support::sampleProposal(number);
    proposal.workflow = domain::WorkflowId(matter.workflow);
    proposal.action.type = domain::ActionType(matter.action);
    return support::withFax(std::move(proposal), domain::Digest("sha256:" + hexOf(fax)));
}

struct Archive : TestGateway {
    Archive()
    {
        for (const Row &row : table)
            addUser(row.role, row.role);
        const std::string token = addAgent("scribe", "clinical-documentation,prior-authorization,patient-intake");
        REQUIRE(serve());
        const TestAgent agent(endpoint(), token);
        REQUIRE(agent.call("PUT", "/v1/blobs/" + hexOf(fax), fax).status == 201);
        for (std::size_t i = 0; i < matters.size(); ++i) {
            items.at(i) = agent.itemOf(proposalOf(static_cast<int>(i) + 1, matters.at(i)));
            REQUIRE_FALSE(items.at(i).empty());
        }
    }
    int statusOfFax(const TestConsole &console, const std::string &item) const
    {
        return support::sendHttp(endpoint(), "GET", "/v1/blobs/" + hexOf(fax) + "?item=" + item,
                                 {{"Authorization", "Bearer " + console.session.session}})
            .status;
    }
    std::array<std::string, matters.size()> items;
};

// Whether the item comes, or the word that there is none.
bool mayFetch(TestConsole &console, const domain::ItemId &item)
{
    REQUIRE(console.say(protocol::FetchItem{item}));
    while (const auto message = console.hear()) {
        if (const auto *part = std::get_if<protocol::ItemPart>(&*message); part && part->index + 1 == part->count)
            return true;
        if (std::holds_alternative<protocol::ItemMissing>(*message))
            return false;
    }
    FAIL("the link ended");
    return false;
}

int checkItems(const Archive &archive, TestConsole &console, const std::array<bool, matters.size()> &sees)
{
    int cells = 0;
    for (std::size_t i = 0; i < matters.size(); ++i) {
        CAPTURE(std::string(matters.at(i).workflow));
        const domain::ItemId item(archive.items.at(i));
        CHECK(console.rows.contains(item) == sees.at(i));
        CHECK(mayFetch(console, item) == sees.at(i));
        CHECK(archive.statusOfFax(console, item.text()) == (sees.at(i) ? 200 : 404));
        cells += 3;
    }
    return cells;
}

} // namespace

TEST_CASE("every cell of role, sight and workflow at the gateway")
{
    Archive archive;
    int cells = 0;
    for (const Row &row : table) {
        CAPTURE(std::string(row.role));
        TestConsole console(row.role, std::string("desk-") + row.role);
        console.takesNotices = true;
        REQUIRE(console.enter(archive.endpoint()));
        REQUIRE(console.follow());
        REQUIRE(console.await<protocol::SnapshotEnd>());
        cells += checkItems(archive, console, row.sees);

        REQUIRE(console.say(protocol::BeginEmergency{"patient-safety"}));
        const auto view = console.await<protocol::EmergencyView>();
        REQUIRE(view);
        CHECK(view->until.has_value() == row.breaksGlass);
        if (row.breaksGlass) {
            CHECK(console.await<protocol::SnapshotEnd>());
            cells += checkItems(archive, console, {true, true, true});
        }
        REQUIRE(console.say(protocol::SeeNotice{1}));
        REQUIRE(console.say(protocol::Ping{}));
        CHECK(console.await<protocol::Pong>().has_value() == row.isTold); // to whom it is not told, the link ends
        cells += 2;
    }
    CHECK(cells == 7 * 9 + 5 * 9 + 7 * 2);
    CHECK(archive.stop() == 0);
}

} // namespace countersign::gateway_test
