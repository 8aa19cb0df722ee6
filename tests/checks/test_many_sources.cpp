// Drafts with several sources that speak of the same things: whatever is found lies within the text that it names.
// Seeded; with the shared data at hand the real talks are mixed as well.
#include "core/base/unicode.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "tests/checks/draft.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace countersign;
using namespace countersign::tests;

namespace
{

constexpr std::array talks{
    "[doctor] Any chest pain?\n[patient] No.\n[doctor] And the left knee?\n[patient] It hurts, ten days now.",
    "[patient] My mother had breast cancer. I take lisinopril 20 mg twice a day.",
    "[doctor] We will stop the lisinopril and start losartan 50 milligrams daily.",
    "[patient] I never smoked. Well, I quit five years ago.\n[doctor] No other fever?\n[patient] Not really.",
    "Both knees with effusion. Right knee: tender medially. Blood pressure 150 over 90.",
    "No fever. No known drug allergies. DNR.",
    "Left.",
    "Fever, fever and again fever. Penicillin: anaphylaxis. The x-ray is possibly abnormal.",
    "",
};

constexpr std::array statements{
    "Pain in the right knee for two weeks.",
    "She denies chest pain and has a fever.",
    "Continue lisinopril 40 mg once daily.",
    "The patient has breast cancer and smokes.",
    "Amoxicillin 500 mg three times a day for ten days.",
    "X-ray of both knees was done and is normal. Full code.",
    "Blood pressure 120/80. No effusion. Definitely worse at night.",
};

using Random = std::mt19937;

std::size_t below(Random &random, std::size_t end)
{
    return random() % end;
}

Proposal mixed(Random &random)
{
    Proposal proposal = drafted(statements.front());
    auto &written = sectionsOf(proposal.draft)->front().statements;
    const std::size_t count = 1 + below(random, 4);
    for (std::size_t i = 0; i < count; ++i) {
        const auto kind = below(random, 2) == 0 ? Source::Kind::Transcript : Source::Kind::Document;
        proposal.sources.push_back(sourceOf("x" + std::to_string(i), kind, talks[below(random, talks.size())]));
        proposal.sources.back().read = below(random, 8) != 0;
    }
    for (std::size_t i = 1; i < statements.size(); ++i) {
        Statement next;
        next.id = StatementId("s" + std::to_string(i + 1));
        next.text = statements[below(random, statements.size())];
        const Source &cited = proposal.sources[below(random, count)];
        next.citations.push_back({cited.id, QuoteSelector{*cited.content, "", "", {}, {}}});
        written.push_back(std::move(next));
    }
    return proposal;
}

std::int64_t lengthOf(std::string_view text)
{
    return static_cast<std::int64_t>(codePointCount(text));
}

bool isWithin(const std::array<std::int64_t, 2> &span, std::int64_t length)
{
    return span[0] >= 0 && span[0] < span[1] && span[1] <= length;
}

bool liesWhereItSays(const Proposal &proposal, const Finding &finding)
{
    const Source *source = finding.sourceId.isEmpty() ? nullptr : findSource(proposal, finding.sourceId);
    if (finding.sourceSpan && source && source->content && !isWithin(*finding.sourceSpan, lengthOf(*source->content)))
        return false;
    for (const Section &section : sectionsOf(proposal.draft))
        for (const Statement &statement : section.statements)
            if (finding.span && statement.id == finding.statementId)
                return isWithin(*finding.span, lengthOf(statement.text));
    return !finding.span;
}

std::vector<Proposal> realOnes()
{
    std::vector<Proposal> all;
    if (const char *data = std::getenv("COUNTERSIGN_DATA")) {
        std::ifstream file(std::string(data) + "/proposals/clinician-notes.ndjson");
        for (std::string line; std::getline(file, line);)
            if (auto decoded = protocol::decodeProposal(line))
                all.push_back(std::move(decoded->proposal));
    }
    return all;
}

} // namespace

TEST_CASE("What is found in a draft with several sources lies within the text that it names")
{
    constexpr unsigned seeds = 400;
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        Random random(seed);
        const Proposal proposal = mixed(random);
        for (const Finding &finding : findingsOf(proposal)) {
            CAPTURE(seed);
            CAPTURE(finding.code);
            CHECK(liesWhereItSays(proposal, finding));
            ++found;
        }
    }
    CHECK(found > 10 * seeds);
}

TEST_CASE("The same with the talks of other visits beside a real draft's own")
{
    const std::vector<Proposal> all = realOnes();
    Random random(7);
    for (Proposal proposal : all) {
        for (int i = 0; i < 2; ++i) {
            Source other = all[below(random, all.size())].sources.front();
            other.id = SourceId("x" + std::to_string(i));
            other.patientId = proposal.patient.id;
            proposal.sources.insert(proposal.sources.begin() + static_cast<std::ptrdiff_t>(below(random, 2)), other);
        }
        for (const Finding &finding : checks::runChecks(proposal, {}, proposal.proposedAt)) {
            CAPTURE(proposal.id.text());
            CAPTURE(finding.code);
            CHECK(liesWhereItSays(proposal, finding));
        }
    }
}
