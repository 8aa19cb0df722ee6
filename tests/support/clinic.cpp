#include "tests/support/clinic.hpp"

#include "core/audit/jws.hpp"
#include "core/domain/reason_codes.hpp"
#include "core/policy/must_see.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::support
{
namespace
{

domain::Draft edited(const domain::Draft &original)
{
    auto draft = original;
    auto *sections = domain::sectionsOf(draft);
    sections->front().statements.front().text = "Amoxicillin 250 mg three times a day.";
    return draft;
}

} // namespace

desk::Decide decideRequest(const domain::Item &item, domain::Verdict verdict, const std::string &word,
                           const std::string &user)
{
    desk::Decide request;
    request.item = item.id;
    request.verdict = verdict;
    request.activeSeconds = 12;
    request.acknowledged = policy::mustSee(item.tier, item.proposal.draft);
    request.rendered = {{.label = "statement:st1", .text = "Amoxicillin"}};
    request.password = password(word);
    request.signingAs = domain::ReviewerId{user};
    if (verdict == domain::Verdict::ApproveEdited)
        request.edited = edited(item.proposal.draft);
    if (domain::requiresReason(verdict))
        request.reasons = {
            {.code = std::string(domain::reasonsFor(item.proposal.draft, verdict).front().code), .statementId = {}}};
    if (verdict == domain::Verdict::Respond || domain::requiresReason(verdict))
        request.comment = "See the transcript.";
    return request;
}

Clinic::Clinic(int count)
{
    gateway.addReviewer("mara", "correct horse");
    for (int i = 0; i < count; ++i)
        items.push_back(gateway.propose(i));
    desk = std::make_unique<ConsoleRig>(disk, clock);
}

bool Clinic::carry()
{
    bool hasCarried = false;
    if (!desk->wire.isOpen())
        link_.reset();
    else if (!link_)
        link_ = gateway.accept();
    gateway.now = clock.now();
    while (link_ && !desk->wire.sent.empty()) {
        const auto message = protocol::decodeMessage(desk->wire.sent.front());
        desk->wire.sent.pop_front();
        heard.push_back(message.value());
        gateway.hear(*link_, *message);
        hasCarried = true;
    }
    if (!link_)
        return hasCarried;
    gateway.push(*link_);
    for (auto &message : std::exchange(link_->said, {}))
        if (!onSaid || onSaid(message)) {
            desk->wire.say(message);
            hasCarried = true;
        }
    return hasCarried;
}

void Clinic::settle()
{
    do
        desk->settle();
    while (carry() || !desk->isIdle());
}

void Clinic::pass(std::chrono::milliseconds time)
{
    const auto until = clock.monotonic + time.count();
    while (clock.monotonic < until) {
        clock.monotonic = std::min(until, clock.monotonic + 1000);
        gateway.now = clock.now();
        gateway.passTime();
        desk->wakeIfDue();
        settle();
    }
}

void Clinic::cut()
{
    desk->wire.cut();
    link_.reset();
    desk->settle();
}

void Clinic::killDesk()
{
    desk = std::make_unique<ConsoleRig>(disk, clock);
    link_.reset();
}

desk::Reply Clinic::ask(desk::Request request)
{
    const auto id = desk->submit(std::move(request));
    settle();
    return desk->replyTo(id).value_or(desk::Reply{});
}

desk::Reply Clinic::signIn(const std::string &user, const std::string &word)
{
    return ask(desk::SignIn{domain::ReviewerId{user}, password(word)});
}

desk::Reply Clinic::decide(const domain::ItemId &item, domain::Verdict verdict, const std::string &word)
{
    const auto opened = ask(desk::OpenItem{item});
    if (opened.refusal || !desk->shown().open || !desk->shown().open->item)
        return opened;
    return ask(decideRequest(*desk->shown().open->item, verdict, word, desk->shown().session.reviewer->id.text()));
}

const desk::DecisionView *Clinic::decision(const domain::DecisionId &id) const
{
    for (const auto &own : desk->shown().history->own)
        if (own->id == id)
            return own.get();
    return nullptr;
}

bool isRefused(const desk::Reply &reply, domain::RefusalCode code)
{
    return reply.refusal && reply.refusal->code == code;
}

domain::DecisionStatement statementOf(const ModelGateway::Received &received)
{
    const auto parts = audit::parseJws(audit::JwsType::Decision, received.jws);
    return protocol::readDecision(parts->payload).value();
}

} // namespace countersign::support
