// How fast countersign-check is: 10,000 proposals through it, against only decoding them with the same threads, in one
// run: with every source read anew, and with those known that came before in the stream. The aim is half the speed of
// decoding. COUNTERSIGN_DATA gives real drafts; without it, samples.
#include "app/check/pipeline.hpp"
#include "app/check/run.hpp"
#include "core/protocol/canonical.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "core/rulebook/policy_codec.hpp"
#include "tests/support/sample_proposal.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

namespace
{

using namespace countersign;

constexpr int proposalsMax = 10'000;

std::vector<std::string> seeds()
{
    std::vector<std::string> lines;
    if (const char *data = std::getenv("COUNTERSIGN_DATA")) {
        for (const char *name : {"clinician-notes.ndjson", "real-drafts.ndjson", "seeded-faults.ndjson"}) {
            std::ifstream file(std::string(data) + "/proposals/" + name);
            for (std::string line; std::getline(file, line);)
                lines.push_back(line);
        }
    }
    for (int i = 0; lines.empty() || (i > 0 && i < 100 && lines.size() < 100); ++i)
        lines.push_back(protocol::compactText(protocol::encodeProposal(support::sampleProposal(i))));
    return lines;
}

std::string manyOf(const std::vector<std::string> &lines)
{
    std::string all;
    for (int i = 0; i < proposalsMax; ++i)
        all += lines[static_cast<std::size_t>(i) % lines.size()] + "\n";
    return all;
}

// Of the processor, all threads together: what else the machine does does not count. Both sides have the same threads.
template <class Run>
double secondsOf(Run run)
{
    const std::clock_t begin = std::clock();
    run();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// Takes what it is given and keeps nothing.
class Nowhere : public std::streambuf
{
protected:
    int_type overflow(int_type c) override { return traits_type::not_eof(c); }
    std::streamsize xsputn(const char *, std::streamsize size) override { return size; }
};

void decodeAll(const std::string &input)
{
    std::istringstream stream(input);
    const auto decode = [](const std::vector<std::string> &documents, std::size_t) {
        check::Outcome outcome;
        for (const std::string &document : documents)
            outcome.refused += protocol::decodeProposal(document) ? 0 : 1;
        return outcome;
    };
    check::runOrdered(stream, std::max(1U, std::thread::hardware_concurrency()), decode,
                      [](const check::Outcome &) { return true; });
}

void checkAll(const std::string &input, check::Form form, bool isFirstSight)
{
    std::istringstream stream(input);
    Nowhere nowhere;
    std::ostream output(&nowhere);
    const auto policy = policy::startingPolicy();
    check::Rules rules{policy, rulebook::policyRef(policy)};
    if (isFirstSight)
        rules.keptReadingsMax = 0;
    static_cast<void>(check::checkStream(stream, rules, std::nullopt, form, output, output));
}

} // namespace

int main()
{
    const std::string input = manyOf(seeds());
    std::printf("%d proposals, %.1f MiB, %u threads\n", proposalsMax, static_cast<double>(input.size()) / (1 << 20),
                std::max(1U, std::thread::hardware_concurrency()));
    // By turns, the best of three: what else the machine does falls on both.
    constexpr std::array forms{check::Form::Plain, check::Form::Plain, check::Form::Json, check::Form::Json};
    double decoding = 1e9;
    std::array<double, forms.size()> checking{1e9, 1e9, 1e9, 1e9};
    for (int round = 0; round < 3; ++round) {
        decoding = std::min(decoding, secondsOf([&] { decodeAll(input); }));
        for (std::size_t i = 0; i < forms.size(); ++i)
            checking[i] = std::min(checking[i], secondsOf([&] { checkAll(input, forms[i], i % 2 == 0); }));
    }
    std::printf("only decoded                 %7.2f s  %8.0f a processor second\n", decoding, proposalsMax / decoding);
    constexpr std::array names{"checked, every source new", "checked, sources come again", "--json, every source new",
                               "--json, sources come again"};
    for (std::size_t i = 0; i < forms.size(); ++i)
        std::printf("%-28s %7.2f s  %8.0f a processor second  %.2f of the speed of decoding (aim: 0.50)\n", names[i],
                    checking[i], proposalsMax / checking[i], decoding / checking[i]);
    return 0;
}
