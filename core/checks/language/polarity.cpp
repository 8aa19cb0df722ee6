#include "core/checks/language/reading.hpp"

#include <algorithm>

// What a clause asserts, denies, doubts or leaves open: scopes of cue words, forward and backward, in the manner of
// NegEx (Chapman 2001) and ConText (Harkema 2009), with reaches of our own for speech.
namespace countersign::checks
{
namespace
{

constexpr std::size_t forwardReach = 12, backwardReach = 6, hedgeReach = 6; // terms that are no filler
constexpr std::uint32_t backwardTermsMax = 24;                              // terms of any kind

bool isSubstance(Role role)
{
    return role == Role::Content || role == Role::Concept || role == Role::Drug || role == Role::Site;
}

class Scope
{
public:
    Scope(Reading &reading, const Segment &segment) : reading_(reading), segment_(segment) {}

    void run()
    {
        for (std::uint32_t i = segment_.firstTerm; i < segment_.lastTerm; ++i)
            if (isSubstance(reading_.terms[i].role))
                substanceEnd_ = i + 1;
        for (std::uint32_t i = segment_.firstTerm; i < segment_.lastTerm; ++i) {
            closeAtMark(i);
            read(i);
        }
        if (isFamily_)
            for (std::uint32_t i = segment_.firstTerm; i < segment_.lastTerm; ++i)
                reading_.terms[i].isFamily = true;
    }

private:
    [[nodiscard]] bool standsAfter(std::uint32_t i, char32_t mark) const
    {
        const std::uint32_t first = reading_.terms[i].first;
        return first > 0 && reading_.tokens.list[first - 1].isMark(mark);
    }
    void closeAtMark(std::uint32_t i)
    {
        if (standsAfter(i, ',') && (reach_ == Reach::Verb || isOpen_))
            reach_ = Reach::None;
        if (standsAfter(i, ':'))
            reach_ = Reach::None;
    }

    void read(std::uint32_t i)
    {
        Term &term = reading_.terms[i];
        switch (term.role) {
        case Role::Negator:
            return beginNegation(i);
        case Role::NegatedBefore:
            return denyBefore(i, term.id == cue::resolved ? Polarity::Open : Polarity::Negated);
        case Role::ScopeEnd:
            return close();
        case Role::Affirmer:
            if (sinceCue_ > 0)
                close();
            return;
        case Role::Person:
            if (sinceCue_ >= 3 || (sinceCue_ > 0 && isJoined(i)))
                reach_ = Reach::None;
            return;
        case Role::Condition:
            isConditional_ = true;
            return;
        case Role::Hedge:
            hedged_ = hedgeReach;
            return;
        case Role::Relative:
        case Role::Family:
            isFamily_ = true;
            return;
        case Role::Stopped:
            isStopped_ = true;
            return;
        case Role::Continued:
            isStopped_ = false;
            return;
        default:
            return mark(term);
        }
    }

    // "… and she …" begins something new.
    [[nodiscard]] bool isJoined(std::uint32_t i) const
    {
        static const WordKey joining = wordKey("and");
        return i > segment_.firstTerm && reading_.terms[i - 1].key == joining;
    }

    // A denial that ends its clause looks back: "murmurs: negative".
    void beginNegation(std::uint32_t i)
    {
        if (i + 1 >= substanceEnd_)
            return denyBefore(i, Polarity::Negated);
        const bool isAnswer = i == segment_.firstTerm && i + 1 < segment_.lastTerm && segment_.speaker != 0
                              && (standsAfter(i + 1, ',') || reading_.terms[i + 1].role == Role::Person);
        if (isAnswer)
            return;
        reach_ = reading_.terms[i].id == cue::ofVerb ? Reach::Verb : Reach::List;
        sinceCue_ = 0;
    }

    void denyBefore(std::uint32_t i, Polarity polarity)
    {
        std::size_t reach = backwardReach;
        const std::uint32_t from = i - std::min(i - segment_.firstTerm, backwardTermsMax);
        for (std::uint32_t j = i; j > from && reach > 0; --j) {
            Term &term = reading_.terms[j - 1];
            if (term.role == Role::ScopeEnd)
                return;
            if (isSubstance(term.role)) {
                term.polarity = polarity;
                --reach;
            }
        }
    }

    void close()
    {
        reach_ = Reach::None;
        isConditional_ = false;
        hedged_ = 0;
    }

    void mark(Term &term)
    {
        if (!isSubstance(term.role))
            return;
        if (reach_ != Reach::None) {
            term.polarity = Polarity::Negated;
            term.isVerbDenied = reach_ == Reach::Verb && sinceCue_ < 2;
            if (++sinceCue_ > forwardReach)
                reach_ = Reach::None;
        }
        if (isConditional_)
            term.polarity = Polarity::Open;
        term.isHedged = hedged_ > 0;
        hedged_ -= hedged_ > 0 ? 1 : 0;
        term.isStopped = isStopped_;
    }

    enum class Reach { None, List, Verb };
    Reading &reading_;
    const Segment &segment_;
    Reach reach_ = Reach::None;
    std::uint32_t substanceEnd_ = 0; // after the last term that something can be said of
    std::size_t sinceCue_ = 0, hedged_ = 0;
    bool isConditional_ = false, isFamily_ = false, isStopped_ = false, isOpen_ = false;
};

void setOpen(Reading &reading, const Segment &segment, Polarity polarity)
{
    for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i)
        if (reading.terms[i].polarity == Polarity::Open)
            reading.terms[i].polarity = polarity;
}

// Whether the words at that segment's beginning answer a question.
Role answerIn(const Lexicon &answers, const Reading &reading, const Segment &segment)
{
    constexpr std::uint32_t look = 4; // "um okay no"
    const std::uint32_t end = std::min(segment.lastTerm, segment.firstTerm + look);
    for (std::uint32_t i = segment.firstTerm; i < end; ++i) {
        const auto rest = std::span<const Token>(reading.tokens.list).subspan(reading.terms[i].first);
        const Lexicon::Phrase *phrase = answers.match(rest);
        if (phrase && (phrase->role == Role::Yes || phrase->role == Role::No))
            return phrase->role;
        if (isSubstance(reading.terms[i].role))
            break;
    }
    return Role::Content;
}

} // namespace

void scopePolarity(Reading &reading)
{
    for (const Segment &segment : reading.segments) {
        Scope(reading, segment).run();
        if (!segment.isQuestion && !segment.isOpenQuestion)
            continue;
        for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i)
            if (reading.terms[i].polarity == Polarity::Affirmed)
                reading.terms[i].polarity = Polarity::Open;
    }
}

// A question of one speaker takes the polarity of the other's yes or no, or of the speaker's own.
void resolveAnswers(const Lexicon &answers, Reading &reading)
{
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < reading.segments.size(); ++i) {
        const Segment &segment = reading.segments[i];
        if (segment.isQuestion) {
            if (!asked.empty() && reading.segments[asked.back()].turn != segment.turn)
                asked.clear();
            asked.push_back(i);
            continue;
        }
        if (asked.empty() || segment.isOpenQuestion)
            continue;
        const bool isOther = reading.segments[asked.back()].turn != segment.turn;
        const Role answer = answerIn(answers, reading, segment);
        if (answer != Role::Content && (isOther || answer == Role::No))
            for (const std::size_t question : asked)
                setOpen(reading, reading.segments[question],
                        answer == Role::Yes ? Polarity::Affirmed : Polarity::Negated);
        if (isOther)
            asked.clear();
    }
}

} // namespace countersign::checks
