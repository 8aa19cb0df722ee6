#include "app/verify/decision_pass.hpp"

#include "app/verify/log_check.hpp"
#include "app/verify/reading.hpp"
#include "core/audit/carried_proof.hpp"
#include "core/audit/chain.hpp"
#include "core/audit/cover.hpp"
#include "core/audit/jws.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/strict_json.hpp"

#include <optional>
#include <string>
#include <unordered_set>

namespace countersign::verify
{
namespace
{

using domain::Outcome;
using domain::Verdict;

const std::string file(audit::package_path::decisions);

// A rule that a line breaks, with its cause.
struct Broken {
    FaultRule rule;
    std::optional<audit::ChainError> cause = {};
};

// The gateway kept it, but could not or did not vouch for who made it.
bool isUnproven(Outcome outcome)
{
    return outcome == Outcome::InvalidSignature || outcome == Outcome::NotPermitted;
}

bool stands(Outcome outcome)
{
    return outcome == Outcome::Accepted || outcome == Outcome::Held || outcome == Outcome::AwaitingCosign;
}

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

// Whether edited.draftDigest is of the draft as it was signed, members that this version does not know included.
bool isEditedDraftWhole(const domain::DecisionStatement &statement, std::string_view payload)
{
    if (!statement.edited)
        return statement.verdict != Verdict::ApproveEdited;
    const auto json = protocol::decodeStrict(payload, protocol::limits::statement);
    const protocol::Json *draft = json ? json->find("edited")->find("draft") : nullptr;
    return draft != nullptr && digestOf(protocol::canonical(*draft).value_or("")) == statement.edited->draftDigest;
}

// Every chain's head. After a line that could not be trusted each chain may go on anywhere, once.
class Chains
{
public:
    explicit Chains(bool isWhole) : epoch_(isWhole ? 0 : 1) {}

    std::optional<audit::ChainError> follow(const domain::DecisionStatement &statement, const domain::Digest &digest)
    {
        Known &known = heads_[audit::chainKeyOf(statement)];
        if (known.epoch != epoch_)
            known = {{statement.chain.seq, statement.chain.prev}, epoch_};
        const auto next = audit::follow(known.head, statement.chain, digest);
        if (!next)
            return next.error();
        known.head = *next;
        return std::nullopt;
    }
    // An entry that says itself no more what came before it.
    void pass(const audit::DecisionPlace &place, const domain::Digest &digest)
    {
        heads_[{place.device, place.signer}] = {{place.seq + 1, digest}, epoch_};
    }
    void resync() { ++epoch_; }
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(heads_.size()); }

private:
    struct Known {
        audit::ChainHead head;
        std::int64_t epoch = 0;
    };

    std::map<audit::ChainKey, Known> heads_;
    std::int64_t epoch_;
};

class DecisionPass
{
public:
    DecisionPass(const Trust &trust, const Content &content, const Records &records, LogCheck log, History &history,
                 FaultList &faults)
        : trust_(trust), content_(content), records_(records), history_(history), faults_(faults), log_(std::move(log)),
          chains_(log_.size() == 0), nextIndex_(log_.size()), offset_(log_.size() - 1)
    {
    }

    void checkLine(std::int64_t number, std::string_view bytes)
    {
        ++counts_.decisions;
        const auto line = audit::decodeDecisionLine(bytes);
        if (!line)
            return distrust(number, {FaultRule::LineMalformed});
        const bool isErased = line->jws.empty() && !line->erased.isEmpty();
        const domain::Digest digest = isErased ? line->erased : digestOf(line->jws);
        const auto receipt = readReceipt(*line, digest);
        if (!receipt)
            return distrust(number, receipt.error());
        if (!isNext(number, line->index))
            distrust(number, {FaultRule::IndexOutOfOrder});
        appendToLog(number, *receipt);
        ++counts_.receipts;
        ++counts_.outcomes[receipt->outcome];
        const auto broken = isErased ? checkErased(*line, *receipt) : checkDecision(number, *line, *receipt);
        if (broken)
            distrust(number, *broken);
    }

    DecisionCounts finish()
    {
        if (!log_.hasGivenUp()) {
            for (const std::int64_t line : log_.unreached())
                faults_.add({FaultRule::LogRootDiffers, file, line});
            for (const std::int64_t line : log_.contradictedCheckpoints())
                faults_.add({FaultRule::CheckpointDiffers, std::string(audit::package_path::checkpoints), line});
        }
        const audit::Manifest *manifest = trust_.manifest ? &*trust_.manifest : nullptr;
        if (manifest != nullptr && !log_.hasGivenUp()
            && (manifest->log.size != log_.size() || manifest->log.root != log_.root()))
            faults_.add({FaultRule::LogRootDiffers, file, counts_.decisions + 1});
        counts_.chains = chains_.count();
        return counts_;
    }

private:
    void distrust(std::int64_t number, Broken broken)
    {
        faults_.add({broken.rule, file, number, broken.cause});
        log_.giveUp();
        chains_.resync();
    }

    // The line after the last good one, or the one that belongs here by its number: so that a line that is missing,
    // added or out of place is reported there alone.
    bool isNext(std::int64_t number, std::int64_t index)
    {
        const bool follows = index == nextIndex_;
        if (!follows && index != number + offset_)
            return false;
        nextIndex_ = index + 1;
        offset_ = index - number;
        return true;
    }

    const audit::RegisteredKey *keyAt(const domain::KeyId &kid, audit::KeyRole role) const
    {
        const audit::RegisteredKey *key = trust_.keys.find(kid);
        return key != nullptr && key->role == role ? key : nullptr;
    }

    Result<domain::Receipt, Broken> readReceipt(const audit::DecisionLine &line, const domain::Digest &digest) const
    {
        const auto parts = audit::parseJws(audit::JwsType::Receipt, line.receipt);
        if (!parts)
            return failure(Broken{FaultRule::ReceiptInvalid, parts.error()});
        const audit::RegisteredKey *key = keyAt(parts->kid, audit::KeyRole::Gateway);
        if (key == nullptr || !audit::isValidAt(*key, line.receivedAt))
            return failure(Broken{FaultRule::ReceiptKeyUnknown});
        auto receipt = audit::isSignedBy(key->publicKey, line.receipt, *parts)
                           ? audit::receiptFor(digest, parts->payload)
                           : failure(audit::ChainError::SignatureInvalid);
        if (!receipt)
            return failure(Broken{FaultRule::ReceiptInvalid, receipt.error()});
        if (receipt->receivedAt != line.receivedAt || receipt->log.index != line.index)
            return failure(Broken{FaultRule::ReceiptPlace});
        return *std::move(receipt);
    }

    void appendToLog(std::int64_t number, const domain::Receipt &receipt)
    {
        const auto wrong = log_.append(number, receipt.decisionDigest, receipt.log);
        if (log_.hasGivenUp() || wrong.empty())
            return;
        for (const std::int64_t line : wrong)
            faults_.add({FaultRule::LogRootDiffers, file, line});
        log_.giveUp();
    }

    // Its words are gone lawfully: a record says so, and its leaf has lost its salt with them.
    std::optional<Broken> checkErased(const audit::DecisionLine &line, const domain::Receipt &receipt)
    {
        if (records_.isThere && !records_.isTrusted)
            return std::nullopt; // the package is faulty already, and whose words are gone is not known
        const RecordedDecision *recorded = records_.find(line.index);
        const auto tombstone = records_.tombstones.find(line.index);
        if (recorded == nullptr || !recorded->isErased || tombstone == records_.tombstones.end()
            || tombstone->second.digest != line.erased)
            return Broken{FaultRule::ErasedUnfounded};
        ++counts_.erased;
        chains_.pass(records_.erasedPlaces.at(line.index), line.erased);
        if (stands(receipt.outcome))
            history_.addErased(receipt.decisionId);
        return std::nullopt;
    }

    // What the log of records committed to when it was received, and whether the key counted by then.
    std::optional<FaultRule> refuseRecord(const audit::DecisionLine &line, const domain::Receipt &receipt) const
    {
        if (!records_.isTrusted || line.index < records_.firstDecision)
            return std::nullopt;
        const RecordedDecision *recorded = records_.find(line.index);
        if (recorded == nullptr)
            return FaultRule::RecordMissing;
        if (recorded->isErased
            || audit::commitmentOf(recorded->salt, line.jws).text() != crypto::formatDigest(recorded->commitment))
            return FaultRule::RecordDiffers;
        const auto parts = audit::parseJws(audit::JwsType::Decision, line.jws);
        const bool isCounting = !parts || isCountingAt(parts->kid, recorded->record);
        return isCounting || isUnproven(receipt.outcome) ? std::nullopt : std::optional(FaultRule::KeyNotValidThen);
    }

    // The same of the key that the person carries, where it took part.
    bool isCarriedCounting(std::int64_t index, const domain::DecisionStatement &statement) const
    {
        const RecordedDecision *recorded = statement.auth.proof && records_.isTrusted ? records_.find(index) : nullptr;
        return recorded == nullptr || isCountingAt(statement.auth.proof->kid, recorded->record);
    }

    // Between its own record and the one that revokes it. A key that is not there is somebody else's to report.
    bool isCountingAt(const domain::KeyId &kid, std::int64_t record) const
    {
        const auto life = records_.keys.find(kid);
        return life == records_.keys.end()
               || (life->second.enrolledAt < record && (!life->second.revokedAt || record < *life->second.revokedAt));
    }

    // Whom the signer stood in for by then, where the log of records can say so.
    bool isCovered(std::int64_t index, const domain::DecisionStatement &statement) const
    {
        const RecordedDecision *recorded = records_.isTrusted ? records_.find(index) : nullptr;
        if (recorded == nullptr || statement.signer.onBehalfOf.empty())
            return recorded == nullptr || audit::isCovered(statement, {});
        std::vector<domain::Cover> covers;
        for (const auto &[number, life] : records_.covers)
            if (life.signer == statement.signer.id && life.givenAt < recorded->record
                && (!life.endedAt || recorded->record < *life.endedAt))
                covers.push_back(life.cover);
        return audit::isCovered(statement, covers);
    }

    std::optional<Broken> checkDecision(std::int64_t number, const audit::DecisionLine &line,
                                        const domain::Receipt &receipt)
    {
        if (const auto rule = refuseRecord(line, receipt))
            return Broken{*rule};
        const auto read = readStatement(line, receipt);
        const bool mayBeUnproven = isUnproven(receipt.outcome);
        if (!read) {
            counts_.refusedUnproven += mayBeUnproven ? 1 : 0;
            return mayBeUnproven ? std::nullopt : std::optional(read.error());
        }
        const domain::DecisionStatement &statement = read->statement;
        if (const auto rule = refuseClaims(line.index, *read, receipt); rule && !mayBeUnproven)
            return Broken{*rule};
        ++counts_.signatures;
        // What is refused for its claims had its place in the chain all the same.
        if (const auto cause = chains_.follow(statement, receipt.decisionDigest); cause && !mayBeUnproven)
            return Broken{FaultRule::OffTheChain, cause};
        if (!stands(receipt.outcome))
            return std::nullopt;
        counts_.carried += statement.auth.proof ? 1 : 0;
        if (!statement.signer.onBehalfOf.empty())
            counts_.onBehalf.push_back({number, statement.signer});
        if (const auto rule = refuseContent(statement))
            return Broken{*rule};
        if (!history_.add({number, statement.decisionId, statement.itemId, statement.itemRevision, statement.itemDigest,
                           statement.policy.digest, statement.signer.id, statement.verdict, statement.amends,
                           receipt.receivedAt}))
            return Broken{FaultRule::DecisionTwice};
        return std::nullopt;
    }

    struct Read {
        domain::DecisionStatement statement;
        std::string payload;
    };
    // What it says of a token and of somebody who is away, and whether that was so then.
    std::optional<FaultRule> refuseClaims(std::int64_t index, const Read &read, const domain::Receipt &receipt) const
    {
        const auto &proof = read.statement.auth.proof;
        const auto *carried = proof ? trust_.keys.find(proof->kid) : nullptr;
        if (!audit::isCarriedProofTrue(read.statement, read.payload, carried, receipt.receivedAt))
            return FaultRule::CarriedProofInvalid;
        if (!isCarriedCounting(index, read.statement))
            return FaultRule::KeyNotValidThen;
        return isCovered(index, read.statement) ? std::nullopt : std::optional(FaultRule::NotCovered);
    }

    // The statement, when the right key signed it then.
    Result<Read, Broken> readStatement(const audit::DecisionLine &line, const domain::Receipt &receipt) const
    {
        const auto parts = audit::parseJws(audit::JwsType::Decision, line.jws);
        if (!parts)
            return failure(Broken{FaultRule::DecisionInvalid, parts.error()});
        const audit::RegisteredKey *key = keyAt(parts->kid, audit::KeyRole::Reviewer);
        if (key == nullptr)
            return failure(Broken{FaultRule::DecisionKeyUnknown});
        if (!audit::isValidAt(*key, receipt.receivedAt))
            return failure(Broken{FaultRule::KeyNotValidThen});
        if (!audit::isSignedBy(key->publicKey, line.jws, *parts))
            return failure(Broken{FaultRule::DecisionInvalid, audit::ChainError::SignatureInvalid});
        auto statement = protocol::readDecision(parts->payload);
        if (!statement)
            return failure(Broken{FaultRule::DecisionInvalid, audit::ChainError::DecisionMalformed});
        if (const auto rule = refuseStatement(*statement, *key, receipt, parts->payload))
            return failure(Broken{*rule});
        return Read{*std::move(statement), parts->payload};
    }

    std::optional<FaultRule> refuseStatement(const domain::DecisionStatement &statement,
                                             const audit::RegisteredKey &key, const domain::Receipt &receipt,
                                             std::string_view payload) const
    {
        if (statement.decisionId != receipt.decisionId || statement.itemId != receipt.itemId)
            return FaultRule::IdsDiffer;
        if (statement.signer.id.text() != key.owner || statement.device != key.device)
            return FaultRule::KeyOfAnother;
        if (trust_.manifest && statement.audience != trust_.manifest->gateway)
            return FaultRule::OtherAudience;
        if (digestOf(protocol::signingNonceBytes(statement.itemDigest, statement.verdict)) != statement.auth.nonce)
            return FaultRule::NonceDiffers;
        if (!isEditedDraftWhole(statement, payload))
            return FaultRule::EditedDraftDiffers;
        return std::nullopt;
    }

    // What the decision names must be here, where the package holds patient data at all.
    std::optional<FaultRule> refuseContent(const domain::DecisionStatement &statement) const
    {
        if (!trust_.manifest || !trust_.manifest->holdsPhi || statement.verdict == Verdict::Seal)
            return std::nullopt;
        const auto item = content_.items.find(statement.itemDigest);
        if (item == content_.items.end())
            return FaultRule::ItemMissing;
        if (item->second != statement.policy)
            return FaultRule::PolicyDiffers;
        const auto rendered = content_.rendered.find(statement.renderedDigest);
        if (rendered == content_.rendered.end())
            return FaultRule::RenderedMissing;
        if (!rendered->second)
            return FaultRule::RenderedMalformed;
        return std::nullopt;
    }

    const Trust &trust_;
    const Content &content_;
    const Records &records_;
    History &history_;
    FaultList &faults_;
    LogCheck log_;
    Chains chains_;
    std::int64_t nextIndex_;
    std::int64_t offset_; // of a line's index to its number
    DecisionCounts counts_;
};

} // namespace

DecisionCounts checkDecisions(PackageSource &source, const Trust &trust, const Content &content, const Records &records,
                              History &history, FaultList &faults)
{
    const std::size_t faultsBefore = faults.size();
    auto log = LogCheck::begin(trust.manifest ? trust.manifest->log : audit::LogExtent{});
    if (!log) {
        faults.add({FaultRule::ManifestMalformed, std::string(audit::package_path::manifest)});
        log = LogCheck{};
    }
    if (!trust.manifest)
        log->giveUp();
    log->expect(records.claims);
    DecisionPass pass(trust, content, records, *std::move(log), history, faults);
    std::int64_t last = 0;
    const auto sum = readLines(source, file, last, [&](std::int64_t number, std::string_view bytes) {
        pass.checkLine(number, bytes);
        return !faults.isFull();
    });
    if (!sum && sum.error() != FaultRule::Missing) // which others have reported
        faults.add({sum.error(), file, last});
    DecisionCounts counts = pass.finish();
    if (sum && trust.manifest && faults.size() == faultsBefore
        && !isAsListed(*trust.manifest, file, sum->bytes, sum->digest))
        faults.add({FaultRule::Changed, file});
    return counts;
}

} // namespace countersign::verify
