#include "core/checks/context.hpp"

#include "core/checks/chart.hpp"

#include <algorithm>
#include <cmath>

namespace countersign::checks
{
namespace
{

constexpr std::size_t numberPlacesMax = 24;

TextKind kindOf(const domain::Source &source)
{
    return source.kind == domain::Source::Kind::Transcript ? TextKind::Conversation : TextKind::Written;
}

// More places of one drug than these tell nothing new, and would make long sources slow.
constexpr std::size_t drugPlacesMax = 40;

struct Drugs {
    std::vector<std::uint16_t> each;                                      // once
    std::unordered_map<std::uint16_t, std::vector<std::uint32_t>> places; // terms
};

Drugs drugsIn(const Reading &reading)
{
    Drugs drugs;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i) {
        const Term &term = reading.terms[i];
        if (term.role != Role::Drug)
            continue;
        auto &places = drugs.places[term.id];
        if (places.empty())
            drugs.each.push_back(term.id);
        if (places.size() < drugPlacesMax)
            places.push_back(i);
    }
    return drugs;
}

std::string joined(const std::vector<std::string> &pages)
{
    std::string text;
    for (const std::string &page : pages) {
        text += page;
        text += '\f';
    }
    return text;
}

} // namespace

namespace
{

constexpr unsigned siteBits = 60;

// Whether something new is spoken of from that term on: "no edema in your legs but there is a swelling".
bool beginsAnew(const Term &term)
{
    switch (term.role) {
    case Role::ScopeEnd:
    case Role::Affirmer:
    case Role::Negator:
    case Role::NegatedBefore:
        return true;
    case Role::Person:
        return term.id != cue::owner;
    default:
        return false;
    }
}

void noteSite(const Term &term, SiteMask &mask)
{
    if (term.role == Role::Site)
        mask |= SiteMask{1} << (term.id % siteBits + 1);
    else if (term.role == Role::Side)
        mask |= term.id == 1 ? leftBit : term.id == 2 ? rightBit : sideBits;
}

} // namespace

SiteMask sitesNear(const Reading &reading, std::uint32_t term)
{
    constexpr std::uint32_t reach = 7;
    const Segment &segment = reading.segments[reading.terms[term].segment];
    SiteMask mask = 0;
    const std::uint32_t first = std::max(segment.firstTerm, term - std::min(term, reach));
    const std::uint32_t last = std::min(segment.lastTerm, term + reach);
    for (std::uint32_t i = term; i > first && !beginsAnew(reading.terms[i - 1]); --i)
        noteSite(reading.terms[i - 1], mask);
    for (std::uint32_t i = term; i < last && (i == term || !beginsAnew(reading.terms[i])); ++i)
        noteSite(reading.terms[i], mask);
    return (mask & ~sideBits) == 0 ? mask | 1U : mask;
}

const Term *drugBefore(const Reading &reading, std::uint32_t token, std::uint32_t reach)
{
    auto at = std::ranges::partition_point(reading.terms, [token](const Term &term) { return term.last <= token; });
    while (at != reading.terms.begin()) {
        --at;
        if (token - at->last > reach)
            return nullptr;
        if (at->role == Role::Drug)
            return &*at;
    }
    return nullptr;
}

std::int64_t thousandths(double number)
{
    constexpr double most = 9e15;
    const double scaled = number * 1000;
    return std::isfinite(scaled) && std::abs(scaled) < most ? std::llround(scaled) : -1;
}

SourceView::SourceView(const domain::Source &of, Readings *known)
    : source(&of), joinedPages(!of.content && !of.pageTexts.empty() ? joined(of.pageTexts) : std::string()),
      text(of.content ? std::string_view(*of.content) : std::string_view(joinedPages)),
      held(readSource(text, kindOf(of), known)), reading(*held), words(reading.noted<wordsIn>())
{
}

Context::Context(const domain::Proposal &subject, const CheckPolicy &rules, Instant instant, Readings *known)
    : proposal(subject), policy(rules), now(instant), lexicon(english()),
      chart(std::make_shared<const Chart>(subject, lexicon))
{
    constexpr std::size_t wordsUsually = 512;
    words.reserve(wordsUsually);
    readSources(known);
    readStatements(known);
}

void Context::readSources(Readings *known)
{
    sources.reserve(proposal.sources.size());
    for (const domain::Source &source : proposal.sources) {
        SourceView &view = sources.emplace_back(source, known);
        view.isEvidence = source.read && (source.patientId.isEmpty() || source.patientId == proposal.patient.id);
        if (view.isEvidence) {
            hasEvidence_ = hasEvidence_ || !view.reading.terms.empty();
            countNumbers(sources.size() - 1);
        }
    }
    indexNumbers();
}

void Context::readStatements(Readings *known)
{
    for (const domain::Section &section : domain::sectionsOf(proposal.draft)) {
        for (const domain::Statement &statement : section.statements) {
            StatementView &view = statements.emplace_back(section, statement, known);
            view.words = wordsOf(view.reading);
            for (std::size_t i = 0; i < view.words.size(); ++i) {
                ++words[view.words[i]].drafted;
                words[view.words[i]].draftAffirmed += view.reading.terms[i].polarity == Polarity::Affirmed ? 1U : 0U;
            }
            resolveCitations(sources, proposal, view);
        }
    }
    align();
}

WordIndex::WordIndex(std::size_t words)
{
    std::size_t slots = 64;
    while (slots < 2 * words)
        slots *= 2;
    slots_.resize(slots);
}

std::pair<std::uint32_t, bool> WordIndex::insert(WordKey key, std::uint32_t next)
{
    if (2 * used_ >= slots_.size())
        grow();
    std::size_t slot = key & (slots_.size() - 1);
    for (; slots_[slot].index != 0; slot = (slot + 1) & (slots_.size() - 1))
        if (slots_[slot].key == key)
            return {slots_[slot].index - 1, false};
    slots_[slot] = {key, next + 1};
    ++used_;
    return {next, true};
}

std::optional<std::uint32_t> WordIndex::find(WordKey key) const
{
    for (std::size_t slot = key & (slots_.size() - 1); slots_[slot].index != 0; slot = (slot + 1) & (slots_.size() - 1))
        if (slots_[slot].key == key)
            return slots_[slot].index - 1;
    return std::nullopt;
}

void WordIndex::grow()
{
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 0;
    for (const Slot &slot : old)
        if (slot.index != 0)
            insert(slot.key, slot.index - 1);
}

std::uint32_t Context::wordOf(WordKey key)
{
    const auto [index, isNew] = wordIndex_.insert(key, static_cast<std::uint32_t>(words.size()));
    if (!isNew)
        return index;
    words.emplace_back();
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        const SourceWord *word = sources[s].isEvidence ? sources[s].words.find(key) : nullptr;
        if (!word)
            continue;
        words.back().add(sources[s].words, *word, s);
        for (const std::uint32_t term : sources[s].words.placesOf(*word))
            places_.push_back({s, term});
    }
    placesBegin_.push_back(places_.size());
    return index;
}

WordFacts Context::evidenceOf(WordKey key) const
{
    WordFacts facts;
    for (std::uint32_t s = 0; s < sources.size(); ++s)
        if (const SourceWord *word = sources[s].isEvidence ? sources[s].words.find(key) : nullptr)
            facts.add(sources[s].words, *word, s);
    return facts;
}

std::vector<std::uint32_t> Context::wordsOf(const Reading &reading)
{
    std::vector<std::uint32_t> indices;
    indices.reserve(reading.terms.size());
    for (const Term &term : reading.terms)
        indices.push_back(wordOf(term.key));
    return indices;
}

void WordFacts::add(const SourceWords &words, const SourceWord &more, std::uint32_t from)
{
    if (count() == 0) {
        source = from;
        term = words.placesOf(more).front();
    }
    if (affirmed == 0)
        firstAffirmed = {from, more.firstAffirmed};
    if (negated == 0)
        firstNegated = {from, more.firstNegated};
    affirmed += more.affirmed;
    negated += more.negated;
    open += more.open;
    negatedOther += more.negatedOther;
    ofFamily += more.ofFamily;
    hedged += more.hedged;
    stopped += more.stopped;
    continued += more.continued;
    planned += more.planned;
    done += more.done;
    affirmedAt |= more.affirmedAt;
    negatedAt |= more.negatedAt;
}

void Context::countNumbers(std::size_t source)
{
    const auto &quantities = sources[source].reading.quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i)
        allNumbers_.push_back({thousandths(quantities[i].value), {source, i}});
}

void Context::indexNumbers()
{
    const auto byName = [](const auto &number) { return number.first; };
    std::ranges::stable_sort(allNumbers_, {}, byName);
    for (auto at = allNumbers_.begin(); at != allNumbers_.end();) {
        const auto end =
            std::ranges::find_if(at, allNumbers_.end(), [&](const auto &n) { return n.first != at->first; });
        const auto first = static_cast<std::uint32_t>(numberPlaces_.size());
        for (auto each = at; each != end && numberPlaces_.size() < first + numberPlacesMax; ++each)
            numberPlaces_.push_back(each->second);
        numbers_.push_back({at->first, first, static_cast<std::uint32_t>(numberPlaces_.size())});
        at = end;
    }
    allNumbers_.clear();
}

std::span<const NumberPlace> Context::placesOf(double number) const
{
    const std::int64_t name = thousandths(number);
    const auto found = std::ranges::lower_bound(numbers_, name, {}, &Number::name);
    if (found == numbers_.end() || found->name != name)
        return {};
    return std::span(numberPlaces_).subspan(found->first, found->last - found->first);
}

const std::vector<std::uint16_t> &Context::drugsOf(std::size_t source) const
{
    return sources[source].reading.noted<drugsIn>().each;
}

const std::vector<std::uint32_t> &Context::drugPlaces(std::size_t source, std::uint16_t drug) const
{
    static const std::vector<std::uint32_t> none;
    const auto &places = sources[source].reading.noted<drugsIn>().places;
    const auto found = places.find(drug);
    return found == places.end() ? none : found->second;
}

WordFacts Context::factsOf(WordKey key) const
{
    const auto index = wordIndex_.find(key);
    return index ? words[*index] : evidenceOf(key);
}

bool Context::isNamed(WordKey key) const
{
    return wordIndex_.find(key)
           || std::ranges::any_of(sources, [key](const SourceView &view) { return view.words.find(key) != nullptr; });
}

std::span<const WordPlace> Context::placesOfWord(std::uint32_t word) const
{
    return std::span(places_).subspan(placesBegin_[word], placesBegin_[word + 1] - placesBegin_[word]);
}

std::span<const WordPlace> Context::placesIn(const Passage &passage, std::uint32_t word) const
{
    const auto places = placesOfWord(word);
    const auto isBefore = [source = passage.source](const WordPlace &place, std::uint32_t term) {
        return place.source != source ? place.source < source : place.term < term;
    };
    const auto first = std::ranges::partition_point(
        places, [&](const WordPlace &place) { return isBefore(place, passage.terms.first); });
    const auto last = std::partition_point(first, places.end(),
                                           [&](const WordPlace &place) { return isBefore(place, passage.terms.last); });
    return {first, last};
}

} // namespace countersign::checks
