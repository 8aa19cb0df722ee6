#include "core/engine/steps.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/clinical_diff.hpp"
#include "core/domain/names.hpp"
#include "core/policy/gates.hpp"
#include "core/policy/signing_words.hpp"
#include "core/protocol/decision_codec.hpp"

namespace countersign::engine
{
namespace
{

using domain::AuthComponent;
using domain::DecisionStatement;
using domain::Digest;
using domain::RefusalCode;
using domain::Verdict;

// Digits beyond whole seconds say nothing in a signed instant.
Instant toSeconds(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant);
}

Digest digestOf(std::string_view bytes)
{
    return Digest{crypto::digestText(asBytes(bytes))};
}

bool mayWork(Turn &turn, std::uint64_t command)
{
    const auto &world = turn.world;
    if (std::holds_alternative<access::session::Locked>(world.session))
        refuse(turn, command, RefusalCode::Locked);
    else if (!std::holds_alternative<access::session::SignedIn>(world.session))
        refuse(turn, command, RefusalCode::NotSignedIn);
    else if (world.signing || world.ledger == LedgerState::Opening
             || (world.keyChange
                 && (world.keyChange->kind == KeyChange::Kind::RenewingKey
                     || world.keyChange->kind == KeyChange::Kind::EnrollingToken)))
        refuse(turn, command, RefusalCode::Busy);
    else if (world.ledger == LedgerState::Closed)
        refuse(turn, command, RefusalCode::LedgerFailed);
    else if (world.isQuarantined)
        refuse(turn, command, RefusalCode::LedgerQuarantined);
    else
        return mayTryPassword(turn, command);
    return false;
}

// Who, where, when and how: what every statement of this desk says.
DecisionStatement frame(const Turn &turn, Verdict verdict, const Digest &itemDigest)
{
    const auto &world = turn.world;
    const auto &reviewer = world.card->reviewer;
    DecisionStatement statement;
    statement.audience = world.card->gatewayId;
    statement.decisionId = domain::DecisionId{uuid7(turn.moment.now, turn.moment.dice)};
    statement.itemDigest = itemDigest;
    statement.verdict = verdict;
    statement.meaning = policy::meaningOf(verdict, reviewer.role);
    statement.signer.id = reviewer.id;
    statement.signer.name = reviewer.name;
    statement.signer.credentials = reviewer.credentials;
    statement.signer.role = domain::name(reviewer.role);
    statement.signer.npi = reviewer.npi;
    statement.legal = policy::legalFor(verdict);
    statement.auth = {.components = {AuthComponent::Password, AuthComponent::DeviceKey},
                      .at = toSeconds(turn.moment.now),
                      .nonce = digestOf(protocol::signingNonceBytes(itemDigest, verdict)),
                      .idpAuthTime = {},
                      .acr = {}};
    statement.device = world.identity->device;
    statement.deviceName = world.setup.deviceName;
    statement.appName = world.setup.appName;
    statement.appVersion = world.setup.appVersion;
    statement.signedAt = formatInstant(toSeconds(turn.moment.now), turn.moment.offset);
    statement.clock = {.gatewaySkewMs = world.skewMs, .verified = world.skewMs.has_value(), .counter = std::nullopt};
    statement.offline = !sync::isFollowing(world.link);
    statement.chain = {world.nextSeq, world.head};
    return statement;
}

Digest digestOf(const domain::Source &source)
{
    if (!source.digest.isEmpty())
        return source.digest;
    if (!source.blob.isEmpty())
        return source.blob;
    return digestOf(source.content.value_or(std::string()));
}

domain::Evidence evidenceOf(const OpenItem &open, const desk::Decide &request)
{
    domain::Evidence evidence;
    evidence.openedAt = toSeconds(open.openedAt);
    evidence.activeSeconds = request.activeSeconds;
    evidence.statementsAcknowledged = request.acknowledged;
    for (const auto &source : open.item->proposal.sources) {
        const auto seen = open.secondsAt.find(source.id);
        if (seen == open.secondsAt.end())
            continue;
        const auto pages = open.pagesAt.find(source.id);
        evidence.sources.push_back({source.id, digestOf(source), seen->second, {}});
        if (pages != open.pagesAt.end())
            evidence.sources.back().pages.assign(pages->second.begin(), pages->second.end());
    }
    return evidence;
}

std::optional<domain::EditedDraft> editOf(const domain::Draft &original, const desk::Decide &request)
{
    if (request.verdict != Verdict::ApproveEdited || !request.edited)
        return std::nullopt;
    return domain::EditedDraft{*request.edited, digestOf(protocol::draftBytes(*request.edited)),
                               domain::clinicalDiff(original, *request.edited)};
}

// The signer stays who signs; who is away is named beside. False: there is no such cover now.
bool signFor(Turn &turn, const domain::ReviewerId &absent, DecisionStatement &statement)
{
    if (absent.isEmpty())
        return true;
    for (const domain::Cover &cover : turn.world.card->covers)
        if (cover.absent == absent && cover.counts(toSeconds(turn.moment.now))) {
            statement.signer.onBehalfOf = cover.absent.text();
            statement.signer.onBehalfOfName = cover.name;
            return true;
        }
    return false;
}

// What the person is asked when taking a decision back, field by field.
domain::DisplayModel recallModel(const desk::DecisionView &view)
{
    return {{.label = "retract", .text = view.id.text()},
            {.label = "verdict", .text = std::string(domain::name(view.statement->verdict))},
            {.label = "item", .text = view.item.text()},
            {.label = "signedAt", .text = view.statement->signedAt}};
}

} // namespace

void decide(Turn &turn, std::uint64_t command, const desk::Decide &request)
{
    auto &world = turn.world;
    if (!mayWork(turn, command))
        return;
    if (!world.open || world.open->id != request.item || !world.open->item)
        return refuse(turn, command, RefusalCode::ItemNotLoaded, request.item.text());
    if (auto refusal = objection(world, request.verdict, turn.moment.now))
        return reply(turn, command, std::move(refusal));
    const auto &item = *world.open->item;
    const policy::Wording wording{request.verdict, request.reasons, request.comment,
                                  request.edited ? &*request.edited : nullptr};
    if (auto refusal = policy::refuseWording(wording, item.proposal.draft))
        return reply(turn, command, std::move(refusal));
    const auto *edited = request.verdict == Verdict::ApproveEdited ? &*request.edited : nullptr;
    if (const auto row = world.rows.find(item.id); edited && row) // what was written in is judged too
        if (auto refusal = policy::refuse(*policyFor(world, *row), world.card->reviewer, request.verdict,
                                          {*row, &item.proposal, edited}, turn.moment.now))
            return reply(turn, command, std::move(refusal));
    const auto findings = examineFor(world, edited);
    const auto needs = policy::needs(request.verdict, examined(*world.open, *findings, request.acknowledged));
    if (!needs.empty()) {
        turn.changed.open = true; // what stands in the way may never have been shown
        return reply(turn, command, needs.front());
    }
    auto rendered = protocol::displayModelBytes(request.rendered);
    auto statement = frame(turn, request.verdict, item.digest);
    statement.itemId = item.id;
    statement.itemRevision = item.revision;
    statement.renderedDigest = digestOf(rendered);
    statement.edited = editOf(item.proposal.draft, request);
    statement.reasons = request.reasons;
    statement.comment = request.comment;
    statement.evidence = evidenceOf(*world.open, request);
    statement.evidence.findings = findingsSeen(*world.open, *findings, request);
    statement.policy = item.policy;
    if (!signFor(turn, request.onBehalfOf, statement))
        return refuse(turn, command, RefusalCode::NotCovering, request.onBehalfOf.text());
    if (request.verdict == Verdict::Cosign || request.verdict == Verdict::DeclineCosign)
        statement.amends = world.rows.find(item.id)->decision.value_or(domain::DecisionSummary{}).decisionId;
    sign(turn, {command, item.id, request.signingAs, request.password, request.isPin}, std::move(statement),
         std::move(rendered), world.rows.find(item.id));
}

void retract(Turn &turn, std::uint64_t command, const desk::Retract &request)
{
    auto &world = turn.world;
    if (!mayWork(turn, command))
        return;
    const auto *own = world.own.find(request.decision);
    if (own == nullptr || !isRetractable(*own->view, turn.moment.now))
        return refuse(turn, command, RefusalCode::NotRetractable, request.decision.text());
    const auto &original = *own->view->statement;
    auto rendered = protocol::displayModelBytes(recallModel(*own->view));
    auto statement = frame(turn, Verdict::Retract, original.itemDigest);
    statement.itemId = original.itemId;
    statement.itemRevision = original.itemRevision;
    statement.renderedDigest = digestOf(rendered);
    statement.comment = request.comment;
    statement.evidence.openedAt = toSeconds(turn.moment.now);
    statement.policy = original.policy;
    statement.amends = request.decision;
    sign(turn, {command, original.itemId, request.signingAs, request.password, request.isPin}, std::move(statement),
         std::move(rendered), world.rows.find(original.itemId));
}

} // namespace countersign::engine
