#include "app/gateway/rights_change.hpp"

#include "core/base/encoding.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/people_schema.hpp"
#include "core/protocol/strict_json.hpp"
#include "core/rulebook/policy_codec.hpp"

namespace countersign::gateway
{

using protocol::Of;
using store::StoreError;
using store::gateway::GatewayStore;
template <class T>
using Stored = Result<T, StoreError>;

namespace
{

bool done(Done)
{
    return true;
}

// A policy that cannot be read back would keep the gateway from its next start.
bool isSound(const store::gateway::PolicyRow &row)
{
    const auto policy = rulebook::readPolicy(row.document);
    return policy && rulebook::policyRef(*policy).digest == row.digest;
}

} // namespace

// Hexadecimal digits on the way, bytes in the store.
template <class Io>
void describeHash(Io &io, Of<Io, Bytes> &v)
{
    std::string hash = hexEncode(v);
    io.required("tokenHash", hash, protocol::Length{64, 64});
    if constexpr (Io::isReading) {
        const auto bytes = hexDecode(hash);
        bytes ? void(v = *bytes) : io.refuse(protocol::Rule::BadDigest);
    }
}

template <class Io>
void describe(Io &io, Of<Io, AddAgent> &v)
{
    io.required("id", v.agent.id);
    describeHash(io, v.agent.tokenHash);
    io.required("workflows", v.agent.workflows);
}

template <class Io>
void describe(Io &io, Of<Io, ReplaceToken> &v)
{
    io.required("id", v.agent);
    describeHash(io, v.tokenHash);
}

template <class Io>
void describe(Io &io, Of<Io, AddUser> &v)
{
    io.required("reviewer", v.reviewer);
    io.required("passwordHash", v.passwordHash);
}

template <class Io>
void describe(Io &io, Of<Io, DisableUser> &v)
{
    io.required("user", v.user);
}

template <class Io>
void describe(Io &io, Of<Io, RevokeTokens> &v)
{
    io.required("user", v.user);
}

template <class Io>
void describe(Io &io, Of<Io, AddCover> &v)
{
    io.required("signer", v.signer);
    io.required("cover", v.cover);
}

template <class Io>
void describe(Io &io, Of<Io, EndCovers> &v)
{
    io.required("signer", v.signer);
    io.required("absent", v.absent);
}

template <class Io>
void describe(Io &io, Of<Io, ApplyPolicy> &v)
{
    io.required("digest", v.policy.digest);
    io.required("document", v.policy.document);
}

namespace
{

struct Document {
    RightsChange change;
};

template <class Io>
void describe(Io &io, Of<Io, Document> &v)
{
    io.choice("change", v.change,
              {"add-agent", "add-user", "disable-user", "revoke-tokens", "add-cover", "end-covers", "apply-policy",
               "replace-token"},
              protocol::Rule::UnknownWord);
}

} // namespace

Stored<bool> makeChange(GatewayStore &store, const RightsChange &change, Instant now)
{
    return std::visit(
        Overload{[&](const AddAgent &v) { return store.addAgent(v.agent).transform(done); },
                 [&](const AddUser &v) { return store.addUser({v.reviewer, v.passwordHash, false}).transform(done); },
                 [&](const ReplaceToken &v) { return store.replaceToken(v.agent, v.tokenHash); },
                 [&](const DisableUser &v) {
                     return store.disableUser(v.user).and_then([&](bool isThere) {
                         return store.revokeKeys(v.user, now).transform([&](Done) { return isThere; });
                     });
                 },
                 [&](const RevokeTokens &v) { return store.revokeTokens(v.user, now); },
                 [&](const AddCover &v) {
                     return store.addCover({.number = 0, .signer = v.signer, .cover = v.cover, .endedAt = {}})
                         .transform(done);
                 },
                 [&](const EndCovers &v) { return store.endCovers(v.signer, v.absent, now); },
                 [&](const ApplyPolicy &v) {
                     return isSound(v.policy) ? store.applyPolicy(v.policy).transform(done)
                                              : failure(StoreError::Constraint);
                 }},
        change);
}

domain::ReviewerId whoseRights(const RightsChange &change)
{
    return std::visit(Overload{[](const AddAgent &) { return domain::ReviewerId(); },
                               [](const AddUser &) { return domain::ReviewerId(); },
                               [](const ReplaceToken &) { return domain::ReviewerId(); },
                               [](const ApplyPolicy &) { return domain::ReviewerId(); },
                               [](const DisableUser &v) { return v.user; },
                               [](const RevokeTokens &v) { return v.user; }, [](const auto &v) { return v.signer; }},
                      change);
}

bool isEverybodys(const RightsChange &change)
{
    return std::holds_alternative<ApplyPolicy>(change);
}

std::string changeText(const RightsChange &change)
{
    return protocol::compactText(protocol::Writer::write(Document{change}));
}

Result<RightsChange, protocol::WireError> readChange(std::string_view text)
{
    const auto json = protocol::decodeStrict(text, protocol::limits::statement);
    if (!json)
        return failure(json.error());
    return protocol::readDocument<Document>(*json).transform(
        [](Document document) { return std::move(document.change); });
}

} // namespace countersign::gateway
