// tests/e2e/node/verify.mjs, a verifier that shares no line with ours, over packages that ours has judged.
#include "app/verify/verify.hpp"
#include "tests/verify/bent_packages.hpp"
#include "tests/verify/package_maker.hpp"
#include "tests/verify/scratch_folder.hpp"
#include "tests/verify/tampering.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace countersign;
using namespace countersign::tests;

namespace
{

const std::string script = COUNTERSIGN_SOURCE_DIR "/tests/e2e/node/verify.mjs";

bool hasSecondOpinion()
{
    const bool hasJose = std::filesystem::exists(COUNTERSIGN_SOURCE_DIR "/tests/e2e/node/node_modules/jose");
    const bool hasNode = std::system("node --version >/dev/null 2>&1") == 0;
    if (!hasNode)
        MESSAGE("left out: there is no node on this machine");
    else if (!hasJose)
        MESSAGE("left out: `npm ci` was not run in tests/e2e/node");
    return hasNode && hasJose;
}

bool saysValid(const std::filesystem::path &folder)
{
    const int status = std::system(("node " + script + ' ' + folder.string() + " >/dev/null 2>&1").c_str());
    REQUIRE((status / 256 == 0 || status / 256 == 1));
    return status == 0;
}

bool weSayValid(const Files &files)
{
    MemorySource source(files);
    return verify::verifyPackage(source, {.root = {}, .faultsMax = 1}).isValid();
}

} // namespace

TEST_CASE("both verifiers find ordinary and unusual days valid")
{
    if (!hasSecondOpinion())
        return;
    const ScratchFolder scratch;
    for (const std::size_t decisions : {0, 8, 200})
        for (const bool holdsPhi : {true, false}) {
            PackageMaker maker = ordinaryDay(decisions, holdsPhi);
            maker.first = decisions / 3;
            CHECK(saysValid(scratch.unpack(maker.finish())));
        }
    for (const UnusualDay &day : unusualDays()) {
        CAPTURE(day.what);
        PackageMaker maker;
        day.make(maker);
        CHECK(saysValid(scratch.unpack(maker.finish())));
    }
}

TEST_CASE("both verifiers refuse what is signed and wrong")
{
    if (!hasSecondOpinion())
        return;
    const ScratchFolder scratch;
    for (const BentPackage &bent : bentPackages()) {
        CAPTURE(bent.what);
        PackageMaker maker;
        bent.make(maker);
        CHECK_FALSE(saysValid(scratch.unpack(maker.finish())));
    }
}

TEST_CASE("both verifiers refuse what was damaged")
{
    if (!hasSecondOpinion())
        return;
    const ScratchFolder scratch;
    const Files whole = ordinaryDay(30).finish();
    std::mt19937_64 dice(30);
    for (int i = 0; i < 40;) {
        Files files = whole;
        const Damage done = damage(files, dice);
        if (done.places.empty())
            continue;
        ++i;
        CAPTURE(done.what);
        CHECK_FALSE(weSayValid(files));
        CHECK_FALSE(saysValid(scratch.unpack(files)));
    }
}
