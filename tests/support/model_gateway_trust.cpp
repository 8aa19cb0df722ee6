// What the model's gateway does about issuers, broken glass and keys that take over.
#include "core/base/encoding.hpp"
#include "core/policy/policy_document.hpp"
#include "tests/support/model_gateway.hpp"

namespace countersign::support
{

std::string ModelGateway::tokenFor(const domain::ReviewerId &user, std::string_view nonce)
{
    return user.text() + "|" + std::string(nonce);
}

bool ModelGateway::isToken(const std::string &token, const domain::ReviewerId &user, std::string_view nonce)
{
    return issuer && token == tokenFor(user, nonce) && usedTokens.insert(token).second;
}

void ModelGateway::proveSigning(Link &link, const protocol::ProveSigning &request)
{
    const bool isProved = link.account && isToken(request.idToken, link.account->reviewer.id, request.nonce.text());
    protocol::SigningProved answer{request.nonce, isProved ? "" : "nonce", std::nullopt, {}};
    if (isProved) {
        answer.authTime = now;
        answer.acr = "urn:mfa";
    }
    link.said.push_back(answer);
}

void ModelGateway::beginEmergency(Link &link)
{
    if (!link.account || !breaksGlass) {
        link.said.push_back(protocol::EmergencyView{std::nullopt, "role"});
        return;
    }
    link.isEmergency = true;
    link.said.push_back(protocol::EmergencyView{now + std::chrono::minutes(60), {}});
    link.position.reset();
    follow(link, 0);
}

void ModelGateway::endEmergency(Link &link)
{
    link.isEmergency = false;
    link.said.push_back(protocol::EmergencyView{});
    link.position.reset();
    follow(link, 0);
}

bool ModelGateway::sees(const Link &link, const domain::ItemSummary &row) const
{
    return !link.account || link.isEmergency || policy::maySee(policy, link.account->reviewer.role, row.workflow);
}

void ModelGateway::replaceKey(Link &link, const protocol::ReplaceKey &request)
{
    const auto bytes = base64urlDecode(request.publicKey);
    const auto vouching = base64urlDecode(request.vouching);
    const auto key = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    const auto *old = keys_.find(link.kid);
    const domain::KeyId kid{key ? crypto::thumbprint(*key) : std::string()};
    if (!key || !old || !vouching || !crypto::verify(old->publicKey, asBytes(protocol::nextKeyBytes(kid)), *vouching)) {
        link.said.push_back(protocol::KeyReplaced{{}, "vouching"});
        return;
    }
    registerKey(link, *key);
    link.said.push_back(protocol::KeyReplaced{kid, {}});
}

std::string ModelGateway::tokenKeyOf(const domain::ReviewerId &user) const
{
    for (const auto &key : keys_.keys())
        if (audit::isCarried(key) && key.owner == user.text() && audit::isValidAt(key, now))
            return base64urlEncode(key.publicKey.bytes);
    return {};
}

void ModelGateway::revokeToken(const domain::ReviewerId &user)
{
    for (auto key : keys_.keys())
        if (audit::isCarried(key) && key.owner == user.text() && !key.revokedAt) {
            key.revokedAt = now;
            keys_.put(key);
        }
}

void ModelGateway::enrolToken(Link &link, const protocol::EnrolToken &request)
{
    const auto bytes = base64urlDecode(request.publicKey);
    const auto proof = base64urlDecode(request.proof);
    const auto vouching = base64urlDecode(request.vouching);
    const auto key = bytes ? crypto::PublicKey::fromBytes(*bytes) : std::nullopt;
    const auto *device = keys_.find(link.kid);
    const domain::KeyId kid{key ? crypto::thumbprint(*key) : std::string()};
    const auto user = link.account->reviewer.id;
    if (!key || !proof || !vouching || !device
        || !crypto::verify(*key, asBytes(protocol::tokenLinkBytes(link.nonce, user)), *proof)
        || !crypto::verify(device->publicKey, asBytes(protocol::tokenKeyBytes(kid)), *vouching)) {
        link.said.push_back(protocol::TokenEnrolled{{}, "vouching"});
        return;
    }
    revokeToken(user);
    keys_.put({kid, *key, audit::KeyRole::Reviewer, user.text(), {}, now, std::nullopt});
    link.said.push_back(protocol::TokenEnrolled{kid, {}});
}

} // namespace countersign::support
