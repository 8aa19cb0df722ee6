#include "tests/support/demo_desk.hpp"

#include "core/base/result.hpp"
#include "core/checks/registry.hpp"
#include "core/domain/reason_codes.hpp"
#include "core/policy/deadlines.hpp"
#include "core/policy/gates.hpp"
#include "core/policy/must_see.hpp"
#include "core/policy/policy_document.hpp"
#include "core/policy/signing_words.hpp"
#include "core/policy/tiers.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "tests/support/proposal_items.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>
#include <map>

namespace countersign::support
{
namespace
{

using namespace std::chrono_literals;
using domain::Standing;
using domain::Verdict;

const policy::PolicyDocument &policyInForce()
{
    static const policy::PolicyDocument policy = policy::startingPolicy();
    return policy;
}

domain::Digest digestLike(std::string_view seed)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "sha256:";
    std::size_t state = std::hash<std::string_view>{}(seed);
    for (int i = 0; i < 64; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        text += digits[state >> 60];
    }
    return domain::Digest(text);
}

// On a thread of their own, as an engine runs them: what the gui thread is busy with is the window alone.
std::shared_ptr<const desk::FindingsView> checked(const domain::Proposal &proposal, std::uint64_t edition, Instant now)
{
    const auto check = [&] {
        return std::make_shared<const desk::FindingsView>(
            desk::FindingsView{edition, checks::runChecks(proposal, {}, now)});
    };
    return std::async(std::launch::async, check).get();
}

desk::OpenItemView openView(const std::shared_ptr<const domain::Item> &item, const desk::QueueRow &row, Instant now,
                            std::shared_ptr<const desk::FindingsView> findings)
{
    desk::OpenItemView open{
        .id = item->id, .summary = row, .item = item, .refusal = {}, .offers = {}, .blobs = {}, .openedAt = now};
    open.findings = std::move(findings);
    open.tierRules = policy::tierRules(policyInForce(), *item);
    open.mustSee = policy::mustSee(std::max(item->tier, domain::Tier::High), item->proposal.draft);
    const std::size_t unseen = item->tier >= domain::Tier::High ? open.mustSee.size() : 0;
    for (const checks::Check *check : checks::allChecks())
        open.checks.push_back({std::string(check->name), std::string(check->version), std::string(check->cannotKnow)});
    open.riskiest = policy::riskiest(item->proposal.draft, open.findings->list);
    for (const Verdict verdict : {Verdict::Approve, Verdict::ApproveEdited, Verdict::Reject, Verdict::Return,
                                  Verdict::Respond, Verdict::Escalate})
        open.offers.push_back(
            {.verdict = verdict,
             .refusal = policy::refuse(policyInForce(), demoReviewer(), verdict, {*row, &item->proposal}, now),
             .meaning = policy::meaningOf(verdict, demoReviewer().role),
             .legal = policy::legalFor(verdict),
             .needs = policy::needs(verdict, {open.findings->list, nullptr, unseen})});
    return open;
}

// "intake-osei" was faxed as osei.tif.
std::shared_ptr<const Bytes> faxOf(const domain::ItemId &item)
{
    const std::string name = item.text().substr(item.text().rfind('-') + 1);
    std::ifstream file(COUNTERSIGN_SOURCE_DIR "/resources/demo/blobs/" + name + ".tif", std::ios::binary);
    return std::make_shared<const Bytes>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

domain::DecisionStatement statementOf(const domain::Item &item, Verdict verdict, Instant at)
{
    domain::DecisionStatement statement;
    statement.audience = "gateway-demo";
    statement.decisionId = domain::DecisionId("019a42d0-" + item.id.text());
    statement.itemId = item.id;
    statement.itemDigest = item.digest;
    statement.renderedDigest = digestLike("rendered" + item.id.text());
    statement.verdict = verdict;
    statement.meaning = policy::meaningOf(verdict, demoReviewer().role);
    statement.signer = {.id = demoReviewer().id,
                        .name = demoReviewer().name,
                        .credentials = demoReviewer().credentials,
                        .role = "clinician",
                        .npi = demoReviewer().npi,
                        .licence = {},
                        .onBehalfOf = {}};
    statement.evidence.openedAt = at - 95s;
    statement.evidence.activeSeconds = 88;
    for (const domain::Source &source : item.proposal.sources)
        statement.evidence.sources.push_back({source.id, digestLike(source.id.text()), 20, {}});
    statement.policy = item.policy;
    statement.legal = policy::legalFor(verdict);
    statement.auth = {{domain::AuthComponent::Password, domain::AuthComponent::DeviceKey}, at, digestLike("n"), {}, {}};
    statement.device = domain::DeviceId("demo-desk");
    statement.deviceName = "Room 4";
    statement.appName = "Countersign";
    statement.appVersion = COUNTERSIGN_VERSION;
    statement.signedAt = formatInstant(at, std::chrono::minutes(0));
    return statement;
}

std::shared_ptr<desk::DecisionView> decisionOf(const domain::Item &item, Verdict verdict, Standing standing, Instant at)
{
    auto view = std::make_shared<desk::DecisionView>();
    auto statement = std::make_shared<domain::DecisionStatement>(statementOf(item, verdict, at));
    view->id = statement->decisionId;
    view->item = item.id;
    view->itemTitle = item.proposal.action.title;
    view->patientName =
        domain::Phi<std::string>(item.proposal.patient.family.reveal() + ", " + item.proposal.patient.given.reveal());
    view->workflow = item.proposal.workflow;
    view->tier = item.tier;
    view->standing = standing;
    view->digest = digestLike("jws" + item.id.text()).text();
    view->statement = std::move(statement);
    return view;
}

class Clinic
{
public:
    Clinic(Instant now, std::vector<std::shared_ptr<const domain::Item>> items) : now_(now), items_(std::move(items))
    {
        for (const auto &item : items_)
            rows_.push_back(summaryOf(*item));
    }

    [[nodiscard]] const std::vector<desk::QueueRow> &rows() const { return rows_; }
    [[nodiscard]] std::shared_ptr<const desk::HistoryView> firstHistory() const;
    void handle(FakeDesk &desk, const desk::Command &command) const;

private:
    [[nodiscard]] std::size_t at(const domain::ItemId &id) const
    {
        const auto found = std::ranges::find(items_, id, [](const auto &item) { return item->id; });
        return static_cast<std::size_t>(found - items_.begin());
    }
    void decide(FakeDesk &desk, const desk::Command &command, const desk::Decide &decide) const;
    void examine(desk::DeskSnapshot &now, const desk::Request &request) const;
    void retract(FakeDesk &desk, const desk::Command &command, const desk::Retract &retract) const;

    // As an engine that checked it before it is opened.
    [[nodiscard]] std::shared_ptr<const desk::FindingsView> findingsOf(std::size_t place) const
    {
        auto &known = findings_[place];
        if (known == nullptr)
            known = checked(items_[place]->proposal, 0, now_);
        return known;
    }

    Instant now_;
    std::vector<std::shared_ptr<const domain::Item>> items_;
    std::vector<desk::QueueRow> rows_;
    mutable std::map<std::size_t, std::shared_ptr<const desk::FindingsView>> findings_;
};

std::shared_ptr<const desk::HistoryView> Clinic::firstHistory() const
{
    struct Past {
        const char *item;
        Verdict verdict;
        Standing standing;
        std::vector<domain::Reason> reasons;
        const char *comment;
        milliseconds ago;
    };
    const Past past[] = {
        {"intake-haddad", Verdict::Approve, Standing::Confirmed, {}, "", 26h},
        {"pa-haddad",
         Verdict::Return,
         Standing::Confirmed,
         {{"P01", {}, domain::Harm::Low}},
         "The colonoscopy report of 2016 is missing.",
         25h},
        {"note-osei",
         Verdict::Reject,
         Standing::Confirmed,
         {{"N08", {}, domain::Harm::Critical}, {"N16", {}, domain::Harm::Serious}},
         "The side is the wrong one in two places.",
         22h},
        {"intake-chen", Verdict::Approve, Standing::Superseded, {}, "", 3h},
        {"note-haddad", Verdict::Approve, Standing::Confirmed, {}, "", 64min},
    };
    auto history = std::make_shared<desk::HistoryView>();
    for (const Past &entry : past) {
        const std::size_t place = at(domain::ItemId(entry.item));
        if (place == items_.size())
            continue;
        auto view = decisionOf(*items_[place], entry.verdict, entry.standing, now_ - entry.ago);
        auto statement = std::make_shared<domain::DecisionStatement>(*view->statement);
        statement->reasons = entry.reasons;
        statement->comment = entry.comment;
        view->statement = std::move(statement);
        history->own.push_back(std::move(view));
    }
    return history;
}

void Clinic::decide(FakeDesk &desk, const desk::Command &command, const desk::Decide &decide) const
{
    const std::size_t place = at(decide.item);
    desk.edit([&](desk::DeskSnapshot &now) {
        const bool isOnline = now.link.state == desk::LinkState::Online;
        auto view = decisionOf(*items_[place], decide.verdict, isOnline ? Standing::Held : Standing::Stored, now_);
        auto statement = std::make_shared<domain::DecisionStatement>(*view->statement);
        statement->reasons = decide.reasons;
        statement->comment = decide.comment;
        statement->offline = isOnline ? std::nullopt : std::optional(true);
        view->statement = std::move(statement);
        view->isRetractable = isOnline;
        if (isOnline)
            view->releaseAt = now_ + 30s;
        auto history = std::make_shared<desk::HistoryView>(*now.history);
        history->unconfirmed += isOnline ? 0U : 1U;
        now.replies.push_back({command.id, std::nullopt, view->id});
        history->own.push_back(std::move(view));
        now.history = std::move(history);
    });
}

// What a desk makes of an edit or of an answer to a finding.
void Clinic::examine(desk::DeskSnapshot &now, const desk::Request &request) const
{
    if (now.open == nullptr || now.open->item == nullptr)
        return;
    auto open = std::make_shared<desk::OpenItemView>(*now.open);
    if (const auto *edit = std::get_if<desk::EditDraft>(&request)) {
        auto proposal = open->item->proposal;
        if (edit->draft)
            proposal.draft = *edit->draft;
        open->findings = checked(proposal, edit->edition, now_);
        open->keptEdition = edit->edition;
        auto queue = std::make_shared<desk::QueueView>(*now.queue);
        if (edit->draft)
            queue->unsignedEdits.insert(edit->item);
        else
            queue->unsignedEdits.erase(edit->item);
        now.queue = std::move(queue);
    } else if (const auto *said = std::get_if<desk::ResolveFinding>(&request)) {
        if (said->resolution)
            open->resolutions[said->finding] = {said->finding, *said->resolution, said->reason};
        else
            open->resolutions.erase(said->finding);
    }
    if (const auto *see = std::get_if<desk::SeeStatement>(&request);
        see != nullptr && std::ranges::find(open->mustSee, see->statement) != open->mustSee.end()) {
        if (see->isSeen)
            open->seen.insert(see->statement);
        else
            open->seen.erase(see->statement);
    }
    for (desk::VerdictOffer &offer : open->offers)
        offer.needs = policy::needs(
            offer.verdict, {open->findings->list, &open->resolutions,
                            open->item->tier >= domain::Tier::High ? open->mustSee.size() - open->seen.size() : 0});
    now.open = std::move(open);
}

void Clinic::retract(FakeDesk &desk, const desk::Command &command, const desk::Retract &retract) const
{
    desk.edit([&](desk::DeskSnapshot &now) {
        auto history = std::make_shared<desk::HistoryView>(*now.history);
        std::erase_if(history->own, [&](const auto &own) { return own->id == retract.decision; });
        now.history = std::move(history);
        now.replies.push_back({command.id, std::nullopt, retract.decision});
    });
}

void Clinic::handle(FakeDesk &desk, const desk::Command &command) const
{
    const auto change = [&](auto &&set) {
        desk.edit([&](desk::DeskSnapshot &now) {
            set(now);
            now.replies.push_back({command.id, std::nullopt, {}});
        });
    };
    std::visit(
        Overload{
            [&](const desk::SignIn &) {
                change([](auto &now) {
                    now.session = {desk::SessionState::SignedIn, demoReviewer(), domain::DeviceId("demo-desk")};
                });
            },
            [&](const desk::SignOut &) { change([](auto &now) { now.session = {}; }); },
            [&](const desk::Lock &) { change([](auto &now) { now.session.state = desk::SessionState::Locked; }); },
            [&](const desk::Unlock &) { change([](auto &now) { now.session.state = desk::SessionState::SignedIn; }); },
            [&](const desk::GoOffline &) {
                change([](auto &now) {
                    now.link.state = desk::LinkState::Offline;
                    now.link.isOfflineByChoice = true;
                });
            },
            [&](const desk::GoOnline &) {
                change([](auto &now) {
                    now.link.state = desk::LinkState::Online;
                    now.link.isOfflineByChoice = false;
                });
            },
            [&](const desk::OpenItem &open) {
                const std::size_t place = at(open.item);
                if (place == items_.size()) {
                    desk.reply({command.id, domain::Refusal{domain::RefusalCode::ItemUnknown, {}}, {}});
                    return;
                }
                change([&](auto &now) {
                    now.open = std::make_shared<desk::OpenItemView>(
                        openView(items_[place], rows_[place], now_, findingsOf(place)));
                });
            },
            [&](const desk::EditDraft &request) { change([&](auto &now) { examine(now, request); }); },
            [&](const desk::ResolveFinding &request) { change([&](auto &now) { examine(now, request); }); },
            [&](const desk::SeeStatement &request) { change([&](auto &now) { examine(now, request); }); },
            [&](const desk::FetchBlob &fetch) {
                change([&](auto &now) {
                    if (!now.open || now.open->id != fetch.item)
                        return;
                    auto open = std::make_shared<desk::OpenItemView>(*now.open);
                    open->blobs[fetch.blob] = {desk::BlobState::Here, faxOf(fetch.item)};
                    now.open = std::move(open);
                });
            },
            [&](const desk::CloseItem &) { change([](auto &now) { now.open = nullptr; }); },
            [&](const desk::Decide &request) { decide(desk, command, request); },
            [&](const desk::Retract &request) { retract(desk, command, request); },
            [&](const auto &) { change([](auto &) {}); },
        },
        command.request);
}

} // namespace

std::vector<std::shared_ptr<const domain::Item>> itemsOf(const std::string &name)
{
    std::vector<std::shared_ptr<const domain::Item>> items;
    std::ifstream file(name);
    for (std::string line; std::getline(file, line);) {
        auto decoded = protocol::decodeProposal(line);
        if (!decoded)
            continue;
        domain::Item item;
        item.id = domain::ItemId(decoded->proposal.id.text());
        item.digest = digestLike(item.id.text());
        item.tier = policy::tierFor(policyInForce(), decoded->proposal).tier;
        item.policy = {policyInForce().id, policyInForce().version, digestLike("policy")};
        item.proposal = std::move(decoded->proposal);
        items.push_back(std::make_shared<const domain::Item>(std::move(item)));
    }
    return items;
}

std::vector<std::shared_ptr<const domain::Item>> demoItems()
{
    return itemsOf(COUNTERSIGN_SOURCE_DIR "/resources/demo/clinic.ndjson");
}

desk::QueueRow summaryOf(const domain::Item &item)
{
    const domain::Proposal &proposal = item.proposal;
    domain::ItemSummary row;
    row.id = item.id;
    row.revision = item.revision;
    row.digest = item.digest;
    row.tier = item.tier;
    row.workflow = proposal.workflow;
    row.actionType = proposal.action.type;
    row.title = proposal.action.title;
    row.agent = proposal.agent.id;
    row.patient = proposal.patient.id;
    row.family = proposal.patient.family;
    row.given = proposal.patient.given;
    row.birthDate = proposal.patient.birthDate;
    row.mrn = proposal.patient.mrn;
    row.sex = proposal.patient.sex;
    row.proposedAt = proposal.proposedAt;
    if (const auto *rule = policy::findAction(policyInForce(), proposal.workflow, proposal.action.type)) {
        row.dueAt = policy::dueAt(*rule, proposal.deadline, proposal.proposedAt);
        row.expiresAt = policy::expiresAt(*rule, proposal.deadline, proposal.proposedAt);
    }
    return std::make_shared<const domain::ItemSummary>(std::move(row));
}

domain::Reviewer demoReviewer()
{
    return {.id = domain::ReviewerId("adeyemi"),
            .name = "Dr Ife Adeyemi",
            .role = domain::Role::Clinician,
            .credentials = "MD",
            .npi = "1234567893"};
}

std::unique_ptr<FakeDesk> demoDesk(Instant now)
{
    return demoDesk(now, demoItems());
}

std::unique_ptr<FakeDesk> demoDesk(Instant now, std::vector<std::shared_ptr<const domain::Item>> items)
{
    const auto clinic = std::make_shared<const Clinic>(now, std::move(items));
    desk::DeskSnapshot first;
    first.session = {desk::SessionState::SignedIn, demoReviewer(), domain::DeviceId("demo-desk")};
    first.link.state = desk::LinkState::Online;
    first.link.organisation = "Harbour Street Clinic";
    auto queue = std::make_shared<desk::QueueView>();
    queue->rows = clinic->rows();
    queue->isComplete = true;
    first.queue = std::move(queue);
    first.history = clinic->firstHistory();
    auto desk = std::make_unique<FakeDesk>(std::move(first));
    desk->onCommand = [clinic](FakeDesk &target, const desk::Command &command) { clinic->handle(target, command); };
    return desk;
}

std::shared_ptr<const desk::QueueView> longQueue(std::size_t rows, Instant now)
{
    const auto items = demoItems();
    auto view = std::make_shared<desk::QueueView>();
    view->isComplete = true;
    view->rows.reserve(rows);
    for (std::size_t i = 0; i < rows && !items.empty(); ++i) {
        domain::ItemSummary row = *summaryOf(*items[i % items.size()]);
        row.id = domain::ItemId(row.id.text() + ":" + std::to_string(i));
        row.proposedAt = now - std::chrono::seconds(static_cast<std::int64_t>(i * 7919 % 86400));
        row.dueAt = now + std::chrono::seconds(static_cast<std::int64_t>(i * 104729 % 600000));
        view->rows.push_back(std::make_shared<const domain::ItemSummary>(std::move(row)));
    }
    return view;
}

} // namespace countersign::support
