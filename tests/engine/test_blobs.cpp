// Content that sources name by digest: asked for by the desk, looked for here and at the gateway, shown with the item.
#include "core/crypto/digest.hpp"
#include "tests/support/clinic.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using desk::BlobState;
using domain::RefusalCode;

namespace
{

const Bytes fax = toBytes("%PDF-1.7 one faxed page");
const domain::Digest faxDigest{crypto::digestText(fax)};

// One item with a fax beside its transcript, open.
struct FaxClinic : Clinic {
    FaxClinic() : Clinic(0)
    {
        item = gateway.propose(withFax(sampleProposal(1), faxDigest));
        signIn();
        desk->blobs.atGateway[faxDigest] = fax;
        ask(desk::OpenItem{item});
    }

    desk::BlobView fetch()
    {
        CHECK_FALSE(ask(desk::FetchBlob{item, faxDigest}).refusal);
        return shownBlob();
    }
    [[nodiscard]] desk::BlobView shownBlob() const { return desk->shown().open->blobs.at(faxDigest); }

    domain::ItemId item;
};

} // namespace

TEST_CASE("a cited blob is fetched with the word of this link and shown with the item")
{
    FaxClinic clinic;
    CHECK(clinic.desk->shown().open->blobs.empty());
    const auto blob = clinic.fetch();
    REQUIRE(blob.state == BlobState::Here);
    CHECK(*blob.content == fax);
    REQUIRE(clinic.desk->blobs.asked.size() == 1);
    CHECK(clinic.desk->blobs.asked[0].item == clinic.item);
    CHECK(clinic.desk->blobs.asked[0].session.starts_with("session-"));
}

TEST_CASE("what is here is not asked for twice, and is gone from the screen with its item")
{
    FaxClinic clinic;
    const auto first = clinic.fetch();
    CHECK(clinic.fetch().content == first.content);
    CHECK(clinic.desk->blobs.asked.size() == 1);
    clinic.ask(desk::CloseItem{});
    clinic.ask(desk::OpenItem{clinic.item});
    CHECK(clinic.desk->shown().open->blobs.empty());
}

TEST_CASE("without a link what this machine keeps is shown, and the rest is not here until there is one")
{
    FaxClinic clinic;
    clinic.ask(desk::GoOffline{});
    CHECK(clinic.fetch().state == BlobState::NotHere);
    CHECK(clinic.desk->blobs.asked.back().session.empty());
    clinic.ask(desk::GoOnline{});
    clinic.pass(std::chrono::seconds(2));
    CHECK(clinic.shownBlob().state == BlobState::Here);
    clinic.ask(desk::GoOffline{});
    clinic.ask(desk::OpenItem{clinic.item});
    CHECK(clinic.fetch().state == BlobState::Here);
}

TEST_CASE("each way to fail has its word, and asking again tries again")
{
    using ports::BlobError;
    const std::pair<BlobError, BlobState> words[] = {{BlobError::Missing, BlobState::Missing},
                                                     {BlobError::WrongContent, BlobState::WrongContent},
                                                     {BlobError::TooLarge, BlobState::TooLarge},
                                                     {BlobError::Unreachable, BlobState::Unreachable}};
    for (const auto &[error, state] : words) {
        FaxClinic clinic;
        clinic.desk->blobs.fails = error;
        const auto blob = clinic.fetch();
        CHECK(blob.state == state);
        CHECK_FALSE(blob.content);
        clinic.desk->blobs.fails.reset();
        CHECK(clinic.fetch().state == BlobState::Here);
    }
}

TEST_CASE("only what a source of the open item names can be asked for")
{
    FaxClinic clinic;
    const domain::Digest other{"sha256:" + std::string(64, '0')};
    CHECK(clinic.ask(desk::FetchBlob{clinic.item, other}).refusal->code == RefusalCode::ItemUnknown);
    CHECK(clinic.ask(desk::FetchBlob{clinic.item, {}}).refusal->code == RefusalCode::ItemUnknown);
    CHECK(clinic.ask(desk::FetchBlob{domain::ItemId{"none"}, faxDigest}).refusal->code == RefusalCode::ItemNotLoaded);
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.ask(desk::FetchBlob{clinic.item, faxDigest}).refusal->code == RefusalCode::ItemNotLoaded);
    CHECK(clinic.desk->blobs.asked.empty());
}

TEST_CASE("locking gives up what is being fetched and shows nothing of it")
{
    FaxClinic clinic;
    clinic.fetch();
    clinic.ask(desk::Lock{});
    CHECK(clinic.desk->blobs.abandoned == 1);
    CHECK_FALSE(clinic.desk->shown().open);
}
