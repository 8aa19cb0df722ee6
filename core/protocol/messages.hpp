// The console's stream: every message that console and gateway exchange over wss://HOST/v1/stream, subprotocol
// countersign.v1 (contract, stream.md). One JSON object a text frame; "type" names the message; unknown members are
// ignored, unknown types close the link. Both ends encode and decode with this one file.
//
//   console                                gateway
//   ClientHello                ───────▶
//                              ◀───────   ServerHello | Bye
//   SignIn | Resume            ───────▶
//                              ◀───────   SignedIn | SignInRefused
//   Enrol (after SignIn, once) ───────▶
//                              ◀───────   Enrolled | SignInRefused
//   Follow{position}           ───────▶
//                              ◀───────   Changes… | SnapshotBegin SnapshotRows… SnapshotEnd, then Changes as they come
//   Stored{position}           ───────▶   (opens the window: at most `changeWindow` batches are under way)
//   FetchItem                  ───────▶
//                              ◀───────   ItemPart… | ItemMissing, then ItemFindings where they were asked for
//   SubmitDecision             ───────▶
//                              ◀───────   DecisionReceipt (again the very same one for a repeat)
//   SubmitEvents               ───────▶
//                              ◀───────   EventsReceived
//   ProveLog                   ───────▶   (from a gateway that says it `provesLog`)
//                              ◀───────   LogProved
//   ProveSigning               ───────▶   (where the gateway names an issuer)
//                              ◀───────   SigningProved
//   BeginEmergency, EndEmergency ─────▶   (break glass)
//                              ◀───────   EmergencyView, then a snapshot as wide as it says
//   ReplaceKey                 ───────▶
//                              ◀───────   KeyReplaced
//   EnrolToken                 ───────▶   (to a gateway that says it `takesTokens`)
//                              ◀───────   TokenEnrolled
//                              ◀───────   Notices, to a supervisor's console that `takesNotices`
//   SeeNotice                  ───────▶
//                              ◀───────   LockDesk
//   Ping / Pong either way
#pragma once

#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/item.hpp"
#include "core/domain/notice.hpp"
#include "core/domain/reviewer.hpp"
#include "core/protocol/wire_error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countersign::protocol
{

inline constexpr std::int64_t protocolVersion = 1;

// --- console to gateway ---

struct ClientHello {
    std::int64_t protocolMin = protocolVersion, protocolMax = protocolVersion;
    std::string appName, appVersion;
    domain::DeviceId device;
    bool takesNotices = false; // Notices
    bool operator==(const ClientHello &) const = default;
};
// The password travels inside TLS only; a plain link is accepted on loopback alone. The sender wipes its own copy.
struct SignIn {
    domain::ReviewerId user;
    std::string password;  // empty where there is a token
    std::string idToken{}; // of the issuer that ServerHello names, for this link's nonce; empty: none
    bool operator==(const SignIn &) const = default;
};
// Proof of an enrolled device key over the gateway's nonce: signature of "countersign-link/1\n" + nonce + "\n" + user.
struct Resume {
    domain::ReviewerId user;
    domain::KeyId kid;
    std::string signature; // base64url
    bool operator==(const Resume &) const = default;
};
// The new device key, after SignIn; the proof is made as in Resume.
struct Enrol {
    std::string publicKey; // base64url, JWK "x"
    std::string deviceName;
    std::string signature;
    bool operator==(const Enrol &) const = default;
};
struct Follow {
    std::int64_t position = 0; // the last change that the console has stored; 0: nothing
    bool operator==(const Follow &) const = default;
};
struct Stored {
    std::int64_t position = 0;
    bool operator==(const Stored &) const = default;
};
struct FetchItem {
    domain::ItemId itemId;
    bool wantsFindings = false; // then ItemFindings follows the parts, from a gateway that checks on receipt
    bool operator==(const FetchItem &) const = default;
};
struct SubmitDecision {
    std::string jws;      // compact
    std::string rendered; // displayModelBytes: what renderedDigest names
    bool operator==(const SubmitDecision &) const = default;
};

// The next entries of an audit trail (core/protocol/audit_codec), in order; those that the gateway has it takes again.
struct SubmitEvents {
    domain::TrailId trail;
    std::vector<std::string> events;
    bool operator==(const SubmitEvents &) const = default;
};
// A signed checkpoint of the log as it is now, with proofs that it carries on from those that this console saw: of the
// log of decisions at each of `sizes`, of the log of records at `recordSize`. 0: nothing was seen yet.
struct ProveLog {
    std::vector<std::int64_t> sizes;
    std::int64_t recordSize = 0;
    bool operator==(const ProveLog &) const = default;
};

// A fresh token of the issuer for one signature: its nonce is the statement's auth.nonce. Before the decision.
struct ProveSigning {
    domain::Digest nonce;
    std::string idToken;
    bool operator==(const ProveSigning &) const = default;
};
// Break glass: the person asks to see what the role does not show, for a reason that is a code.
struct BeginEmergency {
    std::string reason;
    bool operator==(const BeginEmergency &) const = default;
};
struct EndEmergency {
    bool operator==(const EndEmergency &) const = default;
};
// The key that takes over, vouched for by the one of this link: its signature over nextKeyBytes.
struct ReplaceKey {
    std::string publicKey; // base64url, JWK "x"
    std::string vouching;  // base64url
    bool operator==(const ReplaceKey &) const = default;
};
// The key of a token that the person carries. Its proof is its signature over tokenLinkBytes, made with the PIN on this
// very link; the vouching is that of this link's device key over tokenKeyBytes, made with the person's password.
struct EnrolToken {
    std::string publicKey;       // base64url, JWK "x"
    std::string label;           // as the token calls itself
    std::string proof, vouching; // base64url
    bool operator==(const EnrolToken &) const = default;
};

// A supervisor has seen that notice; it is not told again.
struct SeeNotice {
    std::int64_t number = 0;
    bool operator==(const SeeNotice &) const = default;
};

// --- gateway to console ---

// Where people are signed in by browser (RFC 8252): this gateway's client there. No secret.
struct Issuer {
    std::string issuer, clientId, authorizationEndpoint, tokenEndpoint, scope;
    std::vector<std::int64_t> ports; // of the loopback redirect; empty: any
    std::vector<std::string> acr;    // demanded at a signature
    std::string stepUp;              // signatures that take a fresh sign-in: "never", "first", "each"
    bool operator==(const Issuer &) const = default;
};

struct ServerHello {
    std::string gatewayId; // the decisions' `aud`
    std::string organisation;
    std::string version;
    std::int64_t protocol = protocolVersion;
    std::string nonce;        // base64url, 32 bytes, fresh for each link
    Instant now;              // for the skew
    std::string gatewayKey;   // base64url "x" of the key that signs receipts
    bool takesEvents = false; // SubmitEvents
    bool provesLog = false;   // ProveLog
    bool breaksGlass = false; // BeginEmergency
    bool takesTokens = false; // EnrolToken
    std::optional<Issuer> issuer{};
    bool operator==(const ServerHello &) const = default;
};
struct SignedIn {
    domain::Reviewer reviewer;
    domain::KeyId kid; // the device's enrolled key; empty: none yet, Enrol is next
    domain::PolicyRef policy;
    // Opens GET /v1/blobs/{digest}?item={itemId} ("Authorization: Bearer …") for as long as this link stands, and no
    // other call. Empty: the gateway serves no blobs to consoles.
    std::string session;
    // policy.json in its canonical form, the bytes that `policy` names by their digest. Empty: an older gateway's.
    std::string policyDocument;
    std::string tokenKey;                // base64url "x" of the token that this person has registered; empty: none
    std::vector<domain::Cover> covers{}; // for whom this person may sign
    bool operator==(const SignedIn &) const = default;
};
struct Enrolled {
    domain::KeyId kid;
    bool operator==(const Enrolled &) const = default;
};
struct SignInRefused {
    std::string rule; // "wrong-credentials", "disabled", "too-many-attempts", "unknown-key", "revoked-key", "bad-proof"
    std::int64_t retryAfterSeconds = 0;
    bool operator==(const SignInRefused &) const = default;
};
struct QueueChange {
    std::int64_t seq = 0;    // gateway-assigned, gap-free over the whole queue
    domain::ItemSummary row; // the item as it is after the change; a closed state takes it off the queue
    bool operator==(const QueueChange &) const = default;
};
// Everything that happened after `from` and up to `to`, less what this person may not see: so the positions are
// gap-free although the entries need not be.
struct Changes {
    std::int64_t from = 0, to = 0;
    std::vector<QueueChange> entries;
    bool operator==(const Changes &) const = default;
};
// The gateway no longer holds that far back, or the console has nothing: the console collects the rows and swaps
// them in when SnapshotEnd comes.
struct SnapshotBegin {
    std::int64_t position = 0;
    bool operator==(const SnapshotBegin &) const = default;
};
struct SnapshotRows {
    std::vector<domain::ItemSummary> rows;
    bool operator==(const SnapshotRows &) const = default;
};
struct SnapshotEnd {
    std::int64_t position = 0;
    std::int64_t count = 0;
    bool operator==(const SnapshotEnd &) const = default;
};
// One part of the item's canonical bytes, cut at a code point; index counts from 0.
struct ItemPart {
    domain::ItemId itemId;
    std::int64_t revision = 1;
    std::int64_t index = 0, count = 1;
    std::string text;
    bool operator==(const ItemPart &) const = default;
};
struct ItemMissing {
    domain::ItemId itemId;
    bool operator==(const ItemMissing &) const = default;
};
// What the automatic checks said of the item when the gateway took it, the worst first, as far as it fits one message.
struct ItemFindings {
    domain::ItemId itemId;
    std::int64_t revision = 1;
    std::int64_t total = 0;
    std::vector<domain::Finding> findings;
    bool operator==(const ItemFindings &) const = default;
};
struct DecisionReceipt {
    domain::DecisionId decisionId;
    std::string receipt; // compact JWS
    bool operator==(const DecisionReceipt &) const = default;
};

// How far the gateway has that trail, with its receipt (core/audit/trail_receipt) where anything was taken. Less than
// was sent: it wants the trail from there.
struct EventsReceived {
    domain::TrailId trail;
    std::int64_t nextSeq = 0;
    std::string receipt; // compact JWS
    bool operator==(const EventsReceived &) const = default;
};
struct LogProved {
    std::string checkpoint;                          // compact JWS (core/audit/checkpoint)
    std::vector<std::vector<domain::Digest>> proofs; // for each of the sizes, in their order
    std::vector<domain::Digest> recordProof;
    bool operator==(const LogProved &) const = default;
};

// What the issuer said of the person; the statement has to say the same. `rule`: why not; empty: it is so.
struct SigningProved {
    domain::Digest nonce;
    std::string rule;
    std::optional<Instant> authTime;
    std::string acr;
    bool operator==(const SigningProved &) const = default;
};
// Until when the wider view is open; without it: it is closed, by what `rule` says, or because it was asked.
struct EmergencyView {
    std::optional<Instant> until;
    std::string rule;
    bool operator==(const EmergencyView &) const = default;
};
struct KeyReplaced {
    domain::KeyId kid;
    std::string rule; // why not; empty: it is registered
    bool operator==(const KeyReplaced &) const = default;
};
struct TokenEnrolled {
    domain::KeyId kid;
    std::string rule; // why not; empty: it is registered, and the one before is revoked
    bool operator==(const TokenEnrolled &) const = default;
};
// All that this supervisor has not seen, the oldest first; the newest of them where there are too many.
struct Notices {
    std::vector<domain::Notice> notices;
    bool operator==(const Notices &) const = default;
};
// Somebody who may has asked that this desk be locked, now.
struct LockDesk {
    bool operator==(const LockDesk &) const = default;
};

// --- either way ---

struct Ping {
    bool operator==(const Ping &) const = default;
};
struct Pong {
    Instant now;
    bool operator==(const Pong &) const = default;
};
// The last word before closing; the other side shows it.
struct Bye {
    std::string
        reason; // "versions", "protocol", "slow-reader", "shutting-down", "rights-changed", "replaced", "limits"
    std::string detail; // one plain sentence without clinical text
    bool operator==(const Bye &) const = default;
};

using Message =
    std::variant<ClientHello, SignIn, Resume, Enrol, Follow, Stored, FetchItem, SubmitDecision, SubmitEvents, ProveLog,
                 ProveSigning, BeginEmergency, EndEmergency, ReplaceKey, EnrolToken, SeeNotice, ServerHello, SignedIn,
                 Enrolled, SignInRefused, Changes, SnapshotBegin, SnapshotRows, SnapshotEnd, ItemPart, ItemMissing,
                 ItemFindings, DecisionReceipt, EventsReceived, LogProved, SigningProved, EmergencyView, KeyReplaced,
                 TokenEnrolled, Notices, LockDesk, Ping, Pong, Bye>;

[[nodiscard]] std::string encodeMessage(const Message &message);
[[nodiscard]] Result<Message, WireError> decodeMessage(std::string_view frame);

// A row by itself, for the stores of both ends.
[[nodiscard]] std::string summaryBytes(const domain::ItemSummary &row);
[[nodiscard]] Result<domain::ItemSummary, WireError> readSummary(std::string_view bytes);

// What the key that goes signs for the one that takes over; `kid` is the new one's.
[[nodiscard]] std::string nextKeyBytes(const domain::KeyId &kid);
// What the device key signs for a token's key, and what that token signs to prove itself on a link.
[[nodiscard]] std::string tokenKeyBytes(const domain::KeyId &kid);
[[nodiscard]] std::string tokenLinkBytes(std::string_view nonce, const domain::ReviewerId &user);
// What the device key signs to prove itself on a link.
[[nodiscard]] std::string linkProofBytes(std::string_view nonce, const domain::ReviewerId &user);

} // namespace countersign::protocol
