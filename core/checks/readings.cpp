#include "core/checks/readings.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace countersign::checks
{
namespace
{

// What the checks will note of a text is taken to be as much again as its reading.
std::size_t sizeOf(const std::string &text, const Reading &reading)
{
    const std::size_t read = reading.tokens.list.capacity() * sizeof(Token) + reading.terms.capacity() * sizeof(Term)
                             + reading.segments.capacity() * sizeof(Segment)
                             + reading.quantities.capacity() * sizeof(Quantity);
    return text.capacity() + 2 * read;
}

// Of a long text some of its letters: to tell it from others, all are compared.
std::uint64_t nameOf(std::string_view text)
{
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15ULL;
    constexpr std::size_t samples = 32, step = sizeof(std::uint64_t);
    std::uint64_t name = text.size() * mix;
    const auto add = [&](std::size_t at) {
        std::uint64_t letters = 0;
        std::memcpy(&letters, text.data() + at, std::min(step, text.size() - at));
        name = (name ^ letters) * mix;
        name ^= name >> 29U;
    };
    const std::size_t stride = std::max(step, text.size() / samples);
    for (std::size_t at = 0; at < text.size(); at += stride)
        add(at);
    if (text.size() >= step)
        add(text.size() - step);
    return name ^ name >> 32U;
}

Reading readAnew(std::string_view text, TextKind kind, Numbers numbers)
{
    return readText(english(), englishAnswers(), text, kind, numbers);
}

} // namespace

std::shared_ptr<const Reading> readSource(std::string_view text, TextKind kind, Readings *known)
{
    return known ? known->read(text, kind)
                 : std::make_shared<const Reading>(readAnew(text, kind, Numbers::AllReadings));
}

std::shared_ptr<const Reading> readStatement(std::string_view text, Readings *known)
{
    constexpr auto kind = TextKind::Written;
    constexpr auto numbers = Numbers::Likeliest;
    return known ? known->read(text, kind, numbers) : std::make_shared<const Reading>(readAnew(text, kind, numbers));
}

std::shared_ptr<const Reading> Readings::read(std::string_view letters, TextKind kind, Numbers numbers)
{
    const Text text{letters, kind, numbers, nameOf(letters)};
    Shared found;
    {
        const std::shared_lock lock(mutex_);
        found = known(text);
    }
    if (!found) {
        const auto fresh = std::make_shared<Kept>();
        fresh->text = letters;
        fresh->kind = kind;
        fresh->numbers = numbers;
        fresh->reading = readAnew(fresh->text, kind, numbers);
        fresh->bytes = sizeOf(fresh->text, fresh->reading);
        keep(text, fresh);
        found = fresh;
    }
    const Reading *reading = &found->reading;
    return {std::move(found), reading};
}

std::size_t Readings::bytes() const
{
    const std::shared_lock lock(mutex_);
    return bytes_;
}

std::size_t Readings::count() const
{
    const std::shared_lock lock(mutex_);
    return oldestFirst_.size();
}

Readings::Shared Readings::known(const Text &text) const
{
    for (std::size_t at = text.name & (slots_.size() - 1); slots_[at].kept; at = (at + 1) & (slots_.size() - 1)) {
        const Kept &kept = *slots_[at].kept;
        if (slots_[at].name == text.name && kept.kind == text.kind && kept.numbers == text.numbers
            && kept.text == text.letters)
            return slots_[at].kept;
    }
    return nullptr;
}

std::pair<std::size_t, std::size_t> Readings::placeFor(std::uint64_t name) const
{
    std::size_t at = name & (slots_.size() - 1), before = 0;
    for (; slots_[at].kept; at = (at + 1) & (slots_.size() - 1))
        ++before;
    return {at, before};
}

void Readings::grow()
{
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (Slot &slot : old)
        if (slot.kept)
            slots_[placeFor(slot.name).first] = std::move(slot);
}

// What stands behind a freed slot moves up, so that no search ends before it.
void Readings::dropOldest()
{
    const Shared oldest = std::move(oldestFirst_.front());
    oldestFirst_.pop_front();
    bytes_ -= oldest->bytes;
    const std::size_t mask = slots_.size() - 1;
    std::size_t free = nameOf(oldest->text) & mask;
    while (slots_[free].kept != oldest)
        free = (free + 1) & mask;
    for (std::size_t at = (free + 1) & mask; slots_[at].kept; at = (at + 1) & mask) {
        const std::size_t wanted = slots_[at].name & mask;
        if (((at - wanted) & mask) < ((at - free) & mask))
            continue; // it would stand before the place where its search begins
        slots_[free] = std::move(slots_[at]);
        free = at;
    }
    slots_[free] = {};
}

// Two threads may have read one text at the same time; the second copy is let go. So is a text that many others hide,
// as texts that were made to be mistaken for each other would.
void Readings::keep(const Text &text, const Shared &fresh)
{
    constexpr std::size_t crowd = 64;
    const std::lock_guard lock(mutex_);
    if (fresh->bytes > bytesMax_ || known(text))
        return;
    while (bytes_ + fresh->bytes > bytesMax_)
        dropOldest();
    if (2 * (oldestFirst_.size() + 1) > slots_.size())
        grow();
    const auto [at, before] = placeFor(text.name);
    if (before > crowd)
        return;
    slots_[at] = {text.name, fresh};
    oldestFirst_.push_back(fresh);
    bytes_ += fresh->bytes;
}

} // namespace countersign::checks
