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
    CHECK(known.count() == 4); // three talks and a fax
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
