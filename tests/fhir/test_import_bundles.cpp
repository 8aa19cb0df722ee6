#include "core/fhir/chart.hpp"
#include "core/fhir/element.hpp"
#include "core/fhir/pas_request.hpp"
#include "core/protocol/strict_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace countersign;
using namespace countersign::fhir;
namespace fs = std::filesystem;

namespace
{

constexpr std::string_view request = R"({"resourceType":"Bundle","id":"b1","type":"collection","entry":[
 {"resource":{"resourceType":"Claim","id":"c1","use":"preauthorization","patient":{"reference":"Patient/p1"},
   "insurer":{"reference":"Organization/i"},"priority":{"coding":[{"code":"stat"}]},
   "diagnosis":[{"diagnosisCodeableConcept":{"coding":[{"code":"G43.109"}]}}],
   "item":[{"productOrService":{"coding":[{"code":"73721","display":"MRI"}]},"quantity":{"value":1.50}}]}},
 {"resource":{"resourceType":"Patient","id":"p1","name":[{"family":"Noé","given":["Ana"]}],"birthDate":"1980-02-30","gender":"female"}},
 {"resource":{"resourceType":"Organization","id":"i","name":"Payer"}},
 {"resource":{"resourceType":"Location","id":"l"}}]})";

ImportContext contextOf(std::string name)
{
    ImportContext context;
    context.agent = domain::AgentId("importer");
    context.name = std::move(name);
    return context;
}

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Every citation's path holds, in the source that it names, the text that it claims.
std::size_t checkedCitations(const domain::Proposal &proposal)
{
    std::size_t count = 0;
    for (const domain::Section &section : domain::sectionsOf(proposal.draft))
        for (const domain::Statement &statement : section.statements)
            for (const domain::Citation &citation : statement.citations) {
                const domain::Source *source = domain::findSource(proposal, citation.sourceId);
                REQUIRE(source != nullptr);
                const auto resource =
                    protocol::decodeStrict(*source->content, protocol::limits::embedded, protocol::Numbers::Any);
                const auto &selector = std::get<domain::FhirPathSelector>(citation.selector);
                CHECK(textAt(resource.value(), selector.path) == selector.exact);
                ++count;
            }
    return count;
}

std::vector<fs::path> dataFiles(std::string_view folder)
{
    const char *root = std::getenv("COUNTERSIGN_DATA");
    std::vector<fs::path> files;
    if (root == nullptr || !fs::exists(fs::path(root) / folder)) {
        MESSAGE("left out: the shared data has no ", std::string(folder));
        return files;
    }
    for (const auto &entry : fs::directory_iterator(fs::path(root) / folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    return files;
}

} // namespace

TEST_CASE("a request becomes a draft whose facts cite the bundle")
{
    const auto proposal = proposalFromPasRequest(request, contextOf("r 1/ä"));
    REQUIRE(proposal.has_value());
    CHECK(proposal->id.text() == "r-1---");
    CHECK(proposal->patient.family.reveal() == "Noé");
    CHECK(proposal->patient.birthDate.reveal().empty()); // 30 February is nobody's birthday
    const auto &draft = std::get<domain::PriorAuthDraft>(proposal->draft);
    CHECK(draft.bundle == request);
    std::vector<std::string> words;
    for (const auto &section : draft.sections)
        for (const auto &statement : section.statements)
            words.push_back(statement.text);
    CHECK(words
          == std::vector<std::string>{"Service: MRI.", "Quantity: 1.50.", "Priority: stat.", "Diagnosis: G43.109.",
                                      "Payer: Payer."});
    CHECK(checkedCitations(*proposal) == 5);
    const auto unread = std::ranges::count(proposal->sources, false, &domain::Source::read);
    CHECK(unread == 2); // the patient and the location
}

TEST_CASE("what is no request says so")
{
    CHECK(proposalFromPasRequest(R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"ClaimResponse"}}]})",
                                 contextOf("x"))
              .error()
          == FhirError::NotARequest);
    CHECK(proposalFromPasRequest(
              R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Claim","use":"claim"}}]})",
              contextOf("x"))
              .error()
          == FhirError::NotARequest);
    CHECK(proposalFromPasRequest(
              R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Claim","use":"preauthorization"}}]})",
              contextOf("x"))
              .error()
          == FhirError::PatientMissing);
}

TEST_CASE("every PAS bundle of the data is taken or refused by name")
{
    std::size_t taken = 0;
    for (const std::string_view folder : {"prior-auth/pas-ig", "prior-auth/pas-inferno"})
        for (const fs::path &file : dataFiles(folder)) {
            const std::string text = contentOf(file);
            CAPTURE(file.filename().string());
            const auto proposal = proposalFromPasRequest(text, contextOf(file.stem().string()));
            const auto bundle = readBundle(text);
            const bool isRequest = bundle && typeOf(bundle->entries.front().resource) == "Claim";
            CHECK(proposal.has_value() == isRequest);
            if (proposal) {
                ++taken;
                CHECK(checkedCitations(*proposal) > 0);
            }
        }
    MESSAGE("PAS requests taken: ", taken);
}

TEST_CASE("every chart of the data becomes an intake summary within the contract's limits")
{
    for (const fs::path &file : dataFiles("fhir/synthea")) {
        const auto proposal = proposalFromChart(contentOf(file), contextOf(file.stem().string()));
        if (!proposal) {
            CHECK(proposal.error() == FhirError::PatientMissing); // the practitioners' file
            continue;
        }
        CHECK(checkedCitations(*proposal) > 0);
        CHECK(proposal->sources.size() <= 500);
        std::set<std::string> ids;
        for (const domain::Source &source : proposal->sources)
            CHECK(ids.insert(source.id.text()).second);
    }
}
