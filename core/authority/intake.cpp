#include "core/authority/intake.hpp"

#include "core/crypto/digest.hpp"
#include "core/policy/deadlines.hpp"
#include "core/policy/tiers.hpp"
#include "core/protocol/canonical.hpp"
#include "core/rulebook/policy_codec.hpp"

#include <algorithm>
#include <optional>

namespace countersign::authority
{
namespace
{

using Refused = std::optional<IntakeRefusal>;

domain::Digest digestOf(std::string_view bytes)
{
    return domain::Digest(crypto::digestText(asBytes(bytes)));
}

std::string pointerTo(std::size_t source, std::string_view member)
{
    return "/sources/" + std::to_string(source) + "/" + std::string(member);
}

// A digest that the agent gave must be the content's.
std::optional<protocol::WireError> findWrongDigest(const std::vector<domain::Source> &sources)
{
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const domain::Source &source = sources[i];
        const domain::Digest actual = source.content ? digestOf(*source.content) : source.blob;
        if (!source.digest.isEmpty() && !actual.isEmpty() && source.digest != actual)
            return protocol::WireError{.rule = protocol::Rule::WrongDigest, .pointer = pointerTo(i, "digest")};
    }
    return std::nullopt;
}

Refused refuseScope(const domain::Proposal &proposal, const IntakeFacts &facts)
{
    if (proposal.agent.id != facts.agent.id)
        return IntakeRefusal{IntakeRule::OtherAgent, "/agent/id"};
    const auto &granted = facts.agent.workflows;
    if (std::find(granted.begin(), granted.end(), proposal.workflow) == granted.end())
        return IntakeRefusal{IntakeRule::OutsideScope, "/workflow"};
    const policy::Workflow *workflow = policy::findWorkflow(facts.policy, proposal.workflow);
    if (!workflow)
        return IntakeRefusal{IntakeRule::UnknownWorkflow, "/workflow"};
    if (!policy::findAction(facts.policy, proposal.workflow, proposal.action.type))
        return IntakeRefusal{IntakeRule::UnknownAction, "/action/type"};
    if (proposal.risk.samd > workflow->functionClass)
        return IntakeRefusal{IntakeRule::FunctionClass, "/risk/samd"};
    return std::nullopt;
}

Refused refuseSources(const domain::Proposal &proposal, const IntakeFacts &facts)
{
    for (std::size_t i = 0; i < proposal.sources.size(); ++i) {
        const domain::Digest &blob = proposal.sources[i].blob;
        if (!blob.isEmpty() && !facts.blobs.contains(blob))
            return IntakeRefusal{IntakeRule::BlobMissing, pointerTo(i, "blob")};
    }
    return std::nullopt;
}

Refused refuseRevision(const domain::Proposal &proposal, const IntakeFacts &facts)
{
    if (proposal.supersedes.isEmpty())
        return std::nullopt;
    if (!facts.superseded)
        return IntakeRefusal{IntakeRule::SupersedesUnknown, "/supersedes"};
    if (facts.superseded->row.patient != proposal.patient.id)
        return IntakeRefusal{IntakeRule::SupersedesOtherPatient, "/supersedes"};
    if (proposal.changeNote.empty())
        return IntakeRefusal{IntakeRule::ChangeNoteMissing, "/changeNote"};
    if (!domain::step(facts.superseded->row.state, domain::ItemEvent::Supersede))
        return IntakeRefusal{IntakeRule::SupersedesEnded, "/supersedes"};
    return std::nullopt;
}

Refused refuse(const Submission &submission, const IntakeFacts &facts)
{
    if (Refused scope = refuseScope(submission.proposal, facts))
        return scope;
    if (Refused sources = refuseSources(submission.proposal, facts))
        return sources;
    if (facts.wasRejected)
        return IntakeRefusal{IntakeRule::RejectedBefore, "/draft"};
    return refuseRevision(submission.proposal, facts);
}

domain::ItemSummary summarise(const Submission &submission, const IntakeFacts &facts)
{
    const domain::Proposal &proposal = submission.proposal;
    const policy::ActionRule &rule = *policy::findAction(facts.policy, proposal.workflow, proposal.action.type);
    return {.id = submission.itemId,
            .revision = facts.superseded ? facts.superseded->row.revision + 1 : 1,
            .digest = {},
            .state = *domain::step(domain::ItemState::Received, domain::ItemEvent::Queue),
            .tier = policy::tierFor(facts.policy, proposal, facts.findings).tier,
            .workflow = proposal.workflow,
            .actionType = proposal.action.type,
            .title = proposal.action.title,
            .agent = proposal.agent.id,
            .patient = proposal.patient.id,
            .family = proposal.patient.family,
            .given = proposal.patient.given,
            .birthDate = proposal.patient.birthDate,
            .mrn = proposal.patient.mrn,
            .sex = proposal.patient.sex,
            .proposedAt = proposal.proposedAt,
            .dueAt = policy::dueAt(rule, proposal.deadline, facts.now),
            .expiresAt = policy::expiresAt(rule, proposal.deadline, facts.now),
            .supersedes = submission.supersedes,
            .decision = {},
            .findings = domain::countsOf(facts.findings)};
}

AcceptedItem accept(const Submission &submission, const IntakeFacts &facts)
{
    AcceptedItem accepted{.item = {.row = summarise(submission, facts),
                                   .contentDigest = submission.contentDigest,
                                   .draftDigest = submission.draftDigest,
                                   .policy = rulebook::policyRef(facts.policy),
                                   .signatures = {},
                                   .effective = {},
                                   .releaseAt = {}},
                          .canonical = {},
                          .isRaised = {},
                          .superseded = {}};
    accepted.isRaised = accepted.item.row.tier > policy::tierFor(facts.policy, submission.proposal).tier;
    accepted.canonical = protocol::itemBytes(submission.document, accepted.item.policy, accepted.item.row.tier);
    accepted.item.row.digest = digestOf(accepted.canonical);
    if (facts.superseded) {
        ItemChange replaced{*facts.superseded, {audit::Superseded{submission.itemId}}};
        if (replaced.item.releaseAt) // an approval was on its way
            replaced.happened.insert(replaced.happened.begin(),
                                     audit::Invalidated{replaced.item.effective->decisionId});
        replaced.item.row.state = domain::ItemState::Superseded;
        replaced.item.releaseAt.reset();
        accepted.superseded = std::move(replaced);
    }
    return accepted;
}

} // namespace

domain::ItemId itemIdOf(const domain::AgentId &agent, const domain::ProposalId &proposal)
{
    constexpr std::size_t digitCount = 24;
    const std::string digest = crypto::digestText(asBytes(agent.text() + "\n" + proposal.text()));
    return domain::ItemId("itm-" + digest.substr(digest.find(':') + 1, digitCount));
}

Result<Submission, protocol::WireError> readSubmission(std::string_view bytes)
{
    auto decoded = protocol::decodeProposal(bytes);
    if (!decoded)
        return failure(decoded.error());
    if (auto wrong = findWrongDigest(decoded->proposal.sources))
        return failure(*std::move(wrong));
    const auto content = protocol::canonical(decoded->document);
    if (!content)
        return failure(content.error());
    const domain::AgentId &agent = decoded->proposal.agent.id;
    const domain::ProposalId &replaced = decoded->proposal.supersedes;
    Submission submission{.proposal = {},
                          .document = {},
                          .itemId = itemIdOf(agent, decoded->proposal.id),
                          .supersedes = replaced.isEmpty() ? domain::ItemId() : itemIdOf(agent, replaced),
                          .contentDigest = digestOf(*content),
                          .draftDigest = digestOf(protocol::draftAndSourcesBytes(decoded->document)),
                          .blobs = {}};
    for (const domain::Source &source : decoded->proposal.sources) {
        if (!source.blob.isEmpty())
            submission.blobs.push_back(source.blob);
    }
    submission.proposal = std::move(decoded->proposal);
    submission.document = std::move(decoded->document);
    return submission;
}

Result<Acceptance, IntakeRefusal> judgeProposal(const Submission &submission, const IntakeFacts &facts)
{
    if (facts.same && submission.proposal.agent.id == facts.agent.id) {
        if (facts.same->contentDigest == submission.contentDigest)
            return Acceptance(SameAgain{});
        return failure(IntakeRefusal{IntakeRule::OtherBytes, "/id"});
    }
    if (const Refused refused = refuse(submission, facts))
        return failure(*refused);
    return Acceptance(accept(submission, facts));
}

} // namespace countersign::authority
