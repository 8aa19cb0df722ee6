#include "core/engine/steps.hpp"

#include "core/base/result.hpp"

#include <algorithm>

namespace countersign::engine
{
namespace
{

using desk::BlobState;
using domain::RefusalCode;

BlobState stateFor(ports::BlobError error)
{
    switch (error) {
    case ports::BlobError::NotHere:
        return BlobState::NotHere;
    case ports::BlobError::Missing:
        return BlobState::Missing;
    case ports::BlobError::WrongContent:
        return BlobState::WrongContent;
    case ports::BlobError::TooLarge:
        return BlobState::TooLarge;
    case ports::BlobError::Unreachable:
        break;
    }
    return BlobState::Unreachable;
}

bool names(const domain::Proposal &proposal, const domain::Digest &blob)
{
    return std::ranges::any_of(proposal.sources, [&](const domain::Source &source) { return source.blob == blob; });
}

void load(Turn &turn, const domain::Digest &digest, desk::BlobView &view)
{
    view.state = BlobState::Loading;
    turn.effects.push_back(effect::LoadBlob{digest, turn.world.open->id, turn.world.httpSession});
    turn.changed.any = turn.changed.open = true;
}

// Of the open item, asked for and not yet here. An answer may be an earlier one's, of before the item was closed.
desk::BlobView *lacking(World &world, const domain::Digest &digest)
{
    if (!world.open)
        return nullptr;
    const auto found = world.open->blobs.find(digest);
    const bool isLacking = found != world.open->blobs.end() && found->second.state != BlobState::Here;
    return isLacking ? &found->second : nullptr;
}

} // namespace

void fetchBlob(Turn &turn, std::uint64_t command, const desk::FetchBlob &request)
{
    auto &open = turn.world.open;
    if (!open || open->id != request.item || !open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    if (request.blob.isEmpty() || !names(open->item->proposal, request.blob))
        return refuse(turn, command, RefusalCode::ItemUnknown, request.item.text());
    const auto [place, isNew] = open->blobs.try_emplace(request.blob);
    auto &view = place->second;
    if (isNew || (view.state != BlobState::Here && view.state != BlobState::Loading))
        load(turn, request.blob, view);
    reply(turn, command);
}

void blobAnswered(Turn &turn, const ports::BlobEvent &event)
{
    std::visit(Overload{
                   [&](const ports::BlobCame &came) {
                       if (auto *view = lacking(turn.world, came.digest))
                           *view = {BlobState::Here, came.content};
                   },
                   [&](const ports::BlobFailed &failed) {
                       if (auto *view = lacking(turn.world, failed.digest))
                           view->state = stateFor(failed.error);
                   },
               },
               event);
    turn.changed.any = turn.changed.open = true;
}

void retryBlobs(Turn &turn)
{
    if (!turn.world.open)
        return;
    for (auto &[digest, view] : turn.world.open->blobs)
        if (view.state == BlobState::NotHere || view.state == BlobState::Unreachable)
            load(turn, digest, view);
}

} // namespace countersign::engine
