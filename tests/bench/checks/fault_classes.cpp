#include "tests/bench/checks/fault_classes.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace countersign::bench
{
namespace
{

bool isLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Whether the text has the word in any case.
bool isSaid(const std::string &said, std::string_view word)
{
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return findWord(said, lower) != std::string::npos;
}

std::optional<std::string> exchanged(const std::string &text, const std::vector<Exchange> &exchanges,
                                     const std::string *said = nullptr)
{
    for (const auto &[from, to] : exchanges) {
        const std::size_t at = findWord(text, from);
        if (at != std::string::npos && (!said || isSaid(*said, from)))
            return std::string(text).replace(at, from.size(), to);
    }
    return std::nullopt;
}

// Only what is not denied already.
std::optional<std::string> denied(const std::string &text, const std::string &)
{
    for (const std::string_view cue : {"no", "not", "No", "denies", "Denies", "denied", "never", "without", "however",
                                       "but", "if", "Negative", "negative"})
        if (findWord(text, cue) != std::string::npos)
            return std::nullopt;
    static const std::vector<Exchange> exchanges{
        {"reports", "denies"},
        {"endorses", "denies"},
        {"Reports", "Denies"},
        {"complains of", "denies"},
        {"positive for", "negative for"},
        {"There is a", "There is no"},
        {"There is", "There is no"},
        {"There are", "There are no"},
        {"has been", "has not been"},
        {"has had", "has not had"},
        {"is taking", "is not taking"},
        {"have a history of", "have no history of"},
        {"has a history of", "has no history of"},
        {"developed", "did not develop"},
        {"experiences", "does not experience"},
        {"shows", "does not show"},
        {"has a", "has no"},
    };
    return exchanged(text, exchanges);
}

std::optional<std::string> swappedSides(const std::string &text, const std::string &)
{
    constexpr std::array swaps{Exchange{"left", "right"}, Exchange{"right", "left"}, Exchange{"Left", "Right"},
                               Exchange{"Right", "Left"}};
    for (const auto &[from, to] : swaps) {
        std::string altered = text;
        for (std::size_t at = findWord(altered, from); at != std::string::npos; at = findWord(altered, from, at + 1))
            altered.replace(at, from.size(), to);
        if (altered != text && findWord(text, to) == std::string::npos)
            return altered;
    }
    return std::nullopt;
}

struct Digits {
    std::size_t begin = 0, size = 0;
};

// Whole numbers that are no list mark and no part of a name.
std::vector<Digits> numbersIn(const std::string &text)
{
    std::vector<Digits> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9')
            continue;
        const std::size_t begin = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        const bool isJoined = begin > 0
                              && (isLetter(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-'
                                  || text[begin - 1] == '/');
        const bool isMark = begin == 0 || (i < text.size() && (text[i] == '.' || text[i] == '/'));
        if (!isJoined && !isMark)
            found.push_back({begin, i - begin});
    }
    return found;
}

std::optional<std::string> tenfoldDose(const std::string &text, const std::string &)
{
    for (const Digits &digits : numbersIn(text))
        for (const std::string_view unit : {" mg", " mcg", " units", " milligrams", " mL", " g "})
            if (text.compare(digits.begin + digits.size, unit.size(), unit) == 0)
                return std::string(text).insert(digits.begin + digits.size, "0");
    return std::nullopt;
}

std::optional<std::string> transposed(const std::string &text, const std::string &)
{
    for (const Digits &digits : numbersIn(text)) {
        std::string altered = text;
        if (digits.size < 2 || text[digits.begin] == text[digits.begin + 1] || text[digits.begin + 1] == '0')
            continue;
        std::swap(altered[digits.begin], altered[digits.begin + 1]);
        return altered;
    }
    return std::nullopt;
}

std::optional<std::string> otherDigit(const std::string &text, const std::string &)
{
    for (const Digits &digits : numbersIn(text)) {
        std::string altered = text;
        char &last = altered[digits.begin + digits.size - 1];
        last = last >= '7' ? static_cast<char>(last - 3) : static_cast<char>(last + 3);
        return altered;
    }
    return std::nullopt;
}

const std::vector<std::string_view> numberCodes{"number-conflict", "value-not-in-evidence", "dose-out-of-range",
                                                "date-conflict",   "temporal-conflict",     "unit-conflict"};

std::vector<FaultClass> faultsOfPolarity()
{
    return {
        {"negation added", {"negation-conflict"}, {}, denied},
        {"negation removed",
         {"negation-conflict"},
         {{"denies any", "reports"},
          {"denies", "reports"},
          {"denied", "reported"},
          {"Denies", "Reports"},
          {"No evidence of", "There is evidence of"},
          {"No", "There is"},
          {"does not have", "has"},
          {"did not have", "had"},
          {"has no", "has"},
          {"without any", "with"},
          {"without", "with"},
          {"negative for", "positive for"},
          {"no evidence of", "evidence of"},
          {"not", ""},
          {"no", ""}}},
        {"side swapped", {"laterality-conflict"}, {}, swappedSides},
    };
}

std::vector<FaultClass> faultsOfMeasure()
{
    return {
        {"dose tenfold", numberCodes, {}, tenfoldDose},
        {"digits transposed", numberCodes, {}, transposed},
        {"other number", numberCodes, {}, otherDigit},
        {"unit",
         {"unit-conflict", "number-conflict", "value-not-in-evidence", "dose-out-of-range"},
         {{"mg", "mcg"},
          {"mcg", "mg"},
          {"milligrams", "micrograms"},
          {"units", "mL"},
          {"cm", "mm"},
          {"mm", "cm"},
          {"lbs", "kg"},
          {"pounds", "kilograms"}}},
        {"duration",
         {"unit-conflict", "number-conflict", "value-not-in-evidence", "date-conflict", "temporal-conflict"},
         {{"days", "weeks"}, {"weeks", "months"}, {"months", "years"}, {"hours", "days"}, {"years ago", "weeks ago"}}},
        {"date",
         {"date-conflict", "number-conflict", "value-not-in-evidence", "temporal-conflict"},
         {{"January", "March"},
          {"February", "May"},
          {"March", "June"},
          {"April", "September"},
          {"May", "August"},
          {"June", "October"},
          {"July", "November"},
          {"August", "February"},
          {"September", "January"},
          {"October", "April"},
          {"November", "July"},
          {"December", "May"},
          {"Monday", "Thursday"},
          {"Tuesday", "Friday"},
          {"Wednesday", "Saturday"},
          {"Thursday", "Monday"},
          {"Friday", "Tuesday"},
          {"Saturday", "Wednesday"},
          {"Sunday", "Thursday"}}},
    };
}

std::vector<FaultClass> faultsOfMeaning()
{
    return {
        {"drug exchanged",
         {"drug-not-in-evidence", "lookalike-drug", "value-not-in-evidence"},
         {{"metformin", "metronidazole"},
          {"Metformin", "Metronidazole"},
          {"lisinopril", "fosinopril"},
          {"Lisinopril", "Fosinopril"},
          {"prednisone", "prednisolone"},
          {"ibuprofen", "naproxen"},
          {"Ibuprofen", "Naproxen"},
          {"Tylenol", "Toradol"},
          {"Lasix", "Losec"},
          {"amlodipine", "amiodarone"},
          {"insulin", "isoniazid"},
          {"aspirin", "warfarin"},
          {"meloxicam", "celecoxib"},
          {"Meloxicam", "Celecoxib"},
          {"methotrexate", "metolazone"},
          {"omeprazole", "aripiprazole"},
          {"albuterol", "atenolol"}}},
        {"person",
         {"subject-conflict"},
         {{"The patient's mother", "The patient"},
          {"The patient's father", "The patient"},
          {"Her mother", "She"},
          {"His mother", "He"},
          {"Her father", "She"},
          {"His father", "He"},
          {"Family history of", "History of"},
          {"family history of", "history of"},
          {"The patient reports", "The patient's mother reports"},
          {"He reports", "His father has"},
          {"She has", "Her mother has"},
          {"He has", "His father has"}}},
    };
}

std::vector<FaultClass> faultsOfTime()
{
    return {
        {"course",
         {"temporal-conflict", "negation-conflict", "intent-conflict"},
         {{"Continue", "Stop"},
          {"continue", "stop"},
          {"Continue taking", "Discontinue"},
          {"Start", "Stop"},
          {"stop taking", "continue taking"},
          {"Discontinue", "Continue"},
          {"discontinue", "continue"},
          {"started on", "taken off"},
          {"currently taking", "formerly taking"},
          {"continues", "stopped"}}},
        {"intent",
         {"intent-conflict", "temporal-conflict"},
         {{"will be obtained", "was obtained"},
          {"will order", "have obtained"},
          {"I will refer her to", "She has completed"},
          {"I will order", "I obtained"},
          {"will undergo", "underwent"},
          {"was performed", "is planned"},
          {"underwent", "will undergo"},
          {"were taken", "will be taken"},
          {"is scheduled for", "underwent"},
          {"will schedule", "completed"},
          {"will start", "started"},
          {"will prescribe", "has taken"}}},
        {"certainty",
         {"certainty-conflict", "negation-conflict"},
         {{"possible ", ""},
          {"Possible ", ""},
          {"likely ", ""},
          {"probable ", ""},
          {"suspected ", ""},
          {"may have", "has"},
          {"may be", "is"},
          {"could be", "is"},
          {"concern for", "evidence of"},
          {"rule out", "treat"},
          {"suspicious for", "diagnostic of"}},
         {},
         true},
    };
}

} // namespace

std::vector<FaultClass> faultsOfOpposites()
{
    std::vector<FaultClass> all = faultsOfPolarity();
    for (auto &&some : {faultsOfMeasure(), faultsOfMeaning(), faultsOfTime()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::size_t findWord(const std::string &text, std::string_view word, std::size_t from)
{
    for (std::size_t at = text.find(word, from); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool isBegin = at == 0 || !isLetter(text[at - 1]) || !isLetter(word.front());
        const std::size_t end = at + word.size();
        if (isBegin && (end >= text.size() || !isLetter(text[end]) || !isLetter(word.back())))
            return at;
    }
    return std::string::npos;
}

std::optional<std::string> altered(const FaultClass &fault, const std::string &text, const std::string &said)
{
    if (fault.alter)
        return fault.alter(text, said);
    return exchanged(text, fault.exchanges, fault.needsEvidence ? &said : nullptr);
}

} // namespace countersign::bench
