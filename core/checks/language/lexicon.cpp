#include "core/checks/language/lexicon.hpp"

#include "core/checks/language/english.hpp"

#include <algorithm>

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

bool Lexicon::matches(std::span<const Token> tokens, std::uint32_t phrase) const
{
    const Head &head = heads_[phrase];
    if (head.wordCount == 1)
        return true;
    if (head.wordCount > tokens.size() || static_cast<std::uint32_t>(tokens[1].key) != head.secondWord)
        return false;
    const std::uint32_t firstWord = phrases_[phrase].firstWord;
    for (std::size_t i = 1; i < head.wordCount; ++i)
        if (tokens[i].kind != Token::Kind::Word || tokens[i].key != words_[firstWord + i])
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
    std::ranges::stable_sort(phrases_, [first](const Phrase &a, const Phrase &b) {
        return first(a) != first(b) ? first(a) < first(b) : a.wordCount > b.wordCount;
    });
    std::size_t capacity = 64;
    while (capacity < phrases_.size() * 3 / 2) // first words are fewer than phrases
        capacity *= 2;
    slots_.assign(capacity, {});
    for (std::size_t begin = 0; begin < phrases_.size();) {
        std::size_t end = begin;
        while (end < phrases_.size() && first(phrases_[end]) == first(phrases_[begin]))
            ++end;
        std::size_t slot = first(phrases_[begin]) & (capacity - 1);
        while (slots_[slot].end != 0)
            slot = (slot + 1) & (capacity - 1);
        slots_[slot] = {first(phrases_[begin]), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        const std::size_t bit = filterBit(first(phrases_[begin]));
        filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
        begin = end;
    }
    heads_.clear();
    for (const Phrase &phrase : phrases_) {
        const WordKey second = phrase.wordCount > 1 ? words_[phrase.firstWord + 1] : 0;
        heads_.push_back({static_cast<std::uint32_t>(second), phrase.wordCount});
    }
    for (const auto &[one, other] : pairNames_)
        if (findDrug(one) < drugs_.size() && findDrug(other) < drugs_.size())
            lookAlikes_.push_back(pairOf(findDrug(one), findDrug(other)));
    std::ranges::sort(lookAlikes_);
}

const Lexicon::Phrase *Lexicon::find(std::span<const Token> tokens) const
{
    const WordKey key = tokens.front().key;
    for (std::size_t slot = key & (slots_.size() - 1); slots_[slot].end != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot].firstWord != key)
            continue;
        for (std::uint32_t i = slots_[slot].begin; i < slots_[slot].end; ++i)
            if (matches(tokens, i))
                return &phrases_[i];
        return nullptr;
    }
    return nullptr;
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
