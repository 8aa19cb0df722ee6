#include "core/audit/package_writer.hpp"

#include "core/audit/package_readme.hpp"

namespace countersign::audit
{

PackageWriter::PackageWriter(PackageSink &sink, Manifest head, MerkleFrontier before)
    : sink_(sink), manifest_(std::move(head)), log_(std::move(before))
{
    manifest_.counts = {};
    manifest_.files.clear();
    manifest_.outcomesHead = {};
    manifest_.log = {.first = static_cast<std::int64_t>(log_.size()), .peaks = {}, .size = 0, .root = {}};
    for (const Hash &peak : log_.peaks())
        manifest_.log.peaks.emplace_back(crypto::formatDigest(peak));
    // There even when nothing follows.
    for (const std::string_view path : {package_path::decisions, package_path::outcomes})
        append(path, {});
}

void PackageWriter::append(std::string_view path, std::string_view bytes)
{
    Written &file = open_[std::string(path)];
    file.bytes += static_cast<std::int64_t>(bytes.size());
    file.hash.update(asBytes(bytes));
    hasFailed_ = hasFailed_ || !sink_.append(path, bytes);
}

void PackageWriter::addContent(std::string_view folder, std::string_view bytes, std::int64_t &count)
{
    const domain::Digest digest(crypto::digestText(asBytes(bytes)));
    std::string path = contentPath(folder, digest);
    if (whole_.contains(path))
        return;
    ++count;
    hasFailed_ = hasFailed_ || !sink_.append(path, bytes);
    whole_.emplace(path, PackageFile{path, static_cast<std::int64_t>(bytes.size()), digest});
}

void PackageWriter::addDecision(const Instant &receivedAt, std::string_view jws, std::string_view receipt)
{
    const DecisionLine line{static_cast<std::int64_t>(log_.size()), receivedAt, std::string(jws), std::string(receipt), {}};
    append(package_path::decisions, encodeLine(line) + '\n');
    log_.append(crypto::sha256(asBytes(jws)));
    ++manifest_.counts.decisions;
}

void PackageWriter::addErased(const Instant &receivedAt, const domain::Digest &digest, std::string_view receipt)
{
    const DecisionLine line{static_cast<std::int64_t>(log_.size()), receivedAt, {}, std::string(receipt), digest};
    append(package_path::decisions, encodeLine(line) + '\n');
    log_.append(crypto::parseDigest(digest.text()).value_or(crypto::Digest{}));
    ++manifest_.counts.decisions;
}

void PackageWriter::addRecord(const RecordLine &line)
{
    // Where there is such a log the two others are there, if empty.
    for (const std::string_view path : {package_path::checkpoints, package_path::events})
        if (!open_.contains(path))
            append(path, {});
    append(package_path::records, encodeLine(line) + '\n');
}

void PackageWriter::addCheckpoint(std::string_view jws)
{
    append(package_path::checkpoints, encodeLine(CheckpointLine{std::string(jws)}) + '\n');
}

void PackageWriter::addEvent(const Instant &receivedAt, std::string_view entry)
{
    append(package_path::events, encodeLine(EventLine{receivedAt, std::string(entry)}) + '\n');
}

void PackageWriter::addOutcome(OutcomeLine line)
{
    line.prev = manifest_.outcomesHead;
    const std::string bytes = encodeLine(line);
    append(package_path::outcomes, bytes + '\n');
    manifest_.outcomesHead = domain::Digest(crypto::digestText(asBytes(bytes)));
    ++manifest_.counts.outcomes;
}

void PackageWriter::addItem(std::string_view canonical)
{
    addContent(package_path::items, canonical, manifest_.counts.items);
}

void PackageWriter::addRendered(std::string_view displayModel)
{
    addContent(package_path::rendered, displayModel, manifest_.counts.rendered);
}

void PackageWriter::addFhir(std::string_view bytes)
{
    append(package_path::fhir, bytes);
}

bool PackageWriter::finish(const KeyRegistry &keys, const crypto::SigningKey &gatewayKey)
{
    append(package_path::keys, encodeKeys(keys));
    append(package_path::readme, packageReadme());
    manifest_.counts.keys = static_cast<std::int64_t>(keys.size());
    manifest_.log.size = static_cast<std::int64_t>(log_.size());
    manifest_.log.root = domain::Digest(crypto::formatDigest(log_.root()));
    for (auto &[path, file] : open_)
        whole_.emplace(path, PackageFile{path, file.bytes, domain::Digest(crypto::formatDigest(file.hash.finish()))});
    for (auto &[path, file] : whole_)
        manifest_.files.push_back(std::move(file));
    const std::string bytes = encodeManifest(manifest_);
    return !hasFailed_ && sink_.append(package_path::manifest, bytes)
           && sink_.append(package_path::manifestJws, signManifest(bytes, gatewayKey));
}

} // namespace countersign::audit
