#include "core/checks/readings.hpp"

#include <algorithm>
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

std::shared_ptr<const Reading> Readings::read(std::string_view text, TextKind kind, Numbers numbers)
{
    Shared found;
    {
        const std::shared_lock lock(mutex_);
        found = known(text, kind, numbers);
    }
    if (!found) {
        const auto fresh = std::make_shared<Kept>();
        fresh->text = text;
        fresh->kind = kind;
        fresh->numbers = numbers;
        fresh->reading = readAnew(fresh->text, kind, numbers);
        fresh->bytes = sizeOf(fresh->text, fresh->reading);
        keep(fresh);
        found = fresh;
    }
    return {found, &found->reading};
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

Readings::Shared Readings::known(std::string_view text, TextKind kind, Numbers numbers) const
{
    const auto [first, last] = byText_.equal_range(text);
    const auto found = std::find_if(first, last, [kind, numbers](const auto &each) {
        return each.second->kind == kind && each.second->numbers == numbers;
    });
    return found == last ? nullptr : found->second;
}

void Readings::dropOldest()
{
    const Shared oldest = std::move(oldestFirst_.front());
    oldestFirst_.pop_front();
    bytes_ -= oldest->bytes;
    const auto [first, last] = byText_.equal_range(oldest->text);
    byText_.erase(std::find_if(first, last, [&](const auto &each) { return each.second == oldest; }));
}

// Two threads may have read one text at the same time; the second copy is let go.
void Readings::keep(const Shared &fresh)
{
    const std::lock_guard lock(mutex_);
    if (fresh->bytes > bytesMax_ || known(fresh->text, fresh->kind, fresh->numbers))
        return;
    while (bytes_ + fresh->bytes > bytesMax_)
        dropOldest();
    byText_.emplace(fresh->text, fresh);
    oldestFirst_.push_back(fresh);
    bytes_ += fresh->bytes;
}

} // namespace countersign::checks
