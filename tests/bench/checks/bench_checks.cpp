// bench_checks [--missed | --findings FILE | --speed]: recall per fault class, findings per note, the area under the
// curve on lines that clinicians judged, and what it costs. The table that it prints stands in core/checks/README.md.
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>

namespace countersign::bench
{
namespace
{

// Of the processor: what else the machine does does not count.
double millisecondsOf(const auto &work)
{
    const std::clock_t begin = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string around(const std::string &text, std::size_t begin, std::size_t size)
{
    std::string part = begin < text.size() ? text.substr(begin, size) : std::string();
    std::ranges::replace(part, '\n', '|');
    return part;
}

void printFinding(std::ostream &list, const domain::Proposal &proposal, const domain::Finding &finding)
{
    const domain::Statement *statement = domain::findStatement(proposal.draft, finding.statementId);
    constexpr std::array names{"info", "warning", "stop"};
    list << names[static_cast<std::size_t>(finding.severity)] << '\t' << proposal.id.text() << '\t'
         << finding.statementId.text() << '\t' << finding.code << '\t';
    for (const auto &[name, value] : finding.values)
        list << name << '=' << value.substr(0, 80) << ' ';
    list << '\t' << (statement ? statement->text : "");
    const domain::Source *source = domain::findSource(proposal, finding.sourceId);
    if (source && source->content && finding.sourceSpan) {
        const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, (*finding.sourceSpan)[0] - 150));
        list << '\t' << around(*source->content, begin, 330);
    }
    list << '\n';
}

void measureNotes(const std::filesystem::path &data, std::string_view file, std::ostream *list)
{
    std::map<std::string, int> warnings, infos;
    int stops = 0, warned = 0, informed = 0;
    const auto proposals = proposalsOf(data / "proposals" / file);
    for (const domain::Proposal &proposal : proposals)
        for (const domain::Finding &finding : findingsOf(proposal)) {
            stops += finding.severity == domain::Severity::Stop ? 1 : 0;
            warned += finding.severity == domain::Severity::Warning ? 1 : 0;
            informed += finding.severity == domain::Severity::Info ? 1 : 0;
            ++(finding.severity == domain::Severity::Info ? infos : warnings)[finding.code];
            if (list && finding.code != "statement-uncited")
                printFinding(*list, proposal, finding);
        }
    const double count = static_cast<double>(std::max<std::size_t>(1, proposals.size()));
    std::printf("\n%s: %zu drafts; a draft has %.2f stops, %.2f warnings, %.2f infos\n", std::string(file).c_str(),
                proposals.size(), stops / count, warned / count, informed / count);
    for (const auto &[code, times] : warnings)
        std::printf("  warning %s %.2f\n", code.c_str(), times / count);
    for (const auto &[code, times] : infos)
        std::printf("  info %s %.2f\n", code.c_str(), times / count);
}

// The same visit again and again: a text that is so many times as long.
domain::Proposal repeated(const domain::Proposal &proposal, int times)
{
    domain::Proposal longer = proposal;
    std::string &content = *longer.sources.front().content;
    const std::string once = content;
    auto &sections = std::get<domain::NoteDraft>(longer.draft).sections;
    const auto onceSections = sections;
    for (int i = 1; i < times; ++i) {
        content += "\n" + once;
        sections.insert(sections.end(), onceSections.begin(), onceSections.end());
    }
    return longer;
}

void measureSpeed(const std::filesystem::path &data)
{
    const auto lines = linesOf(data / "proposals/clinician-notes.ndjson");
    const auto proposals = proposalsOf(data / "proposals/clinician-notes.ndjson");
    if (proposals.empty())
        return;
    (void)findingsOf(proposals.front());
    const double decoding = millisecondsOf([&] {
        for (int round = 0; round < 5; ++round)
            for (const std::string &line : lines)
                if (!protocol::decodeProposal(line))
                    std::abort();
    });
    const double checking = millisecondsOf([&] {
        for (int round = 0; round < 5; ++round)
            for (const domain::Proposal &proposal : proposals)
                (void)findingsOf(proposal);
    });
    const double notes = 5.0 * static_cast<double>(proposals.size());
    std::printf("\na note: decoded in %.3f ms, checked in %.3f ms (%.2f times)\n", decoding / notes, checking / notes,
                checking / decoding);
    const domain::Proposal *longest = &proposals.front();
    for (const domain::Proposal &proposal : proposals)
        if (proposal.sources.front().content->size() > longest->sources.front().content->size())
            longest = &proposal;
    const double base = millisecondsOf([&] { (void)findingsOf(*longest); });
    std::printf("the longest visit (%zu bytes): %.2f ms\n", longest->sources.front().content->size(), base);
    for (const int times : {10, 100}) {
        const domain::Proposal longer = repeated(*longest, times);
        const double spent = millisecondsOf([&] { (void)findingsOf(longer); });
        std::printf("times %d: %.1f ms, %.2f of linear\n", times, spent, spent / base / times);
    }
}

} // namespace

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> linesOf(const std::filesystem::path &file)
{
    std::vector<std::string> lines;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::vector<domain::Proposal> proposalsOf(const std::filesystem::path &file)
{
    std::vector<domain::Proposal> proposals;
    for (const std::string &line : linesOf(file))
        if (auto decoded = protocol::decodeProposal(line))
            proposals.push_back(std::move(decoded->proposal));
    return proposals;
}

std::vector<domain::Finding> findingsOf(const domain::Proposal &proposal)
{
    return checks::runChecks(proposal, {}, proposal.proposedAt);
}

} // namespace countersign::bench

int main(int count, char **arguments)
{
    using namespace countersign::bench;
    const char *data = std::getenv("COUNTERSIGN_DATA");
    if (!data) {
        std::puts("COUNTERSIGN_DATA is not set: nothing measured");
        return EXIT_FAILURE;
    }
    const bool isVerbose = count > 1 && std::string_view(arguments[1]) == "--missed";
    std::ofstream list;
    if (count > 2 && std::string_view(arguments[1]) == "--findings")
        list.open(arguments[2]);
    if (count > 1 && std::string_view(arguments[1]) == "--speed") {
        measureSpeed(data);
        measureHostileShapes();
        return EXIT_SUCCESS;
    }
    measureSeededFaults(data, isVerbose);
    measureNotes(data, "clinician-notes.ndjson", list.is_open() ? &list : nullptr);
    measureNotes(data, "real-drafts.ndjson", list.is_open() ? &list : nullptr);
    measureLabelledLines(data);
    measureMutatedNotes(data, isVerbose);
    measureOpposites(data);
    measureSpeed(data);
    measureHostileShapes();
}
