#include "tests/gateway/agent.hpp"

#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"

namespace countersign::gateway_test
{

support::HttpReply TestAgent::call(const std::string &method, const std::string &target, const std::string &body,
                                   support::HttpHeaders headers) const
{
    headers.emplace_back("Authorization", "Bearer " + token_);
    return support::sendHttp(endpoint_, method, target, headers, body);
}

support::HttpReply TestAgent::propose(const domain::Proposal &proposal) const
{
    return call("POST", "/v1/proposals", protocol::compactText(protocol::encodeProposal(proposal)));
}

std::string TestAgent::itemOf(const domain::Proposal &proposal) const
{
    return textIn(propose(proposal), "itemId");
}

std::string hexOf(const std::string &content)
{
    return hexEncode(crypto::sha256(asBytes(content)));
}

std::string textIn(const support::HttpReply &reply, std::string_view member)
{
    const auto json = protocol::decodeStrict(reply.body, protocol::limits::proposal);
    const protocol::Json *found = json ? json->find(member) : nullptr;
    return found && found->asString() ? *found->asString() : std::string();
}

} // namespace countersign::gateway_test
