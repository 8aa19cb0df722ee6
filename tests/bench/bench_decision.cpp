// bench_decision [FOLDER]: what a durable decision costs, against three bare syncs of the same bytes in the same run
// (the frames that the database writes, the record of the spool, a slot of the head mark) and against one bare row of
// the same bytes in a database of the same kind, and how long a queue of 100,000 rows takes to open. FOLDER must be on a real disk; without one, beside this program.
#include "tests/store/profile.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace countersign;
using namespace countersign::store;
using namespace countersign::support;

namespace
{

constexpr int rounds = 400;
constexpr std::size_t decisionBytes = 3000; // of the JWS, and again of the display model
constexpr int queueRows = 100000;
constexpr double syncsRatioMax = 1.25;
constexpr double rowRatioMax = 3.5;
constexpr std::size_t frameBytes = 4096 + 24;
constexpr double openMillisecondsMax = 1000;

template <class Work>
double millisecondsOf(const Work &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double quantile(std::vector<double> times, double part)
{
    std::ranges::sort(times);
    return times[std::min(times.size() - 1, static_cast<std::size_t>(part * static_cast<double>(times.size())))];
}

// Three files, written to and synced one after the other, with nothing else done.
class Bare
{
public:
    Bare(const Folder &folder, Files &files)
        : log_(files.open(folder / "bare-log").value()), spool_(files.open(folder / "bare-spool").value()),
          mark_(files.open(folder / "bare-mark").value())
    {
        files.syncFolder(folder.path()).value();
    }

    void write(const Bytes &logged, const Bytes &spooled, const Bytes &mark)
    {
        put(*log_, logAt_, logged);
        put(*spool_, spoolAt_, spooled);
        logAt_ += logged.size();
        spoolAt_ += spooled.size();
        put(*mark_, 0, mark);
    }

private:
    static void put(File &file, std::uint64_t at, const Bytes &bytes)
    {
        file.write(at, bytes).value();
        file.sync().value();
    }

    std::unique_ptr<File> log_, spool_, mark_;
    std::uint64_t logAt_ = 0, spoolAt_ = 0;
};

Database openBareRows(const Folder &folder)
{
    auto bare = Database::open(folder / "bare.db", databaseKey(), OpenMode::MayCreate).value();
    bare.execute("CREATE TABLE bare (content TEXT) STRICT").value();
    return bare;
}

// How far the decision's median is over what it may cost; 1 is just what it may.
double compare(const char *what, const std::vector<double> &bare, const std::vector<double> &ledger, double ratioMax)
{
    const double ratio = quantile(ledger, 0.5) / quantile(bare, 0.5);
    std::printf("%-17s median %6.2f ms, p99 %6.2f ms; ratio of medians %.2f (at most %.2f)\n", what,
                quantile(bare, 0.5), quantile(bare, 0.99), ratio, ratioMax);
    return ratio / ratioMax;
}

SealedLedger openOn(const Folder &folder, Files &files)
{
    return SealedLedger::open({.folder = folder / "profile", .device = domain::DeviceId("desk-1")}, ledgerKeys(),
                              {.files = &files, .fillRandom = fillNonce, .vfs = {}})
        .value();
}

// All three in turn, so that a busy disk is busy for each.
double compareDecisions(const Folder &folder, Files &files)
{
    Bare bare(folder, files);
    Database rows = openBareRows(folder);
    SealedLedger ledger = openOn(folder, files);
    audit::ChainHead head;
    const auto logFile = std::filesystem::path(folder / "profile") / "ledger.db-wal";
    const auto spoolFile = std::filesystem::path(folder / "profile") / "spool";
    std::vector<double> bareTimes;
    std::vector<double> rowTimes;
    std::vector<double> ledgerTimes;
    for (int round = 0; round < rounds; ++round) {
        const auto decision = decisionAfter(head, "d-" + std::to_string(round), decisionBytes);
        const auto spoolBefore = std::filesystem::file_size(spoolFile);
        const auto logBefore = std::filesystem::file_size(logFile);
        ledgerTimes.push_back(millisecondsOf([&] { ledger.append(decision).value(); }));
        // The log begins anew after a checkpoint: then as many frames as a decision takes at least.
        const auto logAfter = std::filesystem::file_size(logFile);
        const auto logged = logAfter > logBefore ? logAfter - logBefore : frameBytes * 4;
        const auto spooled = std::filesystem::file_size(spoolFile) - spoolBefore;
        const Bytes frames(static_cast<std::size_t>(logged), 7);
        const Bytes record(static_cast<std::size_t>(spooled), 7);
        const Bytes mark(4096, static_cast<std::uint8_t>(round));
        bareTimes.push_back(millisecondsOf([&] { bare.write(frames, record, mark); }));
        const std::string content = decision.jws + decision.rendered + decision.summary;
        rowTimes.push_back(
            millisecondsOf([&] { rows.query("INSERT INTO bare (content) VALUES (?1)").bind(content).run().value(); }));
        head = headAfter(decision);
    }
    std::printf("durable decision  median %6.2f ms, p99 %6.2f ms\n", quantile(ledgerTimes, 0.5),
                quantile(ledgerTimes, 0.99));
    const double overSyncs = compare("three bare syncs", bareTimes, ledgerTimes, syncsRatioMax);
    return std::max(overSyncs, compare("bare row", rowTimes, ledgerTimes, rowRatioMax));
}

double measureQueue(const Folder &folder, Files &files)
{
    QueueRows rows;
    for (int row = 0; row < queueRows; ++row)
        rows.emplace_back(domain::ItemId("item-" + std::to_string(row)),
                          std::string(400, static_cast<char>('a' + row % 26)));
    SealedLedger ledger = openOn(folder, files);
    const double written = millisecondsOf([&] { ledger.replaceQueue(rows, 1).value(); });
    ledger.close().value();
    std::size_t loaded = 0;
    const double opened = millisecondsOf([&] { loaded = openOn(folder, files).takeState().rows.size(); });
    std::printf("queue of %d rows: stored in %.0f ms, opened and read in %.0f ms (at most %.0f; %zu rows)\n", queueRows,
                written, opened, openMillisecondsMax, loaded);
    return opened;
}

} // namespace

int main(int count, char **arguments)
{
    const Folder folder(count > 1 ? std::filesystem::path(arguments[1])
                                  : std::filesystem::absolute(arguments[0]).parent_path());
    const auto files = systemFiles();
    const double over = compareDecisions(folder, *files);
    const double opened = measureQueue(folder, *files);
    return over <= 1 && opened <= openMillisecondsMax ? EXIT_SUCCESS : EXIT_FAILURE;
}
