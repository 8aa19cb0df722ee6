// What a person did at a desk, or tried to, beside deciding: the events of the audit trail. IHE BALP's minimal
// pattern: ids and codes alone; no name, no diagnosis, no searched text, no word of a document.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::domain
{

using TrailId = StrongId<struct TrailTag>; // UUIDv7, of an audit trail

enum class AuditKind {
    TrailBegun,    // the first event of a trail, made by itself
    SignedIn,      // the password was right and the store is open
    SignInRefused, // `who` is who was claimed; `detail` the refusal
    SignedOut,
    Locked, // `detail`: what locked it
    Unlocked,
    UnlockRefused,
    ItemViewed,   // an item's draft came to the screen
    SourceViewed, // a source of the open item was looked at; `source` says which
    HistoryViewed,
    Searched, // that a search was made; never for what
    Printed,
    Exported,
    Copied, // to the clipboard
    AccessRefused,
    SignatureRefused, // a signature was asked for and not given; `detail` the refusal
    EmergencyBegun,   // break glass; `detail` the reason's code
    EmergencyEnded,
    LogForked,  // the gateway's log is not the one that was seen before
    ItemServed, // by the gateway, to a console
    RecordErased
};

[[nodiscard]] std::string_view name(AuditKind value); // its word; read back by parse (names.hpp)

struct AuditEvent {
    AuditKind kind = AuditKind::TrailBegun;
    bool isDone = true; // false: it was tried and refused
    ReviewerId who{};   // empty: nobody is signed in
    Instant at{};
    ItemId item{};       // may be empty, as may the rest
    PatientId patient{}; // one event for each patient
    SourceId source{};
    std::string detail{}; // a code of ours, `isAuditDetail`
    bool operator==(const AuditEvent &) const = default;
};

// `detail` of a SignatureRefused or UnlockRefused after which wrong credentials cost time: once, when it begins
//
inline constexpr std::string_view tooManyAttempts = "too-many-attempts";

// Why somebody breaks glass, as the code that the trail has.
inline constexpr std::array<std::string_view, 3> emergencyReasons{"emergency-treatment", "cover-for-colleague",
                                                                  "patient-safety"};

// Up to 40 of a-z, 0-9 and '-': a code, so that no free text can come into a trail.
[[nodiscard]] bool isAuditDetail(std::string_view text);

// An event in its trail. A trail belongs to one person's store at one device and has no gaps; it ends only with that
// store. Where a store had to be built anew, another trail begins.
struct AuditEntry {
    TrailId trail;
    DeviceId device;
    std::int64_t seq = 0; // from 0
    Digest prev;          // of the entry before, in canonical form; empty at 0
    AuditEvent event;
    bool operator==(const AuditEntry &) const = default;
};

} // namespace countersign::domain
