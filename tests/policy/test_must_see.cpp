// Which statements must be seen, and which are the riskiest: tables of sentences and titles.
#include "core/policy/gates.hpp"
#include "core/policy/must_see.hpp"

#include <doctest/doctest.h>

#include <string>

namespace countersign::policy
{
namespace
{

using domain::StatementId;
using domain::Tier;

domain::Statement cited(const std::string &id, std::string text)
{
    domain::Statement statement;
    statement.id = StatementId(id);
    statement.text = std::move(text);
    statement.citations.push_back({domain::SourceId("s"), domain::QuoteSelector{"x", {}, {}, {}, {}}});
    return statement;
}

domain::Draft note(std::string title, std::vector<domain::Statement> statements)
{
    domain::NoteDraft draft;
    draft.sections.push_back({domain::SectionId("s1"), std::move(title), {}, std::move(statements)});
    return draft;
}

bool asks(const std::string &title, const std::string &text)
{
    return !mustSee(Tier::High, note(title, {cited("a", text)})).empty();
}

} // namespace

TEST_CASE("doses, allergies, sides, diagnoses, plans and follow-up must be seen; the rest need not")
{
    struct Case {
        const char *title, *text;
        bool isAsked;
    };
    const Case cases[] = {
        {"History", "She feels well.", false},
        {"History", "She walks 2 miles a day.", false},
        {"History", "She takes Effexor 75 mg daily.", true},
        {"History", "Lisinopril 10mg.", true},
        {"History", "Two tablets at night.", false}, // a number in words is no dose that a lexical rule can read
        {"History", "2 tablets at night.", true},
        {"History", "Insulin 10 Units.", true},
        {"History", "Allergic to penicillin.", true},
        {"History", "Anaphylaxis in 2019.", true},
        {"History", "Her LEFT knee hurts.", true},
        {"History", "Bilateral edema.", true},
        {"History", "Leftover food was eaten.", false},
        {"History", "Follow up in two weeks.", true},
        {"Assessment and plan", "Osteoarthritis.", true},
        {"Impression", "Stable.", true},
        {"Plan", "Continue.", true},
        {"Allergies", "None known.", true},
        {"Medications", "Aspirin.", false},
    };
    for (const auto &c : cases) {
        const std::string what = std::string(c.title) + ": " + c.text;
        CAPTURE(what);
        CHECK(asks(c.title, c.text) == c.isAsked);
    }
}

TEST_CASE("a claim without a source must be seen; a heading and boilerplate are no claims")
{
    auto bare = cited("a", "She feels well.");
    bare.citations.clear();
    CHECK(mustSee(Tier::High, note("History", {bare})).size() == 1);
    bare.style = domain::Statement::Style::Heading;
    CHECK(mustSee(Tier::High, note("History", {bare})).empty());
    bare.style = domain::Statement::Style::Sentence;
    bare.basis = domain::Statement::Basis::Boilerplate;
    CHECK(mustSee(Tier::High, note("Plan", {bare})).empty());
}

TEST_CASE("there is no gate below the high tier")
{
    const auto draft = note("Plan", {cited("a", "Start metformin 500 mg.")});
    CHECK(mustSee(Tier::Low, draft).empty());
    CHECK(mustSee(Tier::Moderate, draft).empty());
    CHECK(mustSee(Tier::High, draft).size() == 1);
    CHECK(mustSee(Tier::Critical, draft).size() == 1);
}

TEST_CASE("at most five are the riskiest, a stop finding before all, in a stable order")
{
    std::vector<domain::Statement> statements{cited("well", "She feels well.")};
    for (int i = 0; i < 8; ++i)
        statements.push_back(cited("dose" + std::to_string(i), "Take 5 mg."));
    statements.push_back(cited("side", "The LEFT knee."));
    statements.push_back(cited("allergy", "Allergic to latex 5 mg."));
    const auto draft = note("History", statements);
    domain::Finding stop;
    stop.severity = domain::Severity::Stop;
    stop.statementId = StatementId("well");
    const auto found = riskiest(draft, std::vector{stop});
    REQUIRE(found.size() == riskiestMax);
    CHECK(found[0] == StatementId("allergy"));
    CHECK(found[1] == StatementId("well"));
    CHECK(found[2] == StatementId("dose0"));
    CHECK(found[3] == StatementId("dose1"));
    CHECK(riskiest(note("History", {cited("well", "She feels well.")}), {}).empty());
}

TEST_CASE("what was not seen holds an approval up, and nothing else")
{
    const Examined two{{}, nullptr, 2};
    const std::vector needed{domain::Refusal{domain::RefusalCode::StatementsUnseen, "2"}};
    CHECK(needs(domain::Verdict::Approve, two) == needed);
    CHECK(needs(domain::Verdict::ApproveEdited, two) == needed);
    CHECK(needs(domain::Verdict::Cosign, two) == needed);
    CHECK(needs(domain::Verdict::Reject, two).empty());
    CHECK(needs(domain::Verdict::Escalate, two).empty());
    CHECK(needs(domain::Verdict::Approve, {{}, nullptr, 0}).empty());
}

} // namespace countersign::policy
