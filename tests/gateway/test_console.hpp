// A console in a few lines: signs in, follows, fetches, signs decisions with a key of its own. Everything in order, so
// that a test reads like the conversation it is about.
#pragma once

#include "core/audit/chain.hpp"
#include "core/crypto/signing.hpp"
#include "core/domain/item.hpp"
#include "core/protocol/messages.hpp"
#include "tests/support/loopback_client.hpp"

#include <map>
#include <memory>
#include <string>

namespace countersign::gateway_test
{

class TestConsole
{
public:
    TestConsole(std::string user, std::string device);

    // A new link, on which nothing is said yet.
    bool open(const support::Endpoint &endpoint);
    // Says hello; false where the gateway does not answer with its own.
    bool greet(const support::Endpoint &endpoint);
    bool signIn(const std::string &word);
    bool enrol();
    bool resume();
    // greet, signIn, enrol
    bool enter(const support::Endpoint &endpoint);

    // Follows from what it has, and takes in everything up to `position` at least.
    bool follow();
    bool catchUp(std::int64_t position);
    [[nodiscard]] std::optional<domain::Item> fetch(const domain::ItemId &id);

    // A whole, true statement on that item, the next in the chain; a test may spoil it before it is signed.
    [[nodiscard]] domain::DecisionStatement statement(const domain::Item &item, domain::Verdict verdict);
    // Signs it, whatever it says, and counts it into the chain.
    [[nodiscard]] std::string sign(const domain::DecisionStatement &statement);
    // The receipt's compact JWS as it came; empty where the link ended instead.
    [[nodiscard]] std::string submit(const std::string &jws);
    // statement, sign, submit, and the receipt checked by the gateway's key.
    [[nodiscard]] std::optional<domain::Receipt> decide(const domain::Item &item, domain::Verdict verdict);
    [[nodiscard]] std::optional<domain::Receipt> readReceipt(const std::string &receipt, const std::string &jws) const;

    bool say(const protocol::Message &message);
    bool sayRaw(const std::string &text);
    // The next message; nothing where the link ended.
    [[nodiscard]] std::optional<protocol::Message> hear();
    // The same as it came, and nothing is made of it.
    [[nodiscard]] std::optional<std::string> hearText();
    // The next message of that kind; others are taken in on the way.
    template <class Kind>
    [[nodiscard]] std::optional<Kind> await();
    void drop();
    // What proves the key on this link.
    [[nodiscard]] std::string proof() const;

    std::map<domain::ItemId, domain::ItemSummary> rows;
    std::int64_t position = 0;
    int snapshots = 0;
    bool takesNotices = false; // said with the next hello
    protocol::ServerHello hello;
    protocol::SignedIn session;
    protocol::SignInRefused refusal;
    std::string farewell; // the reason of the gateway's Bye
    crypto::SigningKey key;
    domain::KeyId kid;
    audit::ChainHead chain;
    std::string rendered = R"([{"label":"patient","text":"as shown"}])";

private:
    void take(const protocol::Message &message);

    std::string user_, device_;
    std::unique_ptr<support::WebSocketClient> link_;
    int decisions_ = 0;
};

template <class Kind>
std::optional<Kind> TestConsole::await()
{
    while (auto message = hear()) {
        if (const auto *found = std::get_if<Kind>(&*message))
            return *found;
        if (std::holds_alternative<protocol::Bye>(*message))
            break;
    }
    return std::nullopt;
}

} // namespace countersign::gateway_test
