// One console on fakes: the engine, its ports, and the queue of what is to happen next. Nothing happens by itself.
#pragma once

#include "core/engine/engine.hpp"
#include "tests/support/failing_ledger.hpp"
#include "tests/support/fake_blobs.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fake_sign_on.hpp"
#include "tests/support/fake_tokens.hpp"
#include "tests/support/fake_vault.hpp"
#include "tests/support/scripted_wire.hpp"

#include <deque>
#include <functional>

namespace countersign::support
{

// What survives when a console is killed.
struct ConsoleDisk {
    LedgerDisk ledger;
    VaultProfile vault;
    BlobDisk blobs;
};

class ConsoleRig
{
public:
    ConsoleRig(ConsoleDisk &disk, FakeClock &clock, std::uint64_t seed = 1, std::string device = "desk-1");

    ScriptedWire wire;
    FailingLedger ledger;
    FakeVault vault;
    FakeBlobs blobs;
    FakeSignOn signOn;
    FakeTokens tokens;

    // Everything that is under way, until nothing is. `meanwhile` is called between two events.
    void settle(const std::function<void()> &meanwhile = {});
    // The next event alone; false: there is none.
    bool happenOnce();
    [[nodiscard]] bool isIdle() const { return events_.empty(); }
    void wakeIfDue();
    [[nodiscard]] std::optional<std::int64_t> wakeAtMs() const { return engine_.wakeAtMs(); }

    // Returns the command's id; settle before asking for its reply.
    std::uint64_t submit(desk::Request request);
    [[nodiscard]] const desk::DeskSnapshot &shown() const { return *shown_; }
    [[nodiscard]] std::optional<desk::Reply> replyTo(std::uint64_t command) const;

private:
    [[nodiscard]] Emit emitter();

    FakeClock &clock_;
    SeededDice dice_;
    std::deque<engine::Event> events_;
    std::shared_ptr<const desk::DeskSnapshot> shown_;
    std::uint64_t lastCommand_ = 0;
    engine::Engine engine_;
};

[[nodiscard]] desk::Password password(std::string_view text);

} // namespace countersign::support
