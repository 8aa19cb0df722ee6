// A running gateway's door from the outside, for `import --url`: one request after the other, TLS 1.3 or plain on
// loopback. Blocking; the calling thread only.
#pragma once

#include "app/gateway/http_values.hpp"
#include "core/base/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace countersign::gateway
{

enum class ClientError {
    BadUrl,      // none of https://HOST[:PORT] and, on loopback alone, http://HOST[:PORT]
    Authority,   // the file of the authority cannot be used
    Unreachable, // nobody is there
    Untrusted,   // somebody else is there
    Broken       // the connection ended before the answer
};

class HttpClient
{
public:
    // `caFile` names the one authority that is trusted (PEM); empty: the system's.
    [[nodiscard]] static Result<HttpClient, ClientError> connect(std::string_view url, std::string token,
                                                                 const std::filesystem::path &caFile);
    HttpClient(HttpClient &&) noexcept;
    HttpClient &operator=(HttpClient &&) noexcept;
    ~HttpClient();

    // Connects anew where the other side ended the connection meanwhile.
    [[nodiscard]] Result<HttpAnswer, ClientError> call(std::string_view method, std::string_view target,
                                                       std::string_view contentType, std::string_view body);

private:
    struct Parts;
    explicit HttpClient(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace countersign::gateway
