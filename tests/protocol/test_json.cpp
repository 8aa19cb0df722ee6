#include "core/protocol/json.hpp"

#include <doctest/doctest.h>

using namespace countersign::protocol;

TEST_CASE("a value is of one kind")
{
    CHECK(Json().isNull());
    CHECK(*Json(true).asBool());
    CHECK(Json(true).asInteger() == nullptr);
    CHECK(*Json(std::size_t{7}).asInteger() == 7);
    CHECK(*Json("text").asString() == "text");
    CHECK(Json("text").asBool() == nullptr);
    CHECK(*Json(std::string_view("view")).asString() == "view");
    CHECK(Json::array().asArray()->empty());
    CHECK(Json::object().asObject()->empty());
    CHECK(Json(Json::Number{"1.5"}).asNumber()->text == "1.5");
}

TEST_CASE("objects are built and asked by name")
{
    Json object;
    object.set("a", 1).set("b", "two").set("a", 3);
    object.setIfAny("c", std::optional<std::string>{}).setIfAny("d", std::optional{4});
    CHECK(object == Json::object({{"a", 3}, {"b", "two"}, {"d", 4}}));
    CHECK(*object.find("d")->asInteger() == 4);
    CHECK(object.find("c") == nullptr);
    CHECK(Json(1).find("a") == nullptr);
}

TEST_CASE("arrays are built one by one or from a range")
{
    Json array;
    array.push(1).push(Json::array({2}));
    CHECK(array == Json::array({1, Json::array({2})}));
    const std::vector<int> numbers{1, 2};
    CHECK(Json::arrayOf(numbers, [](int n) { return Json(n * 10); }) == Json::array({10, 20}));
}

TEST_CASE("copies are values")
{
    Json original = Json::object({{"a", Json::array({1})}});
    Json copy = original;
    copy.set("a", 2);
    CHECK(original == Json::object({{"a", Json::array({1})}}));
    CHECK_FALSE(original == copy);
}
