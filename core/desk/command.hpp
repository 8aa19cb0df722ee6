// What a person can ask of the console. Commands are values; each is answered by exactly one Reply in a snapshot.
#pragma once

#include "core/base/secret.hpp"
#include "core/desk/lock_cause.hpp"
#include "core/domain/audit_event.hpp"
#include "core/domain/decision.hpp"
#include "core/domain/display_model.hpp"
#include "core/domain/ids.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace countersign::desk
{

// Passwords are shared so that a command can be copied through queues without copying the secret.
using Password = std::shared_ptr<SecretBytes>;

struct SignIn {
    domain::ReviewerId user;
    Password password;
    bool byIssuer = false; // the organisation's issuer says who it is; the password guards this machine's store alone
};
struct SignOut {
};
struct Lock {
    LockCause cause = LockCause::Asked;
};
// Whoever gets up from the desk without locking it: the next signature asks for everything again.
struct EndSigning {
};
struct Unlock {
    Password password;
};
// A person who lost the password, or the keychain's secret: by the recovery code, and the password of their account.
struct Recover {
    domain::ReviewerId user;
    Password code, password;
};
// A new code is shown in DeskSnapshot::keys until it is kept; until then it opens nothing.
struct MakeRecoveryCode {
};
// The last group of the code that is shown, as the person wrote it down.
struct KeepRecoveryCode {
    Password lastGroup;
};
// Of this device's profile; the account's stays what it is.
struct ChangePassword {
    Password oldPassword, newPassword;
};
// A new signing key takes over from the one that is registered, which vouches for it.
struct RenewSigningKey {
    Password password;
};
// The token in the reader is registered as this person's, in place of the one before. It proves itself with its PIN.
struct EnrolToken {
    Password password, pin;
};
// Break glass: sees more, for an hour, and decides no more than before. The reason is a code.
struct BeginEmergency {
    std::string reason; // of `emergencyReasons`
};
struct EndEmergency {
};
struct GoOffline {
};
struct GoOnline {
};
// Opens for review: fetched if it is not here, shown in DeskSnapshot::open.
struct OpenItem {
    domain::ItemId item;
};
struct CloseItem {
};
// Loads the item into the local store without opening it.
struct Prefetch {
    domain::ItemId item;
};
// Brings content that a source of the open item names by digest; shown in OpenItemView::blobs. Asked for again, it
// tries again what failed.
struct FetchBlob {
    domain::ItemId item;
    domain::Digest blob;
};
// The reviewer looked at a source for that long; at that page of it, counted from 1, where it comes in pages.
struct ShowEvidence {
    domain::ItemId item;
    domain::SourceId source;
    std::int64_t seconds = 0;
    std::optional<std::int64_t> page{};
};
// A statement was in view beside its source, or the reviewer marked it as checked; or takes that mark back.
struct SeeStatement {
    domain::ItemId item;
    domain::StatementId statement;
    bool isSeen = true;
};
// The draft as the reviewer has made it until now: checked after a pause, and named in the findings by its edition.
struct EditDraft {
    domain::ItemId item;
    std::uint64_t edition = 0;                    // counted by the asker, upwards
    std::shared_ptr<const domain::Draft> draft{}; // null: the agent's again
    std::string place{};                          // see KeepPlace
};
// Where the reviewer is in the open item: kept with what was typed, and given back when the item is opened again. The
// asker's own words; more than 256 bytes are not kept.
struct KeepPlace {
    domain::ItemId item;
    std::string place;
};
// What was typed into an earlier state of the item was taken over or is not wanted.
struct DropFormerEdits {
    domain::ItemId item;
};
// Something that a person has set for themselves, sealed with their profile; shown in DeskSnapshot::personal.
struct KeepPersonal {
    std::string name; // at most 64 bytes
    std::string value;
};
// What the reviewer says to a finding; nothing takes it back. The reason is a short code of the console's own.
struct ResolveFinding {
    domain::ItemId item;
    domain::FindingId finding;
    std::optional<domain::FindingView::Resolution> resolution;
    std::string reason;
};
struct Decide {
    domain::ItemId item;
    domain::Verdict verdict = domain::Verdict::Approve;
    std::vector<domain::Reason> reasons;
    std::string comment;
    std::optional<domain::Draft> edited; // with ApproveEdited: the whole draft as it shall be
    std::vector<domain::StatementId> acknowledged;
    std::int64_t activeSeconds = 0;
    domain::DisplayModel rendered; // what was on the screen
    Password password;
    domain::ReviewerId signingAs{};  // as the person typed it, where SigningView::asksId; else empty
    domain::ReviewerId onBehalfOf{}; // of SessionView::covers; empty: for oneself
    bool isPin = false;              // `password` is the PIN of the token: asked where SigningView::token is Ready
};
struct Retract {
    domain::DecisionId decision;
    std::string comment;
    Password password;
    domain::ReviewerId signingAs{}; // as in Decide
    bool isPin = false;
};

// A supervisor has seen that notice. Refused without a link: it would be told again.
struct SeeNotice {
    std::int64_t number = 0;
};

// What a person did on the screen that only the screen knows of: a search, a print, an export, a copy, the history, an
// emergency. Goes into the audit trail with who, when and where. `item` may be empty; `detail` is a code.
struct Note {
    domain::AuditKind kind = domain::AuditKind::Searched;
    domain::ItemId item;
    std::string detail;
};

using Request =
    std::variant<SignIn, SignOut, Lock, Unlock, EndSigning, Recover, MakeRecoveryCode, KeepRecoveryCode, ChangePassword,
                 RenewSigningKey, EnrolToken, BeginEmergency, EndEmergency, GoOffline, GoOnline, OpenItem, CloseItem,
                 Prefetch, FetchBlob, ShowEvidence, SeeStatement, EditDraft, KeepPlace, DropFormerEdits, KeepPersonal,
                 ResolveFinding, Decide, Retract, SeeNotice, Note>;

struct Command {
    std::uint64_t id = 0; // chosen by the asker, unique in its life
    Request request;
};

} // namespace countersign::desk
