// A gateway in memory: the real judgement (core/authority) and the real messages, with maps for a store and a list for
// the log. What it has accepted outlives its links, as a real one's store does.
#pragma once

#include "core/audit/chain.hpp"
#include "core/audit/key_registry.hpp"
#include "core/authority/item_record.hpp"
#include "core/authority/judgement.hpp"
#include "core/crypto/signing.hpp"
#include "core/policy/policy_document.hpp"
#include "core/protocol/messages.hpp"
#include "tests/support/sample_proposal.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace countersign::support
{

class ModelGateway
{
public:
    ModelGateway();

    struct Account {
        domain::Reviewer reviewer;
        std::string password;
    };
    struct Received {
        std::string jws;
        std::string receipt;
        domain::Outcome outcome = domain::Outcome::Accepted;
        domain::ItemId item;
        bool isEscalation = false; // handed on: the item stays open
        bool isRetraction = false; // of a decision that was held: the item is open again
        std::int64_t times = 0;    // that it was delivered
    };

    // One link of one console. `said` is what the gateway has said and nobody has carried yet.
    struct Link {
        std::string nonce;
        domain::DeviceId device;
        std::optional<Account> account;       // signed in
        std::optional<std::int64_t> position; // follows from there
        std::vector<protocol::Message> said;
        bool isClosed = false;
        bool isEmergency = false;
        domain::KeyId kid; // by which it was resumed
    };

    std::map<domain::ReviewerId, Account> accounts;
    std::map<domain::ItemId, authority::ItemRecord> items;
    std::map<domain::DecisionId, Received> received;
    std::vector<protocol::QueueChange> changes; // seq = index + 1
    std::int64_t oldestChange = 0;              // changes up to here are forgotten: a snapshot instead
    int conflicts = 0;                          // decisions that bore the id of another
    std::size_t partBytes = 200;
    bool takesEvents = false, provesLog = false; // as a gateway of before
    bool breaksGlass = false;
    bool takesTokens = false;
    std::optional<protocol::Issuer> issuer;
    std::set<std::string> usedTokens;
    std::map<domain::ReviewerId, std::vector<domain::Cover>> covers; // by signer
    std::vector<std::int64_t> seenNotices;
    // What this model takes for a token of the issuer; once.
    [[nodiscard]] static std::string tokenFor(const domain::ReviewerId &user, std::string_view nonce);
    std::map<domain::TrailId, std::vector<std::string>> trails;
    // What is in its logs. A test may do to them what a gateway must not.
    std::vector<domain::Digest> decisionLeaves, recordLeaves;
    // Its answer, before it is said.
    std::function<void(protocol::LogProved &)> bend;
    policy::PolicyDocument policy = policy::startingPolicy();
    Instant now;

    void addReviewer(const std::string &id, const std::string &password, domain::Role role = domain::Role::Clinician);
    domain::ItemId propose(int number) { return propose(sampleProposal(number)); }
    domain::ItemId propose(const domain::Proposal &proposal); // its blobs count as uploaded
    void withdraw(const domain::ItemId &item);
    // Hold windows and deadlines.
    void passTime();

    // A new link is made at WireOpened on the other side.
    [[nodiscard]] std::unique_ptr<Link> accept();
    void hear(Link &link, const protocol::Message &message);
    // Changes that came about meanwhile, to whoever follows.
    void push(Link &link);

    [[nodiscard]] std::string gatewayKeyText() const;
    [[nodiscard]] const crypto::SigningKey &key() const { return *key_; }
    // The receipt for a decision, as it would be given for that outcome.
    [[nodiscard]] std::string makeReceipt(const std::string &jws, const domain::DecisionId &id,
                                          const domain::ItemId &item, domain::Outcome outcome,
                                          std::optional<domain::Winner> winner = {},
                                          std::optional<Instant> releaseAt = {});
    [[nodiscard]] const std::string &canonical(const domain::ItemId &item) const { return canonical_.at(item); }

    [[nodiscard]] const audit::KeyRegistry &keys() const { return keys_; }
    void revokeToken(const domain::ReviewerId &user);

private:
    [[nodiscard]] bool isToken(const std::string &token, const domain::ReviewerId &user, std::string_view nonce);
    void proveSigning(Link &link, const protocol::ProveSigning &request);
    void beginEmergency(Link &link);
    void endEmergency(Link &link);
    void enrolToken(Link &link, const protocol::EnrolToken &request);
    [[nodiscard]] std::string tokenKeyOf(const domain::ReviewerId &user) const;
    void replaceKey(Link &link, const protocol::ReplaceKey &request);
    [[nodiscard]] bool sees(const Link &link, const domain::ItemSummary &row) const;
    void change(const authority::ItemRecord &item);
    void apply(const authority::ItemChange &changed) { change(changed.item); }
    void signIn(Link &link, const protocol::SignIn &request);
    void resume(Link &link, const protocol::Resume &request);
    domain::KeyId registerKey(const Link &link, const crypto::PublicKey &key); // of who is signed in, on that device
    void enrol(Link &link, const protocol::Enrol &request);
    void follow(Link &link, std::int64_t position);
    void fetch(Link &link, const domain::ItemId &id);
    void submit(Link &link, const protocol::SubmitDecision &submitted);
    void take(Link &link, const protocol::SubmitEvents &batch);
    void prove(Link &link, const protocol::ProveLog &asked);
    [[nodiscard]] std::string judge(const authority::SubmittedDecision &decision, Received &received);
    [[nodiscard]] bool isProven(const Link &link, const domain::ReviewerId &user, const crypto::PublicKey &key,
                                std::string_view signature) const;

    std::optional<crypto::SigningKey> key_;
    audit::KeyRegistry keys_;
    std::map<audit::ChainKey, audit::ChainHead> chains_;
    std::map<domain::ItemId, std::string> canonical_;
    std::map<domain::ItemId, domain::Proposal> proposals_;
    int links_ = 0;
};

} // namespace countersign::support
