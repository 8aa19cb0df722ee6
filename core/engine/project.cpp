#include "core/engine/project.hpp"

#include "core/base/result.hpp"
#include "core/engine/steps.hpp"
#include "core/policy/gates.hpp"
#include "core/policy/must_see.hpp"
#include "core/policy/signing_words.hpp"
#include "core/policy/tiers.hpp"
#include "core/rulebook/policy_checks.hpp"

#include <algorithm>
#include <array>

namespace countersign::engine
{
namespace
{

using domain::Standing;
using domain::Verdict;

// In the order in which they are offered.
constexpr std::array offered{Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject, Verdict::Return,
                             Verdict::Respond, Verdict::Escalate,      Verdict::Cosign, Verdict::DeclineCosign};

desk::SessionState stateOf(const access::Session &session)
{
    return std::visit(Overload{
                          [](const access::session::SignedOut &) { return desk::SessionState::SignedOut; },
                          [](const access::session::SigningIn &) { return desk::SessionState::SigningIn; },
                          [](const access::session::SignedIn &) { return desk::SessionState::SignedIn; },
                          [](const access::session::Locked &) { return desk::SessionState::Locked; },
                      },
                      session);
}

desk::SessionView viewSession(const World &world, const Moment &moment)
{
    desk::SessionView view{.state = stateOf(world.session), .reviewer = std::nullopt, .device = world.setup.device};
    view.signing = viewSigning(world, moment);
    view.lockedBy = world.lockedBy;
    if (world.emergency)
        view.emergencyUntil = world.emergency->until;
    view.notices = world.notices;
    if (world.card) {
        view.reviewer = world.card->reviewer;
        std::ranges::copy_if(world.card->covers, std::back_inserter(view.covers),
                             [&](const domain::Cover &cover) { return cover.counts(moment.now); });
    } else if (const auto *locked = std::get_if<access::session::Locked>(&world.session))
        view.reviewer = domain::Reviewer{.id = locked->user, .name = {}, .credentials = {}, .npi = {}};
    return view;
}

desk::LinkState stateOf(const sync::LinkState &state)
{
    return std::visit(Overload{
                          [](const sync::link::Offline &) { return desk::LinkState::Offline; },
                          [](const sync::link::Waiting &) { return desk::LinkState::Offline; },
                          [](const sync::link::Closing &) { return desk::LinkState::Offline; },
                          [](const sync::link::Following &) { return desk::LinkState::Online; },
                          [](const auto &) { return desk::LinkState::Connecting; },
                      },
                      state);
}

desk::LinkView viewLink(const World &world, const Moment &moment)
{
    desk::LinkView view{.state = stateOf(world.link.state),
                        .isOfflineByChoice = world.isOfflineByChoice,
                        .organisation = world.card ? world.card->organisation : std::string(),
                        .closingReason = world.link.closingReason,
                        .since = world.linkedSince,
                        .retryAt = std::nullopt,
                        .skewMs = world.skewMs};
    view.fork = world.witness.fork;
    if (const auto *waiting = std::get_if<sync::link::Waiting>(&world.link.state))
        view.retryAt = moment.now + milliseconds(waiting->untilMs - moment.monotonicMs);
    return view;
}

std::shared_ptr<const desk::QueueView> viewQueue(const World &world)
{
    std::set<domain::ItemId> edited;
    for (const auto &[item, hasEdits] : world.drafts)
        if (hasEdits)
            edited.insert(item);
    auto rows = world.rows.list();
    std::erase_if(rows, [&](const desk::QueueRow &row) { return !maySeeRow(world, *row); });
    return std::make_shared<const desk::QueueView>(
        desk::QueueView{std::move(rows), world.follow.stored, world.isQueueComplete, std::move(edited)});
}

std::vector<desk::CheckView> checksRun()
{
    std::vector<desk::CheckView> views;
    for (const rulebook::CheckNote &note : rulebook::checkNotes())
        views.push_back({std::string(note.name), std::string(note.version), std::string(note.cannotKnow)});
    return views;
}

std::vector<domain::Refusal> needsOf(const OpenItem &open, Verdict verdict)
{
    const auto findings = findingsFor(open, verdict);
    if (findings == nullptr)
        return {};
    return policy::needs(verdict, examined(open, *findings));
}

std::shared_ptr<const desk::OpenItemView> viewOpen(const World &world, Instant now)
{
    if (!world.open)
        return nullptr;
    desk::OpenItemView view{.id = world.open->id,
                            .summary = world.rows.find(world.open->id),
                            .item = world.open->item,
                            .refusal = world.open->refusal,
                            .offers = {},
                            .blobs = world.open->blobs,
                            .openedAt = world.open->openedAt,
                            .findings = world.open->examination.shown,
                            .resolutions = world.open->examination.resolutions,
                            .kept = world.open->keeping.kept,
                            .former = world.open->keeping.former,
                            .keptEdition = world.open->keeping.storedEdition,
                            .mustSee = world.open->mustSee,
                            .seen = world.open->seen};
    if (view.item && view.findings) {
        view.checks = checksRun();
        view.riskiest = policy::riskiest(view.item->proposal.draft, view.findings->list);
    }
    if (view.item && view.summary && world.card)
        view.tierRules = policy::tierRules(*policyFor(world, *view.summary), *view.item);
    if (view.item && view.summary && view.item->digest != view.summary->digest)
        view.refusal = domain::Refusal{domain::RefusalCode::ItemChanged, {}};
    if (world.card)
        for (const auto verdict : offered)
            view.offers.push_back({verdict, objection(world, verdict, now),
                                   policy::meaningOf(verdict, world.card->reviewer.role), policy::legalFor(verdict),
                                   needsOf(*world.open, verdict)});
    return std::make_shared<const desk::OpenItemView>(std::move(view));
}

std::shared_ptr<const desk::HistoryView> viewHistory(const World &world)
{
    desk::HistoryView view;
    view.own.reserve(world.own.all().size());
    for (const auto &own : world.own.all()) {
        view.own.push_back(own.view);
        view.unconfirmed += own.view->standing == Standing::Stored || own.view->standing == Standing::Sent;
    }
    view.others.assign(world.others.begin(), world.others.end());
    return std::make_shared<const desk::HistoryView>(std::move(view));
}

} // namespace

std::shared_ptr<const desk::DeskSnapshot> project(const World &world, const Changed &changed,
                                                  const desk::DeskSnapshot &previous, const Moment &moment)
{
    return std::make_shared<const desk::DeskSnapshot>(desk::DeskSnapshot{
        .version = previous.version + 1,
        .session = viewSession(world, moment),
        .link = viewLink(world, moment),
        .keys = world.keys,
        .queue = changed.queue || !previous.queue ? viewQueue(world) : previous.queue,
        .open = changed.open ? viewOpen(world, moment.now) : previous.open,
        .history = changed.history || !previous.history ? viewHistory(world) : previous.history,
        .personal = world.personal,
        .replies = {world.replies.begin(), world.replies.end()},
    });
}

} // namespace countersign::engine
