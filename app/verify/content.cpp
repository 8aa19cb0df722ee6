#include "app/verify/content.hpp"

#include "app/verify/reading.hpp"
#include "core/audit/package_limits.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/decision_codec.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace countersign::verify
{
namespace
{

namespace path = audit::package_path;

// What is read line by line, by others.
constexpr std::array lines{path::decisions, path::outcomes, path::records, path::checkpoints, path::events};

// Of a file that no manifest limits.
constexpr std::int64_t plainBytesMax = static_cast<std::int64_t>(audit::manifestBytesMax);

const audit::PackageFile *findListed(const audit::Manifest &manifest, std::string_view path)
{
    const auto found = std::ranges::lower_bound(manifest.files, path, {}, &audit::PackageFile::path);
    return found != manifest.files.end() && found->path == path ? &*found : nullptr;
}

std::optional<domain::PolicyRef> policyOf(std::string_view item)
{
    const auto json = protocol::decodeStrict(item, audit::itemLimits);
    const protocol::Json *policy = json ? json->find("policy") : nullptr;
    if (policy == nullptr || protocol::canonical(*json).value_or("") != item)
        return std::nullopt;
    const auto read = protocol::readDocument<domain::PolicyRef>(*policy);
    return read ? std::optional(*read) : std::nullopt;
}

class ContentCheck
{
public:
    ContentCheck(PackageSource &source, const audit::Manifest *manifest, FaultList &faults)
        : source_(source), manifest_(manifest), faults_(faults)
    {
    }

    Content run()
    {
        const auto entries = source_.entries();
        if (!entries)
            faults_.add({FaultRule::Unreadable, std::string(path::manifest)});
        else if (entries->size() > audit::entriesMax)
            faults_.add({FaultRule::TooManyEntries, std::string(path::manifest)});
        else
            for (const Entry &entry : *entries)
                if (!faults_.isFull())
                    checkEntry(entry);
        reportMissing();
        return std::move(content_);
    }

private:
    void checkEntry(const Entry &entry)
    {
        if (!seen_.insert(entry.path).second)
            return report(FaultRule::EntryTwice, entry);
        if (!entry.isFile)
            return report(FaultRule::NotAFile, entry);
        if (entry.path == path::manifest || entry.path == path::manifestJws)
            return;
        const audit::PackageFile *listed = manifest_ == nullptr ? nullptr : findListed(*manifest_, entry.path);
        if (manifest_ != nullptr && listed == nullptr)
            return report(FaultRule::Unexpected, entry);
        if (std::ranges::find(lines, entry.path) != lines.end())
            return;
        if (entry.path.starts_with(path::items))
            return checkItem(entry);
        if (entry.path.starts_with(path::rendered))
            return checkRendered(entry);
        const auto sum = sumUp(source_, entry.path, listed == nullptr ? plainBytesMax : listed->bytes);
        if (!sum)
            return report(listed != nullptr && sum.error() == FaultRule::TooLarge ? FaultRule::Changed : sum.error(),
                          entry);
        compare(entry, *sum);
    }

    void checkItem(const Entry &entry)
    {
        const auto bytes = readContent(entry, path::items, audit::itemBytesMax);
        if (!bytes)
            return;
        auto policy = policyOf(*bytes);
        if (!policy)
            return report(FaultRule::ItemMalformed, entry);
        content_.items.emplace(crypto::digestText(asBytes(*bytes)), *std::move(policy));
    }

    void checkRendered(const Entry &entry)
    {
        const auto bytes = readContent(entry, path::rendered, audit::renderedBytesMax);
        if (!bytes)
            return;
        // What came with a refused decision may be anything; whether it matters is seen when a decision names it.
        content_.rendered.emplace(crypto::digestText(asBytes(*bytes)), protocol::readDisplayModel(*bytes).has_value());
    }

    // A file that is named by its digest.
    std::optional<std::string> readContent(const Entry &entry, std::string_view folder, std::size_t bytesMax)
    {
        auto bytes = readWhole(source_, entry.path, bytesMax);
        if (!bytes) {
            report(bytes.error(), entry);
            return std::nullopt;
        }
        const domain::Digest digest(crypto::digestText(asBytes(*bytes)));
        if (entry.path != audit::contentPath(folder, digest)) {
            report(FaultRule::Changed, entry);
            return std::nullopt;
        }
        if (!compare(entry, {static_cast<std::int64_t>(bytes->size()), digest}))
            return std::nullopt;
        return *std::move(bytes);
    }

    bool compare(const Entry &entry, const FileSum &sum)
    {
        if (manifest_ != nullptr && !isAsListed(*manifest_, entry.path, sum.bytes, sum.digest)) {
            report(FaultRule::Changed, entry);
            return false;
        }
        ++content_.files;
        return true;
    }

    void reportMissing()
    {
        constexpr std::array always{path::decisions, path::outcomes, path::readme};
        for (const std::string_view file : always)
            if (!seen_.contains(std::string(file)))
                faults_.add({FaultRule::Missing, std::string(file)});
        if (manifest_ == nullptr)
            return;
        for (const audit::PackageFile &file : manifest_->files)
            if (!seen_.contains(file.path) && std::ranges::find(always, file.path) == always.end())
                faults_.add({FaultRule::Missing, file.path});
    }

    void report(FaultRule rule, const Entry &entry) { faults_.add({rule, entry.path}); }

    PackageSource &source_;
    const audit::Manifest *manifest_;
    FaultList &faults_;
    std::unordered_set<std::string> seen_;
    Content content_;
};

} // namespace

Content checkContent(PackageSource &source, const audit::Manifest *manifest, FaultList &faults)
{
    return ContentCheck(source, manifest, faults).run();
}

bool isAsListed(const audit::Manifest &manifest, std::string_view path, std::int64_t bytes,
                const domain::Digest &digest)
{
    const audit::PackageFile *listed = findListed(manifest, path);
    return listed != nullptr && listed->bytes == bytes && listed->digest == digest;
}

} // namespace countersign::verify
