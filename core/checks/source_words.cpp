#include "core/checks/source_words.hpp"

#include <algorithm>
#include <bit>

namespace countersign::checks
{
namespace
{

constexpr std::size_t slotsAtFirst = 64;

void add(std::uint16_t &count, bool isMore)
{
    constexpr std::uint16_t most = 0xFFFF;
    count = static_cast<std::uint16_t>(count + (isMore && count < most ? 1 : 0));
}

} // namespace

// A third as many words as terms is usual.
SourceWords::SourceWords(const Reading &reading)
    : slots_(std::bit_ceil(std::max(slotsAtFirst, reading.terms.size() / 3)))
{
    std::vector<std::uint32_t> firsts;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i) {
        const std::size_t before = used_;
        count(reading, i);
        if (used_ > before)
            firsts.push_back(i);
    }
    std::uint32_t begin = 0;
    for (const std::uint32_t first : firsts) {
        SourceWord &word = slotOfKnown(reading.terms[first].key);
        word.begin = begin;
        begin += word.places;
        word.places = 0; // until they are filled
    }
    terms_.resize(begin);
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i) {
        SourceWord &word = slotOfKnown(reading.terms[i].key);
        terms_[word.begin + word.places++] = i;
    }
    noteNames(reading, firsts);
}

const SourceWord *SourceWords::find(WordKey key) const
{
    for (std::size_t at = key & (slots_.size() - 1); slots_[at].places != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at].key == key)
            return &slots_[at];
    return nullptr;
}

SourceWord &SourceWords::slotFor(WordKey key)
{
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].places != 0 && slots_[at].key != key)
        at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

// By the key alone, while the places are being filled.
SourceWord &SourceWords::slotOfKnown(WordKey key)
{
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].key != key)
        at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

void SourceWords::grow()
{
    std::vector<SourceWord> old(2 * slots_.size());
    old.swap(slots_);
    for (const SourceWord &word : old)
        if (word.places != 0)
            slotFor(word.key) = word;
}

void SourceWords::count(const Reading &reading, std::uint32_t i)
{
    if (4 * used_ >= 3 * slots_.size())
        grow();
    const Term &term = reading.terms[i];
    SourceWord &word = slotFor(term.key);
    if (word.places++ == 0) {
        word.key = term.key;
        ++used_;
    }
    const bool isDenied = term.polarity == Polarity::Negated && !term.isOther;
    word.firstAffirmed = term.polarity == Polarity::Affirmed && word.affirmed == 0 ? i : word.firstAffirmed;
    word.firstNegated = isDenied && word.negated == 0 ? i : word.firstNegated;
    add(word.affirmed, term.polarity == Polarity::Affirmed);
    add(word.negated, isDenied);
    add(word.negatedOther, term.polarity == Polarity::Negated && term.isOther);
    add(word.open, term.polarity == Polarity::Open);
    add(word.ofFamily, term.isFamily);
    add(word.hedged, term.isHedged);
    add(word.stopped, term.isStopped);
    add(word.continued, !term.isStopped);
    add(word.planned, term.isPlanned);
    add(word.done, term.isDone);
    if (english().isSiteBound(term))
        (term.polarity == Polarity::Negated ? word.negatedAt : word.affirmedAt) |= sitesNear(reading, i);
}

void SourceWords::noteNames(const Reading &reading, const std::vector<std::uint32_t> &firsts)
{
    for (const std::uint32_t first : firsts) {
        const Term &term = reading.terms[first];
        if ((term.role == Role::Drug || term.role == Role::Concept) && find(term.key)->affirmed > 0)
            affirmedNames_.push_back(first);
    }
}

SourceWords wordsIn(const Reading &reading)
{
    return SourceWords(reading);
}

} // namespace countersign::checks
