// From a gesture to a durable decision: what is signed, what is refused, and what a failing disk does.
#include "tests/support/clinic.hpp"

#include "core/audit/jws.hpp"
#include "core/crypto/digest.hpp"
#include "core/engine/steps.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace countersign;
using namespace countersign::support;
using domain::RefusalCode;
using domain::Standing;
using domain::Verdict;

TEST_CASE("every verdict is signed, stored, sent and receipted")
{
    struct Case {
        Verdict verdict;
        domain::Meaning meaning;
    };
    const Case cases[] = {
        {Verdict::Approve, domain::Meaning::Approval}, {Verdict::ApproveEdited, domain::Meaning::Authorship},
        {Verdict::Reject, domain::Meaning::Review},    {Verdict::Return, domain::Meaning::Review},
        {Verdict::Respond, domain::Meaning::Review},   {Verdict::Escalate, domain::Meaning::Review}};
    for (const auto &c : cases) {
        Clinic clinic;
        clinic.signIn();
        const auto reply = clinic.decide(clinic.items[0], c.verdict);
        REQUIRE_FALSE(reply.refusal);
        const auto *view = clinic.decision(reply.decision);
        REQUIRE(view != nullptr);
        CHECK(view->standing == Standing::Confirmed);
        CHECK(view->receipt->outcome == domain::Outcome::Accepted);
        CHECK(view->statement->verdict == c.verdict);
        CHECK(clinic.gateway.received.at(reply.decision).outcome == domain::Outcome::Accepted);
        CHECK(clinic.desk->shown().history->unconfirmed == 0);
    }
}

TEST_CASE("what is signed names the item, what was shown, what was looked at, the person and the chain")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    const auto item = clinic.desk->shown().open->item;
    REQUIRE(item);
    clinic.ask(desk::ShowEvidence{item->id, domain::SourceId{"src1"}, 4});
    clinic.ask(desk::ShowEvidence{item->id, domain::SourceId{"src1"}, 3});
    clinic.ask(desk::ShowEvidence{item->id, domain::SourceId{"unknown"}, 3});
    for (const std::int64_t page : {2, 1, 2, 0, 10'001}) // the last two are none
        clinic.ask(desk::ShowEvidence{item->id, domain::SourceId{"src1"}, 0, page});
    auto request = decideRequest(*item, Verdict::ApproveEdited, "correct horse");
    request.acknowledged = {domain::StatementId{"st2"}};
    const auto shownBytes = protocol::displayModelBytes(request.rendered);
    const auto reply = clinic.ask(request);
    REQUIRE_FALSE(reply.refusal);
    const auto statement = statementOf(clinic.gateway.received.at(reply.decision));
    CHECK(statement.audience == "gw-model");
    CHECK(statement.itemDigest.text() == crypto::digestText(asBytes(clinic.gateway.canonical(item->id))));
    CHECK(statement.renderedDigest.text() == crypto::digestText(asBytes(shownBytes)));
    CHECK(statement.signer.name == "Dr mara");
    CHECK(statement.signer.role == "clinician");
    CHECK(statement.evidence.activeSeconds == 12);
    REQUIRE(statement.evidence.sources.size() == 1);
    CHECK(statement.evidence.sources[0].seconds == 7);
    CHECK(statement.evidence.sources[0].pages == std::vector<std::int64_t>{1, 2});
    CHECK(statement.evidence.sources[0].digest.text()
          == crypto::digestText(asBytes(*item->proposal.sources[0].content)));
    CHECK(statement.evidence.statementsAcknowledged.size() == 1);
    REQUIRE(statement.edited.has_value());
    REQUIRE(statement.edited->changes.size() == 1);
    CHECK(statement.edited->changes[0].kind == domain::Change::Class::Safety);
    CHECK(statement.auth.components == std::vector{domain::AuthComponent::Password, domain::AuthComponent::DeviceKey});
    CHECK(statement.signedAt == "2026-11-02T10:00:00+01:00");
    CHECK(statement.clock.gatewaySkewMs == 0);
    CHECK(statement.offline == false);
    CHECK(statement.deviceName == "Test desk");
    CHECK(statement.chain == domain::ChainLink{0, {}});
    CHECK(reply.decision.text().substr(14, 1) == "7"); // UUIDv7
    const auto next = clinic.decide(clinic.items[1], Verdict::Approve);
    const auto second = statementOf(clinic.gateway.received.at(next.decision));
    CHECK(second.chain.seq == 1);
    CHECK(second.chain.prev == audit::jwsDigest(clinic.gateway.received.at(reply.decision).jws));
}

namespace
{

// A patient with an anaphylaxis to penicillin, and a draft that starts amoxicillin: a stop.
domain::Proposal allergic()
{
    auto proposal = sampleProposal(7);
    proposal.patient.allergyStatus = domain::Patient::AllergyStatus::Listed;
    proposal.patient.allergies = {
        {"Penicillin", "anaphylaxis", domain::Allergy::Criticality::High, domain::Allergy::Status::Active, {}}};
    std::get<domain::NoteDraft>(proposal.draft).sections.front().statements.front().text =
        "Start amoxicillin 500 mg three times a day.";
    return proposal;
}

// Of a high tier: its statements ask to be seen.
domain::Proposal critical()
{
    auto proposal = sampleProposal(8);
    proposal.risk.tier = domain::Tier::High;
    std::get<domain::NoteDraft>(proposal.draft).sections.front().statements.front().text =
        "Start metformin 500 mg twice a day.";
    return proposal;
}

struct AllergyReview {
    AllergyReview() : clinic(0)
    {
        item = clinic.gateway.propose(allergic());
        clinic.signIn();
        clinic.ask(desk::OpenItem{item});
    }
    void examine(std::int64_t afterMs = 0)
    {
        clinic.clock.monotonic += afterMs;
        clinic.desk->wakeIfDue();
        clinic.settle();
    }
    [[nodiscard]] const desk::OpenItemView &open() const { return *clinic.desk->shown().open; }
    [[nodiscard]] const domain::Finding *stop() const
    {
        if (!open().findings)
            return nullptr;
        const auto &list = open().findings->list;
        const auto found = std::ranges::find(list, domain::Severity::Stop, &domain::Finding::severity);
        return found == list.end() ? nullptr : &*found;
    }
    [[nodiscard]] const desk::VerdictOffer &offer(Verdict verdict) const
    {
        return *std::ranges::find(open().offers, verdict, &desk::VerdictOffer::verdict);
    }
    [[nodiscard]] desk::Decide request(Verdict verdict) const
    {
        return decideRequest(*open().item, verdict, "correct horse");
    }
    [[nodiscard]] std::vector<domain::FindingView> signedFindings(const desk::Reply &reply) const
    {
        return statementOf(clinic.gateway.received.at(reply.decision)).evidence.findings;
    }
    [[nodiscard]] static const domain::FindingView *find(const std::vector<domain::FindingView> &views,
                                                         const domain::FindingId &id)
    {
        const auto found = std::ranges::find(views, id, &domain::FindingView::findingId);
        return found == views.end() ? nullptr : &*found;
    }

    Clinic clinic;
    domain::ItemId item;
};

domain::Draft withText(domain::Draft draft, const std::string &text)
{
    domain::sectionsOf(draft)->front().statements.front().text = text;
    return draft;
}

} // namespace

TEST_CASE("what is opened is shown first and checked at once after that")
{
    AllergyReview review;
    REQUIRE(review.open().item);
    CHECK(review.open().findings == nullptr);
    CHECK(review.offer(Verdict::Approve).needs.empty());
    review.examine();
    REQUIRE(review.stop() != nullptr);
    CHECK(review.stop()->statementId.text() == "st1");
    CHECK(review.open().findings->edition == 0);
    const auto &needs = review.offer(Verdict::Approve).needs;
    REQUIRE(needs.size() == 1);
    CHECK(needs[0] == domain::Refusal{RefusalCode::StopFindingOpen, "1"});
    CHECK(review.offer(Verdict::Reject).needs.empty());
}

TEST_CASE("a stop finding holds up an approval until it is answered, and the answer is signed")
{
    AllergyReview review; // and nobody waited for the checks
    CHECK(isRefused(review.clinic.ask(review.request(Verdict::Approve)), RefusalCode::StopFindingOpen));
    CHECK(review.clinic.gateway.received.empty());
    REQUIRE(review.stop() != nullptr);
    const auto id = review.stop()->id;
    const auto say = [&](std::optional<domain::FindingView::Resolution> resolution) {
        return review.clinic.ask(desk::ResolveFinding{review.item, id, resolution, "own-knowledge"});
    };
    CHECK_FALSE(say(domain::FindingView::Resolution::Overridden).refusal);
    CHECK(review.offer(Verdict::Approve).needs.empty());
    CHECK_FALSE(say(std::nullopt).refusal); // taken back
    CHECK(isRefused(review.clinic.ask(review.request(Verdict::Approve)), RefusalCode::StopFindingOpen));
    CHECK_FALSE(say(domain::FindingView::Resolution::Overridden).refusal);
    const auto shown = review.open().findings->list;
    const auto reply = review.clinic.ask(review.request(Verdict::Approve));
    REQUIRE_FALSE(reply.refusal);
    const auto views = review.signedFindings(reply);
    CHECK(views.size() == shown.size()); // every one that was shown
    for (const auto &finding : shown) {
        const auto *view = AllergyReview::find(views, finding.id);
        REQUIRE(view != nullptr);
        CHECK((view->resolution == domain::FindingView::Resolution::Overridden) == (finding.id == id));
        CHECK(view->reason == (finding.id == id ? "own-knowledge" : ""));
    }
}

TEST_CASE("an edit is checked after a pause, and what it mended is signed as fixed")
{
    AllergyReview review;
    review.examine();
    const auto id = review.stop()->id;
    const auto mended = std::make_shared<const domain::Draft>(
        withText(review.open().item->proposal.draft, "Start azithromycin 500 mg once a day."));
    review.clinic.ask(desk::EditDraft{review.item, 1, mended});
    review.examine(engine::checkAfterPauseMs - 1);
    CHECK(review.open().findings->edition == 0); // still typing
    review.examine(1);
    CHECK(review.open().findings->edition == 1);
    CHECK(review.stop() == nullptr);
    CHECK(review.offer(Verdict::ApproveEdited).needs.empty());
    CHECK(review.offer(Verdict::Approve).needs.size() == 1); // the agent's words are as they were
    auto request = review.request(Verdict::ApproveEdited);
    request.edited = *mended;
    const auto reply = review.clinic.ask(request);
    REQUIRE_FALSE(reply.refusal);
    const auto views = review.signedFindings(reply);
    REQUIRE(AllergyReview::find(views, id) != nullptr);
    CHECK(AllergyReview::find(views, id)->resolution == domain::FindingView::Resolution::Fixed);
}

TEST_CASE("what is signed is checked, also where it was changed after the last check")
{
    AllergyReview review;
    review.examine();
    auto request = review.request(Verdict::ApproveEdited);
    request.edited = withText(review.open().item->proposal.draft, "Start amoxicillin 250 mg three times a day.");
    CHECK(isRefused(review.clinic.ask(request), RefusalCode::StopFindingOpen));
}

TEST_CASE("a rejection located at a statement takes up its findings, and nothing holds it up")
{
    AllergyReview review;
    review.examine();
    const auto id = review.stop()->id;
    auto request = review.request(Verdict::Reject);
    request.reasons.front().statementId = domain::StatementId{"st1"};
    const auto reply = review.clinic.ask(request);
    REQUIRE_FALSE(reply.refusal);
    CHECK(AllergyReview::find(review.signedFindings(reply), id)->resolution
          == domain::FindingView::Resolution::Accepted);
}

TEST_CASE("what the rule book refuses is never signed")
{
    struct Case {
        const char *what;
        Verdict verdict;
        std::function<void(desk::Decide &)> spoil;
        RefusalCode code;
    };
    const Case cases[] = {
        {"no reason", Verdict::Reject, [](auto &r) { r.reasons.clear(); }, RefusalCode::ReasonRequired},
        {"unknown reason", Verdict::Reject, [](auto &r) { r.reasons[0].code = "no-such"; }, RefusalCode::UnknownReason},
        {"nothing edited", Verdict::ApproveEdited, [](auto &r) { r.edited.reset(); }, RefusalCode::NothingEdited},
        {"no answer", Verdict::Respond, [](auto &r) { r.comment.clear(); }, RefusalCode::CommentRequired},
        {"not awaiting", Verdict::Cosign, [](auto &) {}, RefusalCode::ItemNotOpen},
        {"not here", Verdict::Approve, [](auto &r) { r.item = domain::ItemId{"other"}; }, RefusalCode::ItemNotLoaded},
        {"too large", Verdict::Approve, [](auto &r) { r.rendered[0].text.assign(1 << 20, 'x'); },
         RefusalCode::StatementTooLarge},
    };
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    for (const auto &c : cases) {
        auto request = decideRequest(*clinic.desk->shown().open->item, c.verdict, "correct horse");
        c.spoil(request);
        CHECK_MESSAGE(isRefused(clinic.ask(request), c.code), c.what);
    }
    CHECK(clinic.desk->ledger.appends == 0);
    CHECK(clinic.gateway.received.empty());
}

TEST_CASE("a wrong password signs nothing, and too many have to wait")
{
    Clinic clinic;
    clinic.signIn();
    for (int i = 0; i < 5; ++i)
        CHECK(isRefused(clinic.decide(clinic.items[0], Verdict::Approve, "wrong"), RefusalCode::WrongPassword));
    CHECK(isRefused(clinic.decide(clinic.items[0], Verdict::Approve), RefusalCode::TooManyAttempts));
    CHECK(clinic.desk->ledger.appends == 0);
    clinic.pass(std::chrono::seconds(2));
    CHECK_FALSE(clinic.decide(clinic.items[0], Verdict::Approve).refusal);
}

TEST_CASE("a signature that does not verify is not appended")
{
    Clinic clinic;
    clinic.signIn();
    clinic.desk->vault.spoilsSignatures = true;
    CHECK(isRefused(clinic.decide(clinic.items[0], Verdict::Approve), RefusalCode::SignatureFailed));
    CHECK(clinic.desk->ledger.appends == 0);
}

TEST_CASE("an append that fails is never Stored, never sent, and the next decision takes its place in the chain")
{
    for (const auto error : {ports::LedgerError::Io, ports::LedgerError::DiskFull, ports::LedgerError::Busy}) {
        Clinic clinic;
        clinic.signIn();
        clinic.desk->ledger.appendFails = FailingLedger::Moment::BeforeWriting;
        clinic.desk->ledger.error = error;
        const auto reply = clinic.decide(clinic.items[0], Verdict::Approve);
        REQUIRE(reply.refusal);
        CHECK(clinic.desk->shown().history->own.empty());
        CHECK(clinic.gateway.received.empty());
        clinic.pass(std::chrono::seconds(2));
        const auto again = clinic.decide(clinic.items[0], Verdict::Approve);
        REQUIRE_FALSE(again.refusal);
        CHECK(clinic.decision(again.decision)->standing == Standing::Confirmed);
        CHECK(clinic.gateway.received.size() == 1);
        CHECK(statementOf(clinic.gateway.received.at(again.decision)).chain.seq == 0);
    }
}

TEST_CASE("an append whose answer alone failed is Stored, once the reopened ledger says so")
{
    Clinic clinic;
    clinic.signIn();
    clinic.desk->ledger.appendFails = FailingLedger::Moment::AfterWriting;
    const auto reply = clinic.decide(clinic.items[0], Verdict::Approve);
    REQUIRE_FALSE(reply.refusal);
    CHECK(clinic.decision(reply.decision)->standing == Standing::Confirmed);
    CHECK(clinic.gateway.received.size() == 1);
}

TEST_CASE("when the ledger cannot be reopened nothing is signed until it can")
{
    Clinic clinic;
    clinic.signIn();
    clinic.desk->ledger.appendFails = FailingLedger::Moment::BeforeWriting;
    clinic.desk->ledger.openFails = true;
    CHECK(isRefused(clinic.decide(clinic.items[0], Verdict::Approve), RefusalCode::LedgerFailed));
    CHECK(isRefused(clinic.decide(clinic.items[0], Verdict::Approve), RefusalCode::LedgerFailed));
    clinic.pass(std::chrono::minutes(2));
    clinic.desk->ledger.openFails = false;
    clinic.pass(std::chrono::minutes(2));
    CHECK_FALSE(clinic.decide(clinic.items[0], Verdict::Approve).refusal);
}

TEST_CASE("one decision at a time")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    const auto request = decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, "correct horse");
    const auto first = clinic.desk->submit(request);
    const auto second = clinic.desk->submit(request);
    clinic.settle();
    CHECK_FALSE(clinic.desk->replyTo(first)->refusal);
    CHECK(isRefused(*clinic.desk->replyTo(second), RefusalCode::Busy));
    CHECK(isRefused(clinic.ask(request), RefusalCode::AlreadyDecidedHere));
    CHECK(clinic.gateway.received.size() == 1);
}

TEST_CASE("a quarantined ledger shows what it has and signs nothing")
{
    Clinic clinic;
    clinic.signIn();
    clinic.decide(clinic.items[0], Verdict::Approve);
    clinic.killDesk();
    clinic.disk.ledger.isQuarantined = true;
    CHECK_FALSE(clinic.signIn().refusal);
    CHECK(clinic.desk->shown().history->own.size() == 1);
    CHECK(isRefused(clinic.decide(clinic.items[1], Verdict::Approve), RefusalCode::LedgerQuarantined));
}

TEST_CASE("an item that changed under the reviewer's eyes cannot be decided as it was")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    const auto request = decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, "correct horse");
    auto record = clinic.gateway.items.at(clinic.items[0]);
    record.row.digest = domain::Digest{crypto::digestText(asBytes("changed"))};
    clinic.gateway.items[clinic.items[0]] = record;
    clinic.gateway.changes.push_back({std::ssize(clinic.gateway.changes) + 1, record.row});
    clinic.settle();
    CHECK(clinic.desk->shown().open->refusal->code == RefusalCode::ItemChanged);
    CHECK(isRefused(clinic.ask(request), RefusalCode::ItemChanged));
}

TEST_CASE("lock while a decision is on its way: it is durable or refused, never half")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    const auto request = decideRequest(*clinic.desk->shown().open->item, Verdict::Approve, "correct horse");
    for (int events = 0; events < 4; ++events) {
        Clinic other;
        other.signIn();
        other.ask(desk::OpenItem{other.items[0]});
        const auto decided = other.desk->submit(request);
        for (int i = 0; i < events; ++i)
            other.desk->happenOnce();
        other.desk->submit(desk::Lock{});
        other.settle();
        const auto reply = other.desk->replyTo(decided);
        REQUIRE(reply.has_value());
        CHECK(reply->refusal.has_value() == other.disk.ledger.decisions.empty());
        other.ask(desk::Unlock{password("correct horse")});
        other.pass(std::chrono::seconds(2));
        CHECK(other.gateway.received.size() == other.disk.ledger.decisions.size());
    }
}

TEST_CASE("offers say what each verdict would mean, or why it is not offered")
{
    Clinic clinic;
    clinic.signIn();
    clinic.ask(desk::OpenItem{clinic.items[0]});
    const auto &open = *clinic.desk->shown().open;
    REQUIRE(open.offers.size() == 8);
    for (const auto &offer : open.offers) {
        const bool isCosigning = offer.verdict == Verdict::Cosign || offer.verdict == Verdict::DeclineCosign;
        CHECK(offer.refusal.has_value() == isCosigning);
        CHECK_FALSE(offer.legal.text.empty());
    }
}

TEST_CASE("of a high tier nothing is approved before its statements were seen, by key or by mark")
{
    Clinic clinic(0);
    const auto id = clinic.gateway.propose(critical());
    clinic.signIn();
    clinic.ask(desk::OpenItem{id});
    const auto item = clinic.desk->shown().open->item;
    REQUIRE(item);
    REQUIRE(item->tier == domain::Tier::High);
    const auto mustSee = clinic.desk->shown().open->mustSee;
    REQUIRE_FALSE(mustSee.empty());
    auto request = decideRequest(*item, Verdict::Approve, "correct horse");
    request.acknowledged.clear();
    CHECK(isRefused(clinic.ask(request), RefusalCode::StatementsUnseen));
    clinic.ask(desk::SeeStatement{id, domain::StatementId("unknown")});
    CHECK(clinic.desk->shown().open->seen.empty());
    for (const auto &statement : mustSee)
        clinic.ask(desk::SeeStatement{id, statement});
    CHECK(clinic.desk->shown().open->seen.size() == mustSee.size());
    clinic.ask(desk::SeeStatement{id, mustSee.front(), false}); // the mark is taken back
    CHECK(isRefused(clinic.ask(request), RefusalCode::StatementsUnseen));
    request.acknowledged = {mustSee.front()};
    CHECK_FALSE(clinic.ask(request).refusal);
}

TEST_CASE("a rejection of a high tier waits for nothing to be seen")
{
    Clinic clinic(0);
    const auto id = clinic.gateway.propose(critical());
    clinic.signIn();
    clinic.ask(desk::OpenItem{id});
    auto request = decideRequest(*clinic.desk->shown().open->item, Verdict::Reject, "correct horse");
    request.acknowledged.clear();
    CHECK_FALSE(clinic.ask(request).refusal);
}
