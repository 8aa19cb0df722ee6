#include "app/gateway/issuer_source.hpp"

#include "app/gateway/http_client.hpp"

namespace countersign::gateway
{

std::optional<std::string> fetchDocument(const std::string &url, const std::filesystem::path &caFile)
{
    const std::size_t host = url.find("://");
    if (host == std::string::npos)
        return std::nullopt;
    const std::size_t path = url.find('/', host + 3);
    const std::string target = path == std::string::npos ? "/" : url.substr(path);
    auto client = HttpClient::connect(url.substr(0, path), {}, caFile);
    if (!client)
        return std::nullopt;
    auto answer = client->call("GET", target, {}, {});
    return answer && answer->status == 200 ? std::optional(std::move(answer->body)) : std::nullopt;
}

} // namespace countersign::gateway
