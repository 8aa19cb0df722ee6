#include "tests/support/power_loss.hpp"

#include "tests/support/crash_disk_parts.hpp"

#include <algorithm>
#include <utility>

namespace countersign::support
{
namespace
{

using Kind = DiskCall::Kind;

constexpr std::uint64_t sectorSize = 512;

bool oneIn(std::mt19937_64 &dice, unsigned count)
{
    return dice() % count == 0;
}

void apply(Bytes &file, const DiskCall &call)
{
    if (call.kind == Kind::Truncate)
        file.resize(static_cast<std::size_t>(call.offset));
    else
        place(file, call.offset, call.bytes);
}

// Sector by sector: this one, not this one, seldom rubbish.
void tear(Bytes &file, const DiskCall &call, std::mt19937_64 &dice)
{
    const BytesView bytes = call.bytes;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto size = std::min<std::size_t>(bytes.size() - at, sectorSize - (call.offset + at) % sectorSize);
        Bytes sector(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                     bytes.begin() + static_cast<std::ptrdiff_t>(at + size));
        if (oneIn(dice, 16))
            std::ranges::generate(sector, [&] { return static_cast<std::uint8_t>(dice()); });
        if (oneIn(dice, 2))
            place(file, call.offset + at, sector);
        at += size;
    }
}

void rename(std::map<std::string, int> &names, const DiskCall &call)
{
    switch (call.kind) {
    case Kind::Name:
        names.insert_or_assign(call.name, call.file);
        break;
    case Kind::Unname:
        names.erase(call.name);
        break;
    default:
        names.erase(call.name);
        names.insert_or_assign(call.to, call.file);
    }
}

std::string folderOf(const std::string &name)
{
    return std::filesystem::path(name).parent_path().string();
}

} // namespace

PowerLoss::PowerLoss(const CrashDisk &disk, Liar lies) : calls_(&disk.calls()), lies_(std::move(lies))
{
    int file = 0;
    for (const auto &[name, bytes] : disk.beginning()) {
        contents_[file].durable = bytes;
        names_.emplace(name, file++);
    }
}

bool PowerLoss::advance()
{
    if (position_ == calls_->size())
        return false;
    const DiskCall &call = (*calls_)[position_++];
    switch (call.kind) {
    case Kind::Write:
    case Kind::Truncate:
        contents_[call.file].waiting.push_back(&call);
        break;
    case Kind::Sync:
        syncFile(call);
        break;
    case Kind::SyncFolder:
        syncFolder(call);
        break;
    case Kind::Name:
    case Kind::Unname:
    case Kind::Rename:
        waitingForNames_.push_back(&call);
    }
    return true;
}

void PowerLoss::syncFile(const DiskCall &call)
{
    if (lies_ && lies_(call.name))
        return;
    Content &content = contents_[call.file];
    for (const DiskCall *waiting : std::exchange(content.waiting, {}))
        apply(content.durable, *waiting);
}

void PowerLoss::syncFolder(const DiskCall &call)
{
    if (lies_ && lies_(call.name))
        return;
    std::erase_if(waitingForNames_, [&](const DiskCall *waiting) {
        if (folderOf(waiting->name) != call.name)
            return false;
        rename(names_, *waiting);
        return true;
    });
}

Bytes PowerLoss::after(const Content &content, Kept kept, std::mt19937_64 &dice)
{
    Bytes file = content.durable;
    if (kept == Kept::None || content.waiting.empty())
        return file;
    const std::size_t whole = kept == Kept::All ? content.waiting.size() : dice() % (content.waiting.size() + 1);
    for (std::size_t i = 0; i < content.waiting.size(); ++i) {
        const DiskCall &call = *content.waiting[i];
        const bool isKept = kept == Kept::Any ? oneIn(dice, 2) : i < whole;
        const bool isTorn = kept == Kept::Any ? oneIn(dice, 3) : i == whole && kept == Kept::Prefix;
        if (isTorn && call.kind == Kind::Write)
            tear(file, call, dice);
        else if (isKept)
            apply(file, call);
    }
    return file;
}

std::map<std::string, int> PowerLoss::namesAfter(Kept kept, std::mt19937_64 &dice) const
{
    std::map<std::string, int> names = names_;
    const std::size_t whole = dice() % (waitingForNames_.size() + 1);
    for (std::size_t i = 0; i < waitingForNames_.size(); ++i) {
        const bool isKept =
            kept == Kept::All || (kept == Kept::Prefix && i < whole) || (kept == Kept::Any && oneIn(dice, 2));
        if (isKept)
            rename(names, *waitingForNames_[i]);
    }
    return names;
}

DiskImage PowerLoss::state(std::mt19937_64 &dice) const
{
    const auto howMuch = [&] { return static_cast<Kept>(dice() % 4); };
    const Kept everywhere = howMuch();
    const bool isMixed = oneIn(dice, 2);
    DiskImage image;
    for (const auto &[name, file] : namesAfter(isMixed ? howMuch() : everywhere, dice)) {
        const auto found = contents_.find(file);
        image[name] = found == contents_.end() ? Bytes{} : after(found->second, isMixed ? howMuch() : everywhere, dice);
    }
    return image;
}

} // namespace countersign::support
