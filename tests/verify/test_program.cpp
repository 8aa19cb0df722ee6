// The program as scripts use it (contract, tools.md): arguments, output, exit codes.
#include "core/audit/key_registry.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/verify/package_maker.hpp"
#include "tests/verify/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <iterator>

using namespace countersign;
using namespace countersign::tests;

namespace
{

struct Run {
    int code = -1;
    std::string out, err;
};

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Run run(const ScratchFolder &scratch, const std::string &arguments)
{
    const auto out = scratch.path() / "out";
    const auto err = scratch.path() / "err";
    const std::string command =
        std::string(COUNTERSIGN_VERIFY) + ' ' + arguments + " >" + out.string() + " 2>" + err.string();
    const int status = std::system(command.c_str());
    return {status / 256, contentOf(out), contentOf(err)};
}

} // namespace

TEST_CASE("the answer is in the exit code and on the last line")
{
    const ScratchFolder scratch;
    PackageMaker maker = ordinaryDay(8);
    const Files files = maker.finish();
    const std::string good = scratch.unpack(files, "good").string();
    Files changed = files;
    changed["README.txt"] += ' ';
    const std::string bad = scratch.unpack(changed, "bad").string();
    const std::string root = scratch.write("root.jwk", audit::encodeJwk(maker.gatewayKey())).string();
    const std::string other =
        scratch.write("other.jwk", R"({"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})")
            .string();

    CHECK(run(scratch, good).code == 0);
    CHECK(run(scratch, good).out.ends_with("VALID\n"));
    CHECK(run(scratch, good).out.find("note: No --root was given") != std::string::npos);
    CHECK(run(scratch, good + " --root " + root).out.find("--root") == std::string::npos);
    CHECK(run(scratch, "--json --root " + root + ' ' + good).code == 0);
    CHECK(run(scratch, good + " --root " + other).code == 1);
    const Run faulty = run(scratch, bad);
    CHECK(faulty.code == 1);
    CHECK(faulty.err.empty());
    CHECK(faulty.out.ends_with("README.txt: has not the length and digest that the manifest names\nNOT VALID\n"));
    const auto json = protocol::decodeStrict(run(scratch, bad + " --json").out, protocol::limits::message);
    REQUIRE(json);
    CHECK_FALSE(*json->find("valid")->asBool());
}

TEST_CASE("wrong use, what cannot be read, and help")
{
    const ScratchFolder scratch;
    const std::string package = scratch.unpack(ordinaryDay(1).finish()).string();
    const std::string letter = scratch.write("letter.txt", "Dear auditor").string();
    struct Row {
        std::string arguments;
        int code;
    };
    const std::vector<Row> rows{{"", 2},
                                {"--gateway " + package, 2},
                                {package + " --root", 2},
                                {package + ' ' + package, 2},
                                {package + " --root " + letter, 2},
                                {scratch.path().string() + "/nothing", 3},
                                {letter, 3},
                                {package + " --root " + scratch.path().string() + "/nothing", 3},
                                {"--help", 0},
                                {"--version", 0}};
    for (const Row &row : rows) {
        CAPTURE(row.arguments);
        const Run result = run(scratch, row.arguments);
        CHECK(result.code == row.code);
        CHECK(result.out.empty() == (row.code != 0));
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') == (row.code == 0 ? 0 : 1));
    }
    CHECK(run(scratch, "--version").out == "countersign-verify " COUNTERSIGN_VERSION "\n");
}
