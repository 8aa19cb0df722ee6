// What the checks have read out of one text: taken when it is first asked for, and kept with the text's reading, so
// that a text that comes again is not looked through again. Any thread, several at once.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace countersign::checks
{

struct Reading;

class Notes
{
public:
    Notes() = default;
    Notes(Notes &&other) noexcept { take(other); }
    Notes &operator=(Notes &&other) noexcept
    {
        drop();
        take(other);
        return *this;
    }
    ~Notes() { drop(); }

    // What `take`, a pure function of a reading, says of that one, whose notes these are.
    template <auto take>
    const auto &of(const Reading &reading) const
    {
        using Taken = decltype(take(reading));
        static constexpr char key = 0; // its address tells one function from another
        const Note *known = find(&key);
        if (known == nullptr)
            known = keep(std::make_unique<NoteOf<Taken>>(&key, take(reading)));
        return static_cast<const NoteOf<Taken> *>(known)->taken;
    }

private:
    struct Note {
        explicit Note(const void *name) : key(name) {}
        Note(const Note &) = delete;
        Note &operator=(const Note &) = delete;
        virtual ~Note() = default;
        const void *key;
        const Note *next = nullptr;
    };
    template <class Taken>
    struct NoteOf : Note {
        NoteOf(const void *name, Taken &&what) : Note(name), taken(std::move(what)) {}
        const Taken taken;
    };
    // A key stands beside its note, so that looking for one does not look into the others.
    struct Slot {
        std::atomic<const void *> key{nullptr};
        const Note *note = nullptr;
    };
    static constexpr std::size_t slotsMax = 24; // beyond them a list, which is slower

    [[nodiscard]] const Note *find(const void *key) const
    {
        for (const Slot &slot : slots_) {
            const void *there = slot.key.load(std::memory_order_acquire);
            if (there == key)
                return slot.note;
            if (there == nullptr)
                return nullptr;
        }
        const Note *note = rest_.load(std::memory_order_acquire);
        while (note != nullptr && note->key != key)
            note = note->next;
        return note;
    }

    // Two threads may take one note at the same time; then it is kept twice, and both are right.
    const Note *keep(std::unique_ptr<Note> fresh) const
    {
        const Note *note = fresh.get();
        if (const std::size_t slot = used_.fetch_add(1, std::memory_order_relaxed); slot < slotsMax) {
            slots_[slot].note = fresh.release();
            slots_[slot].key.store(note->key, std::memory_order_release);
            return note;
        }
        fresh->next = rest_.load(std::memory_order_acquire);
        while (!rest_.compare_exchange_weak(fresh->next, note, std::memory_order_acq_rel)) {
        }
        return fresh.release();
    }

    // While nobody else has either: nothing here needs an order among threads.
    [[nodiscard]] std::size_t slotsUsed() const { return std::min(used_.load(std::memory_order_relaxed), slotsMax); }
    void take(Notes &other)
    {
        for (std::size_t i = 0; i < other.slotsUsed(); ++i) {
            slots_[i].note = std::exchange(other.slots_[i].note, nullptr);
            slots_[i].key.store(other.slots_[i].key.load(std::memory_order_relaxed), std::memory_order_relaxed);
            other.slots_[i].key.store(nullptr, std::memory_order_relaxed);
        }
        rest_.store(other.rest_.load(std::memory_order_relaxed), std::memory_order_relaxed);
        other.rest_.store(nullptr, std::memory_order_relaxed);
        used_.store(other.used_.load(std::memory_order_relaxed), std::memory_order_relaxed);
        other.used_.store(0, std::memory_order_relaxed);
    }
    void drop()
    {
        for (std::size_t i = 0; i < slotsUsed(); ++i) {
            delete std::exchange(slots_[i].note, nullptr);
            slots_[i].key.store(nullptr, std::memory_order_relaxed);
        }
        for (const Note *note = rest_.load(std::memory_order_relaxed); note != nullptr;) {
            const std::unique_ptr<const Note> last(note);
            note = last->next;
        }
        rest_.store(nullptr, std::memory_order_relaxed);
        used_.store(0, std::memory_order_relaxed);
    }

    mutable std::array<Slot, slotsMax> slots_;
    mutable std::atomic<std::size_t> used_{0};
    mutable std::atomic<const Note *> rest_{nullptr};
};

} // namespace countersign::checks
