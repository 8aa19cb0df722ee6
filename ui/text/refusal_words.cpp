#include "core/domain/names.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Refused {
    Q_DECLARE_TR_FUNCTIONS(Refused)
};

int countOf(const std::string &subject)
{
    const int count = QString::fromStdString(subject).toInt();
    return count > 0 ? count : 1;
}

QString roleSentence(const std::string &subject)
{
    const auto role = domain::parse<domain::Role>(subject);
    return role ? Refused::tr("This needs another role: %1. Escalate it, or leave it for them.").arg(phrase(*role))
                : Refused::tr("Your role may not decide this. Escalate it, or leave it for others.");
}

QString ofSession(domain::RefusalCode code)
{
    using enum domain::RefusalCode;
    switch (code) {
    case NotSignedIn:
        return Refused::tr("Nobody is signed in. Sign in first.");
    case WrongPassword:
        return Refused::tr("The password does not fit. Nothing was done; try again.");
    case WrongRecoveryCode:
        return Refused::tr("The recovery code does not fit. Nothing was changed; compare it with what you wrote down.");
    case PasswordTooWeak:
        return Refused::tr("Choose another password: at least twelve characters, none that everybody tries first, and "
                           "not the one before.");
    case KeychainAbsent:
        return Refused::tr(
            "The system's keychain has lost this desk's secret. Your work is kept: use your recovery code.");
    case KeychainLocked:
        return Refused::tr("The system's keychain is locked. Unlock it and try again, or use your recovery code.");
    case KeychainUnreadable:
        return Refused::tr("The system's keychain does not answer as it should. Try again, or use your recovery code.");
    case TooManyAttempts:
        return Refused::tr("Too many wrong passwords. Wait a little, then try again.");
    case ProfileUnreadable:
        return Refused::tr("The data stored here cannot be read. It was left as it is; ask your administrator.");
    case ProfileAbsent:
        return Refused::tr("You have not signed in on this machine before. The first time needs the gateway.");
    case ProfileOfAnotherUser:
        return Refused::tr(
            "The data stored here belongs to somebody else. Sign in as that person, or use another profile.");
    case Offline:
        return Refused::tr("This needs the gateway, and it does not answer. Check the network and try again.");
    case GatewayRefusedSignIn:
        return Refused::tr("The gateway did not accept this user or password. Check both.");
    case KeyNotEnrolled:
        return Refused::tr("Your signing key is not enrolled at the gateway. Ask your administrator.");
    case VersionsIncompatible:
        return Refused::tr(
            "This console and the gateway do not fit together. Your work here is kept; update the older one.");
    case Locked:
        return Refused::tr("The console is locked. Unlock it first.");
    case Busy:
        return Refused::tr("Still working on the last request. Try again in a moment.");
    case SigningIdMissing:
        return Refused::tr("This signature begins a signing session: type your user ID above the password.");
    case IssuerAbsent:
        return Refused::tr("This gateway names nobody who signs people in by browser. Sign in with the password.");
    case IssuerRefused:
        return Refused::tr(
            "The browser did not bring a sign-in that the gateway accepts. Nothing was done; try again.");
    case EmergencyRefused:
        return Refused::tr(
            "Emergency access is not open to you now: it needs the gateway, and a role that works with patients.");
    case DecisionsUnderWay:
        return Refused::tr("Some of your decisions are not confirmed yet. Wait for them, then change the key.");
    case SigningIdWrong:
        return Refused::tr("That is not the user ID of whoever is signed in. Nothing was signed.");
    default:
        return {};
    }
}

QString ofToken(domain::RefusalCode code)
{
    using enum domain::RefusalCode;
    switch (code) {
    case NotCovering:
        return Refused::tr(
            "You do not sign for that person any more. Sign for yourself, or ask who gave you the cover.");
    case TokenRequired:
        return Refused::tr("Your organization takes signatures with your own token only. Put it into the reader.");
    case TokenAbsent:
        return Refused::tr("The token is not in the reader. Nothing was signed; put it in and try again.");
    case TokenNotRegistered:
        return Refused::tr("The token in the reader is not registered as yours. Nothing was signed; put in your own.");
    case TokenPinWrong:
        return Refused::tr("The PIN does not fit. Nothing was done; try again. A few wrong PINs lock the token.");
    case TokenPinLocked:
        return Refused::tr(
            "The token is locked: its PIN was wrong too often. Nothing was done; have the token unlocked.");
    case TokenSilent:
        return Refused::tr(
            "The token does not answer. Nothing was done; take it out, put it in again and try once more.");
    case TokenUnusable:
        return Refused::tr("The token in the reader cannot sign here. Nothing was done; ask your administrator.");
    case TokenRefused:
        return Refused::tr("The gateway did not register this token. Nothing was changed; ask your administrator.");
    default:
        return {};
    }
}

QString ofItem(domain::RefusalCode code, const std::string &subject)
{
    using enum domain::RefusalCode;
    switch (code) {
    case ItemUnknown:
        return Refused::tr("This item is not in your queue any more.");
    case ItemNotLoaded:
        return Refused::tr(
            "This item is not stored here, and the gateway does not answer. It opens when you are online.");
    case ItemNotOpen:
        return Refused::tr("Open the item before you decide on it.");
    case ItemChanged:
        return Refused::tr("The item changed while you read it. Nothing was signed; look at what changed.");
    case ItemExpired:
        return Refused::tr("The time for this item is over. It expired undecided; nothing was approved.");
    case AlreadyDecidedHere:
        return Refused::tr("You have decided on this item already. History shows where it stands.");
    case RoleMayNot:
        return roleSentence(subject);
    case ControlledSubstance:
        return Refused::tr("Controlled substances cannot be signed here. Use your certified prescribing system.");
    case VerdictNotOffered:
        return Refused::tr("This verdict is not offered for this item.");
    case NotRetractable:
        return Refused::tr("It is too late to undo this: the decision has been released, or was never in force.");
    case StopFindingOpen:
        return Refused::tr("%n stop findings are still open. N goes there, A answers.", nullptr, countOf(subject));
    case StatementsUnseen:
        return Refused::tr("%n statements must still be seen with their source, or checked: N, then Space.", nullptr,
                           countOf(subject));
    case SourceUnread:
        return Refused::tr("A source that this draft rests on has not been opened yet. Open it first.");
    default:
        return {};
    }
}

QString ofWording(domain::RefusalCode code)
{
    using enum domain::RefusalCode;
    switch (code) {
    case ReasonRequired:
        return Refused::tr("Choose at least one reason.");
    case TooManyReasons:
        return Refused::tr("Choose at most three reasons.");
    case UnknownReason:
        return Refused::tr("That reason is not on the list.");
    case CommentTooLong:
        return Refused::tr("The comment is too long. Shorten it to 4,000 characters.");
    case CommentRequired:
        return Refused::tr("This reason needs a comment. Say in a few words what is wrong.");
    case NothingEdited:
        return Refused::tr("Nothing was edited. Approve the draft as it is, or edit it.");
    case EmptyStatement:
        return Refused::tr("A statement is empty. Write it, or remove it.");
    case ToolCallNotEditable:
        return Refused::tr("A tool call cannot be edited. Approve it as it is, reject it or return it.");
    default:
        return {};
    }
}

QString ofSafety(domain::RefusalCode code)
{
    using enum domain::RefusalCode;
    switch (code) {
    case LedgerFailed:
        return Refused::tr("The decision could not be written to this machine. Nothing was signed; try again.");
    case DiskFull:
        return Refused::tr("The disk is full. Nothing was signed; free some space and try again.");
    case LedgerQuarantined:
        return Refused::tr("The decisions stored here do not fit together and are kept apart. Ask your administrator.");
    case StatementTooLarge:
        return Refused::tr(
            "What would be signed is too large to send. Shorten the edit or the comment; nothing was signed.");
    case SignatureFailed:
        return Refused::tr("The signature could not be made. Nothing was signed; try again.");
    default:
        return {};
    }
}

} // namespace

QString phrase(const domain::Refusal &refusal)
{
    for (const QString &sentence : {ofSession(refusal.code), ofItem(refusal.code, refusal.subject),
                                    ofWording(refusal.code), ofSafety(refusal.code), ofToken(refusal.code)})
        if (!sentence.isEmpty())
            return sentence;
    return {};
}

} // namespace countersign::text
