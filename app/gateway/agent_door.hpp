// The agent's HTTP calls (contract, agent-api.md), all but webhooks and the feed, and the one call that a console has:
// GET /v1/blobs/{digest}?item={itemId} with the word of its SignedIn. Decodes on the caller's thread, asks
// the registrar on the store's, answers from either.
#pragma once

#include "app/gateway/http_values.hpp"
#include "app/gateway/services.hpp"

#include <functional>
#include <optional>

namespace countersign::gateway
{

class AgentDoor
{
public:
    // Called exactly once, from any thread.
    using Reply = std::function<void(HttpAnswer)>;

    explicit AgentDoor(Services &services) : services_(services) {}

    void handle(HttpRequest request, Reply reply);
    // Whether that header names an agent: asked before a large body is read.
    [[nodiscard]] bool isKnown(std::string_view authorization) const;

private:
    [[nodiscard]] std::optional<authority::AgentGrant> agentOf(std::string_view authorization) const;
    void handleOpen(const HttpRequest &request, const Reply &reply);
    void submit(const authority::AgentGrant &agent, const HttpRequest &request, const Reply &reply);
    void putBlob(std::string_view name, HttpRequest request, const Reply &reply);
    // Of an agent's own, or one that a source of an item names which this reviewer may see.
    void readBlob(std::string_view name, const HttpRequest &request, const Reply &reply);
    void readBlobOf(const domain::Reviewer &reviewer, const TargetParts &target, const HttpRequest &request,
                    const Reply &reply);
    // The store's thread.
    [[nodiscard]] HttpAnswer blobAnswer(const domain::Digest &digest, std::string_view range);
    [[nodiscard]] std::optional<domain::Reviewer> reviewerOf(std::string_view authorization) const;
    [[nodiscard]] static std::string_view tokenOf(std::string_view authorization);
    void handleItem(const authority::AgentGrant &agent, const TargetParts &target, const HttpRequest &request,
                    const Reply &reply);
    void awaitDecision(const domain::AgentId &agent, const domain::ItemId &id, std::chrono::seconds wait,
                       const Reply &reply);
    // Runs the job on the store's thread and replies with what it returns.
    void ask(const Reply &reply, std::function<HttpAnswer()> job);

    Services &services_;
};

} // namespace countersign::gateway
