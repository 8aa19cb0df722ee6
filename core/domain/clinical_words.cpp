#include "core/domain/clinical_words.hpp"

#include "core/base/unicode.hpp"

#include <algorithm>
#include <array>

namespace countersign::domain
{
namespace
{

using std::string_view;

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}
bool isCapital(char32_t c)
{
    return c >= U'A' && c <= U'Z';
}
bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A)
           || c == 0x202F;
}
// Compares, measures or cannot be seen: a sign whose change may change a value.
bool isTellingSign(char32_t c)
{
    return std::u32string_view{U"<>=+%~\u00b0\u00b1\u00d7\u2248\u2260\u2264\u2265\u2192\u2191\u2193"}.find(c)
               != std::u32string_view::npos
           || isInvisibleControl(c);
}
bool isPunctuation(char32_t c)
{
    const bool isAscii = c < 0x80 && !isDigit(c) && !isCapital(c) && !(c >= U'a' && c <= U'z') && !isBlank(c);
    const bool isGeneral = c >= 0x2010 && c <= 0x205E && c != 0x2019 && !isBlank(c); // U+2019 is the apostrophe too
    const bool isLatin = c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA;
    return isAscii || isGeneral || isLatin || isTellingSign(c);
}
// A word of another script is a word.
bool isLetter(char32_t c)
{
    return !isDigit(c) && !isBlank(c) && !isPunctuation(c);
}

struct Glyph {
    char32_t c = 0;
    std::size_t size = 0; // bytes; 0 beyond the end
};

// The text is UTF-8; a byte that is not reads as itself, so that every text can be cut.
Glyph glyphAt(string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + size > text.size() || size == 1)
        return {lead, 1};
    char32_t c = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
        c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {c, size};
}

std::string lower(string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

struct TellingWords {
    Telling what;
    string_view words; // between blanks
};
constexpr std::array safetyWords{
    TellingWords{
        Telling::Negation,
        " absent cannot denied denies deny denying except excluded negative neither never no non none nor not positive"
        " possible possibly present probable probably resolved ruled suspected unlikely unremarkable without "},
    TellingWords{Telling::Side, " bilateral bilaterally both contralateral ipsilateral left right unilateral "},
    TellingWords{
        Telling::Person,
        " aunt brother brothers child children cousin dad daughter family father fiance friend grandfather grandmother"
        " he her hers him his husband maternal mom mother mr mrs ms nephew niece parent parents partner paternal she"
        " sibling sister sisters son spouse their they uncle wife "},
    TellingWords{
        Telling::Dose,
        " bid continue continued daily decrease decreased discontinue discontinued double half hold hourly hs increase"
        " increased monthly nightly once prn qam qd qhs qid qod qpm quarter restart start started stop stopped taper"
        " thrice tid titrate twice weekly "},
    TellingWords{Telling::Route,
                 " im inhaled intramuscular intranasal intrathecal intravenous iv oral orally po rectal sc subcutaneous"
                 " sublingual topical "},
    TellingWords{
        Telling::Unit,
        " bpm capsule capsules cc celsius cm degrees dl drop drops fahrenheit feet ft g gram grams inches iu kg l lb"
        " lbs liter liters litre litres mcg meq mg microgram micrograms milligram milligrams ml mm mmhg mmol ng ounce"
        " ounces oz percent pill pills pound pounds puff puffs spray sprays tablet tablets tabs unit units "},
    TellingWords{
        Telling::Date,
        " ago april august day days december february friday hour hours january july june last march may minute minutes"
        " monday month months morning next november october saturday september since sunday thursday today tomorrow"
        " tuesday until wednesday week weeks year years yesterday "},
    TellingWords{
        Telling::Number,
        " eight eighteen eighty eleven fifteen fifty five forty four fourteen hundred nine nineteen ninety one seven"
        " seventeen seventy six sixteen sixty ten thirteen thirty thousand three twelve twenty two zero "},
    TellingWords{
        Telling::Drug,
        " acetaminophen amphetamine aspirin baclofen bupropion buspirone clonidine coumadin digoxin epinephrine"
        " fentanyl gabapentin glipizide hydralazine insulin lasix levothyroxine lithium lyrica metformin methotrexate"
        " morphine motrin naproxen nitroglycerin norco opioid opioids oxygen percocet phenytoin potassium pregabalin"
        " steroid steroids synthroid tramadol trazodone tylenol valproate ventolin warfarin "},
};

// Stems of the international non-proprietary names (WHO), as endings.
constexpr string_view drugEndings =
    " afil azepam azine azole azosin barbital caine cillin codone conazole cort cycline dipine dopa dronate dronic"
    " fenac fibrate floxacin gliflozin gliptin glutide grel iramine kinra lukast mab micin morphone mycin nib olol"
    " olone oxetine parin piprazole prazole pril profen ridone sartan semide setron sone statin terol thiazide"
    " thiazone tidine tinib triptan triptyline vir xaban zepam zodone zolam ";
constexpr std::size_t drugNameLengthMin = 6;
constexpr std::size_t drugEndingLengthMin = 3;
constexpr std::size_t drugEndingLengthMax = 10;
constexpr std::size_t doubledLetterLengthMin = 5; // "of" and "off" are two words, "coma" and "comma" too

std::optional<Telling> listed(string_view word)
{
    if (word.empty())
        return std::nullopt;
    const std::string framed = " " + std::string{word} + " ";
    for (const TellingWords &list : safetyWords)
        if (list.words.find(framed) != string_view::npos)
            return list.what;
    return std::nullopt;
}

bool looksLikeDrug(string_view word)
{
    if (word.size() < drugNameLengthMin)
        return false;
    for (std::size_t length = drugEndingLengthMin; length <= std::min(drugEndingLengthMax, word.size() - 1); ++length)
        if (drugEndings.find(" " + std::string{word.substr(word.size() - length)} + " ") != string_view::npos)
            return true;
    return false;
}

bool negatesByItsForm(string_view word)
{
    return word.ends_with("n't") || word.ends_with("n\u2019t") || word.starts_with("non-") || word.ends_with("-free");
}

// "left-sided", "mg/day" and "anti-inflammatory" carry their parts.
std::optional<Telling> tellingPart(string_view word)
{
    while (true) {
        const std::size_t cut = word.find_first_of("-/'");
        const string_view part = word.substr(0, cut);
        if (const auto what = listed(part))
            return what;
        if (looksLikeDrug(part))
            return Telling::Drug;
        if (cut == string_view::npos)
            return std::nullopt;
        word.remove_prefix(cut + 1);
    }
}

bool isOneOf(char32_t c, std::u32string_view signs)
{
    return signs.find(c) != std::u32string_view::npos;
}

std::size_t endOfNumber(string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size()) {
        const bool joins = isOneOf(glyphAt(text, end).c, U".,/:-") && isDigit(glyphAt(text, end + 1).c);
        if (!joins && !isDigit(glyphAt(text, end).c))
            break;
        end += joins ? 2 : 1;
    }
    // "81mg", "2nd" and "10mL" are one number: what touches the digits changes them.
    for (Glyph next = glyphAt(text, end); next.size > 0 && (isLetter(next.c) || isDigit(next.c));
         next = glyphAt(text, end))
        end += next.size;
    return end;
}

std::size_t endOfLetters(string_view text, std::size_t at)
{
    std::size_t end = at;
    for (Glyph next = glyphAt(text, end); next.size > 0; next = glyphAt(text, end)) {
        const bool joins = isOneOf(next.c, U"'-/\u2019") && isLetter(glyphAt(text, end + next.size).c);
        if (!joins && !isLetter(next.c) && !isDigit(next.c))
            break;
        end += next.size;
    }
    return end;
}

std::size_t endOfBlanks(string_view text, std::size_t at)
{
    for (Glyph next = glyphAt(text, at); next.size > 0 && isBlank(next.c); next = glyphAt(text, at))
        at += next.size;
    return at;
}

bool startsNumber(string_view text, std::size_t at)
{
    if (isDigit(glyphAt(text, at).c))
        return true;
    const bool leads = isOneOf(glyphAt(text, at).c, U"-.");
    const bool isFree = at == 0 || isBlank(glyphAt(text, at - 1).c) || text[at - 1] == '(';
    return leads && isFree && isDigit(glyphAt(text, at + 1).c);
}

Word wordAt(string_view text, std::size_t at)
{
    const Glyph first = glyphAt(text, at);
    if (startsNumber(text, at))
        return {Word::Kind::Number, text.substr(at, endOfNumber(text, at) - at)};
    if (isBlank(first.c))
        return {Word::Kind::Blank, text.substr(at, endOfBlanks(text, at) - at)};
    if (isPunctuation(first.c))
        return {Word::Kind::Punctuation, text.substr(at, first.size)};
    return {Word::Kind::Letters, text.substr(at, std::max(endOfLetters(text, at) - at, first.size))};
}

bool endsSentence(const Word &word, const Word &before)
{
    constexpr auto titles = std::to_array<string_view>({"Dr", "Mr", "Mrs", "Ms", "Prof", "St"});
    const bool followsTitle = std::find(titles.begin(), titles.end(), before.text) != titles.end();
    return word.kind == Word::Kind::Punctuation && isOneOf(glyphAt(word.text, 0).c, U".!?:;-*\u2022") && !followsTitle;
}

void replaceAll(std::string &text, string_view from, string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

} // namespace

std::vector<Word> cutIntoWords(string_view text)
{
    std::vector<Word> words;
    bool startsSentence = true;
    Word before;
    for (std::size_t at = 0; at < text.size();) {
        Word word = wordAt(text, at);
        at += word.text.size();
        if (word.kind == Word::Kind::Letters)
            word.isCapitalInside = !startsSentence && isCapital(word.text.front());
        if (word.kind != Word::Kind::Blank)
            startsSentence = endsSentence(word, before);
        before = word;
        words.push_back(word);
    }
    return words;
}

std::optional<Telling> tellingOf(const Word &word)
{
    if (word.kind == Word::Kind::Blank)
        return std::nullopt;
    if (word.kind == Word::Kind::Number)
        return Telling::Number;
    if (word.kind == Word::Kind::Punctuation)
        return isTellingSign(glyphAt(word.text, 0).c) ? std::optional(Telling::Number) : std::nullopt;
    const std::string plain = lower(word.text);
    if (negatesByItsForm(plain))
        return Telling::Negation;
    if (const auto what = tellingPart(plain))
        return what;
    if (plain.find("\u00b5g") != std::string::npos)
        return Telling::Unit;
    return word.isCapitalInside ? std::optional(Telling::Name) : std::nullopt;
}

bool bearsOnSafety(const Word &word)
{
    return tellingOf(word).has_value();
}

std::string plainSpelling(string_view word)
{
    std::string plain = lower(word);
    replaceAll(plain, "ae", "e");
    replaceAll(plain, "oe", "e");
    replaceAll(plain, "our", "or");
    replaceAll(plain, "yse", "yze");
    replaceAll(plain, "ise", "ize");
    replaceAll(plain, "isa", "iza");
    if (plain.size() >= doubledLetterLengthMin)
        plain.erase(std::unique(plain.begin(), plain.end()), plain.end());
    return plain;
}

} // namespace countersign::domain
