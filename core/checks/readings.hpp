// Readings of texts that have been met before, with what the checks noted of them: drafts about one patient cite the
// same charts and talks again, and an edited draft is the old one but for a statement. Bounded; the one that was read
// first goes first. A text is known by its letters, all of them, and never by a digest that an agent states. Any
// thread.
#pragma once

#include "core/checks/language/reading.hpp"

#include <deque>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace countersign::checks
{

class Readings
{
public:
    explicit Readings(std::size_t bytesMax) : bytesMax_(bytesMax), slots_(64) {}

    // The same as reading it anew, from wherever it comes.
    [[nodiscard]] std::shared_ptr<const Reading> read(std::string_view text, TextKind kind,
                                                      Numbers numbers = Numbers::AllReadings);
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t count() const;

private:
    struct Kept {
        std::string text; // the reading refers to it
        TextKind kind = TextKind::Written;
        Numbers numbers = Numbers::AllReadings;
        Reading reading;
        std::size_t bytes = 0;
    };
    using Shared = std::shared_ptr<const Kept>;
    struct Text {
        std::string_view letters;
        TextKind kind = TextKind::Written;
        Numbers numbers = Numbers::AllReadings;
        std::uint64_t name = 0; // of some of its letters: equal texts have equal names
    };
    struct Slot {
        std::uint64_t name = 0;
        Shared kept; // null where the slot is free
    };
    [[nodiscard]] Shared known(const Text &text) const; // under the lock, as the next
    void dropOldest();
    void keep(const Text &text, const Shared &fresh);
    // The first free slot for that name, and how many others stand before it.
    [[nodiscard]] std::pair<std::size_t, std::size_t> placeFor(std::uint64_t name) const;
    void grow();

    const std::size_t bytesMax_;
    mutable std::shared_mutex mutex_; // guards what follows; no text is read under it
    std::vector<Slot> slots_; // open addressing, a power of two of them, at most half of them taken
    std::deque<Shared> oldestFirst_;
    std::size_t bytes_ = 0;
};

// As the checks read a source, and a statement of a draft; null for what is known: nothing is. The text must outlive
// what is returned, or be known.
[[nodiscard]] std::shared_ptr<const Reading> readSource(std::string_view text, TextKind kind, Readings *known);
[[nodiscard]] std::shared_ptr<const Reading> readStatement(std::string_view text, Readings *known);

} // namespace countersign::checks
