#include "core/protocol/strict_json.hpp"
#include "tests/bench/checks/fault_classes.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

// Faults of our own making in notes that clinicians wrote, by class: a word exchanged for its opposite, a number for
// another. A fault counts as found where its statement gets an acceptable finding; a statement that
// has one without the fault is left out, because it cannot tell.
namespace countersign::bench
{
namespace
{

bool isAccepted(const FaultClass &fault, const domain::Finding &finding)
{
    return std::ranges::find(fault.accepted, finding.code) != fault.accepted.end();
}

std::map<std::string, int> countsOf(const FaultClass &fault, const std::vector<domain::Finding> &findings)
{
    std::map<std::string, int> counts;
    for (const domain::Finding &finding : findings)
        counts[finding.statementId.text()] += isAccepted(fault, finding) ? 1 : 0;
    return counts;
}

struct Tally {
    int found = 0, all = 0;
};

// Every third statement at a time, so that most of the note stays what it was.
void measureClass(const FaultClass &fault, const domain::Proposal &proposal,
                  const std::vector<domain::Finding> &unaltered, Tally &tally, bool isCitedOnly, bool isVerbose)
{
    constexpr std::size_t rounds = 3;
    auto before = countsOf(fault, unaltered);
    const std::string &said = *proposal.sources.front().content;
    for (std::size_t round = 0; round < rounds; ++round) {
        domain::Proposal faultyNote = proposal;
        std::vector<const domain::Statement *> faulty;
        std::size_t index = 0;
        for (domain::Section &section : std::get<domain::NoteDraft>(faultyNote.draft).sections)
            for (domain::Statement &statement : section.statements) {
                if (index++ % rounds != round || (isCitedOnly && statement.citations.empty()))
                    continue;
                auto text = altered(fault, statement.text, said);
                if (!text)
                    continue;
                statement.text = *std::move(text);
                faulty.push_back(&statement);
            }
        if (faulty.empty())
            continue;
        auto after = countsOf(fault, findingsOf(faultyNote));
        for (const domain::Statement *statement : faulty) {
            if (!fault.isWhole && before[statement->id.text()] > 0)
                continue; // marked before: whether the fault is seen cannot be told
            const bool isFound = after[statement->id.text()] > 0;
            tally.all += 1;
            tally.found += isFound ? 1 : 0;
            if (!isFound && isVerbose)
                std::printf("  missed %s | %s %s | %s\n", std::string(fault.name).c_str(), proposal.id.text().c_str(),
                            statement->id.text().c_str(), statement->text.c_str());
        }
    }
}

// A statement of another patient's note.
FaultClass strangers(const std::vector<domain::Proposal> &proposals)
{
    constexpr std::size_t shortest = 45, step = 131;
    std::vector<std::pair<std::string, std::string>> pool; // of which visit, and what
    for (const domain::Proposal &proposal : proposals)
        for (const domain::Section &section : std::get<domain::NoteDraft>(proposal.draft).sections)
            for (const domain::Statement &statement : section.statements)
                if (statement.text.size() >= shortest)
                    pool.emplace_back(*proposal.sources.front().content, statement.text);
    return {"statement of another patient",
            inventions().front().accepted,
            {},
            [pool](const std::string &text, const std::string &said) -> std::optional<std::string> {
                const std::size_t at = pool.empty() ? 0 : std::hash<std::string>{}(text) / step % pool.size();
                if (text.size() < shortest || pool.empty() || pool[at].first == said)
                    return std::nullopt;
                return pool[at].second;
            },
            false,
            true};
}

std::string visitOf(const domain::Proposal &proposal)
{
    return proposal.id.text().substr(0, proposal.id.text().find('-'));
}

// Every second visit; of several drafts about one visit all are in one half.
using Halves = std::map<std::string, std::size_t>;
Halves halvesOf(const std::vector<domain::Proposal> &proposals)
{
    Halves halves;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        halves.emplace(visitOf(proposals[i]), i % 2);
    return halves;
}

void measureCorpus(const char *name, const std::vector<domain::Proposal> &proposals, bool isCitedOnly, bool isVerbose,
                   const Halves *known = nullptr)
{
    std::vector<FaultClass> classes = faultsOfOpposites();
    for (auto &&some : {faultsOfQualities(), furtherFaults(), faultsOfNames(), faultsOtherwise(), inventions()})
        classes.insert(classes.end(), some.begin(), some.end());
    classes.push_back(strangers(proposals));
    std::array<std::map<std::string_view, Tally>, 2> halves;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const std::size_t half =
            known && known->contains(visitOf(proposals[i])) ? known->at(visitOf(proposals[i])) : i % 2;
        const auto unaltered = findingsOf(proposals[i]);
        for (const FaultClass &fault : classes)
            measureClass(fault, proposals[i], unaltered, halves[half][fault.name], isCitedOnly, isVerbose && half == 0);
    }
    std::printf("\nfaults of our own in %s\n| class | first half | other half |\n|---|---|---|\n", name);
    for (const FaultClass &fault : classes) {
        const Tally a = halves[0][fault.name], b = halves[1][fault.name];
        std::printf("| %s | %d of %d (%.0f %%) | %d of %d (%.0f %%) |\n", std::string(fault.name).c_str(), a.found,
                    a.all, 100.0 * a.found / std::max(1, a.all), b.found, b.all, 100.0 * b.found / std::max(1, b.all));
    }
}

domain::Proposal noteOf(std::string id, std::string conversation, std::string_view note)
{
    domain::Proposal proposal;
    proposal.id = domain::ProposalId(std::move(id));
    proposal.patient.id = domain::PatientId("p");
    domain::Source source;
    source.id = domain::SourceId("visit");
    source.kind = domain::Source::Kind::Transcript;
    source.patientId = proposal.patient.id;
    source.read = true;
    source.content = std::move(conversation);
    proposal.sources.push_back(std::move(source));
    domain::Section section;
    while (!note.empty()) {
        const std::size_t end = std::min(note.find('\n'), note.find(". "));
        domain::Statement statement;
        statement.id = domain::StatementId(std::to_string(section.statements.size()));
        statement.text = note.substr(0, end == std::string_view::npos ? end : end + 1);
        note.remove_prefix(std::min(note.size(), statement.text.size()));
        if (statement.text.find_first_not_of(" \n\r") != std::string::npos)
            section.statements.push_back(std::move(statement));
    }
    proposal.draft = domain::NoteDraft{"en", {std::move(section)}};
    return proposal;
}

std::string textOf(const protocol::Json &object, std::string_view name)
{
    const protocol::Json *member = object.find(name);
    return member && member->asString() ? *member->asString() : std::string();
}

std::vector<domain::Proposal> shortDialogues(const std::filesystem::path &data)
{
    std::vector<domain::Proposal> proposals;
    std::set<std::string> known; // several programs summarised the same dialogue
    for (const std::string &line : linesOf(data / "notes/mts-dialog/automatic-summaries-scored.jsonl"))
        if (const auto row = protocol::decodeStrict(line, protocol::limits::embedded, protocol::Numbers::Any);
            row && known.insert(textOf(*row, "dialogue")).second)
            proposals.push_back(noteOf("mts-" + std::to_string(proposals.size()), textOf(*row, "dialogue"),
                                       textOf(*row, "reference_summary")));
    return proposals;
}

std::vector<domain::Proposal> consultations(const std::filesystem::path &data)
{
    std::vector<std::filesystem::path> folders;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(data / "notes/primock57", failed))
        if (entry.is_directory())
            folders.push_back(entry.path());
    std::ranges::sort(folders);
    std::vector<domain::Proposal> proposals;
    for (const auto &folder : folders) {
        const auto note =
            protocol::decodeStrict(contentOf(folder / "note.json"), protocol::limits::embedded, protocol::Numbers::Any);
        if (note)
            proposals.push_back(noteOf(folder.filename().string(), transcriptOf(folder), textOf(*note, "note")));
    }
    return proposals;
}

void measureFalse(const char *name, const std::vector<domain::Proposal> &proposals, bool isVerbose)
{
    std::map<std::string, int> counts;
    int warnings = 0;
    for (const domain::Proposal &proposal : proposals)
        for (const domain::Finding &finding : findingsOf(proposal)) {
            warnings += finding.severity == domain::Severity::Warning ? 1 : 0;
            counts[finding.code] += finding.severity == domain::Severity::Warning ? 1 : 0;
            const domain::Statement *statement = domain::findStatement(proposal.draft, finding.statementId);
            if (isVerbose && statement && finding.severity == domain::Severity::Warning)
                std::printf("  warned %s | %s | %s | %s\n", proposal.id.text().c_str(), finding.code.c_str(),
                            finding.message.c_str(), statement->text.c_str());
        }
    std::printf("%s: %zu notes, %.2f warnings each (", name, proposals.size(),
                static_cast<double>(warnings) / static_cast<double>(std::max<std::size_t>(1, proposals.size())));
    for (const auto &[code, count] : counts)
        if (count > 0)
            std::printf("%s %d; ", code.c_str(), count);
    std::puts(")");
}

} // namespace

void measureMutatedNotes(const std::filesystem::path &data, bool isVerbose)
{
    const auto visits = proposalsOf(data / "proposals/clinician-notes.ndjson");
    const auto dialogues = shortDialogues(data);
    const auto talks = consultations(data);
    measureCorpus("60 visits, statements with a citation", visits, true, isVerbose);
    const Halves halves = halvesOf(visits);
    measureCorpus("drafts by language models, statements with a citation",
                  proposalsOf(data / "proposals/real-drafts.ndjson"), true, isVerbose, &halves);
    measureCorpus("60 visits, all statements", visits, false, false);
    measureCorpus("short dialogues, nothing cited", dialogues, false, false);
    measureCorpus("mock consultations, nothing cited", talks, false, isVerbose);
    measureFalse("short dialogues", dialogues, isVerbose);
    measureFalse("mock consultations", talks, isVerbose);
}

} // namespace countersign::bench
