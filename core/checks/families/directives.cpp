#include "core/checks/chart.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// What is to be done when the heart stops: the draft against the sources (E26).
namespace countersign::checks
{
namespace
{

using domain::Severity;

enum class Wish { None, Full, Limited };

struct Place {
    Wish wish = Wish::None;
    Range tokens{};
};

bool isAt(const std::vector<Token> &tokens, std::uint32_t i, std::initializer_list<WordKey> words)
{
    for (const WordKey word : words) {
        if (i >= tokens.size() || tokens[i].kind != Token::Kind::Word || tokens[i].key != word)
            return false;
        ++i;
    }
    return true;
}

// "full code", "DNR", "do not resuscitate", "no code", "comfort care only".
Place wishAt(const Reading &reading, std::uint32_t i)
{
    static const WordKey full = wordKey("full"), code = wordKey("code"), dnr = wordKey("DNR"), dnar = wordKey("DNAR"),
                         doWord = wordKey("do"), notWord = wordKey("not"), resuscitate = wordKey("resuscitate"),
                         no = wordKey("no"), attempt = wordKey("attempt"), dni = wordKey("DNI"),
                         comfort = wordKey("comfort"), care = wordKey("care"), measures = wordKey("measures");
    static const WordSet firsts{"full", "DNR", "DNAR", "DNI", "do", "no", "comfort"};
    const auto &tokens = reading.tokens.list;
    if (!firsts.contains(tokens[i].key))
        return {};
    if (isAt(tokens, i, {full, code}))
        return {Wish::Full, {i, i + 2}};
    if (tokens[i].key == dnr || tokens[i].key == dnar || tokens[i].key == dni)
        return {Wish::Limited, {i, i + 1}};
    if (isAt(tokens, i, {doWord, notWord, resuscitate}) || isAt(tokens, i, {doWord, notWord, attempt}))
        return {Wish::Limited, {i, i + 3}};
    if (isAt(tokens, i, {no, code}) && !(i + 2 < tokens.size() && tokens[i + 2].key == wordKey("status")))
        return {Wish::Limited, {i, i + 2}};
    if (isAt(tokens, i, {comfort, care}) || isAt(tokens, i, {comfort, measures}))
        return {Wish::Limited, {i, i + 2}};
    return {};
}

// "No longer DNR", "not DNR", "rescinded": the wish that was is not the wish that is.
bool isTakenBack(const Reading &reading, Range place)
{
    static const WordSet cues{"longer", "rescinded", "revoked", "reversed", "discussed", "previously", "if"};
    const auto &tokens = reading.tokens.list;
    const std::uint32_t from = place.first - std::min(place.first, 3U);
    const auto to = std::min<std::uint32_t>(place.last + 3, static_cast<std::uint32_t>(tokens.size()));
    for (std::uint32_t i = from; i < to; ++i) {
        const bool isInside = i >= place.first && i < place.last;
        if (!isInside
            && (cues.contains(tokens[i].key)
                || (i < place.first && i + 1 == place.first && tokens[i].key == wordKey("not"))
                || tokens[i].isMark('?')))
            return true;
    }
    return false;
}

// The first of each wish that a text holds.
std::array<Place, 3> wishesIn(const Reading &reading)
{
    std::array<Place, 3> found;
    for (std::uint32_t i = 0; i < reading.tokens.list.size(); ++i) {
        if (reading.tokens.list[i].kind != Token::Kind::Word)
            continue;
        const Place place = wishAt(reading, i);
        if (place.wish == Wish::None)
            continue;
        if (Place &known = found[static_cast<std::size_t>(place.wish)];
            known.wish == Wish::None && !isTakenBack(reading, place.tokens))
            known = place;
        i = place.tokens.last - 1;
    }
    return found;
}

// A resource that was refuted or is over says nothing now.
bool isOver(const Context &context, std::size_t s)
{
    const auto records = context.chart->of(s);
    return !records.empty() && std::ranges::all_of(records, [](const Record &record) {
        return record.isVoid || record.status == "inactive" || record.status == "rejected" || record.status == "revoked"
               || record.status == "completed" || record.status == "cancelled";
    });
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        const Reading &reading = context.statements[i].reading;
        for (const Place &own : reading.noted<wishesIn>()) {
            if (own.wish == Wish::None)
                continue;
            const Wish opposite = own.wish == Wish::Full ? Wish::Limited : Wish::Full;
            for (std::size_t s = 0; s < context.sources.size(); ++s) {
                const SourceView &source = context.sources[s];
                if (!source.isEvidence || isOver(context, s))
                    continue;
                const auto &said = source.reading.noted<wishesIn>();
                const Place &other = said[static_cast<std::size_t>(opposite)];
                if (other.wish == Wish::None || said[static_cast<std::size_t>(own.wish)].wish != Wish::None)
                    continue;
                reports.push_back(
                    {.code = "negation-conflict",
                     .severity = Severity::Stop,
                     .statement = i,
                     .place = own.tokens,
                     .source = s,
                     .sourcePlace = other.tokens,
                     .values = {{"draft", std::string(reading.textBetween(own.tokens.first, own.tokens.last))},
                                {"source",
                                 std::string(source.reading.textBetween(other.tokens.first, other.tokens.last))}},
                     .message = "A source gives another wish for resuscitation than the draft."});
                return;
            }
        }
    }
}

} // namespace

const Check &directiveCheck()
{
    static constexpr Check check{"directives",
                                 "1",
                                 "Whether the draft's code status is the one that the sources give.",
                                 "Which wish is the later one, and what was said beside the record.",
                                 "Shows both passages; what the patient wants is for the reader to ask.",
                                 run};
    return check;
}

} // namespace countersign::checks
