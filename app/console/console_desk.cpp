#include "app/console/console_desk.hpp"

#include "app/console/bridge.hpp"
#include "app/console/browser_port.hpp"
#include "app/console/console_blobs.hpp"
#include "app/console/gateway_address.hpp"
#include "app/console/qt_wire.hpp"
#include "app/console/store_ports.hpp"
#include "app/console/system_clock.hpp"
#include "app/console/system_keychain.hpp"
#include "app/console/system_randomness.hpp"
#include "app/console/tokens/token_reader.hpp"
#include "core/engine/engine.hpp"

#include <algorithm>
#include <mutex>
#include <vector>

namespace countersign::console
{
namespace
{

// One slot: the newest snapshot. Whoever is slow misses the ones between, never the last.
class Mailbox
{
public:
    // True: nobody was told yet that there is something new.
    bool put(std::shared_ptr<const desk::DeskSnapshot> snapshot)
    {
        const std::scoped_lock lock(mutex_);
        latest_ = std::move(snapshot);
        return !std::exchange(isNudged_, true);
    }
    [[nodiscard]] std::shared_ptr<const desk::DeskSnapshot> latest() const
    {
        const std::scoped_lock lock(mutex_);
        return latest_;
    }
    void served()
    {
        const std::scoped_lock lock(mutex_);
        isNudged_ = false;
    }

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const desk::DeskSnapshot> latest_ = std::make_shared<const desk::DeskSnapshot>();
    bool isNudged_ = false;
};

// Whom to nudge; gui thread only. Shared with the subscriptions, which may outlive the desk.
struct Subscribers {
    std::vector<std::pair<std::uint64_t, std::function<void()>>> all;
    std::uint64_t last = 0;

    void nudge() const
    {
        for (const auto &[id, call] : std::vector(all)) // one may end while it is served
            call();
    }
};

KeychainUse keychainUseOf(ConsoleOptions::Keychain keychain)
{
    switch (keychain) {
    case ConsoleOptions::Keychain::Prefer:
        return KeychainUse::Prefer;
    case ConsoleOptions::Keychain::Require:
        return KeychainUse::Require;
    case ConsoleOptions::Keychain::Never:
        break;
    }
    return KeychainUse::Never;
}

// Measured when the first slot is made, on the store thread, and kept: a second or two, once.
std::function<crypto::Argon2Cost()> costOfThisMachine()
{
    return [known = std::optional<crypto::Argon2Cost>()]() mutable {
        if (!known)
            known = calibratedCost(secondsToDerive);
        return *known;
    };
}

class RunningDesk : public ConsoleDesk
{
public:
    RunningDesk(QUrl address, QUrl httpAddress, domain::DeviceId device, const ConsoleOptions &options)
        : keychain_(options.keychain == ConsoleOptions::Keychain::Never ? nullptr : std::make_unique<SystemKeychain>()),
          profile_(options.profileDir, device, worldFor(options)), bridge_([this] { shown(); }),
          ledger_(bridge_, profile_, teller()), vault_(bridge_, profile_, teller()),
          blobs_(std::make_unique<ConsoleBlobs>(bridge_, profile_, teller(), std::move(httpAddress), options.caFile)),
          wire_(std::make_unique<QtWire>(std::move(address), options.caFile,
                                         [tell = teller()](ports::WireEvent event) { tell(std::move(event)); })),
          browser_(std::make_unique<BrowserPort>(options.openBrowser, teller())),
          tokens_(options.token ? std::make_unique<TokenReader>(options.token, teller()) : nullptr),
          engine_({.device = std::move(device),
                   .deviceName = options.deviceName,
                   .appName = "Countersign",
                   .appVersion = COUNTERSIGN_VERSION},
                  {*wire_, ledger_, vault_, *blobs_, clock_, randomness_, *browser_, tokens_.get()},
                  [this](auto snapshot) { publish(std::move(snapshot)); })
    {
        bridge_.start();
    }

    ~RunningDesk() override
    {
        // What is under way reaches the disk, what was just typed too; what comes after it is refused by a closed
        // ledger.
        bridge_.toEngine([this] {
            ports::thisIsEngineThread();
            engine_.handle(desk::Command{0, desk::Lock{}});
            ledger_.close();
            vault_.lock();
            wire_->close();
            blobs_->abandon();
        });
        bridge_.stop();
        tokens_.reset();
        blobs_.reset();
        browser_.reset();
        wire_.reset();
    }

    void submit(desk::Command command) override { tell(std::move(command)); }

    [[nodiscard]] std::shared_ptr<const desk::DeskSnapshot> latest() const override { return mailbox_.latest(); }

    [[nodiscard]] desk::Subscription subscribe(std::function<void()> nudge) override
    {
        const auto id = ++subscribers_->last;
        subscribers_->all.emplace_back(id, std::move(nudge));
        return desk::Subscription([subscribers = subscribers_, id] {
            std::erase_if(subscribers->all, [&](const auto &one) { return one.first == id; });
        });
    }

private:
    [[nodiscard]] Tell teller()
    {
        return [this](engine::Event event) { tell(std::move(event)); };
    }

    void tell(engine::Event event)
    {
        bridge_.toEngine([this, happened = std::make_shared<engine::Event>(std::move(event))] {
            ports::thisIsEngineThread();
            engine_.handle(std::move(*happened));
        });
    }

    // The engine has done what there was.
    void shown()
    {
        ports::thisIsEngineThread();
        engine_.publish();
        const auto at = engine_.wakeAtMs();
        bridge_.wakeEngineIn(at ? std::optional(*at - clock_.monotonicMs()) : std::nullopt, [this] {
            ports::thisIsEngineThread();
            if (const auto due = engine_.wakeAtMs(); due && *due <= clock_.monotonicMs())
                engine_.handle(engine::Woken{});
        });
    }

    void publish(std::shared_ptr<const desk::DeskSnapshot> snapshot)
    {
        if (!mailbox_.put(std::move(snapshot)))
            return;
        Bridge::toQt(&receiver_, [this] {
            mailbox_.served();
            subscribers_->nudge();
        });
    }

    [[nodiscard]] ProfileWorld worldFor(const ConsoleOptions &options)
    {
        ProfileWorld world;
        world.vault.keychain = keychain_.get();
        world.vault.use = keychainUseOf(options.keychain);
        world.vault.cost = costOfThisMachine();
        world.vault.organisation = options.recoveryKey;
        world.nowMs = [] { return SystemClock().now().time_since_epoch().count(); };
        return world;
    }

    SystemClock clock_;
    SystemRandomness randomness_;
    Mailbox mailbox_;
    std::shared_ptr<Subscribers> subscribers_ = std::make_shared<Subscribers>();
    QObject receiver_; // lives in the gui thread
    std::unique_ptr<SystemKeychain> keychain_;
    Profile profile_; // the store thread's
    Bridge bridge_;
    StoreLedger ledger_;
    StoreVault vault_;
    std::unique_ptr<ConsoleBlobs> blobs_;
    std::unique_ptr<QtWire> wire_;
    std::unique_ptr<BrowserPort> browser_;
    std::unique_ptr<TokenReader> tokens_;
    engine::Engine engine_;
};

} // namespace

std::unique_ptr<ConsoleDesk> makeConsoleDesk(ConsoleOptions options)
{
    auto address = streamAddress(options.gatewayUrl);
    auto blobs = httpAddress(options.gatewayUrl);
    auto device = deviceAt(options.profileDir);
    if (!address || !blobs || !device)
        return nullptr;
    return std::make_unique<RunningDesk>(std::move(*address), std::move(*blobs), std::move(*device), options);
}

} // namespace countersign::console
