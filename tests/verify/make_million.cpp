// Writes an audit package of any size straight to the disk: make_million FOLDER DECISIONS, with the gateway's key beside
// it as FOLDER.jwk. Eight people at eight desks approve and reject; what is approved is released. Needs no more memory
// than the log's tree.
#include "core/audit/chain.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/package_writer.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/decision_codec.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

using namespace countersign;

namespace
{

constexpr std::size_t people = 8;
constexpr std::size_t checkpointEvery = 256;
const Instant dawn = parseInstant("2026-11-02T09:00:00Z").value();
const std::string gatewayId = "gw-1";

class FolderSink final : public audit::PackageSink
{
public:
    explicit FolderSink(std::filesystem::path folder) : folder_(std::move(folder)) {}
    bool append(std::string_view path, std::string_view bytes) override
    {
        auto &file = files_[std::string(path)];
        if (!file.is_open()) {
            std::filesystem::create_directories((folder_ / path).parent_path());
            file.open(folder_ / path, std::ios::binary);
        }
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file.good();
    }

private:
    std::filesystem::path folder_;
    std::map<std::string, std::ofstream> files_;
};

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

crypto::SigningKey keyOf(std::uint8_t number)
{
    return crypto::SigningKey::fromSeed(Bytes(crypto::SigningKey::seedSize, number)).value();
}

struct Person {
    crypto::SigningKey key;
    domain::ReviewerId id;
    domain::DeviceId device;
    audit::ChainHead head;
};

class Reel
{
public:
    Reel(audit::PackageSink &sink, audit::Manifest head) : writer_(sink, std::move(head)), gateway_(keyOf(100))
    {
        policy_ = {"clinic", "3", digestOf("policy 3")};
        record(audit::LogBegun{audit::headOf(log_, 0)});
        enrol(gateway_, audit::KeyRole::Gateway, gatewayId, {});
        for (std::size_t i = 0; i < people; ++i) {
            const std::string name = "person-" + std::to_string(i);
            people_.push_back({keyOf(static_cast<std::uint8_t>(i + 1)), domain::ReviewerId(name),
                               domain::DeviceId("desk-" + name), {}});
            enrol(people_.back().key, audit::KeyRole::Reviewer, name, people_.back().device);
        }
    }

    void decide(std::size_t number)
    {
        Person &person = people_[number % people];
        const bool isApproval = number % 2 == 0;
        const Instant now = dawn + std::chrono::seconds(number);
        const auto statement = statementFor(person, number, now, isApproval);
        const auto jws = audit::signJws(audit::JwsType::Decision, person.key, protocol::decisionBytes(statement));
        const domain::Digest digest = audit::jwsDigest(jws);
        person.head = {person.head.nextSeq + 1, digest};
        const auto index = log_.append(*crypto::parseDigest(digest.text()));
        const domain::Receipt receipt{.decisionId = statement.decisionId,
                                      .decisionDigest = digest,
                                      .itemId = statement.itemId,
                                      .outcome = domain::Outcome::Accepted,
                                      .winner = {},
                                      .releaseAt = {},
                                      .receivedAt = now,
                                      .log = audit::placeInLog(log_, index, log_.size())};
        writer_.addDecision(now, jws,
                            audit::signJws(audit::JwsType::Receipt, gateway_, protocol::receiptBytes(receipt)));
        const crypto::Digest salt = crypto::sha256(asBytes("salt " + std::to_string(number)));
        put({now, audit::commitmentOf(salt, jws),
             audit::DecisionPlace{static_cast<std::int64_t>(index), person.device, person.id, statement.chain.seq}},
            base64urlEncode(salt), {});
        if (isApproval)
            writer_.addOutcome({statement.itemId, 1, now,
                                audit::Release{statement.itemDigest, policy_, 1, {statement.decisionId}}, {}});
        if (log_.size() % checkpointEvery == 0)
            checkpoint(now);
    }

    [[nodiscard]] bool finish(Instant now)
    {
        checkpoint(now);
        writer_.addFhir(R"({"resourceType":"Bundle","type":"collection"})");
        return writer_.finish(keys_, gateway_);
    }
    [[nodiscard]] crypto::PublicKey gatewayKey() const { return gateway_.publicKey(); }

private:
    domain::DecisionStatement statementFor(const Person &person, std::size_t number, Instant now, bool isApproval) const
    {
        domain::DecisionStatement s;
        s.audience = gatewayId;
        s.decisionId = domain::DecisionId("d-" + std::to_string(number));
        s.signer.id = person.id;
        s.signer.name = "Dr. " + person.id.text();
        s.signer.role = "clinician";
        s.policy = policy_;
        s.legal = {"approve-1", "I have reviewed this draft and the sources that it rests on."};
        s.auth = {.components = {domain::AuthComponent::Password}, .at = now, .nonce = {}, .idpAuthTime = {}, .acr = {}};
        s.evidence.openedAt = now;
        s.evidence.activeSeconds = 31;
        s.device = person.device;
        s.appName = "countersign";
        s.appVersion = "0";
        s.signedAt = formatInstant(now, std::chrono::minutes(60));
        s.itemId = domain::ItemId("item-" + std::to_string(number));
        s.itemDigest = digestOf("item " + std::to_string(number));
        s.renderedDigest = digestOf("shown " + std::to_string(number));
        s.verdict = isApproval ? domain::Verdict::Approve : domain::Verdict::Reject;
        s.meaning = domain::Meaning::Approval;
        if (!isApproval)
            s.reasons = {{.code = "wrong-dose", .statementId = {}, .harm = domain::Harm::Low}};
        s.auth.nonce = digestOf(protocol::signingNonceBytes(s.itemDigest, s.verdict));
        s.chain = audit::nextLink(person.head);
        return s;
    }

    void enrol(const crypto::SigningKey &key, audit::KeyRole role, const std::string &owner, const domain::DeviceId &device)
    {
        const audit::RegisteredKey known{domain::KeyId(crypto::thumbprint(key.publicKey())),
                                         key.publicKey(),
                                         role,
                                         owner,
                                         device,
                                         dawn,
                                         {}};
        keys_.put(known);
        record(audit::KeyEnrolled{known});
    }
    void record(const audit::Record &what)
    {
        const std::string bytes = audit::recordBytes(what);
        put({dawn, audit::commitmentOf({}, bytes), {}}, base64urlEncode(audit::Salt{}), bytes);
    }
    void put(const audit::RecordLeaf &leaf, std::string salt, std::string bytes)
    {
        const std::string text = audit::leafBytes(leaf);
        records_.append(asBytes(text));
        writer_.addRecord({static_cast<std::int64_t>(records_.size()) - 1, text, std::move(salt), std::move(bytes)});
    }
    void checkpoint(Instant now)
    {
        const domain::Digest root(crypto::formatDigest(records_.root()));
        writer_.addCheckpoint(audit::signCheckpoint({gatewayId, now, audit::headOf(log_, log_.size()),
                                                     {static_cast<std::int64_t>(records_.size()), root}},
                                                    gateway_));
    }

    audit::PackageWriter writer_;
    crypto::SigningKey gateway_;
    domain::PolicyRef policy_;
    audit::KeyRegistry keys_;
    std::vector<Person> people_;
    audit::MerkleLog log_;
    audit::MerkleFrontier records_;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    const std::filesystem::path folder = argv[1];
    const std::size_t count = std::stoul(argv[2]);
    std::filesystem::remove_all(folder);
    FolderSink sink(folder);
    audit::Manifest head;
    head.gateway = gatewayId;
    head.exportedBy = "auditor-1";
    head.appVersion = "0";
    head.exportedAt = dawn;
    Reel reel(sink, head);
    for (std::size_t number = 0; number < count; ++number)
        reel.decide(number);
    if (!reel.finish(dawn + std::chrono::seconds(count)))
        return 3;
    std::ofstream(folder.string() + ".jwk", std::ios::binary) << audit::encodeJwk(reel.gatewayKey());
    std::printf("%zu decisions\n", count);
    return 0;
}
