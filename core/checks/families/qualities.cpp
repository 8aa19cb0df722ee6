#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// How the draft says that something is, against how the sources say it: mild or severe, twice or once a day, upper or
// lower. A quality belongs to the things that stand next to it.
namespace countersign::checks
{
namespace
{

using Answers = std::uint32_t; // one bit for each answer of one question

struct Quality {
    std::uint16_t dimension = 0, answer = 0;
    [[nodiscard]] Answers bit() const { return Answers{1} << answer; }
};

// What of a term is a quality; dimension 0 where it is none.
Quality qualityOf(const Lexicon &lexicon, const Term &term)
{
    constexpr std::uint16_t better = 2, worse = 3, stable = 4, relief = 7;
    if (term.role == Role::Quality)
        return {static_cast<std::uint16_t>(term.id / quality::answersMax),
                static_cast<std::uint16_t>(term.id % quality::answersMax)};
    if (term.role == Role::State && (term.id == better || term.id == worse || term.id == stable))
        return {quality::trend, term.id};
    if (term.role == Role::State && term.id == relief)
        return {quality::trend, better};
    if (term.role == Role::NegatedBefore && term.id == cue::resolved)
        return {quality::presence, 1};
    if (term.role == Role::Past && term.id == cue::formerly)
        return {quality::standing, 2};
    if (term.role == Role::Unit && lexicon.unit(term.id).code == "{tbl}")
        return {quality::route, 1};
    return {};
}

bool isAnchor(const Term &term)
{
    constexpr std::size_t shortest = 2;
    switch (term.role) {
    case Role::Concept:
    case Role::Drug:
    case Role::Measure:
    case Role::Procedure:
    case Role::Site:
        return true;
    case Role::Content:
        return term.bytes > shortest;
    default:
        return false;
    }
}

// The things that a quality can be said of: the nearest after it and the nearest before it, in its clause.
struct Anchors {
    std::array<std::uint32_t, 3> at{};
    std::size_t count = 0;
    void add(std::uint32_t i) { at[count++] = i; }
};

Anchors anchorsOf(const Reading &reading, std::uint32_t at, bool isOrder)
{
    constexpr std::uint32_t after = 4;
    const std::uint32_t before = isOrder ? 0 : 5; // "after surgery" is an order of the surgery
    const Segment &segment = reading.segments[reading.terms[at].segment];
    Anchors anchors;
    for (std::uint32_t i = at + 1; i < std::min(segment.lastTerm, at + 1 + after); ++i) {
        if (reading.terms[i].role == Role::ScopeEnd || anchors.count > 1)
            break;
        if (isAnchor(reading.terms[i]))
            anchors.add(i);
    }
    for (std::uint32_t i = at; i > std::max(segment.firstTerm, at - std::min(at, before)); --i) {
        if (reading.terms[i - 1].role == Role::ScopeEnd)
            break;
        if (!isAnchor(reading.terms[i - 1]))
            continue;
        anchors.add(i - 1);
        break;
    }
    return anchors;
}

std::string_view codeOf(std::uint16_t dimension)
{
    switch (dimension) {
    case quality::result:
    case quality::rhythm:
    case quality::integrity:
    case quality::tension:
    case quality::control:
    case quality::extent:
    case quality::symmetry:
        return "negation-conflict";
    case quality::height:
    case quality::depth:
    case quality::front:
    case quality::reach:
        return "laterality-conflict";
    case quality::dayTime:
    case quality::chronicity:
    case quality::order:
    case quality::constancy:
    case quality::trend:
    case quality::presence:
    case quality::standing:
        return "temporal-conflict";
    default:
        return "value-not-in-evidence";
    }
}

// A quality of a source.
struct Said {
    std::uint32_t term = 0;
    Quality quality;
    Polarity polarity = Polarity::Affirmed;
    [[nodiscard]] bool isAffirmed() const { return polarity == Polarity::Affirmed; }
};

// As they stand.
std::vector<Said> saidIn(const Reading &reading)
{
    std::vector<Said> said;
    for (std::uint32_t i = 0; i < reading.terms.size(); ++i)
        if (const Quality found = qualityOf(english(), reading.terms[i]); found.dimension != 0)
            said.push_back({i, found, reading.terms[i].polarity});
    return said;
}

struct Place {
    std::size_t source = nowhere;
    std::uint32_t term = 0;
};

constexpr std::size_t placesMax = 24;

class Qualities
{
public:
    Qualities(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports)
    {
        for (const SourceView &source : context.sources)
            if (source.isEvidence)
                for (const Said &said : source.reading.noted<saidIn>())
                    everywhere_[said.quality.dimension] |= said.quality.bit();
    }

    void check(std::size_t statement)
    {
        const StatementView &view = context_.statements[statement];
        if (view.statement->style == domain::Statement::Style::Heading)
            return;
        std::array<Answers, quality::dimensions> here{};
        const std::vector<Said> &said = view.reading.noted<saidIn>();
        for (const auto &[i, found, polarity] : said)
            here[found.dimension] |= found.bit();
        std::size_t judged = 0;
        for (const auto &[i, drafted, polarity] : said) {
            const Term &term = view.reading.terms[i];
            // "Worse with standing, better with rest": which is of which cannot be told.
            const bool isOne = here[drafted.dimension] == drafted.bit();
            if (drafted.dimension == quality::period || term.polarity == Polarity::Open || !isOne)
                continue;
            if (++judged > judgedMax)
                return;
            if (drafted.dimension == quality::trend && isOnOccasion(view.reading, term)) {
                judgeOccasion(statement, i, drafted);
                continue;
            }
            if (judgeDenial(statement, i, drafted))
                continue;
            if (term.polarity == Polarity::Affirmed)
                judge(statement, i, drafted);
            else if (isOneOrOther(drafted.dimension))
                judge(statement, i, {drafted.dimension, static_cast<std::uint16_t>(3 - drafted.answer)});
        }
    }

private:
    // "Worse when he stands": the sources may well say of another occasion that it is better then.
    [[nodiscard]] static bool isOnOccasion(const Reading &reading, const Term &term)
    {
        const Segment &segment = reading.segments[term.segment];
        return std::any_of(reading.terms.begin() + segment.firstTerm, reading.terms.begin() + segment.lastTerm,
                           isOccasion);
    }

    static bool isOccasion(const Term &term)
    {
        static const WordSet occasions{"when", "while", "whenever", "with", "if", "during", "upon"};
        return occasions.contains(term.key);
    }

    // "Worse with eating" where the source says "better when I eat": told by what stands after the occasion.
    void judgeOccasion(std::size_t statement, std::uint32_t at, const Quality &drafted)
    {
        constexpr std::uint32_t reach = 3;
        const StatementView &view = context_.statements[statement];
        const auto &terms = view.reading.terms;
        const Segment &segment = view.reading.segments[terms[at].segment];
        std::uint32_t occasion = at + 1;
        while (occasion < segment.lastTerm && !isOccasion(terms[occasion]))
            ++occasion;
        for (std::uint32_t i = occasion + 1; i < std::min(segment.lastTerm, occasion + 1 + reach); ++i) {
            if (!isAnchor(terms[i]))
                continue;
            Place contrary;
            const Answers there = answersNear(view, view.words[i], drafted, contrary);
            if (there != 0 && (there & drafted.bit()) == 0)
                report(statement, at, codeOf(drafted.dimension), contrary);
            return;
        }
    }

    // "Not under control" where the source says "under control" of the same thing, and the reverse.
    bool judgeDenial(std::size_t statement, std::uint32_t at, const Quality &drafted)
    {
        const StatementView &view = context_.statements[statement];
        const Term &term = view.reading.terms[at];
        if (term.role != Role::Quality || !isDeniable(drafted.dimension))
            return false;
        const Anchors anchors = anchorsOf(view.reading, at, false);
        Place contrary;
        for (std::size_t a = 0; a < anchors.count; ++a) {
            const auto places = context_.placesOfWord(view.words[anchors.at[a]]);
            for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
                const Range near = around(place, false);
                const std::vector<Said> &said = saidOf(place.source);
                for (auto there = std::ranges::lower_bound(said, near.first, {}, &Said::term);
                     there != said.end() && there->term < near.last; ++there) {
                    if (there->quality.dimension != drafted.dimension)
                        continue;
                    // Another answer agrees with a denial, and an open one may be meant either way.
                    if (there->quality.answer != drafted.answer || there->polarity == term.polarity
                        || there->polarity == Polarity::Open)
                        return false;
                    if (contrary.source == nowhere && isCited(view, place))
                        contrary = {place.source, there->term};
                }
            }
        }
        if (contrary.source == nowhere)
            return false;
        report(statement, at, "negation-conflict", contrary);
        return true;
    }

    [[nodiscard]] const std::vector<Said> &saidOf(std::size_t source) const
    {
        return context_.sources[source].reading.noted<saidIn>();
    }

    // "Not normal" is abnormal.
    static bool isOneOrOther(std::uint16_t dimension)
    {
        return dimension == quality::result || dimension == quality::rhythm || dimension == quality::integrity
               || dimension == quality::control;
    }

    // "Not twice a day" says little.
    static bool isDeniable(std::uint16_t dimension)
    {
        return dimension != quality::order && dimension != quality::dayTime && dimension != quality::route;
    }

    [[nodiscard]] static bool isCited(const StatementView &view, const WordPlace &place)
    {
        return std::ranges::any_of(view.passages, [&](const Passage &passage) {
            return passage.source == place.source && passage.terms.first <= place.term
                   && place.term < passage.terms.last;
        });
    }

    void judge(std::size_t statement, std::uint32_t at, const Quality &drafted)
    {
        const StatementView &view = context_.statements[statement];
        Answers there = 0;
        Place contrary;
        const bool isOrder = drafted.dimension == quality::order;
        const Anchors anchors = anchorsOf(view.reading, at, isOrder);
        for (std::size_t a = 0; a < anchors.count; ++a)
            there |= answersNear(view, view.words[anchors.at[a]], drafted, contrary);
        if ((there & drafted.bit()) != 0)
            return;
        if (there != 0)
            return report(statement, at, codeOf(drafted.dimension), contrary);
        for (const Passage &passage : view.passages)
            there |= isOrder ? 0 : answersIn(passage, drafted, contrary);
        if (!isOrder && view.passages.empty() && view.nearest)
            there |= answersIn(*view.nearest, drafted, contrary);
        if (there != 0 && (there & drafted.bit()) == 0 && (everywhere_[drafted.dimension] & drafted.bit()) == 0)
            report(statement, at, codeOf(drafted.dimension), contrary);
    }

    // Which answers stand next to that word, in the passages first of all.
    [[nodiscard]] Answers answersNear(const StatementView &view, std::uint32_t word, const Quality &drafted,
                                      Place &contrary) const
    {
        Answers cited = 0, anywhere = 0;
        Place elsewhere;
        const auto places = context_.placesOfWord(word);
        for (const WordPlace &place : places.first(std::min(places.size(), placesMax))) {
            const bool isHere = isCited(view, place);
            (isHere ? cited : anywhere) |= answersAround(place, drafted, isHere ? contrary : elsewhere);
        }
        if (cited != 0)
            return cited; // the passage tells, whatever is said of the thing elsewhere
        contrary = elsewhere;
        return anywhere;
    }

    [[nodiscard]] Answers answersAround(const WordPlace &place, const Quality &drafted, Place &contrary) const
    {
        return answersBetween(place.source, around(place, drafted.dimension == quality::order), drafted, contrary);
    }

    [[nodiscard]] Range around(const WordPlace &place, bool isOrder) const
    {
        constexpr std::uint32_t reach = 7, near = 3;
        const Reading &reading = context_.sources[place.source].reading;
        const Segment &segment = reading.segments[reading.terms[place.term].segment];
        const std::uint32_t before = isOrder ? near : reach, after = isOrder ? 0 : reach + 1;
        const std::uint32_t from = std::max(segment.firstTerm, place.term - std::min(place.term, before));
        return {from, std::min(segment.lastTerm, place.term + after)};
    }

    [[nodiscard]] Answers answersIn(const Passage &passage, const Quality &drafted, Place &contrary) const
    {
        return context_.sources[passage.source].isEvidence
                   ? answersBetween(passage.source, passage.terms, drafted, contrary)
                   : 0;
    }

    // A denied answer is no other answer, and an asked one is no answer but can be meant.
    [[nodiscard]] Answers answersBetween(std::size_t source, Range terms, const Quality &drafted, Place &contrary) const
    {
        Answers found = 0;
        const std::vector<Said> &said = saidOf(source);
        for (auto at = std::ranges::lower_bound(said, terms.first, {}, &Said::term);
             at != said.end() && at->term < terms.last; ++at) {
            const bool isSame = at->quality.answer == drafted.answer;
            if (at->quality.dimension != drafted.dimension || (!isSame && !at->isAffirmed()))
                continue;
            found |= at->quality.bit();
            if (!isSame && contrary.source == nowhere)
                contrary = {source, at->term};
        }
        return found;
    }

    void report(std::size_t statement, std::uint32_t at, std::string_view code, const Place &contrary)
    {
        const Reading &reading = context_.statements[statement].reading;
        const Term &term = reading.terms[at];
        Report made{.code = code,
                    .severity = domain::Severity::Info,
                    .statement = statement,
                    .place = {term.first, term.last},
                    .values = {{"draft", std::string(reading.textOf(term))}},
                    .message = "The draft says how this is in another way than the source does."};
        if (contrary.source != nowhere) {
            const Reading &other = context_.sources[contrary.source].reading;
            const Term &there = other.terms[contrary.term];
            made.source = contrary.source;
            made.sourcePlace = {there.first, there.last};
            made.values.emplace_back("source", other.textOf(there));
        }
        reports_.push_back(std::move(made));
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::array<Answers, quality::dimensions> everywhere_{};
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (!context.hasEvidence())
        return;
    Qualities qualities(context, reports);
    for (std::size_t i = 0; i < context.statements.size(); ++i)
        qualities.check(i);
}

} // namespace

const Check &qualityCheck()
{
    static constexpr Check check{
        "qualities",
        "1",
        "Whether the draft says in another way than the sources how something is: its degree, direction, result, "
        "course, route, and which part of a place of the body.",
        "A quality that is said in other words, and which of several things a quality belongs to.",
        "Puts the two words side by side; the reader decides.",
        run};
    return check;
}

} // namespace countersign::checks
