// The program as an operator uses it: exit codes, files, and what it must refuse.
#include "core/audit/key_registry.hpp"
#include "core/base/encoding.hpp"
#include "core/crypto/digest.hpp"
#include "core/crypto/sealed_box.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/gateway/gateway_process.hpp"
#include "tests/support/sample_proposal.hpp"

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
        {1, {"export-audit", "--data", data, "--out", nowhere, "--by", "nobody"}},
        {2, {"import", "--data", data}},
        {2, {"import", "x"}},
        {2, {"import", "--data", data, "--url", "http://127.0.0.1:1", "--token", "t", "x"}},
        {2, {"import", "--url", "http://127.0.0.1:1", "x"}},
        {2, {"import", "--data", data, "--token", "t", "x"}},
        {2, {"import", "--url", "ftp://127.0.0.1:1", "--token", "t", "x"}},
        {2, {"import", "--url", "http://192.0.2.1:1", "--token", "t", "x"}}, // plain off loopback
        {3, {"import", "--url", "http://127.0.0.1:1", "--token", "t", "x"}},
        {3, {"import", "--url", "https://127.0.0.1:1", "--ca", nowhere, "--token", "t", "x"}},
        {2, {"db", "shrink", "--data", data}},
        {2, {"recovery"}},
        {2, {"recovery", "close"}},
        {2, {"recovery", "open"}, "CSSHARE1 no\n\n"},
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

TEST_CASE("two of three shares open what a console closed for the organisation")
{
    const auto made = runGateway({"recovery", "make", "--json"});
    REQUIRE(made.exitCode == 0);
    const auto object =
        protocol::decodeStrict(made.out.substr(0, made.out.size() - 1), protocol::limits::statement).value();
    const auto text = [](const protocol::Json *json) { return *json->asString(); };
    const auto keyBytes = base64urlDecode(text(object.find("publicKey"))).value();
    crypto::BoxPublicKey key{};
    std::copy(keyBytes.begin(), keyBytes.end(), key.begin());
    const auto &shares = *object.find("shares")->asArray();
    REQUIRE(shares.size() == 3);
    const Bytes code(20, 0xff);
    const auto request = "CSREC1 " + base64urlEncode(crypto::closeBox(key, code)) + "\n";
    const auto open = [&](const protocol::Json &one, const protocol::Json &other) {
        return runGateway({"recovery", "open"}, text(&one) + "\n" + text(&other) + "\n" + request);
    };
    CHECK(open(shares[2], shares[0]).out == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ\n");
    CHECK(open(shares[1], shares[1]).exitCode == 1);
    const auto again = runGateway({"recovery", "make", "--json"}).out;
    const auto others = protocol::decodeStrict(again.substr(0, again.size() - 1), protocol::limits::statement).value();
    CHECK(open(shares[0], (*others.find("shares")->asArray())[1]).exitCode == 1);
}

TEST_CASE("help and version are answered")
{
    CHECK(runGateway({"--help"}).exitCode == 0);
    CHECK(runGateway({"serve", "--help"}).out.find("serve --data DIR") != std::string::npos);
    for (const char *command : {"init", "agent", "user", "serve", "policy", "import", "export-audit", "db"}) {
        CHECK(runGateway({command, "--help"}).exitCode == 0);
        CHECK(runGateway({command, "--version"}).out.starts_with("countersign-gateway "));
    }
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

TEST_CASE("every command tells a program what it did, as one JSON object on one line")
{
    const TestGateway gateway;
    const std::string data = gateway.data();
    std::filesystem::create_directories(gateway.folder() / "nothing");
    struct Row {
        std::vector<std::string> words;
        std::vector<std::string> members;
        std::string input = {};
    };
    const std::vector<Row> rows{
        {{"init", "--data", gateway.folder() / "second"}, {"data", "authority", "root"}},
        {{"agent", "add", "scribe", "--data", data, "--workflow", "w"}, {"agent", "token"}},
        {{"user", "add", "mara", "--data", data, "--name", "M", "--role", "nurse", "--password-stdin"},
         {"user", "disabled"},
         "secret\n"},
        {{"user", "disable", "mara", "--data", data}, {"user", "disabled"}},
        {{"policy", "check", "--data", data}, {"id", "version", "digest", "applied"}},
        {{"policy", "apply", "--data", data}, {"id", "version", "digest", "applied"}},
        {{"import", "--data", data, gateway.folder() / "nothing"}, {"imported", "known", "refused", "refusals"}},
        {{"export-audit", "--data", data, "--out", gateway.folder() / "package"},
         {"decisions", "out", "exportedBy", "withPhi"}},
        {{"db", "migrate", "--data", data}, {"migrated"}},
    };
    for (Row row : rows) {
        CAPTURE(row.words[0]);
        row.words.emplace_back("--json");
        const Finished finished = runGateway(row.words, row.input);
        CHECK(finished.exitCode == 0);
        REQUIRE(std::count(finished.out.begin(), finished.out.end(), '\n') == 1);
        const auto json =
            protocol::decodeStrict(finished.out.substr(0, finished.out.size() - 1), protocol::limits::statement);
        REQUIRE(json);
        for (const std::string &member : row.members)
            CHECK_MESSAGE(json->find(member), member);
    }
}

TEST_CASE("init leaves the key that an auditor's verifier is given to trust")
{
    const TestGateway gateway;
    const auto root = audit::decodeJwk(contentOf(std::filesystem::path(gateway.data()) / "gateway.jwk"));
    REQUIRE(root);
    const std::filesystem::path package = gateway.folder() / "package";
    REQUIRE(runGateway({"export-audit", "--data", gateway.data(), "--out", package}).exitCode == 0);
    CHECK(contentOf(package / "keys.json").find(crypto::thumbprint(*root)) != std::string::npos);
}

TEST_CASE("an export says who made it")
{
    TestGateway gateway;
    gateway.addUser("orla", "auditor");
    gateway.addUser("gone", "auditor");
    REQUIRE(runGateway({"user", "disable", "gone", "--data", gateway.data()}).exitCode == 0);
    int number = 0;
    const auto exportedBy = [&](const std::vector<std::string> &more) {
        const std::filesystem::path package = gateway.folder() / ("package-" + std::to_string(++number));
        std::vector<std::string> words{"export-audit", "--data", gateway.data(), "--out", package};
        words.insert(words.end(), more.begin(), more.end());
        static_cast<void>(runGateway(words));
        const auto manifest = protocol::decodeStrict(contentOf(package / "manifest.json"), protocol::limits::statement);
        const auto *by = manifest ? manifest->find("exportedBy") : nullptr;
        return by && by->asString() ? *by->asString() : std::string();
    };
    CHECK(exportedBy({"--by", "orla"}) == "orla");
    CHECK(exportedBy({"--by", "gone"}).empty());
    CHECK(exportedBy({}).starts_with("operator:"));
}

// Two that are whole, one of them with a fax, and one that names a blob which is nowhere.
void writeMaterial(const std::filesystem::path &folder, int number)
{
    domain::Source fax;
    fax.id = domain::SourceId("fax");
    fax.kind = domain::Source::Kind::Document;
    fax.title = "Referral";
    fax.mediaType = domain::Source::MediaType::Pdf;
    fax.read = true;
    auto withFax = support::sampleProposal(number);
    fax.blob = domain::Digest(crypto::digestText(asBytes("%PDF one page")));
    withFax.sources.push_back(fax);
    auto missing = support::sampleProposal(number + 1);
    fax.blob = domain::Digest(crypto::digestText(asBytes("never uploaded")));
    missing.sources.push_back(fax);
    std::filesystem::create_directories(folder / "blobs");
    std::ofstream(folder / "blobs" / "fax.pdf", std::ios::binary) << "%PDF one page";
    std::ofstream lines(folder / "proposals.ndjson", std::ios::binary);
    for (const domain::Proposal &proposal : {withFax, missing, support::sampleProposal(number + 2)})
        lines << protocol::compactText(protocol::encodeProposal(proposal)) << '\n';
}

TEST_CASE("import goes through the door of a gateway that runs, and again changes nothing")
{
    TestGateway gateway;
    const std::string token = gateway.addAgent("scribe");
    for (const bool isPlain : {false, true}) {
        CAPTURE(isPlain);
        REQUIRE(gateway.serve(isPlain));
        const std::filesystem::path folder = gateway.folder() / ("material-" + std::to_string(isPlain));
        writeMaterial(folder, isPlain ? 11 : 1);
        const std::string url =
            (isPlain ? "http://127.0.0.1:" : "https://127.0.0.1:") + std::to_string(gateway.endpoint().port);
        std::vector<std::string> words{"import", "--json", "--url", url, folder / "proposals.ndjson", "--token", token};
        const auto withCa = [&](std::vector<std::string> all) {
            if (!isPlain)
                all.insert(all.end(), {"--ca", gateway.endpoint().caFile});
            return runGateway(all);
        };
        const Finished first = withCa(words);
        CHECK(first.exitCode == 1); // one is refused
        CHECK(first.out.find(R"("imported":2,"known":0,"refused":1)") != std::string::npos);
        CHECK(first.out.find(R"("rule":"blob-missing")") != std::string::npos);
        CHECK(withCa(words).out.find(R"("imported":0,"known":2,"refused":1)") != std::string::npos);
        CHECK((isPlain || runGateway(words).exitCode == 3)); // the system's authorities do not vouch for ours
        words.back() = "no such token";
        const Finished stranger = withCa(words);
        CHECK(stranger.exitCode == 3);
        CHECK(stranger.err.find("no agent") != std::string::npos);
        CHECK(gateway.stop() == 0);
    }
}

TEST_CASE("two servers do not share a folder")
{
    TestGateway gateway;
    REQUIRE(gateway.serve());
    const Finished second = runGateway({"serve", "--data", gateway.data(), "--listen", "127.0.0.1:0"});
    CHECK(second.exitCode == 3);
    CHECK(second.err.find("Another process") != std::string::npos);
    const Finished export_ = runGateway({"export-audit", "--data", gateway.data(), "--out", gateway.folder() / "out"});
    CHECK(export_.exitCode == 3);
    CHECK(export_.err.find("Another process") != std::string::npos);
    CHECK(gateway.stop() == 0);
}

} // namespace
} // namespace countersign::gateway_test
