// Packages that verify, and packages that are well formed and well signed and yet wrong.
#include "app/verify/print.hpp"
#include "app/verify/verify.hpp"
#include "core/protocol/strict_json.hpp"
#include "tests/verify/bent_packages.hpp"
#include "tests/verify/package_maker.hpp"

#include <doctest/doctest.h>

using namespace countersign;
using namespace countersign::tests;
using verify::FaultRule;

namespace
{

verify::Report verifyFiles(const Files &files, const verify::Options &options = {})
{
    MemorySource source(files);
    return verify::verifyPackage(source, options);
}

} // namespace

TEST_CASE("an ordinary day verifies, whole and in part, with and without patient data")
{
    for (const std::size_t decisions : {0, 1, 2, 5, 8, 60})
        for (const bool holdsPhi : {true, false})
            for (const std::size_t first : {0, 1, 3, 7}) {
                if (first > decisions)
                    continue;
                CAPTURE(decisions);
                CAPTURE(holdsPhi);
                CAPTURE(first);
                PackageMaker maker = ordinaryDay(decisions, holdsPhi);
                maker.first = first;
                const auto report = verifyFiles(maker.finish(), {.root = maker.gatewayKey()});
                CHECK_MESSAGE(report.isValid(), verify::plainText(report));
                CHECK(report.decisions.decisions == static_cast<std::int64_t>(decisions - first));
            }
}

TEST_CASE("an unusual day verifies too")
{
    for (const UnusualDay &day : unusualDays()) {
        CAPTURE(day.what);
        PackageMaker maker;
        day.make(maker);
        const auto report = verifyFiles(maker.finish());
        CHECK_MESSAGE(report.isValid(), verify::plainText(report));
    }
}

TEST_CASE("what is signed and wrong is found where it is")
{
    const auto all = bentPackages();
    CHECK(all.size() >= 50);
    for (const BentPackage &bent : all) {
        CAPTURE(bent.what);
        PackageMaker maker;
        bent.make(maker);
        const auto report = verifyFiles(maker.finish());
        REQUIRE_MESSAGE(report.faults.size() == 1, verify::plainText(report));
        CHECK(verify::ruleText(report.faults[0].rule) == verify::ruleText(bent.rule));
        CHECK(report.faults[0].file == bent.file);
        CHECK(report.faults[0].line == bent.line);
    }
}

TEST_CASE("a root that is another key is not this gateway's")
{
    PackageMaker maker = ordinaryDay(8);
    const Files files = maker.finish();
    CHECK(verifyFiles(files, {.root = maker.gatewayKey()}).isValid());
    crypto::PublicKey another = maker.gatewayKey();
    another.bytes[0] ^= 1U;
    const auto report = verifyFiles(files, {.root = another});
    REQUIRE_FALSE(report.isValid());
    CHECK(report.faults[0].rule == FaultRule::RootKeyDiffers);
    CHECK(report.faults[0].file == "manifest.jws");
}

TEST_CASE("faults far apart are all reported, and nothing else")
{
    Files files = ordinaryDay(60).finish();
    std::string &lines = files["decisions.ndjson"];
    lines[lines.find("\"jws\":\"") + 100] ^= 1;
    lines[lines.rfind("\"jws\":\"") + 100] ^= 1;
    files["README.txt"] += ' ';
    files["notes.txt"] = "mine";
    files.erase("fhir/bundle.json");
    const auto report = verifyFiles(files);
    std::vector<std::string> said;
    for (const verify::Fault &fault : report.faults)
        said.push_back(fault.file + ':' + std::to_string(fault.line));
    CHECK(said
          == std::vector<std::string>{"README.txt:0", "notes.txt:0", "fhir/bundle.json:0", "decisions.ndjson:1",
                                      "decisions.ndjson:60"});
}

TEST_CASE("the report is plain, whole and harmless to a terminal")
{
    Files files = ordinaryDay(8).finish();
    files["\x1b[2J\nVALID"] = "";
    const auto report = verifyFiles(files);
    const std::string text = verify::plainText(report);
    CHECK(text.ends_with("\\x1b[2J\\x0aVALID: is not named by the manifest\nNOT VALID\n"));
    CHECK(text.find('\x1b') == std::string::npos);
    const auto json = protocol::decodeStrict(verify::jsonText(report), protocol::limits::message);
    REQUIRE(json);
    CHECK_FALSE(*json->find("valid")->asBool());
    CHECK(*json->find("checked")->find("decisions")->asInteger() == 8);
    CHECK(*json->find("faults")->asArray()->front().find("rule")->asString() == "unexpected");
    CHECK(verify::plainText(verifyFiles(ordinaryDay(8).finish())).ends_with("\nVALID\n"));
}

TEST_CASE("every rule and cause has words of its own")
{
    std::vector<std::string> seen;
    for (int rule = 0; rule <= static_cast<int>(FaultRule::CountDiffers); ++rule) {
        const std::string name(verify::ruleText(static_cast<FaultRule>(rule)));
        CHECK(std::find(seen.begin(), seen.end(), name) == seen.end());
        CHECK_FALSE(verify::sentence({static_cast<FaultRule>(rule), "f"}).empty());
        seen.push_back(name);
    }
}
