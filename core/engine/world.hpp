// Everything that the console knows, as values. Steps change it in place, because it is large and nobody else holds it;
// they touch nothing else, and list what they want done as effects.
#pragma once

#include "core/access/attempts.hpp"
#include "core/access/session.hpp"
#include "core/access/signing_session.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/checks/queue_print.hpp"
#include "core/desk/snapshot.hpp"
#include "core/engine/card.hpp"
#include "core/engine/effect.hpp"
#include "core/engine/own_decisions.hpp"
#include "core/engine/rows.hpp"
#include "core/engine/uuid.hpp"
#include "core/ports/tokens.hpp"
#include "core/sync/fetch.hpp"
#include "core/sync/follow.hpp"
#include "core/sync/link.hpp"
#include "core/sync/outbox.hpp"
#include "core/sync/trail.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::engine
{

// What the composition says once.
struct Setup {
    domain::DeviceId device;
    std::string deviceName;
    std::string appName, appVersion;
};

// A person on the way in, from the command to its answer.
struct Entering {
    enum class Stage {
        OpeningVault,
        AskingGateway,   // there is no profile, or none that the gateway knows: it must accept the password
        MakingProfile,   // the vault makes keys
        EnrollingDevice, // the gateway hears of them
        OpeningLedger
    };
    std::uint64_t command = 0;
    domain::ReviewerId user;
    desk::Password password;
    Stage stage = Stage::OpeningVault;
    desk::Password recoveryCode{}; // null: the password opens, or a profile is made
    bool byIssuer = false;         // the issuer says who it is, in the browser
    bool isNewProfile = false;     // made on this way in: a recovery code is offered at its end
};

// What a person asked of their keys, until the vault answers.
struct KeyChange {
    enum class Kind { MakingCode, KeepingCode, ChangingPassword, RenewingKey, EnrollingToken };
    std::uint64_t command = 0;
    std::uint64_t request = 0;
    Kind kind = Kind::MakingCode;
    domain::KeyId newKid{}; // while the gateway hears of it
    // Of a token, until it has spoken, the device's key has vouched for it, and the gateway has heard of both.
    desk::Password password{};
    ports::AuthenticatorIdentity token{};
    std::string proof{};
};

// The token in the reader, whoever sits at the desk.
struct Reader {
    std::optional<ports::AuthenticatorIdentity> token; // nothing: none, or none that can be used
    bool isUnusable = false;
    std::uint64_t request = 0; // under way; 0: none
    std::int64_t dueAtMs = 0;  // of it
};

// Break glass.
struct Emergency {
    std::string reason;
    std::uint64_t command = 0;    // not answered yet; 0: it is
    std::optional<Instant> until; // the wider view is open
};

struct Identity {
    domain::ReviewerId user;
    domain::DeviceId device;
    domain::KeyId kid;
    std::array<std::uint8_t, 32> publicKey{};
};

// What the automatic checks said of the open draft, and what the reviewer did about it.
struct Examination {
    using Findings = std::shared_ptr<const desk::FindingsView>;
    Findings ofAgents;                           // null: not checked yet
    std::shared_ptr<const domain::Draft> edited; // null: the draft is as the agent wrote it
    std::uint64_t edition = 0;                   // of `edited`
    Findings ofEdited;                           // null: not checked since the last change
    Findings shown;                              // the newest of them
    std::optional<std::int64_t> dueAtMs;         // on the monotonic clock
    std::vector<domain::FindingId> everShown;    // in the order in which they came up
    std::map<domain::FindingId, domain::FindingView> resolutions;
};

// What is typed into the open item on its way to the disk.
struct Keeping {
    std::string place;
    bool isOver = false;                                 // decided, or the item has ended: nothing more is kept
    std::shared_ptr<const desk::KeptEdits> kept, former; // as they were found when the item was opened
    std::optional<std::int64_t> dueAtMs;                 // on the monotonic clock; nothing: all is asked to be kept
    std::int64_t unkeptSinceMs = 0;
    std::uint64_t ticket = 0;        // of the newest storing
    std::uint64_t askedEdition = 0;  // that it stored
    std::uint64_t storedTicket = 0;  // the newest that is durable
    std::uint64_t storedEdition = 0; // that it stored
};

struct OpenItem {
    enum class Stage { Loading, Fetching, Shown, Failed };
    domain::ItemId id;
    Stage stage = Stage::Loading;
    Instant openedAt;
    std::shared_ptr<const domain::Item> item;
    std::optional<domain::Refusal> refusal;
    std::map<domain::Digest, desk::BlobView> blobs;               // asked for
    std::map<domain::SourceId, std::int64_t> secondsAt;           // source → how long it was looked at
    std::map<domain::SourceId, std::set<std::int64_t>> pagesAt{}; // the pages that were on the screen
    Examination examination{};
    std::vector<domain::StatementId> mustSee{};
    std::set<domain::StatementId> seen{}; // of those
    Keeping keeping{};
};

// Where the reviewer was when the desk was locked or left: the same person comes back there.
struct LeftOpen {
    domain::ReviewerId user;
    domain::ItemId item;
};

// The one decision that is being signed and appended: the chain has one end.
struct Signing {
    enum class Stage {
        AwaitingIssuer, // the browser is open
        AwaitingProof,  // the gateway judges what came of it
        AwaitingToken,  // the token signs
        AwaitingSignature,
        Appending,
        Recovering // the ledger could not say that it holds it: it is reopened and asked what it has
    };
    std::uint64_t command = 0;
    std::uint64_t request = 0;
    Stage stage = Stage::AwaitingSignature;
    std::shared_ptr<domain::DecisionStatement> statement;
    std::string signingInput, rendered;
    desk::Password password;                  // until the vault has it; or the PIN, until the token has it
    std::optional<ports::CarriedWord> word{}; // once it has spoken
    desk::QueueRow row;                       // as it was decided
    std::string jws;
    access::SigningSession session; // once the password has proved to be right
    domain::RefusalCode failure = domain::RefusalCode::LedgerFailed;
};

// The audit trail of this store, and what happened while none was open.
struct AuditTrail {
    struct Asked { // of the ledger, not answered yet
        domain::TrailId trail;
        std::int64_t seq = 0;
        domain::AuditEvent event;
    };
    ports::TrailEnd end; // with what was asked of the ledger; `acknowledged` is sync's
    sync::Trail sync;
    std::deque<domain::AuditEvent> waiting; // for a store
    std::deque<Asked> unrecorded;
    std::vector<std::pair<std::int64_t, domain::Digest>> inFlight; // sent, not receipted
    std::set<domain::SourceId> seenSources;                        // of the item that is open
};

// What this console remembers of the gateway's log, and what it demands of it before anything counts as confirmed.
struct Witness {
    struct Asked { // one question at a time
        std::vector<std::int64_t> sizes;
        std::vector<domain::DecisionId> receipts; // whose heads the sizes are, after one for what is believed
    };
    std::optional<audit::Checkpoint> believed; // the ledger has it
    std::string believedText;                  // as the gateway signed it
    std::vector<domain::DecisionId> waiting;   // receipts that hold, and whose log is not proved yet
    std::optional<Asked> asked;
    std::optional<desk::ForkView> fork; // the gateway contradicted itself: no link until a person asks for one
    bool isHeld = false;
};

enum class LedgerState { Closed, Opening, Open };

struct World {
    Setup setup;

    access::Session session;
    access::Attempts attempts;
    access::SigningSession signingSession;
    std::optional<desk::LockCause> lockedBy; // while locked
    std::optional<Entering> entering;
    int staleVaultAnswers = 0; // of openings that were given up
    std::optional<Identity> identity;
    desk::KeysView keys;
    std::optional<KeyChange> keyChange;
    std::optional<Card> card;
    std::shared_ptr<const policy::PolicyDocument> rules; // of the card; null: not known here

    sync::Link link;
    bool isOfflineByChoice = false;
    std::optional<protocol::ServerHello> hello; // of this link
    std::string httpSession;                    // what opens the gateway's HTTP calls during this link; may be empty
    std::optional<std::int64_t> skewMs;         // the gateway's clock less ours, as last heard in this session
    std::optional<Instant> linkedSince;
    std::uint64_t proofRequest = 0;  // under way; 0: none
    std::uint64_t issuerRequest = 0; // the same, of the browser
    std::optional<Emergency> emergency;
    Reader reader;
    std::vector<domain::Notice> notices; // to a supervisor, from the gateway, not yet seen

    LedgerState ledger = LedgerState::Closed;
    int ledgerFailures = 0;                       // in a row
    std::optional<std::int64_t> reopenLedgerAtMs; // after a failure
    bool isQuarantined = false;
    std::int64_t nextSeq = 0;
    domain::Digest head;

    Rows rows;
    bool isQueueComplete = false;
    sync::Follow follow;
    std::deque<desk::QueueRow> others; // decided by somebody else, oldest first

    sync::Fetches fetches;
    std::set<domain::ItemId> prefetching;
    std::optional<OpenItem> open;
    std::optional<LeftOpen> left;
    std::map<domain::ItemId, bool> drafts;          // with something unsigned; true: edits, false: a place alone
    std::shared_ptr<const desk::Personal> personal; // what this person has set for themselves
    std::uint64_t lastTicket = 0;
    std::deque<checks::QueuePrint> prints; // of the items read in this session, the newest last: no text

    OwnDecisions own;
    sync::Outbox outbox;
    std::optional<Signing> signing;
    AuditTrail trail;
    Witness witness;

    std::deque<desk::Reply> replies; // the newest 64
    std::uint64_t lastRequest = 0;
};

// What a step is given besides the world: the time, and chance.
struct Moment {
    Instant now;
    std::chrono::minutes offset{0}; // of the local zone
    std::int64_t monotonicMs = 0;
    Dice dice{};
};

// Which parts of the snapshot have to be made anew.
struct Changed {
    bool any = false, queue = false, open = false, history = false;
};

// One event on its way through the world.
struct Turn {
    World &world;
    Effects &effects;
    Changed &changed;
    const Moment &moment;
};

} // namespace countersign::engine
