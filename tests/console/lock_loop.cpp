// lock_loop CYCLES: types a password into the window's own field, opens a profile with it, works on a patient's data,
// signs, locks, and looks through the whole memory for what must be gone: the password, in UTF-8 and UTF-16, what was
// derived from it, the data key and its sub-keys, the seed, and the patient's words (reliability.md 5.2, F19).
#include "app/console/profile.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/guarded_secret.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/memory_scan.hpp"
#include "ui/style/apply.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QApplication>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace countersign;
using namespace countersign::support;
using console::Profile;

namespace
{

const domain::ReviewerId mara{"mara"};
constexpr std::size_t wordSize = 24;

// Made at run time and kept in guarded memory, so that it stands in no part of this program.
SecretBytes freshWord()
{
    auto word = console::freshSecret(wordSize);
    for (auto &byte : word.writable())
        byte = static_cast<std::uint8_t>('a' + byte % 26);
    return word;
}

// The canary's words, made anew at each use from parts.
std::string canary()
{
    std::string words = "Mari";
    words += "gold-Perpetua-";
    words += std::to_string(7731 + 1);
    return words;
}

// As a person does it, a key at a time.
SecretBytes typed(widgets::SecretEdit &edit, const SecretBytes &word)
{
    for (const auto letter : word.view())
        QTest::keyClick(&edit, static_cast<char>(letter));
    return edit.take();
}

struct Watched {
    std::unique_ptr<store::Files> files = store::systemFiles();
    MemoryScan scan;
};

// Everything that the password opens, noted before the first cycle and wiped.
void watch(Watched &watched, const std::filesystem::path &folder, const SecretBytes &word)
{
    std::ifstream in(folder / "keys-0", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto header = console::readHeader(asBytes(bytes)).value();
    const auto &slot = *header.slot(console::SlotKind::Password);
    const auto stretched = crypto::deriveKey(word.view(), slot.argon).value();
    const auto dataKey = console::openSlot(header, slot, word.view(), {}).value();
    const auto signing = console::openSeed(header, dataKey.view(), {}).value();
    const auto keys = console::ledgerKeysOf(dataKey.view());
    auto &scan = watched.scan;
    scan.lookForText("password", asText(word.view()));
    scan.lookFor("what Argon2id gave", stretched.view());
    scan.lookFor("data key", dataKey.view());
    scan.lookFor("seed", signing.seed());
    scan.lookFor("database key", keys.databaseKey.view());
    scan.lookFor("spool key", keys.spoolKey.view());
    scan.lookFor("head mark key", keys.headMarkKey.view());
    std::string hex = hexEncode(keys.databaseKey.view());
    scan.lookFor("database key, as SQLCipher is told it", asBytes(hex));
    wipeMemory(hex.data(), hex.size());
    std::string words = canary();
    scan.lookForText("patient", words);
    wipeMemory(words.data(), words.size());
}

bool work(Profile &profile, const SecretBytes &word, int cycle)
{
    const bool isOpen = std::holds_alternative<ports::VaultOpened>(profile.openVault(mara, word.view()));
    auto event = profile.openLedger();
    auto *ledger = std::get_if<ports::LedgerOpened>(&event);
    if (!isOpen || ledger == nullptr)
        return false;
    const auto words = canary();
    const std::string item = R"({"patient":")" + words + "\"}";
    const bool isSigned = std::holds_alternative<ports::SignatureMade>(profile.sign(1, word.view(), item));
    const ports::SealedDecision decision{.id = domain::DecisionId("d-" + std::to_string(cycle)),
                                         .item = domain::ItemId("i"),
                                         .seq = ledger->nextSeq,
                                         .prev = ledger->head,
                                         .jws = "a." + words + "." + std::to_string(cycle),
                                         .rendered = item,
                                         .summary = item};
    const bool isAppended = std::holds_alternative<ports::Appended>(profile.append(decision));
    const bool isStored =
        std::holds_alternative<ports::ItemStored>(profile.storeItem(domain::ItemId("i"), item))
        && std::holds_alternative<ports::QueueStored>(profile.replaceQueue({{domain::ItemId("i"), item}}, cycle));
    const auto loaded = profile.loadItem(domain::ItemId("i"));
    profile.keepCard(item);
    profile.closeLedger();
    profile.lock();
    return isSigned && isAppended && isStored && std::holds_alternative<ports::ItemLoaded>(loaded);
}

// That a copy would be found, also where nobody may read it: one of each kind, for a moment.
bool hasTeeth(const Watched &watched, const SecretBytes &word)
{
    const auto before = watched.scan.find();
    Bytes copy(word.view().begin(), word.view().end());
    const crypto::GuardedSecret guarded(word.view());
    const std::string words = canary();
    const auto after = watched.scan.find();
    const auto more = [&](const char *name) {
        return std::ranges::count(after, std::string(name)) - std::ranges::count(before, std::string(name));
    };
    const bool isFound = more("password") >= 2 && more("patient") >= 1;
    wipeMemory(copy.data(), copy.size());
    return isFound;
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    style::apply(application, style::Theme(style::Look::Light, 1, true));
    const int cycles = count > 1 ? std::atoi(arguments[1]) : 20;
    const Folder folder;
    Watched watched;
    widgets::SecretEdit edit;
    edit.show();
    int failed = 0;
    std::size_t read = 0;
    auto word = freshWord();
    {
        Profile profile(folder.path(), domain::DeviceId("desk-1"));
        static_cast<void>(profile.enrol(mara, word.view()));
        profile.lock();
        for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
            watch(watched, entry.path(), word);
        if (!hasTeeth(watched, word)) {
            std::puts("a planted copy is not found");
            return EXIT_FAILURE;
        }
        for (int cycle = 0; cycle < cycles; ++cycle) {
            bool hasWorked = false;
            {
                const auto typedWord = typed(edit, word);
                // The one copy that stays is masked while the memory is looked through.
                for (auto &byte : word.writable())
                    byte ^= 0x5A;
                hasWorked = work(profile, typedWord, cycle);
            }
            const auto found = watched.scan.find();
            read += watched.scan.bytesRead();
            for (auto &byte : word.writable())
                byte ^= 0x5A;
            if (!hasWorked)
                std::printf("cycle %d: the profile did not work\n", cycle);
            for (const auto &name : found)
                std::printf("cycle %d: %s is in memory\n", cycle, name.c_str());
            failed += found.empty() && hasWorked ? 0 : 1;
        }
    }
    std::printf("%d cycles, %zu MiB looked through\n%d passed, %d failed\n", cycles, read >> 20, cycles - failed,
                failed);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
