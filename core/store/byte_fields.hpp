// Fields of the store's own files: big-endian numbers, bytes as they are, text with its length before it.
#pragma once

#include "core/base/bytes.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace countersign::store
{

class FieldWriter
{
public:
    template <std::unsigned_integral Number>
    FieldWriter &number(Number value)
    {
        for (std::size_t byte = sizeof(Number); byte-- > 0;)
            bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * byte)));
        return *this;
    }
    FieldWriter &raw(BytesView bytes)
    {
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
        return *this;
    }
    FieldWriter &text(std::string_view text)
    {
        return number(static_cast<std::uint32_t>(text.size())).raw(asBytes(text));
    }
    [[nodiscard]] const Bytes &bytes() const { return bytes_; }

private:
    Bytes bytes_;
};

// Reads what a FieldWriter wrote. Beyond the end it gives zeros and remembers that it failed.
class FieldReader
{
public:
    explicit FieldReader(BytesView bytes) : rest_(bytes) {}

    template <std::unsigned_integral Number>
    Number number()
    {
        Number value = 0;
        for (const std::uint8_t byte : raw(sizeof(Number)))
            value = static_cast<Number>(static_cast<Number>(value << 7 << 1) | byte);
        return value;
    }
    // Empty where there are fewer.
    BytesView raw(std::size_t size)
    {
        if (size > rest_.size()) {
            hasFailed_ = true;
            rest_ = {};
            return {};
        }
        const BytesView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    std::string text() { return std::string(asText(raw(number<std::uint32_t>()))); }

    [[nodiscard]] BytesView rest() const { return rest_; }
    [[nodiscard]] bool isAtEnd() const { return rest_.empty(); }
    [[nodiscard]] bool hasFailed() const { return hasFailed_; }

private:
    BytesView rest_;
    bool hasFailed_ = false;
};

} // namespace countersign::store
