// What the console knows, as one immutable value. Parts that did not change are shared between snapshots, so a new
// snapshot is cheap and a pointer comparison tells what is new.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/instant.hpp"
#include "core/base/secret.hpp"
#include "core/desk/lock_cause.hpp"
#include "core/domain/finding.hpp"
#include "core/domain/item.hpp"
#include "core/domain/notice.hpp"
#include "core/domain/receipt.hpp"
#include "core/domain/refusal.hpp"
#include "core/domain/reviewer.hpp"
#include "core/domain/standing.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::desk
{

enum class SessionState { SignedOut, SigningIn, SignedIn, Locked };

// What the token in the reader means for the next signature.
struct TokenView {
    enum class State {
        Absent,        // or there is no reader
        Unusable,      // it has no key that can be used
        NotRegistered, // it is not this person's
        Ready          // its PIN signs, in place of the password
    };
    State state = State::Absent;
    std::string label;       // as it calls itself
    bool isRequired = false; // by the policy: no password signs
    bool hasOne = false;     // this person has registered one, whether it is here or not
    bool operator==(const TokenView &) const = default;
};

// The continuous period of signing.
struct SigningView {
    bool asksId = false;          // the next signature asks for the person's id beside the password
    std::optional<Instant> until; // while it lasts: when it ends by itself
    TokenView token{};
    bool operator==(const SigningView &) const = default;
};

struct SessionView {
    SessionState state = SessionState::SignedOut;
    std::optional<domain::Reviewer> reviewer;
    domain::DeviceId device;
    SigningView signing{};
    std::vector<domain::Cover> covers{};     // for whom this person may sign now
    std::vector<domain::Notice> notices{};   // to a supervisor, not yet seen; the oldest first
    std::optional<Instant> emergencyUntil{}; // break glass: what is shown is wider than what may be decided
    std::optional<LockCause> lockedBy{}; // while it is locked: what locked it, where this start of the program knows
    bool operator==(const SessionView &) const = default;
};

enum class LinkState { Offline, Connecting, Online };

// The gateway's log is not the one that this console saw before (G9). Nothing that it says counts, and nothing is sent.
struct ForkView {
    enum class Kind {
        Older,        // it has lost what it had: a copy of earlier was put back
        Rewritten,    // as long as it was, and another
        NotContinued, // longer, and another
        Silent        // it proved its log before, and does so no more
    };
    Kind kind = Kind::Older;
    Instant at;
    std::string file; // where both signed words are kept; empty while that is being written
    bool operator==(const ForkView &) const = default;
};

struct LinkView {
    LinkState state = LinkState::Offline;
    bool isOfflineByChoice = false;
    std::string organisation;  // of the gateway, once heard
    std::string closingReason; // the gateway's Bye reason or the wire's, a short code; empty while all is well
    std::optional<Instant> since;
    std::optional<Instant> retryAt;
    std::optional<std::int64_t> skewMs;
    std::optional<ForkView> fork{};
    bool operator==(const LinkView &) const = default;
};

using QueueRow = std::shared_ptr<const domain::ItemSummary>;

struct QueueView {
    std::vector<QueueRow> rows; // open items and those decided in this session, in the order of their arrival
    std::int64_t position = 0;  // of the stream
    bool isComplete = false;    // false until the gateway's first answer of this profile is stored
    std::set<domain::ItemId> unsignedEdits{}; // items that this person has edited and not decided
};

// What signing this verdict would mean, or why it is not offered.
struct VerdictOffer {
    domain::Verdict verdict = domain::Verdict::Approve;
    std::optional<domain::Refusal> refusal;
    domain::Meaning meaning = domain::Meaning::Approval;
    domain::LegalStatement legal; // shown above the credential and signed
    // What reviewing can still clear before it may be signed: "2 stop findings". Where there is a refusal, that counts.
    std::vector<domain::Refusal> needs{};
    bool operator==(const VerdictOffer &) const = default;
};

enum class BlobState {
    Loading,      // this machine's store is asked, then the gateway
    Here,         // `content` is set and hashes to its name
    NotHere,      // not kept on this machine, and there is no link; fetched when there is one
    Missing,      // the gateway has none of that name, or not for this person
    WrongContent, // what came does not hash to its name: it is not shown
    TooLarge,
    Unreachable // the transfer broke; fetched again with the next link, or when it is asked for again
};

struct BlobView {
    BlobState state = BlobState::Loading;
    std::shared_ptr<const Bytes> content; // null unless Here; the same pointer in every snapshot
    bool operator==(const BlobView &) const = default;
};

// What the automatic checks said of one edition of the draft. No finding never means that all is well.
struct FindingsView {
    std::uint64_t edition = 0; // 0: as the agent wrote it; else EditDraft::edition
    std::vector<domain::Finding> list;
};

// What was typed into an item and not signed, as the store kept it. Nobody else sees it.
struct KeptEdits {
    domain::Digest digest;                     // of the item as it was then
    std::optional<domain::EditedDraft> edited; // nothing: only the place was kept
    std::string place;                         // see KeepPlace
};

// One automatic check as a reader must know it: that it ran, in which version, and what it cannot know
// (clinical.md 9.3).
struct CheckView {
    std::string name, version, cannotKnow;
    bool operator==(const CheckView &) const = default;
};

struct OpenItemView {
    domain::ItemId id;
    std::shared_ptr<const domain::ItemSummary> summary;
    std::shared_ptr<const domain::Item> item; // null while it is being fetched
    std::optional<domain::Refusal> refusal;   // why it cannot be shown
    std::vector<VerdictOffer> offers;
    std::map<domain::Digest, BlobView> blobs; // those that FetchBlob asked for, until the item is closed
    Instant openedAt;
    std::vector<std::string>
        tierRules{}; // that set its tier: "policy", "agent-view", "irreversible", "gateway"
    std::shared_ptr<const FindingsView> findings{};                 // null: not checked yet
    std::map<domain::FindingId, domain::FindingView> resolutions{}; // what the reviewer said to them
    std::shared_ptr<const KeptEdits> kept{};                        // of this very item when it was opened; null: none
    std::shared_ptr<const KeptEdits> former{};   // of an earlier state of it: to be offered, never applied by itself
    std::uint64_t keptEdition = 0;               // the newest EditDraft::edition that is durable
    std::vector<domain::StatementId> mustSee{};  // before an approval, in the order of the draft
    std::set<domain::StatementId> seen{};        // of those
    std::vector<domain::StatementId> riskiest{}; // the riskiest first
    std::vector<CheckView> checks{};             // that were run
};

// One signed decision of this device, as its own store holds it.
struct DecisionView {
    domain::DecisionId id;
    domain::ItemId item;
    std::string itemTitle;
    domain::Phi<std::string> patientName; // "FAMILY, Given"
    domain::WorkflowId workflow;
    domain::Tier tier = domain::Tier::Moderate;
    domain::Standing standing = domain::Standing::Stored;
    std::shared_ptr<const domain::DecisionStatement> statement;
    std::string digest; // of the compact JWS
    std::optional<domain::Receipt> receipt;
    std::optional<Instant> releaseAt; // end of the hold window
    bool isRetractable = false;
};

// This device's decisions, oldest first, and those of others that the stream told of.
struct HistoryView {
    std::vector<std::shared_ptr<const DecisionView>> own;
    std::vector<QueueRow> others; // rows whose decision is somebody else's
    std::size_t unconfirmed = 0;  // own, not yet Confirmed, Held, Superseded or Refused
};

// The answer to one command: nothing refused means done.
struct Reply {
    std::uint64_t command = 0;
    std::optional<domain::Refusal> refusal;
    domain::DecisionId decision; // of Decide and Retract
    bool operator==(const Reply &) const = default;
};

// What a person has set for themselves (KeepPersonal), by name.
using Personal = std::map<std::string, std::string>;

// How the profile of whoever is signed in is opened.
struct KeysView {
    bool hasRecoveryCode = false;
    bool needsKeychain = false;                     // false: the password alone opens
    std::shared_ptr<const SecretBytes> offeredCode; // to be written down; null: none is on offer
    bool operator==(const KeysView &) const = default;
};

struct DeskSnapshot {
    std::uint64_t version = 0;
    SessionView session;
    LinkView link;
    KeysView keys;
    std::shared_ptr<const QueueView> queue;
    std::shared_ptr<const OpenItemView> open; // null: nothing is open
    std::shared_ptr<const HistoryView> history;
    std::shared_ptr<const Personal> personal{}; // null: nobody is signed in
    std::vector<Reply> replies;                 // the newest 64, oldest first
};

} // namespace countersign::desk
