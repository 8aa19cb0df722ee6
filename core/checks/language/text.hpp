// Text cut into tokens with their places: the ground that every check stands on. UTF-8 is decoded once; places are code
// points, as the contract counts them. Linear in the text's length. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::checks
{

// A word without its ending, as a number: equal words are compared, hashed and found by it.
using WordKey = std::uint64_t;

// Lower case, full-width forms narrowed, then light English endings taken off ("denies", "denied" and "deny" are one).
[[nodiscard]] WordKey wordKey(std::string_view word);

// A few words to look for: most others are told from them by one bit.
template <std::size_t count>
class WordSet
{
public:
    template <class... Words>
    explicit WordSet(const Words &...words) : keys_{wordKey(words)...}
    {
        for (const WordKey key : keys_)
            seen_ |= bitOf(key);
    }
    [[nodiscard]] bool contains(WordKey key) const { return (seen_ & bitOf(key)) != 0 && indexOf(key) < count; }
    // The place of that word in the list; its size where it is none.
    [[nodiscard]] std::size_t indexOf(WordKey key) const
    {
        std::size_t i = 0;
        while (i < count && keys_[i] != key)
            ++i;
        return i;
    }

private:
    static WordKey bitOf(WordKey key) { return WordKey{1} << (key >> 58); }
    std::array<WordKey, count> keys_;
    WordKey seen_ = 0;
};
template <class... Words>
WordSet(const Words &...) -> WordSet<sizeof...(Words)>;

struct Token {
    enum class Kind : std::uint8_t { Word, Number, Mark, LineEnd };
    std::uint32_t begin = 0, end = 0;         // code points
    std::uint32_t byteBegin = 0, byteEnd = 0; // the same place in bytes
    WordKey key = 0;
    double number = 0; // of a Number
    char32_t mark = 0; // of a Mark
    Kind kind = Kind::Word;
    bool afterBlank = true; // nothing joins it to the token before
    [[nodiscard]] bool isMark(char32_t c) const { return kind == Kind::Mark && mark == c; }
};

struct Tokens {
    std::string_view text;
    std::vector<Token> list;
    [[nodiscard]] std::string_view wordAt(std::size_t index) const
    {
        const Token &token = list[index];
        return text.substr(token.byteBegin, token.byteEnd - token.byteBegin);
    }
};

// The text must outlive what is returned.
[[nodiscard]] Tokens cutTokens(std::string_view text);

} // namespace countersign::checks
