// The vault and the ledger that it opens, on a real disk, as the engine asks them.
#include "app/console/profile.hpp"
#include "core/audit/jws.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/fake_keychain.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using console::Profile;

namespace
{

const domain::ReviewerId mara{"mara"};
const domain::DeviceId deviceId{"desk-1"};
const auto word = asBytes("correct horse battery");

template <class Wanted, class Event>
const Wanted &as(const Event &event)
{
    REQUIRE(std::holds_alternative<Wanted>(event));
    return std::get<Wanted>(event);
}

ports::SealedDecision decision(std::int64_t seq, const domain::Digest &prev)
{
    return {.id = domain::DecisionId{"d" + std::to_string(seq)},
            .item = domain::ItemId{"i1"},
            .seq = seq,
            .prev = prev,
            .jws = "a.b." + std::to_string(seq),
            .rendered = "[]",
            .summary = "{}"};
}

} // namespace

TEST_CASE("a profile from its first day to its reopening")
{
    support::Folder folder;
    {
        Profile profile(folder.path(), deviceId);
        CHECK(as<ports::VaultRefused>(profile.openVault(mara, word)).error == ports::VaultError::Absent);
        CHECK(as<ports::LedgerFailed>(profile.openLedger()).error == ports::LedgerError::NotOpen);
        as<ports::VaultOpened>(profile.enrol(mara, word));
        profile.keepCard("card");
        const auto opened = as<ports::LedgerOpened>(profile.openLedger());
        CHECK(opened.nextSeq == 0);
        CHECK_FALSE(opened.hasQueue);
        const auto first = decision(0, {});
        CHECK(as<ports::Appended>(profile.append(first)).id == first.id);
        CHECK(as<ports::AppendFailed>(profile.append(decision(5, {}))).id.text() == "d5"); // a gap in the chain
        as<ports::StandingStored>(profile.storeStanding(first.id, domain::Standing::Sent, {}));
        as<ports::QueueStored>(profile.replaceQueue({{domain::ItemId{"i1"}, "row 1"}}, 7));
        as<ports::QueueStored>(profile.storeChanges({{domain::ItemId{"i2"}, "row 2"}}, 8));
        as<ports::ItemStored>(profile.storeItem(domain::ItemId{"i1"}, "whole item"));
        profile.closeLedger();
        CHECK(as<ports::LedgerFailed>(profile.storeChanges({}, 9)).error == ports::LedgerError::NotOpen);
        profile.lock();
        CHECK(as<ports::VaultRefused>(profile.sign(3, word, "x")).error == ports::VaultError::Locked);
    }
    Profile profile(folder.path(), deviceId);
    CHECK(as<ports::VaultOpened>(profile.openVault(mara, word)).card == "card");
    const auto opened = as<ports::LedgerOpened>(profile.openLedger());
    CHECK(opened.position == 8);
    CHECK(opened.hasQueue);
    CHECK(opened.rows.size() == 2);
    REQUIRE(opened.decisions.size() == 1);
    CHECK(opened.decisions[0].standing == domain::Standing::Sent);
    CHECK(opened.nextSeq == 1);
    CHECK(opened.head == audit::jwsDigest("a.b.0"));
    CHECK(as<ports::ItemLoaded>(profile.loadItem(domain::ItemId{"i1"})).canonical == "whole item");
    CHECK_FALSE(as<ports::ItemLoaded>(profile.loadItem(domain::ItemId{"i9"})).canonical);
}

TEST_CASE("colleagues at one machine have profiles of their own, and a second process is kept out of an open one")
{
    support::Folder folder;
    Profile first(folder.path(), deviceId);
    as<ports::VaultOpened>(first.enrol(mara, word));
    as<ports::LedgerOpened>(first.openLedger());
    const domain::ItemId item{"i1"};
    as<ports::DraftStored>(first.storeDraft({item, domain::Digest{"sha256:1"}, "typed", "st1"}, 1));
    as<ports::PersonalStored>(first.storePersonal("words", "Effexor"));
    CHECK(as<ports::ItemLoaded>(first.loadItem(item)).drafts.at(0).edited == "typed");
    Profile second(folder.path(), deviceId);
    const auto ben = domain::ReviewerId{"ben"};
    CHECK(as<ports::VaultRefused>(second.openVault(ben, word)).error == ports::VaultError::Absent);
    as<ports::VaultOpened>(second.enrol(ben, word));
    const auto bens = as<ports::LedgerOpened>(second.openLedger());
    CHECK(bens.decisions.empty());
    CHECK(bens.drafts.empty());
    CHECK(bens.personal.empty());
    CHECK(as<ports::ItemLoaded>(second.loadItem(item)).drafts.empty());
    Profile third(folder.path(), deviceId);
    as<ports::VaultOpened>(third.openVault(mara, word));
    CHECK(as<ports::LedgerFailed>(third.openLedger()).error == ports::LedgerError::Busy);
}

TEST_CASE("the device keeps the name that it once gave itself")
{
    support::Folder folder;
    const auto first = console::deviceAt(folder.profile());
    REQUIRE(first.has_value());
    CHECK(first->text().size() == 32);
    CHECK(console::deviceAt(folder.profile()) == first);
    support::Folder other;
    CHECK(console::deviceAt(other.profile()) != first);
}

TEST_CASE("an old copy of the whole profile is noticed before the next signature, without a gateway")
{
    support::Folder folder;
    support::FakeKeychain keychain;
    console::ProfileWorld world;
    world.vault.keychain = &keychain;
    world.vault.use = console::KeychainUse::Require;
    const auto home = folder.path() / "home";
    const auto copy = folder.path() / "copy";
    const auto first = decision(0, {});
    const auto second = decision(1, audit::jwsDigest(first.jws));
    {
        Profile profile(home, deviceId, world);
        as<ports::VaultOpened>(profile.enrol(mara, word));
        as<ports::LedgerOpened>(profile.openLedger());
        as<ports::Appended>(profile.append(first));
        profile.closeLedger();
        std::filesystem::copy(home, copy, std::filesystem::copy_options::recursive);
        as<ports::LedgerOpened>(profile.openLedger());
        as<ports::Appended>(profile.append(second));
    }
    {
        Profile profile(home, deviceId, world);
        as<ports::VaultOpened>(profile.openVault(mara, word));
        CHECK_FALSE(as<ports::LedgerOpened>(profile.openLedger()).isQuarantined);
    }
    std::filesystem::remove_all(home);
    std::filesystem::rename(copy, home);
    Profile profile(home, deviceId, world);
    as<ports::VaultOpened>(profile.openVault(mara, word));
    const auto opened = as<ports::LedgerOpened>(profile.openLedger());
    CHECK(opened.isQuarantined);
    CHECK(opened.decisions.size() == 1); // what is there can be read
    CHECK(as<ports::AppendFailed>(profile.append(second)).error == ports::LedgerError::Quarantined);
    // It stays so: being opened does not make it the newest.
    profile.closeLedger();
    CHECK(as<ports::LedgerOpened>(profile.openLedger()).isQuarantined);
}

TEST_CASE("a data key of more than a year is made anew at the next sign-in, and everything is there")
{
    support::Folder folder;
    std::int64_t now = 1'000;
    console::ProfileWorld world;
    world.nowMs = [&now] { return now; };
    {
        Profile profile(folder.path(), deviceId, world);
        as<ports::VaultOpened>(profile.enrol(mara, word));
        profile.keepCard("card");
        as<ports::LedgerOpened>(profile.openLedger());
        as<ports::Appended>(profile.append(decision(0, {})));
        as<ports::ItemStored>(profile.storeItem(domain::ItemId{"i1"}, "whole item"));
        profile.closeLedger();
    }
    now += std::int64_t{366} * 24 * 3600 * 1000;
    for (int day = 0; day < 2; ++day) {
        Profile profile(folder.path(), deviceId, world);
        CHECK(as<ports::VaultOpened>(profile.openVault(mara, word)).card == "card");
        CHECK(as<ports::LedgerOpened>(profile.openLedger()).decisions.size() == 1);
        CHECK(as<ports::ItemLoaded>(profile.loadItem(domain::ItemId{"i1"})).canonical == "whole item");
    }
    int ledgers = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder.path()))
        ledgers += entry.path().filename() == "ledger.db" ? 1 : 0;
    CHECK(ledgers == 1);
}
