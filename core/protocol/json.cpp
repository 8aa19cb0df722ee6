#include "core/protocol/json.hpp"

#include <algorithm>

namespace countersign::protocol
{

Json::Json(Array items) : value_(std::move(items)) {}
Json::Json(Object members) : value_(std::move(members)) {}

Json Json::object(std::initializer_list<Member> members)
{
    return Object(members);
}

Json Json::array(std::initializer_list<Json> items)
{
    return Array(items);
}

const Json *Json::find(std::string_view name) const
{
    const Object *members = asObject();
    if (members == nullptr)
        return nullptr;
    const auto at = std::ranges::find(*members, name, &Member::name);
    return at == members->end() ? nullptr : &at->value;
}

Json &Json::set(std::string_view name, Json value)
{
    if (isNull())
        value_ = Object{};
    auto &members = std::get<Object>(value_);
    const auto at = std::ranges::find(members, name, &Member::name);
    if (at == members.end())
        return append(std::string(name), std::move(value));
    at->value = std::move(value);
    return *this;
}

Json &Json::append(std::string name, Json value)
{
    if (isNull())
        value_ = Object{};
    std::get<Object>(value_).push_back({std::move(name), std::move(value)});
    return *this;
}

Json &Json::push(Json value)
{
    if (isNull())
        value_ = Array{};
    std::get<Array>(value_).push_back(std::move(value));
    return *this;
}

bool operator==(const Json &a, const Json &b) // NOLINT(misc-no-recursion): as deep as the value is
{
    return a.value_ == b.value_;
}

} // namespace countersign::protocol
