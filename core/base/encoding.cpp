#include "core/base/encoding.hpp"

#include <array>

namespace countersign
{
namespace
{

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view plainAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string encode64(BytesView bytes, std::string_view alphabet)
{
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t held = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8 | byte) & 0xffffffU;
        for (bits += 8; bits >= 6; bits -= 6)
            text += alphabet[(held >> (bits - 6)) & 63U];
    }
    if (bits > 0)
        text += alphabet[(held << (6 - bits)) & 63U];
    return text;
}

using Values = std::array<std::uint8_t, 256>;
constexpr std::uint8_t noValue = 64;

// The value of each character.
constexpr Values valuesOf(std::string_view alphabet)
{
    Values values{};
    values.fill(noValue);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}
constexpr Values urlValues = valuesOf(urlAlphabet);
constexpr Values plainValues = valuesOf(plainAlphabet);

std::optional<Bytes> decode64(std::string_view text, const Values &values)
{
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        const std::uint32_t value = values[static_cast<unsigned char>(c)];
        if (value == noValue)
            return std::nullopt;
        held = (held << 6 | value) & 0xffffffU;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(held >> bits & 0xffU));
        }
    }
    const bool isWhole = text.size() % 4 != 1;
    const bool hasNoStrayBits = (held & ((1U << bits) - 1U)) == 0;
    if (!isWhole || !hasNoStrayBits)
        return std::nullopt;
    return bytes;
}

} // namespace

std::string hexEncode(BytesView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hexDigits[byte >> 4];
        text += hexDigits[byte & 15];
    }
    return text;
}

std::optional<Bytes> hexDecode(std::string_view text)
{
    if (text.size() % 2 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hexDigits.find(text[i]);
        const auto low = hexDigits.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return bytes;
}

std::string base64urlEncode(BytesView bytes)
{
    return encode64(bytes, urlAlphabet);
}

std::optional<Bytes> base64urlDecode(std::string_view text)
{
    return decode64(text, urlValues);
}

std::string base64Encode(BytesView bytes)
{
    std::string text = encode64(bytes, plainAlphabet);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::optional<Bytes> base64Decode(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding)
        text.remove_suffix(1);
    return decode64(text, plainValues);
}

} // namespace countersign
