#include "core/store/gateway/gateway_store.hpp"

#include "core/domain/names.hpp"
#include "core/store/gateway/rows.hpp"
#include "core/store/gateway/sql.hpp"

namespace countersign::store::gateway
{
namespace
{

std::string joined(const std::vector<domain::WorkflowId> &workflows)
{
    std::string text;
    for (const domain::WorkflowId &workflow : workflows)
        text += (text.empty() ? "" : ",") + workflow.text();
    return text;
}

std::vector<domain::WorkflowId> separated(std::string_view text)
{
    std::vector<domain::WorkflowId> workflows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        workflows.emplace_back(std::string(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return workflows;
}

} // namespace

Stored<Done> GatewayStore::addAgent(const AgentRow &agent)
{
    return database_.query(sql::insertAgent).bind(agent.id.text(), agent.tokenHash, joined(agent.workflows)).run();
}

Stored<std::vector<AgentRow>> GatewayStore::agents()
{
    return allRows(database_.query(sql::selectAgents), [](const Statement &row) {
        return AgentRow{idAt<domain::AgentId>(row, 0), bytesAt(row, 1), separated(row.text(2))};
    });
}

Stored<bool> GatewayStore::replaceToken(const domain::AgentId &id, const Bytes &tokenHash)
{
    return database_.query(sql::replaceToken).bind(id.text(), tokenHash).run().transform([&](Done) {
        return database_.changedRows() > 0;
    });
}

Stored<Done> GatewayStore::addUser(const UserRow &user)
{
    const domain::Reviewer &reviewer = user.reviewer;
    return database_.query(sql::insertUser)
        .bind(reviewer.id.text(), reviewer.name, domain::name(reviewer.role), reviewer.credentials, reviewer.npi,
              user.passwordHash)
        .run();
}

Stored<std::vector<UserRow>> GatewayStore::users()
{
    return allRows(database_.query(sql::selectUsers), [](const Statement &row) {
        return UserRow{.reviewer = {.id = idAt<domain::ReviewerId>(row, 0),
                                    .name = textAt(row, 1),
                                    // A role that this version does not know may do nothing: auditors sign nothing.
                                    .role = domain::parse<domain::Role>(row.text(2)).value_or(domain::Role::Auditor),
                                    .credentials = textAt(row, 3),
                                    .npi = textAt(row, 4)},
                       .passwordHash = textAt(row, 5),
                       .isDisabled = row.integer(6) != 0};
    });
}

Stored<bool> GatewayStore::disableUser(const domain::ReviewerId &id)
{
    return database_.query(sql::disableUser).bind(id.text()).run().transform([&](Done) {
        return database_.changedRows() > 0;
    });
}

Stored<Done> GatewayStore::addKey(const KeyRow &key)
{
    return database_.query(sql::insertKey)
        .bind(key.kid.text(), key.publicKey, key.isGateway, key.owner, key.device.text(), key.deviceName,
              toMs(key.validFrom))
        .run();
}

Stored<std::vector<KeyRow>> GatewayStore::keys()
{
    return allRows(database_.query(sql::selectKeys), [](const Statement &row) {
        return KeyRow{.kid = idAt<domain::KeyId>(row, 0),
                      .publicKey = bytesAt(row, 1),
                      .isGateway = row.integer(2) != 0,
                      .owner = textAt(row, 3),
                      .device = idAt<domain::DeviceId>(row, 4),
                      .deviceName = textAt(row, 5),
                      .validFrom = fromMs(row.integer(6)),
                      .revokedAt = instantAt(row, 7)};
    });
}

Stored<Done> GatewayStore::revokeKeys(const domain::ReviewerId &owner, Instant at)
{
    return database_.query(sql::revokeKeysOfOwner).bind(owner.text(), toMs(at)).run();
}

Stored<bool> GatewayStore::revokeTokens(const domain::ReviewerId &owner, Instant at)
{
    return database_.query(sql::revokeTokensOfOwner).bind(owner.text(), toMs(at)).run().transform([&](Done) {
        return database_.changedRows() > 0;
    });
}

Stored<Done> GatewayStore::revokeKeysBefore(const std::string &owner, const domain::DeviceId &device,
                                            const domain::KeyId &kid, Instant at)
{
    return database_.query(sql::revokeKeysBefore).bind(owner, device.text(), kid.text(), toMs(at)).run();
}

Stored<bool> GatewayStore::putSigningProof(const domain::ReviewerId &user, const domain::Digest &nonce,
                                           const SigningProofRow &proof, Instant heardAt)
{
    return database_.query(sql::putSigningProof)
        .bind(user.text(), nonce.text(), toMs(proof.authTime), proof.acr, toMs(heardAt))
        .run()
        .transform([&](Done) { return database_.changedRows() > 0; });
}

Stored<std::optional<SigningProofRow>> GatewayStore::signingProof(const domain::ReviewerId &user,
                                                                  const domain::Digest &nonce)
{
    std::optional<SigningProofRow> proof;
    return eachRow(database_.query(sql::selectSigningProof).bind(user.text(), nonce.text()),
                   [&](const Statement &row) { proof = SigningProofRow{fromMs(row.integer(0)), textAt(row, 1)}; })
        .transform([&](Done) { return proof; });
}

Stored<Done> GatewayStore::applyPolicy(const PolicyRow &policy)
{
    return database_.query(sql::insertPolicy).bind(policy.digest.text(), policy.document).run();
}

Stored<std::vector<PolicyRow>> GatewayStore::policies()
{
    return allRows(database_.query(sql::selectPolicies),
                   [](const Statement &row) { return PolicyRow{idAt<domain::Digest>(row, 0), textAt(row, 1)}; });
}

} // namespace countersign::store::gateway
