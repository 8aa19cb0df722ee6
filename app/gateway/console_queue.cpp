// What a signed-in console gets: the queue from where it left off, items in parts, receipts. Nothing is queued for a
// console beyond what it has room for: the next page is read from the store when there is.
#include "app/gateway/console_session.hpp"

#include "core/protocol/finding_codec.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>

namespace countersign::gateway
{
namespace
{

namespace limits = protocol::limits;

constexpr std::size_t changeWindow = 4;                 // batches under way that the console has not stored
constexpr std::size_t roomBytes = limits::miB;          // queued beyond this, we wait
constexpr std::size_t partBytesMax = 192 * limits::kiB; // of an item; escaping may double it inside a message
constexpr std::size_t fetchesMax = 32;

// Where a part that begins there ends: never inside a code point.
std::size_t partEnd(std::string_view text, std::size_t begin)
{
    std::size_t end = std::min(begin + partBytesMax, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

// As many as fit into one message.
protocol::ItemFindings findingsOf(const domain::ItemId &id, std::int64_t revision, std::vector<domain::Finding> all)
{
    protocol::ItemFindings told{id, revision, static_cast<std::int64_t>(all.size()), {}};
    std::size_t bytes = 0;
    for (domain::Finding &finding : all) {
        bytes += protocol::findingsBytes({finding}).size();
        if (bytes > partBytesMax)
            break;
        told.findings.push_back(std::move(finding));
    }
    return told;
}

std::int64_t partCount(std::string_view text)
{
    std::int64_t count = 0;
    for (std::size_t at = 0; at < text.size(); at = partEnd(text, at))
        ++count;
    return std::max<std::int64_t>(count, 1);
}

} // namespace

void ConsoleSession::handle(const protocol::Follow &follow)
{
    if (!isIn(Stage::SignedIn))
        return;
    stage_ = Stage::Following;
    sentPosition_ = follow.position;
    mayHaveMore_ = true;
    isFetching_ = true;
    ask(
        services_.store, [this] { return services_.registrar.position(); },
        [this](std::int64_t position) {
            isFetching_ = false;
            // Nothing stored yet, or more than this gateway has: the console starts over.
            if (sentPosition_ <= 0 || sentPosition_ > position) {
                snapshot_ = SnapshotRun{.position = position};
                say(protocol::SnapshotBegin{position});
            }
            pump();
        });
}

// The whole queue anew, as wide as this person may see it now.
void ConsoleSession::beginSnapshot()
{
    ++snapshots_;
    isFetching_ = true;
    mayHaveMore_ = true;
    snapshot_.reset();
    unstored_.clear();
    ask(
        services_.store, [this] { return services_.registrar.position(); },
        [this, run = snapshots_](std::int64_t position) {
            if (run != snapshots_)
                return;
            isFetching_ = false;
            snapshot_ = SnapshotRun{.position = position};
            say(protocol::SnapshotBegin{position});
            pump();
        });
}

void ConsoleSession::handle(const protocol::Stored &stored)
{
    if (!isIn(Stage::Following))
        return;
    while (!unstored_.empty() && unstored_.front() <= stored.position)
        unstored_.pop_front();
    storedMs_ = services_.clock.monotonicMs();
    pump();
}

void ConsoleSession::handle(const protocol::FetchItem &request)
{
    if (!isSignedIn())
        return;
    if (items_.size() >= fetchesMax)
        return end("limits", "Too many items were asked for at once.");
    const auto read = [this, sight = sight(), id = request.itemId] {
        services_.registrar.noteSoon(
            {.kind = domain::AuditKind::ItemServed, .who = reviewer_.id, .at = services_.clock.now(), .item = id});
        return services_.registrar.wholeItem(sight, id);
    };
    const bool wantsFindings = request.wantsFindings;
    ask(services_.store, read,
        [this, id = request.itemId, wantsFindings](Stored<std::optional<Registrar::WholeItem>> item) {
            if (!item)
                return end("shutting-down", "The gateway's store failed.");
            if (!*item)
                return say(protocol::ItemMissing{id});
            const std::int64_t count = partCount((*item)->canonical);
            ItemRun run{id, (*item)->revision, 0, count, std::move((*item)->canonical), 0, {}};
            if (wantsFindings)
                run.findings = std::move((*item)->findings);
            items_.push_back(std::move(run));
            pump();
        });
}

void ConsoleSession::handle(protocol::SubmitDecision &request)
{
    if (!isSignedIn())
        return;
    auto decision = authority::readSubmittedDecision(std::move(request.jws), std::move(request.rendered));
    if (!decision)
        return end("protocol", "A decision could not be read.");
    ++services_.metrics.decisionsReceived;
    const auto shared = std::make_shared<const authority::SubmittedDecision>(*std::move(decision));
    const auto submit = [this, shared] { return services_.registrar.submit(*shared, services_.clock.now()); };
    ask(services_.store, submit, [this, id = shared->statement.decisionId](Stored<std::string> receipt) {
        if (!receipt)
            return end("shutting-down", "The gateway's store failed; the decision is kept on this machine.");
        say(protocol::DecisionReceipt{id, *std::move(receipt)});
    });
}

void ConsoleSession::handle(protocol::SubmitEvents &batch)
{
    if (!isSignedIn())
        return;
    const auto shared = std::make_shared<const protocol::SubmitEvents>(std::move(batch));
    const auto take = [this, shared] {
        return services_.registrar.takeEvents(device_, reviewer_.id, *shared, services_.clock.now());
    };
    ask(services_.store, take, [this](Stored<protocol::EventsReceived> answer) {
        if (!answer)
            return end("shutting-down", "The gateway's store failed; the audit trail is kept on this machine.");
        say(*answer);
    });
}

void ConsoleSession::handle(const protocol::ProveLog &asked)
{
    if (!isSignedIn())
        return;
    const auto prove = [this, asked] { return services_.registrar.proveLog(asked, services_.clock.now()); };
    ask(services_.store, prove, [this](Stored<protocol::LogProved> answer) {
        if (!answer)
            return end("shutting-down", "The gateway's store failed.");
        say(*answer);
    });
}

void ConsoleSession::pump()
{
    while (stage_ != Stage::Ended && !items_.empty() && link_->queuedBytes() < roomBytes)
        pumpItem();
    if (stage_ == Stage::Following)
        tellNotices();
    if (stage_ == Stage::Following && !isFetching_ && link_->queuedBytes() < roomBytes)
        fetchPage();
}

void ConsoleSession::pumpItem()
{
    ItemRun &item = items_.front();
    const std::size_t end = partEnd(item.canonical, item.sent);
    say(protocol::ItemPart{item.id, item.revision, item.index, item.count,
                           item.canonical.substr(item.sent, end - item.sent)});
    item.sent = end;
    if (++item.index < item.count)
        return;
    if (item.findings)
        say(findingsOf(item.id, item.revision, *std::move(item.findings)));
    items_.pop_front();
}

void ConsoleSession::fetchPage()
{
    if (snapshot_) {
        isFetching_ = true;
        const auto read = [this, sight = sight(), run = *snapshot_] {
            return services_.registrar.listed(sight, run.after, run.position);
        };
        return ask(services_.store, read, [this, run = snapshots_](const Stored<ChangePage> &page) {
            if (run == snapshots_)
                takeSnapshotPage(page);
        });
    }
    if (!mayHaveMore_ || unstored_.size() >= changeWindow)
        return;
    isFetching_ = true;
    mayHaveMore_ = false;
    const auto read = [this, sight = sight(), after = sentPosition_] {
        return services_.registrar.changes(sight, after);
    };
    ask(services_.store, read, [this, run = snapshots_](const Stored<ChangePage> &page) {
        if (run == snapshots_)
            takeChanges(page);
    });
}

void ConsoleSession::takeChanges(const Stored<ChangePage> &page)
{
    isFetching_ = false;
    if (!page)
        return end("shutting-down", "The gateway's store failed.");
    if (page->to > sentPosition_) {
        if (unstored_.empty())
            storedMs_ = services_.clock.monotonicMs();
        say(protocol::Changes{sentPosition_, page->to, page->entries});
        sentPosition_ = page->to;
        unstored_.push_back(page->to);
        mayHaveMore_ = true; // asks once more than needed, and then rests until the next nudge
    }
    pump();
}

void ConsoleSession::takeSnapshotPage(const Stored<ChangePage> &page)
{
    isFetching_ = false;
    if (!page)
        return end("shutting-down", "The gateway's store failed.");
    if (!page->entries.empty()) {
        protocol::SnapshotRows rows;
        for (const protocol::QueueChange &entry : page->entries)
            rows.rows.push_back(entry.row);
        snapshot_->count += static_cast<std::int64_t>(rows.rows.size());
        say(rows);
    }
    snapshot_->after = page->to;
    if (snapshot_->after >= snapshot_->position) {
        say(protocol::SnapshotEnd{snapshot_->position, snapshot_->count});
        sentPosition_ = snapshot_->position;
        snapshot_.reset();
    }
    pump();
}

} // namespace countersign::gateway
