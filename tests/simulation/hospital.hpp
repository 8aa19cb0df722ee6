// A hospital in a box: consoles, one gateway, a bad network, failing disks, sudden deaths, and people who click at the
// wrong moment; in virtual time, from one seed. Whatever happens, some things must hold (reliability.md 5.1).
#pragma once

#include "tests/support/console_rig.hpp"
#include "tests/support/model_gateway.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace countersign::simulation
{

// How bad it is, in percent a step; drawn anew for every seed.
struct Weather {
    std::uint64_t cut = 0, drop = 0, repeat = 0, swap = 0; // of the network
    std::uint64_t delayMsMax = 0;
    std::uint64_t kill = 0, diskFailure = 0, restart = 0; // of consoles, disks, the gateway
    std::uint64_t activity = 0;                           // of people
};

struct Counts {
    std::int64_t decisions = 0, retractions = 0, deliveries = 0, cuts = 0, kills = 0, restarts = 0, diskFailures = 0;
};

class Hospital
{
public:
    explicit Hospital(std::uint64_t seed);
    ~Hospital();

    // Nothing: everything held. Otherwise what did not.
    [[nodiscard]] std::optional<std::string> run();
    [[nodiscard]] const Counts &counts() const { return counts_; }
    // Equal for equal seeds.
    [[nodiscard]] std::uint64_t trace() const { return trace_; }

private:
    struct Console;

    void step(bool isCalm);
    void act(Console &console);
    void decideSomething(Console &console);
    void retractSomething(Console &console);
    void propose();
    void misbehave(Console &console);
    void kill(Console &console);
    void cut(Console &console);
    void carry(Console &console, bool isCalm);
    void sayToGateway(Console &console, bool isCalm);
    void sayToConsole(Console &console, bool isCalm);
    void settle(Console &console);
    void bringToWork(Console &console);
    [[nodiscard]] bool isQuiet() const;

    void look(Console &console);
    void checkAtTheEnd();
    void checkOutcomes();
    void violated(const std::string &what);
    void note(std::uint64_t value);

    support::SeededDice dice_;
    Weather weather_;
    support::FakeClock clock_; // the gateway's
    support::ModelGateway gateway_;
    std::vector<std::unique_ptr<Console>> consoles_;
    std::vector<domain::ItemId> items_;
    Counts counts_;
    std::optional<std::string> violation_;
    std::uint64_t trace_ = 14695981039346656037ULL;
};

} // namespace countersign::simulation
