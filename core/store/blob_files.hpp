// Blobs that the console fetched, kept for the next time: one sealed file each, named by a MAC, so that a disk tells
// neither what they hold nor which they are. A cache: what is damaged, torn or gone is fetched again, so nothing is
// synced, and the oldest leave when there is too much. Blocking and plain; one thread, the store's.
#pragma once

#include "core/base/secret.hpp"
#include "core/domain/ids.hpp"
#include "core/store/files.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>

namespace countersign::store
{

class BlobFiles
{
public:
    using FillRandom = std::function<void(std::span<std::uint8_t>)>;
    static constexpr std::uint64_t totalBytesMax = std::uint64_t{2} << 30;

    // `files` outlives this object; the folder is made when the first blob comes.
    BlobFiles(Files &files, std::filesystem::path folder, const SecretBytes &key, FillRandom fillRandom,
              std::uint64_t bytesMax = totalBytesMax);

    // Nothing where it is not here, or no longer whole.
    [[nodiscard]] std::optional<Bytes> find(const domain::Digest &digest);
    [[nodiscard]] Result<Done, StoreError> put(const domain::Digest &digest, BytesView content);

private:
    [[nodiscard]] std::filesystem::path fileOf(const domain::Digest &digest) const;
    void makeRoom(std::uint64_t bytes);

    Files &files_;
    std::filesystem::path folder_;
    SecretBytes sealingKey_, nameKey_;
    FillRandom fillRandom_;
    std::uint64_t bytesMax_;
};

} // namespace countersign::store
