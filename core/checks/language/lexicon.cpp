#include "core/checks/language/lexicon.hpp"

#include "core/checks/language/english.hpp"

#include <algorithm>
#include <tuple>

namespace countersign::checks
{
namespace
{

constexpr WordKey keyMix = 0x9E3779B97F4A7C15ULL;

WordKey keyOf(Role role, std::uint16_t id)
{
    return (static_cast<WordKey>(role) << 32 | id) * keyMix;
}

bool hasOwnKey(Role role)
{
    return role == Role::Drug || role == Role::Concept || role == Role::Site || role == Role::Side || role == Role::Unit
           || role == Role::Month || role == Role::Weekday || role == Role::DayWord || role == Role::Measure
           || role == Role::State || role == Role::Relative || role == Role::Procedure;
}

std::uint32_t pairOf(std::uint16_t a, std::uint16_t b)
{
    return static_cast<std::uint32_t>(std::min(a, b)) << 16 | std::max(a, b);
}

} // namespace

// Whether the words after the second are the phrase's.
bool Lexicon::goesOn(std::span<const Token> tokens, const Phrase &phrase) const
{
    if (phrase.wordCount > tokens.size())
        return false;
    for (std::size_t i = 2; i < phrase.wordCount; ++i)
        if (tokens[i].kind != Token::Kind::Word || tokens[i].key != words_[phrase.firstWord + i])
            return false;
    return true;
}

// Phrases are parted by commas. A hyphen or a blank parts words; a text's hyphen may stand where a phrase has a blank.
void Lexicon::add(Role role, std::string_view phrases, std::uint16_t id, double value)
{
    while (!phrases.empty()) {
        const std::size_t comma = std::min(phrases.find(','), phrases.size());
        const auto begin = static_cast<std::uint32_t>(words_.size());
        for (const Token &token : cutTokens(phrases.substr(0, comma)).list)
            if (token.kind == Token::Kind::Word)
                words_.push_back(token.key);
        if (words_.size() > begin)
            phrases_.push_back({.firstWord = begin,
                                .wordCount = static_cast<std::uint32_t>(words_.size()) - begin,
                                .role = role,
                                .id = id,
                                .key = hasOwnKey(role) ? keyOf(role, id) : words_[begin],
                                .value = value});
        phrases.remove_prefix(std::min(comma + 1, phrases.size()));
    }
}

std::uint16_t Lexicon::addDrug(const DrugFacts &facts)
{
    drugs_.push_back(facts);
    return static_cast<std::uint16_t>(drugs_.size() - 1);
}

std::uint16_t Lexicon::addUnit(const UnitFacts &facts)
{
    units_.push_back(facts);
    return static_cast<std::uint16_t>(units_.size() - 1);
}

std::uint16_t Lexicon::addConcept(std::string_view name)
{
    concepts_.push_back(name);
    return static_cast<std::uint16_t>(concepts_.size() - 1);
}

std::uint16_t Lexicon::findConcept(std::string_view name) const
{
    return static_cast<std::uint16_t>(std::ranges::find(concepts_, name) - concepts_.begin());
}

void Lexicon::setRegions(std::uint16_t site, std::string_view letters)
{
    constexpr std::uint64_t everywhere = ~std::uint64_t{0};
    if (regions_.size() <= site)
        regions_.resize(site + 1U, everywhere);
    regions_[site] = 0;
    for (const char letter : letters)
        regions_[site] |= letter == '*' ? everywhere : std::uint64_t{1} << (letter & 0x3F);
}

// The table that was added first wins where two say the same phrase.
void Lexicon::seal()
{
    const auto first = [this](const Phrase &phrase) { return words_[phrase.firstWord]; };
    const auto second = [this](const Phrase &phrase) {
        return phrase.wordCount > 1 ? words_[phrase.firstWord + 1] : WordKey{0};
    };
    std::ranges::stable_sort(phrases_, [&](const Phrase &a, const Phrase &b) {
        return std::tuple(first(a), std::min(a.wordCount, 2U), second(a), b.wordCount)
               < std::tuple(first(b), std::min(b.wordCount, 2U), second(b), a.wordCount);
    });
    std::size_t capacity = 64;
    while (capacity < phrases_.size() * 3 / 2) // first words and pairs are fewer than phrases
        capacity *= 2;
    slots_.assign(capacity, {});
    pairs_.assign(capacity, {});
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
        const Phrase &phrase = phrases_[i];
        Slot &word = slotFor(slots_, first(phrase));
        word.hasLonger = word.hasLonger || phrase.wordCount > 1;
        Slot &slot = phrase.wordCount > 1 ? slotFor(pairs_, pairKey(first(phrase), second(phrase))) : word;
        slot.begin = slot.begin == slot.end ? i : slot.begin;
        slot.end = i + 1;
        firsts_.add(first(phrase));
        if (phrase.wordCount > 1)
            seconds_.add(pairKey(first(phrase), second(phrase)));
    }
    for (const auto &[one, other] : pairNames_)
        if (findDrug(one) < drugs_.size() && findDrug(other) < drugs_.size())
            lookAlikes_.push_back(pairOf(findDrug(one), findDrug(other)));
    std::ranges::sort(lookAlikes_);
}

const Lexicon::Slot *Lexicon::slotOf(const std::vector<Slot> &slots, WordKey key)
{
    for (std::size_t at = key & (slots.size() - 1); slots[at].isTaken; at = (at + 1) & (slots.size() - 1))
        if (slots[at].key == key)
            return &slots[at];
    return nullptr;
}

Lexicon::Slot &Lexicon::slotFor(std::vector<Slot> &slots, WordKey key)
{
    std::size_t at = key & (slots.size() - 1);
    while (slots[at].isTaken && slots[at].key != key)
        at = (at + 1) & (slots.size() - 1);
    slots[at].key = key;
    slots[at].isTaken = true;
    return slots[at];
}

const Lexicon::Phrase *Lexicon::find(std::span<const Token> tokens) const
{
    const Slot *word = slotOf(slots_, tokens.front().key);
    if (word == nullptr)
        return nullptr;
    if (word->hasLonger && tokens.size() > 1 && tokens[1].kind == Token::Kind::Word) {
        const WordKey both = pairKey(tokens[0].key, tokens[1].key);
        const Slot *pair = seconds_.mayHold(both) ? slotOf(pairs_, both) : nullptr;
        for (std::uint32_t i = pair == nullptr ? 0 : pair->begin; pair != nullptr && i < pair->end; ++i)
            if (goesOn(tokens, phrases_[i]))
                return &phrases_[i];
    }
    return word->begin == word->end ? nullptr : &phrases_[word->begin];
}

bool Lexicon::areLookAlike(std::uint16_t a, std::uint16_t b) const
{
    return std::ranges::binary_search(lookAlikes_, pairOf(a, b));
}

void Lexicon::notePair(std::string_view one, std::string_view other)
{
    pairNames_.emplace_back(one, other);
}

std::uint16_t Lexicon::findDrug(std::string_view name) const
{
    const Tokens tokens = cutTokens(name);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != Token::Kind::Word)
            continue;
        const Phrase *phrase = match(std::span(tokens.list).subspan(i));
        if (phrase && phrase->role == Role::Drug)
            return phrase->id;
    }
    return static_cast<std::uint16_t>(drugs_.size());
}

const Lexicon &english()
{
    static const Lexicon lexicon = makeEnglish();
    return lexicon;
}

const Lexicon &englishAnswers()
{
    static const Lexicon lexicon = makeEnglishAnswers();
    return lexicon;
}

} // namespace countersign::checks
