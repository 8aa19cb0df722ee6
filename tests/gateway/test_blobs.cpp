// Blobs of an item over HTTP, with the word that a console is given at sign-in (contract, stream.md points 6 and 7).
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{
namespace
{

using support::HttpReply;
using support::sampleProposal;
using support::sendHttp;

const std::string fax = "%PDF-1.7 one faxed page";

domain::Proposal withBlob(int number, const std::string &content)
{
    return support::withFax(sampleProposal(number), domain::Digest("sha256:" + hexOf(content)));
}

// One item with a fax; a clinician may see it, a coordinator may not.
struct FaxRoom {
    FaxRoom()
    {
        gateway.addUser("mara", "clinician");
        gateway.addUser("carl", "coordinator");
        gateway.addUser("root", "administrator");
        agent.emplace(gateway.endpoint(), gateway.addAgent("scribe"));
        REQUIRE(gateway.serve());
        REQUIRE(agent->call("PUT", "/v1/blobs/" + hexOf(fax), fax).status == 201);
        REQUIRE(agent->call("PUT", "/v1/blobs/" + hexOf("other"), "other").status == 201);
        item = agent->itemOf(withBlob(1, fax));
        REQUIRE_FALSE(item.empty());
        REQUIRE(mara.enter(gateway.endpoint()));
    }
    ~FaxRoom() { CHECK(gateway.stop() == 0); }
    FaxRoom(const FaxRoom &) = delete;
    FaxRoom &operator=(const FaxRoom &) = delete;

    [[nodiscard]] HttpReply get(const TestConsole &console, const std::string &content, const std::string &ofItem,
                                const std::string &range = {}) const
    {
        support::HttpHeaders headers{{"Authorization", "Bearer " + console.session.session}};
        if (!range.empty())
            headers.emplace_back("Range", range);
        return sendHttp(gateway.endpoint(), "GET", "/v1/blobs/" + hexOf(content) + "?item=" + ofItem, headers);
    }

    TestGateway gateway;
    std::optional<TestAgent> agent;
    TestConsole mara{"mara", "desk-1"};
    TestConsole carl{"carl", "desk-2"};
    std::string item;
};

TEST_CASE_FIXTURE(FaxRoom, "a reviewer reads a blob of an item that she may see, whole and in pieces")
{
    const auto whole = get(mara, fax, item);
    CHECK(whole.status == 200);
    CHECK(whole.body == fax);
    const auto piece = get(mara, fax, item, "bytes=1-3");
    CHECK(piece.status == 206);
    CHECK(piece.body == fax.substr(1, 3));
    CHECK(piece.headers.at("content-range") == "bytes 1-3/" + std::to_string(fax.size()));
    CHECK(get(mara, fax, item, "bytes=900-").status == 416);
}

TEST_CASE_FIXTURE(FaxRoom, "nobody learns of a blob that is not of an item which they may see")
{
    CHECK(get(mara, "other", item).status == 404); // uploaded, and no source of the item
    CHECK(get(mara, "never seen", item).status == 404);
    CHECK(get(mara, fax, "itm-none").status == 404);
    REQUIRE(carl.enter(gateway.endpoint()));
    CHECK(get(carl, fax, item).status == 404);
}

TEST_CASE_FIXTURE(FaxRoom, "a document is erased with the last item that cites it, and not before")
{
    const std::string second = agent->itemOf(withBlob(2, fax));
    const auto eraseThenServe = [&](const std::string &id) {
        CHECK(gateway.stop() == 0);
        CHECK(runGateway({"erase", id, "--data", gateway.data(), "--by", "root", "--reason", "request"}).exitCode == 0);
        REQUIRE(gateway.serve());
    };
    eraseThenServe(item);
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume());
    CHECK(get(mara, fax, second).body == fax);
    eraseThenServe(second);
    CHECK(textIn(agent->propose(withBlob(3, fax)), "rule") == "blob-missing");
}

TEST_CASE_FIXTURE(FaxRoom, "the word opens nothing else")
{
    const support::HttpHeaders headers{{"Authorization", "Bearer " + mara.session.session}};
    const std::vector<std::string> others{"/v1/items/" + item, "/v1/items/" + item + "/decision", "/v1/blobs/",
                                          "/v1/blobs/" + hexOf(fax)};
    for (const std::string &target : others)
        CHECK(sendHttp(gateway.endpoint(), "GET", target, headers).status == 403);
    CHECK(sendHttp(gateway.endpoint(), "PUT", "/v1/blobs/" + hexOf("x"), headers, "x").status == 401);
    CHECK(sendHttp(gateway.endpoint(), "POST", "/v1/proposals", headers, "{}").status == 401);
}

TEST_CASE_FIXTURE(FaxRoom, "the word ends with its link, and each link has its own")
{
    TestConsole again = {"mara", "desk-3"};
    REQUIRE(again.enter(gateway.endpoint()));
    CHECK(again.session.session != mara.session.session);
    mara.say(protocol::Bye{"shutting-down", "The console closes."});
    CHECK_FALSE(mara.hear());
    CHECK(get(mara, fax, item).status == 401);
    CHECK(get(again, fax, item).status == 200);
    again.drop(); // the gateway notices when it reads
    int status = 200;
    for (int tries = 0; tries < 1000 && status == 200; ++tries)
        status = get(again, fax, item).status;
    CHECK(status == 401);
}

} // namespace
} // namespace countersign::gateway_test
