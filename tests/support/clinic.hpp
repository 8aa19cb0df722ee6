// One console and one gateway on a good network: what either says reaches the other, in order, as soon as it settles.
#pragma once

#include "tests/support/console_rig.hpp"
#include "tests/support/model_gateway.hpp"

#include <functional>
#include <memory>

namespace countersign::support
{

class Clinic
{
public:
    explicit Clinic(int items = 3);

    FakeClock clock;
    ModelGateway gateway;
    ConsoleDisk disk;
    std::unique_ptr<ConsoleRig> desk;
    std::vector<domain::ItemId> items;
    // What the console said, as the gateway heard it; a test may look at it or change what is carried.
    std::vector<protocol::Message> heard;
    // What the gateway says goes through here; false: it is lost.
    std::function<bool(protocol::Message &)> onSaid;

    void settle();
    void pass(std::chrono::milliseconds time); // in steps of a second
    void cut();
    // The process dies; what its disk holds stays. The new one has not signed in.
    void killDesk();

    // Each submits, settles and returns the reply.
    desk::Reply ask(desk::Request request);
    desk::Reply signIn(const std::string &user = "mara", const std::string &word = "correct horse");
    // Opens the item and decides on it as a reviewer would.
    desk::Reply decide(const domain::ItemId &item, domain::Verdict verdict, const std::string &word = "correct horse");

    [[nodiscard]] const desk::DecisionView *decision(const domain::DecisionId &id) const;

private:
    bool carry();

    std::unique_ptr<ModelGateway::Link> link_;
};

[[nodiscard]] bool isRefused(const desk::Reply &reply, domain::RefusalCode code);

// What was signed, as the gateway received it.
[[nodiscard]] domain::DecisionStatement statementOf(const ModelGateway::Received &received);

[[nodiscard]] desk::Decide decideRequest(const domain::Item &item, domain::Verdict verdict, const std::string &word,
                                         const std::string &user = "mara");

} // namespace countersign::support
