// Signing for somebody who is away, at this desk: only whom the gateway named, only while it lasts, without a
// link too, and always as oneself.
#include "tests/support/clinic.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;
using domain::Verdict;

namespace
{

struct Ward : Clinic {
    Ward() : Clinic(4)
    {
        gateway.covers[domain::ReviewerId("mara")] = {
            {domain::ReviewerId("bea"), "Bea Okafor", clock.now(), clock.now() + std::chrono::hours(8)}};
        signIn();
    }
    desk::Reply decideFor(const char *absent)
    {
        ask(desk::OpenItem{items.at(next_)});
        auto request = decideRequest(*desk->shown().open->item, Verdict::Approve, "correct horse");
        request.onBehalfOf = domain::ReviewerId(absent);
        const auto reply = ask(std::move(request));
        next_ += reply.refusal ? 0 : 1;
        return reply;
    }
    [[nodiscard]] domain::Signer signerOf(const desk::Reply &reply) const
    {
        return statementOf(gateway.received.at(reply.decision)).signer;
    }

private:
    std::size_t next_ = 0;
};

} // namespace

TEST_CASE("the record shows both: who signed, and for whom")
{
    Ward ward;
    REQUIRE(ward.desk->shown().session.covers.size() == 1);
    const auto reply = ward.decideFor("bea");
    REQUIRE_FALSE(reply.refusal);
    CHECK(ward.gateway.received.at(reply.decision).outcome == domain::Outcome::Accepted);
    const auto signer = ward.signerOf(reply);
    CHECK(signer.id == domain::ReviewerId("mara"));
    CHECK(signer.name != "Bea Okafor");
    CHECK(signer.onBehalfOf == "bea");
    CHECK(signer.onBehalfOfName == "Bea Okafor");
    const auto own = ward.decideFor("");
    REQUIRE_FALSE(own.refusal);
    CHECK(ward.signerOf(own).onBehalfOf.empty()); // never by itself
    CHECK(ward.signerOf(own).onBehalfOfName.empty());
}

TEST_CASE("nobody is signed for without a cover that counts now")
{
    Ward ward;
    CHECK(isRefused(ward.decideFor("cy"), RefusalCode::NotCovering));
    CHECK(isRefused(ward.decideFor("mara"), RefusalCode::NotCovering));
    ward.clock.wall += std::chrono::hours(9);
    ward.ask(desk::CloseItem{});
    CHECK(ward.desk->shown().session.covers.empty());
    CHECK(isRefused(ward.decideFor("bea"), RefusalCode::NotCovering));
    CHECK(ward.gateway.received.empty());
}

TEST_CASE("a cover is known without a link, from this machine's own store")
{
    Ward ward;
    ward.ask(desk::OpenItem{ward.items[0]});
    ward.killDesk();
    ward.onSaid = [](protocol::Message &) { return false; }; // the gateway cannot be heard
    REQUIRE_FALSE(ward.signIn().refusal);
    CHECK(ward.desk->shown().session.covers.size() == 1);
}
