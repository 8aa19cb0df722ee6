// A wire of which a test holds the other end: what the engine says is collected as messages, what the test says comes
// in as events.
#pragma once

#include "core/ports/wire.hpp"
#include "core/protocol/messages.hpp"
#include "tests/support/fake_ledger.hpp"

#include <deque>

namespace countersign::support
{

class ScriptedWire : public ports::Wire
{
public:
    explicit ScriptedWire(Emit emit) : emit_(std::move(emit)) {}

    enum class Reach { Open, Unreachable, Silent }; // what connect meets
    Reach reach = Reach::Open;
    bool isFull = false; // send takes nothing
    int connects = 0;

    std::deque<std::string> sent; // by the engine, oldest first; the test takes them
    [[nodiscard]] bool isOpen() const { return isOpen_; }

    void connect() override
    {
        ++connects;
        if (reach == Reach::Silent)
            return;
        if (reach == Reach::Unreachable)
            return emit_(ports::WireEvent(ports::WireClosed{ports::WireClosed::Cause::Unreachable}));
        isOpen_ = true;
        emit_(ports::WireEvent(ports::WireOpened{}));
    }
    [[nodiscard]] bool send(std::string text) override
    {
        if (isFull || !isOpen_)
            return !isOpen_;
        sent.push_back(std::move(text));
        return true;
    }
    void close() override { cut(ports::WireClosed::Cause::Closed); }

    // The test's end.
    void say(const protocol::Message &message)
    {
        if (isOpen_)
            emit_(ports::WireEvent(ports::WireText{protocol::encodeMessage(message)}));
    }
    void sayText(std::string text)
    {
        if (isOpen_)
            emit_(ports::WireEvent(ports::WireText{std::move(text)}));
    }
    void cut(ports::WireClosed::Cause cause = ports::WireClosed::Cause::Closed)
    {
        isOpen_ = false;
        sent.clear();
        emit_(ports::WireEvent(ports::WireClosed{cause}));
    }

private:
    Emit emit_;
    bool isOpen_ = false;
};

} // namespace countersign::support
