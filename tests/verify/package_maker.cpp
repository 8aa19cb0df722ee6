#include "tests/verify/package_maker.hpp"

#include "core/audit/checkpoint.hpp"
#include "core/audit/jws.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"

#include <algorithm>
#include <array>

namespace countersign::tests
{
namespace
{

using domain::DecisionId;
using domain::Outcome;
using domain::Verdict;

const Instant dawn = parseInstant("2026-11-02T09:00:00Z").value();
const std::string gatewayId = "gw-1";

crypto::SigningKey keyOf(std::uint8_t number)
{
    std::array<std::uint8_t, crypto::SigningKey::seedSize> seed{};
    seed.fill(number);
    return crypto::SigningKey::fromSeed(seed).value();
}

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

domain::KeyId kidOf(const crypto::SigningKey &key)
{
    return domain::KeyId(crypto::thumbprint(key.publicKey()));
}

domain::Draft draftOf(int item)
{
    const std::string text = "Dose " + std::to_string(item) + " mg";
    return domain::NoteDraft{
        .language = {},
        .sections = {{.id = domain::SectionId("s1"),
                      .title = "Plan",
                      .loinc = {},
                      .statements = {{.id = domain::StatementId("st1"), .text = text, .citations = {}}}}}};
}

bool needsReasons(Verdict verdict)
{
    return verdict == Verdict::Reject || verdict == Verdict::Return || verdict == Verdict::Escalate
           || verdict == Verdict::RollBack;
}

std::string shownFor(int item)
{
    return protocol::displayModelBytes({{.label = "statement:st1", .text = "Dose " + std::to_string(item) + " mg"}});
}

} // namespace

PackageMaker::PackageMaker(bool holdsPhi) : holdsPhi_(holdsPhi), gateway_(keyOf(100))
{
    for (const std::string name : {"ann", "ben", "newcomer"})
        people_.push_back({domain::ReviewerId(name),
                           domain::DeviceId("desk-" + name),
                           keyOf(static_cast<std::uint8_t>(people_.size() + 1)),
                           {}});
}

domain::PolicyRef PackageMaker::policy()
{
    return {"clinic", "3", digestOf("policy 3")};
}

std::string PackageMaker::itemBytes(int item)
{
    using protocol::Json;
    const Json policyJson =
        Json::object({{"digest", policy().digest.text()}, {"id", policy().id}, {"version", policy().version}});
    return protocol::canonical(Json::object({{"id", "item-" + std::to_string(item)},
                                             {"draft", "Dose " + std::to_string(item) + " mg"},
                                             {"policy", policyJson},
                                             {"tier", "high"}}))
        .value();
}

domain::Digest PackageMaker::itemDigest(int item)
{
    return digestOf(itemBytes(item));
}

Instant PackageMaker::now() const
{
    return dawn + std::chrono::minutes(decisions_.size());
}

domain::DecisionStatement PackageMaker::statementFor(const Plan &plan, const Person &person) const
{
    domain::DecisionStatement s;
    s.audience = gatewayId;
    s.decisionId = DecisionId("d-" + std::to_string(decisions_.size()));
    s.signer.id = person.id;
    s.signer.name = "Dr. " + person.id.text();
    s.signer.role = "clinician";
    s.policy = policy();
    s.legal = {"approve-1", "I have reviewed this."};
    s.auth = {.components = {domain::AuthComponent::Password}, .at = now(), .nonce = {}, .idpAuthTime = {}, .acr = {}};
    s.evidence.openedAt = now();
    s.device = person.device;
    s.appName = "countersign";
    s.appVersion = "0";
    s.signedAt = formatInstant(now(), std::chrono::minutes(60));
    if (plan.verdict == Verdict::Seal)
        return audit::sealStatement(std::move(s), kidOf(person.key));
    s.itemId = domain::ItemId("item-" + std::to_string(plan.item));
    s.itemDigest = itemDigest(plan.item);
    s.renderedDigest = digestOf(shownFor(plan.item));
    s.verdict = plan.verdict;
    s.meaning = domain::Meaning::Approval;
    s.amends = plan.amends;
    if (plan.verdict == Verdict::ApproveEdited)
        s.edited = {draftOf(plan.item), digestOf(protocol::draftBytes(draftOf(plan.item))), {}};
    if (needsReasons(plan.verdict))
        s.reasons = {{.code = "wrong-dose", .statementId = {}, .harm = domain::Harm::Low}};
    s.auth.nonce = digestOf(protocol::signingNonceBytes(s.itemDigest, s.verdict));
    s.chain = audit::nextLink(person.head);
    return s;
}

DecisionId PackageMaker::decide(const Plan &plan)
{
    Person &person = people_[plan.person];
    domain::DecisionStatement statement = statementFor(plan, person);
    if (plan.statement)
        plan.statement(statement);
    std::string jws = audit::signJws(audit::JwsType::Decision, person.key, protocol::decisionBytes(statement));
    if (plan.jws)
        plan.jws(jws);
    const domain::Digest digest = audit::jwsDigest(jws);
    if (plan.keepsPlace || (plan.outcome != Outcome::InvalidSignature && plan.outcome != Outcome::NotPermitted))
        person.head = {person.head.nextSeq + 1, digest};
    const std::uint64_t index = log_.append(crypto::parseDigest(digest.text()).value());
    domain::Receipt receipt{.decisionId = statement.decisionId,
                            .decisionDigest = digest,
                            .itemId = statement.itemId,
                            .outcome = plan.outcome,
                            .winner = {},
                            .releaseAt = {},
                            .receivedAt = now(),
                            .log = audit::placeInLog(log_, index, log_.size())};
    if (plan.receipt)
        plan.receipt(receipt);
    const std::string receiptJws = audit::signJws(audit::JwsType::Receipt, gateway_, protocol::receiptBytes(receipt));
    decisions_.push_back({.receivedAt = now(),
                          .jws = std::move(jws),
                          .receipt = receiptJws,
                          .place = {static_cast<std::int64_t>(decisions_.size()), statement.device, statement.signer.id,
                                    statement.chain.seq}});
    if (plan.verdict != Verdict::Seal && std::ranges::find(items_, plan.item) == items_.end())
        items_.push_back(plan.item);
    return statement.decisionId;
}

void PackageMaker::happen(int item, decltype(audit::OutcomeLine::what) what)
{
    outcomes_.push_back({domain::ItemId("item-" + std::to_string(item)), 1, now(), std::move(what), {}});
}

void PackageMaker::release(int item, std::vector<DecisionId> decisions, std::int64_t requiredSignatures)
{
    happen(item, audit::Release{itemDigest(item), policy(), requiredSignatures, std::move(decisions)});
}

audit::KeyRegistry PackageMaker::registry() const
{
    audit::KeyRegistry keys;
    const auto add = [&](const crypto::SigningKey &signingKey, audit::KeyRole role, std::string owner,
                         domain::DeviceId device) {
        audit::RegisteredKey registered{kidOf(signingKey), signingKey.publicKey(),        role, std::move(owner),
                                        std::move(device), dawn - std::chrono::hours(24), {}};
        if (key)
            key(registered);
        keys.put(std::move(registered));
    };
    add(gateway_, audit::KeyRole::Gateway, gatewayId, {});
    for (const Person &person : people_)
        if (person.id != people_[newcomer].id)
            add(person.key, audit::KeyRole::Reviewer, person.id.text(), person.device);
    for (const audit::RegisteredKey &token : carried)
        keys.put(token);
    return keys;
}

void PackageMaker::erase(std::size_t decision, bool hasTombstone)
{
    decisions_[decision].isErased = true;
    decisions_[decision].hasTombstone = hasTombstone;
}

namespace
{

// The log of records as a gateway writes it, with a checkpoint now and then.
struct Book {
    std::vector<audit::RecordLine> lines;
    audit::MerkleLog tree;

    void put(const audit::RecordLeaf &leaf, std::string salt, std::string record)
    {
        const std::string bytes = audit::leafBytes(leaf);
        lines.push_back(
            {static_cast<std::int64_t>(tree.append(asBytes(bytes))), bytes, std::move(salt), std::move(record)});
    }
    void put(Instant at, const audit::Record &record)
    {
        const std::string bytes = audit::recordBytes(record);
        put({at, audit::commitmentOf({}, bytes), {}}, base64urlEncode(audit::Salt{}), bytes);
    }
};

} // namespace

void PackageMaker::writeTrust(audit::PackageWriter &writer) const
{
    Book book;
    audit::MerkleLog log;
    std::vector<std::string> checkpoints;
    std::vector<audit::RegisteredKey> revoked;
    const auto sign = [&](Instant at) {
        audit::Checkpoint made{gatewayId, at, audit::headOf(log, log.size()),
                               audit::headOf(book.tree, book.tree.size())};
        if (checkpoint)
            checkpoint(made);
        checkpoints.push_back(audit::signCheckpoint(made, gateway_));
    };
    book.put(dawn, audit::LogBegun{audit::headOf(log, 0)});
    for (const auto &known : registry().keys()) {
        book.put(dawn, audit::KeyEnrolled{known});
        if (known.revokedAt)
            revoked.push_back(known);
    }
    for (const audit::CoverGiven &given : covers)
        book.put(dawn, given);
    const auto revokeUntil = [&](Instant at) {
        std::erase_if(revoked, [&](const audit::RegisteredKey &known) {
            const bool isDue = *known.revokedAt <= at;
            if (isDue)
                book.put(*known.revokedAt, audit::KeyRevoked{known.kid});
            return isDue;
        });
    };
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
        const Logged &logged = decisions_[i];
        revokeUntil(logged.receivedAt);
        for (const std::int64_t number : i == 1 ? endedCovers : std::vector<std::int64_t>())
            book.put(logged.receivedAt, audit::CoverEnded{number});
        audit::Salt salt{};
        salt.fill(static_cast<std::uint8_t>(i + 1));
        book.put({logged.receivedAt, audit::commitmentOf(salt, logged.jws), logged.place},
                 logged.isErased ? std::string() : base64urlEncode(salt), {});
        log.append(crypto::sha256(asBytes(logged.jws)));
        if (i % 4 == 3)
            sign(logged.receivedAt);
    }
    revokeUntil(Instant::max());
    std::vector<audit::EventLine> trail;
    domain::AuditEntry entry{domain::TrailId("trail-ann"), domain::DeviceId("desk-ann"), 0, {}, {}};
    for (const auto kind :
         {domain::AuditKind::TrailBegun, domain::AuditKind::SignedIn, domain::AuditKind::ItemViewed}) {
        entry.event = {.kind = kind, .who = domain::ReviewerId("ann"), .at = dawn, .item = domain::ItemId("item-1")};
        trail.push_back({now(), protocol::auditBytes(entry)});
        entry.prev = digestOf(trail.back().entry);
        ++entry.seq;
    }
    book.put(now(), audit::EventsTaken{entry.trail, entry.seq, entry.prev});
    for (std::size_t i = 0; i < decisions_.size(); ++i)
        if (decisions_[i].hasTombstone)
            book.put(now(), audit::DecisionErased{static_cast<std::int64_t>(i), audit::jwsDigest(decisions_[i].jws),
                                                  "admin-1", "request-of-patient"});
    sign(now());
    if (records)
        records(book.lines);
    if (events)
        events(trail);
    for (const auto &line : book.lines)
        writer.addRecord(line);
    for (const auto &jws : checkpoints)
        writer.addCheckpoint(jws);
    for (const auto &line : trail)
        writer.addEvent(line.receivedAt, line.entry);
}

Files PackageMaker::finish()
{
    Files made;
    MemorySink sink(made);
    audit::Manifest head{.gateway = gatewayId,
                         .exportedBy = "auditor-1",
                         .appVersion = "0",
                         .exportedAt = now(),
                         .from = {},
                         .to = {},
                         .holdsPhi = holdsPhi_,
                         .counts = {},
                         .log = {},
                         .outcomesHead = {},
                         .files = {}};
    if (manifest)
        manifest(head);
    audit::MerkleFrontier before;
    for (std::size_t i = 0; i < first; ++i)
        before.append(crypto::sha256(asBytes(decisions_[i].jws)));
    audit::PackageWriter writer(sink, head, before);
    for (std::size_t i = first; i < decisions_.size(); ++i) {
        const Logged &logged = decisions_[i];
        if (logged.isErased)
            writer.addErased(logged.receivedAt, audit::jwsDigest(logged.jws), logged.receipt);
        else
            writer.addDecision(logged.receivedAt, logged.jws, logged.receipt);
    }
    if (hasRecords)
        writeTrust(writer);
    for (const audit::OutcomeLine &line : outcomes_)
        writer.addOutcome(line);
    if (holdsPhi_)
        for (const int item : items_) {
            writer.addItem(itemBytes(item));
            writer.addRendered(shownFor(item));
        }
    for (const std::string &bytes : alsoRendered)
        writer.addRendered(bytes);
    writer.addFhir(R"({"resourceType":"Bundle","type":"collection"})");
    static_cast<void>(writer.finish(registry(), gateway_));
    return made;
}

PackageMaker ordinaryDay(std::size_t decisions, bool holdsPhi)
{
    PackageMaker maker(holdsPhi);
    std::size_t made = 0;
    const auto isOver = [&] { return made >= decisions; };
    const auto decide = [&](const Plan &plan) {
        if (isOver())
            return DecisionId();
        ++made;
        return maker.decide(plan);
    };
    decide({.person = ann, .verdict = Verdict::Seal});
    for (int item = 1; !isOver(); item += 5) {
        const auto approved = decide({.person = ann, .item = item});
        maker.release(item, {approved});
        maker.happen(item, audit::Reported{"completed", {}});
        if (const auto edited = decide({.person = ben, .item = item + 1, .verdict = Verdict::ApproveEdited});
            !edited.isEmpty())
            maker.release(item + 1, {edited});
        decide({.person = ann, .item = item + 2, .verdict = Verdict::Reject});
        decide({.person = ben, .item = item, .outcome = Outcome::Superseded});
        const auto awaiting = decide({.person = ann, .item = item + 3, .outcome = Outcome::AwaitingCosign});
        const auto cosigned = decide({.person = ben, .item = item + 3, .verdict = Verdict::Cosign, .amends = awaiting});
        if (!cosigned.isEmpty())
            maker.release(item + 3, {awaiting, cosigned}, 2);
        decide({.person = newcomer, .item = item + 4, .outcome = Outcome::InvalidSignature});
        maker.happen(item + 4, audit::Expired{});
        maker.happen(item + 5000, audit::Withdrawn{});
    }
    return maker;
}

} // namespace countersign::tests
