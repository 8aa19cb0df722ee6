#include "core/protocol/canonical.hpp"

#include "core/base/unicode.hpp"
#include "core/protocol/limits.hpp"

#include <algorithm>
#include <optional>

namespace countersign::protocol
{
namespace
{

// RFC 8785 sorts names by UTF-16 code units. UTF-8 sorts the same way but for U+E000 to U+FFFF (lead bytes 0xEE and
// 0xEF), which in UTF-16 come after everything that needs surrogates.
unsigned utf16Weight(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xee || byte == 0xef ? byte + 0x10U : byte;
}

bool comesFirst(const Json::Member *a, const Json::Member *b)
{
    const auto [here, there] = std::ranges::mismatch(a->name, b->name);
    if (here == a->name.end() || there == b->name.end())
        return here == a->name.end() && there != b->name.end();
    return utf16Weight(*here) < utf16Weight(*there);
}

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

enum class Form { Canonical, AsGiven };

class Writer
{
public:
    explicit Writer(Form form) : form_(form) {}

    Result<std::string, WireError> write(const Json &root)
    {
        begin(root);
        while (!open_.empty() && !broken_)
            advance();
        if (broken_)
            return failure(WireError{*broken_});
        return std::move(out_);
    }

private:
    // A container being written: an array's items, or an object's members in the order to write them.
    struct Frame {
        const Json::Array *items = nullptr;
        std::vector<const Json::Member *> members = {};
        std::size_t next = 0;
    };

    void begin(const Json &value)
    {
        if (const auto *text = value.asString())
            return string(*text);
        if (const auto *integer = value.asInteger())
            return number(*integer);
        if (const auto *kept = value.asNumber())
            return number(*kept);
        if (const auto *truth = value.asBool()) {
            out_ += *truth ? "true" : "false";
        } else if (const auto *items = value.asArray()) {
            out_ += '[';
            open_.push_back({.items = items});
        } else if (const auto *object = value.asObject()) {
            out_ += '{';
            open_.push_back({.members = ordered(*object)});
        } else {
            out_ += "null";
        }
    }

    // Writes the next item of the innermost container, or closes it.
    void advance()
    {
        Frame &frame = open_.back();
        const std::size_t count = frame.items != nullptr ? frame.items->size() : frame.members.size();
        if (frame.next == count) {
            out_ += frame.items != nullptr ? ']' : '}';
            open_.pop_back();
            return;
        }
        const std::size_t index = frame.next++;
        if (index > 0)
            out_ += ',';
        if (frame.items != nullptr)
            return begin((*frame.items)[index]);
        const Json::Member &member = *frame.members[index];
        string(member.name);
        out_ += ':';
        begin(member.value);
    }

    std::vector<const Json::Member *> ordered(const Json::Object &object)
    {
        std::vector<const Json::Member *> members;
        members.reserve(object.size());
        for (const Json::Member &member : object)
            members.push_back(&member);
        if (form_ == Form::AsGiven)
            return members;
        std::ranges::sort(members, comesFirst);
        const auto isSameName = [](const auto *a, const auto *b) { return a->name == b->name; };
        if (std::ranges::adjacent_find(members, isSameName) != members.end())
            broken_ = Rule::DuplicateMember;
        return members;
    }

    void number(std::int64_t integer)
    {
        if (form_ == Form::Canonical && (integer > limits::integerMax || integer < -limits::integerMax))
            broken_ = Rule::IntegerOutOfRange;
        out_ += std::to_string(integer);
    }

    void number(const Json::Number &kept)
    {
        if (form_ == Form::Canonical)
            broken_ = Rule::NotAnInteger;
        out_ += kept.text;
    }

    void string(std::string_view text)
    {
        if (form_ == Form::Canonical && !isUtf8(text))
            broken_ = Rule::NotUtf8;
        out_ += '"';
        for (std::size_t from = 0; from < text.size();) {
            std::size_t end = from;
            while (end < text.size() && isPlain(text[end]))
                ++end;
            out_.append(text, from, end - from);
            if (end < text.size())
                escape(text[end]);
            from = end + 1;
        }
        out_ += '"';
    }

    // The escapes of ECMAScript's JSON.stringify, which RFC 8785 prescribes.
    void escape(char c)
    {
        constexpr std::string_view escaped = "\b\t\n\f\r\"\\";
        constexpr std::string_view letters = "btnfr\"\\";
        if (const std::size_t at = escaped.find(c); at != std::string_view::npos) {
            out_ += '\\';
            out_ += letters[at];
        } else {
            constexpr std::string_view digits = "0123456789abcdef";
            out_ += "\\u00";
            out_ += c >= 0x10 ? '1' : '0';
            out_ += digits[static_cast<unsigned char>(c) & 0x0fU];
        }
    }

    const Form form_;
    std::string out_;
    std::vector<Frame> open_;
    std::optional<Rule> broken_;
};

} // namespace

Result<std::string, WireError> canonical(const Json &value)
{
    return Writer(Form::Canonical).write(value);
}

std::string compactText(const Json &value)
{
    return *Writer(Form::AsGiven).write(value);
}

} // namespace countersign::protocol
