// The real program on a folder of its own, as an operator runs it. The folder is removed in the end.
#pragma once

#include "tests/support/loopback_client.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace countersign::gateway_test
{

struct Finished {
    int exitCode = -1;
    std::string out, err;
};

// Runs `countersign-gateway` with these words to its end.
[[nodiscard]] Finished runGateway(const std::vector<std::string> &words, const std::string &input = {});

class TestGateway
{
public:
    // Makes the folder with `init`.
    TestGateway();
    TestGateway(const TestGateway &) = delete;
    TestGateway &operator=(const TestGateway &) = delete;
    ~TestGateway();

    [[nodiscard]] std::string data() const { return folder_ / "gateway"; }
    [[nodiscard]] std::filesystem::path folder() const { return folder_; }
    // Its token.
    [[nodiscard]] std::string addAgent(const std::string &id, const std::string &workflows = "clinical-documentation");
    void addUser(const std::string &id, const std::string &role);

    // Starts the server and waits for its address. False where it did not say one.
    bool serve(bool isPlain = false);
    [[nodiscard]] const support::Endpoint &endpoint() const { return endpoint_; }
    // SIGTERM, and its exit code.
    int stop();
    // SIGKILL.
    void kill();
    [[nodiscard]] bool isAlive() const;

private:
    std::filesystem::path folder_;
    int process_ = -1;
    int output_ = -1;
    support::Endpoint endpoint_;
};

inline const std::string password = "correct horse battery";

} // namespace countersign::gateway_test
