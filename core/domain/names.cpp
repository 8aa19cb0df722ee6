#include "core/domain/names.hpp"

#include "core/domain/audit_event.hpp"
#include "core/domain/notice.hpp"

#include <array>

// Each row is one enum: its words in the order of its enumerators. "" stands for "not stated".
#define COUNTERSIGN_WORDS(X)                                                                                           \
    X(Tier, "low", "moderate", "high", "critical")                                                                     \
    X(ItemState, "received", "waiting", "claimed", "decided", "released", "completed", "failed", "expired",            \
      "withdrawn", "superseded", "invalidated", "escalated", "awaiting-cosign", "retracted", "rolled-back")            \
    X(Verdict, "approve", "approve-edited", "reject", "return", "respond", "escalate", "cosign", "decline-cosign",     \
      "retract", "roll-back", "break-glass", "seal")                                                                   \
    X(Meaning, "authorship", "review", "approval", "responsibility", "verification", "administrative")                 \
    X(Harm, "", "none", "low", "moderate", "serious", "critical")                                                      \
    X(AuthComponent, "password", "pin", "device-key", "oidc", "smart-card", "platform-biometric")                      \
    X(Change::Op, "insert", "delete", "replace", "move")                                                               \
    X(Change::Class, "safety", "factual", "style")                                                                     \
    X(FindingView::Resolution, "shown", "fixed", "accepted", "dismissed", "overridden")                                \
    X(Outcome, "accepted", "held", "awaiting-cosign", "superseded", "stale-item", "expired", "not-permitted",          \
      "invalid-signature", "not-lease-holder", "clock-refused")                                                        \
    X(Role, "clinician", "pharmacist", "nurse", "coordinator", "supervisor", "auditor", "administrator")               \
    X(Standing, "Draft", "Stored", "Sent", "Confirmed", "Held", "Superseded", "Refused", "Quarantined")                \
    X(Severity, "info", "warning", "stop")                                                                             \
    X(ResolvableBy, "edit", "remove-statement", "cite", "acknowledge", "reject", "escalate", "own-knowledge")          \
    X(Patient::Sex, "", "female", "male", "other", "unknown")                                                          \
    X(Patient::AllergyStatus, "", "listed", "none-known", "not-received")                                              \
    X(Allergy::Criticality, "", "low", "high", "unable-to-assess")                                                     \
    X(Allergy::Status, "", "active", "inactive", "refuted")                                                            \
    X(Statement::Style, "", "sentence", "bullet", "heading", "table-row")                                              \
    X(Statement::Basis, "", "stated", "inferred", "general-knowledge", "boilerplate")                                  \
    X(Answer::Origin, "", "auto-client", "auto-server", "override", "manual")                                          \
    X(Criterion::Status, "met", "not-met", "missing", "unclear")                                                       \
    X(Source::Kind, "fhir", "note", "transcript", "document", "image", "guideline", "payer-policy", "message")         \
    X(Source::MediaType, "", "text/plain", "application/fhir+json", "application/pdf", "image/png", "image/jpeg",      \
      "image/tiff")                                                                                                    \
    X(TraceStep::Kind, "", "read", "compute", "write", "external")                                                     \
    X(TraceStep::PhiShare, "", "none", "tokenised", "minimum", "full")                                                 \
    X(TraceStep::Status, "ok", "error", "skipped")                                                                     \
    X(Risk::Samd, "", "administrative", "non-device-cds", "device")                                                    \
    X(PeerFinding::Severity, "", "info", "warning", "stop")                                                            \
    X(AuditKind, "trail-begun", "signed-in", "sign-in-refused", "signed-out", "locked", "unlocked", "unlock-refused",  \
      "item-viewed", "source-viewed", "history-viewed", "searched", "printed", "exported", "copied", "access-refused", \
      "signature-refused", "emergency-begun", "emergency-ended", "log-forked", "item-served", "record-erased")         \
    X(Notice::Kind, "emergency-begun", "signatures-refused", "sign-ins-refused")

namespace countersign::domain
{
namespace
{

template <class Enum>
struct Words;

#define COUNTERSIGN_TABLE(Enum, ...)                                                                                   \
    template <>                                                                                                        \
    struct Words<Enum> {                                                                                               \
        static constexpr auto list = std::to_array<std::string_view>({__VA_ARGS__});                                   \
    };
COUNTERSIGN_WORDS(COUNTERSIGN_TABLE)
#undef COUNTERSIGN_TABLE

} // namespace

template <class Enum>
std::optional<Enum> parse(std::string_view word)
{
    if (word.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i)
        if (Words<Enum>::list[i] == word)
            return static_cast<Enum>(i);
    return std::nullopt;
}

#define COUNTERSIGN_FUNCTIONS(Enum, ...)                                                                               \
    std::string_view name(Enum value)                                                                                  \
    {                                                                                                                  \
        return Words<Enum>::list.at(static_cast<std::size_t>(value));                                                  \
    }                                                                                                                  \
    template std::optional<Enum> parse<Enum>(std::string_view);
COUNTERSIGN_WORDS(COUNTERSIGN_FUNCTIONS)
#undef COUNTERSIGN_FUNCTIONS

} // namespace countersign::domain
