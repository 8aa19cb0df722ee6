// Every story, played against the real gateway on loopback: the console's lines are said as they are written.
#include "core/base/encoding.hpp"
#include "core/base/result.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "tests/gateway/agent.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/gateway/test_console.hpp"
#include "tests/support/sample_proposal.hpp"
#include "tests/transcripts/story.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::gateway_test;
using transcripts::Line;
using transcripts::Names;
using transcripts::Story;

namespace
{

class Player
{
public:
    explicit Player(const Story &story) : story_(story)
    {
        token_ = gateway_.addAgent("scribe");
        gateway_.addUser("mara", "clinician");
        REQUIRE(gateway_.serve());
        names_.bind("kid", console_.kid.text());
        names_.bind("key", base64urlEncode(console_.key.publicKey().bytes));
    }

    void play()
    {
        for (const auto &line : story_.lines) {
            if (isGateways(line)) {
                expected_.push_back(&line);
                continue;
            }
            hearAll();
            INFO(story_.name << ":" << line.number);
            if (line.kind == Line::Kind::Act)
                act(line.words);
            else if (line.kind == Line::Kind::Console)
                say(line.message);
            else
                checkContent(line);
        }
        hearAll();
    }

private:
    void say(const protocol::Json &written)
    {
        const auto *type = written.find("type")->asString();
        if (*type == "client-hello")
            REQUIRE(console_.open(gateway_.endpoint()));
        else if (!console_.hello.nonce.empty())
            names_.bind("proof" + std::to_string(greetings_), console_.proof());
        CHECK(console_.sayRaw(protocol::compactText(names_.fill(written))));
    }

    static bool isGateways(const Line &line)
    {
        return line.kind == Line::Kind::Gateway || line.kind == Line::Kind::GatewayLost;
    }

    // A receipt and the change that it brings come from two of the gateway's threads: what is written together may come
    // in any order.
    void hearAll()
    {
        while (!expected_.empty()) {
            INFO(story_.name << ":" << expected_.front()->number);
            const auto text = console_.hearText();
            REQUIRE_MESSAGE(text, "nothing more was said");
            const auto said = transcripts::readMessage(*text);
            REQUIRE(said);
            const auto fits = [&](const Line *line) { return Names(names_).match(line->message, *said); };
            const auto found = std::ranges::find_if(expected_, fits);
            REQUIRE_MESSAGE(found != expected_.end(), *text);
            static_cast<void>(names_.match((*found)->message, *said)); // learns its names
            expected_.erase(found);
            take(protocol::decodeMessage(*text).value());
        }
    }

    void take(const protocol::Message &said)
    {
        const auto *message = &said;
        if (const auto *hello = std::get_if<protocol::ServerHello>(message))
            console_.hello = *hello, ++greetings_;
        else if (const auto *session = std::get_if<protocol::SignedIn>(message))
            console_.session = *session;
        else if (const auto *part = std::get_if<protocol::ItemPart>(message))
            item_ = *part;
    }

    void checkContent(const Line &line)
    {
        const auto claims = transcripts::claimsOf(names_.text(line.words.at(0)));
        REQUIRE(claims);
        CHECK_MESSAGE(names_.match(line.message, *claims), protocol::compactText(*claims));
    }

    void act(const std::vector<std::string> &words)
    {
        REQUIRE_FALSE(words.empty());
        const auto &what = words[0];
        if (what == "propose")
            REQUIRE(!agent().itemOf(support::sampleProposal(++proposed_)).empty());
        else if (what == "decide")
            decide(words.at(1), words.at(2));
        else if (what == "withdraw")
            REQUIRE(agent()
                        .call("POST", "/v1/items/" + names_.text(words.at(1)) + "/withdraw",
                              R"({"reason":"A newer draft follows."})")
                        .status
                    == 200);
        else if (what == "cut")
            console_.drop();
        else
            REQUIRE((what == "sign-in" || what == "open" || what == "reconnect"
                     || what == "proving")); // the console's own doing
    }

    // Makes the decision that the next lines submit.
    void decide(const std::string &verdict, const std::string &name)
    {
        auto item = protocol::readItem(item_.text);
        REQUIRE(item);
        item->id = item_.itemId;
        item->revision = item_.revision;
        item->digest = domain::Digest(crypto::digestText(asBytes(item_.text)));
        const auto statement = console_.statement(*item, verdict == "approve"  ? domain::Verdict::Approve
                                                         : verdict == "reject" ? domain::Verdict::Reject
                                                                               : domain::Verdict::Return);
        names_.bind(name, console_.sign(statement));
        names_.bind(name + ".id", statement.decisionId.text());
        names_.bind(name + ".shown", console_.rendered);
    }

    [[nodiscard]] TestAgent agent() const { return {gateway_.endpoint(), token_}; }

    const Story &story_;
    TestGateway gateway_;
    TestConsole console_{"mara", "desk-1"};
    std::string token_;
    Names names_;
    std::vector<const Line *> expected_; // what the gateway has to say before the next line
    protocol::ItemPart item_;
    int greetings_ = 0, proposed_ = 0;
};

} // namespace

TEST_CASE("the gateway keeps to every written conversation")
{
    for (const auto &story : transcripts::readStories(COUNTERSIGN_SOURCE_DIR "/tests/transcripts"))
        SUBCASE(story.name.c_str())
        {
            Player(story).play();
        }
}
