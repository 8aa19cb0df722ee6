#include "core/checks/language/reading.hpp"

#include <algorithm>
#include <array>

// Questions with their answers: what was asked takes the polarity of the "yes" or "no" that follows.
namespace countersign::checks
{
namespace
{

// "Any pain in your calves when you walk?" asks for the pain and not for the walk.
void ask(Reading &reading, const Segment &segment)
{
    static const WordSet occasions{"when", "while", "whenever"};
    reading.looks += segment.lastTerm - segment.firstTerm;
    bool isNamed = false, isOccasion = false;
    for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i) {
        Term &term = reading.terms[i];
        isOccasion = isOccasion || (isNamed && occasions.contains(term.key));
        isNamed = isNamed || term.role == Role::Concept;
        if (term.polarity != Polarity::Affirmed)
            continue;
        term.polarity = Polarity::Open;
        term.isAsked = !isOccasion;
    }
}

bool namesAnything(const Reading &reading, const Segment &segment)
{
    return std::any_of(reading.terms.begin() + segment.firstTerm, reading.terms.begin() + segment.lastTerm,
                       [](const Term &term) { return isSubstance(term.role); });
}

// "… do you have any of that"
bool pointsBack(const Reading &reading, const Segment &segment)
{
    static const WordSet pointers{"that", "those", "these", "them"};
    const std::uint32_t first = std::max(segment.firstTerm, segment.lastTerm - std::min(segment.lastTerm, 2U));
    return !namesAnything(reading, segment)
           && std::any_of(reading.terms.begin() + first, reading.terms.begin() + segment.lastTerm,
                          [](const Term &term) { return pointers.contains(term.key); });
}

void setAsked(Reading &reading, const Segment &segment, Polarity from, Polarity polarity)
{
    constexpr std::ptrdiff_t fewThings = 4;
    reading.looks += segment.lastTerm - segment.firstTerm;
    const bool isShort =
        std::count_if(reading.terms.begin() + segment.firstTerm, reading.terms.begin() + segment.lastTerm,
                      [](const Term &term) { return isSubstance(term.role); })
        <= fewThings;
    for (std::uint32_t i = segment.firstTerm; i < segment.lastTerm; ++i)
        if (reading.terms[i].polarity == from && reading.terms[i].isAsked) {
            reading.terms[i].polarity = polarity;
            reading.terms[i].isNounDenied = isShort && polarity == Polarity::Negated;
        }
}

// Whether the words at that segment's beginning answer a question.
Role answerIn(const Lexicon &answers, const Reading &reading, const Segment &segment)
{
    constexpr std::uint32_t look = 6; // "um okay no", "on my body no not really"
    const std::uint32_t end = std::min(segment.lastTerm, segment.firstTerm + look);
    std::uint32_t substances = 0;
    for (std::uint32_t i = segment.firstTerm; i < end; ++i) {
        const auto rest = std::span<const Token>(reading.tokens.list).subspan(reading.terms[i].first);
        const Lexicon::Phrase *phrase = answers.match(rest);
        if (phrase && phrase->role == Role::No)
            return phrase->role;
        if (phrase && phrase->role == Role::Yes && (phrase->id != cue::weakYes || i <= segment.firstTerm + 1))
            return phrase->role;
        if (isSubstance(reading.terms[i].role) && (i > segment.firstTerm + 2 || ++substances > 1))
            break;
    }
    return Role::Content;
}

// A question of one speaker takes the polarity of the other's yes or no, or of the speaker's own.
class Answers
{
public:
    Answers(const Lexicon &answers, Reading &reading) : answers_(answers), reading_(reading) {}

    void run()
    {
        for (std::size_t i = 0; i < reading_.segments.size(); ++i) {
            const Segment &segment = reading_.segments[i];
            if (segment.isQuestion) {
                if (!asked_.empty() && (reading_.segments[asked_.back()].turn != segment.turn || isAnswered_))
                    asked_.clear();
                isAnswered_ = false;
                asked_.push_back(i);
            } else if (!asked_.empty() && !segment.isOpenQuestion) {
                hear(i);
            }
        }
    }

private:
    void hear(std::size_t i)
    {
        constexpr std::uint32_t patience = 2; // turns: "um", "okay", then the answer
        const Segment &segment = reading_.segments[i];
        const std::uint32_t turn = reading_.segments[asked_.back()].turn;
        const Role answer = answerIn(answers_, reading_, segment);
        const bool isDirect = i == asked_.back() + 1;
        const bool isTakenBack = isAnswered_ && affirmedAt_ + 1 == i; // "Yeah. No, no, it's a dry cough."
        if (answer == Role::No && !isTakenBack && denies(segment))
            isAnswered_ = true; // "fever, or a cough? No cough." denies one of them by itself
        else if (answer == Role::No && (!isAnswered_ || isTakenBack))
            settle(isTakenBack ? Polarity::Affirmed : Polarity::Open, Polarity::Negated);
        else if (answer == Role::Yes && !isAnswered_ && (segment.turn != turn || isDirect) && !namesAgain(i))
            settleLast(i);
        const bool isBareAnswer = answer != Role::Content && segment.lastTerm - segment.firstTerm < 3;
        if (segment.turn > turn + patience
            || (segment.turn != turn && !isBareAnswer && namesAnything(reading_, segment)))
            asked_.clear();
    }

    void settle(Polarity from, Polarity polarity)
    {
        for (const std::size_t question : asked_)
            setAsked(reading_, reading_.segments[question], from, polarity);
        isAnswered_ = true;
    }

    // "Any chest pain, fever, chills? Yes." leaves open which.
    void settleLast(std::size_t i)
    {
        constexpr std::size_t most = 2;
        const Segment &last = reading_.segments[asked_.back()];
        reading_.looks += last.lastTerm - last.firstTerm;
        const auto begin = reading_.terms.begin();
        const auto concepts = std::count_if(begin + last.firstTerm, begin + last.lastTerm,
                                            [](const Term &term) { return term.role == Role::Concept; });
        if (static_cast<std::size_t>(concepts) <= most)
            setAsked(reading_, last, Polarity::Open, Polarity::Affirmed);
        isAnswered_ = true;
        affirmedAt_ = i;
    }

    // Whether a segment begins with a "no" that is said of one of several things asked for, and not of them all.
    [[nodiscard]] bool denies(const Segment &answer) const
    {
        const std::uint32_t first = answer.firstTerm;
        if (first + 1 >= answer.lastTerm || reading_.terms[first].role != Role::Negator
            || reading_.terms[first].last != reading_.terms[first + 1].first
            || reading_.terms[first + 1].role != Role::Concept)
            return false;
        const Segment &last = reading_.segments[asked_.back()];
        constexpr std::uint32_t most = 40;
        bool isAsked = false, isOneOfSeveral = false;
        for (std::uint32_t q = last.firstTerm; q < std::min(last.lastTerm, last.firstTerm + most); ++q) {
            const Term &term = reading_.terms[q];
            isAsked = isAsked || term.key == reading_.terms[first + 1].key;
            isOneOfSeveral =
                isOneOfSeveral || (term.role == Role::Concept && term.key != reading_.terms[first + 1].key);
        }
        return isAsked && isOneOfSeveral;
    }

    // The answer says itself which of the things asked for there are.
    [[nodiscard]] bool namesAgain(std::size_t i) const
    {
        const Segment &answer = reading_.segments[i], &last = reading_.segments[asked_.back()];
        constexpr std::uint32_t most = 40;
        for (std::uint32_t a = answer.firstTerm; a < std::min(answer.lastTerm, answer.firstTerm + most); ++a)
            for (std::uint32_t q = last.firstTerm; q < std::min(last.lastTerm, last.firstTerm + most); ++q)
                if (reading_.terms[a].role == Role::Concept && reading_.terms[a].key == reading_.terms[q].key)
                    return true;
        return false;
    }

    const Lexicon &answers_;
    Reading &reading_;
    std::vector<std::size_t> asked_;
    bool isAnswered_ = false;
    std::size_t affirmedAt_ = 0; // the segment that said yes
};

// "Okay, cough, headache": the one who has just asked goes on asking, and another speaks next.
bool isAskedOn(const Reading &reading, std::size_t i, WordKey asker, std::size_t lastAsked)
{
    constexpr std::uint32_t most = 6;
    constexpr std::size_t recently = 6;
    const Segment &segment = reading.segments[i];
    if (segment.speaker == 0 || segment.speaker != asker || i - lastAsked > recently || segment.isOpenQuestion
        || segment.lastTerm - segment.firstTerm > most || i + 1 >= reading.segments.size()
        || reading.segments[i + 1].speaker == segment.speaker)
        return false;
    bool isNamed = false;
    for (std::uint32_t t = segment.firstTerm; t < segment.lastTerm; ++t) {
        const Term &term = reading.terms[t];
        isNamed = isNamed || term.role == Role::Concept;
        const bool isPlain = term.role == Role::Concept || term.role == Role::Site || term.role == Role::Quality
                             || (term.role == Role::Filler && term.id == 0);
        if (!isPlain)
            return false;
    }
    return isNamed;
}

} // namespace

void openQuestions(Reading &reading)
{
    WordKey asker = 0;
    std::size_t lastAsked = 0;
    for (std::size_t i = 0; i < reading.segments.size(); ++i) {
        Segment &segment = reading.segments[i];
        if (isAskedOn(reading, i, asker, lastAsked))
            segment.isQuestion = segment.isAskedWhole = true;
        if (segment.isQuestion || segment.isOpenQuestion) {
            asker = segment.speaker;
            lastAsked = i;
        }
        if (segment.isOpenQuestion || segment.isAskedWhole)
            ask(reading, segment);
        if (segment.isAskedWhole && i > 0 && reading.segments[i - 1].turn == segment.turn
            && pointsBack(reading, segment)) {
            Segment &named = reading.segments[i - 1]; // "lung infections, do you have any history of that"
            named.isQuestion = true;
            ask(reading, named);
        }
    }
}

void resolveAnswers(const Lexicon &answers, Reading &reading)
{
    Answers(answers, reading).run();
}

} // namespace countersign::checks
