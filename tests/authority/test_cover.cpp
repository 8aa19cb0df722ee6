// Signing for somebody who is away, at the gateway: as oneself, with both names, while the cover counts.
#include "tests/authority/bench.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::authority_test;
using domain::Outcome;
using domain::Verdict;

namespace
{

const domain::Cover forBea{domain::ReviewerId("bea"), "Bea Okafor", now - std::chrono::hours(1),
                           now + std::chrono::hours(1)};

struct Case {
    const char *what;
    std::vector<domain::Cover> covers;
    void (*say)(domain::Signer &);
    bool isTaken;
};

domain::Cover lasting(std::chrono::minutes from, std::chrono::minutes to)
{
    auto cover = forBea;
    cover.since = now + from;
    cover.until = now + to;
    return cover;
}

void forBeaBothNames(domain::Signer &signer)
{
    signer.onBehalfOf = "bea";
    signer.onBehalfOfName = "Bea Okafor";
}

} // namespace

TEST_CASE("a signature on behalf of somebody counts with a cover, and with both names as they are registered")
{
    using std::chrono::minutes;
    const Case cases[] = {
        {"for oneself, with a cover", {forBea}, [](auto &) {}, true},
        {"with a cover", {forBea}, forBeaBothNames, true},
        {"among others",
         {{domain::ReviewerId("cy"), "Cy Adeyemi", forBea.since, forBea.until}, forBea},
         forBeaBothNames,
         true},
        {"without one", {}, forBeaBothNames, false},
        {"with another's",
         {{domain::ReviewerId("cy"), "Cy Adeyemi", forBea.since, forBea.until}},
         forBeaBothNames,
         false},
        {"before it begins", {lasting(minutes(5), minutes(60))}, forBeaBothNames, false},
        {"after it ended", {lasting(minutes(-60), minutes(-5))}, forBeaBothNames, false},
        {"under another name",
         {forBea},
         [](auto &signer) {
             signer.onBehalfOf = "bea";
             signer.onBehalfOfName = "Bea Okonkwo";
         },
         false},
        {"without the name", {forBea}, [](auto &signer) { signer.onBehalfOf = "bea"; }, false},
        {"a name without an id", {forBea}, [](auto &signer) { signer.onBehalfOfName = "Bea Okafor"; }, false},
        {"as the absent person",
         {forBea},
         [](auto &signer) {
             forBeaBothNames(signer);
             signer.name = "Bea Okafor";
         },
         false},
    };
    for (const Case &c : cases) {
        CAPTURE(c.what);
        Bench bench;
        bench.covers = c.covers;
        auto statement = bench.statement(bench.mara, Verdict::Approve);
        c.say(statement.signer);
        const auto judgement = bench.judge(bench.mara, statement);
        CHECK((judgement.outcome == Outcome::NotPermitted) != c.isTaken);
    }
}
