#include "core/engine/steps.hpp"

#include "core/base/result.hpp"
#include "core/crypto/digest.hpp"
#include "core/policy/must_see.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

bool isTheItem(const std::string &canonical, const domain::ItemSummary &row)
{
    return crypto::digestText(asBytes(canonical)) == row.digest.text();
}

// The rows that this person may open: the queue's, and those of own decisions. What an emergency showed is on the disk
// until the next snapshot, and hidden when the emergency is over.
desk::QueueRow findRow(const World &world, const domain::ItemId &id)
{
    auto row = world.rows.find(id);
    for (auto other = world.others.begin(); !row && other != world.others.end(); ++other)
        if ((*other)->id == id)
            row = *other;
    return row && maySeeRow(world, *row) ? row : nullptr;
}

void fail(Turn &turn, RefusalCode code)
{
    turn.world.open->stage = OpenItem::Stage::Failed;
    turn.world.open->refusal = domain::Refusal{code, {}};
    turn.changed.any = turn.changed.open = true;
}

// What was read before is known by its print, so that the same words for two patients are seen.
void notePrint(World &world, const domain::ItemId &id, const domain::Proposal &proposal)
{
    constexpr std::size_t printsMax = 500;
    std::erase_if(world.prints, [&](const checks::QueuePrint &print) { return print.item == id; });
    world.prints.push_back(checks::printOf(id, proposal));
    if (world.prints.size() > printsMax)
        world.prints.pop_front();
}

void show(Turn &turn, const domain::ItemSummary &row, std::string_view canonical)
{
    auto item = protocol::readItem(canonical);
    if (!item)
        return fail(turn, RefusalCode::ItemNotLoaded);
    item->id = row.id;
    item->revision = row.revision;
    item->digest = row.digest;
    notePrint(turn.world, row.id, item->proposal);
    auto &open = *turn.world.open;
    open.item = std::make_shared<const domain::Item>(std::move(*item));
    // Of every tier: who raises it asks for the same. Only a high one holds an approval up by itself.
    open.mustSee = policy::mustSee(std::max(open.item->tier, domain::Tier::High), open.item->proposal.draft);
    open.seen.clear();
    open.stage = OpenItem::Stage::Shown;
    open.refusal.reset();
    sortKept(open);
    open.examination.dueAtMs = turn.moment.monotonicMs; // it is shown first, and checked at once after that
    turn.world.trail.seenSources.clear();
    noteView(turn, domain::AuditKind::ItemViewed);
    turn.changed.any = turn.changed.open = true;
}

void fetchForScreen(Turn &turn, const domain::ItemId &id)
{
    auto &open = *turn.world.open;
    open.stage = OpenItem::Stage::Fetching;
    if (!sync::isFollowing(turn.world.link))
        open.refusal = domain::Refusal{RefusalCode::Offline, {}};
    turn.changed.any = turn.changed.open = true;
    fetchEvent(turn, sync::fetch::Want{id, true});
}

bool isOpening(const World &world, const domain::ItemId &id)
{
    return world.open && world.open->id == id
           && (world.open->stage == OpenItem::Stage::Loading || world.open->stage == OpenItem::Stage::Fetching);
}

bool isShown(const World &world, const domain::ItemSummary &row)
{
    return world.open && world.open->id == row.id && world.open->item && world.open->item->digest == row.digest;
}

void arrived(Turn &turn, sync::fetch::Arrived &item)
{
    const auto row = findRow(turn.world, item.item);
    const bool isRight = row && isTheItem(item.text, *row);
    if (isOpening(turn.world, item.item)) {
        if (isRight)
            show(turn, *row, item.text);
        else
            fail(turn, RefusalCode::ItemChanged);
    }
    if (isRight)
        turn.effects.push_back(effect::StoreItem{item.item, std::move(item.text)});
}

bool isSignedIn(Turn &turn, std::uint64_t command)
{
    if (std::holds_alternative<access::session::SignedIn>(turn.world.session))
        return true;
    refuse(turn, command, RefusalCode::NotSignedIn);
    return false;
}

} // namespace

void openItem(Turn &turn, std::uint64_t command, const domain::ItemId &id)
{
    auto &world = turn.world;
    if (!isSignedIn(turn, command))
        return;
    const auto row = findRow(world, id);
    if (!row) {
        note(turn, {.kind = domain::AuditKind::AccessRefused, .isDone = false, .item = id, .detail = "item-unknown"});
        return refuse(turn, command, RefusalCode::ItemUnknown, id.text());
    }
    // What is on the screen stays there while the disk is away; nothing else could bring it.
    if (world.ledger != LedgerState::Open && isShown(world, *row))
        return reply(turn, command);
    keepNow(turn);
    world.open = OpenItem{.id = id,
                          .stage = OpenItem::Stage::Loading,
                          .openedAt = turn.moment.now,
                          .item = nullptr,
                          .refusal = std::nullopt,
                          .blobs = {},
                          .secondsAt = {},
                          .examination = {},
                          .keeping = {}};
    turn.changed.open = true;
    if (world.ledger == LedgerState::Open)
        turn.effects.push_back(effect::LoadItem{id});
    else
        fetchForScreen(turn, id);
    reply(turn, command);
}

void closeItem(Turn &turn, std::uint64_t command)
{
    keepNow(turn);
    turn.world.open.reset();
    turn.changed.open = true;
    reply(turn, command);
}

void prefetch(Turn &turn, std::uint64_t command, const domain::ItemId &id)
{
    if (!isSignedIn(turn, command))
        return;
    if (!findRow(turn.world, id))
        return refuse(turn, command, RefusalCode::ItemUnknown, id.text());
    if (turn.world.prefetching.insert(id).second)
        turn.effects.push_back(effect::LoadItem{id});
    reply(turn, command);
}

namespace
{

// No document that can be shown has more (app/render).
bool isPage(const std::optional<std::int64_t> &page)
{
    constexpr std::int64_t pagesMax = 10'000;
    return page && *page >= 1 && *page <= pagesMax;
}

} // namespace

void showEvidence(Turn &turn, std::uint64_t command, const desk::ShowEvidence &shown)
{
    auto &open = turn.world.open;
    if (!open || open->id != shown.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, shown.item.text());
    if (domain::findSource(open->item->proposal, shown.source) != nullptr && shown.seconds >= 0) {
        open->secondsAt[shown.source] += shown.seconds;
        if (isPage(shown.page))
            open->pagesAt[shown.source].insert(*shown.page);
        if (turn.world.trail.seenSources.insert(shown.source).second)
            noteView(turn, domain::AuditKind::SourceViewed, shown.source);
    }
    reply(turn, command);
}

void seeStatement(Turn &turn, std::uint64_t command, const desk::SeeStatement &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    const bool isAsked = std::ranges::find(open->mustSee, request.statement) != open->mustSee.end();
    if (isAsked && request.isSeen != open->seen.contains(request.statement)) {
        if (request.isSeen)
            open->seen.insert(request.statement);
        else
            open->seen.erase(request.statement);
        turn.changed.open = true;
    }
    reply(turn, command);
}

void itemLoaded(Turn &turn, ports::ItemLoaded loaded)
{
    auto &world = turn.world;
    const bool isPrefetch = world.prefetching.erase(loaded.id) > 0;
    const auto row = findRow(world, loaded.id);
    if (!row)
        return;
    const bool isHere = loaded.canonical && isTheItem(*loaded.canonical, *row);
    if (isOpening(world, loaded.id) && world.open->stage == OpenItem::Stage::Loading) {
        draftsFound(turn, std::move(loaded.drafts));
        if (isHere)
            show(turn, *row, *loaded.canonical);
        else
            fetchForScreen(turn, loaded.id);
    } else if (isPrefetch && !isHere) {
        fetchEvent(turn, sync::fetch::Want{loaded.id, false});
    }
}

void fetchEvent(Turn &turn, sync::FetchEvent event)
{
    auto [next, effects] = sync::step(std::move(turn.world.fetches), std::move(event));
    turn.world.fetches = std::move(next);
    for (auto &wanted : effects)
        std::visit(Overload{
                       [&](const sync::fetch::Ask &ask) {
                           turn.effects.push_back(effect::Send{protocol::FetchItem{ask.item}});
                       },
                       [&](sync::fetch::Arrived &item) { arrived(turn, item); },
                       [&](const sync::fetch::Missing &missing) {
                           if (isOpening(turn.world, missing.item))
                               fail(turn, RefusalCode::ItemUnknown);
                       },
                       [&](const sync::fetch::Garbled &garbled) {
                           if (isOpening(turn.world, garbled.item))
                               fail(turn, RefusalCode::ItemNotLoaded);
                       },
                   },
                   wanted);
}

} // namespace countersign::engine
