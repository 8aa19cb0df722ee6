// Every call to the disk fails, in each of these situations: the first, the second, … to the last; once and forever;
// with an error and full; calls that read, too. Afterwards, on a disk that is well again: everything acknowledged is
// there, nothing is there that nobody asked for, and work goes on (reliability.md 5.2, F3). Then the same once more
// after the power failed on top (F24).
#include "core/store/database.hpp"
#include "tests/store/power_story.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

ProfilePaths paths()
{
    return {.folder = "/profile", .device = domain::DeviceId("desk-1")};
}

Result<SealedLedger, StoreError> openOn(const CrashDisk &disk)
{
    return SealedLedger::open(paths(), ledgerKeys(),
                              {.files = &disk.files(), .fillRandom = fillNonce, .vfs = disk.vfs()});
}

struct History {
    std::vector<SealedDecision> acknowledged;
    std::vector<SealedDecision> asked;
    std::vector<SealedDecision> rivals; // refused ones that a later one was asked for in place of, and refused, too
    audit::ChainHead head;
    std::vector<std::string> typed; // into item a: what the ledger said it has, then what it was given after that

    void append(SealedLedger &ledger, const std::string &id, std::size_t bytes = 600)
    {
        asked.push_back(decisionAfter(head, id, bytes));
        if (!ledger.append(asked.back()))
            return;
        acknowledged.push_back(asked.back());
        head = headAfter(asked.back());
    }

    // Where the first is refused, the second is asked for in its place: then there is never the first as well.
    void appendOneOf(SealedLedger &ledger, const std::string &id, const std::string &other)
    {
        append(ledger, id);
        if (asked.size() == acknowledged.size())
            return;
        const SealedDecision refused = asked.back();
        asked.pop_back();
        append(ledger, other, 900);
        if (asked.size() != acknowledged.size())
            rivals.push_back(refused);
    }
};

UnsignedDraft draftOf(const std::string &text)
{
    return {domain::ItemId("a"), domain::Digest("sha256:a"), text, "st1 4"};
}

// A profile at rest, and what it is known to hold.
struct Profile {
    DiskImage image;
    History history;
};

enum class Left { Closed, Killed };

Profile worked(Left how, std::size_t itemBytes = 200)
{
    Profile profile;
    CrashDisk disk;
    {
        auto ledger = std::move(openOn(disk).value());
        for (int i = 0; i < 5; ++i)
            profile.history.append(ledger, "d-" + std::to_string(i));
        for (int i = 0; i < 2; ++i)
            ledger
                .storeStanding(profile.history.asked[static_cast<std::size_t>(i)].id, domain::Standing::Confirmed,
                               "receipt")
                .value();
        ledger.replaceQueue({{domain::ItemId("a"), "row a"}, {domain::ItemId("b"), "row b"}}, 7).value();
        ledger.tidy().value();
        profile.history.append(ledger, "d-5");
        profile.history.append(ledger, "d-6");
        ledger.storeItem(domain::ItemId("a"), std::string(itemBytes, 'x')).value();
        if (how == Left::Closed)
            ledger.close().value();
        profile.image = disk.now();
    }
    return profile;
}

Profile changed(Left how, const std::function<void(DiskImage &)> &change)
{
    Profile profile = worked(how);
    change(profile.image);
    return profile;
}

Bytes &fileOf(DiskImage &image, const std::filesystem::path &file)
{
    return image.at(file.string());
}

void type(SealedLedger &ledger, History &history, const std::string &text)
{
    if (history.typed.empty())
        history.typed.emplace_back(); // nothing was kept before
    history.typed.push_back(text);
    if (ledger.storeDraft(draftOf(text)))
        history.typed = {text};
}

// As the first version left it, which knew no unsigned drafts and no trail.
Profile ofFirstVersion(Left how)
{
    Profile profile = worked(how);
    CrashDisk disk(profile.image);
    {
        LedgerKeys keys = ledgerKeys();
        auto database =
            std::move(Database::open(paths().database(),
                                     {.key = std::move(keys.databaseKey), .salt = std::move(keys.databaseSalt)},
                                     OpenMode::MustExist, disk.vfs())
                          .value());
        database
            .execute("DROP TABLE unsigned_draft; DROP TABLE personal; DROP TABLE trail; DROP TABLE trail_end;"
                     "DROP TABLE witness; PRAGMA user_version = 1")
            .value();
    }
    profile.image = disk.now();
    return profile;
}

using Act = std::function<void(SealedLedger &, History &)>;

struct Situation {
    const char *name;
    std::function<Profile()> begin;
    Act act; // on a ledger that is open; without one, opening is what is tried
    bool isQuarantined = false;
    bool hasLostConfirmed = false; // whose second copy is the gateway's
};

const std::array situations{
    Situation{"append", [] { return worked(Left::Killed); }, [](auto &l, auto &h) { h.append(l, "n"); }},
    Situation{"append three", [] { return worked(Left::Closed); },
              [](auto &l, auto &h) {
                  for (const char *id : {"n-1", "n-2", "n-3"})
                      if (h.asked.size() == h.acknowledged.size())
                          h.append(l, id);
              }},
    Situation{"append a long one", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) { h.append(l, "n", 40000); }},
    Situation{"append another one in place of one that was refused", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) { h.appendOneOf(l, "n", "m"); }},
    Situation{"append, then another one in place of one that was refused", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) {
                  h.append(l, "n");
                  if (h.asked.size() == h.acknowledged.size())
                      h.appendOneOf(l, "o", "m");
              }},
    Situation{"append the same again", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) {
                  h.append(l, "n");
                  h.append(l, "n");
                  h.asked.pop_back();
              }},
    Situation{"append as the log is emptied into the database", [] { return worked(Left::Killed, 2100000); },
              [](auto &l, auto &h) { h.append(l, "n"); }},
    Situation{"replace the queue", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.replaceQueue({{domain::ItemId("c"), "row c"}}, 9)); }},
    Situation{"replace a queue by none", [] { return worked(Left::Closed); },
              [](auto &l, auto &) { static_cast<void>(l.replaceQueue({}, 9)); }},
    Situation{"change rows of the queue", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.storeChanges({{domain::ItemId("b"), "row b2"}}, 8)); }},
    Situation{"store an item", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.storeItem(domain::ItemId("b"), "short")); }},
    Situation{"store a long item", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.storeItem(domain::ItemId("b"), std::string(40000, 'x'))); }},
    Situation{"load an item", [] { return worked(Left::Closed); },
              [](auto &l, auto &) { static_cast<void>(l.loadItem(domain::ItemId("a"))); }},
    Situation{"keep what is typed", [] { return worked(Left::Killed); }, [](auto &l, auto &h) { type(l, h, "one"); }},
    Situation{"keep what is typed, again and again", [] { return worked(Left::Closed); },
              [](auto &l, auto &h) {
                  for (const char *text : {"one", "one two", "one two three"})
                      type(l, h, text);
              }},
    Situation{"keep a long text", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) { type(l, h, std::string(40000, 'x')); }},
    Situation{"keep what is typed, then sign another item", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) {
                  type(l, h, "one");
                  h.append(l, "n");
              }},
    Situation{"discard what was typed", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.forgetDraft(domain::ItemId("a"), {})); }},
    Situation{"keep words of one's own", [] { return worked(Left::Killed); },
              [](auto &l, auto &) { static_cast<void>(l.storePersonal("words", "Effexor")); }},
    Situation{"open what the first version closed", [] { return ofFirstVersion(Left::Closed); }, {}},
    Situation{"open what the first version left after a kill", [] { return ofFirstVersion(Left::Killed); }, {}},
    Situation{"a decision was sent", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) { static_cast<void>(l.storeStanding(h.asked[5].id, domain::Standing::Sent, "")); }},
    Situation{"a decision was confirmed", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) {
                  static_cast<void>(l.storeStanding(h.asked[2].id, domain::Standing::Confirmed, "receipt"));
              }},
    Situation{"all decisions were confirmed", [] { return worked(Left::Closed); },
              [](auto &l, auto &h) {
                  for (const auto &decision : h.asked)
                      static_cast<void>(l.storeStanding(decision.id, domain::Standing::Confirmed, "receipt"));
                  static_cast<void>(l.tidy());
              }},
    Situation{"tidy", [] { return worked(Left::Killed); }, [](auto &l, auto &) { static_cast<void>(l.tidy()); }},
    Situation{"tidy, then append", [] { return worked(Left::Killed); },
              [](auto &l, auto &h) {
                  static_cast<void>(l.tidy());
                  h.append(l, "n");
              }},
    Situation{"close", [] { return worked(Left::Killed); }, [](auto &l, auto &) { static_cast<void>(l.close()); }},
    Situation{"append, then close", [] { return worked(Left::Closed); },
              [](auto &l, auto &h) {
                  h.append(l, "n");
                  static_cast<void>(l.close());
              }},
    Situation{"open for the first time", [] { return Profile{}; }, {}},
    Situation{"open what was closed", [] { return worked(Left::Closed); }, {}},
    Situation{"open after a kill", [] { return worked(Left::Killed); }, {}},
    Situation{"open without the spool",
              [] { return changed(Left::Killed, [](auto &image) { image.erase(paths().spool().string()); }); },
              {}},
    Situation{"open with a damaged spool",
              [] { return changed(Left::Killed, [](auto &image) { fileOf(image, paths().spool())[200] ^= 1; }); },
              {}},
    Situation{"open without the head mark",
              [] { return changed(Left::Killed, [](auto &image) { image.erase(paths().headMark().string()); }); },
              {}},
    Situation{"open with a damaged head mark",
              [] { return changed(Left::Killed, [](auto &image) { fileOf(image, paths().headMark())[4099] ^= 1; }); },
              {}},
    Situation{"open with a damaged database",
              [] { return changed(Left::Closed, [](auto &image) { fileOf(image, paths().database())[5000] ^= 1; }); },
              {},
              false,
              true},
    Situation{"open with a suspicion",
              [] { return changed(Left::Closed, [](auto &image) { image[paths().suspicion().string()]; }); },
              {}},
    Situation{"open without the database and its log",
              [] {
                  return changed(Left::Killed, [](auto &image) {
                      image.erase(paths().database().string());
                      image.erase(paths().database().string() + "-wal");
                  });
              },
              {},
              false,
              true},
    Situation{
        "open without the log: the head mark is ahead of it, the spool is not",
        [] { return changed(Left::Killed, [](auto &image) { image.erase(paths().database().string() + "-wal"); }); },
        {}},
    Situation{"open when the head mark is ahead of both copies",
              [] {
                  auto profile = worked(Left::Closed);
                  CrashDisk later(profile.image);
                  History after = profile.history;
                  {
                      auto ledger = std::move(openOn(later).value());
                      after.append(ledger, "later");
                  }
                  profile.image[paths().headMark().string()] = later.now().at(paths().headMark().string());
                  return profile;
              },
              {},
              true},
};

void check(const DiskImage &image, const Situation &situation, const History &history)
{
    const CrashDisk disk(image);
    auto ledger = openOn(disk);
    REQUIRE(ledger.has_value());
    const LedgerState state = ledger->takeState();
    CHECK(state.isQuarantined == situation.isQuarantined);
    const auto first = state.decisions.empty() ? 0 : static_cast<std::size_t>(state.decisions[0].sealed.seq);
    CHECK(first <= (situation.hasLostConfirmed ? 2 : 0));
    CHECK(first + state.decisions.size() >= history.acknowledged.size());
    REQUIRE(first + state.decisions.size() <= history.asked.size());
    for (const auto &decision : state.decisions) {
        const bool isRival = std::ranges::find(history.rivals, decision.sealed) != history.rivals.end();
        CHECK((isRival || decision.sealed == history.asked[static_cast<std::size_t>(decision.sealed.seq)]));
    }
    if (!history.typed.empty()) {
        const auto drafts = ledger->draftsOf(domain::ItemId("a"));
        REQUIRE(drafts.has_value());
        const std::string found = drafts->empty() ? std::string() : drafts->front().edited;
        CHECK(std::ranges::find(history.typed, found) != history.typed.end());
    }
    CHECK(ledger->storeDraft(draftOf("afterwards")).has_value());
    CHECK(ledger->draftsOf(domain::ItemId("a")).value().size() == 1);
    CHECK(ledger->append(decisionAfter(headOf(state), "afterwards")).has_value() == !situation.isQuarantined);
}

// How many calls there were to fail.
std::uint64_t failEach(const Situation &situation, const Profile &profile, FailingDisk::Lasting lasting,
                       FailingDisk::Kind kind, std::mt19937_64 &dice)
{
    for (std::uint64_t call = 1;; ++call) {
        CAPTURE(call);
        CrashDisk disk(profile.image);
        History history = profile.history;
        {
            std::optional<SealedLedger> ledger;
            if (situation.act)
                ledger.emplace(std::move(openOn(disk).value()));
            disk.failAt(call, lasting, kind);
            if (situation.act)
                situation.act(*ledger, history);
            else
                static_cast<void>(openOn(disk));
        }
        const bool hasFailed = disk.hasFailed();
        check(disk.now(), situation, history);
        PowerLoss loss(disk);
        while (loss.advance()) {
        }
        check(loss.state(dice), situation, history);
        if (!hasFailed)
            return call - 1;
    }
}

} // namespace

TEST_CASE("whichever call to the disk fails, what was acknowledged is there")
{
    static_assert(situations.size() >= 33);
    std::mt19937_64 dice{7};
    std::uint64_t tried = 0;
    for (const Situation &situation : situations) {
        const std::string name(situation.name);
        CAPTURE(name);
        const Profile profile = situation.begin();
        for (const auto lasting : {FailingDisk::Lasting::Once, FailingDisk::Lasting::Forever})
            for (const auto kind : {FailingDisk::Kind::Io, FailingDisk::Kind::Full}) {
                const auto calls = failEach(situation, profile, lasting, kind, dice);
                CHECK((calls > 0 || situation.act));
                tried += calls;
            }
    }
    MESSAGE(situations.size(), " situations, ", tried, " failures");
    CHECK(tried > 3000);
}
