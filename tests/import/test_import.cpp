#include "app/gateway/import/alignment.hpp"
#include "app/gateway/import/material.hpp"
#include "app/gateway/import/note_text.hpp"
#include "app/gateway/import/words.hpp"
#include "core/base/unicode.hpp"
#include "core/protocol/proposal_codec.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>

using namespace countersign;
using namespace countersign::gateway;
namespace fs = std::filesystem;

namespace
{

using Words = std::vector<std::string>;

// A folder that goes when the test ends.
struct Folder {
    fs::path path;
    explicit Folder(const char *name) : path(fs::temp_directory_path() / name)
    {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    void write(const char *name, std::string_view text) const { std::ofstream(path / name) << text; }
};

ImportOptions at(std::string_view instant)
{
    ImportOptions options;
    options.now = *parseInstant(instant);
    return options;
}

struct Shape {
    std::string title;
    Words statements;
    bool operator==(const Shape &) const = default;
};

std::vector<Shape> shapeOf(std::string_view note)
{
    std::vector<Shape> shapes;
    for (const domain::Section &section : sectionsOfNote(note)) {
        shapes.push_back({section.title, {}});
        for (const domain::Statement &statement : section.statements)
            shapes.back().statements.push_back(statement.text);
    }
    return shapes;
}

} // namespace

TEST_CASE("speech and writing meet in the same words")
{
    CHECK(contentWords("She takes seventy five milligrams.") == Words{"tak", "75", "milligram"});
    CHECK(contentWords("twenty , thirty-one and twelve") == Words{"20", "31", "12"});
    CHECK(contentWords("walking walked walks") == Words{"walk", "walk", "walk"});
    CHECK(contentWords("the patient is well").empty());
    CHECK(contentWords("").empty());
}

TEST_CASE("sentences end where a reader ends them")
{
    const auto check = [](std::string_view line, std::vector<std::string_view> sentences) {
        CAPTURE(line);
        CHECK(sentencesOf(line) == sentences);
    };
    check("One. Two! Three? Four", {"One.", "Two!", "Three?", "Four"});
    check("A1c was 7.4 today. Fine.", {"A1c was 7.4 today.", "Fine."});
    check("Dr. Lee saw J. Smith. Done.", {"Dr. Lee saw J. Smith.", "Done."});
    check("1. Start aspirin. 81 mg.", {"1. Start aspirin.", "81 mg."});
    check("   ", {});
}

TEST_CASE("a note falls into its sections, however a model marks them")
{
    CHECK(shapeOf("CHIEF COMPLAINT\n\nCough.\n\nHISTORY OF PRESENT ILLNESS\nOne. Two.")
          == std::vector<Shape>{{"Chief Complaint", {"Cough."}}, {"History Of Present Illness", {"One.", "Two."}}});
    CHECK(shapeOf("Possible clinical note:  HISTORY OF PRESENT ILLNESS:  One. \nPHYSICAL EXAM:\n  Fine.")
          == std::vector<Shape>{{"Note", {"Possible clinical note:"}},
                                {"History Of Present Illness", {"One."}},
                                {"Physical Exam", {"Fine."}}});
    CHECK(shapeOf("<\nRESULTS\n> BP 120/80. X-RAY normal.")
          == std::vector<Shape>{{"Results", {"BP 120/80.", "X-RAY normal."}}});
    CHECK(shapeOf("no heading at all") == std::vector<Shape>{{"Note", {"no heading at all"}}});
    CHECK(shapeOf("").empty());
}

TEST_CASE("a statement is aligned to the turns that say it, or honestly to none")
{
    const std::string dialogue = "[doctor] how are you ?\n[patient] ä bit of chest pain , since monday .\n\n"
                                 "[doctor] i'll give you metoprolol , twenty five milligrams .";
    const Alignment alignment(dialogue);
    const auto pain = alignment.turnsFor("Chest pain since Monday.");
    REQUIRE(pain.size() == 1);
    CHECK(pain[0].exact == "[patient] ä bit of chest pain , since monday .");
    const std::u32string points = toCodePoints(dialogue);
    const auto start = static_cast<std::size_t>(*pain[0].start);
    const auto length = static_cast<std::size_t>(*pain[0].end) - start;
    CHECK(toUtf8(points.substr(start, length)) == pain[0].exact);
    CHECK(alignment.turnsFor("Metoprolol 25 milligrams.").size() == 1);
    CHECK(alignment.turnsFor("Colonoscopy in ten years.").empty());
    CHECK(alignment.turnsFor("She is.").empty());
    CHECK(Alignment("").turnsFor("Chest pain.").empty());
}

TEST_CASE("files become proposals, or are refused by name")
{
    const Folder folder("countersign-test-import");
    folder.write("a.dialogue.txt", "[doctor] any pain ?\n[patient] no pain at all .");
    folder.write("a.note.txt", "HISTORY OF PRESENT ILLNESS\nNo pain at all.");
    folder.write("b.dialogue.txt", "[doctor] hello");
    folder.write("c.json", "{\"resourceType\":\"Patient\"}");
    folder.write("d.ndjson", "not json\n");
    folder.write("e.json", "{\"encounter_id\":\"E1\",\"dialogue\":\"[patient] it hurts .\",\"metadata\":{\"patient_"
                           "gender\":\"male\"},\"ai_drafts\":{\"m 1\":\"It hurts.\",\"m2\":\"\"}}");
    folder.write("f.bin", "x");
    const Material material =
        collectMaterial({folder.path, folder.path / "f.bin", folder.path / "none.json"}, at("2026-11-02T09:00:00Z"));
    std::vector<std::string> taken;
    for (const ImportedProposal &proposal : material.proposals)
        taken.push_back(proposal.origin);
    CHECK(taken == Words{"a.dialogue.txt", "e.json:m 1"});
    std::vector<std::string> refused;
    for (const Refused &refusal : material.refused)
        refused.push_back(refusal.origin + " " + refusal.rule);
    CHECK(refused
          == Words{"b.dialogue.txt note-missing", "c.json not-a-bundle", "d.ndjson:1 not-json",
                   "f.bin unknown-kind-of-file", "none.json no-such-file"});
}

TEST_CASE("--as-of moves every instant by the same span, and nothing else")
{
    ImportOptions options = at("2026-11-12T10:00:00Z");
    const fs::path demo = fs::path(COUNTERSIGN_SOURCE_DIR) / "resources/demo";
    const Material as = collectMaterial({demo}, options);
    options.asOf = *parseInstant("2026-11-02T09:00:00Z");
    const Material moved = collectMaterial({demo}, options);
    REQUIRE(as.proposals.size() == 31);
    REQUIRE(moved.proposals.size() == 31);
    CHECK(moved.refused.empty());
    CHECK(moved.blobs.size() == 2);
    for (std::size_t i = 0; i < as.proposals.size(); ++i) {
        const auto before = protocol::decodeProposal(as.proposals[i].document)->proposal;
        auto after = protocol::decodeProposal(moved.proposals[i].document)->proposal;
        CHECK(after.proposedAt - before.proposedAt == std::chrono::hours(241));
        CHECK(after.draft == before.draft);
        CHECK(after.patient == before.patient);
    }
}

TEST_CASE("every real draft of the data becomes a valid proposal")
{
    const char *root = std::getenv("COUNTERSIGN_DATA");
    if (root == nullptr) {
        MESSAGE("left out: no shared data");
        return;
    }
    const Material material = collectMaterial({fs::path(root) / "notes/aci-bench"}, at("2026-11-02T09:00:00Z"));
    std::size_t statements = 0;
    std::size_t cited = 0;
    for (const ImportedProposal &proposal : material.proposals) {
        const auto decoded = protocol::decodeProposal(proposal.document);
        REQUIRE(decoded.has_value());
        for (const auto &section : domain::sectionsOf(decoded->proposal.draft))
            for (const auto &statement : section.statements) {
                ++statements;
                cited += statement.citations.empty() ? 0 : 1;
            }
    }
    CHECK(material.proposals.size() == 240);
    CHECK(material.refused.size() == 20); // encounters without drafts
    MESSAGE("drafts: ", material.proposals.size(), ", statements: ", statements, ", with a citation: ", cited);
    CHECK(cited * 2 > statements);
}
