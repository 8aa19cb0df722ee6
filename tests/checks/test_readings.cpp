// Readings that are kept from draft to draft: the same findings in less time, in bounded memory.
#include "core/checks/readings.hpp"
#include "tests/checks/draft.hpp"

#include <array>
#include <thread>

using namespace countersign;
using namespace countersign::tests;
using checks::Readings;
using checks::TextKind;

namespace
{

constexpr std::size_t much = std::size_t{1} << 20;

std::string talkOf(int dose)
{
    return "[doctor] Any chest pain?\n[patient] No.\n[doctor] You take lisinopril " + std::to_string(dose)
           + " mg twice a day?\n[patient] Yes.";
}

Proposal draftOf(int dose)
{
    Proposal proposal = drafted("Chest pain. Lisinopril 20 mg once a day.",
                                {sourceOf("talk", Source::Kind::Transcript, talkOf(dose))}, "Subjective");
    proposal.sources.push_back(fax({"Page 1 of 2", "BP 120/80"}));
    return proposal;
}

} // namespace

TEST_CASE("Findings are the same with readings from before as without")
{
    Readings known(much);
    for (const int dose : {10, 20, 10, 40, 20}) {
        const Proposal proposal = draftOf(dose);
        const auto anew = findingsOf(proposal);
        REQUIRE_FALSE(anew.empty());
        CHECK(checks::runChecks(proposal, {}, proposal.proposedAt, &known) == anew);
    }
    // Three talks, a fax, and the draft, which is one statement.
    CHECK(known.count() == 5);
}

namespace
{

int taken = 0;

std::size_t lengthOf(const checks::Reading &reading)
{
    ++taken;
    return reading.tokens.list.size();
}

template <int which>
int numberOf(const checks::Reading & /*reading*/)
{
    return which;
}

template <int... which>
int sumOf(const checks::Reading &reading, std::integer_sequence<int, which...> /*each*/)
{
    return (reading.noted<numberOf<which>>() + ...);
}

} // namespace

TEST_CASE("What is noted of a text is taken once, however often it comes")
{
    taken = 0;
    Readings known(much);
    const auto first = known.read("Chest pain.", TextKind::Written);
    CHECK(first->noted<lengthOf>() == 3);
    CHECK(known.read("Chest pain.", TextKind::Written)->noted<lengthOf>() == 3);
    CHECK(taken == 1);
    CHECK(known.read("Back pain, at night.", TextKind::Written)->noted<lengthOf>() == 6);
    CHECK(taken == 2);
}

TEST_CASE("There is room for any number of notes, and they move with their reading")
{
    const auto first = checks::readSource("Chest pain.", TextKind::Written, nullptr);
    constexpr int many = 60;
    const auto each = std::make_integer_sequence<int, many>();
    CHECK(sumOf(*first, each) == many * (many - 1) / 2);
    CHECK(sumOf(*first, each) == many * (many - 1) / 2);
    taken = 0;
    checks::Reading one = checks::readText(checks::english(), checks::englishAnswers(), "Chest pain.",
                                           TextKind::Written, checks::Numbers::Likeliest);
    CHECK(one.noted<lengthOf>() == 3);
    const checks::Reading other = std::move(one);
    CHECK(other.noted<lengthOf>() == 3);
    CHECK(taken == 1);
}

TEST_CASE("A statement's numbers are read as the likeliest, a source's in every way")
{
    Readings known(much);
    const auto spoken = known.read("one twenty over eighty", TextKind::Written);
    CHECK(checks::readStatement("one twenty over eighty", &known) != spoken);
    CHECK(known.count() == 2);
}

TEST_CASE("Texts that differ where only some letters are looked at are told apart, and found when others have gone")
{
    const auto textOf = [](int i) { return std::string(4000, 'a') + " " + std::to_string(i) + std::string(4000, 'b'); };
    Readings one(much);
    static_cast<void>(one.read(textOf(0), TextKind::Written));
    constexpr int kept = 20, all = 50;
    Readings known(kept * one.bytes() + one.bytes() / 2);
    for (int i = 0; i < all; ++i)
        CHECK(known.read(textOf(i), TextKind::Written)->tokens.text == textOf(i));
    CHECK(known.count() <= kept);
    CHECK(known.count() >= kept / 2);
    const auto newest = known.read(textOf(all - 1), TextKind::Written);
    const std::size_t count = known.count();
    CHECK(known.read(textOf(all - 1), TextKind::Written) == newest);
    CHECK(known.read(textOf(all - 2), TextKind::Written)->tokens.text == textOf(all - 2));
    CHECK(known.count() == count);
}

TEST_CASE("A text is read once, and as what it is")
{
    Readings known(much);
    const std::string text = talkOf(10);
    const auto first = known.read(text, TextKind::Conversation);
    CHECK(known.read(std::string(text), TextKind::Conversation) == first);
    CHECK(first->tokens.text == text);
    const auto written = known.read(text, TextKind::Written);
    CHECK(written != first);
    CHECK(first->segments.front().speaker != 0);
    CHECK(written->segments.front().speaker == 0);
    CHECK(known.count() == 2);
}

TEST_CASE("What is kept is bounded: the first goes first, and who holds it keeps it")
{
    Readings one(much);
    static_cast<void>(one.read(talkOf(100), TextKind::Conversation));
    const std::size_t size = one.bytes();
    Readings known(2 * size);
    const auto first = known.read(talkOf(100), TextKind::Conversation);
    const auto second = known.read(talkOf(200), TextKind::Conversation);
    static_cast<void>(known.read(talkOf(300), TextKind::Conversation));
    CHECK(known.count() == 2);
    CHECK(known.bytes() <= 2 * size);
    CHECK(known.read(talkOf(200), TextKind::Conversation) == second);
    CHECK(known.read(talkOf(100), TextKind::Conversation) != first);
    CHECK(first->tokens.text == talkOf(100));
    Readings none(0);
    CHECK(none.read(talkOf(100), TextKind::Conversation)->tokens.text == talkOf(100));
    CHECK(none.count() == 0);
}

TEST_CASE("Several threads may read at once")
{
    Readings known(3000);
    const auto expected = findingsOf(draftOf(3));
    std::array<bool, 4> areSame{};
    {
        std::vector<std::jthread> threads;
        for (bool &isSame : areSame)
            threads.emplace_back([&known, &expected, &isSame] {
                isSame = true;
                for (int i = 0; i < 60; ++i) {
                    const Proposal proposal = draftOf(i % 7);
                    const auto findings = checks::runChecks(proposal, {}, proposal.proposedAt, &known);
                    isSame = isSame && (i % 7 != 3 || findings == expected);
                }
            });
    }
    CHECK(areSame == std::array{true, true, true, true});
}

TEST_CASE("Each place is told of the source that has it, also where a shorter one has the word too")
{
    const std::string filler =
        "She slept well and went to work by bus each day of the week without any trouble at all. ";
    const auto talk = [&](std::string_view said) {
        return sourceOf(std::string(said), Source::Kind::Document, filler + filler + std::string(said));
    };
    const auto placeOf = [](const Proposal &proposal, const Finding &finding) {
        const Source *source = findSource(proposal, finding.sourceId);
        REQUIRE(source != nullptr);
        REQUIRE(finding.sourceSpan.has_value());
        const auto [begin, end] = *finding.sourceSpan;
        REQUIRE(static_cast<std::size_t>(end) <= source->content->size());
        return source->content->substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    };
    struct Row {
        std::string_view draft, code, place;
        std::vector<Source> sources;
    };
    const Source shortOne = sourceOf("short", Source::Kind::Document, "Left knee.");
    const Source denying = sourceOf("denying", Source::Kind::Document, "No fever.");
    for (const Row &row :
         {Row{"Pain in the right knee.", "laterality-conflict", "left", {talk("left knee hurts."), shortOne}},
          Row{"Follow up in a week.",
              "omitted-fact",
              "fever",
              {denying, talk("She had a fever. A fever on Monday. Again a fever.")}}}) {
        const Proposal proposal = drafted(row.draft, row.sources);
        const auto findings = findingsOf(proposal);
        const auto found = std::ranges::find(findings, row.code, &Finding::code);
        CAPTURE(row.draft);
        REQUIRE(found != findings.end());
        std::string place = placeOf(proposal, *found);
        std::ranges::transform(place, place.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
        CHECK(place == row.place);
    }
}
