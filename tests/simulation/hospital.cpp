#include "tests/simulation/hospital.hpp"

#include "core/domain/names.hpp"
#include "tests/support/clinic.hpp"

#include <algorithm>
#include <array>

namespace countersign::simulation
{
namespace
{

using domain::Standing;
using domain::Verdict;
using support::ConsoleRig;
using support::FailingLedger;
using support::ModelGateway;

constexpr int stepsInWeather = 400;
constexpr int stepsInCalmMax = 3000;
constexpr std::int64_t stepMsMax = 400;
const std::string word = "correct horse";

// A frame on its way, and when it is there.
template <class Frame>
struct Flight {
    std::int64_t atMs = 0;
    Frame frame;
};

bool isOnTheWay(Standing standing)
{
    return standing == Standing::Stored || standing == Standing::Sent;
}

Weather drawWeather(support::SeededDice &dice)
{
    return {.cut = dice.below(4),
            .drop = dice.below(6),
            .repeat = dice.below(6),
            .swap = dice.below(6),
            .delayMsMax = dice.below(3) * 1500,
            .kill = dice.below(2),
            .diskFailure = dice.below(3),
            .restart = dice.below(2),
            .activity = 5 + dice.below(30)};
}

} // namespace

struct Hospital::Console {
    std::string user, device;
    std::uint64_t seed = 0;
    support::FakeClock clock;
    support::ConsoleDisk disk;
    std::unique_ptr<ConsoleRig> rig;
    std::unique_ptr<ModelGateway::Link> link;
    std::deque<Flight<std::string>> toGateway;
    std::deque<Flight<protocol::Message>> toConsole;
    std::map<domain::DecisionId, Standing> shown; // the best that a person was ever told
    bool isOfflineByChoice = false;
};

Hospital::~Hospital() = default;

Hospital::Hospital(std::uint64_t seed) : dice_(seed), weather_(drawWeather(dice_))
{
    gateway_.takesEvents = gateway_.provesLog = true;
    const auto people = 2 + dice_.below(3);
    for (std::uint64_t i = 0; i < people; ++i) {
        auto console = std::make_unique<Console>();
        console->user = "person" + std::to_string(i / 2); // two desks each
        console->device = "desk" + std::to_string(i);
        console->seed = (seed * 10 + i) * 1000; // a killed console draws anew
        console->clock.wall += milliseconds(static_cast<std::int64_t>(dice_.below(240'000)) - 120'000);
        gateway_.addReviewer(console->user, word);
        console->rig = std::make_unique<ConsoleRig>(console->disk, console->clock, console->seed, console->device);
        consoles_.push_back(std::move(console));
    }
    for (int number = 0; number < 6; ++number)
        propose();
}

// Notes take effect at once; messages are held for a while, and may be taken back.
void Hospital::propose()
{
    auto proposal = support::sampleProposal(static_cast<int>(items_.size()));
    if (items_.size() % 2 == 1)
        proposal.action.type = domain::ActionType("message.send");
    items_.push_back(gateway_.propose(proposal));
}

std::optional<std::string> Hospital::run()
{
    for (int i = 0; i < stepsInWeather && !violation_; ++i)
        step(false);
    // The storm is over: every link is made anew once, everybody is at work, nobody decides any more.
    for (auto &console : consoles_)
        cut(*console);
    for (int i = 0; i < stepsInCalmMax && !violation_ && !isQuiet(); ++i) {
        for (auto &console : consoles_)
            bringToWork(*console);
        step(true);
    }
    if (!violation_)
        checkAtTheEnd();
    return violation_;
}

void Hospital::step(bool isCalm)
{
    const auto passed = static_cast<std::int64_t>(1 + dice_.below(stepMsMax));
    clock_.monotonic += passed;
    gateway_.now = clock_.now();
    gateway_.passTime();
    if (!isCalm && dice_.chance(2))
        propose();
    if (!isCalm && dice_.chance(weather_.restart)) {
        ++counts_.restarts;
        for (auto &console : consoles_)
            cut(*console);
    }
    for (auto &console : consoles_) {
        console->clock.monotonic += passed;
        if (!isCalm) {
            misbehave(*console);
            if (dice_.chance(weather_.activity))
                act(*console);
        }
        console->rig->wakeIfDue();
        carry(*console, isCalm);
        settle(*console);
    }
}

// Most of what is under way happens now, some of it later.
void Hospital::settle(Console &console)
{
    while (!violation_ && !dice_.chance(10) && console.rig->happenOnce())
        look(console);
}

void Hospital::bringToWork(Console &console)
{
    auto &rig = *console.rig;
    rig.ledger.openFails = false;
    if (!rig.isIdle())
        return;
    const auto state = rig.shown().session.state;
    if (state == desk::SessionState::SignedOut)
        rig.submit(desk::SignIn{domain::ReviewerId{console.user}, support::password(word)});
    if (state == desk::SessionState::Locked)
        rig.submit(desk::Unlock{support::password(word)});
    if (std::exchange(console.isOfflineByChoice, false))
        rig.submit(desk::GoOnline{});
}

void Hospital::act(Console &console)
{
    auto &rig = *console.rig;
    const auto state = rig.shown().session.state;
    if (state == desk::SessionState::SignedOut) {
        rig.submit(desk::SignIn{domain::ReviewerId{console.user}, support::password(dice_.chance(5) ? "wrong" : word)});
        return;
    }
    switch (dice_.below(12)) {
    case 0:
        rig.submit(desk::Lock{});
        break;
    case 1:
        rig.submit(desk::SignOut{});
        break;
    case 2:
        console.isOfflineByChoice = true;
        rig.submit(desk::GoOffline{});
        break;
    case 3:
    case 4:
        console.isOfflineByChoice = false;
        rig.submit(desk::GoOnline{});
        break;
    case 5:
        rig.submit(desk::Prefetch{items_[dice_.below(items_.size())]});
        break;
    case 6:
    case 7:
        retractSomething(console);
        break;
    default:
        if (state == desk::SessionState::Locked)
            rig.submit(desk::Unlock{support::password(word)});
        else
            decideSomething(console);
    }
}

void Hospital::decideSomething(Console &console)
{
    static constexpr std::array verdicts{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject,
                                         Verdict::Return,  Verdict::Respond,       Verdict::Escalate};
    auto &rig = *console.rig;
    const auto &open = rig.shown().open;
    if (open && open->item && !dice_.chance(20)) {
        auto request = support::decideRequest(*open->item, verdicts[dice_.below(verdicts.size())], word, console.user);
        if (dice_.chance(3))
            request.password = support::password("wrong");
        rig.submit(std::move(request));
        return;
    }
    const auto &rows = rig.shown().queue->rows;
    if (!rows.empty())
        rig.submit(desk::OpenItem{rows[dice_.below(rows.size())]->id});
}

void Hospital::retractSomething(Console &console)
{
    const auto &history = console.rig->shown().history;
    if (!history)
        return;
    for (const auto &own : history->own)
        if (own->isRetractable) {
            console.rig->submit(desk::Retract{own->id, "Meant for another patient.", support::password(word),
                                              domain::ReviewerId{console.user}});
            return;
        }
}

void Hospital::misbehave(Console &console)
{
    if (dice_.chance(weather_.cut))
        cut(console);
    if (dice_.chance(weather_.kill))
        kill(console);
    auto &ledger = console.rig->ledger;
    ledger.openFails = ledger.openFails && !dice_.chance(20);
    if (!dice_.chance(weather_.diskFailure))
        return;
    ++counts_.diskFailures;
    switch (dice_.below(4)) {
    case 0:
        ledger.appendFails = FailingLedger::Moment::BeforeWriting;
        break;
    case 1:
        ledger.appendFails = FailingLedger::Moment::AfterWriting;
        break;
    case 2:
        ledger.standingFails = true;
        break;
    default:
        ledger.openFails = true;
    }
}

void Hospital::kill(Console &console)
{
    ++counts_.kills;
    console.link.reset();
    console.toGateway.clear();
    console.toConsole.clear();
    console.isOfflineByChoice = false;
    console.rig = std::make_unique<ConsoleRig>(console.disk, console.clock, ++console.seed, console.device);
}

void Hospital::cut(Console &console)
{
    ++counts_.cuts;
    console.link.reset();
    console.toGateway.clear();
    console.toConsole.clear();
    if (console.rig->wire.isOpen())
        console.rig->wire.cut();
}

void Hospital::carry(Console &console, bool isCalm)
{
    auto &wire = console.rig->wire;
    wire.reach = isCalm || !dice_.chance(weather_.cut * 5) ? support::ScriptedWire::Reach::Open
                                                           : support::ScriptedWire::Reach::Unreachable;
    if (!wire.isOpen()) {
        console.link.reset();
        console.toGateway.clear();
        console.toConsole.clear();
        return;
    }
    if (!console.link)
        console.link = gateway_.accept();
    sayToGateway(console, isCalm);
    gateway_.push(*console.link);
    sayToConsole(console, isCalm);
}

// Towards the gateway frames may be late, come twice, or be lost with all that follow: as TCP loses them.
void Hospital::sayToGateway(Console &console, bool isCalm)
{
    const auto delay = [&] { return static_cast<std::int64_t>(isCalm ? 0 : dice_.below(weather_.delayMsMax + 1)); };
    for (auto &text : console.rig->wire.sent)
        console.toGateway.push_back({clock_.monotonic + delay(), std::move(text)});
    console.rig->wire.sent.clear();
    while (!console.toGateway.empty() && console.toGateway.front().atMs <= clock_.monotonic) {
        const auto message = protocol::decodeMessage(console.toGateway.front().frame).value();
        console.toGateway.pop_front();
        const bool isTwice =
            !isCalm && dice_.chance(weather_.repeat) && std::holds_alternative<protocol::SubmitDecision>(message);
        for (int i = 0; i < 1 + isTwice; ++i) {
            ++counts_.deliveries;
            gateway_.hear(*console.link, message);
        }
    }
}

// Towards the console anything may happen to a frame: a gateway may have defects too.
void Hospital::sayToConsole(Console &console, bool isCalm)
{
    auto &flights = console.toConsole;
    for (auto &message : std::exchange(console.link->said, {})) {
        if (!isCalm && dice_.chance(weather_.drop))
            continue;
        const int times = !isCalm && dice_.chance(weather_.repeat) ? 2 : 1;
        const auto delay = static_cast<std::int64_t>(isCalm ? 0 : dice_.below(weather_.delayMsMax + 1));
        for (int i = 0; i < times; ++i)
            flights.push_back({clock_.monotonic + delay, message});
        if (!isCalm && flights.size() > 1 && dice_.chance(weather_.swap))
            std::swap(flights[flights.size() - 1], flights[flights.size() - 2]);
    }
    while (!flights.empty() && flights.front().atMs <= clock_.monotonic) {
        console.rig->wire.say(flights.front().frame);
        flights.pop_front();
    }
}

bool Hospital::isQuiet() const
{
    return std::ranges::all_of(consoles_, [&](const auto &console) {
        const auto &shown = console->rig->shown();
        const auto &decisions = console->disk.ledger.decisions;
        return console->rig->isIdle() && shown.link.state == desk::LinkState::Online && shown.queue
               && shown.queue->position == std::ssize(gateway_.changes) && console->link && console->link->said.empty()
               && console->toGateway.empty() && console->toConsole.empty()
               && console->disk.ledger.acknowledged == std::ssize(console->disk.ledger.events)
               && std::ranges::none_of(decisions, [](const auto &d) { return isOnTheWay(d.standing); });
    });
}

// --- what must hold ---

// A person is never told more than the disk holds.
void Hospital::look(Console &console)
{
    const auto &shown = console.rig->shown();
    note(shown.version);
    for (const auto &reply : shown.replies)
        if (!reply.decision.isEmpty() && !reply.refusal)
            console.shown.try_emplace(reply.decision, Standing::Stored);
    if (!shown.history)
        return;
    for (const auto &own : shown.history->own) {
        const auto stored = std::ranges::find(console.disk.ledger.decisions, own->id,
                                              [](const auto &decision) { return decision.sealed.id; });
        if (stored == console.disk.ledger.decisions.end())
            return violated("a decision is shown that the disk does not hold");
        const bool isReleasedOnDisk = own->standing == Standing::Held && stored->standing == Standing::Confirmed;
        if (!isOnTheWay(own->standing) && stored->standing != own->standing && !isReleasedOnDisk)
            return violated("a standing is shown that the disk does not hold");
        if (!isOnTheWay(own->standing) && !gateway_.received.contains(own->id))
            return violated("a receipt is shown that no gateway gave");
        console.shown[own->id] = own->standing;
    }
}

void Hospital::checkAtTheEnd()
{
    if (!isQuiet())
        return violated("not settled in time");
    for (const auto &console : consoles_) {
        std::map<domain::DecisionId, const ports::StoredDecision *> held;
        for (const auto &decision : console->disk.ledger.decisions)
            held[decision.sealed.id] = &decision;
        counts_.decisions += std::ssize(held);
        for (const auto &[id, standing] : console->shown)
            if (!held.contains(id))
                return violated("a decision that was shown as stored is lost");
        for (const auto &[id, decision] : held) {
            const auto received = gateway_.received.find(id);
            if (received == gateway_.received.end())
                return violated("a stored decision never came to the gateway");
            if (received->second.jws != decision->sealed.jws || received->second.receipt != decision->receipt)
                return violated("console and gateway hold different bytes");
        }
        if (console->rig->shown().link.fork)
            return violated("an honest gateway was called a liar");
        const auto &events = console->disk.ledger.events;
        const auto &trail = gateway_.trails[console->disk.ledger.trail];
        if (!std::ranges::equal(events, trail, {}, &ports::TrailEntry::bytes))
            return violated("the audit trail was lost, doubled or changed on its way");
        std::size_t open = 0;
        for (const auto &[id, item] : gateway_.items)
            open += domain::isOpen(item.row.state);
        const auto &rows = console->rig->shown().queue->rows;
        const auto shownOpen = std::ranges::count_if(rows, [](const auto &row) { return domain::isOpen(row->state); });
        if (static_cast<std::size_t>(shownOpen) != open)
            return violated("a console shows another queue than the gateway's");
    }
    checkOutcomes();
}

void Hospital::checkOutcomes()
{
    std::map<domain::ItemId, int> winners;
    for (const auto &[id, received] : gateway_.received) {
        note(static_cast<std::uint64_t>(received.outcome));
        if ((received.outcome == domain::Outcome::NotPermitted && !received.isRetraction) // which may come too late
            || received.outcome == domain::Outcome::InvalidSignature
            || received.outcome == domain::Outcome::ClockRefused)
            return violated("a decision of an honest console was refused: "
                            + std::string(domain::name(received.outcome)));
        counts_.retractions += received.isRetraction && received.outcome == domain::Outcome::Accepted;
        if (received.outcome == domain::Outcome::Accepted && !received.isEscalation)
            winners[received.item] += received.isRetraction ? -1 : 1;
    }
    if (gateway_.conflicts > 0)
        return violated("one id came with two contents");
    if (std::ranges::any_of(winners, [](const auto &winner) { return winner.second > 1; }))
        return violated("an item has two decisions in effect");
}

void Hospital::violated(const std::string &what)
{
    if (!violation_)
        violation_ = what;
}

void Hospital::note(std::uint64_t value)
{
    trace_ = (trace_ ^ value) * 1099511628211ULL;
}

} // namespace countersign::simulation
