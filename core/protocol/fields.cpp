#include "core/protocol/fields.hpp"

#include "core/base/unicode.hpp"

#include <algorithm>

namespace countersign::protocol
{
namespace
{

constexpr std::size_t idLengthMax = 64;
constexpr std::string_view lowerHexDigits = "0123456789abcdef";
constexpr std::string_view idCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

bool isMadeOf(std::string_view text, std::string_view characters)
{
    return text.find_first_not_of(characters) == std::string_view::npos;
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= idLengthMax && isMadeOf(text, idCharacters);
}

bool isDigest(std::string_view text)
{
    constexpr std::string_view prefix = "sha256:";
    return text.size() == prefix.size() + 64 && text.starts_with(prefix)
           && isMadeOf(text.substr(prefix.size()), lowerHexDigits);
}

} // namespace

void Reader::constant(std::string_view name, std::string_view word, Rule otherwise)
{
    (void)chosenWord(name, std::array{word}, otherwise);
}

void Reader::read(std::string &value, const Length &length)
{
    value = plainText();
    const std::size_t size = codePointCount(value);
    if (size < length.min)
        refuse(Rule::TextTooShort);
    if (size > length.max)
        refuse(Rule::TextTooLong);
}

void Reader::read(std::vector<std::pair<std::string, std::string>> &members)
{
    members.clear();
    if (!isObject())
        return;
    for (const Json::Member &member : *value_.asObject()) {
        const std::string *text = member.value.asString();
        if (text == nullptr)
            return refuse(Rule::WrongType);
        members.emplace_back(member.name, *text);
    }
}

Json Writer::write(const std::vector<std::pair<std::string, std::string>> &members)
{
    Json object = Json::object();
    for (const auto &[name, text] : members)
        object.append(name, text);
    return object;
}

void Reader::read(std::string &value, CalendarDate)
{
    value = plainText();
    if (!isCalendarDate(value))
        refuse(Rule::BadDate);
}

void Reader::read(std::string &value, InstantText)
{
    value = plainText();
    if (!parseInstant(value))
        refuse(Rule::BadInstant);
}

void Reader::read(std::int64_t &value, const Range &range)
{
    const std::int64_t *integer = value_.asInteger();
    if (integer == nullptr)
        return refuse(Rule::WrongType);
    value = *integer;
    if (value < range.min || value > range.max)
        refuse(Rule::OutOfRange);
}

void Reader::read(bool &value)
{
    const bool *truth = value_.asBool();
    if (truth == nullptr)
        return refuse(Rule::WrongType);
    value = *truth;
}

void Reader::read(Instant &value)
{
    const auto instant = parseInstant(plainText());
    if (!instant)
        return refuse(Rule::BadInstant);
    value = *instant;
}

void Reader::read(domain::Digest &value)
{
    value = domain::Digest(std::string(plainText()));
    if (!isDigest(value.text()))
        refuse(Rule::BadDigest);
}

// A finding's id is the check's own text, not an id of the contract.
void Reader::read(domain::FindingId &value)
{
    std::string text;
    read(text, Length{.min = 1, .max = 128});
    value = domain::FindingId(std::move(text));
}

void Reader::refuse(Rule rule) const
{
    if (!broken_)
        broken_ = WireError{rule, pointer()};
}

const Json *Reader::take(std::string_view name) const
{
    if (broken_)
        return nullptr;
    const Json *member = value_.find(name);
    if (member == nullptr)
        Reader(value_, *this, name).refuse(Rule::MissingMember);
    return member;
}

bool Reader::isObject() const
{
    if (value_.asObject() != nullptr)
        return true;
    refuse(Rule::WrongType);
    return false;
}

std::string_view Reader::plainText() const
{
    if (const std::string *text = value_.asString())
        return *text;
    refuse(Rule::WrongType);
    return {};
}

std::string Reader::idText() const
{
    const std::string_view text = plainText();
    if (!isId(text))
        refuse(Rule::BadId);
    return std::string(text);
}

std::size_t Reader::itemCount(const Count &count) const
{
    const Json::Array *items = value_.asArray();
    if (items == nullptr)
        refuse(Rule::WrongType);
    else if (items->size() < count.min)
        refuse(Rule::TooFewItems);
    else if (items->size() > count.max)
        refuse(count.over);
    else
        return items->size();
    return 0;
}

std::optional<std::size_t> Reader::chosenWord(std::string_view name, std::span<const std::string_view> words,
                                              Rule otherwise) const
{
    const Json *member = take(name);
    if (member == nullptr)
        return std::nullopt;
    const Reader inner(*member, *this, name);
    const auto at = std::ranges::find(words, inner.plainText());
    if (at != words.end())
        return static_cast<std::size_t>(at - words.begin());
    inner.refuse(otherwise);
    return std::nullopt;
}

std::string Reader::pointer() const
{
    std::string text;
    for (const Reader *at = this; at->parent_ != nullptr; at = at->parent_)
        text.insert(0, "/" + (at->name_.empty() ? std::to_string(at->index_) : std::string(at->name_)));
    return text;
}

} // namespace countersign::protocol
