#include "app/check/run.hpp"

#include "app/check/input.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace countersign::check
{
namespace
{

constexpr std::size_t batchSize = 256; // proposals held at a time

std::vector<ResultLine> checkBatch(const std::vector<std::string> &documents, const Policy &policy,
                                   std::optional<Instant> now, Form form)
{
    std::vector<ResultLine> lines(documents.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < documents.size(); i = next++)
            lines[i] = resultOf(documents[i], policy, now, form);
    };
    const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < std::min(most, documents.size()); ++i)
        workers.emplace_back(work);
    work();
    workers.clear(); // joins
    return lines;
}

std::vector<std::string> nextBatch(ProposalStream &stream)
{
    std::vector<std::string> documents;
    while (documents.size() < batchSize) {
        auto document = stream.next();
        if (!document)
            break;
        documents.push_back(std::move(*document));
    }
    return documents;
}

} // namespace

Summary checkStream(std::istream &input, const Policy &policy, std::optional<Instant> now, Form form,
                    std::ostream &output, std::ostream &errors)
{
    Summary summary;
    ProposalStream stream(input);
    for (auto documents = nextBatch(stream); !documents.empty(); documents = nextBatch(stream)) {
        for (const ResultLine &line : checkBatch(documents, policy, now, form)) {
            ++summary.proposals;
            summary.hasStop = summary.hasStop || line.hasStop;
            if (line.isDecoded) {
                output << line.text << '\n';
            } else {
                ++summary.refused;
                errors << "countersign-check: document " << summary.proposals << " is no valid proposal\n";
            }
        }
        output.flush();
    }
    return summary;
}

} // namespace countersign::check
