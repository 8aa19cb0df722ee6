// What was found and what a person said to it stands in the signed decision: an auditor reads it from the package, and
// nobody can change it there.
#include "app/verify/verify.hpp"
#include "core/audit/jws.hpp"
#include "core/base/encoding.hpp"
#include "core/protocol/decision_codec.hpp"
#include "tests/verify/package_maker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ranges>

using namespace countersign;
using namespace countersign::tests;
using domain::FindingView;

namespace
{

const std::vector<FindingView> said{{domain::FindingId{"f-0001"}, FindingView::Resolution::Fixed, {}},
                                    {domain::FindingId{"f-0002"}, FindingView::Resolution::Overridden, "own-knowledge"},
                                    {domain::FindingId{"f-0003"}, FindingView::Resolution::Shown, {}}};

Files packageWith(const std::vector<FindingView> &findings)
{
    PackageMaker maker;
    maker.decide({});
    const auto id = maker.decide(
        {.item = 1, .statement = [&](domain::DecisionStatement &made) { made.evidence.findings = findings; }});
    maker.release(1, {id});
    return maker.finish();
}

bool isValid(const Files &files)
{
    MemorySource source(files);
    return verify::verifyPackage(source, {.root = {}, .faultsMax = 1}).isValid();
}

// The compact form of three parts that holds these findings, wherever in the package it stands.
std::optional<std::pair<std::string, std::size_t>> findJws(const Files &files, const std::vector<FindingView> &findings)
{
    for (const auto &[path, bytes] : files)
        for (std::size_t at = bytes.find("\"eyJ"); at != std::string::npos; at = bytes.find("\"eyJ", at + 1)) {
            const std::size_t end = bytes.find('"', at + 1);
            const auto parts = audit::parseJws(audit::JwsType::Decision, bytes.substr(at + 1, end - at - 1));
            if (!parts)
                continue;
            const auto statement = protocol::readDecision(parts->payload);
            if (statement && statement->evidence.findings == findings)
                return std::pair(path, at + 1);
        }
    return std::nullopt;
}

} // namespace

TEST_CASE("every finding that was shown and what came of it is in the package, signed")
{
    Files files = packageWith(said);
    CHECK(isValid(files));
    const auto place = findJws(files, said);
    REQUIRE(place.has_value());
    std::string &bytes = files.at(place->first);
    const std::size_t end = bytes.find('"', place->second);
    const auto parts = audit::parseJws(audit::JwsType::Decision, bytes.substr(place->second, end - place->second));
    auto bent = protocol::readDecision(parts->payload).value();
    bent.evidence.findings.pop_back(); // the one that nobody answered
    const std::string jws = bytes.substr(place->second, end - place->second);
    const std::size_t first = jws.find('.'), second = jws.rfind('.');
    bytes.replace(place->second, jws.size(),
                  jws.substr(0, first + 1) + base64urlEncode(asBytes(protocol::decisionBytes(bent)))
                      + jws.substr(second));
    CHECK_FALSE(isValid(files));
}
