// One JSON value, as the wire knows it: integers only, members in the order they were written.
// A plain value: copied, compared and built by hand in the codecs. Any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countersign::protocol
{

class Json // NOLINT(misc-no-recursion): a value holds values, at most limits::depthMax deep
{
public:
    struct Member;
    // The text of a number that is no wire integer. Only a decode with Numbers::Any makes one.
    struct Number {
        std::string text;
        bool operator==(const Number &) const = default;
    };
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;

    Json() = default; // null
    template <std::same_as<bool> B>
    Json(B truth) : value_(truth)
    {
    }
    template <std::integral I>
        requires(!std::same_as<I, bool> && !std::same_as<I, char>)
    Json(I integer);
    Json(std::string text);
    Json(std::string_view text);
    Json(const char *text);
    Json(Number number);
    Json(Array items);
    Json(Object members);

    [[nodiscard]] static Json object(std::initializer_list<Member> members = {});
    [[nodiscard]] static Json array(std::initializer_list<Json> items = {});
    // An array of whatever `encode` makes of each element.
    template <class Range, class Encode>
    [[nodiscard]] static Json arrayOf(const Range &range, Encode encode);

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(value_); }
    // Null where the value is of another kind.
    [[nodiscard]] const bool *asBool() const { return std::get_if<bool>(&value_); }
    [[nodiscard]] const std::int64_t *asInteger() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] const std::string *asString() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const Number *asNumber() const { return std::get_if<Number>(&value_); }
    [[nodiscard]] const Array *asArray() const { return std::get_if<Array>(&value_); }
    [[nodiscard]] const Object *asObject() const { return std::get_if<Object>(&value_); }

    // The member of that name; null where there is none or this is no object.
    [[nodiscard]] const Json *find(std::string_view name) const;

    // Replaces the member of that name or appends it. A null becomes an object first; other kinds are misuse.
    Json &set(std::string_view name, Json value);
    // Leaves the member out where there is nothing to say.
    template <class T>
    Json &setIfAny(std::string_view name, const std::optional<T> &value)
    {
        return value ? set(name, Json(*value)) : *this;
    }
    // Adds a member at the end without a look for its name: for those who know that it is new.
    Json &append(std::string name, Json value);
    // Adds an item to an array; a null becomes one first.
    Json &push(Json value);

    // The order of members counts: two objects that differ only in it have equal canonical bytes, and are not equal.
    friend bool operator==(const Json &a, const Json &b);

private:
    std::variant<std::monostate, bool, std::int64_t, std::string, Number, Array, Object> value_;
};

struct Json::Member { // NOLINT(misc-no-recursion): as Json
    std::string name;
    Json value;
    bool operator==(const Member &) const = default; // NOLINT(misc-no-recursion): as Json
};

// Here, where Member is complete: a constructor that may throw needs the destructor of every alternative.
template <std::integral I>
    requires(!std::same_as<I, bool> && !std::same_as<I, char>)
Json::Json(I integer) : value_(static_cast<std::int64_t>(integer))
{
}
inline Json::Json(std::string text) : value_(std::move(text)) {}
inline Json::Json(std::string_view text) : value_(std::string(text)) {}
inline Json::Json(const char *text) : value_(std::string(text)) {}
inline Json::Json(Number number) : value_(std::move(number)) {}

template <class Range, class Encode>
Json Json::arrayOf(const Range &range, Encode encode)
{
    Array items;
    for (const auto &element : range)
        items.push_back(encode(element));
    return items;
}

} // namespace countersign::protocol
