// One description of an object, read in both directions. A codec writes, for each type of the contract,
//
//     template <class Io>
//     void describe(Io &io, Of<Io, domain::Agent> &v)
//     {
//         io.required("id", v.id);
//         io.optional("promptDigest", v.promptDigest);
//     }
//
// and Reader takes the members off a decoded document, Writer puts them into one: encode and decode cannot drift.
// Unknown members are ignored (contract). Reader remembers the first broken rule and leaves the rest unread.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/domain/ids.hpp"
#include "core/domain/names.hpp"
#include "core/domain/phi.hpp"
#include "core/protocol/json.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/wire_error.hpp"

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace countersign::protocol
{

// What a schema says of a value beyond its type.
struct Length { // code points
    std::size_t min = 0;
    std::size_t max = std::numeric_limits<std::size_t>::max();
};
struct IdText {
}; // an id of the contract, kept as plain text
struct CalendarDate {
}; // YYYY-MM-DD of a real day
struct InstantText {
}; // an instant kept as it was written
struct Range {
    std::int64_t min = -limits::integerMax;
    std::int64_t max = limits::integerMax;
};
struct Count {
    std::size_t min = 0;
    std::size_t max = limits::itemsMax;
    Rule over = Rule::TooManyItems;
};

// The value as `describe` may touch it: to be filled by a Reader, only looked at by a Writer.
template <class Io, class T>
using Of = std::conditional_t<Io::isReading, T, const T>;

template <std::size_t N>
using Words = std::array<std::string_view, N>;

class Reader
{
public:
    static constexpr bool isReading = true;

    // The document itself. `broken` outlives every reader and receives the first broken rule.
    Reader(const Json &document, std::optional<WireError> &broken) : value_(document), broken_(broken) {}

    template <class T, class... Rules>
    void required(std::string_view name, T &value, const Rules &...rules)
    {
        if (const Json *member = take(name))
            Reader(*member, *this, name).read(value, rules...);
    }
    // Absent leaves the value as it is.
    template <class T, class... Rules>
    void optional(std::string_view name, T &value, const Rules &...rules)
    {
        if (value_.find(name) != nullptr)
            required(name, value, rules...);
    }
    // Required, but may be null, which leaves the value as it is.
    template <class T>
    void nullable(std::string_view name, T &value)
    {
        const Json *member = take(name);
        if (member != nullptr && !member->isNull())
            Reader(*member, *this, name).read(value);
    }
    // An optional list of which an empty one and none are told apart.
    template <class T, class... Rules>
    void optionalList(std::string_view name, std::vector<T> &values, bool &isPresent, const Rules &...rules)
    {
        isPresent = value_.find(name) != nullptr;
        optional(name, values, rules...);
    }
    // A required object whose members the parent's type holds itself.
    template <class Describe>
    void object(std::string_view name, Describe describeMembers)
    {
        const Json *member = take(name);
        if (member == nullptr)
            return;
        Reader inner(*member, *this, name);
        if (inner.isObject())
            describeMembers(inner);
    }
    void constant(std::string_view name, std::string_view word, Rule otherwise);
    // One of several shapes, told apart by a word: the alternatives in the order of the words.
    template <class... Ts>
    void choice(std::string_view name, std::variant<Ts...> &value, const Words<sizeof...(Ts)> &words, Rule otherwise)
    {
        const std::optional<std::size_t> chosen = chosenWord(name, words, otherwise);
        std::size_t index = 0;
        ((chosen == index++ ? describe(*this, value.template emplace<Ts>()) : void()), ...);
    }

    void read(std::string &value, const Length &length = {});
    void read(std::string &value, IdText) { value = idText(); }
    void read(std::string &value, CalendarDate);
    void read(std::string &value, InstantText);
    void read(std::int64_t &value, const Range &range = {});
    void read(bool &value);
    void read(Instant &value);
    void read(domain::Digest &value);
    void read(domain::FindingId &value);
    // An object whose members are all text.
    void read(std::vector<std::pair<std::string, std::string>> &members);
    template <class Tag>
    void read(StrongId<Tag> &value)
    {
        value = StrongId<Tag>(idText());
    }
    template <class T, class... Rules>
    void read(domain::Phi<T> &value, const Rules &...rules)
    {
        T inner{};
        read(inner, rules...);
        value = domain::Phi<T>(std::move(inner));
    }
    template <class T, class... Rules>
    void read(std::optional<T> &value, const Rules &...rules)
    {
        read(value.emplace(), rules...);
    }
    template <class T, class... Rules>
    void read(std::vector<T> &values, const Count &count = {}, const Rules &...rules)
    {
        const std::size_t size = itemCount(count);
        values.resize(size);
        for (std::size_t i = 0; i < size && !broken_; ++i)
            Reader((*value_.asArray())[i], *this, i).read(values[i], rules...);
    }
    template <class T, std::size_t N, class... Rules>
    void read(std::array<T, N> &values, const Rules &...rules)
    {
        const std::size_t size = itemCount({.min = N, .max = N});
        for (std::size_t i = 0; i < size && !broken_; ++i)
            Reader((*value_.asArray())[i], *this, i).read(values[i], rules...);
    }
    template <class T>
    void read(T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            const auto parsed = domain::parse<T>(plainText());
            parsed ? void(value = *parsed) : refuse(Rule::UnknownWord);
        } else if (isObject()) {
            describe(*this, value);
        }
    }

    void refuse(Rule rule) const;

private:
    Reader(const Json &value, const Reader &parent, std::string_view name)
        : value_(value), broken_(parent.broken_), parent_(&parent), name_(name)
    {
    }
    Reader(const Json &value, const Reader &parent, std::size_t index)
        : value_(value), broken_(parent.broken_), parent_(&parent), index_(index)
    {
    }

    // The member, or null and a refusal.
    [[nodiscard]] const Json *take(std::string_view name) const;
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] std::string_view plainText() const;
    [[nodiscard]] std::string idText() const;
    [[nodiscard]] std::size_t itemCount(const Count &count) const;
    [[nodiscard]] std::optional<std::size_t> chosenWord(std::string_view name, std::span<const std::string_view> words,
                                                        Rule otherwise) const;
    [[nodiscard]] std::string pointer() const;

    const Json &value_;
    std::optional<WireError> &broken_;
    const Reader *parent_ = nullptr; // lives in a caller's frame
    std::string_view name_ = {};     // a name of the schema, never of the document
    std::size_t index_ = 0;
};

class Writer
{
public:
    static constexpr bool isReading = false;

    template <class T, class... Rules>
    void required(std::string_view name, const T &value, const Rules &...)
    {
        object_.append(std::string(name), write(value));
    }
    template <class T, class... Rules>
    void optional(std::string_view name, const T &value, const Rules &...)
    {
        if (!isEmpty(value))
            required(name, value);
    }
    template <class T>
    void nullable(std::string_view name, const T &value)
    {
        object_.append(std::string(name), isEmpty(value) ? Json() : write(value));
    }
    template <class T, class... Rules>
    void optionalList(std::string_view name, const std::vector<T> &values, bool isPresent, const Rules &...)
    {
        if (isPresent || !values.empty())
            required(name, values);
    }
    template <class Describe>
    void object(std::string_view name, Describe describeMembers)
    {
        Writer inner;
        describeMembers(inner);
        object_.append(std::string(name), std::move(inner.object_));
    }
    void constant(std::string_view name, std::string_view word, Rule) { object_.append(std::string(name), word); }
    template <class... Ts>
    void choice(std::string_view name, const std::variant<Ts...> &value, const Words<sizeof...(Ts)> &words, Rule)
    {
        object_.append(std::string(name), words[value.index()]);
        std::visit([this](const auto &alternative) { describe(*this, alternative); }, value);
    }

    static Json write(const std::string &value) { return value; }
    static Json write(std::int64_t value) { return value; }
    static Json write(bool value) { return value; }
    static Json write(Instant value) { return formatInstant(value); }
    static Json write(const std::vector<std::pair<std::string, std::string>> &members);
    template <class Tag>
    static Json write(const StrongId<Tag> &value)
    {
        return value.text();
    }
    template <class T>
    static Json write(const domain::Phi<T> &value)
    {
        return write(value.reveal());
    }
    template <class T>
    static Json write(const std::optional<T> &value)
    {
        return value ? write(*value) : Json();
    }
    template <class T>
    static Json write(const std::vector<T> &values)
    {
        return Json::arrayOf(values, [](const T &value) { return write(value); });
    }
    template <class T, std::size_t N>
    static Json write(const std::array<T, N> &values)
    {
        return Json::arrayOf(values, [](const T &value) { return write(value); });
    }
    template <class T>
    static Json write(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            return domain::name(value);
        } else {
            Writer inner;
            describe(inner, value);
            return std::move(inner.object_);
        }
    }

private:
    // What an optional member leaves out.
    template <class T>
    static bool isEmpty(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return domain::name(value).empty();
        else if constexpr (requires { value.reveal(); })
            return isEmpty(value.reveal());
        else
            return value == T{};
    }

    Json object_ = Json::object();
};

// Reads one whole document of type T.
template <class T, class... Rules>
[[nodiscard]] Result<T, WireError> readDocument(const Json &document, const Rules &...rules)
{
    std::optional<WireError> broken;
    T value{};
    Reader(document, broken).read(value, rules...);
    if (broken)
        return failure(std::move(*broken));
    return value;
}

} // namespace countersign::protocol
