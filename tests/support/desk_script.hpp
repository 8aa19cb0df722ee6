// Plays a desk by commands, one JSON object a line, and tells what happens, one JSON event a line (contract, tools.md).
// One command after the other: the next begins when the one before has its answer. On the desk's thread.
#pragma once

#include "core/desk/desk.hpp"
#include "core/protocol/json.hpp"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace countersign::support
{

class DeskScript
{
public:
    using Say = std::function<void(const std::string &line)>;

    // `done` is called once: after quit, or with false when the sign-in was refused.
    DeskScript(desk::Desk &desk, domain::ReviewerId user, desk::Password password, Say say,
               std::function<void(bool)> done, bool byIssuer = false);

    void hear(std::string line);
    void end() { hear(R"({"do":"quit"})"); }

private:
    struct Running {
        std::string name; // of the command, as it was given
        protocol::Json command;
        std::uint64_t awaited = 0; // reply; 0: the item on the screen
        domain::ItemId item;
        bool hasSetAside = false; // the stop findings, once
    };

    void look();
    void begin();
    void start(const std::string &name, const protocol::Json &command);
    void startOpen(const domain::ItemId &item);
    void startEdit(const domain::ItemId &item, const protocol::Json &command);
    void tellKept(const desk::OpenItemView &open);
    void decide();
    [[nodiscard]] bool setStopsAside();
    void finish();
    void replied(const desk::Reply &reply);
    void itemShown(const desk::OpenItemView &open);
    void tellStandings(const desk::HistoryView &history);
    void tellLink(const desk::LinkView &link);
    void tellNotices(const std::vector<domain::Notice> &notices);
    void tellReady();
    void tellItems();
    void refuse(const domain::Refusal &refusal);
    void say(const protocol::Json &event) const;
    std::uint64_t submit(desk::Request request);
    [[nodiscard]] std::string textOf(std::string_view member) const;
    [[nodiscard]] desk::Password secretOf(std::string_view member) const;
    [[nodiscard]] bool isByPin() const;
    [[nodiscard]] desk::Password credential() const;

    desk::Desk &desk_;
    domain::ReviewerId user_;
    desk::Password password_;
    Say say_;
    std::function<void(bool)> done_;
    std::deque<std::string> lines_;
    std::optional<Running> running_;
    std::uint64_t lastCommand_ = 0;
    std::map<domain::DecisionId, domain::Standing> told_;
    std::optional<desk::LinkState> toldLink_;
    std::string toldReason_;
    std::vector<domain::Notice> toldNotices_;
    domain::ItemId editing_;
    domain::Draft edited_;
    std::uint64_t edition_ = 0, toldEdition_ = 0;
    bool isReady_ = false;
    bool isOver_ = false;
    desk::Subscription subscription_;
};

} // namespace countersign::support
