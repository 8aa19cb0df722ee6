// Text cut into tokens with their places: the ground that every check stands on. UTF-8 is decoded once; places are code
// points, as the contract counts them. Linear in the text's length. Pure; any thread.
#pragma once

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
