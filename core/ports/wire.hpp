// The link to the gateway: text frames out, WireEvents in. Asked on the engine thread, answered by events there.
#pragma once

#include "core/ports/thread_role.hpp"

#include <string>
#include <variant>

namespace countersign::ports
{

struct WireOpened {
};
struct WireText {
    std::string text;
};
struct WireClosed {
    enum class Cause { Closed, Unreachable, CertificateRefused, TooLarge, Timeout, Protocol };
    Cause cause = Cause::Closed;
};
using WireEvent = std::variant<WireOpened, WireText, WireClosed>;

class Wire
{
public:
    virtual ~Wire() = default;
    // To the gateway that the composition named. Answered by WireOpened or WireClosed.
    virtual void connect() ENGINE_ONLY = 0;
    // Frames keep their order. False: the queue is full (back-pressure); nothing was taken.
    [[nodiscard]] virtual bool send(std::string text) ENGINE_ONLY = 0;
    // Idempotent; answered by WireClosed unless it was closed already.
    virtual void close() ENGINE_ONLY = 0;
};

} // namespace countersign::ports
