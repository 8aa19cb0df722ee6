#include "tests/store/profile.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <random>

namespace countersign::support
{
namespace
{

std::mt19937_64 &dice()
{
    static std::mt19937_64 engine{std::random_device{}()};
    return engine;
}

} // namespace

Folder::Folder() : Folder(std::filesystem::temp_directory_path()) {}

Folder::Folder(const std::filesystem::path &beside) : path_(beside / ("countersign-" + std::to_string(dice()())))
{
    std::filesystem::create_directories(path_);
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<std::filesystem::path> Folder::files() const
{
    std::vector<std::filesystem::path> found;
    for (const auto &entry : std::filesystem::directory_iterator(path_))
        if (entry.is_regular_file())
            found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

void Folder::becomeCopyOf(const Folder &other) const
{
    for (const auto &file : files())
        std::filesystem::remove(file);
    for (const auto &file : other.files())
        std::filesystem::copy_file(file, path_ / file.filename());
}

Bytes readWhole(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeWhole(const std::filesystem::path &file, BytesView bytes)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(asText(bytes).data(), static_cast<std::streamsize>(bytes.size()));
}

store::DatabaseKey databaseKey(std::uint8_t fill)
{
    return {.key = SecretBytes::copyOf(Bytes(32, fill)), .salt = SecretBytes::copyOf(Bytes(16, fill))};
}

store::LedgerKeys ledgerKeys(std::uint8_t fill)
{
    const auto key = [&](std::uint8_t purpose, std::size_t size) {
        return SecretBytes::copyOf(Bytes(size, static_cast<std::uint8_t>(fill * 16 + purpose)));
    };
    return {.databaseKey = key(1, 32), .databaseSalt = key(2, 16), .spoolKey = key(3, 32), .headMarkKey = key(4, 32)};
}

store::ProfilePaths profileIn(const Folder &folder)
{
    return {.folder = folder.path(), .device = domain::DeviceId("desk-1")};
}

void fillNonce(std::span<std::uint8_t> place)
{
    std::ranges::generate(place, [] { return static_cast<std::uint8_t>(dice()()); });
}

Result<store::SealedLedger, store::StoreError> openLedger(const Folder &folder, const FailingDisk &disk,
                                                          std::uint8_t keys)
{
    return store::SealedLedger::open(profileIn(folder), ledgerKeys(keys),
                                     {.files = &disk.files(), .fillRandom = fillNonce, .vfs = disk.vfs()});
}

store::SealedDecision decisionAfter(const audit::ChainHead &head, const std::string &id, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += id + ' ';
    return {.id = domain::DecisionId(id),
            .item = domain::ItemId("item-" + id),
            .seq = head.nextSeq,
            .prev = head.newest,
            .jws = "jws " + text,
            .rendered = "rendered " + text,
            .summary = "summary " + id};
}

audit::ChainHead headOf(const store::LedgerState &state)
{
    return {.nextSeq = state.nextSeq, .newest = state.head};
}

} // namespace countersign::support
