// The life of the console's link to its gateway: one state, one step. It never gives up: whatever ends a link leads to
// the next try, with full jitter (reliability.md 5.4, 7). Pure; time and chance are arguments, in milliseconds that run
// in suspend and never go back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countersign::sync
{

namespace link
{

struct Offline { // nobody is signed in, or they chose so
    bool operator==(const Offline &) const = default;
};
struct Waiting { // between two tries
    std::int64_t untilMs = 0;
    bool operator==(const Waiting &) const = default;
};
struct Connecting {
    bool operator==(const Connecting &) const = default;
};
struct Greeting { // ClientHello is said
    bool operator==(const Greeting &) const = default;
};
struct SigningIn {
    bool operator==(const SigningIn &) const = default;
};
struct Enrolling {
    bool operator==(const Enrolling &) const = default;
};
struct Following {
    bool operator==(const Following &) const = default;
};
struct Closing { // the wire has been told; its answer decides what is next
    bool isWanted = true;
    bool isPatient = false;
    bool operator==(const Closing &) const = default;
};

} // namespace link

using LinkState = std::variant<link::Offline, link::Waiting, link::Connecting, link::Greeting, link::SigningIn,
                               link::Enrolling, link::Following, link::Closing>;

struct Link {
    LinkState state;
    int failures = 0;               // tries in a row that did not come to Following
    std::int64_t heardMs = 0;       // when the other side was last heard, or the try began
    bool hasProbed = false;         // in this silence
    std::string closingReason = {}; // why the last link ended; empty while all is well
    bool operator==(const Link &) const = default;
};

namespace link
{

struct Want {
};
struct Unwant {
};
struct WireOpen {
};
struct WireEnd {
    std::string reason;
};
struct Heard { // any frame
};
struct Greeted { // a ServerHello that suits us
};
struct Admitted {
    bool isEnrolled = true;
};
struct Enrolled {
};
// This side ends the link, or the other one said Bye. Patient: what is wrong will not be right in a second.
struct Drop {
    std::string reason;
    bool isPatient = false;
};
struct Tick {
};

} // namespace link

using LinkEvent = std::variant<link::Want, link::Unwant, link::WireOpen, link::WireEnd, link::Heard, link::Greeted,
                               link::Admitted, link::Enrolled, link::Drop, link::Tick>;

enum class LinkEffect { Connect, Close, SayHello, Authenticate, Enrol, Follow, Probe };

struct Chance {
    std::int64_t nowMs = 0;
    double random = 0; // [0, 1)
};

struct LinkStep {
    Link next;
    std::vector<LinkEffect> effects;
    bool operator==(const LinkStep &) const = default;
};

// An event that has no place in a state changes nothing, but for handshake answers out of order, which drop the link.
[[nodiscard]] LinkStep step(Link link, const LinkEvent &event, const Chance &chance);

// When a Tick is due; nothing: not before something else happens.
[[nodiscard]] std::optional<std::int64_t> wakeAtMs(const Link &link);

[[nodiscard]] bool isFollowing(const Link &link);

} // namespace countersign::sync
