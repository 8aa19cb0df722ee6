#include "app/render/protocol/frames.hpp"

#include "app/render/protocol/limits.hpp"

namespace countersign::render
{
namespace
{

constexpr std::uint32_t askMagic = 0x51525343;    // "CSRQ"
constexpr std::uint32_t answerMagic = 0x41525343; // "CSRA"
constexpr std::uint8_t version = 1;

class Writer
{
public:
    explicit Writer(std::span<std::uint8_t> bytes) : bytes_(bytes) {}
    void put(std::uint64_t value, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i)
            bytes_[at_++] = static_cast<std::uint8_t>(value >> (8 * i));
    }

private:
    std::span<std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

class Reader
{
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint64_t take(std::size_t size)
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::uint64_t{bytes_[at_++]} << (8 * i);
        return value;
    }
    std::uint8_t take8() { return static_cast<std::uint8_t>(take(1)); }
    std::uint32_t take32() { return static_cast<std::uint32_t>(take(4)); }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

bool isMedia(std::uint8_t value)
{
    return value >= static_cast<std::uint8_t>(Media::Pdf) && value <= static_cast<std::uint8_t>(Media::Jpeg);
}

Result<Ask, FrameError> checked(const Ask &ask)
{
    const bool isOpen = ask.kind == Ask::Kind::Open;
    if (isOpen != (ask.length > 0) || (ask.isInMemory && !isOpen) || (isOpen && (ask.page != 0 || ask.width != 0)))
        return failure(FrameError::Field);
    if ((ask.kind == Ask::Kind::Picture) != (ask.width > 0))
        return failure(FrameError::Field);
    if (ask.length > limits::documentBytesMax || ask.page >= limits::pagesMax || ask.width > limits::sideMax)
        return failure(FrameError::Limit);
    return ask;
}

bool isPlain(const Answer &answer)
{
    return answer.format == Format::None && answer.width == 0 && answer.height == 0 && answer.stride == 0;
}

Result<Answer, FrameError> checkedPicture(const Answer &answer)
{
    if (answer.format == Format::None)
        return failure(FrameError::Field);
    const bool fits =
        answer.width > 0 && answer.height > 0 && answer.width <= limits::sideMax && answer.height <= limits::sideMax
        && answer.stride == answer.width * bytesPerPixel(answer.format)
        && answer.length == std::uint64_t{answer.stride} * answer.height && answer.length <= limits::bitmapBytesMax;
    if (!fits)
        return failure(FrameError::Limit);
    return answer;
}

Result<Answer, FrameError> checked(const Answer &answer)
{
    const bool isRefusal = answer.kind == Answer::Kind::Refused;
    if (isRefusal != (answer.trouble != Trouble::None))
        return failure(FrameError::Field);
    if (answer.kind == Answer::Kind::Picture)
        return answer.page < limits::pagesMax ? checkedPicture(answer) : failure(FrameError::Limit);
    if (!isPlain(answer) || (answer.kind != Answer::Kind::Words && answer.length > 0))
        return failure(FrameError::Field);
    const bool isCount = answer.kind == Answer::Kind::Opened;
    const std::uint32_t pageMax = isCount ? limits::pagesMax : limits::pagesMax - 1;
    if (answer.page > pageMax || (isCount && answer.page == 0) || answer.length > limits::wordsBytesMax)
        return failure(FrameError::Limit);
    return answer;
}

} // namespace

std::uint32_t bytesPerPixel(Format format)
{
    return format == Format::Gray8 ? 1 : format == Format::Rgb32 ? 4 : 0;
}

std::array<std::uint8_t, askBytes> encode(const Ask &ask)
{
    std::array<std::uint8_t, askBytes> bytes{};
    Writer writer(bytes);
    writer.put(askMagic, 4);
    writer.put(version, 1);
    writer.put(static_cast<std::uint8_t>(ask.kind), 1);
    writer.put(static_cast<std::uint8_t>(ask.media), 1);
    writer.put(ask.isInMemory ? 1 : 0, 1);
    writer.put(ask.page, 4);
    writer.put(ask.width, 4);
    writer.put(ask.length, 8);
    return bytes;
}

std::array<std::uint8_t, answerBytes> encode(const Answer &answer)
{
    std::array<std::uint8_t, answerBytes> bytes{};
    Writer writer(bytes);
    writer.put(answerMagic, 4);
    writer.put(version, 1);
    writer.put(static_cast<std::uint8_t>(answer.kind), 1);
    writer.put(static_cast<std::uint8_t>(answer.format), 1);
    writer.put(static_cast<std::uint8_t>(answer.trouble), 1);
    writer.put(answer.page, 4);
    writer.put(answer.width, 4);
    writer.put(answer.height, 4);
    writer.put(answer.stride, 4);
    writer.put(answer.length, 8);
    return bytes;
}

Result<Ask, FrameError> decodeAsk(std::span<const std::uint8_t, askBytes> bytes)
{
    Reader reader(bytes);
    if (reader.take32() != askMagic)
        return failure(FrameError::Magic);
    if (reader.take8() != version)
        return failure(FrameError::Version);
    const std::uint8_t kind = reader.take8();
    const std::uint8_t media = reader.take8();
    if (kind < static_cast<std::uint8_t>(Ask::Kind::Open) || kind > static_cast<std::uint8_t>(Ask::Kind::Words))
        return failure(FrameError::Kind);
    const std::uint8_t way = reader.take8();
    if (!isMedia(media) || way > 1)
        return failure(FrameError::Field);
    Ask ask{static_cast<Ask::Kind>(kind), static_cast<Media>(media), 0, 0, 0, way == 1};
    ask.page = reader.take32();
    ask.width = reader.take32();
    ask.length = reader.take(8);
    return checked(ask);
}

Result<Answer, FrameError> decodeAnswer(std::span<const std::uint8_t, answerBytes> bytes)
{
    Reader reader(bytes);
    if (reader.take32() != answerMagic)
        return failure(FrameError::Magic);
    if (reader.take8() != version)
        return failure(FrameError::Version);
    const std::uint8_t kind = reader.take8();
    const std::uint8_t format = reader.take8();
    const std::uint8_t trouble = reader.take8();
    if (kind < static_cast<std::uint8_t>(Answer::Kind::Opened)
        || kind > static_cast<std::uint8_t>(Answer::Kind::Refused))
        return failure(FrameError::Kind);
    if (format > static_cast<std::uint8_t>(Format::Rgb32) || trouble > static_cast<std::uint8_t>(Trouble::NoPage))
        return failure(FrameError::Field);
    Answer answer;
    answer.kind = static_cast<Answer::Kind>(kind);
    answer.format = static_cast<Format>(format);
    answer.trouble = static_cast<Trouble>(trouble);
    answer.page = reader.take32();
    answer.width = reader.take32();
    answer.height = reader.take32();
    answer.stride = reader.take32();
    answer.length = reader.take(8);
    return checked(answer);
}

} // namespace countersign::render
