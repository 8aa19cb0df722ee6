#include "core/checks/check.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace countersign::checks
{
namespace
{

using domain::Severity;

void checkOwners(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const domain::Source &source = *context.sources[s].source;
        if (source.patientId.isEmpty() || source.patientId == context.proposal.patient.id)
            continue;
        bool isCited = false;
        for (std::size_t i = 0; i < context.statements.size() && !isCited; ++i)
            for (const CitationView &citation : context.statements[i].citations)
                isCited = isCited || citation.source == s;
        reports.push_back(
            {.code = "wrong-patient-source",
             .severity = Severity::Stop,
             .source = s,
             .values = {{"draft", context.proposal.patient.id.text()}, {"source", source.patientId.text()}},
             .message = isCited ? "The draft cites a source that belongs to another patient."
                                : "A source belongs to another patient."});
    }
}

// A record number of a labelled line that is not this patient's: "MRN: 445 533".
std::string digitsAfter(const Reading &reading, std::size_t term, Range &place)
{
    std::string digits;
    place = {reading.terms[term].last, reading.terms[term].last};
    constexpr std::uint32_t most = 6;
    const auto &tokens = reading.tokens.list;
    for (std::uint32_t i = reading.terms[term].last; i < tokens.size() && i < reading.terms[term].last + most; ++i) {
        if (tokens[i].kind == Token::Kind::Number) {
            digits += reading.tokens.wordAt(i);
            place.last = i + 1;
        } else if (!digits.empty() || tokens[i].kind == Token::Kind::LineEnd) {
            break;
        }
    }
    return digits;
}

void checkRecordNumbers(const Context &context, std::vector<Report> &reports)
{
    static const WordKey label = wordKey("mrn");
    std::string own;
    for (const char c : context.proposal.patient.mrn.reveal())
        if (c >= '0' && c <= '9')
            own += c;
    if (own.size() < 4)
        return;
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const Reading &reading = context.sources[s].reading;
        for (std::size_t t = 0; t < reading.terms.size(); ++t) {
            if (reading.terms[t].key != label)
                continue;
            Range place;
            const std::string found = digitsAfter(reading, t, place);
            if (found.size() >= 4 && found != own)
                reports.push_back({.code = "identity-mismatch-page",
                                   .source = s,
                                   .sourcePlace = place,
                                   .message = "A record number in this source is not the patient's."});
        }
    }
}

std::optional<int> ageAt(const std::string &birthDate, Instant now)
{
    int year = 0, month = 0, day = 0;
    const char *const text = birthDate.data();
    if (birthDate.size() != 10 || std::from_chars(text, text + 4, year).ec != std::errc{}
        || std::from_chars(text + 5, text + 7, month).ec != std::errc{}
        || std::from_chars(text + 8, text + 10, day).ec != std::errc{})
        return std::nullopt;
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    const bool isBefore = std::pair{static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day())}
                          < std::pair{static_cast<unsigned>(month), static_cast<unsigned>(day)};
    return static_cast<int>(today.year()) - year - (isBefore ? 1 : 0);
}

void checkAge(const Context &context, std::size_t statement, std::optional<int> age, std::vector<Report> &reports)
{
    constexpr double oldest = 120;
    const StatementView &view = context.statements[statement];
    for (const Quantity &quantity : view.reading.quantities) {
        const auto &tokens = view.reading.tokens.list;
        const bool isAge = quantity.unit >= 0 && quantity.unitEnd < tokens.size()
                           && context.lexicon.unit(static_cast<std::uint16_t>(quantity.unit)).code == "a"
                           && tokens[quantity.unitEnd].key == wordKey("old");
        if (!isAge)
            continue;
        const bool isImpossible = quantity.value > oldest;
        const bool differs =
            age && std::abs(quantity.value - *age) > 1 && quantity.firstToken < 12 && view.reading.segments.size() == 1;
        if (isImpossible || differs)
            reports.push_back(
                {.code = "age-sex-conflict",
                 .statement = statement,
                 .place = {quantity.firstToken, quantity.unitEnd},
                 .values = {{"draft", std::string(view.reading.textBetween(quantity.firstToken, quantity.unitEnd))},
                            {"record", age ? std::to_string(*age) : ""}},
                 .message = isImpossible ? "Nobody is that old." : "The patient's birth date gives another age."});
    }
}

void checkSex(const Context &context, std::size_t statement, std::vector<Report> &reports)
{
    const domain::Patient::Sex sex = context.proposal.patient.sex;
    if (sex != domain::Patient::Sex::Female && sex != domain::Patient::Sex::Male)
        return;
    const Role opposite = sex == domain::Patient::Sex::Female ? Role::Male : Role::Female;
    const StatementView &view = context.statements[statement];
    for (std::size_t i = 1; i < view.reading.terms.size(); ++i) {
        const Term &term = view.reading.terms[i];
        const Role before = view.reading.terms[i - 1].role;
        if (term.role == opposite && !term.isFamily && (before == Role::Age || before == Role::Number))
            reports.push_back({.code = "age-sex-conflict",
                               .statement = statement,
                               .place = {term.first, term.last},
                               .values = {{"draft", std::string(view.reading.textOf(term))},
                                          {"record", opposite == Role::Male ? "female" : "male"}},
                               .message = "The patient's record gives another sex."});
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    checkOwners(context, reports);
    checkRecordNumbers(context, reports);
    const std::optional<int> age = ageAt(context.proposal.patient.birthDate.reveal(), context.now);
    for (std::size_t i = 0; i < context.statements.size(); ++i) {
        checkAge(context, i, age, reports);
        checkSex(context, i, reports);
    }
}

} // namespace

const Check &identityCheck()
{
    static constexpr Check check{"identity",
                                 "1",
                                 "Whether every source is the patient's, whether record numbers in it are, and whether "
                                 "age and sex in the draft agree "
                                 "with the record.",
                                 "Whose page it is where nothing on it says so.",
                                 "Compares identifiers; it says nothing of health.",
                                 run};
    return check;
}

} // namespace countersign::checks
