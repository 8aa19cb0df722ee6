#include "core/checks/language/text.hpp"

#include <array>
#include <cstring>

namespace countersign::checks
{
namespace
{

constexpr std::size_t stemBytesMax = 64;

struct Folded {
    std::array<char, stemBytesMax> bytes; // the first `size` of them are set
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
    [[nodiscard]] bool endsWith(std::string_view tail) const { return view().ends_with(tail); }
};

std::uint64_t loaded(const char *bytes, std::size_t size)
{
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, size);
    return value;
}

constexpr std::uint64_t each(std::uint64_t byte)
{
    return byte * 0x0101010101010101ULL;
}

// Eight letters at a time; only for ASCII.
std::uint64_t lowered(std::uint64_t letters)
{
    const std::uint64_t fromA = letters + each(0x80 - 'A'), afterZ = letters + each(0x7F - 'Z');
    return letters | (((fromA & ~afterZ) & each(0x80)) >> 2);
}

// The last step of a word takes letters again that the step before had, so that none reads beyond the word.
template <std::size_t step>
bool foldSteps(std::string_view word, char *folded)
{
    std::uint64_t all = 0;
    const auto fold = [&](std::size_t at) {
        const std::uint64_t letters = loaded(word.data() + at, step), lower = lowered(letters);
        all |= letters;
        std::memcpy(folded + at, &lower, step);
    };
    for (std::size_t at = 0; at + step < word.size(); at += step)
        fold(at);
    fold(word.size() - step);
    return (all & each(0x80)) == 0;
}

// False where the word has letters beyond ASCII.
bool foldAscii(std::string_view word, char *folded)
{
    if (word.size() >= 8)
        return foldSteps<8>(word, folded);
    if (word.size() >= 4)
        return foldSteps<4>(word, folded);
    return word.size() >= 2 ? foldSteps<2>(word, folded) : word.size() == 1 && foldSteps<1>(word, folded);
}

// A longer word is known by its first bytes: no term of medicine is that long.
Folded fold(std::string_view word)
{
    Folded folded;
    if (word.size() <= stemBytesMax && foldAscii(word, folded.bytes.data())) {
        folded.size = word.size();
        return folded;
    }
    for (std::size_t i = 0; i < word.size() && folded.size < stemBytesMax; ++i) {
        if (word[i] == '\xE2' && word.substr(i).starts_with("\xE2\x80\x99")) { // the typographic apostrophe
            folded.bytes[folded.size++] = '\'';
            i += 2;
        } else {
            folded.bytes[folded.size++] =
                word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] | 0x20) : word[i];
        }
    }
    return folded;
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool hasVowel(std::string_view word)
{
    for (const char c : word)
        if (isVowel(c))
            return true;
    return false;
}

void undouble(Folded &word)
{
    if (word.size < 4)
        return;
    const char last = word.bytes[word.size - 1];
    if (last == word.bytes[word.size - 2] && !isVowel(last) && last != 's' && last != 'l')
        --word.size;
}

void takeOffPlural(Folded &word)
{
    if (word.endsWith("'s")) {
        word.size -= 2;
    } else if (word.size > 4 && word.endsWith("ies")) {
        word.size -= 2;
    } else if (word.size > 4 && (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches"))) {
        word.size -= 2;
    } else if (word.size > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
               && !word.endsWith("is")) {
        --word.size;
    }
}

void takeOffVerbEnding(Folded &word)
{
    for (const std::string_view ending : {"ing", "ed"}) {
        if (word.size >= ending.size() + 4 && word.endsWith(ending)
            && hasVowel(word.view().substr(0, word.size - ending.size()))) {
            word.size -= ending.size();
            undouble(word);
            return;
        }
    }
}

// Of one length, equal only for equal words of up to eight letters; of longer ones, for all that is likely.
WordKey hashOf(std::string_view bytes)
{
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15ULL, stir = 0xD6E8FEB86659FD93ULL;
    const auto turned = [](std::uint64_t value) { return value ^ value >> 32; };
    std::uint64_t hash = bytes.size() * mix;
    std::size_t at = 0;
    for (; at + 8 < bytes.size(); at += 8)
        hash = turned((hash ^ loaded(bytes.data() + at, 8)) * mix);
    const char *last = bytes.data() + bytes.size();
    std::uint64_t rest = 0;
    if (bytes.size() >= 8)
        rest = loaded(last - 8, 8);
    else if (bytes.size() >= 4)
        rest = loaded(bytes.data(), 4) << 32 | loaded(last - 4, 4);
    else if (bytes.size() >= 2)
        rest = loaded(bytes.data(), 2) << 16 | loaded(last - 2, 2);
    else if (bytes.size() == 1)
        rest = loaded(bytes.data(), 1);
    return turned(turned((hash ^ rest) * mix) * stir);
}

enum class Class : std::uint8_t { Blank, Line, Letter, Digit, Other };

constexpr Class wideClassOf(char32_t c)
{
    if (c == '\n' || c == '\f' || c == '\r' || c == 0x2028 || c == 0x2029)
        return Class::Line;
    if (c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F)
        return Class::Blank;
    if (c >= '0' && c <= '9')
        return Class::Digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return Class::Letter;
    if (c < 0xC0)
        return c == 0xB5 ? Class::Letter : Class::Other; // micro sign
    if (c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F))
        return Class::Other;
    return Class::Letter;
}

constexpr std::array<Class, 128> asciiClasses = [] {
    std::array<Class, 128> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c)
        classes[c] = wideClassOf(static_cast<char32_t>(c));
    return classes;
}();

constexpr std::array<bool, 256> asciiLetters = [] {
    std::array<bool, 256> letters{};
    for (std::size_t c = 0; c < asciiClasses.size(); ++c)
        letters[c] = asciiClasses[c] == Class::Letter;
    return letters;
}();

bool isAsciiLetter(char c)
{
    return asciiLetters[static_cast<unsigned char>(c)];
}

Class classOf(char32_t c)
{
    return c < asciiClasses.size() ? asciiClasses[c] : wideClassOf(c);
}

class Cutter
{
public:
    explicit Cutter(std::string_view text) : text_(text) { tokens_.text = text; }

    Tokens run()
    {
        tokens_.list.reserve(text_.size() / 5 + 4);
        while (byte_ < text_.size())
            step();
        return std::move(tokens_);
    }

private:
    struct Point {
        char32_t value = 0;
        std::uint32_t size = 1;
    };

    // Malformed bytes count as one strange letter each; the wire lets none in.
    [[nodiscard]] Point pointAt(std::size_t byte) const
    {
        const auto lead = static_cast<unsigned char>(text_[byte]);
        if (lead < 0x80)
            return {lead, 1};
        const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (size == 1 || byte + size > text_.size())
            return {0xFFFD, 1};
        char32_t value = lead & (0xFFU >> (size + 1));
        for (std::uint32_t i = 1; i < size; ++i)
            value = (value << 6) | (static_cast<unsigned char>(text_[byte + i]) & 0x3FU);
        if (value < 0x80) // spelt longer than it is, so that it would be neither itself nor passed over
            return {0xFFFD, 1};
        return {value, size};
    }

    void advance(const Point &point)
    {
        byte_ += point.size;
        ++place_;
    }

    Token opened(Token::Kind kind) const
    {
        Token token;
        token.kind = kind;
        token.begin = place_;
        token.byteBegin = static_cast<std::uint32_t>(byte_);
        token.afterBlank = afterBlank_;
        return token;
    }

    void close(Token token)
    {
        token.end = place_;
        token.byteEnd = static_cast<std::uint32_t>(byte_);
        if (token.kind == Token::Kind::Word) {
            const std::string_view word = text_.substr(token.byteBegin, token.byteEnd - token.byteBegin);
            token.key = wordKey(word == "&" ? "and" : word);
        }
        tokens_.list.push_back(token);
        afterBlank_ = false;
    }

    void step()
    {
        const Point point = pointAt(byte_);
        switch (classOf(point.value)) {
        case Class::Blank:
            advance(point);
            afterBlank_ = true;
            return;
        case Class::Letter:
            return cutWord();
        case Class::Digit:
            return cutNumber();
        case Class::Line:
        case Class::Other:
            break;
        }
        const bool isJoint =
            point.value == '-' || (point.value == '/' && endsInWord()) || (point.value == '.' && endsInLetter());
        if (isJoint && !afterBlank_ && letterFollows(byte_ + 1)) // "x-ray" is two words, "mg/dL" and "b.i.d." too
            return advance(point);
        Token token = opened(classOf(point.value) == Class::Line ? Token::Kind::LineEnd : Token::Kind::Mark);
        token.mark = point.value;
        advance(point);
        if (point.value == '&' && afterBlank_ && byte_ < text_.size() && text_[byte_] == ' ')
            token.kind = Token::Kind::Word; // "head & neck"
        close(token);
    }

    [[nodiscard]] bool endsInWord() const
    {
        return !tokens_.list.empty() && tokens_.list.back().kind == Token::Kind::Word;
    }
    [[nodiscard]] bool endsInLetter() const
    {
        return endsInWord() && tokens_.list.back().end - tokens_.list.back().begin == 1;
    }
    [[nodiscard]] bool letterFollows(std::size_t byte) const
    {
        return byte < text_.size() && classOf(pointAt(byte).value) == Class::Letter;
    }

    void cutWord()
    {
        const Token token = opened(Token::Kind::Word);
        while (byte_ < text_.size()) {
            passAsciiLetters();
            if (byte_ == text_.size())
                break;
            const Point point = pointAt(byte_);
            if (classOf(point.value) == Class::Letter) {
                advance(point);
                continue;
            }
            const bool isApostrophe = point.value == '\'' || point.value == 0x2019;
            if (!isApostrophe || !letterFollows(byte_ + point.size))
                break;
            advance(point);
        }
        close(token);
    }

    void passAsciiLetters()
    {
        std::size_t at = byte_;
        while (at < text_.size() && isAsciiLetter(text_[at]))
            ++at;
        place_ += static_cast<std::uint32_t>(at - byte_);
        byte_ = at;
    }

    [[nodiscard]] bool digitAt(std::size_t byte) const
    {
        return byte < text_.size() && text_[byte] >= '0' && text_[byte] <= '9';
    }
    // "1,200": a comma before exactly three digits.
    [[nodiscard]] bool groupFollows() const
    {
        return text_[byte_] == ',' && digitAt(byte_ + 1) && digitAt(byte_ + 2) && digitAt(byte_ + 3)
               && !digitAt(byte_ + 4);
    }

    void cutNumber()
    {
        Token token = opened(Token::Kind::Number);
        double scale = 0;
        while (byte_ < text_.size()) {
            if (digitAt(byte_)) {
                const double digit = text_[byte_] - '0';
                token.number = scale == 0 ? token.number * 10 + digit : token.number + digit * scale;
                scale /= 10;
            } else if (text_[byte_] == '.' && scale == 0 && digitAt(byte_ + 1)) {
                scale = 0.1;
            } else if (!(scale == 0 && groupFollows())) {
                break;
            }
            advance({0, 1});
        }
        close(token);
    }

    std::string_view text_;
    Tokens tokens_;
    std::size_t byte_ = 0;
    std::uint32_t place_ = 0;
    bool afterBlank_ = true;
};

} // namespace

WordKey wordKey(std::string_view word)
{
    Folded folded = fold(word);
    const auto ending = [&folded] { return folded.size == 0 ? '\0' : folded.bytes[folded.size - 1]; };
    if (ending() == 's')
        takeOffPlural(folded);
    if (ending() == 'g' || ending() == 'd')
        takeOffVerbEnding(folded);
    if (folded.size > 3 && folded.endsWith("y"))
        folded.bytes[folded.size - 1] = 'i';
    else if (folded.size > 4 && folded.endsWith("e"))
        --folded.size;
    return hashOf(folded.view());
}

Tokens cutTokens(std::string_view text)
{
    return Cutter(text).run();
}

} // namespace countersign::checks
