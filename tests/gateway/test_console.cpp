#include "tests/gateway/test_console.hpp"

#include "core/audit/jws.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/random.hpp"
#include "core/domain/names.hpp"
#include "core/policy/signing_words.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <array>

namespace countersign::gateway_test
{
namespace
{

crypto::SigningKey randomKey()
{
    std::array<std::uint8_t, crypto::SigningKey::seedSize> seed{};
    crypto::systemRandom(seed);
    return *crypto::SigningKey::fromSeed(seed);
}

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

} // namespace

TestConsole::TestConsole(std::string user, std::string device)
    : key(randomKey()), kid(crypto::thumbprint(key.publicKey())), user_(std::move(user)), device_(std::move(device))
{
}

bool TestConsole::open(const support::Endpoint &endpoint)
{
    farewell.clear();
    link_ = support::WebSocketClient::open(endpoint, "countersign.v1");
    return link_ != nullptr;
}

bool TestConsole::greet(const support::Endpoint &endpoint)
{
    if (!open(endpoint))
        return false;
    say(protocol::ClientHello{
        .appName = "test", .appVersion = "1", .device = domain::DeviceId(device_), .takesNotices = takesNotices});
    const auto answer = await<protocol::ServerHello>();
    if (answer)
        hello = *answer;
    return answer.has_value();
}

bool TestConsole::signIn(const std::string &word)
{
    say(protocol::SignIn{domain::ReviewerId(user_), word});
    const auto answer = hear();
    if (answer && std::holds_alternative<protocol::SignInRefused>(*answer))
        refusal = std::get<protocol::SignInRefused>(*answer);
    if (!answer || !std::holds_alternative<protocol::SignedIn>(*answer))
        return false;
    session = std::get<protocol::SignedIn>(*answer);
    return true;
}

std::string TestConsole::proof() const
{
    const std::string bytes = protocol::linkProofBytes(hello.nonce, domain::ReviewerId(user_));
    return base64urlEncode(crypto::sign(key, asBytes(bytes)));
}

bool TestConsole::enrol()
{
    say(protocol::Enrol{base64urlEncode(key.publicKey().bytes), "test machine", proof()});
    const auto answer = await<protocol::Enrolled>();
    return answer && answer->kid == kid;
}

bool TestConsole::resume()
{
    say(protocol::Resume{domain::ReviewerId(user_), kid, proof()});
    const auto answer = hear();
    if (answer && std::holds_alternative<protocol::SignInRefused>(*answer))
        refusal = std::get<protocol::SignInRefused>(*answer);
    if (!answer || !std::holds_alternative<protocol::SignedIn>(*answer))
        return false;
    session = std::get<protocol::SignedIn>(*answer);
    return true;
}

bool TestConsole::enter(const support::Endpoint &endpoint)
{
    return greet(endpoint) && signIn("correct horse battery") && enrol();
}

bool TestConsole::follow()
{
    return say(protocol::Follow{position});
}

bool TestConsole::catchUp(std::int64_t upTo)
{
    while (position < upTo) {
        if (!hear())
            return false;
    }
    return true;
}

std::optional<domain::Item> TestConsole::fetch(const domain::ItemId &id)
{
    say(protocol::FetchItem{id});
    std::string canonical;
    while (const auto part = await<protocol::ItemPart>()) {
        canonical += part->text;
        if (part->index + 1 < part->count)
            continue;
        auto item = protocol::readItem(canonical);
        if (!item)
            return std::nullopt;
        item->id = id;
        item->revision = part->revision;
        item->digest = digestOf(canonical);
        item->canonical = std::move(canonical);
        return *std::move(item);
    }
    return std::nullopt;
}

domain::DecisionStatement TestConsole::statement(const domain::Item &item, domain::Verdict verdict)
{
    domain::DecisionStatement made;
    made.audience = hello.gatewayId;
    made.decisionId = domain::DecisionId("dec-" + device_ + "-" + std::to_string(++decisions_));
    made.itemId = item.id;
    made.itemRevision = item.revision;
    made.itemDigest = item.digest;
    made.renderedDigest = digestOf(rendered);
    made.verdict = verdict;
    made.meaning = policy::meaningOf(verdict, session.reviewer.role);
    made.signer = {.id = session.reviewer.id,
                   .name = session.reviewer.name,
                   .credentials = session.reviewer.credentials,
                   .role = std::string(domain::name(session.reviewer.role)),
                   .npi = session.reviewer.npi,
                   .licence = {},
                   .onBehalfOf = {}};
    if (verdict == domain::Verdict::Reject || verdict == domain::Verdict::Return
        || verdict == domain::Verdict::RollBack)
        made.reasons = {{"N01", {}, domain::Harm::Unstated}};
    made.evidence.openedAt = hello.now;
    made.policy = item.policy;
    made.legal = policy::legalFor(verdict);
    made.auth = {{domain::AuthComponent::Password},
                 hello.now,
                 digestOf(protocol::signingNonceBytes(item.digest, verdict)),
                 {},
                 {}};
    made.device = domain::DeviceId(device_);
    made.appName = "test";
    made.appVersion = "1";
    made.signedAt = formatInstant(hello.now, std::chrono::minutes(60));
    made.clock = {.gatewaySkewMs = 0, .verified = true, .counter = {}};
    made.chain = audit::nextLink(chain);
    return made;
}

std::string TestConsole::sign(const domain::DecisionStatement &statement)
{
    std::string jws = audit::signJws(audit::JwsType::Decision, key, protocol::decisionBytes(statement));
    chain = {statement.chain.seq + 1, audit::jwsDigest(jws)};
    return jws;
}

std::string TestConsole::submit(const std::string &jws)
{
    say(protocol::SubmitDecision{jws, rendered});
    const auto answer = await<protocol::DecisionReceipt>();
    return answer ? answer->receipt : std::string();
}

std::optional<domain::Receipt> TestConsole::readReceipt(const std::string &receipt, const std::string &jws) const
{
    const auto gatewayKey = crypto::PublicKey::fromBytes(*base64urlDecode(hello.gatewayKey));
    const auto checked = audit::checkReceipt(receipt, *gatewayKey, jws);
    return checked ? std::optional(*checked) : std::nullopt;
}

std::optional<domain::Receipt> TestConsole::decide(const domain::Item &item, domain::Verdict verdict)
{
    const std::string jws = sign(statement(item, verdict));
    return readReceipt(submit(jws), jws);
}

bool TestConsole::say(const protocol::Message &message)
{
    return sayRaw(protocol::encodeMessage(message));
}

bool TestConsole::sayRaw(const std::string &text)
{
    return link_ && link_->sendText(text);
}

std::optional<std::string> TestConsole::hearText()
{
    return link_ ? link_->receive() : std::nullopt;
}

std::optional<protocol::Message> TestConsole::hear()
{
    const auto text = hearText();
    if (!text)
        return std::nullopt;
    auto message = protocol::decodeMessage(*text);
    if (!message)
        return std::nullopt;
    take(*message);
    return *std::move(message);
}

void TestConsole::take(const protocol::Message &message)
{
    if (const auto *changes = std::get_if<protocol::Changes>(&message)) {
        if (changes->from != position)
            return;
        for (const protocol::QueueChange &entry : changes->entries)
            rows[entry.row.id] = entry.row;
        position = changes->to;
        say(protocol::Stored{position});
    } else if (std::holds_alternative<protocol::SnapshotBegin>(message)) {
        ++snapshots;
        rows.clear();
    } else if (const auto *some = std::get_if<protocol::SnapshotRows>(&message)) {
        for (const domain::ItemSummary &row : some->rows)
            rows[row.id] = row;
    } else if (const auto *end = std::get_if<protocol::SnapshotEnd>(&message)) {
        position = end->position;
        say(protocol::Stored{position});
    } else if (const auto *bye = std::get_if<protocol::Bye>(&message)) {
        farewell = bye->reason;
    }
}

void TestConsole::drop()
{
    if (link_)
        link_->drop();
    link_.reset();
}

} // namespace countersign::gateway_test
