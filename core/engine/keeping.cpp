#include "core/engine/steps.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/clinical_diff.hpp"
#include "core/protocol/decision_codec.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using domain::RefusalCode;

constexpr std::size_t placeBytesMax = 256;
constexpr std::size_t nameBytesMax = 64;
constexpr std::size_t valueBytesMax = 1024 * 1024;

domain::EditedDraft editsOf(const domain::Draft &original, const domain::Draft &edited)
{
    return {edited, domain::Digest{crypto::digestText(asBytes(protocol::draftBytes(edited)))},
            domain::clinicalDiff(original, edited)};
}

// A pause begins anew with each change, but not for ever.
void arm(Keeping &keeping, std::int64_t nowMs)
{
    if (!keeping.dueAtMs)
        keeping.unkeptSinceMs = nowMs;
    keeping.dueAtMs = std::min(nowMs + keepAfterPauseMs, keeping.unkeptSinceMs + keepAtLatestMs);
}

void note(Turn &turn, const domain::ItemId &item, bool hasEdits)
{
    auto &drafts = turn.world.drafts;
    const auto known = drafts.find(item);
    if (known != drafts.end() && known->second == hasEdits)
        return;
    drafts[item] = hasEdits;
    turn.changed.any = turn.changed.queue = true;
}

void store(Turn &turn)
{
    auto &world = turn.world;
    auto &open = *world.open;
    auto &keeping = open.keeping;
    keeping.dueAtMs.reset();
    keeping.ticket = ++world.lastTicket;
    keeping.askedEdition = open.examination.edition;
    note(turn, open.id, open.examination.edited != nullptr);
    ports::UnsignedDraft draft{open.id, open.item->digest, {}, keeping.place};
    if (open.examination.edited)
        draft.edited = protocol::editedBytes(editsOf(open.item->proposal.draft, *open.examination.edited));
    turn.effects.push_back(effect::StoreDraft{std::move(draft), keeping.ticket});
}

std::shared_ptr<const desk::KeptEdits> readKept(const ports::UnsignedDraft &draft)
{
    desk::KeptEdits kept{draft.digest, std::nullopt, draft.place};
    if (!draft.edited.empty()) {
        auto edited = protocol::readEdited(draft.edited);
        if (edited)
            kept.edited = std::move(*edited);
    }
    return std::make_shared<const desk::KeptEdits>(std::move(kept));
}

bool mayKeep(const World &world)
{
    return world.open && world.open->item && !world.open->keeping.isOver && world.ledger == LedgerState::Open;
}

} // namespace

void keepEdits(Turn &turn, const std::string &place)
{
    auto &keeping = turn.world.open->keeping;
    if (!place.empty() && place.size() <= placeBytesMax)
        keeping.place = place;
    arm(keeping, turn.moment.monotonicMs);
}

// Where nothing was typed, the place is kept when the item is left.
void keepPlace(Turn &turn, std::uint64_t command, const desk::KeepPlace &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    if (request.place.size() <= placeBytesMax && open->keeping.place != request.place) {
        open->keeping.place = request.place;
        if (open->examination.edited)
            arm(open->keeping, turn.moment.monotonicMs);
    }
    reply(turn, command);
}

void keepIfDue(Turn &turn)
{
    if (!mayKeep(turn.world))
        return;
    const auto &due = turn.world.open->keeping.dueAtMs;
    if (due && *due <= turn.moment.monotonicMs)
        store(turn);
}

void keepNow(Turn &turn)
{
    if (!mayKeep(turn.world))
        return;
    auto &open = *turn.world.open;
    const auto &found = open.keeping.kept;
    const bool isElsewhere = !open.keeping.place.empty() && (found == nullptr || found->place != open.keeping.place);
    if (open.keeping.dueAtMs || (open.keeping.ticket == 0 && isElsewhere && turn.world.rows.find(open.id)))
        store(turn);
}

void keepAnew(Turn &turn)
{
    if (!mayKeep(turn.world))
        return;
    auto &keeping = turn.world.open->keeping;
    if (keeping.ticket != keeping.storedTicket && !keeping.dueAtMs)
        arm(keeping, turn.moment.monotonicMs);
}

void draftStored(Turn &turn, const ports::DraftStored &stored)
{
    auto &open = turn.world.open;
    if (!open || open->id != stored.item || open->keeping.ticket != stored.ticket)
        return;
    open->keeping.storedTicket = stored.ticket;
    open->keeping.storedEdition = open->keeping.askedEdition;
    turn.changed.any = turn.changed.open = true;
}

// The newest of this item, and the newest of what it was before.
void draftsFound(Turn &turn, std::vector<ports::UnsignedDraft> drafts)
{
    auto &open = *turn.world.open;
    const auto row = turn.world.rows.find(open.id);
    for (const auto &draft : drafts) {
        auto kept = readKept(draft);
        if (row && draft.digest == row->digest) {
            open.keeping.place = kept->place;
            open.keeping.kept = std::move(kept);
        } else if (kept->edited) {
            open.keeping.former = std::move(kept);
        }
    }
}

void forgetDrafts(Turn &turn, const domain::ItemId &item)
{
    auto &world = turn.world;
    if (world.open && world.open->id == item)
        world.open->keeping.isOver = true;
    if (world.drafts.erase(item) == 0)
        return;
    turn.changed.any = turn.changed.queue = true;
    if (world.ledger == LedgerState::Open)
        turn.effects.push_back(effect::ForgetDraft{item, {}});
}

void dropFormerEdits(Turn &turn, std::uint64_t command, const desk::DropFormerEdits &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    if (const auto former = std::exchange(open->keeping.former, nullptr)) {
        turn.effects.push_back(effect::ForgetDraft{request.item, former->digest});
        turn.changed.open = true;
    }
    reply(turn, command);
}

// Looked at again when the item is here: its row may have moved on since the ledger was asked.
void sortKept(OpenItem &open)
{
    auto &keeping = open.keeping;
    if (!keeping.kept || keeping.kept->digest == open.item->digest)
        return;
    const auto old = std::exchange(keeping.kept, nullptr);
    keeping.place.clear();
    if (old->edited)
        keeping.former = old;
}

void keepPersonal(Turn &turn, std::uint64_t command, const desk::KeepPersonal &request)
{
    auto &world = turn.world;
    if (!std::holds_alternative<access::session::SignedIn>(world.session))
        return refuse(turn, command, RefusalCode::NotSignedIn);
    if (world.ledger != LedgerState::Open || request.name.size() > nameBytesMax || request.value.size() > valueBytesMax)
        return refuse(turn, command, RefusalCode::LedgerFailed);
    auto personal = world.personal ? *world.personal : desk::Personal{};
    personal[request.name] = request.value;
    world.personal = std::make_shared<const desk::Personal>(std::move(personal));
    turn.effects.push_back(effect::StorePersonal{request.name, request.value});
    reply(turn, command);
}

// An id, no word of the item: a locked desk may hold it.
void rememberLeft(Turn &turn)
{
    auto &world = turn.world;
    if (world.identity && world.open && world.open->item)
        world.left = LeftOpen{world.identity->user, world.open->id};
}

void openLeft(Turn &turn)
{
    auto &world = turn.world;
    const auto left = std::exchange(world.left, std::nullopt);
    if (!left || !world.identity || left->user != world.identity->user || !world.rows.find(left->item))
        return;
    openItem(turn, 0, left->item);
    world.replies.pop_back(); // nobody asked
}

} // namespace countersign::engine
