// The console's conductor: events in, steps through the world, effects on the ports, snapshots out. Order is law: a
// decision is signed, appended to the ledger, and only when the ledger says Appended is it Stored, answered and sent.
#pragma once

#include "core/desk/snapshot.hpp"
#include "core/engine/event.hpp"
#include "core/engine/world.hpp"
#include "core/ports/blobs.hpp"
#include "core/ports/clock.hpp"
#include "core/ports/randomness.hpp"
#include "core/ports/sign_on.hpp"
#include "core/ports/thread_role.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace countersign::engine
{

struct Ports {
    ports::Wire &wire;
    ports::Ledger &ledger;
    ports::Vault &vault;
    ports::Blobs &blobs;
    ports::Clock &clock;
    ports::Randomness &randomness;
    ports::SignOn &signOn;
    ports::Tokens *tokens = nullptr; // null: no reader is named
};

class Engine
{
public:
    using Publish = std::function<void(std::shared_ptr<const desk::DeskSnapshot>)>;

    // The ports outlive the engine. `publish` is called from publish() alone.
    Engine(Setup setup, Ports ports, Publish publish);

    void handle(Event event) ENGINE_ONLY;
    // Shows the world, if anything changed since it was last shown: after every event, or after a burst of them.
    void publish() ENGINE_ONLY;
    // When Woken is due, on the clock's monotonicMs.
    [[nodiscard]] std::optional<std::int64_t> wakeAtMs() const ENGINE_ONLY;

private:
    [[nodiscard]] Moment moment();
    void perform(Effects effects) ENGINE_ONLY;

    Ports ports_;
    Publish publish_;
    World world_;
    Changed changed_;
    std::shared_ptr<const desk::DeskSnapshot> shown_;
};

} // namespace countersign::engine
