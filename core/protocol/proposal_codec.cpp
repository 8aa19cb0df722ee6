#include "core/protocol/proposal_codec.hpp"

#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_rules.hpp"
#include "core/protocol/proposal_schema.hpp"
#include "core/protocol/shared_schema.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::protocol
{
namespace
{

// What the gateway adds to an accepted proposal.
struct Judgement {
    domain::PolicyRef policy;
    domain::Tier tier = domain::Tier::Moderate;
};

} // namespace

template <class Io>
void describe(Io &io, Of<Io, Judgement> &v)
{
    io.required("policy", v.policy);
    io.required("tier", v.tier);
}

Result<DecodedProposal, WireError> decodeProposal(std::string_view bytes)
{
    auto document = decodeStrict(bytes, limits::proposal);
    if (!document)
        return failure(std::move(document.error()));
    auto proposal = readProposal(*document);
    if (!proposal)
        return failure(std::move(proposal.error()));
    return DecodedProposal{std::move(*proposal), std::move(*document)};
}

Result<domain::Proposal, WireError> readProposal(const Json &document)
{
    auto proposal = readDocument<domain::Proposal>(document);
    if (!proposal)
        return proposal;
    if (auto broken = brokenRule(*proposal))
        return failure(std::move(*broken));
    return proposal;
}

Json encodeProposal(const domain::Proposal &proposal)
{
    return Writer::write(proposal);
}

Json encodeDraft(const domain::Draft &draft)
{
    return Writer::write(draft);
}

Result<domain::Draft, WireError> readDraft(const Json &document)
{
    return readDocument<domain::Draft>(document);
}

std::string itemBytes(Json item, const domain::PolicyRef &policy, domain::Tier tier)
{
    item.set("policy", Writer::write(policy));
    item.set("tier", Writer::write(tier));
    return canonical(item).value_or(std::string());
}

Result<domain::Item, WireError> readItem(std::string_view canonical)
{
    const auto document = decodeStrict(canonical, limits::item);
    if (!document)
        return failure(document.error());
    auto proposal = readProposal(*document);
    if (!proposal)
        return failure(std::move(proposal.error()));
    auto judgement = readDocument<Judgement>(*document);
    if (!judgement)
        return failure(std::move(judgement.error()));
    domain::Item item;
    item.canonical = canonical;
    item.tier = judgement->tier;
    item.policy = std::move(judgement->policy);
    item.proposal = std::move(*proposal);
    return item;
}

std::string draftAndSourcesBytes(const Json &proposal)
{
    Json judged = Json::object();
    for (const char *name : {"draft", "sources"})
        if (const Json *member = proposal.find(name))
            judged.set(name, *member);
    return canonical(judged).value_or(std::string());
}

} // namespace countersign::protocol
