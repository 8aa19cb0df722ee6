// What is typed and not signed: sealed after each pause, back after a kill, a lock and a sign-in of the same person,
// gone with the decision, with the item and when it is discarded; never put into an item that has changed.
#include "tests/support/clinic.hpp"

#include "core/engine/steps.hpp"
#include "core/protocol/decision_codec.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::support;
using domain::Verdict;

namespace
{

struct EditedClinic : Clinic {
    EditedClinic()
    {
        signIn();
        ask(desk::OpenItem{items[0]});
        original = desk->shown().open->item->proposal.draft;
    }

    void type(const std::string &text, const std::string &place = "p")
    {
        auto draft = original;
        domain::sectionsOf(draft)->front().statements.front().text = text;
        ask(desk::EditDraft{items[0], ++edition, std::make_shared<const domain::Draft>(std::move(draft)), place});
    }
    void wait(std::int64_t ms)
    {
        clock.monotonic += ms;
        desk->wakeIfDue();
        settle();
    }
    [[nodiscard]] const desk::OpenItemView &open() const { return *desk->shown().open; }
    // The text on the disk; empty: nothing is kept.
    [[nodiscard]] std::string onDisk() const
    {
        if (disk.ledger.drafts.empty() || disk.ledger.drafts.back().edited.empty())
            return {};
        return textOf(protocol::readEdited(disk.ledger.drafts.back().edited).value().draft);
    }
    [[nodiscard]] std::string given() const
    {
        return open().kept && open().kept->edited ? textOf(open().kept->edited->draft) : std::string();
    }
    static std::string textOf(const domain::Draft &draft)
    {
        return domain::sectionsOf(draft).front().statements.front().text;
    }
    [[nodiscard]] bool isMarked() const { return desk->shown().queue->unsignedEdits.contains(items[0]); }

    domain::Draft original;
    std::uint64_t edition = 0;
};

} // namespace

TEST_CASE("what was typed is durable after a pause, not before, and says so")
{
    EditedClinic clinic;
    clinic.type("One");
    clinic.wait(engine::keepAfterPauseMs - 1);
    CHECK(clinic.onDisk().empty());
    clinic.type("One two");
    clinic.wait(engine::keepAfterPauseMs - 1);
    CHECK(clinic.onDisk().empty());
    CHECK(clinic.open().keptEdition == 0);
    clinic.wait(1);
    CHECK(clinic.onDisk() == "One two");
    CHECK(clinic.open().keptEdition == clinic.edition);
    CHECK(clinic.isMarked());
    clinic.type("One two three");
    CHECK(clinic.open().keptEdition == clinic.edition - 1);
}

TEST_CASE("who never pauses is kept all the same")
{
    EditedClinic clinic;
    std::string text;
    for (int i = 0; i < 40; ++i) {
        clinic.type(text += 'x');
        clinic.wait(100);
    }
    CHECK(clinic.onDisk().size() >= 25);
}

TEST_CASE("after a kill the same person finds the text and the place")
{
    EditedClinic clinic;
    clinic.type("Kept", "st1 4");
    clinic.wait(engine::keepAfterPauseMs);
    clinic.type("Kept and lost");
    clinic.killDesk();
    clinic.signIn();
    CHECK(clinic.isMarked());
    CHECK(clinic.desk->shown().open == nullptr);
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.given() == "Kept");
    CHECK(clinic.open().kept->place == "st1 4");
    CHECK(clinic.open().kept->edited->changes.size() == 1);
}

TEST_CASE("a lock keeps what was typed a moment ago; after it the item is there again by itself")
{
    for (const bool isSignOut : {false, true}) {
        EditedClinic clinic;
        clinic.type("Before the lock");
        clinic.ask(desk::KeepPlace{clinic.items[0], "st1 6 340"});
        if (isSignOut)
            clinic.ask(desk::SignOut{});
        else
            clinic.ask(desk::Lock{});
        CHECK(clinic.desk->shown().open == nullptr);
        CHECK(clinic.desk->shown().queue->unsignedEdits.empty());
        CHECK(clinic.onDisk() == "Before the lock");
        if (isSignOut)
            clinic.signIn();
        else
            clinic.ask(desk::Unlock{password("correct horse")});
        REQUIRE(clinic.desk->shown().open);
        CHECK(clinic.given() == "Before the lock");
        CHECK(clinic.open().kept->place == "st1 6 340");
    }
}

TEST_CASE("closing the item or opening another one keeps what was typed")
{
    EditedClinic clinic;
    clinic.type("First");
    clinic.ask(desk::OpenItem{clinic.items[1]});
    CHECK(clinic.onDisk() == "First");
    CHECK(clinic.given().empty());
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.given() == "First");
    clinic.type("First, then more");
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.onDisk() == "First, then more");
}

TEST_CASE("where nothing was typed only the place is kept, when the item is left")
{
    EditedClinic clinic;
    clinic.ask(desk::KeepPlace{clinic.items[0], "st2"});
    clinic.wait(5000);
    CHECK(clinic.disk.ledger.drafts.empty());
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.disk.ledger.drafts.size() == 1);
    CHECK_FALSE(clinic.isMarked());
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK(clinic.open().kept->place == "st2");
    CHECK_FALSE(clinic.open().kept->edited);
    clinic.ask(desk::KeepPlace{clinic.items[0], std::string(257, 'x')});
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.disk.ledger.drafts.back().place == "st2");
}

TEST_CASE("discarding takes it off the disk, and so does a decision")
{
    EditedClinic clinic;
    clinic.type("Text");
    clinic.wait(engine::keepAfterPauseMs);
    REQUIRE(clinic.isMarked());
    clinic.ask(desk::EditDraft{clinic.items[0], ++clinic.edition, nullptr, "p"});
    clinic.wait(engine::keepAfterPauseMs);
    CHECK(clinic.onDisk().empty());
    CHECK_FALSE(clinic.isMarked());

    clinic.type("Text");
    clinic.wait(engine::keepAfterPauseMs);
    clinic.type("Text more"); // not yet kept when it is signed
    REQUIRE_FALSE(clinic.decide(clinic.items[0], Verdict::Reject).refusal);
    clinic.wait(5000);
    clinic.ask(desk::KeepPlace{clinic.items[0], "later"});
    clinic.ask(desk::CloseItem{});
    CHECK(clinic.disk.ledger.drafts.empty());
    CHECK_FALSE(clinic.isMarked());
}

TEST_CASE("an item that ends takes its edits along")
{
    EditedClinic clinic;
    clinic.type("Text");
    clinic.wait(engine::keepAfterPauseMs);
    clinic.gateway.withdraw(clinic.items[0]);
    clinic.settle();
    CHECK(clinic.disk.ledger.drafts.empty());
    CHECK_FALSE(clinic.isMarked());
    clinic.type("Text for nothing");
    clinic.wait(5000);
    CHECK(clinic.disk.ledger.drafts.empty());
}

TEST_CASE("what was typed into an earlier state is offered, and never in the way of what is typed into the new one")
{
    EditedClinic clinic;
    clinic.type("Old edit");
    clinic.ask(desk::CloseItem{});
    clinic.disk.ledger.drafts.back().digest = domain::Digest{"sha256:" + std::string(64, '0')};
    clinic.ask(desk::OpenItem{clinic.items[0]});
    CHECK_FALSE(clinic.open().kept);
    REQUIRE(clinic.open().former);
    CHECK(EditedClinic::textOf(clinic.open().former->edited->draft) == "Old edit");
    clinic.type("New edit");
    clinic.wait(engine::keepAfterPauseMs);
    CHECK(clinic.disk.ledger.drafts.size() == 2);
    clinic.ask(desk::DropFormerEdits{clinic.items[0]});
    CHECK(clinic.disk.ledger.drafts.size() == 1);
    CHECK_FALSE(clinic.open().former);
    CHECK(clinic.onDisk() == "New edit");
}

TEST_CASE("a disk that fails once has it after it was opened again")
{
    EditedClinic clinic;
    clinic.desk->ledger.draftFails = true;
    clinic.type("Text");
    clinic.wait(engine::keepAfterPauseMs);
    CHECK(clinic.onDisk().empty());
    CHECK(clinic.open().keptEdition == 0);
    clinic.wait(1000);
    clinic.wait(engine::keepAfterPauseMs);
    CHECK(clinic.onDisk() == "Text");
    CHECK(clinic.open().keptEdition == clinic.edition);
}

TEST_CASE("what a person has set for themselves is theirs when they are back, and only then")
{
    EditedClinic clinic;
    clinic.ask(desk::KeepPersonal{"words", "Effexor"});
    CHECK(clinic.desk->shown().personal->at("words") == "Effexor");
    clinic.ask(desk::Lock{});
    CHECK_FALSE(clinic.desk->shown().personal);
    CHECK(clinic.ask(desk::KeepPersonal{"words", "x"}).refusal);
    clinic.killDesk();
    clinic.signIn();
    CHECK(clinic.desk->shown().personal->at("words") == "Effexor");
}
