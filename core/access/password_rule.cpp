#include "core/access/password_rule.hpp"

#include "core/base/secret.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace countersign::access
{
namespace
{

// What people put a digit behind. A password that is made of these alone is guessed first, however long it is.
constexpr std::array<std::string_view, 72> commonWords{
    "password",   "passwort", "passwd",      "pass",    "qwerty",        "qwertz",   "azerty",   "letmein", "welcome",
    "willkommen", "hello",    "hallo",       "admin",   "administrator", "root",     "user",     "login",   "guest",
    "secret",     "geheim",   "master",      "access",  "change",        "changeme", "default",  "test",    "demo",
    "iloveyou",   "sunshine", "princess",    "dragon",  "monkey",        "football", "baseball", "shadow",  "superman",
    "batman",     "michael",  "jordan",      "freedom", "whatever",      "trustno",  "abc",      "abcd",    "abcdef",
    "spring",     "summer",   "autumn",      "winter",  "january",       "monday",   "friday",   "sommer",  "berlin",
    "london",     "newyork",  "hospital",    "clinic",  "klinik",        "doctor",   "nurse",    "health",  "medical",
    "patient",    "medicine", "countersign", "company", "office",        "computer", "internet", "windows", "my"};

// As they lie on a keyboard or in an alphabet, forwards.
constexpr std::array<std::string_view, 9> runs{
    "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm",
    "1qaz2wsx3edc4rfv",     "9876543210987654321"};

// What stands for a letter in passwords of the kind "P@ssw0rd".
char plain(char c)
{
    constexpr std::string_view from = "@430!15$7", to = "aaeoiisst";
    const auto at = from.find(c);
    return at == std::string_view::npos ? c : to[at];
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
}

// Whether it is nothing but common words. Longest first would miss some; a table finds every way.
bool isMadeOfCommonWords(std::string_view letters)
{
    if (letters.empty())
        return true; // digits and signs alone
    std::array<bool, 257> ends{};
    ends[0] = true;
    for (std::size_t at = 0; at < letters.size(); ++at)
        if (ends[at])
            for (const std::string_view word : commonWords)
                if (letters.substr(at).starts_with(word))
                    ends[at + word.size()] = true;
    return ends[letters.size()];
}

// Without what is put before and behind.
std::string_view trimmed(std::string_view text)
{
    const auto first = std::ranges::find_if(text, isLetter);
    std::size_t end = text.size();
    while (end > 0 && !isLetter(text[end - 1]))
        --end;
    const auto begin = static_cast<std::size_t>(first - text.begin());
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

template <class Reading>
bool hasCommonLetters(std::string_view text, Reading read)
{
    SecretBytes letters(std::max<std::size_t>(text.size(), 1));
    std::size_t count = 0;
    for (const char c : text)
        if (const char letter = read(c); isLetter(letter))
            letters.writable()[count++] = static_cast<std::uint8_t>(letter);
    return isMadeOfCommonWords(asText(letters.view().first(count)));
}

// "abcabcabcabc", "111111111111": a part of at most four bytes again and again.
bool isRepeated(std::string_view text)
{
    for (std::size_t part = 1; part <= 4 && part < text.size(); ++part)
        if (std::ranges::equal(text.substr(part), text.substr(0, text.size() - part)))
            return true;
    return false;
}

bool isRun(std::string_view text)
{
    return std::ranges::any_of(runs, [&](std::string_view run) {
        std::size_t at = 0;
        while (at < text.size()) { // a run, another time from its beginning
            const std::size_t length = std::min(run.size(), text.size() - at);
            if (run.substr(0, length) != text.substr(at, length))
                return false;
            at += length;
        }
        return true;
    });
}

} // namespace

PasswordFault faultOf(BytesView password)
{
    constexpr std::size_t lookedAt = 256; // what is longer is not on a list
    const auto characters = std::ranges::count_if(password, [](std::uint8_t byte) { return (byte & 0xC0U) != 0x80U; });
    if (characters < passwordCharactersMin)
        return PasswordFault::TooShort;
    if (password.size() > lookedAt)
        return PasswordFault::None;
    SecretBytes lower(password.size());
    std::ranges::transform(password, lower.writable().begin(), [](std::uint8_t byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<std::uint8_t>(byte - 'A' + 'a') : byte;
    });
    const std::string_view text = asText(lower.view());
    // A digit may stand for a letter or for itself: both ways of reading it.
    const bool isCommon = isRepeated(text) || isRun(text) || hasCommonLetters(text, [](char c) { return c; })
                          || hasCommonLetters(trimmed(text), plain);
    return isCommon ? PasswordFault::Common : PasswordFault::None;
}

} // namespace countersign::access
