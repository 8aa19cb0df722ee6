#include "core/checks/claim_codes.hpp"

#include "core/checks/language/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace countersign::checks
{
namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

std::string withoutDot(std::string_view code)
{
    std::string plain;
    for (const char c : code)
        if (c != '.')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return plain;
}

// Three characters, and which place (from 0, without the dot) says the side; 0: the last.
struct SidedFamily {
    std::string_view prefix;
    std::size_t place;
};
constexpr std::array sidedFamilies{
    SidedFamily{"G56", 4},   SidedFamily{"G57", 4}, SidedFamily{"H25", 4},   SidedFamily{"M16", 4},
    SidedFamily{"M17", 4},   SidedFamily{"M18", 4}, SidedFamily{"M19", 5},   SidedFamily{"M20", 4},
    SidedFamily{"M25", 5},   SidedFamily{"M65", 5}, SidedFamily{"M70", 0},   SidedFamily{"M75", 0},
    SidedFamily{"M76", 0},   SidedFamily{"M77", 0}, SidedFamily{"C50", 5},   SidedFamily{"S42", 5},
    SidedFamily{"S52", 5},   SidedFamily{"S72", 5}, SidedFamily{"S82", 5},   SidedFamily{"S43", 5},
    SidedFamily{"Z9664", 5}, SidedFamily{"Z9665", 5}};

bool isRight(std::string_view modifier)
{
    constexpr std::array right{"RT", "E3", "E4", "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9"};
    return std::ranges::find(right, modifier) != right.end();
}
bool isLeft(std::string_view modifier)
{
    constexpr std::array left{"LT", "E1", "E2", "FA", "F1", "F2", "F3", "F4", "TA", "T1", "T2", "T3", "T4"};
    return std::ranges::find(left, modifier) != left.end();
}

bool isDiagnosisForm(std::string_view code)
{
    constexpr std::size_t least = 3, most = 7;
    const std::size_t dot = code.find('.');
    if (dot != std::string_view::npos && (dot != least || dot + 1 == code.size()))
        return false;
    const std::string plain = withoutDot(code);
    if (plain.size() < least || plain.size() > most || !isUpper(plain[0]) || !isDigit(plain[1]))
        return false;
    return std::ranges::all_of(plain, [](char c) { return isDigit(c) || isUpper(c); });
}

bool isProcedureForm(std::string_view code)
{
    constexpr std::size_t length = 5;
    if (code.size() != length)
        return false;
    const auto digits = std::ranges::count_if(code, isDigit);
    const bool isPlain = digits == 5;
    const bool isTailed = digits == 4 && (code.back() == 'F' || code.back() == 'T' || code.back() == 'U'
                                          || code.back() == 'M' || code.back() == 'A');
    return isPlain || isTailed;
}

bool isSupplyForm(std::string_view code)
{
    constexpr std::size_t length = 5;
    return isProcedureForm(code)
           || (code.size() == length && code.front() >= 'A' && code.front() <= 'V'
               && std::ranges::all_of(code.substr(1), isDigit));
}

bool isPackageForm(std::string_view code)
{
    const auto digits = std::ranges::count_if(code, isDigit);
    const auto dashes = std::ranges::count(code, '-');
    return (digits == 10 || digits == 11) && (dashes == 0 || dashes == 2)
           && digits + dashes == static_cast<std::ptrdiff_t>(code.size());
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool isBetween(const std::string &code, std::string_view first, std::string_view last)
{
    const std::string_view family = std::string_view(code).substr(0, 3);
    return family >= first && family <= last;
}

} // namespace

BodySide sideOfDiagnosis(std::string_view code)
{
    const std::string plain = withoutDot(code);
    for (const SidedFamily &family : sidedFamilies) {
        if (!std::string_view(plain).starts_with(family.prefix))
            continue;
        const std::size_t place = family.place == 0 ? plain.size() - 1 : family.place;
        if (place >= plain.size() || place <= 3)
            return BodySide::None;
        switch (plain[place]) {
        case '1':
            return BodySide::Right;
        case '2':
            return BodySide::Left;
        case '0':
        case '9':
            return BodySide::Unsaid;
        default:
            return BodySide::None;
        }
    }
    return BodySide::None;
}

BodySide sideOfModifier(std::string_view code)
{
    return code == "50" ? BodySide::Both
           : isRight(code) ? BodySide::Right
           : isLeft(code)  ? BodySide::Left
                           : BodySide::None;
}

BodySide sideInWords(std::string_view text)
{
    static const WordKey left = wordKey("left"), right = wordKey("right"), both = wordKey("bilateral"),
                         either = wordKey("both");
    BodySide found = BodySide::None;
    for (const Token &token : cutTokens(text).list) {
        const BodySide here = token.key == left                            ? BodySide::Left
                              : token.key == right                         ? BodySide::Right
                              : token.key == both || token.key == either   ? BodySide::Both
                                                                           : BodySide::None;
        if (token.kind != Token::Kind::Word || here == BodySide::None)
            continue;
        if (found != BodySide::None && found != here)
            return BodySide::Both;
        found = here;
    }
    return found;
}

std::string_view nameOf(BodySide side)
{
    constexpr std::array names{"", "LEFT", "RIGHT", "BILATERAL", "UNSPECIFIED"};
    return names[static_cast<std::size_t>(side)];
}

CodeSex sexOfDiagnosis(std::string_view code)
{
    const std::string plain = withoutDot(code);
    if (isBetween(plain, "O00", "O9A") || isBetween(plain, "N70", "N98") || isBetween(plain, "C51", "C58")
        || isBetween(plain, "Z33", "Z34") || isBetween(plain, "Z36", "Z37"))
        return CodeSex::Female;
    if (isBetween(plain, "N40", "N53") || isBetween(plain, "C60", "C63"))
        return CodeSex::Male;
    return CodeSex::Any;
}

bool isDiagnosisSystem(std::string_view system)
{
    return has(system, "icd-10");
}

bool isWellFormed(std::string_view system, std::string_view code)
{
    if (code.empty())
        return true;
    if (isDiagnosisSystem(system))
        return !has(system, "icd-10-cm") || isDiagnosisForm(code);
    if (has(system, "/cpt"))
        return isProcedureForm(code);
    if (has(system, "HCPCS"))
        return isSupplyForm(code);
    return !has(system, "/ndc") || isPackageForm(code);
}

} // namespace countersign::checks
