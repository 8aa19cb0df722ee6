// bench_unlock [FOLDER]: from the password to a usable queue, with 10,000 pending items and 100,000 decisions on this
// machine, against the key derivation alone. A real vault and a real ledger, and the engine over them.
#include "app/console/profile.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/messages.hpp"
#include "core/store/ledger_chain.hpp"
#include "core/store/ledger_tables.hpp"
#include "tests/store/profile.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace countersign;
using namespace countersign::support;
using console::Profile;

namespace
{

constexpr int pending = 10000;
constexpr int decided = 100000;
constexpr int rounds = 5;
constexpr double ratioMax = 1.3;
constexpr std::string_view word = "correct horse battery";
const domain::ReviewerId mara{"mara"};
const domain::DeviceId deviceId{"desk-1"};

double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

std::string rowBytes(int number)
{
    domain::ItemSummary row;
    row.id = domain::ItemId("item-" + std::to_string(number));
    row.agent = domain::AgentId("scribe");
    row.workflow = domain::WorkflowId("clinical-documentation");
    row.actionType = domain::ActionType("file-note");
    row.patient = domain::PatientId("patient-" + std::to_string(number));
    row.title = "Visit note: shortness of breath";
    row.digest = domain::Digest("sha256:" + std::string(64, 'a'));
    return protocol::summaryBytes(row);
}

// Straight into the tables, a thousand in a transaction: how they came there is not what is measured.
void fill(const std::filesystem::path &folder, store::LedgerKeys keys)
{
    const store::ProfilePaths paths{folder, deviceId};
    const store::DatabaseKey key{std::move(keys.databaseKey), std::move(keys.databaseSalt)};
    auto database = store::openLedgerDatabase(paths.database(), key, store::OpenMode::MustExist, {}).value();
    audit::ChainHead head;
    for (int number = 0; number < decided;) {
        auto transaction = store::Transaction::begin(database).value();
        for (int i = 0; i < 1000; ++i, ++number) {
            const auto decision = decisionAfter(head, "d-" + std::to_string(number), 700);
            head = store::headAfter(decision);
            store::insertDecision(database, decision, head).value();
            store::updateStanding(database, decision.seq, domain::Standing::Confirmed, "receipt").value();
        }
        transaction.commit().value();
    }
    store::QueueRows rows;
    for (int number = 0; number < pending; ++number)
        rows.emplace_back(domain::ItemId("item-" + std::to_string(number)), rowBytes(number));
    auto transaction = store::Transaction::begin(database).value();
    store::replaceQueueRows(database, rows, 1).value();
    transaction.commit().value();
    database.close().value();
}

} // namespace

int main(int count, char **arguments)
{
    const Folder folder(count > 1 ? std::filesystem::path(arguments[1])
                                  : std::filesystem::absolute(arguments[0]).parent_path());
    console::ProfileWorld world;
    const auto cost = console::calibratedCost(console::secondsToDerive);
    world.vault.cost = [cost] { return cost; };
    {
        Profile profile(folder / "home", deviceId, world);
        static_cast<void>(profile.enrol(mara, asBytes(word)));
        static_cast<void>(profile.openLedger());
        profile.closeLedger();
    }
    const auto person = std::filesystem::directory_iterator(folder / "home")->path();
    {
        const auto files = store::systemFiles();
        console::VaultFile vault(*files, person, deviceId);
        vault.open(mara, asBytes(word)).value();
        fill(vault.ledgerFolder(), vault.ledgerKeys().value());
    }
    std::vector<double> deriving, opening, recalling;
    std::size_t rows = 0;
    std::size_t decisions = 0;
    for (int round = 0; round < rounds; ++round) {
        deriving.push_back(console::secondsToDerive(cost));
        Profile profile(folder / "home", deviceId, world);
        ports::LedgerEvent event;
        opening.push_back(secondsOf([&] {
            static_cast<void>(profile.openVault(mara, asBytes(word)));
            event = profile.openLedger();
        }));
        const auto &opened = std::get<ports::LedgerOpened>(event);
        rows = opened.rows.size();
        decisions = opened.decisions.size();
        // What the engine does with the rows before a queue can be shown.
        recalling.push_back(secondsOf([&] {
            for (const std::string &row : opened.rows)
                if (!protocol::readSummary(row))
                    std::abort();
        }));
    }
    const double whole = median(opening) + median(recalling);
    const double ratio = whole / median(deriving);
    std::printf(
        "derivation %u MiB, median %.3f s; unlocked with %zu rows and %zu decisions in %.3f s, rows read in %.3f s\n"
        "ratio %.2f (at most %.2f)\n",
        cost.memoryKiB / 1024, median(deriving), rows, decisions, median(opening), median(recalling), ratio, ratioMax);
    return ratio <= ratioMax && rows == pending ? EXIT_SUCCESS : EXIT_FAILURE;
}
