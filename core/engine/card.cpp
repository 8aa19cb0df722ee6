#include "core/engine/card.hpp"

#include "core/crypto/digest.hpp"
#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/strict_json.hpp"
#include "core/rulebook/policy_codec.hpp"

namespace countersign::engine
{
namespace
{

using protocol::Json;

std::string textOf(const Json &json, std::string_view member)
{
    const Json *found = json.find(member);
    const std::string *text = found ? found->asString() : nullptr;
    return text ? *text : std::string();
}

Json encodeCover(const domain::Cover &cover)
{
    return Json::object({{"absent", cover.absent.text()},
                         {"name", cover.name},
                         {"since", formatInstant(cover.since)},
                         {"until", formatInstant(cover.until)}});
}

// One that cannot be read is one that does not count.
std::vector<domain::Cover> coversOf(const Json &json)
{
    std::vector<domain::Cover> covers;
    const Json *found = json.find("covers");
    if (found == nullptr || found->asArray() == nullptr)
        return covers;
    for (const Json &cover : *found->asArray()) {
        const auto since = parseInstant(textOf(cover, "since"));
        const auto until = parseInstant(textOf(cover, "until"));
        if (since && until)
            covers.push_back({domain::ReviewerId{textOf(cover, "absent")}, textOf(cover, "name"), *since, *until});
    }
    return covers;
}

} // namespace

std::string cardBytes(const Card &card)
{
    return protocol::compactText(Json::object({
        {"id", card.reviewer.id.text()},
        {"name", card.reviewer.name},
        {"role", domain::name(card.reviewer.role)},
        {"credentials", card.reviewer.credentials},
        {"npi", card.reviewer.npi},
        {"policyId", card.policy.id},
        {"policyVersion", card.policy.version},
        {"policyDigest", card.policy.digest.text()},
        {"policyText", card.policyText},
        {"gatewayId", card.gatewayId},
        {"organisation", card.organisation},
        {"gatewayKey", card.gatewayKey},
        {"stepUp", card.stepUp},
        {"tokenKey", card.tokenKey},
        {"covers", Json::arrayOf(card.covers, encodeCover)},
    }));
}

std::shared_ptr<const policy::PolicyDocument> rulesOf(const Card &card)
{
    if (card.policyText.empty()) {
        auto starting = policy::startingPolicy();
        const bool isMeant = rulebook::policyRef(starting) == card.policy;
        return isMeant ? std::make_shared<const policy::PolicyDocument>(std::move(starting)) : nullptr;
    }
    if (crypto::digestText(asBytes(card.policyText)) != card.policy.digest.text())
        return nullptr;
    auto read = rulebook::readPolicy(card.policyText);
    return read ? std::make_shared<const policy::PolicyDocument>(std::move(*read)) : nullptr;
}

std::optional<Card> readCard(std::string_view bytes)
{
    const auto json = protocol::decodeStrict(bytes, protocol::limits::statement);
    if (!json)
        return std::nullopt;
    const auto role = domain::parse<domain::Role>(textOf(*json, "role"));
    Card card{
        .reviewer = {domain::ReviewerId{textOf(*json, "id")}, textOf(*json, "name"),
                     role.value_or(domain::Role::Auditor), textOf(*json, "credentials"), textOf(*json, "npi")},
        .policy = {textOf(*json, "policyId"), textOf(*json, "policyVersion"),
                   domain::Digest{textOf(*json, "policyDigest")}},
        .policyText = textOf(*json, "policyText"),
        .gatewayId = textOf(*json, "gatewayId"),
        .organisation = textOf(*json, "organisation"),
        .gatewayKey = textOf(*json, "gatewayKey"),
        .stepUp = textOf(*json, "stepUp"),
        .tokenKey = textOf(*json, "tokenKey"),
        .covers = coversOf(*json),
    };
    if (!role || card.reviewer.id.isEmpty() || card.gatewayId.empty() || card.gatewayKey.empty())
        return std::nullopt;
    return card;
}

} // namespace countersign::engine
