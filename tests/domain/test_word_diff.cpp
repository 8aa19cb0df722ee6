#include "core/domain/clinical_diff.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

using namespace countersign::domain;

namespace
{

std::string drawn(const std::vector<DiffRun> &runs)
{
    std::string line;
    for (const DiffRun &run : runs)
        line += run.kind == DiffRun::Kind::Same      ? run.text
                : run.kind == DiffRun::Kind::Removed ? "[-" + run.text + "]"
                                                     : "[+" + run.text + "]";
    return line;
}

std::string side(const std::vector<DiffRun> &runs, DiffRun::Kind left)
{
    std::string text;
    for (const DiffRun &run : runs)
        if (run.kind != left)
            text += run.text;
    return text;
}

} // namespace

TEST_CASE("the difference is drawn by words")
{
    struct Row {
        const char *before, *after, *expected;
    };
    const Row rows[] = {
        {"", "", ""},
        {"Same text.", "Same text.", "Same text."},
        {"", "New.", "[+New.]"},
        {"Old.", "", "[-Old.]"},
        {"Take 25 mg daily.", "Take 50 mg daily.", "Take [-25][+50] mg daily."},
        {"Take 12 mg daily.", "Take 15 mcg daily.", "Take [-12 mg][+15 mcg] daily."},
        {"She has pain.", "She has no pain.", "She has [+no ]pain."},
        {"left knee", "right knee", "[-left][+right] knee"},
        {"a b c", "c b a", "[-a][+c] b [-c][+a]"},
        {"caf\u00e9 au lait", "caf\u00e9 noir", "caf\u00e9 [-au lait][+noir]"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.before);
        CHECK(drawn(wordDiff(row.before, row.after)) == row.expected);
    }
}

TEST_CASE("both texts come back out of the difference, for 2,000 random edits")
{
    std::mt19937 dice{20261122};
    const std::string words[] = {"left", "pain", "no", "25", "mg", ",", ".", "the", "caf\u00e9", "\n"};
    const auto sentence = [&] {
        std::string text;
        for (auto n = dice() % 40; n > 0; --n)
            text += words[dice() % std::size(words)] + (dice() % 4 != 0 ? " " : "");
        return text;
    };
    for (int i = 0; i < 2000; ++i) {
        const std::string before = sentence();
        const std::string after = sentence();
        const auto runs = wordDiff(before, after);
        REQUIRE(side(runs, DiffRun::Kind::Added) == before);
        REQUIRE(side(runs, DiffRun::Kind::Removed) == after);
    }
}

TEST_CASE("two texts of 2 MiB without a word in common are compared within the bound")
{
    std::string before, after;
    while (before.size() < (2U << 20U)) {
        before += "alpha ";
        after += "omega ";
    }
    const auto start = std::chrono::steady_clock::now();
    const auto runs = wordDiff(before, after);
    CHECK(side(runs, DiffRun::Kind::Added) == before);
    CHECK(side(runs, DiffRun::Kind::Removed) == after);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}
