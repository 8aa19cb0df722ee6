#include "core/protocol/decision_codec.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_schema.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::protocol
{

template <class Io>
void describe(Io &io, Of<Io, domain::Signer> &v)
{
    io.required("id", v.id);
    io.required("name", v.name);
    io.optional("credentials", v.credentials);
    io.required("role", v.role);
    io.optional("npi", v.npi);
    io.optional("licence", v.licence);
    io.optional("onBehalfOf", v.onBehalfOf);
    io.optional("onBehalfOfName", v.onBehalfOfName);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Change> &v)
{
    io.required("statementId", v.statementId);
    io.required("op", v.op);
    io.required("class", v.kind);
    io.optional("before", v.before);
    io.optional("after", v.after);
    io.optional("reason", v.reason);
}

template <class Io>
void describe(Io &io, Of<Io, domain::EditedDraft> &v)
{
    io.required("draft", v.draft);
    io.required("draftDigest", v.draftDigest);
    io.required("changes", v.changes);
}

template <class Io>
void describe(Io &io, Of<Io, domain::SourceView> &v)
{
    io.required("sourceId", v.sourceId);
    io.required("digest", v.digest);
    io.required("seconds", v.seconds, Range{.min = 0});
    io.optional("pages", v.pages, Count{}, Range{.min = 1});
}

template <class Io>
void describe(Io &io, Of<Io, domain::FindingView> &v)
{
    io.required("findingId", v.findingId);
    io.required("resolution", v.resolution);
    io.optional("reason", v.reason);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Evidence> &v)
{
    io.required("openedAt", v.openedAt);
    io.required("activeSeconds", v.activeSeconds, Range{.min = 0});
    io.required("sources", v.sources);
    io.optional("statementsAcknowledged", v.statementsAcknowledged);
    io.required("findings", v.findings);
}

template <class Io>
void describe(Io &io, Of<Io, domain::LegalStatement> &v)
{
    io.required("statementId", v.statementId);
    io.required("text", v.text);
}

template <class Io>
void describe(Io &io, Of<Io, domain::CarriedProof> &v)
{
    io.required("kid", v.kid);
    io.required("signature", v.signature, Length{.min = 1, .max = 128});
}

template <class Io>
void describe(Io &io, Of<Io, domain::Authentication> &v)
{
    io.required("components", v.components, Count{.min = 1});
    io.required("at", v.at);
    io.required("nonce", v.nonce);
    io.optional("idpAuthTime", v.idpAuthTime);
    io.optional("acr", v.acr);
    io.optional("proof", v.proof);
}

template <class Io>
void describe(Io &io, Of<Io, domain::ClockReading> &v)
{
    io.nullable("gatewaySkewMs", v.gatewaySkewMs);
    io.required("verified", v.verified);
    io.optional("counter", v.counter);
}

template <class Io>
void describe(Io &io, Of<Io, domain::ChainLink> &v)
{
    io.required("seq", v.seq, Range{.min = 0});
    io.nullable("prev", v.prev);
}

template <class Io>
void describe(Io &io, Of<Io, domain::DecisionStatement> &v)
{
    io.constant("schema", "countersign.decision/1", Rule::UnknownSchema);
    io.required("aud", v.audience);
    io.required("decisionId", v.decisionId);
    io.required("itemId", v.itemId);
    io.required("itemRevision", v.itemRevision, Range{.min = 1});
    io.required("itemDigest", v.itemDigest);
    io.required("renderedDigest", v.renderedDigest);
    io.required("verdict", v.verdict);
    io.required("meaning", v.meaning);
    io.required("signer", v.signer);
    io.optional("edited", v.edited);
    io.optional("reasons", v.reasons);
    io.optional("comment", v.comment, Length{0, limits::commentCodePointsMax});
    io.required("evidence", v.evidence);
    io.required("policy", v.policy);
    io.required("legal", v.legal);
    io.required("auth", v.auth);
    io.object("device", [&](auto &device) {
        device.required("id", v.device);
        device.optional("name", v.deviceName);
    });
    io.object("app", [&](auto &app) {
        app.required("name", v.appName);
        app.required("version", v.appVersion);
    });
    io.required("signedAt", v.signedAt, InstantText{});
    io.required("clock", v.clock);
    io.optional("offline", v.offline);
    io.optional("amends", v.amends);
    io.required("chain", v.chain);
}

template <class Io>
void describe(Io &io, Of<Io, domain::Winner> &v)
{
    io.optional("decisionId", v.decisionId);
    io.optional("signer", v.signer);
    io.optional("at", v.at);
}

template <class Io>
void describe(Io &io, Of<Io, domain::LogPlace> &v)
{
    io.required("index", v.index, Range{.min = 0});
    io.required("size", v.size, Range{.min = 1});
    io.required("root", v.root);
    io.required("proof", v.proof, Count{.max = limits::proofHashesMax});
}

template <class Io>
void describe(Io &io, Of<Io, domain::Receipt> &v)
{
    io.constant("schema", "countersign.receipt/1", Rule::UnknownSchema);
    io.required("decisionId", v.decisionId);
    io.required("decisionDigest", v.decisionDigest);
    io.required("itemId", v.itemId);
    io.required("outcome", v.outcome);
    io.optional("winner", v.winner);
    io.optional("releaseAt", v.releaseAt);
    io.required("receivedAt", v.receivedAt);
    io.required("log", v.log);
}

template <class Io>
void describe(Io &io, Of<Io, domain::DisplayField> &v)
{
    io.required("label", v.label);
    io.required("text", v.text);
    io.optional("folded", v.folded);
    io.optional("flagged", v.flagged);
}

namespace
{

template <class T>
std::string bytesOf(const T &value)
{
    return canonical(Writer::write(value)).value_or(std::string());
}

// A signed document is its own canonical form, so that one statement has one text.
template <class T, class... Rules>
Result<T, WireError> readCanonical(std::string_view bytes, const JsonLimits &limits, const Rules &...rules)
{
    const auto document = decodeStrict(bytes, limits);
    if (!document)
        return failure(document.error());
    if (canonical(*document) != bytes)
        return failure(WireError{Rule::NotCanonical});
    return readDocument<T>(*document, rules...);
}

// What the schema says in words: some verdicts oblige to an edit or a reason.
std::optional<WireError> brokenDuty(const domain::DecisionStatement &statement)
{
    using domain::Verdict;
    const bool needsReason = statement.verdict == Verdict::Reject || statement.verdict == Verdict::Return
                             || statement.verdict == Verdict::Escalate || statement.verdict == Verdict::RollBack;
    if (statement.verdict == Verdict::ApproveEdited && !statement.edited)
        return WireError{Rule::MissingMember, "/edited"};
    if (needsReason && statement.reasons.empty())
        return WireError{Rule::TooFewItems, "/reasons"};
    return std::nullopt;
}

} // namespace

std::string decisionBytes(const domain::DecisionStatement &statement)
{
    return bytesOf(statement);
}

Result<domain::DecisionStatement, WireError> readDecision(std::string_view payload)
{
    auto statement = readCanonical<domain::DecisionStatement>(payload, limits::statement);
    if (!statement)
        return statement;
    if (auto broken = brokenDuty(*statement))
        return failure(std::move(*broken));
    return statement;
}

std::string unprovenBytes(std::string_view payload)
{
    const auto document = decodeStrict(payload, limits::statement);
    const Json *auth = document ? document->find("auth") : nullptr;
    if (auth == nullptr || auth->asObject() == nullptr)
        return {};
    Json::Object rest = *auth->asObject();
    std::erase_if(rest, [](const Json::Member &member) { return member.name == "proof"; });
    Json whole = *document;
    whole.set("auth", Json(std::move(rest)));
    return canonical(whole).value_or(std::string());
}

std::string receiptBytes(const domain::Receipt &receipt)
{
    return bytesOf(receipt);
}

Result<domain::Receipt, WireError> readReceipt(std::string_view payload)
{
    return readCanonical<domain::Receipt>(payload, limits::statement);
}

std::string displayModelBytes(const domain::DisplayModel &model)
{
    return bytesOf(model);
}

Result<domain::DisplayModel, WireError> readDisplayModel(std::string_view bytes)
{
    return readCanonical<domain::DisplayModel>(bytes, limits::displayModel, Count{.max = limits::displayFieldsMax});
}

std::string draftBytes(const domain::Draft &draft)
{
    return bytesOf(draft);
}

std::string editedBytes(const domain::EditedDraft &edited)
{
    return bytesOf(edited);
}

Result<domain::EditedDraft, WireError> readEdited(std::string_view bytes)
{
    return readCanonical<domain::EditedDraft>(bytes, limits::item);
}

std::string signingNonceBytes(const domain::Digest &itemDigest, domain::Verdict verdict)
{
    const Json nonce = Json::object({{"itemDigest", itemDigest.text()}, {"verdict", domain::name(verdict)}});
    return canonical(nonce).value_or(std::string());
}

} // namespace countersign::protocol
