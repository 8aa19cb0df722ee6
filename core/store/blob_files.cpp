#include "core/store/blob_files.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/mac.hpp"
#include "core/crypto/sealing.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace countersign::store
{
namespace
{

namespace fs = std::filesystem;

constexpr std::string_view purpose = "countersign blob v1\n";
constexpr std::size_t nameDigits = 32;

SecretBytes subkey(const SecretBytes &key, std::string_view use)
{
    return std::move(*crypto::hkdfSha256(key.view(), {}, asBytes(use), crypto::sealingKeySize));
}

Bytes associated(const domain::Digest &digest)
{
    return toBytes(std::string(purpose) + digest.text());
}

struct Kept {
    fs::path file;
    fs::file_time_type at;
    std::uint64_t bytes = 0;
};

// The oldest first.
std::vector<Kept> keptIn(const fs::path &folder)
{
    std::vector<Kept> all;
    std::error_code broken; // a folder that cannot be listed holds nothing
    for (fs::directory_iterator file(folder, broken), end; !broken && file != end; file.increment(broken)) {
        std::error_code gone;
        all.push_back({file->path(), file->last_write_time(gone), file->file_size(gone)});
        if (gone)
            all.pop_back();
    }
    std::ranges::sort(all, {}, &Kept::at);
    return all;
}

} // namespace

BlobFiles::BlobFiles(Files &files, fs::path folder, const SecretBytes &key, FillRandom fillRandom,
                     std::uint64_t bytesMax)
    : files_(files), folder_(std::move(folder)), sealingKey_(subkey(key, "content")), nameKey_(subkey(key, "name")),
      fillRandom_(std::move(fillRandom)), bytesMax_(bytesMax)
{
}

fs::path BlobFiles::fileOf(const domain::Digest &digest) const
{
    return folder_ / hexEncode(crypto::hmacSha256(nameKey_.view(), asBytes(digest.text()))).substr(0, nameDigits);
}

std::optional<Bytes> BlobFiles::find(const domain::Digest &digest)
{
    const auto file = fileOf(digest);
    if (!files_.exists(file))
        return std::nullopt;
    const auto sealed = files_.open(file).and_then([](const std::unique_ptr<File> &open) { return open->readAll(); });
    crypto::Nonce nonce{};
    if (!sealed || sealed->size() < nonce.size())
        return std::nullopt;
    std::copy_n(sealed->begin(), nonce.size(), nonce.begin());
    auto content =
        crypto::open(sealingKey_.view(), nonce, associated(digest), BytesView(*sealed).subspan(nonce.size()));
    // The seal says that this program wrote it; the name says what it has to be.
    if (!content || crypto::digestText(*content) != digest.text())
        return std::nullopt;
    return std::move(*content);
}

Result<Done, StoreError> BlobFiles::put(const domain::Digest &digest, BytesView content)
{
    crypto::Nonce nonce{};
    fillRandom_(nonce);
    const auto sealed = crypto::seal(sealingKey_.view(), nonce, associated(digest), content);
    if (!sealed)
        return failure(StoreError::Misuse);
    const auto size = nonce.size() + sealed->size();
    makeRoom(size);
    const auto file = files_.makeFolder(folder_).and_then([&](Done) { return files_.open(fileOf(digest)); });
    if (!file)
        return failure(file.error());
    const auto written = (*file)
                             ->write(0, nonce)
                             .and_then([&](Done) { return (*file)->write(nonce.size(), *sealed); })
                             .and_then([&](Done) { return (*file)->truncate(size); });
    if (!written)
        static_cast<void>(files_.remove(fileOf(digest))); // a torn one is as good as none
    return written;
}

void BlobFiles::makeRoom(std::uint64_t bytes)
{
    const auto all = keptIn(folder_);
    std::uint64_t total = bytes;
    for (const auto &kept : all)
        total += kept.bytes;
    for (auto kept = all.begin(); kept != all.end() && total > bytesMax_; ++kept)
        if (files_.remove(kept->file))
            total -= kept->bytes;
}

} // namespace countersign::store
