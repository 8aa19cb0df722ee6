#include "core/protocol/messages.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/fields.hpp"
#include "core/protocol/finding_schema.hpp"
#include "core/protocol/people_schema.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::protocol
{
namespace
{

// A rule, reason or version: a word for programs, or a short line for people.
constexpr Length word{.min = 1, .max = 64};
constexpr Length line{.max = 500};
constexpr Range position{.min = 0};

} // namespace

template <class Io>
void describe(Io &io, Of<Io, domain::DecisionSummary> &v)
{
    io.required("decisionId", v.decisionId);
    io.required("verdict", v.verdict);
    io.required("signerId", v.signerId);
    io.required("signerName", v.signerName);
    io.optional("reasons", v.reasons);
    io.required("signedAt", v.signedAt, InstantText{});
}

template <class Io>
void describe(Io &io, Of<Io, domain::FindingCounts> &v)
{
    io.required("stop", v.stop, position);
    io.required("warning", v.warning, position);
    io.required("info", v.info, position);
}

template <class Io>
void describe(Io &io, Of<Io, domain::ItemSummary> &v)
{
    io.required("id", v.id);
    io.required("revision", v.revision, Range{.min = 1});
    io.required("digest", v.digest);
    io.required("state", v.state);
    io.required("tier", v.tier);
    io.required("workflow", v.workflow);
    io.required("actionType", v.actionType);
    io.required("title", v.title);
    io.required("agent", v.agent);
    io.object("patient", [&](auto &patient) {
        patient.required("id", v.patient);
        patient.optional("family", v.family);
        patient.optional("given", v.given);
        patient.optional("birthDate", v.birthDate, CalendarDate{});
        patient.optional("mrn", v.mrn);
        patient.optional("sex", v.sex);
    });
    io.required("proposedAt", v.proposedAt);
    io.optional("dueAt", v.dueAt);
    io.optional("expiresAt", v.expiresAt);
    io.optional("supersedes", v.supersedes);
    io.optional("decision", v.decision);
    io.optional("findings", v.findings);
}

template <class Io>
void describe(Io &io, Of<Io, ClientHello> &v)
{
    io.required("protocolMin", v.protocolMin, Range{.min = 1});
    io.required("protocolMax", v.protocolMax, Range{.min = 1});
    io.required("appName", v.appName, word);
    io.required("appVersion", v.appVersion, word);
    io.required("device", v.device);
    io.optional("takesNotices", v.takesNotices);
}

template <class Io>
void describe(Io &io, Of<Io, SignIn> &v)
{
    io.required("user", v.user);
    io.required("password", v.password, Length{.max = limits::passwordCodePointsMax});
    io.optional("idToken", v.idToken, Length{.max = limits::idTokenBytesMax});
}

template <class Io>
void describe(Io &io, Of<Io, Resume> &v)
{
    io.required("user", v.user);
    io.required("kid", v.kid);
    io.required("signature", v.signature);
}

template <class Io>
void describe(Io &io, Of<Io, Enrol> &v)
{
    io.required("publicKey", v.publicKey);
    io.required("deviceName", v.deviceName, line);
    io.required("signature", v.signature);
}

template <class Io>
void describe(Io &io, Of<Io, Follow> &v)
{
    io.required("position", v.position, position);
}

template <class Io>
void describe(Io &io, Of<Io, Stored> &v)
{
    io.required("position", v.position, position);
}

template <class Io>
void describe(Io &io, Of<Io, FetchItem> &v)
{
    io.required("itemId", v.itemId);
    io.optional("wantsFindings", v.wantsFindings);
}

template <class Io>
void describe(Io &io, Of<Io, SubmitDecision> &v)
{
    io.required("jws", v.jws);
    io.required("rendered", v.rendered);
}

template <class Io>
void describe(Io &io, Of<Io, SubmitEvents> &v)
{
    io.required("trail", v.trail);
    io.required("events", v.events, Count{.min = 1, .max = limits::auditEventsPerMessageMax});
}

template <class Io>
void describe(Io &io, Of<Io, ProveLog> &v)
{
    io.required("sizes", v.sizes, Count{.max = limits::proofsPerMessageMax}, position);
    io.required("recordSize", v.recordSize, position);
}

template <class Io>
void describe(Io &io, Of<Io, ProveSigning> &v)
{
    io.required("nonce", v.nonce);
    io.required("idToken", v.idToken, Length{.min = 1, .max = limits::idTokenBytesMax});
}

template <class Io>
void describe(Io &io, Of<Io, BeginEmergency> &v)
{
    io.required("reason", v.reason, word);
}

template <class Io>
void describe(Io &, Of<Io, EndEmergency> &)
{
}

template <class Io>
void describe(Io &io, Of<Io, ReplaceKey> &v)
{
    io.required("publicKey", v.publicKey, line);
    io.required("vouching", v.vouching, line);
}

template <class Io>
void describe(Io &io, Of<Io, EnrolToken> &v)
{
    io.required("publicKey", v.publicKey, line);
    io.optional("label", v.label, line);
    io.required("proof", v.proof, line);
    io.required("vouching", v.vouching, line);
}

template <class Io>
void describe(Io &io, Of<Io, Issuer> &v)
{
    constexpr Length url{.min = 1, .max = 1024};
    io.required("issuer", v.issuer, url);
    io.required("clientId", v.clientId, url);
    io.required("authorizationEndpoint", v.authorizationEndpoint, url);
    io.required("tokenEndpoint", v.tokenEndpoint, url);
    io.required("scope", v.scope, line);
    io.optional("ports", v.ports, Count{.max = 16}, Range{.min = 1024, .max = 65535});
    io.optional("acr", v.acr, Count{.max = 16}, line);
    io.required("stepUp", v.stepUp, word);
}

template <class Io>
void describe(Io &io, Of<Io, ServerHello> &v)
{
    io.required("gatewayId", v.gatewayId);
    io.required("organisation", v.organisation);
    io.required("version", v.version, word);
    io.required("protocol", v.protocol, Range{.min = 1});
    io.required("nonce", v.nonce);
    io.required("now", v.now);
    io.required("gatewayKey", v.gatewayKey);
    io.optional("takesEvents", v.takesEvents);
    io.optional("provesLog", v.provesLog);
    io.optional("breaksGlass", v.breaksGlass);
    io.optional("takesTokens", v.takesTokens);
    io.optional("issuer", v.issuer);
}

template <class Io>
void describe(Io &io, Of<Io, SignedIn> &v)
{
    io.required("reviewer", v.reviewer);
    io.optional("kid", v.kid);
    io.optional("policy", v.policy);
    io.optional("session", v.session, line);
    io.optional("policyDocument", v.policyDocument);
    io.optional("tokenKey", v.tokenKey, line);
    io.optional("covers", v.covers, Count{.max = limits::coversMax});
}

template <class Io>
void describe(Io &io, Of<Io, Enrolled> &v)
{
    io.required("kid", v.kid);
}

template <class Io>
void describe(Io &io, Of<Io, SignInRefused> &v)
{
    io.required("rule", v.rule, word);
    io.optional("retryAfterSeconds", v.retryAfterSeconds, Range{.min = 0});
}

template <class Io>
void describe(Io &io, Of<Io, QueueChange> &v)
{
    io.required("seq", v.seq, position);
    io.required("row", v.row);
}

template <class Io>
void describe(Io &io, Of<Io, Changes> &v)
{
    io.required("from", v.from, position);
    io.required("to", v.to, position);
    io.required("entries", v.entries);
}

template <class Io>
void describe(Io &io, Of<Io, SnapshotBegin> &v)
{
    io.required("position", v.position, position);
}

template <class Io>
void describe(Io &io, Of<Io, SnapshotRows> &v)
{
    io.required("rows", v.rows);
}

template <class Io>
void describe(Io &io, Of<Io, SnapshotEnd> &v)
{
    io.required("position", v.position, position);
    io.required("count", v.count, position);
}

template <class Io>
void describe(Io &io, Of<Io, ItemPart> &v)
{
    io.required("itemId", v.itemId);
    io.required("revision", v.revision, Range{.min = 1});
    io.required("index", v.index, position);
    io.required("count", v.count, Range{.min = 1});
    io.required("text", v.text);
}

template <class Io>
void describe(Io &io, Of<Io, ItemMissing> &v)
{
    io.required("itemId", v.itemId);
}

template <class Io>
void describe(Io &io, Of<Io, ItemFindings> &v)
{
    io.required("itemId", v.itemId);
    io.required("revision", v.revision, Range{.min = 1});
    io.required("total", v.total, position);
    io.required("findings", v.findings);
}

template <class Io>
void describe(Io &io, Of<Io, DecisionReceipt> &v)
{
    io.required("decisionId", v.decisionId);
    io.required("receipt", v.receipt);
}

template <class Io>
void describe(Io &io, Of<Io, EventsReceived> &v)
{
    io.required("trail", v.trail);
    io.required("nextSeq", v.nextSeq, position);
    io.required("receipt", v.receipt); // empty: nothing was taken
}

template <class Io>
void describe(Io &io, Of<Io, LogProved> &v)
{
    constexpr Count hashes{.max = limits::proofHashesMax};
    io.required("checkpoint", v.checkpoint);
    io.required("proofs", v.proofs, Count{.max = limits::proofsPerMessageMax}, hashes);
    io.required("recordProof", v.recordProof, hashes);
}

template <class Io>
void describe(Io &io, Of<Io, SigningProved> &v)
{
    io.required("nonce", v.nonce);
    io.optional("rule", v.rule, Length{.max = 64});
    io.optional("authTime", v.authTime);
    io.optional("acr", v.acr, line);
}

template <class Io>
void describe(Io &io, Of<Io, EmergencyView> &v)
{
    io.optional("until", v.until);
    io.optional("rule", v.rule, Length{.max = 64});
}

template <class Io>
void describe(Io &io, Of<Io, KeyReplaced> &v)
{
    io.optional("kid", v.kid);
    io.optional("rule", v.rule, Length{.max = 64});
}

template <class Io>
void describe(Io &io, Of<Io, TokenEnrolled> &v)
{
    io.optional("kid", v.kid);
    io.optional("rule", v.rule, Length{.max = 64});
}

template <class Io>
void describe(Io &io, Of<Io, SeeNotice> &v)
{
    io.required("number", v.number, position);
}

template <class Io>
void describe(Io &io, Of<Io, Notices> &v)
{
    io.required("notices", v.notices, Count{.max = limits::noticesMax});
}

template <class Io>
void describe(Io &, Of<Io, LockDesk> &)
{
}

template <class Io>
void describe(Io &, Of<Io, Ping> &)
{
}

template <class Io>
void describe(Io &io, Of<Io, Pong> &v)
{
    io.required("now", v.now);
}

template <class Io>
void describe(Io &io, Of<Io, Bye> &v)
{
    io.required("reason", v.reason, word);
    io.required("detail", v.detail, line);
}

template <class Io>
void describe(Io &io, Of<Io, Message> &v)
{
    io.choice("type", v,
              {"client-hello",
               "sign-in",
               "resume",
               "enrol",
               "follow",
               "stored",
               "fetch-item",
               "submit-decision",
               "submit-events",
               "prove-log",
               "prove-signing",
               "begin-emergency",
               "end-emergency",
               "replace-key",
               "enrol-token",
               "see-notice",
               "server-hello",
               "signed-in",
               "enrolled",
               "sign-in-refused",
               "changes",
               "snapshot-begin",
               "snapshot-rows",
               "snapshot-end",
               "item-part",
               "item-missing",
               "item-findings",
               "decision-receipt",
               "events-received",
               "log-proved",
               "signing-proved",
               "emergency-view",
               "key-replaced",
               "token-enrolled",
               "notices",
               "lock-desk",
               "ping",
               "pong",
               "bye"},
              Rule::UnknownMessage);
}

std::string encodeMessage(const Message &message)
{
    return compactText(Writer::write(message));
}

Result<Message, WireError> decodeMessage(std::string_view frame)
{
    const auto document = decodeStrict(frame, limits::message);
    if (!document)
        return failure(document.error());
    return readDocument<Message>(*document);
}

std::string summaryBytes(const domain::ItemSummary &row)
{
    return compactText(Writer::write(row));
}

Result<domain::ItemSummary, WireError> readSummary(std::string_view bytes)
{
    const auto document = decodeStrict(bytes, limits::message);
    if (!document)
        return failure(document.error());
    return readDocument<domain::ItemSummary>(*document);
}

std::string nextKeyBytes(const domain::KeyId &kid)
{
    return "countersign-next-key/1\n" + kid.text();
}

std::string tokenKeyBytes(const domain::KeyId &kid)
{
    return "countersign-token-key/1\n" + kid.text();
}

std::string tokenLinkBytes(std::string_view nonce, const domain::ReviewerId &user)
{
    return "countersign-token-link/1\n" + std::string(nonce) + "\n" + user.text();
}

std::string linkProofBytes(std::string_view nonce, const domain::ReviewerId &user)
{
    return "countersign-link/1\n" + std::string(nonce) + "\n" + user.text();
}

} // namespace countersign::protocol
