// Who signs for whom, at the real gateway: given and ended by command, told to the signer's console, believed while it
// counts, and in the package that an auditor gets, with both names.
#include "app/verify/print.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/exported.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

namespace countersign::gateway_test
{
namespace
{

using domain::Outcome;
using domain::Verdict;

struct CoverGateway : TestGateway {
    CoverGateway()
    {
        token = addAgent("scribe");
        for (const char *user : {"mara", "bea", "cy"})
            addUser(user, "clinician");
    }
    int command(const std::string &word, const std::string &signer, const std::string &absent,
                const std::string &until = {})
    {
        std::vector<std::string> words{"user", word, signer, "--for", absent, "--data", data()};
        if (!until.empty())
            words.insert(words.end(), {"--until", until});
        return runGateway(words).exitCode;
    }
    Outcome decideFor(TestConsole &console, const domain::ReviewerId &absent, const std::string &name)
    {
        const TestAgent agent(endpoint(), token);
        const auto item = console.fetch(domain::ItemId(agent.itemOf(support::sampleProposal(++proposed))));
        REQUIRE(item);
        auto statement = console.statement(*item, Verdict::Reject);
        statement.signer.onBehalfOf = absent.text();
        statement.signer.onBehalfOfName = name;
        const std::string jws = console.sign(statement);
        const auto receipt = console.readReceipt(console.submit(jws), jws);
        REQUIRE(receipt);
        return receipt->outcome;
    }
    std::string token;
    int proposed = 0;
};

} // namespace

TEST_CASE("a cover is between two people who are known, and has an end to come")
{
    CoverGateway gateway;
    CHECK(gateway.command("cover", "mara", "bea") == 2);
    CHECK(gateway.command("cover", "mara", "bea", "soon") == 2);
    CHECK(gateway.command("cover", "mara", "bea", "2020-01-01") == 2);
    CHECK(gateway.command("cover", "mara", "mara", "2099-12-24") == 2);
    CHECK(gateway.command("cover", "mara", "nobody", "2099-12-24") == 3);
    CHECK(gateway.command("cover", "nobody", "bea", "2099-12-24") == 3);
    CHECK(gateway.command("uncover", "mara", "bea") == 1);
    CHECK(gateway.command("cover", "mara", "bea", "2099-12-24") == 0);
    CHECK(gateway.command("uncover", "mara", "cy") == 1);
    CHECK(gateway.command("uncover", "mara", "bea") == 0);
    CHECK(gateway.command("uncover", "mara", "bea") == 1);
    CHECK(gateway.command("cover", "mara", "bea", "2099-12-24T18:00:00Z") == 0); // given again
}

TEST_CASE("a decision on behalf of somebody is accepted while the cover counts, and an auditor reads both names")
{
    CoverGateway gateway;
    REQUIRE(gateway.command("cover", "mara", "bea", "2099-12-24") == 0);
    REQUIRE(gateway.serve());
    TestConsole mara("mara", "desk-1");
    TestConsole cy("cy", "desk-2");
    REQUIRE(mara.enter(gateway.endpoint()));
    REQUIRE(cy.enter(gateway.endpoint()));
    REQUIRE(mara.session.covers.size() == 1);
    CHECK(cy.session.covers.empty());
    const domain::Cover cover = mara.session.covers.front();
    CHECK(cover.absent == domain::ReviewerId("bea"));
    CHECK(gateway.decideFor(mara, cover.absent, cover.name) == Outcome::Accepted);
    CHECK(gateway.decideFor(mara, domain::ReviewerId("cy"), cover.name) == Outcome::NotPermitted);
    CHECK(gateway.decideFor(mara, cover.absent, "Somebody Else") == Outcome::NotPermitted);
    CHECK(gateway.decideFor(cy, cover.absent, cover.name) == Outcome::NotPermitted);
    CHECK(gateway.stop() == 0);

    REQUIRE(gateway.command("uncover", "mara", "bea") == 0);
    REQUIRE(gateway.serve());
    REQUIRE(mara.greet(gateway.endpoint()));
    REQUIRE(mara.resume());
    CHECK(mara.session.covers.empty());
    CHECK(gateway.decideFor(mara, cover.absent, cover.name) == Outcome::NotPermitted);
    CHECK(gateway.stop() == 0);

    const auto report = verifiedExport(gateway);
    CHECK(report.isValid());
    REQUIRE(report.decisions.onBehalf.size() == 1); // what was refused is in the log, and stands for nothing
    const std::string printed = verify::plainText(report);
    CHECK(printed.find(mara.session.reviewer.name + " (mara) on behalf of " + cover.name + " (bea)")
          != std::string::npos);
}

} // namespace countersign::gateway_test
