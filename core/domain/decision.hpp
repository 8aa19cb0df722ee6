// The statement a person signs: decision.schema.json as values.
#pragma once

#include "core/domain/ids.hpp"
#include "core/domain/proposal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace countersign::domain
{

enum class Verdict {
    Approve,
    ApproveEdited,
    Reject,
    Return,
    Respond,
    Escalate,
    Cosign,
    DeclineCosign,
    Retract,
    RollBack,
    BreakGlass,
    Seal
};
// 21 CFR 11.50(a)(3): a closed list.
enum class Meaning { Authorship, Review, Approval, Responsibility, Verification, Administrative };
enum class Harm { Unstated, None, Low, Moderate, Serious, Critical };
enum class AuthComponent { Password, Pin, DeviceKey, Oidc, SmartCard, PlatformBiometric };

struct Signer {
    ReviewerId id;
    std::string name; // printed name
    std::string credentials;
    std::string role;
    std::string npi, licence;
    std::string onBehalfOf{}, onBehalfOfName{}; // who is away, by id and printed name; empty: nobody
    bool operator==(const Signer &) const = default;
};

struct Change {
    enum class Op { Insert, Delete, Replace, Move };
    enum class Class { Safety, Factual, Style };
    StatementId statementId;
    Op op = Op::Replace;
    Class kind = Class::Style;
    std::string before, after, reason;
    bool operator==(const Change &) const = default;
};

struct EditedDraft {
    Draft draft;
    Digest draftDigest; // of the draft's canonical bytes
    std::vector<Change> changes;
    bool operator==(const EditedDraft &) const = default;
};

struct Reason {
    std::string code; // core/domain/reason_codes.hpp
    StatementId statementId;
    Harm harm = Harm::Unstated;
    bool operator==(const Reason &) const = default;
};

struct SourceView {
    SourceId sourceId;
    Digest digest;
    std::int64_t seconds = 0;
    std::vector<std::int64_t> pages;
    bool operator==(const SourceView &) const = default;
};
struct FindingView {
    enum class Resolution { Shown, Fixed, Accepted, Dismissed, Overridden };
    FindingId findingId;
    Resolution resolution = Resolution::Shown;
    std::string reason;
    bool operator==(const FindingView &) const = default;
};
// What the reviewer was shown and opened. Facts, not a score.
struct Evidence {
    Instant openedAt;
    std::int64_t activeSeconds = 0;
    std::vector<SourceView> sources;
    std::vector<StatementId> statementsAcknowledged;
    std::vector<FindingView> findings;
    bool operator==(const Evidence &) const = default;
};

struct PolicyRef {
    std::string id, version;
    Digest digest;
    bool operator==(const PolicyRef &) const = default;
};
struct LegalStatement {
    std::string statementId, text;
    bool operator==(const LegalStatement &) const = default;
};
// The word of what the person carries: its signature over the rest of the statement (core/audit/carried_proof).
struct CarriedProof {
    KeyId kid;
    std::string signature; // base64url
    bool operator==(const CarriedProof &) const = default;
};
struct Authentication {
    std::vector<AuthComponent> components;
    Instant at;
    Digest nonce; // of item digest and verdict that the person authenticated for
    std::string idpAuthTime, acr;
    std::optional<CarriedProof> proof{}; // with `smart-card`, and never without it
    bool operator==(const Authentication &) const = default;
};
struct ClockReading {
    std::optional<std::int64_t> gatewaySkewMs; // nothing: no gateway heard in this session
    bool verified = false;
    std::optional<std::int64_t> counter;
    bool operator==(const ClockReading &) const = default;
};
struct ChainLink {
    std::int64_t seq = 0;
    Digest prev; // sha256 of the previous compact JWS of this device and user; empty at seq 0
    bool operator==(const ChainLink &) const = default;
};

struct DecisionStatement {
    std::string audience; // the gateway's id
    DecisionId decisionId;
    ItemId itemId;
    std::int64_t itemRevision = 1;
    Digest itemDigest;
    Digest renderedDigest; // of the display model (core/domain/display_model.hpp)
    Verdict verdict = Verdict::Approve;
    Meaning meaning = Meaning::Review;
    Signer signer;
    std::optional<EditedDraft> edited;
    std::vector<Reason> reasons;
    std::string comment;
    Evidence evidence;
    PolicyRef policy;
    LegalStatement legal;
    Authentication auth;
    DeviceId device;
    std::string deviceName;
    std::string appName, appVersion;
    std::string signedAt; // local instant with offset
    ClockReading clock;
    std::optional<bool> offline;
    DecisionId amends;
    ChainLink chain;
    bool operator==(const DecisionStatement &) const = default;
};

} // namespace countersign::domain
