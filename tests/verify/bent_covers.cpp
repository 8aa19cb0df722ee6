// Packages with decisions on behalf of somebody: right, and wrong in one respect.
#include "tests/verify/bent_packages.hpp"

namespace countersign::tests
{
namespace
{

using verify::FaultRule;

const std::string decisions = "decisions.ndjson";

audit::CoverGiven coverOf(const std::string &signer)
{
    return {1,
            domain::ReviewerId(signer),
            {domain::ReviewerId("bea"), "Dr. bea", parseInstant("2026-11-01T00:00:00Z").value(),
             parseInstant("2026-12-01T00:00:00Z").value()}};
}

void forBea(domain::DecisionStatement &s)
{
    s.signer.onBehalfOf = "bea";
    s.signer.onBehalfOfName = "Dr. bea";
}

// Two approvals of ann's, the first bent; under a cover that is bent.
std::function<void(PackageMaker &)> onBehalf(std::function<void(domain::DecisionStatement &)> bend,
                                             std::function<void(audit::CoverGiven &)> bendCover = {})
{
    return [bend = std::move(bend), bendCover = std::move(bendCover)](PackageMaker &maker) {
        maker.covers = {coverOf("ann")};
        if (bendCover)
            bendCover(maker.covers[0]);
        maker.decide({.item = 1, .statement = bend});
        maker.decide({.item = 2});
    };
}

} // namespace

std::vector<BentPackage> bentCovers()
{
    const auto bent = [](std::string what, std::function<void(PackageMaker &)> make, std::int64_t line = 1) {
        return BentPackage{std::move(what), std::move(make), FaultRule::NotCovered, decisions, line};
    };
    return {
        bent("on behalf of somebody without a cover",
             [](PackageMaker &maker) { maker.decide({.item = 1, .statement = forBea}); }),
        bent("under another person's cover",
             onBehalf(forBea, [](auto &given) { given.signer = domain::ReviewerId("ben"); })),
        bent("for another than the cover names",
             onBehalf(forBea, [](auto &given) { given.cover.absent = domain::ReviewerId("cy"); })),
        bent("under another printed name", onBehalf([](auto &s) {
                 forBea(s);
                 s.signer.onBehalfOfName = "Dr. cy";
             })),
        bent("after the cover was over", onBehalf(forBea, [](auto &given) { given.cover.until = given.cover.since; })),
        bent("before the cover began", onBehalf(forBea, [](auto &given) { given.cover.since = given.cover.until; })),
        bent(
            "after the cover was ended",
            [](PackageMaker &maker) {
                maker.covers = {coverOf("ann")};
                maker.endedCovers = {1};
                maker.decide({.item = 1, .statement = forBea});
                maker.decide({.item = 2, .statement = forBea});
            },
            2),
        bent("a name that stands for nobody", onBehalf([](auto &s) { s.signer.onBehalfOfName = "Dr. bea"; })),
    };
}

std::vector<UnusualDay> unusualCovers()
{
    return {
        {"a decision on behalf of somebody", onBehalf(forBea)},
        {"a cover that was ended afterwards",
         [](PackageMaker &maker) {
             maker.covers = {coverOf("ann")};
             maker.endedCovers = {1};
             maker.decide({.item = 1, .statement = forBea});
             maker.decide({.item = 2});
         }},
        {"a refused decision on behalf of somebody",
         [](PackageMaker &maker) {
             maker.decide(
                 {.item = 1, .outcome = domain::Outcome::NotPermitted, .keepsPlace = true, .statement = forBea});
             maker.decide({.item = 2});
         }},
    };
}

} // namespace countersign::tests
