#include "app/verify/record_pass.hpp"

#include "app/verify/content.hpp"
#include "app/verify/reading.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/package_lines.hpp"
#include "core/base/encoding.hpp"
#include "core/base/result.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/audit_codec.hpp"

#include <algorithm>
#include <utility>

namespace countersign::verify
{
namespace
{

namespace path = audit::package_path;

std::optional<audit::Salt> readSalt(std::string_view text)
{
    const auto bytes = base64urlDecode(text);
    audit::Salt salt{};
    if (!bytes || bytes->size() != salt.size())
        return std::nullopt;
    std::ranges::copy(*bytes, salt.begin());
    return salt;
}

// Reads a file of lines; whatever changed without a line being to blame is put down to the file.
template <class CheckLine>
void readChecked(PackageSource &source, const Trust &trust, std::string_view file, FaultList &faults,
                 const CheckLine &checkLine)
{
    const std::size_t before = faults.size();
    std::int64_t last = 0;
    const auto sum = readLines(source, file, last, [&](std::int64_t number, std::string_view bytes) {
        if (const auto rule = checkLine(number, bytes))
            faults.add({*rule, std::string(file), number});
        return !faults.isFull();
    });
    if (!sum)
        faults.add({sum.error(), std::string(file), sum.error() == FaultRule::Missing ? 0 : last});
    else if (trust.manifest && faults.size() == before && !isAsListed(*trust.manifest, file, sum->bytes, sum->digest))
        faults.add({FaultRule::Changed, std::string(file)});
}

bool isListed(const Trust &trust, std::string_view file)
{
    return trust.manifest
           && std::ranges::any_of(trust.manifest->files, [&](const auto &listed) { return listed.path == file; });
}

class RecordPass
{
public:
    RecordPass(PackageSource &source, const Trust &trust, FaultList &faults)
        : source_(source), trust_(trust), faults_(faults)
    {
    }

    Records run()
    {
        for (const std::string_view file : {path::records, path::checkpoints, path::events})
            found_.isThere = found_.isThere || isListed(trust_, file);
        if (!found_.isThere)
            return std::move(found_);
        const std::size_t before = faults_.size();
        readChecked(source_, trust_, path::checkpoints, faults_,
                    [&](std::int64_t number, std::string_view bytes) { return checkCheckpoint(number, bytes); });
        readChecked(source_, trust_, path::records, faults_,
                    [&](std::int64_t number, std::string_view bytes) { return checkRecord(number, bytes); });
        readChecked(source_, trust_, path::events, faults_,
                    [&](std::int64_t, std::string_view bytes) { return checkEvent(bytes); });
        found_.isTrusted = faults_.size() == before;
        if (found_.isTrusted)
            judgeWhole();
        found_.trails = static_cast<std::int64_t>(trails_.size());
        return std::move(found_);
    }

private:
    using Rule = std::optional<FaultRule>;

    const audit::RegisteredKey *gatewayKey(const domain::KeyId &kid) const
    {
        const audit::RegisteredKey *key = trust_.keys.find(kid);
        return key != nullptr && key->role == audit::KeyRole::Gateway ? key : nullptr;
    }

    // By the gateway, and not behind the one before. What it says of the trees is compared when they are read.
    Rule checkCheckpoint(std::int64_t number, std::string_view bytes)
    {
        ++found_.checkpoints;
        const auto line = audit::decodeCheckpointLine(bytes);
        if (!line)
            return FaultRule::LineMalformed;
        const auto parts = audit::parseJws(audit::JwsType::Checkpoint, line->jws);
        const audit::RegisteredKey *key = parts ? gatewayKey(parts->kid) : nullptr;
        const auto checkpoint = key != nullptr && trust_.manifest
                                    ? audit::checkCheckpoint(line->jws, key->publicKey, trust_.manifest->gateway)
                                    : failure(audit::ChainError::SignatureInvalid);
        if (!checkpoint)
            return FaultRule::CheckpointInvalid;
        const bool isBehind = checkpoint->decisions.size < newest_.decisions.size
                              || checkpoint->records.size < newest_.records.size || checkpoint->at < newest_.at;
        newest_ = *checkpoint;
        found_.claims.emplace_back(number, checkpoint->decisions);
        recordClaims_.emplace_back(number, checkpoint->records);
        return isBehind ? Rule(FaultRule::CheckpointDiffers) : std::nullopt;
    }

    void compareClaims()
    {
        for (; nextClaim_ < recordClaims_.size(); ++nextClaim_) {
            const auto &[line, head] = recordClaims_[nextClaim_];
            if (head.size != static_cast<std::int64_t>(tree_.size()))
                return;
            if (head.root.text() != crypto::formatDigest(tree_.root()))
                faults_.add({FaultRule::CheckpointDiffers, std::string(path::checkpoints), line});
        }
    }

    Rule checkRecord(std::int64_t number, std::string_view bytes)
    {
        const auto line = audit::decodeRecordLine(bytes);
        if (!line)
            return FaultRule::LineMalformed;
        if (hasLostPlace_ || line->index != number - 1) {
            hasGivenUp_ = true;
            return std::exchange(hasLostPlace_, true) ? Rule() : FaultRule::IndexOutOfOrder;
        }
        const auto leaf = audit::readLeaf(line->leaf);
        if (!leaf)
            return FaultRule::LineMalformed;
        ++found_.lines;
        tree_.append(asBytes(line->leaf));
        const Rule rule = leaf->decision ? takeDecision(*line, *leaf) : takeRecord(*line, *leaf);
        hasGivenUp_ = hasGivenUp_ || rule; // roots could only repeat it
        if (!hasGivenUp_)
            compareClaims();
        return rule;
    }

    Rule takeDecision(const audit::RecordLine &line, const audit::RecordLeaf &leaf)
    {
        const std::int64_t place = leaf.decision->decision;
        const auto commitment = crypto::parseDigest(leaf.commitment.text());
        const auto salt = readSalt(line.salt);
        const bool isErased = line.salt.empty();
        const bool isNext = place == found_.firstDecision + static_cast<std::int64_t>(found_.decisions.size());
        if (isErased)
            found_.erasedPlaces.emplace(place, *leaf.decision);
        // Whatever is wrong with it, the next one is the next one.
        found_.decisions.push_back({.salt = salt.value_or(audit::Salt{}),
                                    .commitment = commitment.value_or(audit::Hash{}),
                                    .record = line.index,
                                    .isErased = isErased});
        const bool isRight = isNext && commitment && line.record.empty() && (isErased || salt);
        return isRight ? Rule() : FaultRule::RecordDiffers;
    }

    Rule takeRecord(const audit::RecordLine &line, const audit::RecordLeaf &leaf)
    {
        const auto salt = readSalt(line.salt);
        if (!salt || audit::commitmentOf(*salt, line.record) != leaf.commitment)
            return FaultRule::RecordDiffers;
        const auto record = audit::readRecord(line.record);
        if (!record)
            return FaultRule::LineMalformed;
        return std::visit(Overload{
                              [&](const audit::LogBegun &begun) -> Rule {
                                  found_.firstDecision = begun.decisions.size;
                                  return line.index == 0 ? Rule() : FaultRule::RecordDiffers;
                              },
                              [&](const audit::KeyEnrolled &enrolled) { return enrol(line.index, enrolled.key); },
                              [&](const audit::KeyRevoked &revoked) { return revoke(line.index, revoked.kid); },
                              [&](const audit::EventsTaken &taken) {
                                  claimedTrails_[taken.trail].emplace(taken.nextSeq, taken.head);
                                  return Rule();
                              },
                              [&](const audit::DecisionErased &erased) {
                                  found_.tombstones.emplace(erased.decision, erased);
                                  return Rule();
                              },
                              [&](const audit::CoverGiven &given) { return cover(line.index, given); },
                              [&](const audit::CoverEnded &ended) { return uncover(line.index, ended.number); },
                              [](const auto &) { return Rule(); },
                          },
                          *record);
    }

    // keys.json is what the log made of it, and nothing else.
    Rule enrol(std::int64_t index, const audit::RegisteredKey &key)
    {
        const audit::RegisteredKey *listed = trust_.keys.find(key.kid);
        const bool isSame = listed != nullptr && listed->publicKey == key.publicKey && listed->role == key.role
                            && listed->owner == key.owner && listed->device == key.device
                            && listed->validFrom == key.validFrom;
        const bool isNew = found_.keys.emplace(key.kid, KeyLife{index, {}}).second;
        return isSame && isNew ? Rule() : FaultRule::RegistryDiffers;
    }

    Rule revoke(std::int64_t index, const domain::KeyId &kid)
    {
        const audit::RegisteredKey *listed = trust_.keys.find(kid);
        const auto life = found_.keys.find(kid);
        if (listed == nullptr || !listed->revokedAt || life == found_.keys.end() || life->second.revokedAt)
            return FaultRule::RegistryDiffers;
        life->second.revokedAt = index;
        return std::nullopt;
    }

    Rule cover(std::int64_t index, const audit::CoverGiven &given)
    {
        const CoverLife life{given.signer, given.cover, index, {}};
        return found_.covers.emplace(given.number, life).second ? Rule() : FaultRule::RegistryDiffers;
    }

    Rule uncover(std::int64_t index, std::int64_t number)
    {
        const auto life = found_.covers.find(number);
        if (life == found_.covers.end() || life->second.endedAt)
            return FaultRule::RegistryDiffers;
        life->second.endedAt = index;
        return std::nullopt;
    }

    Rule checkEvent(std::string_view bytes)
    {
        ++found_.events;
        const auto line = audit::decodeEventLine(bytes);
        const auto entry = line ? protocol::readAuditEntry(line->entry)
                                : failure(protocol::WireError{.rule = protocol::Rule::NotJson});
        if (!entry)
            return FaultRule::LineMalformed;
        Trail &trail = trails_[entry->trail];
        if (trail.isBroken)
            return std::nullopt;
        const bool follows = entry->seq == trail.nextSeq && entry->prev == trail.head;
        trail = {entry->seq + 1, domain::Digest(crypto::digestText(asBytes(line->entry))), !follows};
        if (!follows)
            return FaultRule::TrailBroken;
        auto &claims = claimedTrails_[entry->trail];
        if (!claims.empty() && claims.begin()->first == trail.nextSeq) {
            const bool isSame = claims.begin()->second == trail.head;
            claims.erase(claims.begin());
            trail.isBroken = !isSame;
            return isSame ? Rule() : FaultRule::TrailBroken;
        }
        return std::nullopt;
    }

    void judgeWhole()
    {
        const bool isWhole = nextClaim_ == recordClaims_.size() && !recordClaims_.empty()
                             && recordClaims_.back().second.size == static_cast<std::int64_t>(tree_.size());
        if (!isWhole)
            faults_.add({FaultRule::LinesMissing, std::string(path::records), found_.lines});
        for (const audit::RegisteredKey &key : trust_.keys.keys()) {
            const auto life = found_.keys.find(key.kid);
            if (life == found_.keys.end() || life->second.revokedAt.has_value() != key.revokedAt.has_value())
                faults_.add({FaultRule::RegistryDiffers, std::string(path::keys)});
        }
        for (const auto &[trail, claims] : claimedTrails_)
            if (!claims.empty())
                faults_.add({FaultRule::LinesMissing, std::string(path::events), found_.events});
    }

    struct Trail {
        std::int64_t nextSeq = 0;
        domain::Digest head;
        bool isBroken = false; // reported: what follows could only repeat it
    };

    PackageSource &source_;
    const Trust &trust_;
    FaultList &faults_;
    Records found_;
    audit::MerkleFrontier tree_;
    audit::Checkpoint newest_;
    std::vector<std::pair<std::int64_t, audit::TreeHead>> recordClaims_;
    std::size_t nextClaim_ = 0;
    bool hasGivenUp_ = false;   // nothing more is said of roots
    bool hasLostPlace_ = false; // nor of what follows a line that is out of place
    std::map<domain::TrailId, Trail> trails_;
    std::map<domain::TrailId, std::map<std::int64_t, domain::Digest>> claimedTrails_;
};

} // namespace

const RecordedDecision *Records::find(std::int64_t decision) const
{
    const std::int64_t place = decision - firstDecision;
    return place < 0 || place >= static_cast<std::int64_t>(decisions.size())
               ? nullptr
               : &decisions[static_cast<std::size_t>(place)];
}

Records checkRecords(PackageSource &source, const Trust &trust, FaultList &faults)
{
    return RecordPass(source, trust, faults).run();
}

} // namespace countersign::verify
