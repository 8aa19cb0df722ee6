// The slots of a profile's keys: what opens it, what no longer does, and what the keychain may answer.
#include "app/console/vault_file.hpp"
#include "core/crypto/recovery_code.hpp"
#include "core/crypto/shares.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/fake_keychain.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace countersign;
using console::KeychainUse;
using console::SlotKind;
using console::VaultFile;
using ports::KeychainState;
using ports::VaultError;

namespace
{

const domain::ReviewerId mara{"mara"};
const domain::DeviceId deviceId{"desk-1"};
constexpr std::string_view oldWord = "correct horse battery";
constexpr std::string_view newWord = "staple of seven bees";

std::string readAll(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Desk {
    explicit Desk(KeychainUse use = KeychainUse::Never, std::optional<crypto::BoxPublicKey> organisation = {})
    {
        world.keychain = &keychain;
        world.use = use;
        world.organisation = organisation;
    }

    support::Folder folder;
    std::unique_ptr<store::Files> files = store::systemFiles();
    support::FakeKeychain keychain;
    console::VaultWorld world;

    VaultFile vault() { return VaultFile(*files, folder.profile(), deviceId, world); }
    VaultFile enrolled()
    {
        auto made = vault();
        REQUIRE(made.enrol(mara, asBytes(oldWord)));
        return made;
    }
    VaultFile::Outcome open(std::string_view word) { return vault().open(mara, asBytes(word)); }
    console::VaultHeader header() { return console::readHeader(asBytes(readAll(folder.profile() / "keys-0"))).value(); }
    VaultFile::Outcome recover(std::string_view code, std::string_view word)
    {
        auto lost = vault();
        return lost.stageRecovery(mara, asBytes(code), asBytes(word), VaultFile::DataKey::New)
            .and_then([&](console::StagedKeys staged) { return lost.commit(std::move(staged)); });
    }
};

std::string textOf(const SecretBytes &secret)
{
    return std::string(asText(secret.view()));
}

std::string keptCode(VaultFile &vault)
{
    const auto code = textOf(vault.makeRecoveryCode().value());
    REQUIRE(vault.keepRecoveryCode(asBytes(code).last(4)));
    return code;
}

} // namespace

TEST_CASE("a password is changed for another, and nothing else is")
{
    Desk desk;
    auto vault = desk.enrolled();
    const auto kid = desk.open(oldWord)->kid;
    const auto keys = textOf(vault.ledgerKeys()->spoolKey);
    CHECK(vault.changePassword(asBytes("wrong"), asBytes(newWord)).error() == VaultError::WrongPassword);
    CHECK(desk.open(oldWord));
    REQUIRE(vault.changePassword(asBytes(oldWord), asBytes(newWord)));
    CHECK(vault.signWithPassword(asBytes(newWord), "x"));
    CHECK(vault.signWithPassword(asBytes(oldWord), "x").error() == VaultError::WrongPassword);
    CHECK(desk.open(oldWord).error() == VaultError::WrongPassword);
    CHECK(desk.open(newWord)->kid == kid);
    CHECK(textOf(vault.ledgerKeys()->spoolKey) == keys);
    CHECK(desk.header().slots.size() == 1);
}

TEST_CASE("a recovery code opens nothing until it was typed back, and opens once")
{
    Desk desk;
    auto vault = desk.enrolled();
    const auto kid = desk.open(oldWord)->kid;
    const auto code = textOf(vault.makeRecoveryCode().value());
    CHECK(code.size() == 39);
    CHECK(desk.recover(code, newWord).error() == VaultError::WrongCode);
    CHECK(vault.keepRecoveryCode(asBytes("OOOO")).error() == VaultError::WrongCode);
    REQUIRE(vault.keepRecoveryCode(asBytes(code).last(4)));
    CHECK(desk.open(oldWord)->hasRecoveryCode);
    CHECK(desk.recover("0000-0000-0000-0000-0000-0000-0000-0000", newWord).error() == VaultError::WrongCode);
    CHECK(desk.recover("no code", newWord).error() == VaultError::WrongCode);
    const auto recovered = desk.recover(code, newWord);
    REQUIRE(recovered);
    CHECK(recovered->hasNewKey);
    CHECK(recovered->kid != kid); // the signing key is not recovered
    CHECK_FALSE(recovered->hasRecoveryCode);
    CHECK(desk.open(newWord)->kid == recovered->kid);
    CHECK(desk.open(oldWord).error() == VaultError::WrongPassword);
    CHECK(desk.recover(code, oldWord).error() == VaultError::WrongCode);
}

TEST_CASE("a newer code takes the place of the one before, and none may be kept")
{
    Desk desk;
    auto vault = desk.enrolled();
    const auto first = keptCode(vault);
    const auto second = keptCode(vault);
    CHECK(desk.recover(first, newWord).error() == VaultError::WrongCode);
    REQUIRE(vault.dropRecoveryCode());
    CHECK(desk.recover(second, newWord).error() == VaultError::WrongCode);
    CHECK(desk.open(oldWord));
}

TEST_CASE("two of three people of the organisation open a profile whose person lost everything")
{
    const auto pair = crypto::makeBoxKeyPair();
    const auto shares = crypto::splitInThree(pair.privateKey.view(), console::freshSecret().view()).value();
    Desk desk(KeychainUse::Prefer, pair.publicKey);
    auto vault = desk.enrolled();
    desk.keychain.entries.clear();
    CHECK(desk.open(oldWord).error() == VaultError::KeychainAbsent);
    const auto joined = crypto::joinTwo(shares[2].view(), shares[0].view()).value();
    const auto code = crypto::openBox(joined.view(), desk.header().slot(SlotKind::Organisation)->closedCode).value();
    const auto recovered = desk.recover(textOf(crypto::codeText(code.view())), newWord);
    REQUIRE(recovered);
    CHECK(desk.open(newWord)->kid == recovered->kid);
    // The next loss has a code of its own.
    CHECK(desk.recover(textOf(crypto::codeText(code.view())), oldWord).error() == VaultError::WrongCode);
    CHECK(desk.header().slot(SlotKind::Organisation) != nullptr);
}

TEST_CASE("an organisation's key that comes later gets its slot at the next opening, with a line for its help desk")
{
    Desk desk;
    auto vault = desk.enrolled();
    CHECK(desk.header().slot(SlotKind::Organisation) == nullptr);
    desk.world.organisation = crypto::makeBoxKeyPair().publicKey;
    REQUIRE(desk.open(oldWord));
    CHECK(desk.header().slot(SlotKind::Organisation) != nullptr);
    CHECK(readAll(desk.folder.profile() / "organisation-request").starts_with("CSREC1 "));
}

TEST_CASE("a header whose slots were exchanged for older ones is no header")
{
    Desk desk;
    auto vault = desk.enrolled();
    const auto before = desk.header();
    REQUIRE(vault.changePassword(asBytes(oldWord), asBytes(newWord)));
    auto forged = desk.header();
    forged.slots = before.slots;
    const auto bytes = console::headerBytes(forged);
    for (const auto *name : {"keys-0", "keys-1"})
        std::ofstream(desk.folder.profile() / name, std::ios::binary) << asText(bytes);
    CHECK(desk.open(oldWord).error() == VaultError::Unreadable);
}

TEST_CASE("a profile of the first version opens, becomes one of the second, and keeps its key and its card")
{
    Desk desk;
    auto vault = desk.enrolled();
    // What the first version would have written of the same keys.
    const auto dataKey = [&] {
        const auto now = desk.header();
        return console::openSlot(now, now.slots[0], asBytes(oldWord), {}).value();
    }();
    auto now = desk.header();
    const auto key = console::openSeed(now, dataKey.view(), {}).value();
    console::VaultHeader old;
    old.version = 1;
    old.generation = 1;
    old.user = mara;
    old.device = deviceId;
    old.publicKey = now.publicKey;
    console::KeySlot slot;
    slot.argon = now.slots[0].argon;
    old.slots.push_back(slot);
    const auto associated = console::versionOneAssociated(old);
    const auto stretched = crypto::deriveKey(asBytes(oldWord), slot.argon).value();
    old.slots[0].sealedKey = console::sealFresh(stretched.view(), associated, dataKey.view());
    old.sealedSeed =
        console::sealFresh(console::subkeyOf(dataKey.view(), "signwrap/v1").view(), associated, key.seed());
    const auto card =
        console::sealFresh(console::subkeyOf(dataKey.view(), "card/v1").view(), associated, asBytes("Dr Mara"));
    std::ofstream(desk.folder.profile() / "card", std::ios::binary) << asText(card);
    for (const auto *name : {"keys-0", "keys-1"})
        std::ofstream(desk.folder.profile() / name, std::ios::binary) << asText(console::headerBytes(old));

    CHECK(desk.open("wrong").error() == VaultError::WrongPassword);
    CHECK(desk.header().version == 1);
    const auto opened = desk.open(oldWord);
    REQUIRE(opened);
    CHECK(opened->publicKey == now.publicKey);
    CHECK(opened->card == "Dr Mara");
    CHECK(desk.header().version == 2);
    const auto again = desk.open(oldWord);
    CHECK(again->publicKey == now.publicKey);
    CHECK(again->card == "Dr Mara");
    auto signing = desk.vault();
    REQUIRE(signing.open(mara, asBytes(oldWord)));
    CHECK(signing.signWithPassword(asBytes(oldWord), "x"));
}

TEST_CASE("a new signing key is vouched for by the old one, which signs until the new one takes over")
{
    Desk desk(KeychainUse::Require);
    auto vault = desk.enrolled();
    const auto before = desk.open(oldWord)->publicKey;
    CHECK(vault.beginKeyChange(asBytes("wrong")).error() == VaultError::WrongPassword);
    CHECK(vault.finishKeyChange().error() == VaultError::Locked);
    const auto next = vault.beginKeyChange(asBytes(oldWord)).value();
    const auto vouched = "countersign-next-key/1\n" + crypto::thumbprint({next.publicKey});
    CHECK(crypto::verify({before}, asBytes(vouched), next.vouching));
    CHECK(desk.open(oldWord)->publicKey == before);
    CHECK(vault.beginKeyChange(asBytes(oldWord))->publicKey == next.publicKey); // after a cut, the same one
    const auto changed = vault.finishKeyChange();
    REQUIRE(changed);
    CHECK(changed->publicKey == next.publicKey);
    CHECK(desk.open(oldWord)->publicKey == next.publicKey);
    CHECK(crypto::verify({next.publicKey}, asBytes("x"), vault.signWithPassword(asBytes(oldWord), "x").value()));
}

TEST_CASE("with a keychain neither password nor files open alone; a copy on another machine opens nothing")
{
    Desk desk(KeychainUse::Require);
    auto vault = desk.enrolled();
    CHECK(desk.open(oldWord)->needsKeychain);
    auto elsewhere = Desk(KeychainUse::Require);
    std::filesystem::copy(desk.folder.profile(), elsewhere.folder.profile(), std::filesystem::copy_options::recursive);
    CHECK(elsewhere.open(oldWord).error() == VaultError::KeychainAbsent);
}

TEST_CASE("a password change binds a profile to the keychain where the policy has come to want it")
{
    Desk desk;
    auto vault = desk.enrolled();
    desk.world.use = KeychainUse::Prefer;
    CHECK_FALSE(desk.open(oldWord)->needsKeychain); // opening creates nothing
    CHECK(desk.keychain.keeps == 0);
    auto bound = desk.vault();
    REQUIRE(bound.open(mara, asBytes(oldWord)));
    REQUIRE(bound.changePassword(asBytes(oldWord), asBytes(newWord)));
    CHECK(desk.open(newWord)->needsKeychain);
    CHECK(bound.signWithPassword(asBytes(newWord), "x"));
    desk.keychain.entries.clear();
    CHECK(desk.open(newWord).error() == VaultError::KeychainAbsent);
}

namespace
{

// What may happen to a keychain between two days, and what the profile then says (F18).
struct Trouble {
    const char *name;
    void (*befall)(support::FakeKeychain &);
    VaultError onOpen;
};

void beIn(support::FakeKeychain &keychain, KeychainState state)
{
    keychain.trouble = state;
}

const std::vector<Trouble> troubles{
    {"locked", [](auto &k) { beIn(k, KeychainState::Locked); }, VaultError::KeychainLocked},
    {"its prompt was refused", [](auto &k) { beIn(k, KeychainState::Locked); }, VaultError::KeychainLocked},
    {"no service on the bus", [](auto &k) { beIn(k, KeychainState::Unreadable); }, VaultError::KeychainUnreadable},
    {"no answer in time", [](auto &k) { beIn(k, KeychainState::Unreadable); }, VaultError::KeychainUnreadable},
    {"absent", [](auto &k) { beIn(k, KeychainState::Absent); }, VaultError::KeychainAbsent},
    {"wiped", [](auto &k) { k.entries.clear(); }, VaultError::KeychainAbsent},
    {"another backend", [](auto &k) { k.entries = {{"somebody-elses", toBytes("x")}}; }, VaultError::KeychainAbsent},
    {"an empty value",
     [](auto &k) {
         for (auto &[name, value] : k.entries)
             value.clear();
     },
     VaultError::KeychainUnreadable},
    {"a wrong value",
     [](auto &k) {
         for (auto &[name, value] : k.entries)
             value.assign(32, 7);
     },
     VaultError::KeychainUnreadable},
    {"a value of another size",
     [](auto &k) {
         for (auto &[name, value] : k.entries)
             value.push_back(0);
     },
     VaultError::KeychainUnreadable},
};

} // namespace

TEST_CASE("whatever the keychain does, nothing of the profile is changed by it, and the code still opens")
{
    int cases = 0;
    for (const auto &trouble : troubles) {
        CAPTURE(trouble.name);
        Desk desk(KeychainUse::Require);
        auto vault = desk.enrolled();
        const auto code = keptCode(vault);
        const auto kid = desk.open(oldWord)->kid;
        const auto whole = desk.keychain.entries;
        const auto files = readAll(desk.folder.profile() / "keys-0") + readAll(desk.folder.profile() / "keys-1");
        const int keeps = desk.keychain.keeps;
        trouble.befall(desk.keychain);

        // 1: opening says which it is, creates nothing and writes nothing.
        CHECK(desk.open(oldWord).error() == trouble.onOpen);
        CHECK(desk.keychain.keeps == keeps);
        // 2: enrolling does not write over it.
        CHECK(desk.vault().enrol(mara, asBytes(newWord)).error() == VaultError::Unreadable);
        CHECK(readAll(desk.folder.profile() / "keys-0") + readAll(desk.folder.profile() / "keys-1") == files);
        // 3: a keychain that is itself again opens it as before.
        const auto befallen = desk.keychain;
        desk.keychain.trouble.reset();
        desk.keychain.entries = whole;
        CHECK(desk.open(oldWord)->kid == kid);
        desk.keychain = befallen;
        // 4: the code opens: bound to the keychain where it takes a new secret, refused by a policy that requires one.
        const auto recovered = desk.recover(code, newWord);
        if (desk.keychain.trouble) {
            CHECK_FALSE(recovered);
            desk.world.use = KeychainUse::Prefer;
            CHECK_FALSE(desk.recover(code, newWord)->needsKeychain);
            CHECK(desk.open(newWord)); // the password alone
        } else {
            CHECK(recovered->needsKeychain);
            CHECK(desk.open(newWord));
        }
        cases += 4;
    }
    CHECK(cases == 40);
}

TEST_CASE("a first enrolment does what the policy says where there is no keychain")
{
    Desk required(KeychainUse::Require);
    required.keychain.trouble = KeychainState::Locked;
    CHECK(required.vault().enrol(mara, asBytes(oldWord)).error() == VaultError::KeychainLocked);
    CHECK(required.open(oldWord).error() == VaultError::Absent);
    Desk preferred(KeychainUse::Prefer);
    preferred.keychain.trouble = KeychainState::Unreadable;
    CHECK_FALSE(preferred.enrolled().open(mara, asBytes(oldWord))->needsKeychain);
}

TEST_CASE("the cost is fitted to about a second and never below the floor")
{
    struct Machine {
        double secondsForFloor;
        std::uint32_t memoryKiB;
    };
    for (const auto &[seconds, memory] : {Machine{0.2, 320 * 1024}, Machine{0.25, 256 * 1024}, Machine{1.0, 64 * 1024},
                                          Machine{5.0, 64 * 1024}, Machine{0.0001, 1024 * 1024}}) {
        const auto cost = console::calibratedCost([seconds = seconds](const crypto::Argon2Cost &tried) {
            return seconds * tried.memoryKiB / crypto::argon2Floor.memoryKiB;
        });
        CHECK(cost.memoryKiB == memory);
        CHECK(cost.passes == 3);
    }
}

TEST_CASE("a dearer slot is proved once a session in full, and by the floor's cost afterwards")
{
    Desk desk;
    desk.world.cost = [] { return crypto::Argon2Cost{.memoryKiB = 80 * 1024, .passes = 3}; };
    auto vault = desk.enrolled();
    CHECK(desk.header().slots[0].argon.cost.memoryKiB == 80 * 1024);
    for (int i = 0; i < 2; ++i) {
        CHECK(vault.signWithPassword(asBytes("wrong"), "x").error() == VaultError::WrongPassword);
        CHECK(vault.signWithPassword(asBytes(oldWord), "x"));
    }
    REQUIRE(vault.changePassword(asBytes(oldWord), asBytes(newWord)));
    CHECK(vault.signWithPassword(asBytes(oldWord), "x").error() == VaultError::WrongPassword);
    CHECK(vault.signWithPassword(asBytes(newWord), "x"));
}
