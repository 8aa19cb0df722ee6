// HTTP as the agent's door sees it: values without a socket.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::gateway
{

struct HttpRequest {
    std::string method;
    std::string target;        // path and query
    std::string authorization; // the header, as it came
    std::string range;         // the header, as it came
    std::string body;
};

struct HttpAnswer {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

struct TargetParts {
    std::vector<std::string_view> path; // "/v1/items/x" is {"v1", "items", "x"}
    std::string_view query;
};
// Views into the target. Nothing is percent-decoded: no id of the contract needs it.
[[nodiscard]] TargetParts splitTarget(std::string_view target);

// How much body a request to this target may carry (contract, limits).
[[nodiscard]] std::size_t bodyBytesMax(std::string_view method, std::string_view target);

} // namespace countersign::gateway
