// Single statements and sources of one shape, up to megabytes: what four times the length costs, per family where it is
// more than it should.
#include "core/checks/check.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace countersign::bench
{
namespace
{

struct Shape {
    const char *name;
    std::string_view unit;
};
constexpr std::array shapes{
    Shape{"drugs with doses", "warfarin 5 mg, "},
    Shape{"numbers", "17 4.5 12/05/2024 "},
    Shape{"denials", "no pain or nausea "},
    Shape{"sides", "left knee right hip "},
    Shape{"one word", "a"},
    Shape{"combining marks", "e\xCC\x81\xCC\x81"},
    Shape{"right to left", "\xE2\x80\xAE\xD7\x90"},
    Shape{"blanks", " \t"},
    Shape{"quotes and brackets", "[\"{("},
    Shape{"questions", "[doctor] any pain?\n[patient] no.\n"},
    Shape{"allergies", "allergic to penicillin "},
    Shape{"pages", "Page 1 of 9 DOB: 01/02/1961\f"},
    Shape{"base64", "QUJD"},
};

std::string many(std::string_view unit, std::size_t bytes)
{
    std::string all;
    while (all.size() < bytes)
        all += unit;
    return all;
}

domain::Proposal shaped(const std::string &text, bool isStatement)
{
    domain::Proposal proposal;
    proposal.patient.id = domain::PatientId("p");
    proposal.patient.birthDate = domain::Phi<std::string>("1950-01-01");
    domain::Source source;
    source.id = domain::SourceId("s");
    source.kind = text.starts_with('[') ? domain::Source::Kind::Transcript : domain::Source::Kind::Document;
    source.patientId = proposal.patient.id;
    source.read = true;
    source.content = isStatement ? "warfarin 5 mg for pain of the left knee" : text;
    proposal.sources = {source};
    domain::Statement statement;
    statement.id = domain::StatementId("st");
    statement.text = isStatement ? text : "Warfarin 5 mg, no pain of the left knee.";
    proposal.draft = domain::NoteDraft{"en", {{domain::SectionId("a"), "Plan", "", {statement}}}};
    return proposal;
}

// Processor time, the best of some: what else the machine does does not count.
double secondsFor(const domain::Proposal &proposal)
{
    constexpr int rounds = 4;
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t begin = std::clock();
        (void)findingsOf(proposal);
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

// What the kernel takes for giving out memory anew is no work of the checks, and on a virtual machine outweighs it.
void keepMemory()
{
#ifdef __GLIBC__
    constexpr int most = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, most);
    mallopt(M_TRIM_THRESHOLD, most);
#endif
}

} // namespace

void measureHostileShapes()
{
    keepMemory();
    constexpr std::size_t quarter = std::size_t{512} << 10, whole = std::size_t{2} << 20;
    std::printf("\none statement or one source of 2 MiB, and how much more than a quarter of it (4.0 is linear)\n");
    for (const bool isStatement : {true, false})
        for (const Shape &shape : shapes) {
            const double small = secondsFor(shaped(many(shape.unit, quarter), isStatement));
            const double large = secondsFor(shaped(many(shape.unit, whole), isStatement));
            std::printf("%-9s %-20s %8.2f s  %5.1f\n", isStatement ? "statement" : "source", shape.name, large,
                        small > 0 ? large / small : 0);
        }
}

} // namespace countersign::bench
