// What the checks have read out of one text: taken when it is first asked for, and kept with the text's reading, so
// that a text that comes again is not looked through again. Any thread, several at once.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace countersign::checks
{

struct Reading;

class Notes
{
public:
    Notes() = default;
    Notes(Notes &&other) noexcept : first_(other.first_.exchange(nullptr)) {}
    Notes &operator=(Notes &&other) noexcept
    {
        const Notes before(std::move(*this));
        first_ = other.first_.exchange(nullptr);
        return *this;
    }
    ~Notes()
    {
        for (const Note *note = first_; note != nullptr;) {
            const std::unique_ptr<const Note> last(note);
            note = last->next;
        }
    }

    // What `take`, a pure function of a reading, says of that one, whose notes these are.
    template <auto take>
    const auto &of(const Reading &reading) const
    {
        using Taken = decltype(take(reading));
        static constexpr char key = 0; // its address tells one function from another
        const Note *first = first_.load(std::memory_order_acquire);
        if (const Note *known = find(first, &key))
            return static_cast<const NoteOf<Taken> *>(known)->taken;
        auto fresh = std::make_unique<NoteOf<Taken>>(&key, take(reading));
        do {
            if (const Note *known = find(first, &key)) // another thread took it at the same time
                return static_cast<const NoteOf<Taken> *>(known)->taken;
            fresh->next = first;
        } while (!first_.compare_exchange_weak(first, fresh.get(), std::memory_order_acq_rel));
        return fresh.release()->taken;
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
    static const Note *find(const Note *note, const void *key)
    {
        while (note != nullptr && note->key != key)
            note = note->next;
        return note;
    }
    mutable std::atomic<const Note *> first_{nullptr};
};

} // namespace countersign::checks
