#include "app/gateway/agent_door.hpp"

#include "app/gateway/agent_answers.hpp"
#include "app/gateway/problem.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/protocol/limits.hpp"
#include "core/rulebook/policy_checks.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

namespace countersign::gateway
{
namespace
{

constexpr std::string_view bearer = "Bearer ";
constexpr std::string_view waitParameter = "wait=";

HttpAnswer notFound()
{
    return problem(404, "not-found", "There is nothing of this name.");
}

HttpAnswer answerOf(const Registrar::AgentError &error)
{
    return std::visit(Overload{[](authority::AgentRule rule) { return problemOf(rule); },
                               [](store::StoreError) { return unavailable(); }},
                      error);
}

std::chrono::seconds waitOf(std::string_view query)
{
    const std::size_t at = query.find(waitParameter);
    if (at == std::string_view::npos)
        return std::chrono::seconds(0);
    const std::string_view digits = query.substr(at + waitParameter.size());
    std::int64_t seconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), protocol::limits::longPollMax);
}

void count(const ProposalTaken &taken, Metrics &metrics)
{
    if (taken.isRepeat || !taken.item.row.findings)
        return;
    const domain::FindingCounts &found = *taken.item.row.findings;
    metrics.findingsStop += static_cast<std::uint64_t>(found.stop);
    metrics.findingsWarning += static_cast<std::uint64_t>(found.warning);
    metrics.findingsInfo += static_cast<std::uint64_t>(found.info);
    metrics.tiersRaised += taken.isRaised ? 1 : 0;
}

// The digest that a blob's name stands for.
std::optional<domain::Digest> blobDigest(std::string_view name)
{
    const std::string text = "sha256:" + std::string(name);
    return crypto::parseDigest(text) ? std::optional(domain::Digest(text)) : std::nullopt;
}

} // namespace

std::optional<authority::AgentGrant> AgentDoor::agentOf(std::string_view authorization) const
{
    if (!authorization.starts_with(bearer))
        return std::nullopt;
    return services_.registrar.agentOf(authorization.substr(bearer.size()));
}

std::optional<domain::Reviewer> AgentDoor::reviewerOf(std::string_view authorization) const
{
    if (!authorization.starts_with(bearer))
        return std::nullopt;
    return services_.tokens.reviewerOf(tokenOf(authorization));
}

std::string_view AgentDoor::tokenOf(std::string_view authorization)
{
    return authorization.starts_with(bearer) ? authorization.substr(bearer.size()) : std::string_view();
}

bool AgentDoor::isKnown(std::string_view authorization) const
{
    return agentOf(authorization).has_value();
}

void AgentDoor::ask(const Reply &reply, std::function<HttpAnswer()> job)
{
    if (!services_.store.offer([reply, job = std::move(job)] { reply(job()); }))
        reply(unavailable());
}

void AgentDoor::handle(HttpRequest request, Reply reply)
{
    const TargetParts target = splitTarget(request.target);
    if (target.path.empty() || target.path[0] != "v1")
        return handleOpen(request, reply);
    const auto agent = agentOf(request.authorization);
    if (!agent) {
        if (const auto reviewer = reviewerOf(request.authorization))
            return readBlobOf(*reviewer, target, request, reply);
        HttpAnswer answer = problem(401, "not-authenticated", "A known agent's token is needed.");
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
        return reply(std::move(answer));
    }
    const std::string_view kind = target.path.size() > 1 ? target.path[1] : std::string_view();
    if (kind == "proposals" && target.path.size() == 2 && request.method == "POST")
        return submit(*agent, request, reply);
    if (kind == "blobs" && target.path.size() == 3 && request.method == "PUT")
        return putBlob(target.path[2], std::move(request), reply);
    if (kind == "blobs" && target.path.size() == 3 && request.method == "GET")
        return readBlob(target.path[2], request, reply);
    if (kind == "items" && target.path.size() >= 3)
        return handleItem(*agent, target, request, reply);
    reply(notFound());
}

void AgentDoor::handleOpen(const HttpRequest &request, const Reply &reply)
{
    if (request.method != "GET")
        return reply(problem(405, "method-not-allowed", "This can only be read."));
    if (request.target == "/healthz")
        return reply({.contentType = "text/plain", .body = "alive\n"});
    if (request.target == "/readyz")
        return ask(reply, [this]() -> HttpAnswer {
            if (!services_.registrar.isHealthy())
                return unavailable();
            return {.contentType = "text/plain", .body = "ready\n"};
        });
    if (request.target == "/metrics")
        return ask(reply, [this]() -> HttpAnswer {
            Registrar &registrar = services_.registrar;
            const Gauges gauges{registrar.queueLength().value_or(0), registrar.position(), registrar.logSize()};
            return {.contentType = "text/plain; version=0.0.4", .body = prometheusText(services_.metrics, gauges)};
        });
    if (request.target == "/.well-known/countersign-keys")
        return ask(reply, [this]() -> HttpAnswer {
            return {.contentType = "application/jwk-set+json",
                    .body = audit::encodeKeys(services_.registrar.roll().keys)};
        });
    reply(notFound());
}

void AgentDoor::submit(const authority::AgentGrant &agent, const HttpRequest &request, const Reply &reply)
{
    auto submission = authority::readSubmission(request.body);
    if (!submission) {
        ++services_.metrics.proposalsRefused;
        return reply(problemOf(submission.error()));
    }
    auto shared = std::make_shared<const authority::Submission>(*std::move(submission));
    // Here and not on the store's thread: reading takes longer than writing.
    const auto rules = services_.registrar.rules();
    auto found = rulebook::findingsOf(shared->proposal, rules->document);
    ask(reply, [this, agent, shared, rules, found = std::move(found)]() -> HttpAnswer {
        const auto now = services_.registrar.rules();
        const bool isSame = now->ref.digest == rules->ref.digest; // else a new policy came in between
        const auto taken = services_.registrar.submit(
            agent, *shared, isSame ? found : rulebook::findingsOf(shared->proposal, now->document),
            services_.clock.now());
        ++(taken ? services_.metrics.proposalsAccepted : services_.metrics.proposalsRefused);
        if (taken) {
            count(*taken, services_.metrics);
            return gateway::answerOf(*taken);
        }
        return std::visit(Overload{[](const authority::IntakeRefusal &refusal) { return problemOf(refusal); },
                                   [](store::StoreError) { return unavailable(); }},
                          taken.error());
    });
}

void AgentDoor::putBlob(std::string_view name, HttpRequest request, const Reply &reply)
{
    const auto digest = blobDigest(name);
    if (!digest)
        return reply(problem(422, "bad-digest", "A blob is named by 64 lower-case hexadecimal digits."));
    if (crypto::digestText(asBytes(request.body)) != digest->text())
        return reply(problem(422, "wrong-digest", "The body does not hash to its name."));
    auto body = std::make_shared<const std::string>(std::move(request.body));
    ask(reply, [this, digest, body]() -> HttpAnswer {
        const auto taken = services_.registrar.putBlob(*digest, asBytes(*body));
        if (!taken)
            return unavailable();
        return {.status = *taken == Registrar::BlobTaken::Added ? 201 : 200, .body = "{}"};
    });
}

void AgentDoor::handleItem(const authority::AgentGrant &agent, const TargetParts &target, const HttpRequest &request,
                           const Reply &reply)
{
    const domain::ItemId id{std::string(target.path[2])};
    const std::string_view what = target.path.size() > 3 ? target.path[3] : std::string_view();
    const auto withItem = [this, agent = agent.id, id](auto use) {
        return [this, agent, id, use]() -> HttpAnswer {
            const auto report = services_.registrar.item(agent, id);
            if (!report)
                return unavailable();
            return *report ? use(**report) : notFound();
        };
    };
    const auto answer = [](const auto &done) { return done ? gateway::answerOf(*done) : answerOf(done.error()); };
    if (request.method == "GET" && target.path.size() == 3)
        return ask(reply, withItem([](const ItemReport &report) { return gateway::answerOf(report); }));
    if (request.method == "GET" && what == "decision")
        return awaitDecision(agent.id, id, waitOf(target.query), reply);
    if (request.method == "POST" && what == "withdraw") {
        if (const auto reason = readWithdrawal(request.body); !reason)
            return reply(problemOf(reason.error()));
        return ask(reply, withItem([this, agent = agent.id, answer](const ItemReport &report) {
                       return answer(services_.registrar.withdraw(agent, report, services_.clock.now()));
                   }));
    }
    if (request.method == "POST" && what == "outcome") {
        const auto outcome = readOutcomeReport(request.body);
        if (!outcome)
            return reply(problemOf(outcome.error()));
        return ask(reply, withItem([this, agent = agent.id, answer, outcome](const ItemReport &report) {
                       return answer(services_.registrar.recordOutcome(agent, report, *outcome, services_.clock.now()));
                   }));
    }
    reply(notFound());
}

void AgentDoor::awaitDecision(const domain::AgentId &agent, const domain::ItemId &id, std::chrono::seconds wait,
                              const Reply &reply)
{
    const std::int64_t untilMs = services_.clock.monotonicMs() + milliseconds(wait).count();
    const auto attempt = [this, agent, id, reply](bool isLast) {
        const auto report = services_.registrar.item(agent, id);
        if (!report || !*report) {
            reply(report ? notFound() : unavailable());
            return true;
        }
        const auto decision = services_.registrar.finalDecision(**report);
        if (!decision)
            reply(unavailable());
        else if (*decision)
            reply(gateway::answerOf(**decision));
        else if (isLast)
            reply({.status = 204, .body = {}});
        return isLast || !decision || decision->has_value();
    };
    const bool isTaken = services_.store.offer([this, id, untilMs, attempt] {
        if (!attempt(false))
            services_.waiters.wait(id, untilMs, attempt);
    });
    if (!isTaken)
        reply(unavailable());
}

} // namespace countersign::gateway
