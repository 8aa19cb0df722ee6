// key_loop STATES [SEED]: every change of a profile's keys, cut at every call to the disk, in so many states that a
// loss of power may leave at each (reliability.md 5.2, F17), and with every call failing, once and for ever (F3).
// Afterwards the profile opens with the old secret or the new one, its ledger holds every decision, and work goes on;
// after a cut with either copy of the header alone.
#include "app/console/profile.hpp"
#include "core/crypto/recovery_code.hpp"
#include "core/store/ledger_chain.hpp"
#include "tests/support/fake_keychain.hpp"
#include "tests/support/power_loss.hpp"

#include <cstdio>
#include <cstdlib>

using namespace countersign;
using namespace countersign::support;
using console::Profile;

namespace
{

const domain::ReviewerId mara{"mara"};
constexpr std::string_view oldWord = "correct horse battery";
constexpr std::string_view newWord = "staple of seven bees";
constexpr int decisionCount = 6;

console::ProfileWorld worldOn(const CrashDisk &disk, FakeKeychain &keychain)
{
    console::ProfileWorld world;
    world.files = &disk.files();
    world.vfs = disk.vfs();
    world.vault.keychain = &keychain;
    world.vault.use = console::KeychainUse::Require;
    world.nowMs = [] { return std::int64_t{1}; };
    return world;
}

// What a profile is known to hold; `code` is the one thing of it that a person has on paper.
struct Known {
    std::vector<ports::SealedDecision> decisions;
    std::string code;
};

ports::SealedDecision nextDecision(const Known &known)
{
    const auto seq = static_cast<std::int64_t>(known.decisions.size());
    return {.id = domain::DecisionId("d-" + std::to_string(seq)),
            .item = domain::ItemId("i"),
            .seq = seq,
            .prev = known.decisions.empty() ? domain::Digest{}
                                            : store::digestOf({.id = {},
                                                               .item = {},
                                                               .seq = 0,
                                                               .prev = {},
                                                               .jws = known.decisions.back().jws,
                                                               .rendered = {},
                                                               .summary = {}}),
            .jws = "a.b." + std::to_string(seq),
            .rendered = std::string(500, 'r'),
            .summary = "{}"};
}

bool appends(Profile &profile, Known &known)
{
    auto decision = nextDecision(known);
    if (!std::holds_alternative<ports::Appended>(profile.append(decision)))
        return false;
    known.decisions.push_back(std::move(decision));
    return true;
}

DiskImage enrolled(FakeKeychain &keychain, Known &known)
{
    const CrashDisk disk;
    {
        Profile profile("/home", domain::DeviceId("desk-1"), worldOn(disk, keychain));
        static_cast<void>(profile.enrol(mara, asBytes(oldWord)));
        const auto made = std::get<ports::RecoveryCodeMade>(profile.makeRecoveryCode(1));
        known.code = std::string(asText(made.text->view()));
        static_cast<void>(profile.keepRecoveryCode(2, asBytes(known.code).last(4)));
        profile.keepCard("card");
        static_cast<void>(profile.openLedger());
        for (int i = 0; i < decisionCount; ++i)
            if (!appends(profile, known))
                std::abort();
        profile.closeLedger();
    }
    return disk.now();
}

struct Change {
    const char *name;
    bool (*act)(Profile &, const Known &); // on a profile that is open, or that is about to be
    bool hasCodeAlone = false;             // it is done without the password
};

bool isOpened(const ports::VaultEvent &event)
{
    return std::holds_alternative<ports::VaultOpened>(event);
}
bool isChanged(const ports::VaultEvent &event)
{
    return std::holds_alternative<ports::VaultChanged>(event);
}

const std::array changes{
    Change{
        "change the password",
        [](Profile &p, const Known &) { return isChanged(p.changePassword(1, asBytes(oldWord), asBytes(newWord))); }},
    Change{"keep a new code",
           [](Profile &p, const Known &) {
               const auto made = std::get<ports::RecoveryCodeMade>(p.makeRecoveryCode(1));
               return isChanged(p.keepRecoveryCode(2, made.text->view().last(4)));
           }},
    Change{"a new data key", [](Profile &p, const Known &) { return isOpened(p.renewDataKey(asBytes(oldWord))); }},
    Change{"a new signing key",
           [](Profile &p, const Known &) {
               const auto begun = p.beginKeyChange(1, asBytes(oldWord));
               return std::holds_alternative<ports::NewKeyOffered>(begun)
                      && std::holds_alternative<ports::KeyChanged>(p.finishKeyChange(2));
           }},
    Change{"recover",
           [](Profile &p, const Known &k) { return isOpened(p.recover(mara, asBytes(k.code), asBytes(newWord))); },
           true},
};

// "" or what is wrong.
std::string judge(DiskImage image, FakeKeychain keychain, Known known)
{
    const CrashDisk disk(std::move(image));
    Profile profile("/home", domain::DeviceId("desk-1"), worldOn(disk, keychain));
    if (!isOpened(profile.openVault(mara, asBytes(oldWord))) && !isOpened(profile.openVault(mara, asBytes(newWord))))
        return "neither the old secret opens it nor the new one";
    const auto event = profile.openLedger();
    const auto *opened = std::get_if<ports::LedgerOpened>(&event);
    if (opened == nullptr)
        return "the ledger does not open";
    if (opened->isQuarantined)
        return "the ledger is quarantined";
    if (opened->decisions.size() != known.decisions.size())
        return std::to_string(opened->decisions.size()) + " decisions of " + std::to_string(known.decisions.size());
    for (std::size_t i = 0; i < known.decisions.size(); ++i)
        if (opened->decisions[i].sealed.jws != known.decisions[i].jws)
            return "decision " + std::to_string(i) + " is another one";
    return appends(profile, known) ? "" : "the next decision is refused";
}

// As judge; and either copy of the header does it alone.
std::string judgeEach(const DiskImage &image, const FakeKeychain &keychain, const Known &known)
{
    if (const auto why = judge(image, keychain, known); !why.empty())
        return why;
    for (const std::string name : {"/keys-0", "/keys-1"}) {
        DiskImage other = image;
        std::erase_if(other, [&](const auto &file) { return file.first.ends_with(name); });
        if (const auto why = judge(std::move(other), keychain, known); !why.empty())
            return why + ", without " + name.substr(1);
    }
    return {};
}

struct Tally {
    std::size_t states = 0;
    std::size_t failed = 0;
};

// What the keychain may hold while a change is under way: entries leave it after the header that no longer names them
// is durable, and both are there until then.
FakeKeychain bothOf(const FakeKeychain &before, const FakeKeychain &after)
{
    FakeKeychain both = before;
    both.entries.insert(after.entries.begin(), after.entries.end());
    return both;
}

// Every call fails, until the change is through before that call comes.
void breakEach(const Change &change, const DiskImage &image, const FakeKeychain &before, const Known &known,
               FailingDisk::Lasting lasting, Tally &tally)
{
    bool isThrough = false;
    for (std::uint64_t call = 1; !isThrough; ++call, ++tally.states) {
        CrashDisk disk(image);
        FakeKeychain keychain = before;
        {
            Profile profile("/home", domain::DeviceId("desk-1"), worldOn(disk, keychain));
            if (!change.hasCodeAlone && !isOpened(profile.openVault(mara, asBytes(oldWord))))
                std::abort();
            disk.failAt(call, lasting, FailingDisk::Kind::Io);
            static_cast<void>(change.act(profile, known));
        }
        isThrough = !disk.hasFailed();
        disk.heal();
        const auto why = judge(disk.now(), bothOf(before, keychain), known);
        if (why.empty())
            continue;
        ++tally.failed;
        std::printf("%s, call %llu fails: %s\n", change.name, static_cast<unsigned long long>(call), why.c_str());
    }
}

void cut(const Change &change, const DiskImage &image, const FakeKeychain &before, const Known &known,
         std::size_t statesEach, std::uint64_t seed, Tally &tally)
{
    const CrashDisk disk(image);
    FakeKeychain keychain = before;
    {
        Profile profile("/home", domain::DeviceId("desk-1"), worldOn(disk, keychain));
        if (!change.hasCodeAlone && !isOpened(profile.openVault(mara, asBytes(oldWord))))
            std::abort();
        if (!change.act(profile, known)) {
            std::printf("%s: was refused\n", change.name);
            ++tally.failed;
            return;
        }
    }
    const FakeKeychain both = bothOf(before, keychain);
    std::mt19937_64 dice{seed};
    PowerLoss loss(disk);
    const std::size_t before_ = tally.states;
    do {
        for (std::size_t i = 0; i < statesEach; ++i) {
            ++tally.states;
            const auto state = loss.state(dice);
            const auto why = i == 0 ? judgeEach(state, both, known) : judge(state, both, known);
            if (why.empty())
                continue;
            ++tally.failed;
            std::printf("%s, seed %llu, call %zu: %s\n", change.name, static_cast<unsigned long long>(seed),
                        loss.position(), why.c_str());
        }
    } while (loss.advance());
    // After the last call the change is in force, with what the keychain then holds.
    if (const auto why = judge(disk.now(), keychain, known); !why.empty()) {
        ++tally.failed;
        std::printf("%s, done: %s\n", change.name, why.c_str());
    }
    std::printf("%s: %zu calls to the disk, %zu states\n", change.name, disk.calls().size(), tally.states - before_);
}

} // namespace

int main(int count, char **arguments)
{
    const auto statesEach = static_cast<std::size_t>(count > 1 ? std::atoll(arguments[1]) : 4);
    const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : std::random_device{}();
    FakeKeychain keychain;
    Known known;
    const DiskImage image = enrolled(keychain, known);
    Tally tally;
    for (const Change &change : changes) {
        cut(change, image, keychain, known, statesEach, seed, tally);
        for (const auto lasting : {FailingDisk::Lasting::Once, FailingDisk::Lasting::Forever})
            breakEach(change, image, keychain, known, lasting, tally);
    }
    std::printf("%zu passed, %zu failed (seed %llu)\n", tally.states - tally.failed, tally.failed,
                static_cast<unsigned long long>(seed));
    return tally.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
