// countersign-check as an agent's developer runs it: exit codes, lines, order, and what it must refuse.
#include "core/policy/policy_document.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/finding_codec.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/protocol/strict_json.hpp"
#include "core/rulebook/policy_checks.hpp"
#include "core/rulebook/policy_codec.hpp"
#include "tests/console/folder.hpp"
#include "tests/support/sample_proposal.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace countersign;
using support::sampleProposal;

namespace
{

struct Finished {
    int exitCode = -1;
    std::string out, err;
};

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Bench {
    support::Folder folder;

    [[nodiscard]] std::string write(const std::string &name, const std::string &content) const
    {
        std::ofstream(folder.path() / name, std::ios::binary) << content;
        return (folder.path() / name).string();
    }
    [[nodiscard]] Finished run(const std::string &words, const std::string &input = {}) const
    {
        const auto out = folder.path() / "out", err = folder.path() / "err";
        const std::string command = std::string(COUNTERSIGN_CHECK) + " " + words + " < '" + write("in", input) + "' > '"
                                    + out.string() + "' 2> '" + err.string() + "'";
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(out), contentOf(err)};
    }
};

std::string lineOf(const domain::Proposal &proposal)
{
    return protocol::compactText(protocol::encodeProposal(proposal));
}

// A statement that its cited source does not hold.
domain::Proposal flawed(int number)
{
    auto proposal = sampleProposal(number);
    auto &statement = domain::sectionsOf(proposal.draft)->front().statements.front();
    statement.citations.push_back({domain::SourceId("src1"), domain::QuoteSelector{"take ibuprofen", {}, {}, {}, {}}});
    statement.hasCitations = true;
    return proposal;
}

std::ptrdiff_t linesOf(const std::string &text)
{
    return std::count(text.begin(), text.end(), '\n');
}

protocol::Json parsed(const std::string &line)
{
    return protocol::decodeStrict(line, protocol::limits::proposal).value();
}

std::string policyWith(const policy::FindingRules &rules)
{
    auto policy = policy::startingPolicy();
    policy.findings = rules;
    return rulebook::policyText(policy);
}

} // namespace

TEST_CASE("wrong use is 2, what cannot be read is 3, and help and version are answered")
{
    const Bench bench;
    for (const char *words : {"", "--json", "--no-such x", "--now yesterday x", "--policy", "x --now"}) {
        CAPTURE(words);
        CHECK(bench.run(words).exitCode == 2);
        CHECK(linesOf(bench.run(words).err) == 1);
    }
    CHECK(bench.run("/nowhere/at-all").exitCode == 3);
    CHECK(bench.run("--policy /nowhere/at-all -").exitCode == 3);
    CHECK(bench.run("--policy '" + bench.write("bad", "{}") + "' -").err.find("missing-member") != std::string::npos);
    CHECK(bench.run("--help").out.find("Exit status") != std::string::npos);
    CHECK(bench.run("--version").out.starts_with("countersign-check "));
}

TEST_CASE("files, lines of a file and standard input are the same")
{
    const Bench bench;
    const auto one = lineOf(sampleProposal(1)), two = lineOf(sampleProposal(2));
    const auto file = bench.write("one.json", one);
    const auto lines = bench.write("two.ndjson", one + "\n\n  \n" + two);
    CHECK(linesOf(bench.run("--json '" + file + "'").out) == 1);
    CHECK(linesOf(bench.run("--json '" + lines + "'").out) == 2);
    CHECK(linesOf(bench.run("--json -", one + "\n" + two + "\n").out) == 2);
    CHECK(linesOf(bench.run("--json '" + file + "' - '" + lines + "'", two).out) == 4);
    const auto pretty = bench.write("pretty.json", rulebook::policyText(policy::startingPolicy())); // over many lines
    CHECK(bench.run("--json '" + pretty + "'").exitCode == 1);
    CHECK(linesOf(bench.run("--json '" + pretty + "'").err) == 1);
    CHECK(bench.run("-").exitCode == 0);
}

TEST_CASE("a line names the proposal, its digest, its tier and its findings, as the rule book gives them")
{
    const Bench bench;
    const auto proposal = flawed(1);
    const auto finished = bench.run("--json -", lineOf(proposal));
    const auto line = parsed(finished.out.substr(0, finished.out.size() - 1));
    const auto findings = rulebook::findingsOf(proposal, policy::startingPolicy());
    REQUIRE(!findings.empty());
    CHECK(*line.find("id")->asString() == proposal.id.text());
    CHECK(line.find("itemDigest")->asString()->starts_with("sha256:"));
    CHECK(*line.find("tier")->asString() == "moderate");
    CHECK(*line.find("elapsedUs")->asInteger() >= 0);
    CHECK(protocol::readFindings(protocol::compactText(*line.find("findings"))).value() == findings);
    const auto plain = bench.run("-", lineOf(proposal)).out;
    CHECK(plain.starts_with(proposal.id.text() + " moderate "));
    CHECK(plain.find(findings[0].code) != std::string::npos);
    CHECK(plain.find("ibuprofen") == std::string::npos); // nothing clinical unless JSON was asked for
}

TEST_CASE("a policy changes severities, silences and raises, and a stop is exit 1")
{
    const Bench bench;
    const auto input = lineOf(flawed(1));
    const auto code = rulebook::findingsOf(flawed(1), policy::startingPolicy()).front().code;
    const auto with = [&](const policy::FindingRules &rules) {
        return bench.run("--json --policy '" + bench.write("policy.json", policyWith(rules)) + "' -", input);
    };
    CHECK(with({.severities = {{code, domain::Severity::Info}}, .silenced = {}, .raising = {}}).exitCode == 0);
    CHECK(with({.severities = {{code, domain::Severity::Stop}}, .silenced = {}, .raising = {}}).exitCode == 1);
    CHECK(with({.severities = {}, .silenced = {code}, .raising = {}}).out.find(code) == std::string::npos);
    const auto raised = with({.severities = {}, .silenced = {}, .raising = {{code, {}, domain::Tier::Critical}}});
    CHECK(raised.out.find("\"tier\":\"critical\"") != std::string::npos);
    CHECK(raised.out.find(parsed(bench.run("--json -", input).out).find("itemDigest")->asString()->c_str())
          == std::string::npos);
}

TEST_CASE("what is no proposal is named by number and rule, without its content, and the rest goes on")
{
    const Bench bench;
    const std::string secret = "CANARY";
    const auto finished = bench.run("--json -", lineOf(sampleProposal(1)) + "\n{\"" + secret + "\": " + secret + "}\n"
                                                    + lineOf(sampleProposal(2)) + "\n{\"schema\":\"" + secret
                                                    + "\"}\nnot json\n" + lineOf(sampleProposal(3)));
    CHECK(finished.exitCode == 1);
    CHECK(linesOf(finished.out) == 3);
    CHECK(linesOf(finished.err) == 3);
    CHECK(finished.err.find("document 2 breaks the rule not-json") != std::string::npos);
    CHECK(finished.err.find("document 4") != std::string::npos);
    CHECK(finished.err.find(secret) == std::string::npos);
}

TEST_CASE("thousands come out in the order in which they went in")
{
    const Bench bench;
    std::string input;
    constexpr int count = 3000;
    for (int i = 0; i < count; ++i)
        input += lineOf(sampleProposal(i)) + "\n";
    const auto out = bench.run("-", input).out;
    CHECK(linesOf(out) == count);
    std::size_t at = 0;
    for (int i = 0; i < count; ++i) {
        REQUIRE(out.substr(at).starts_with("p-" + std::to_string(i) + " "));
        at = out.find('\n', at) + 1;
    }
}
