// The program as an operator uses it: exit codes, files, and what it must refuse.
#include "tests/gateway/gateway_process.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace countersign::gateway_test
{
namespace
{

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_CASE("wrong use is 2, what cannot be done is 3, and each says one sentence")
{
    struct Row {
        int code;
        std::vector<std::string> words;
        std::string input = {};
    };
    TestGateway gateway;
    REQUIRE(!gateway.addAgent("scribe").empty());
    gateway.addUser("mara", "clinician");
    const std::string data = gateway.data();
    const std::string nowhere = gateway.folder() / "nowhere";
    const std::vector<Row> rows{
        {2, {}},
        {2, {"no-such-command"}},
        {2, {"init"}},
        {2, {"init", "--data"}},
        {2, {"init", "--data", nowhere, "--no-such-option"}},
        {3, {"init", "--data", data}},
        {2, {"agent", "add", "bad id", "--data", data, "--workflow", "w"}},
        {2, {"agent", "add", "other", "--data", data}},
        {2, {"agent", "add", "other", "--data", data, "--workflow", "a,,b"}},
        {3, {"agent", "add", "scribe", "--data", data, "--workflow", "w"}},
        {3, {"agent", "add", "scribe", "--data", nowhere, "--workflow", "w"}},
        {2, {"user", "add", "joel", "--data", data, "--name", "J", "--role", "wizard", "--password-stdin"}, "x\n"},
        {2, {"user", "add", "joel", "--data", data, "--name", "J", "--role", "nurse"}},
        {2, {"user", "add", "joel", "--data", data, "--name", "J", "--role", "nurse", "--password-stdin"}, "\n"},
        {3, {"user", "add", "mara", "--data", data, "--name", "M", "--role", "nurse", "--password-stdin"}, "x\n"},
        {1, {"user", "disable", "nobody", "--data", data}},
        {2, {"serve", "--data", data, "--listen", "nonsense"}},
        {2, {"serve", "--data", data, "--listen", "127.0.0.1:0", "--store", "postgres://x"}},
        {3, {"serve", "--data", nowhere, "--listen", "127.0.0.1:0"}},
        {3, {"serve", "--data", data, "--listen", "0.0.0.0:0", "--plain"}},
        {3, {"serve", "--data", data, "--listen", "192.0.2.1:0"}},
        {3, {"policy", "check", nowhere, "--data", data}},
        {2, {"policy", "bend", "--data", data}},
        {2, {"export-audit", "--data", data}},
        {2, {"export-audit", "--data", data, "--out", nowhere, "--from", "yesterday"}},
        {3, {"export-audit", "--data", data, "--out", data}},
        {2, {"import", "--data", data}},
        {2, {"db", "shrink", "--data", data}},
    };
    for (const Row &row : rows) {
        std::string line;
        for (const std::string &word : row.words)
            line += word + " ";
        CAPTURE(line);
        const Finished finished = runGateway(row.words, row.input);
        CHECK(finished.exitCode == row.code);
        CHECK(finished.out.empty());
        CHECK((row.words.empty() || std::count(finished.err.begin(), finished.err.end(), '\n') == 1));
    }
}

TEST_CASE("help and version are answered")
{
    CHECK(runGateway({"--help"}).exitCode == 0);
    CHECK(runGateway({"serve", "--help"}).out.find("serve --data DIR") != std::string::npos);
    CHECK(runGateway({"--version"}).out.starts_with("countersign-gateway "));
}

TEST_CASE("secrets are for their owner alone, and no key is in two places")
{
    const TestGateway gateway;
    const std::filesystem::path data = gateway.data();
    using std::filesystem::perms;
    for (const char *secret : {"store.key", "signing.key", "ca.key", "server.key", "gateway.db"})
        CHECK_MESSAGE((std::filesystem::status(data / secret).permissions() & (perms::group_all | perms::others_all))
                          == perms::none,
                      secret);
    CHECK((std::filesystem::status(data).permissions() & perms::others_all) == perms::none);
    const std::string key = contentOf(data / "signing.key");
    for (const auto &file : std::filesystem::directory_iterator(data)) {
        if (file.path().filename() != "signing.key")
            CHECK(contentOf(file.path()).find(key) == std::string::npos);
    }
}

TEST_CASE("a policy is checked by its rules and applied by its digest")
{
    const TestGateway gateway;
    const std::filesystem::path file = gateway.folder() / "policy.json";
    const std::string policy = contentOf(std::filesystem::path(gateway.data()) / "policy.json");
    const auto run = [&](const std::string &verb, const std::string &text) {
        std::ofstream(file, std::ios::binary) << text;
        return runGateway({"policy", verb, file, "--data", gateway.data()});
    };
    CHECK(run("check", policy).exitCode == 0);
    CHECK(run("check", policy.substr(1)).exitCode == 1);
    std::string mild = policy;
    mild.replace(mild.find("\"moderate\""), 10, "\"mild\"");
    const Finished refused = run("apply", mild);
    CHECK(refused.exitCode == 1);
    CHECK(refused.err.find("unknown-word") != std::string::npos);
    std::string second = policy;
    second.replace(second.find(R"("version": "1")"), 14, R"("version": "2")");
    CHECK(run("apply", second).out.starts_with("starting-policy 2 sha256:"));
    CHECK(run("apply", policy).exitCode == 0); // and back again
}

TEST_CASE("two servers do not share a folder")
{
    TestGateway gateway;
    REQUIRE(gateway.serve());
    const Finished second = runGateway({"serve", "--data", gateway.data(), "--listen", "127.0.0.1:0"});
    CHECK(second.exitCode == 3);
    CHECK(second.err.find("Another process") != std::string::npos);
    CHECK(runGateway({"agent", "add", "late", "--data", gateway.data(), "--workflow", "w"}).exitCode == 3);
    CHECK(gateway.stop() == 0);
}

} // namespace
} // namespace countersign::gateway_test
