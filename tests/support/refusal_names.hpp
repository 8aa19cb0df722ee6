// The refusals by name, in the order of their enumeration: for scripts.
#pragma once

#include "core/domain/refusal.hpp"

#include <array>
#include <cstddef>

namespace countersign::support
{

inline constexpr std::array refusalNames{"NotSignedIn",
                                         "WrongPassword",
                                         "WrongRecoveryCode",
                                         "PasswordTooWeak",
                                         "KeychainAbsent",
                                         "KeychainLocked",
                                         "KeychainUnreadable",
                                         "TooManyAttempts",
                                         "ProfileUnreadable",
                                         "ProfileAbsent",
                                         "ProfileOfAnotherUser",
                                         "Offline",
                                         "GatewayRefusedSignIn",
                                         "KeyNotEnrolled",
                                         "VersionsIncompatible",
                                         "ItemUnknown",
                                         "ItemNotLoaded",
                                         "ItemNotOpen",
                                         "ItemChanged",
                                         "ItemExpired",
                                         "AlreadyDecidedHere",
                                         "RoleMayNot",
                                         "ControlledSubstance",
                                         "ReasonRequired",
                                         "TooManyReasons",
                                         "UnknownReason",
                                         "CommentTooLong",
                                         "CommentRequired",
                                         "NothingEdited",
                                         "EmptyStatement",
                                         "ToolCallNotEditable",
                                         "VerdictNotOffered",
                                         "NotRetractable",
                                         "StopFindingOpen",
                                         "SourceUnread",
                                         "StatementsUnseen",
                                         "LedgerFailed",
                                         "DiskFull",
                                         "LedgerQuarantined",
                                         "StatementTooLarge",
                                         "SignatureFailed",
                                         "SigningIdMissing",
                                         "SigningIdWrong",
                                         "NotCovering",
                                         "TokenRequired",
                                         "TokenAbsent",
                                         "TokenNotRegistered",
                                         "TokenPinWrong",
                                         "TokenPinLocked",
                                         "TokenSilent",
                                         "TokenUnusable",
                                         "TokenRefused",
                                         "IssuerAbsent",
                                         "IssuerRefused",
                                         "EmergencyRefused",
                                         "DecisionsUnderWay",
                                         "Locked",
                                         "Busy"};
static_assert(refusalNames.size() == static_cast<std::size_t>(domain::RefusalCode::Busy) + 1);

} // namespace countersign::support
