// The keys of a profile on a real disk, on a damaged one and on one whose i-th call fails.
#include "app/console/vault_file.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/failing_disk.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace countersign;
using console::VaultFile;
using ports::VaultError;
using support::Folder;

namespace
{

const domain::ReviewerId mara{"mara"};
const domain::DeviceId deviceId{"desk-1"};
constexpr std::string_view rightWord = "correct horse battery";

std::string readAll(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const std::filesystem::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

struct OnDisk {
    Folder folder;
    std::unique_ptr<store::Files> files = store::systemFiles();
    VaultFile vault{*files, folder.profile(), deviceId};

    ports::VaultOpened enrol() { return vault.enrol(mara, asBytes(rightWord)).value(); }
    VaultFile::Outcome open(std::string_view word = rightWord, const domain::ReviewerId &user = mara)
    {
        VaultFile again(*files, folder.profile(), deviceId);
        return again.open(user, asBytes(word));
    }
};

bool verifies(const ports::VaultOpened &opened, std::string_view bytes, const VaultFile::Signed &outcome)
{
    return outcome && crypto::verify(crypto::PublicKey{opened.publicKey}, asBytes(bytes), *outcome);
}

} // namespace

TEST_CASE("absent is an answer, and creates nothing")
{
    OnDisk disk;
    CHECK(disk.open().error() == VaultError::Absent);
    CHECK_FALSE(std::filesystem::exists(disk.folder.profile()));
}

TEST_CASE("what was enrolled opens with its password, for its person, on its device")
{
    OnDisk disk;
    const auto made = disk.enrol();
    CHECK(made.user == mara);
    CHECK(made.kid.text() == crypto::thumbprint({made.publicKey}));
    const auto opened = disk.open();
    REQUIRE(opened);
    CHECK(opened->kid == made.kid);
    CHECK(disk.open("correct horse batterz").error() == VaultError::WrongPassword);
    CHECK(disk.open("").error() == VaultError::WrongPassword);
    CHECK(disk.open(rightWord, domain::ReviewerId{"ben"}).error() == VaultError::OfAnotherUser);
    VaultFile elsewhere(*disk.files, disk.folder.profile(), domain::DeviceId{"desk-2"});
    CHECK(elsewhere.open(mara, asBytes(rightWord)).error() == VaultError::OfAnotherUser);
}

TEST_CASE("a profile that is there is not made anew")
{
    OnDisk disk;
    const auto made = disk.enrol();
    CHECK(disk.vault.enrol(mara, asBytes("another password")).error() == VaultError::Unreadable);
    CHECK(disk.open()->kid == made.kid);
}

TEST_CASE("signing needs the password anew; a link proof needs an open vault and can sign nothing else")
{
    OnDisk disk;
    const auto made = disk.enrol();
    CHECK(verifies(made, "a decision", disk.vault.signWithPassword(asBytes(rightWord), "a decision")));
    CHECK(disk.vault.signWithPassword(asBytes("wrong"), "a decision").error() == VaultError::WrongPassword);
    const std::string_view proof = "countersign-link/1\nnonce\nmara";
    CHECK(verifies(made, proof, disk.vault.signLinkProof(proof)));
    CHECK_FALSE(disk.vault.signLinkProof("a decision"));
    disk.vault.lock();
    CHECK(disk.vault.signWithPassword(asBytes(rightWord), "a decision").error() == VaultError::Locked);
    CHECK(disk.vault.signLinkProof(proof).error() == VaultError::Locked);
    CHECK(disk.vault.keep("card").error() == VaultError::Locked);
    CHECK_FALSE(disk.vault.ledgerKeys());
}

TEST_CASE("the card comes back with the profile, and a damaged one is no card")
{
    OnDisk disk;
    CHECK(disk.enrol().card.empty());
    REQUIRE(disk.vault.keep("Dr Mara, clinician"));
    CHECK(disk.open()->card == "Dr Mara, clinician");
    const auto file = disk.folder.profile() / "card";
    auto bytes = readAll(file);
    CHECK(bytes.find("Mara") == std::string::npos);
    bytes[bytes.size() / 2] ^= 1;
    writeAll(file, bytes);
    CHECK(disk.open()->card.empty());
}

TEST_CASE("the keys of the ledger are the same each time, and different from each other")
{
    OnDisk disk;
    disk.enrol();
    const auto first = disk.vault.ledgerKeys().value();
    const auto again = disk.vault.ledgerKeys().value();
    const auto text = [](const SecretBytes &secret) { return std::string(asText(secret.view())); };
    CHECK(text(first.databaseKey) == text(again.databaseKey));
    CHECK(text(first.spoolKey) != text(first.headMarkKey));
    CHECK(text(first.spoolKey) != text(first.databaseKey));
    CHECK(first.databaseSalt.view().size() == 16);
}

TEST_CASE("every changed byte of a header is found, and the other copy serves")
{
    OnDisk disk;
    const auto made = disk.enrol();
    const auto file = disk.folder.profile() / "keys-0";
    const auto whole = readAll(file);
    REQUIRE(console::readHeader(asBytes(whole)).has_value());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto changed = whole;
        changed[i] ^= 1;
        CHECK_FALSE(console::readHeader(asBytes(changed)).has_value());
        CHECK_FALSE(console::readHeader(asBytes(whole).first(i)).has_value());
    }
    auto changed = whole;
    changed[20] ^= 1;
    writeAll(file, changed);
    CHECK(disk.open()->kid == made.kid);
    CHECK(console::readHeader(asBytes(readAll(file))).has_value()); // it was mended
    writeAll(file, changed);
    writeAll(disk.folder.profile() / "keys-1", "");
    CHECK(disk.open().error() == VaultError::Unreadable);
}

TEST_CASE("a header that asks for less than the floor is refused, although its sum is right")
{
    OnDisk disk;
    disk.enrol();
    for (const auto *name : {"keys-0", "keys-1"}) {
        const auto file = disk.folder.profile() / name;
        auto header = console::readHeader(asBytes(readAll(file))).value();
        header.slots[0].argon.cost = {.memoryKiB = 8, .passes = 1};
        writeAll(file, std::string(asText(console::headerBytes(header))));
    }
    CHECK(disk.open().error() == VaultError::Unreadable);
}

TEST_CASE("folders and files are their owner's alone, and hold neither password nor seed")
{
    using std::filesystem::perms;
    OnDisk disk;
    disk.enrol();
    static_cast<void>(disk.vault.keep("card"));
    const auto others = perms::group_all | perms::others_all;
    CHECK((std::filesystem::status(disk.folder.profile()).permissions() & others) == perms::none);
    for (const auto &entry : std::filesystem::directory_iterator(disk.folder.profile())) {
        CHECK((entry.status().permissions() & others) == perms::none);
        CHECK(readAll(entry.path()).find(rightWord) == std::string::npos);
    }
}

TEST_CASE("an enrolment that the disk cut short leaves no profile or a whole one")
{
    int failures = 0;
    for (std::uint64_t i = 1;; ++i) {
        Folder folder;
        support::FailingDisk disk;
        disk.failAt(i, support::FailingDisk::Lasting::Forever, support::FailingDisk::Kind::Io);
        VaultFile vault(disk.files(), folder.profile(), deviceId);
        const auto made = vault.enrol(mara, asBytes(rightWord));
        const auto files = store::systemFiles();
        VaultFile after(*files, folder.profile(), deviceId);
        const auto opened = after.open(mara, asBytes(rightWord));
        if (made) {
            CHECK(opened->kid == made->kid);
            break;
        }
        ++failures;
        CHECK(made.error() == VaultError::WriteFailed);
        CHECK((opened.has_value() || opened.error() == VaultError::Absent));
    }
    CHECK(failures >= 7); // all of the first copy; a second that is missing is mended at the next opening
}
