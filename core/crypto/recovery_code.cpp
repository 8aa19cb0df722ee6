#include "core/crypto/recovery_code.hpp"

#include <algorithm>
#include <string_view>

namespace countersign::crypto
{
namespace
{

constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groupSize = 4;
constexpr int noDigit = -1;
constexpr int separator = -2;

int valueOf(std::uint8_t letter)
{
    auto c = static_cast<char>(letter);
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == '-' || c == ' ')
        return separator;
    if (c == 'I' || c == 'L')
        c = '1';
    if (c == 'O')
        c = '0';
    const auto at = digits.find(c);
    return at == std::string_view::npos ? noDigit : static_cast<int>(at);
}

} // namespace

SecretBytes codeText(BytesView bytes)
{
    const std::size_t letters = bytes.size() * 8 / 5;
    SecretBytes text(letters == 0 ? 0 : letters + (letters - 1) / groupSize);
    auto place = text.writable().begin();
    for (std::size_t letter = 0; letter < letters; ++letter) {
        if (letter > 0 && letter % groupSize == 0)
            *place++ = '-';
        std::size_t value = 0;
        for (std::size_t bit = letter * 5; bit < letter * 5 + 5; ++bit)
            value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1U);
        *place++ = static_cast<std::uint8_t>(digits[value]);
    }
    return text;
}

std::optional<SecretBytes> readCode(BytesView text, std::size_t size)
{
    SecretBytes code(size);
    std::size_t bits = 0;
    for (const std::uint8_t letter : text) {
        const int value = valueOf(letter);
        if (value == separator)
            continue;
        if (value == noDigit || bits + 5 > size * 8)
            return std::nullopt;
        for (int bit = 4; bit >= 0; --bit, ++bits)
            if ((value >> bit & 1) != 0)
                code.writable()[bits / 8] |= static_cast<std::uint8_t>(1U << (7 - bits % 8));
    }
    return bits == size * 8 ? std::optional(std::move(code)) : std::nullopt;
}

SecretBytes readCodeLetters(BytesView text)
{
    const auto letters = static_cast<std::size_t>(
        std::ranges::count_if(text, [](std::uint8_t letter) { return valueOf(letter) != separator; }));
    SecretBytes read(letters);
    auto place = read.writable().begin();
    for (const std::uint8_t letter : text)
        if (const int value = valueOf(letter); value != separator)
            *place++ = value == noDigit ? letter : static_cast<std::uint8_t>(digits[static_cast<std::size_t>(value)]);
    return read;
}

} // namespace countersign::crypto
