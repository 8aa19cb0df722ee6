// bench_verify: how many decisions a second the verifier checks in all their parts, against the bare signature checks
// over the same bytes in the same run (two to a decision: its own and its receipt's).
#include "app/verify/verify.hpp"
#include "core/audit/jws.hpp"
#include "core/audit/package_lines.hpp"
#include "tests/verify/package_maker.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>

using namespace countersign;
using namespace countersign::tests;

namespace
{

constexpr std::size_t decisions = 10000;
constexpr int rounds = 3;
constexpr double ratioMax = 3.0;

template <class Work>
double secondsOf(const Work &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

struct Signed {
    crypto::PublicKey key;
    std::string bytes;
    crypto::Signature signature{};
};

void collect(const audit::KeyRegistry &keys, audit::JwsType type, const std::string &compact, std::vector<Signed> &all)
{
    const auto parts = audit::parseJws(type, compact).value();
    if (const audit::RegisteredKey *key = keys.find(parts.kid))
        all.push_back({key->publicKey, compact.substr(0, parts.signedBytes), parts.signature});
}

// Everything that is signed in the package.
std::vector<Signed> signaturesOf(const Files &files)
{
    const auto keys = audit::decodeKeys(files.at("keys.json")).value();
    std::vector<Signed> all;
    std::string_view rest = files.at("decisions.ndjson");
    while (!rest.empty()) {
        const auto line = audit::decodeDecisionLine(rest.substr(0, rest.find('\n'))).value();
        collect(keys, audit::JwsType::Decision, line.jws, all);
        collect(keys, audit::JwsType::Receipt, line.receipt, all);
        rest.remove_prefix(rest.find('\n') + 1);
    }
    return all;
}

} // namespace

int main()
{
    const Files files = ordinaryDay(decisions).finish();
    const auto signatures = signaturesOf(files);
    double whole = std::numeric_limits<double>::max();
    double bare = whole;
    bool isRight = true;
    for (int round = 0; round < rounds; ++round) {
        whole = std::min(whole, secondsOf([&] {
                             MemorySource source(files);
                             isRight = verify::verifyPackage(source).isValid() && isRight;
                         }));
        bare = std::min(bare, secondsOf([&] {
                            for (const Signed &s : signatures)
                                isRight = crypto::verify(s.key, asBytes(s.bytes), s.signature) && isRight;
                        }));
    }
    const auto perSecond = [](double seconds) { return static_cast<double>(decisions) / seconds; };
    std::printf("verifier   %8.0f decisions/s, %zu decisions with receipts, items and releases\n", perSecond(whole),
                decisions);
    std::printf("bare       %8.0f decisions/s, %zu Ed25519 checks and nothing else\n", perSecond(bare),
                signatures.size());
    std::printf("ratio      %.2f (at most %.1f)\n", whole / bare, ratioMax);
    return isRight && whole / bare <= ratioMax ? EXIT_SUCCESS : EXIT_FAILURE;
}
