#include "app/render/protocol/words.hpp"

#include "app/render/protocol/limits.hpp"
#include "core/base/unicode.hpp"

namespace countersign::render
{
namespace
{

constexpr std::size_t headBytes = 10;

void put16(Bytes &bytes, std::size_t value)
{
    bytes.push_back(static_cast<std::uint8_t>(value));
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
}

std::uint16_t take16(BytesView bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] | (bytes[at + 1] << 8));
}

bool isOnPage(const Word &word)
{
    return word.x + word.width <= boxUnit && word.y + word.height <= boxUnit;
}

} // namespace

Bytes encodeWords(const std::vector<Word> &words)
{
    Bytes bytes;
    std::size_t count = 0;
    for (const Word &word : words) {
        if (bytes.size() + headBytes + word.text.size() > limits::wordsBytesMax || ++count > limits::wordsMax)
            break;
        for (const std::uint16_t value : {word.x, word.y, word.width, word.height})
            put16(bytes, value);
        put16(bytes, word.text.size());
        bytes.insert(bytes.end(), word.text.begin(), word.text.end());
    }
    return bytes;
}

std::optional<std::vector<Word>> decodeWords(BytesView bytes)
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes.size() - at < headBytes || words.size() == limits::wordsMax)
            return std::nullopt;
        Word word{take16(bytes, at), take16(bytes, at + 2), take16(bytes, at + 4), take16(bytes, at + 6), {}};
        const std::size_t length = take16(bytes, at + 8);
        at += headBytes;
        if (length == 0 || length > limits::wordBytesMax || bytes.size() - at < length || !isOnPage(word))
            return std::nullopt;
        word.text = asText(bytes.subspan(at, length));
        if (!isUtf8(word.text))
            return std::nullopt;
        at += length;
        words.push_back(std::move(word));
    }
    return words;
}

} // namespace countersign::render
