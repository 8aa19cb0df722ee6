// Why something is not done, as a value; ui/text turns it into a sentence.
#pragma once

#include <string>

namespace countersign::domain
{

enum class RefusalCode {
    NotSignedIn,
    WrongPassword,
    WrongRecoveryCode,
    PasswordTooWeak,
    KeychainAbsent,
    KeychainLocked,
    KeychainUnreadable,
    TooManyAttempts,
    ProfileUnreadable,
    ProfileAbsent,
    ProfileOfAnotherUser,
    Offline,
    GatewayRefusedSignIn,
    KeyNotEnrolled,
    VersionsIncompatible,
    ItemUnknown,
    ItemNotLoaded,
    ItemNotOpen,
    ItemChanged,
    ItemExpired,
    AlreadyDecidedHere,
    RoleMayNot,
    ControlledSubstance,
    ReasonRequired,
    TooManyReasons,
    UnknownReason,
    CommentTooLong,
    CommentRequired,
    NothingEdited,
    EmptyStatement,
    ToolCallNotEditable,
    VerdictNotOffered,
    NotRetractable,
    StopFindingOpen,
    SourceUnread,
    StatementsUnseen,
    LedgerFailed,
    DiskFull,
    LedgerQuarantined,
    StatementTooLarge, // for one message of the wire
    SignatureFailed,
    SigningIdMissing,   // the first signature of a period asks for the id too
    SigningIdWrong,     // it is not the id of whoever is signed in
    NotCovering,        // the signer does not, or no longer, stand in for that person
    TokenRequired,      // the policy takes no password for a signature
    TokenAbsent,        // it is not in the reader, or not any more
    TokenNotRegistered, // it is another one than this person's
    TokenPinWrong,
    TokenPinLocked, // no try is left
    TokenSilent,    // it did not answer in time
    TokenUnusable,
    TokenRefused,      // the gateway did not register it; subject: why
    IssuerAbsent,      // the gateway names no issuer of identities
    IssuerRefused,     // nobody was signed in there; subject: why
    EmergencyRefused,  // break glass is not for this role, or not without a link
    DecisionsUnderWay, // they have to be receipted first
    Locked,
    Busy
};

struct Refusal {
    RefusalCode code = RefusalCode::Busy;
    std::string subject; // an id, a count or a role name; never clinical text
    bool operator==(const Refusal &) const = default;
};

} // namespace countersign::domain
