#include "core/checks/language/reading.hpp"

#include <algorithm>
#include <array>

// What a clause asserts, denies, doubts or leaves open: scopes of cue words, forward and backward, in the manner of
// NegEx (Chapman 2001) and ConText (Harkema 2009), with reaches of our own for speech.
namespace countersign::checks
{
namespace
{

constexpr std::size_t nearReach = 2, forwardReach = 12, backwardReach = 3, hedgeReach = 6, conditionReach = 8,
                      actReach = 7, listedMax = 7; // terms that are no filler
constexpr std::uint32_t backwardTermsMax = 24;     // terms of any kind

class Scope
{
public:
    Scope(Reading &reading, Segment &segment) : reading_(reading), segment_(segment) {}

    void run()
    {
        for (std::uint32_t i = segment_.firstTerm; i < segment_.lastTerm; ++i)
            if (isSubstance(reading_.terms[i].role))
                substanceEnd_ = i + 1;
        reading_.looks += segment_.lastTerm - segment_.firstTerm;
        for (std::uint32_t i = segment_.firstTerm; i < segment_.lastTerm; ++i) {
            closeAtMark(i);
            openNamesOfTests(i);
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
    [[nodiscard]] bool isFollowedBy(std::uint32_t i, char32_t mark) const
    {
        const std::uint32_t last = reading_.terms[i].last;
        return last < reading_.tokens.list.size() && reading_.tokens.list[last].isMark(mark);
    }
    void closeAtMark(std::uint32_t i)
    {
        if (standsAfter(i, ',') && reach_ == Reach::Verb && sinceCue_ > 0 && !isHesitation(i)
            && !(i > segment_.firstTerm && isHesitation(i - 1)))
            reach_ = Reach::None;
        if (standsAfter(i, ':') || (standsAfter(i, ',') && startsAffirming(i)))
            reach_ = Reach::None;
    }

    // "Has not healed after a blister": what went before is told as it was.
    [[nodiscard]] bool turnsBackInTime(const Term &term) const
    {
        static const WordSet words{"after", "since", "while", "when", "following"};
        return reach_ == Reach::Verb && sinceCue_ > 0 && words.contains(term.key);
    }

    // "wasn't really, uh, watching it": such commas end nothing.
    [[nodiscard]] bool isHesitation(std::uint32_t i) const
    {
        static const WordSet sounds{"um", "uh", "erm", "uhm", "hmm", "ah", "like", "mean"};
        return sounds.contains(reading_.terms[i].key);
    }

    // "no bruits, slight murmur, 1+ edema"
    [[nodiscard]] bool startsAffirming(std::uint32_t i) const
    {
        static const WordSet degrees{"slight", "mild", "moderate", "some", "positive", "normal", "slightly"};
        const Term &term = reading_.terms[i];
        return term.role == Role::Number || degrees.contains(term.key);
    }

    void read(std::uint32_t i)
    {
        Term &term = reading_.terms[i];
        if (turnsBackInTime(term))
            reach_ = Reach::None;
        if (term.role == Role::Filler)
            return readFiller(i);
        switch (term.role) {
        case Role::Negator:
            if (isStillToRuleOut(term)) {
                hedged_ = hedgeReach;
                return;
            }
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
            if (sinceCue_ > 0 && !isAttached(i) && !(segment_.speaker == 0 && term.id == cue::owner))
                reach_ = Reach::None;
            return;
        case Role::Condition:
            conditional_ = term.id == cue::nearby ? nearReach : conditionReach;
            return;
        case Role::Hedge:
            hedged_ = hedgeReach;
            if (i + 1 >= substanceEnd_)
                hedgeBefore(i); // "pneumonia is possible"
            return;
        case Role::Relative:
            if (isSomebodysElse(i))
                return forget(term);
            isFamily_ = true;
            return;
        case Role::Family:
            isFamily_ = true;
            return;
        case Role::Planned:
            planned_ = actReach;
            done_ = 0;
            return actBefore(i, &Term::isPlanned);
        case Role::Done:
            if (planned_ > 0 || isOrdered(i))
                return;
            done_ = actReach;
            return actBefore(i, &Term::isDone);
        case Role::Stopped:
            isStopped_ = true;
            return;
        case Role::Continued:
            isStopped_ = false;
            planned_ = 0; // "will continue" goes on with what is there
            return;
        default:
            return mark(term);
        }
    }

    // "Rule out pneumonia" doubts it, "ruled out pneumonia" denies it; their stem is one.
    [[nodiscard]] bool isStillToRuleOut(const Term &term) const
    {
        const std::string_view text = reading_.textOf(term);
        return text.substr(1).starts_with("ule o");
    }

    // "Obtain an x-ray" is to be done; its stem is that of "obtained".
    [[nodiscard]] bool isOrdered(std::uint32_t i) const
    {
        const Term &term = reading_.terms[i];
        return i == segment_.firstTerm && term.last == term.first + 1 && !reading_.textOf(term).ends_with("d");
    }

    // "My friend's mum" is no relative of the patient.
    [[nodiscard]] bool isSomebodysElse(std::uint32_t i) const
    {
        static const WordSet others{"friend", "neighbor", "neighbour", "coworker", "colleague", "boss", "roommate"};
        return i > segment_.firstTerm && others.contains(reading_.terms[i - 1].key)
               && (reading_.textOf(reading_.terms[i - 1]).ends_with("s"));
    }
    static void forget(Term &term)
    {
        static const WordKey somebody = wordKey("somebody");
        term.role = Role::Person;
        term.key = somebody;
    }

    // "Never headaches like this": others there may have been.
    void narrowBefore(std::uint32_t i)
    {
        constexpr std::uint32_t near = 4;
        for (std::uint32_t j = i; j > std::max(segment_.firstTerm, i - std::min(i, near)); --j)
            if (isSubstance(reading_.terms[j - 1].role))
                reading_.terms[j - 1].isOther = reading_.terms[j - 1].polarity == Polarity::Negated;
    }

    // "in my back" goes on, "your blood pressure" and "she has" begin something new.
    [[nodiscard]] bool isAttached(std::uint32_t i) const
    {
        static const WordSet joints{"in",  "on",   "of",   "to",   "with", "at",
                                    "for", "from", "down", "over", "or",   "around"};
        if (i == segment_.firstTerm || reading_.terms[i].id != cue::owner)
            return false;
        const Term &before = reading_.terms[i - 1];
        return joints.contains(before.key) || reading_.textOf(before).ends_with("ing");
    }

    // A denial that ends its clause looks back: "murmurs: negative".
    void readFiller(std::uint32_t i)
    {
        static const WordKey with = wordKey("with"), when = wordKey("when"), during = wordKey("while");
        const std::uint16_t id = reading_.terms[i].id;
        if (reach_ == Reach::Near && sinceCue_ > 0 && reading_.terms[i].key == with)
            reach_ = Reach::None; // "cannot work with this pain"
        if (asking_ > 0 && (reading_.terms[i].key == when || reading_.terms[i].key == during))
            isOccasion_ = true; // "any pain when you walk": the walk is not asked for
        if (id == cue::ofLikes)
            return narrowBefore(i);
        if (id == cue::anyOf && reach_ == Reach::None && segment_.speaker != 0) {
            asking_ = conditionReach;
            segment_.isQuestion = true;
        } else if (id == cue::anyOf && reach_ == Reach::Verb) {
            reach_ = Reach::List;
        } else if (id == cue::copula && reach_ != Reach::None && sinceCue_ >= 2 && segment_.speaker != 0) {
            giveBackSubject(i);
        }
    }

    // "No epidermolysis, skin is intact": the skin is not denied.
    void giveBackSubject(std::uint32_t i)
    {
        static const WordKey either = wordKey("or"), both = wordKey("and"), nor = wordKey("nor");
        std::uint32_t at = i;
        while (at > segment_.firstTerm && isSubstance(reading_.terms[at - 1].role)
               && reading_.terms[at - 1].last == reading_.terms[at].first && i - at < 3)
            --at;
        const WordKey before = at > segment_.firstTerm ? reading_.terms[at - 1].key : 0;
        const std::uint32_t subject = at == i ? i : std::max(at, i - 1);
        if (subject == i || before == either || before == both || before == nor)
            return;
        reading_.terms[subject].polarity = Polarity::Affirmed;
        reading_.terms[subject].isNounDenied = reading_.terms[subject].isVerbDenied = false;
        reach_ = Reach::None;
    }

    void beginNegation(std::uint32_t i)
    {
        const std::uint16_t id = reading_.terms[i].id;
        const bool looksBack = id == cue::atEnd || id == cue::nearby;
        static const WordKey no = wordKey("no"); // "coumadin with no side effects" does not deny coumadin
        const bool isLast = i + 1 == segment_.lastTerm || (i + 1 >= substanceEnd_ && reading_.terms[i].key != no);
        if (looksBack && (isLast || (isFollowedBy(i, ',') && i > segment_.firstTerm)))
            return denyBefore(i, Polarity::Negated);
        const bool isAnswer = i == segment_.firstTerm && i + 1 < segment_.lastTerm && segment_.speaker != 0
                              && (standsAfter(i + 1, ',') || reading_.terms[i + 1].role == Role::Person);
        if (isAnswer)
            return;
        reach_ = id == cue::ofVerb ? Reach::Verb : id == cue::nearby ? Reach::Near : Reach::List;
        isOther_ = id == cue::ofOthers;
        sinceCue_ = 0;
    }

    void denyBefore(std::uint32_t i, Polarity polarity)
    {
        std::size_t reach = backwardReach;
        const std::uint32_t from = i - std::min(i - segment_.firstTerm, backwardTermsMax);
        for (std::uint32_t j = i; j > from && reach > 0; --j) {
            Term &term = reading_.terms[j - 1];
            ++reading_.looks;
            const bool isOtherClause = term.role == Role::Person && term.id != cue::owner && reach < backwardReach;
            if (term.role == Role::ScopeEnd || isOtherClause)
                return;
            if (isSubstance(term.role)) {
                term.polarity = polarity;
                term.isNounDenied = polarity == Polarity::Negated;
                --reach;
            }
        }
    }

    void hedgeBefore(std::uint32_t i)
    {
        std::size_t reach = backwardReach;
        const std::uint32_t from = i - std::min(i - segment_.firstTerm, backwardTermsMax);
        for (std::uint32_t j = i; j > from && reach > 0; --j) {
            Term &term = reading_.terms[j - 1];
            ++reading_.looks;
            if (term.role == Role::ScopeEnd)
                return;
            term.isHedged = term.isHedged || isSubstance(term.role);
            reach -= isSubstance(term.role) ? 1 : 0;
        }
    }

    // "A colonoscopy was performed", "the x-ray came back": what was done stands before, up to a comma or another act.
    void actBefore(std::uint32_t i, bool Term::*act)
    {
        if (reading_.terms[i].id != cue::passive)
            return;
        std::size_t reach = backwardReach;
        const std::uint32_t from = i - std::min(i - segment_.firstTerm, backwardTermsMax);
        for (std::uint32_t j = i; j > from && reach > 0 && !standsAfter(j, ','); --j) {
            Term &term = reading_.terms[j - 1];
            ++reading_.looks;
            if (term.role == Role::ScopeEnd || term.isPlanned || term.isDone)
                return;
            const bool isNamed = term.role == Role::Procedure || term.role == Role::Concept || term.role == Role::Drug;
            term.*act = term.*act || isNamed; // other words are told of too loosely
            reach -= isSubstance(term.role) ? 1 : 0;
        }
    }

    void close()
    {
        reach_ = Reach::None;
        planned_ = done_ = 0;
        hedged_ = conditional_ = 0;
    }

    // "A covid test" says nothing of covid.
    void openNamesOfTests(std::uint32_t i)
    {
        static const WordSet words{"test",   "testing",    "screening", "screen",     "swab",    "panel",
                                   "clinic", "specialist", "education", "prevention", "antibody"};
        constexpr std::uint32_t near = 2; // "covid 19 test"
        if (!words.contains(reading_.tokens.list[reading_.terms[i].first].key))
            return;
        for (std::uint32_t j = i; j > std::max(segment_.firstTerm, i - std::min(i, near)); --j) {
            Term &before = reading_.terms[j - 1];
            if (before.role == Role::Concept && before.polarity == Polarity::Affirmed)
                before.polarity = Polarity::Open;
            else if (before.role != Role::Number)
                return;
        }
    }

    void mark(Term &term)
    {
        if (term.role == Role::Quality && reach_ != Reach::None)
            term.polarity = Polarity::Negated; // it takes nothing of the reach
        if (!isSubstance(term.role))
            return;
        if (reach_ != Reach::None) {
            term.polarity = Polarity::Negated;
            term.isOther = isOther_;
            term.isNounDenied = reach_ == Reach::List && sinceCue_ < listedMax;
            term.isVerbDenied = (reach_ == Reach::Verb && sinceCue_ < 2) || (reach_ == Reach::Near && sinceCue_ == 0);
            if (++sinceCue_ >= (reach_ == Reach::Near ? nearReach : forwardReach))
                reach_ = Reach::None;
        } else if (asking_ > 0) {
            term.polarity = Polarity::Open;
            term.isAsked = !isOccasion_;
            --asking_;
        }
        if (conditional_ > 0) {
            term.polarity = Polarity::Open;
            term.isAsked = false;
            --conditional_;
        }
        const bool isNamed = term.role == Role::Concept || term.role == Role::State;
        if (isNamed && term.value < 0 && term.polarity != Polarity::Open)
            term.polarity = term.polarity == Polarity::Negated ? Polarity::Affirmed : Polarity::Negated;
        term.isHedged = hedged_ > 0;
        hedged_ -= hedged_ > 0 ? 1 : 0;
        term.isStopped = isStopped_;
        term.isPlanned = planned_ > 0;
        term.isDone = done_ > 0;
        planned_ -= planned_ > 0 ? 1 : 0;
        done_ -= done_ > 0 ? 1 : 0;
    }

    enum class Reach { None, List, Verb, Near };
    Reading &reading_;
    Segment &segment_;
    Reach reach_ = Reach::None;
    std::uint32_t substanceEnd_ = 0; // after the last term that something can be said of
    std::size_t sinceCue_ = 0, hedged_ = 0, conditional_ = 0, asking_ = 0;
    std::size_t planned_ = 0, done_ = 0;
    bool isFamily_ = false, isStopped_ = false, isOther_ = false, isOccasion_ = false;
};

} // namespace

void scopePolarity(Reading &reading)
{
    for (Segment &segment : reading.segments)
        Scope(reading, segment).run();
    openQuestions(reading);
}

} // namespace countersign::checks
