// Every story, played against the console's engine; the gateway's lines are said by the gateway in memory, which so is
// held to the same words as the real one.
#include "core/base/result.hpp"
#include "core/protocol/canonical.hpp"
#include "tests/support/clinic.hpp"
#include "tests/transcripts/story.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace countersign;
using namespace countersign::support;
using transcripts::Line;
using transcripts::Names;
using transcripts::Story;

namespace
{

struct Said {
    bool byConsole = false;
    protocol::Json message;
    [[nodiscard]] std::string text() const { return (byConsole ? "C " : "G ") + protocol::compactText(message); }
};

class Player
{
public:
    explicit Player(const Story &story) : story_(story)
    {
        clinic_.gateway.partBytes = std::size_t{1} << 20;
        clinic_.onSaid = [this](protocol::Message &message) {
            noteHeard();
            note(false, message);
            return !isNextLost();
        };
    }

    void play()
    {
        for (const auto &line : story_.lines) {
            at_ = &line;
            INFO(story_.name << ":" << line.number);
            if (line.kind == Line::Kind::Act)
                act(line.words);
            else if (line.kind == Line::Kind::Content)
                checkContent(line);
            else
                checkNext(line);
        }
        noteHeard();
        INFO((checked_ < said_.size() ? said_[checked_].text() : std::string()));
        CHECK(said_.size() == checked_);
    }

private:
    void note(bool byConsole, const protocol::Message &message)
    {
        said_.push_back({byConsole, *transcripts::readMessage(protocol::encodeMessage(message))});
    }
    void noteHeard()
    {
        for (; heard_ < clinic_.heard.size(); ++heard_)
            note(true, clinic_.heard[heard_]);
    }

    // Whether the story loses what the gateway has just said: the line of the same place among what was said.
    bool isNextLost() const
    {
        std::size_t place = 0;
        for (const auto &line : story_.lines)
            if (line.kind != Line::Kind::Act && line.kind != Line::Kind::Content && ++place == said_.size())
                return line.kind == Line::Kind::GatewayLost;
        return false;
    }

    void checkNext(const Line &line)
    {
        noteHeard();
        REQUIRE_MESSAGE(checked_ < said_.size(), "nothing more was said");
        const auto &said = said_[checked_++];
        CHECK_MESSAGE(said.byConsole == (line.kind == Line::Kind::Console), said.text());
        CHECK_MESSAGE(names_.match(line.message, said.message), said.text());
    }

    void checkContent(const Line &line)
    {
        const auto claims = transcripts::claimsOf(names_.text(line.words.at(0)));
        REQUIRE(claims);
        CHECK_MESSAGE(names_.match(line.message, *claims), protocol::compactText(*claims));
    }

    domain::ItemId itemOf(const std::string &name) const { return domain::ItemId(names_.text(name)); }

    void act(const std::vector<std::string> &words)
    {
        REQUIRE_FALSE(words.empty());
        const auto &what = words[0];
        if (what == "proving")
            clinic_.gateway.provesLog = true;
        else if (what == "propose")
            clinic_.gateway.propose(++proposed_), clinic_.settle();
        else if (what == "sign-in")
            static_cast<void>(clinic_.ask(desk::SignIn{
                domain::ReviewerId("mara"), password(words.size() > 1 ? "wrong" : "correct horse battery")}));
        else if (what == "open")
            static_cast<void>(clinic_.ask(desk::OpenItem{itemOf(words.at(1))}));
        else if (what == "decide")
            decide(words.at(1));
        else if (what == "withdraw")
            clinic_.gateway.withdraw(itemOf(words.at(1))), clinic_.settle();
        else if (what == "cut")
            clinic_.cut();
        else if (what == "reconnect")
            reconnect();
        else
            FAIL("no such act: " << what);
    }

    void decide(const std::string &verdict)
    {
        REQUIRE(clinic_.desk->shown().open->item);
        const auto wanted = verdict == "approve"  ? domain::Verdict::Approve
                            : verdict == "reject" ? domain::Verdict::Reject
                                                  : domain::Verdict::Return;
        const auto &shown = clinic_.desk->shown();
        const auto reply = clinic_.ask(
            decideRequest(*shown.open->item, wanted, "correct horse battery", shown.session.reviewer->id.text()));
        CHECK_FALSE(reply.refusal);
    }

    void reconnect()
    {
        for (int i = 0; i < 120 && !clinic_.desk->wire.isOpen(); ++i)
            clinic_.pass(std::chrono::milliseconds(500));
    }

    const Story &story_;
    const Line *at_ = nullptr;
    struct OwnClinic : Clinic {
        OwnClinic() : Clinic(0) { gateway.addReviewer("mara", "correct horse battery"); }
    } clinic_;
    Names names_;
    std::vector<Said> said_;
    std::size_t heard_ = 0, checked_ = 0;
    int proposed_ = 0;
};

} // namespace

TEST_CASE("the console keeps to every written conversation")
{
    const auto stories = transcripts::readStories(std::string(COUNTERSIGN_SOURCE_DIR) + "/tests/transcripts");
    REQUIRE(stories.size() >= 8);
    for (const auto &story : stories)
        SUBCASE(story.name.c_str())
        {
            Player(story).play();
        }
}
