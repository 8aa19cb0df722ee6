// An agent at the gateway's door, for tests.
#pragma once

#include "core/domain/proposal.hpp"
#include "core/protocol/json.hpp"
#include "tests/support/loopback_client.hpp"

#include <string>

namespace countersign::gateway_test
{

class TestAgent
{
public:
    TestAgent(const support::Endpoint &endpoint, std::string token) : endpoint_(endpoint), token_(std::move(token)) {}

    [[nodiscard]] support::HttpReply call(const std::string &method, const std::string &target,
                                          const std::string &body = {}, support::HttpHeaders headers = {}) const;
    [[nodiscard]] support::HttpReply propose(const domain::Proposal &proposal) const;
    // Of a proposal that is accepted; empty where it is not.
    [[nodiscard]] std::string itemOf(const domain::Proposal &proposal) const;

private:
    const support::Endpoint &endpoint_;
    std::string token_;
};

// As the address of a blob names it.
[[nodiscard]] std::string hexOf(const std::string &content);
// The member's text in a JSON answer; empty where there is none.
[[nodiscard]] std::string textIn(const support::HttpReply &reply, std::string_view member);

} // namespace countersign::gateway_test
