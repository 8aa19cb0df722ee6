#include "ui/presenters/edit_reasons.hpp"

#include "core/domain/reason_codes.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace countersign::presenters
{
namespace
{

using domain::Change;
using domain::Telling;
using Words = std::set<std::string>;

Words wordsOf(const std::string &text)
{
    Words words;
    for (const domain::Word &word : domain::cutIntoWords(text))
        if (word.kind == domain::Word::Kind::Letters || word.kind == domain::Word::Kind::Number)
            words.insert(domain::plainSpelling(word.text));
    return words;
}

const std::string &quoteOf(const domain::Citation &citation)
{
    return std::visit([](const auto &selector) -> const std::string & { return selector.exact; }, citation.selector);
}

// The words of the statement that its quote has, too; all of them have to be there still.
bool keepsCitedWords(const domain::Citation &citation, const Words &was, const Words &is)
{
    bool hasAny = false;
    for (const std::string &word : wordsOf(quoteOf(citation)))
        if (was.contains(word)) {
            hasAny = true;
            if (!is.contains(word))
                return false;
        }
    return hasAny;
}

bool has(const std::vector<Telling> &kinds, std::initializer_list<Telling> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](Telling kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); });
}

// Whether the line is about a drug or a dose: a number in it is then part of one.
bool isOfMedication(const std::string &text)
{
    const std::vector<domain::Word> words = domain::cutIntoWords(text);
    return std::any_of(words.begin(), words.end(), [](const domain::Word &word) {
        const auto what = domain::tellingOf(word);
        return what == Telling::Drug || what == Telling::Unit || what == Telling::Dose;
    });
}

// clinical.md 8.1 and 8.2, column "auto-suggest when".
struct Codes {
    std::string_view side, negation, drug, dose, date, person, differs, leftOut, madeUp, moved, wording;
};
constexpr Codes note{"N08", "N03", "N09", "N10", "N14", "N15", "N02", "N06", "N01", "N21", "N20"};
constexpr Codes priorAuth{"P06", "P14", "P14", "P06", "P11", "P14", "P14", "P01", "P14", "", ""};

std::string_view reasonOf(const Change &change, const Codes &codes)
{
    switch (change.op) {
    case Change::Op::Insert:
        return codes.leftOut;
    case Change::Op::Delete:
        return codes.madeUp;
    case Change::Op::Move:
        return codes.moved;
    case Change::Op::Replace:
        break;
    }
    if (change.kind == Change::Class::Style)
        return codes.wording;
    const auto kinds = domain::tellingChanges(change.before, change.after);
    if (has(kinds, {Telling::Side}))
        return codes.side;
    if (has(kinds, {Telling::Negation}))
        return codes.negation;
    if (has(kinds, {Telling::Drug}))
        return codes.drug;
    if (has(kinds, {Telling::Unit, Telling::Dose, Telling::Route})
        || (has(kinds, {Telling::Number}) && isOfMedication(change.before)))
        return codes.dose;
    if (has(kinds, {Telling::Date}))
        return codes.date;
    return has(kinds, {Telling::Person}) ? codes.person : codes.differs;
}

} // namespace

bool outgrewCitations(const domain::Statement &was, const std::string &now)
{
    if (was.citations.empty() || was.text == now)
        return false;
    const Change::Class kind = domain::classifyEdit(was.text, now);
    if (kind != Change::Class::Factual)
        return kind == Change::Class::Safety;
    const Words before = wordsOf(was.text), after = wordsOf(now);
    return !std::all_of(was.citations.begin(), was.citations.end(),
                        [&](const domain::Citation &citation) { return keepsCitedWords(citation, before, after); });
}

std::vector<domain::Reason> suggestedReasons(const domain::Draft &original, const std::vector<Change> &changes)
{
    const bool isNote = std::holds_alternative<domain::NoteDraft>(original);
    std::vector<const Change *> byWeight;
    for (const Change &change : changes)
        byWeight.push_back(&change);
    std::stable_sort(byWeight.begin(), byWeight.end(),
                     [](const Change *a, const Change *b) { return a->kind < b->kind; });
    std::vector<domain::Reason> reasons;
    for (const Change *const change : byWeight) {
        const std::string_view code = reasonOf(*change, isNote ? note : priorAuth);
        const bool isKnown = std::any_of(reasons.begin(), reasons.end(),
                                         [&](const domain::Reason &reason) { return reason.code == code; });
        if (code.empty() || isKnown || reasons.size() == domain::reasonCountMax)
            continue;
        // What was put in or taken out has no statement on one of the sides; the code says enough.
        reasons.push_back({std::string(code),
                           change->op == Change::Op::Insert ? domain::StatementId{} : change->statementId,
                           domain::Harm::Unstated});
    }
    return reasons;
}

} // namespace countersign::presenters
