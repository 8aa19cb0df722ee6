#include "app/console/gateway_address.hpp"

#include <doctest/doctest.h>

using countersign::console::streamAddress;

TEST_CASE("what is a gateway's address, and what is not")
{
    struct Case {
        const char *given;
        const char *stream; // empty: refused
    };
    const Case cases[] = {
        {"https://gateway.example:8443", "wss://gateway.example:8443/v1/stream"},
        {"https://gateway.example/", "wss://gateway.example/v1/stream"},
        {"wss://10.0.0.7", "wss://10.0.0.7/v1/stream"},
        {"https://[::1]:8443", "wss://[::1]:8443/v1/stream"},
        {"http://127.0.0.1:8080", "ws://127.0.0.1:8080/v1/stream"},
        {"ws://localhost:8080", "ws://localhost:8080/v1/stream"},
        {"http://[::1]:8080", "ws://[::1]:8080/v1/stream"},
        {"http://gateway.example", ""},
        {"ws://10.0.0.7", ""},
        {"http://127.0.0.1.example", ""},
        {"http://localhost.example", ""},
        {"ftp://127.0.0.1", ""},
        {"gateway.example:8443", ""},
        {"https://", ""},
        {"", ""},
        {"https://user:secret@gateway.example", ""},
        {"https://user@gateway.example", ""},
        {"https://gateway.example/other", ""},
        {"https://gateway.example?x=1", ""},
        {"https://gateway.example#x", ""},
        {"https://gate way.example", ""},
        {"https://gateway.example:99999", ""},
    };
    for (const auto &c : cases) {
        const auto address = streamAddress(c.given);
        CHECK_MESSAGE((address ? address->toString().toStdString() : std::string()) == c.stream, c.given);
    }
}
