#include "tests/support/desk_script.hpp"

#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/support/refusal_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::support
{
namespace
{

using domain::Standing;
using domain::Verdict;
using protocol::Json;

constexpr std::array linkNames{"offline", "connecting", "online"};

std::string_view eventFor(Standing standing)
{
    switch (standing) {
    case Standing::Stored:
        return "stored";
    case Standing::Sent:
        return "sent";
    case Standing::Confirmed:
        return "confirmed";
    case Standing::Held:
        return "held";
    case Standing::Superseded:
        return "superseded";
    case Standing::Refused:
        return "refused";
    case Standing::Drafting:
    case Standing::Quarantined:
        break;
    }
    return "error";
}

bool isOnTheWay(Standing standing)
{
    return standing == Standing::Stored || standing == Standing::Sent;
}

// What this program shows a reviewer: every line of the draft, in order.
domain::DisplayModel displayOf(const domain::Item &item)
{
    const auto &proposal = item.proposal;
    domain::DisplayModel model{{.label = "action.title", .text = proposal.action.title},
                               {.label = "action.effect", .text = proposal.action.effect},
                               {.label = "patient.family", .text = proposal.patient.family.reveal()},
                               {.label = "patient.given", .text = proposal.patient.given.reveal()}};
    for (const auto &section : domain::sectionsOf(proposal.draft))
        for (const auto &statement : section.statements)
            model.push_back({.label = "statement:" + statement.id.text(), .text = statement.text});
    if (const auto *call = std::get_if<domain::ToolCallDraft>(&proposal.draft)) {
        model.push_back({.label = "tool.name", .text = call->name});
        model.push_back({.label = "tool.arguments", .text = call->arguments});
    }
    return model;
}

std::vector<domain::Reason> reasonsOf(const Json *list)
{
    std::vector<domain::Reason> reasons;
    if (list == nullptr || list->asArray() == nullptr)
        return reasons;
    const auto text = [](const Json *json) { return json && json->asString() ? *json->asString() : std::string(); };
    for (const auto &one : *list->asArray()) {
        domain::Reason reason;
        reason.code = one.asString() ? *one.asString() : text(one.find("code"));
        reason.statementId = domain::StatementId{text(one.find("statementId"))};
        reason.harm = domain::parse<domain::Harm>(text(one.find("harm"))).value_or(domain::Harm::Unstated);
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

} // namespace

DeskScript::DeskScript(desk::Desk &desk, domain::ReviewerId user, desk::Password password, Say say,
                       std::function<void(bool)> done, bool byIssuer)
    : desk_(desk), user_(std::move(user)), password_(std::move(password)), say_(std::move(say)), done_(std::move(done)),
      subscription_(desk.subscribe([this] { look(); }))
{
    running_ = Running{.name = "sign-in", .command = {}, .awaited = 0, .item = {}};
    running_->awaited = submit(desk::SignIn{user_, password_, byIssuer});
}

void DeskScript::hear(std::string line)
{
    lines_.push_back(std::move(line));
    begin();
}

void DeskScript::begin()
{
    while (!running_ && !lines_.empty() && !isOver_) {
        const auto line = std::exchange(lines_.front(), {});
        lines_.pop_front();
        const auto command = protocol::decodeStrict(line, protocol::limits::proposal);
        const auto *name = command ? command->find("do") : nullptr;
        if (name == nullptr || name->asString() == nullptr) {
            say(Json::object({{"event", "error"}, {"what", "not a command"}}));
            continue;
        }
        running_ = Running{.name = *name->asString(), .command = *command, .awaited = 0, .item = {}};
        running_->item = domain::ItemId{textOf("item")};
        start(*name->asString(), *command);
    }
}

void DeskScript::start(const std::string &name, const Json &command)
{
    const auto &item = running_->item;
    if (name == "list") {
        tellItems();
        finish();
    } else if (name == "open" || name == "decide") {
        startOpen(item);
    } else if (name == "evidence") {
        const auto *seconds = command.find("seconds");
        running_->awaited = submit(desk::ShowEvidence{item, domain::SourceId{textOf("source")},
                                                      seconds && seconds->asInteger() ? *seconds->asInteger() : 1});
    } else if (name == "edit") {
        startEdit(item, command);
    } else if (name == "retract") {
        running_->awaited = submit(
            desk::Retract{domain::DecisionId{textOf("decision")}, textOf("comment"), credential(), user_, isByPin()});
    } else if (name == "offline") {
        running_->awaited = submit(desk::GoOffline{});
    } else if (name == "online") {
        running_->awaited = submit(desk::GoOnline{});
    } else if (name == "enrol-token") {
        running_->awaited = submit(desk::EnrolToken{password_, secretOf("pin")});
    } else if (name == "renew-key") {
        running_->awaited = submit(desk::RenewSigningKey{password_});
    } else if (name == "see-notice") {
        const auto *number = command.find("number");
        running_->awaited = submit(desk::SeeNotice{number && number->asInteger() ? *number->asInteger() : 0});
    } else if (name == "emergency") {
        running_->awaited = submit(desk::BeginEmergency{textOf("reason")});
    } else if (name == "end-emergency") {
        running_->awaited = submit(desk::EndEmergency{});
    } else if (name == "end-signing") {
        running_->awaited = submit(desk::EndSigning{});
    } else if (name == "lock") {
        running_->awaited = submit(desk::Lock{});
    } else if (name == "unlock") {
        password_ = secretOf("password");
        running_->awaited = submit(desk::Unlock{password_});
    } else if (name == "quit") {
        isOver_ = true;
        finish();
        done_(true);
    } else {
        say(Json::object({{"event", "error"}, {"what", "unknown command"}}));
        finish();
    }
}

// A statement's text as it would stand after a key was pressed. Said to be `kept` once it is durable.
void DeskScript::startEdit(const domain::ItemId &item, const Json &command)
{
    const auto open = desk_.latest()->open;
    const auto *text = command.find("text");
    if (!open || open->id != item || !open->item || text == nullptr || text->asString() == nullptr) {
        say(Json::object({{"event", "error"}, {"what", "not open"}, {"item", item.text()}}));
        return finish();
    }
    if (editing_ != item)
        edited_ = open->kept && open->kept->edited ? open->kept->edited->draft : open->item->proposal.draft;
    editing_ = item;
    for (auto &section : *domain::sectionsOf(edited_))
        for (auto &statement : section.statements)
            if (statement.id.text() == textOf("statement"))
                statement.text = *text->asString();
    running_->awaited =
        submit(desk::EditDraft{item, ++edition_, std::make_shared<const domain::Draft>(edited_), textOf("place")});
}

void DeskScript::tellKept(const desk::OpenItemView &open)
{
    if (editing_ != open.id || open.keptEdition == toldEdition_ || open.keptEdition == 0)
        return;
    toldEdition_ = open.keptEdition;
    say(Json::object(
        {{"event", "kept"}, {"item", open.id.text()}, {"edition", static_cast<std::int64_t>(open.keptEdition)}}));
}

// An item that is on the screen already is not opened anew: what was looked at there belongs to the decision.
void DeskScript::startOpen(const domain::ItemId &item)
{
    const auto open = desk_.latest()->open;
    if (running_->name == "decide" && open && open->id == item && open->item)
        return decide();
    running_->awaited = submit(desk::OpenItem{item});
}

void DeskScript::decide()
{
    const auto open = desk_.latest()->open;
    const auto &command = running_->command;
    desk::Decide request;
    request.item = running_->item;
    const auto verdict = domain::parse<Verdict>(textOf("verdict"));
    if (!verdict) {
        say(Json::object({{"event", "error"}, {"what", "unknown verdict"}, {"item", request.item.text()}}));
        return finish();
    }
    request.verdict = *verdict;
    request.reasons = reasonsOf(command.find("reasons"));
    request.comment = textOf("comment");
    if (const auto *edited = command.find("edited")) {
        auto draft = protocol::readDraft(*edited);
        if (!draft) {
            say(Json::object({{"event", "error"}, {"what", "not a draft"}, {"item", request.item.text()}}));
            return finish();
        }
        request.edited = std::move(*draft);
    }
    request.activeSeconds = 1;
    if (open->item->tier >= domain::Tier::High)
        request.acknowledged = open->mustSee; // a script has nobody who could look: it says so, and signs that
    request.rendered = displayOf(*open->item);
    request.password = credential();
    request.isPin = isByPin();
    request.onBehalfOf = domain::ReviewerId{textOf("onBehalfOf")};
    request.signingAs = user_;
    running_->awaited = submit(std::move(request));
    running_->name = "deciding";
}

// A script has nobody who could look: it says so to every stop finding that can be set aside, and signs that.
bool DeskScript::setStopsAside()
{
    const auto open = desk_.latest()->open;
    if (std::exchange(running_->hasSetAside, true) || !open || !open->findings)
        return false;
    for (const auto &finding : open->findings->list)
        if (finding.severity == domain::Severity::Stop)
            submit(desk::ResolveFinding{open->id, finding.id, domain::FindingView::Resolution::Overridden, "scripted"});
    return true;
}

void DeskScript::finish()
{
    running_.reset();
}

void DeskScript::look()
{
    const auto snapshot = desk_.latest();
    tellLink(snapshot->link);
    tellNotices(snapshot->session.notices);
    if (running_ && running_->awaited != 0) {
        const auto reply = std::ranges::find(snapshot->replies, running_->awaited, &desk::Reply::command);
        if (reply != snapshot->replies.end())
            replied(*reply);
    }
    if (running_ && running_->awaited == 0 && snapshot->open && snapshot->open->id == running_->item)
        itemShown(*snapshot->open);
    if (snapshot->open)
        tellKept(*snapshot->open);
    if (snapshot->history)
        tellStandings(*snapshot->history);
    begin();
}

void DeskScript::tellNotices(const std::vector<domain::Notice> &notices)
{
    if (std::exchange(toldNotices_, notices) == notices)
        return;
    const auto encode = [](const domain::Notice &notice) {
        return Json::object({{"number", notice.number},
                             {"kind", domain::name(notice.kind)},
                             {"who", notice.who.text()},
                             {"detail", notice.detail}});
    };
    say(Json::object({{"event", "notices"}, {"notices", Json::arrayOf(notices, encode)}}));
}

void DeskScript::replied(const desk::Reply &reply)
{
    running_->awaited = 0;
    const auto name = running_->name;
    if (reply.refusal) {
        if (name == "deciding" && reply.refusal->code == domain::RefusalCode::StopFindingOpen && setStopsAside())
            return decide();
        refuse(*reply.refusal);
        finish();
        if (name == "sign-in") {
            isOver_ = true;
            done_(false);
        }
        return;
    }
    if (name == "open" || name == "decide")
        return; // until the item is there
    if (name == "sign-in" || name == "unlock")
        tellReady();
    if (!reply.decision.isEmpty() && !told_.contains(reply.decision)) {
        told_[reply.decision] = Standing::Stored;
        say(Json::object({{"event", "stored"}, {"decision", reply.decision.text()}, {"item", running_->item.text()}}));
    }
    finish();
}

void DeskScript::itemShown(const desk::OpenItemView &open)
{
    if (open.refusal && !open.item) {
        refuse(*open.refusal);
        return finish();
    }
    if (!open.item)
        return;
    if (running_->name == "decide")
        return decide();
    auto event = protocol::compactText(
        Json::object({{"event", "item"},
                      {"itemId", open.id.text()},
                      {"revision", open.item->revision},
                      {"digest", open.item->digest.text()},
                      {"tier", domain::name(open.item->tier)},
                      {"offers", Json::arrayOf(open.offers, [](const desk::VerdictOffer &offer) {
                           auto json = Json::object({{"verdict", domain::name(offer.verdict)}});
                           if (offer.refusal)
                               json.set("refusal", refusalNames[static_cast<std::size_t>(offer.refusal->code)]);
                           return json;
                       })}}));
    event.pop_back();
    if (open.kept && open.kept->edited)
        event += ",\"edited\":" + protocol::editedBytes(*open.kept->edited);
    if (open.kept)
        event += ",\"place\":" + protocol::compactText(Json(open.kept->place));
    if (open.former)
        event += ",\"former\":" + protocol::editedBytes(*open.former->edited);
    editing_ = {};
    say_(event + ",\"item\":" + open.item->canonical + "}");
    finish();
}

// Every word on the way, also when the desk was faster than this program looked.
void DeskScript::tellStandings(const desk::HistoryView &history)
{
    if (!isReady_)
        return;
    for (const auto &own : history.own) {
        const auto known = told_.find(own->id);
        if (known != told_.end() && known->second == own->standing)
            continue;
        auto event = Json::object({{"event", "stored"}, {"decision", own->id.text()}, {"item", own->item.text()}});
        if (known == told_.end())
            say(event);
        if (own->standing != Standing::Sent && (known == told_.end() || known->second == Standing::Stored)
            && !isOnTheWay(own->standing))
            say(event.set("event", "sent"));
        if (own->standing != Standing::Stored) {
            event.set("event", eventFor(own->standing));
            if (own->receipt)
                event.set("outcome", domain::name(own->receipt->outcome));
            say(event);
        }
        told_[own->id] = own->standing;
    }
}

void DeskScript::tellLink(const desk::LinkView &link)
{
    if (toldLink_ == link.state && toldReason_ == link.closingReason)
        return;
    toldLink_ = link.state;
    toldReason_ = link.closingReason;
    auto event = Json::object({{"event", "link"}, {"state", linkNames[static_cast<std::size_t>(link.state)]}});
    if (!link.closingReason.empty())
        event.set("reason", link.closingReason);
    say(event);
}

void DeskScript::tellReady()
{
    const auto snapshot = desk_.latest();
    isReady_ = true;
    const auto standings = Json::arrayOf(snapshot->history->own, [&](const auto &own) {
        told_[own->id] = own->standing;
        return Json::object({{"decision", own->id.text()},
                             {"item", own->item.text()},
                             {"standing", domain::name(own->standing)},
                             {"seq", own->statement->chain.seq}});
    });
    say(Json::object({{"event", "ready"},
                      {"user", snapshot->session.reviewer->id.text()},
                      {"device", snapshot->session.device.text()},
                      {"decisions", standings}}));
}

void DeskScript::tellItems()
{
    const auto queue = desk_.latest()->queue;
    say(Json::object({{"event", "items"},
                      {"position", queue->position},
                      {"complete", queue->isComplete},
                      {"items", Json::arrayOf(queue->rows, [](const desk::QueueRow &row) {
                           return Json::object({{"id", row->id.text()},
                                                {"revision", row->revision},
                                                {"digest", row->digest.text()},
                                                {"state", domain::name(row->state)},
                                                {"tier", domain::name(row->tier)},
                                                {"workflow", row->workflow.text()},
                                                {"title", row->title}});
                       })}}));
}

void DeskScript::refuse(const domain::Refusal &refusal)
{
    auto event = Json::object({{"event", "refusal"},
                               {"do", running_->name == "deciding" ? "decide" : running_->name},
                               {"code", refusalNames[static_cast<std::size_t>(refusal.code)]}});
    if (!running_->item.isEmpty())
        event.set("item", running_->item.text());
    if (!refusal.subject.empty())
        event.set("subject", refusal.subject);
    say(event);
}

void DeskScript::say(const Json &event) const
{
    say_(protocol::compactText(event));
}

std::uint64_t DeskScript::submit(desk::Request request)
{
    desk_.submit({++lastCommand_, std::move(request)});
    return lastCommand_;
}

desk::Password DeskScript::secretOf(std::string_view member) const
{
    return std::make_shared<SecretBytes>(SecretBytes::copyOf(asBytes(textOf(member))));
}

bool DeskScript::isByPin() const
{
    return running_->command.find("pin") != nullptr;
}

// The PIN of the command, or the password.
desk::Password DeskScript::credential() const
{
    return isByPin() ? secretOf("pin") : password_;
}

std::string DeskScript::textOf(std::string_view member) const
{
    const auto *found = running_->command.find(member);
    return found && found->asString() ? *found->asString() : std::string();
}

} // namespace countersign::support
