// The steps by which an event goes through the world, by subject: one file each. All are pure but for the turn that
// they are given.
#pragma once

#include "core/crypto/signing.hpp"
#include "core/engine/event.hpp"
#include "core/engine/world.hpp"
#include "core/policy/gates.hpp"

#include <optional>

namespace countersign::engine
{

// --- replies ---
void reply(Turn &turn, std::uint64_t command, std::optional<domain::Refusal> refusal = {},
           const domain::DecisionId &decision = {});
void refuse(Turn &turn, std::uint64_t command, domain::RefusalCode code, std::string subject = {});

// --- entering: sign in, unlock, lock, sign out (entering.cpp) ---
void signIn(Turn &turn, std::uint64_t command, const desk::SignIn &request);
void unlock(Turn &turn, std::uint64_t command, const desk::Unlock &request);
void lock(Turn &turn, std::uint64_t command, desk::LockCause cause);
void signOut(Turn &turn, std::uint64_t command);
void vaultOpened(Turn &turn, const ports::VaultOpened &opened);
void vaultRefused(Turn &turn, ports::VaultError error);
// The gateway answered a person who is on the way in.
void gatewayAccepted(Turn &turn, const protocol::SignedIn &answer);
void deviceEnrolled(Turn &turn);
void gatewayLost(Turn &turn, domain::RefusalCode code, std::string subject = {});
void ledgerReady(Turn &turn);
void ledgerUnusable(Turn &turn, ports::LedgerError error);
void reopenLedger(Turn &turn);
[[nodiscard]] domain::RefusalCode refusalFor(ports::LedgerError error);
// A wrong password counts wherever it is typed. Refuses the command while the wait after too many is not over.
[[nodiscard]] bool mayTryPassword(Turn &turn, std::uint64_t command);

void recover(Turn &turn, std::uint64_t command, const desk::Recover &request);
[[nodiscard]] domain::RefusalCode refusalFor(ports::VaultError error);

// --- keys: what a person who is in changes about them (keys.cpp) ---
// Twelve characters and more, not one and the same, none that everybody tries first (reliability.md 6.1).
[[nodiscard]] bool isStrong(BytesView password);
void makeRecoveryCode(Turn &turn, std::uint64_t command);
void offerRecoveryCode(Turn &turn); // unasked, after a profile was made
void keepRecoveryCode(Turn &turn, std::uint64_t command, const desk::KeepRecoveryCode &request);
void changePassword(Turn &turn, std::uint64_t command, const desk::ChangePassword &request);
void renewSigningKey(Turn &turn, std::uint64_t command, const desk::RenewSigningKey &request);
void newKeyOffered(Turn &turn, const ports::NewKeyOffered &offered);
void keyReplaced(Turn &turn, const protocol::KeyReplaced &answer);
void keyChanged(Turn &turn, const ports::KeyChanged &changed);
void keyChangeCut(Turn &turn); // the link is gone
void recoveryCodeMade(Turn &turn, const ports::RecoveryCodeMade &made);
void keysChanged(Turn &turn, const ports::VaultChanged &changed);
void keysRefused(Turn &turn, ports::VaultError error);

// --- linking: the wire and its handshake (linking.cpp) ---
void wantLink(Turn &turn);
void resumeLink(Turn &turn);  // the ledger has just been opened
void suspendLink(Turn &turn); // it is not open: what comes in could not be stored
void unwantLink(Turn &turn);
void dropLink(Turn &turn, std::string reason, bool isPatient);
void goOffline(Turn &turn, std::uint64_t command);
void goOnline(Turn &turn, std::uint64_t command);
void wireAnswered(Turn &turn, ports::WireEvent event);
void linkProved(Turn &turn, const ports::SignatureMade &made);
void deviceKnown(Turn &turn, bool isEnrolled);
void tick(Turn &turn);

// --- recalling: what the ledger held when it was opened (recalling.cpp) ---
void recall(Turn &turn, ports::LedgerOpened opened);
void forget(World &world); // everything that a locked desk must not hold

// --- queue (queue.cpp) ---
void followEvent(Turn &turn, sync::FollowEvent event);

// --- items (items.cpp) ---
void openItem(Turn &turn, std::uint64_t command, const domain::ItemId &id);
void closeItem(Turn &turn, std::uint64_t command);
void prefetch(Turn &turn, std::uint64_t command, const domain::ItemId &id);
void showEvidence(Turn &turn, std::uint64_t command, const desk::ShowEvidence &shown);
void seeStatement(Turn &turn, std::uint64_t command, const desk::SeeStatement &request);
void itemLoaded(Turn &turn, ports::ItemLoaded loaded);
void fetchEvent(Turn &turn, sync::FetchEvent event);
void rowChanged(Turn &turn, const domain::ItemSummary &row);

// --- blobs: content that the open item's sources name (blobs.cpp) ---
void fetchBlob(Turn &turn, std::uint64_t command, const desk::FetchBlob &request);
void blobAnswered(Turn &turn, const ports::BlobEvent &event);
void retryBlobs(Turn &turn); // there is a link again

// --- auditing: the trail of what people do (auditing.cpp) ---
// One event of the audit trail. Any step may raise one:
//     note(turn, {.kind = domain::AuditKind::Locked, .detail = "idle"});
// Who and when are filled in where they are empty; device, place in the trail and delivery follow. While a store is
// open the event is on its way to the disk before this step's other effects that come after it; while none is, it waits
// in memory for the next one. `detail` is a code (domain::isAuditDetail), never a text; what is none is left out. From
// a screen: desk::Note.
void note(Turn &turn, domain::AuditEvent event);
void noteFromScreen(Turn &turn, std::uint64_t command, const desk::Note &asked);
// A password that was refused, or a person who was: by whoever is on the way in.
void noteRefusedEntry(Turn &turn, const Entering &entering, domain::RefusalCode code);
void noteView(Turn &turn, domain::AuditKind kind, const domain::SourceId &source = {});
void resumeTrail(Turn &turn, const ports::TrailEnd &end); // the ledger has just been opened
void trailEvent(Turn &turn, const sync::TrailEvent &event);
void eventsRecorded(Turn &turn, const ports::EventsRecorded &recorded);
void eventsLoaded(Turn &turn, ports::EventsLoaded loaded);
void eventsReceived(Turn &turn, const protocol::EventsReceived &answer);
[[nodiscard]] std::optional<crypto::PublicKey> gatewayKeyOf(const World &world);

// --- witnessing: what the gateway's log was, and that it carries on (witnessing.cpp) ---
void recallWitness(World &world, const std::string &checkpoint); // the ledger has just been opened
void demandProof(Turn &turn);                                    // the link is there
void receiptHolds(Turn &turn, const domain::DecisionId &id);     // signature and place; its log is to be proved
void logProved(Turn &turn, const protocol::LogProved &answer);
void forgetDemands(Turn &turn); // the link is gone
void evidenceKept(Turn &turn, const ports::EvidenceKept &kept);

// --- examining: the automatic checks of the open draft (examining.cpp) ---
// How long the reviewer must have paused before what was typed is checked.
inline constexpr std::int64_t checkAfterPauseMs = 250;
void editDraft(Turn &turn, std::uint64_t command, const desk::EditDraft &request);
void resolveFinding(Turn &turn, std::uint64_t command, const desk::ResolveFinding &request);
void examineIfDue(Turn &turn);
// The findings of what that verdict would sign; null while they are not known.
[[nodiscard]] Examination::Findings findingsFor(const OpenItem &open, domain::Verdict verdict);
// The same, checked now if need be. `edited` is the draft that is about to be signed, where it is not the agent's.
[[nodiscard]] Examination::Findings examineFor(World &world, const domain::Draft *edited);
// What would be signed, as policy::needs asks; `checked` counts as seen too.
[[nodiscard]] policy::Examined examined(const OpenItem &open, const desk::FindingsView &findings,
                                        const std::vector<domain::StatementId> &checked = {});
// Every finding that was shown, and what came of it.
[[nodiscard]] std::vector<domain::FindingView> findingsSeen(const OpenItem &open, const desk::FindingsView &last,
                                                            const desk::Decide &request);

// --- keeping: what is typed and not signed (keeping.cpp) ---
// How long the reviewer must have paused before what was typed is sealed to the disk; and how long it may wait at most
// while the typing goes on.
inline constexpr std::int64_t keepAfterPauseMs = 400;
inline constexpr std::int64_t keepAtLatestMs = 3000;
void keepEdits(Turn &turn, const std::string &place); // they have just changed
void keepPlace(Turn &turn, std::uint64_t command, const desk::KeepPlace &request);
void keepIfDue(Turn &turn);
void keepNow(Turn &turn);  // the item is left: what is not yet kept is kept now
void keepAnew(Turn &turn); // the ledger is open again, and may not have what it was given before
void draftStored(Turn &turn, const ports::DraftStored &stored);
void draftsFound(Turn &turn, std::vector<ports::UnsignedDraft> drafts); // of the open item, before it is shown
void sortKept(OpenItem &open);
void forgetDrafts(Turn &turn, const domain::ItemId &item); // the item has ended
void dropFormerEdits(Turn &turn, std::uint64_t command, const desk::DropFormerEdits &request);
void keepPersonal(Turn &turn, std::uint64_t command, const desk::KeepPersonal &request);
// To be called before the desk is left, and when the same person may be back.
void rememberLeft(Turn &turn);
void openLeft(Turn &turn);

// --- deciding: from a command to a statement (deciding.cpp), by the rule book (judging.cpp) ---
void decide(Turn &turn, std::uint64_t command, const desk::Decide &request);
void retract(Turn &turn, std::uint64_t command, const desk::Retract &request);
// The rules by which the open item is judged. There is a card and the item is here.
[[nodiscard]] std::shared_ptr<const policy::PolicyDocument> policyFor(const World &world,
                                                                      const domain::ItemSummary &row);
// Why this person may not give that verdict on the open item now.
[[nodiscard]] std::optional<domain::Refusal> objection(const World &world, domain::Verdict verdict, Instant now);
[[nodiscard]] bool isRetractable(const desk::DecisionView &view, Instant now);

// --- the continuous period of signing (signing_period.cpp) ---
// What came with the wish to sign.
struct SigningAsked {
    std::uint64_t command = 0;
    domain::ItemId item;
    domain::ReviewerId signingAs;
    desk::Password password;
    bool isPin = false;
};
// The period as it is once the password or the PIN has proved to be the right one. Nothing: a component is missing or
// wrong, and the command is refused.
[[nodiscard]] std::optional<access::SigningSession> provenSigning(Turn &turn, const SigningAsked &asked);
void endSigning(Turn &turn, access::SigningEnd end);
void endSigningAsked(Turn &turn, std::uint64_t command);
void expireSigning(Turn &turn);
[[nodiscard]] std::optional<std::int64_t> signingEndsAtMs(const World &world);
[[nodiscard]] desk::SigningView viewSigning(const World &world, const Moment &moment);
[[nodiscard]] access::SigningEnd signingEndFor(desk::LockCause cause);

// --- the organisation's issuer of identities, in the browser (issuer.cpp; decision 23) ---
void askIssuerAtDoor(Turn &turn); // there is an issuer
// Whether this signature takes a fresh sign-in there.
[[nodiscard]] bool needsIssuer(const World &world, const access::SigningSession &before);
void askIssuerForSigning(Turn &turn);
void issuerAnswered(Turn &turn, const ports::SignOnEvent &event);
void signingProved(Turn &turn, const protocol::SigningProved &answer);
void abandonIssuer(Turn &turn); // the desk or the link is left

// --- the token that the person carries (token.cpp; decision 24) ---
void tokenAnswered(Turn &turn, const ports::TokenEvent &event);
// Whether the token in the reader is the one that this person has registered.
[[nodiscard]] bool isOwnTokenHere(const World &world);
// Why this credential cannot sign now: the policy asks for the token, or the PIN's token is not here.
[[nodiscard]] std::optional<domain::RefusalCode> tokenObjection(const World &world, bool isPin);
[[nodiscard]] desk::TokenView viewToken(const World &world);
void askToken(Turn &turn);     // to speak for the statement that is being signed
void expireToken(Turn &turn);  // it does not answer
void abandonToken(Turn &turn); // the desk is left
[[nodiscard]] std::optional<std::int64_t> tokenDueAtMs(const World &world);
void enrolToken(Turn &turn, std::uint64_t command, const desk::EnrolToken &request);
[[nodiscard]] bool isEnrollingToken(const World &world);
void tokenVouched(Turn &turn, const ports::SignatureMade &made);
void tokenEnrolled(Turn &turn, const protocol::TokenEnrolled &answer);

// --- what a supervisor is told, and what one is told of (noticing.cpp) ---
void noticesCame(Turn &turn, const protocol::Notices &told);
void seeNotice(Turn &turn, std::uint64_t command, const desk::SeeNotice &request);
// A wrong password, PIN or id. When that begins to cost time the trail says so, once.
void countFailure(Turn &turn, domain::AuditKind kind, const domain::ReviewerId &who = {});

// --- break glass (emergency.cpp; R-202) ---
void beginEmergency(Turn &turn, std::uint64_t command, const desk::BeginEmergency &request);
void endEmergencyAsked(Turn &turn, std::uint64_t command);
void emergencyAnswered(Turn &turn, const protocol::EmergencyView &answer);
void endEmergency(Turn &turn, const char *why); // it is over, or its link is
void expireEmergency(Turn &turn);
// Whether this person may see that row now. By the card's rules, where they are known.
[[nodiscard]] bool maySeeRow(const World &world, const domain::ItemSummary &row);

// --- signing: from a statement to a durable decision (signing.cpp) ---
void sign(Turn &turn, SigningAsked asked, domain::DecisionStatement statement, std::string rendered,
          desk::QueueRow row);
// What was to be proved is proved: on to the vault.
void askSignature(Turn &turn);
void failSigning(Turn &turn, domain::RefusalCode code, std::string subject = {});
void signatureMade(Turn &turn, const ports::SignatureMade &made);
void signatureRefused(Turn &turn, ports::VaultError error);
void appended(Turn &turn, const domain::DecisionId &id);
void appendFailed(Turn &turn, const ports::AppendFailed &failed);
void recovered(Turn &turn);
[[nodiscard]] desk::DecisionView viewOf(const ports::SealedDecision &sealed, const desk::QueueRow &row,
                                        std::shared_ptr<const domain::DecisionStatement> statement);

// --- delivering: from a durable decision to a durable receipt (delivering.cpp) ---
void outboxEvent(Turn &turn, const sync::OutboxEvent &event);
void receiptCame(Turn &turn, const protocol::DecisionReceipt &receipt);
void standingStored(Turn &turn, const ports::StandingStored &stored);
// A held decision whose item the gateway has released.
void confirmReleased(Turn &turn, const domain::ItemSummary &row);
[[nodiscard]] domain::Standing standingFor(domain::Outcome outcome);
// The hold windows that have run out.
void expireHolds(Turn &turn);

} // namespace countersign::engine
