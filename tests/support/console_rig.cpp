#include "tests/support/console_rig.hpp"

#include <algorithm>

namespace countersign::support
{
namespace
{

Bytes seedBytes(std::uint64_t seed)
{
    SeededDice dice(seed);
    Bytes bytes(32);
    dice.fill(bytes);
    return bytes;
}

} // namespace

desk::Password password(std::string_view text)
{
    return std::make_shared<SecretBytes>(SecretBytes::copyOf(asBytes(text)));
}

Emit ConsoleRig::emitter()
{
    return [this](engine::Event event) { events_.push_back(std::move(event)); };
}

ConsoleRig::ConsoleRig(ConsoleDisk &disk, FakeClock &clock, std::uint64_t seed, std::string device)
    : wire(emitter()), ledger(disk.ledger, emitter()),
      vault(disk.vault, domain::DeviceId{device}, seedBytes(seed), emitter()), blobs(disk.blobs, emitter()),
      signOn(emitter()), tokens(emitter()), clock_(clock), dice_(seed),
      shown_(std::make_shared<const desk::DeskSnapshot>()),
      engine_(
          {.device = domain::DeviceId{device}, .deviceName = "Test desk", .appName = "Countersign", .appVersion = "1"},
          {wire, ledger, vault, blobs, clock_, dice_, signOn, &tokens},
          [this](auto snapshot) { shown_ = std::move(snapshot); })
{
    engine_.publish();
}

bool ConsoleRig::happenOnce()
{
    if (events_.empty())
        return false;
    auto event = std::move(events_.front());
    events_.pop_front();
    engine_.handle(std::move(event));
    engine_.publish();
    return true;
}

void ConsoleRig::settle(const std::function<void()> &meanwhile)
{
    if (meanwhile)
        meanwhile();
    while (happenOnce())
        if (meanwhile)
            meanwhile();
}

void ConsoleRig::wakeIfDue()
{
    if (const auto at = engine_.wakeAtMs(); at && *at <= clock_.monotonicMs())
        events_.push_back(engine::Woken{});
}

std::uint64_t ConsoleRig::submit(desk::Request request)
{
    events_.push_back(desk::Command{++lastCommand_, std::move(request)});
    return lastCommand_;
}

std::optional<desk::Reply> ConsoleRig::replyTo(std::uint64_t command) const
{
    const auto found = std::ranges::find(shown_->replies, command, &desk::Reply::command);
    return found == shown_->replies.end() ? std::nullopt : std::optional(*found);
}

} // namespace countersign::support
