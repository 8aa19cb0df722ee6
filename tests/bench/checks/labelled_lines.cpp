#include "core/protocol/strict_json.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

// Doctor and patient of a mock consultation as source, lines that a program wrote as statements, verdicts by
// clinicians.
namespace countersign::bench
{
namespace
{

struct Line {
    std::string text;
    bool isWrong = false;
};

std::vector<std::string> cells(const std::string &row)
{
    std::vector<std::string> parts;
    std::stringstream stream(row);
    for (std::string part; std::getline(stream, part, '\t');) {
        while (!part.empty() && (part.back() == '\r' || part.back() == ' '))
            part.pop_back();
        parts.push_back(part);
    }
    return parts;
}

// Each "Note N" column is followed by one of verdicts.
std::map<std::string, std::vector<Line>> readNotes(const std::filesystem::path &file)
{
    std::map<std::string, std::vector<Line>> notes;
    const auto rows = linesOf(file);
    if (rows.empty())
        return notes;
    const auto header = cells(rows.front());
    for (std::size_t column = 0; column + 1 < header.size(); ++column) {
        if (!header[column].starts_with("Note") || !header[column + 1].starts_with("Correct"))
            continue;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const auto parts = cells(rows[row]);
            if (parts.size() <= column + 1 || parts[column].empty())
                continue;
            const std::string &verdict = parts[column + 1];
            if (verdict != "c" && verdict != "i")
                continue;
            std::string text = parts[column];
            if (text.starts_with("\xE2\x86\xB3"))
                text = text.substr(3);
            notes[header[column]].push_back({text, verdict == "i"});
        }
    }
    return notes;
}

std::string without(std::string text, std::string_view open, char close)
{
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at))
        text.erase(at, std::min(text.find(close, at), text.size() - 1) - at + 1);
    return text;
}

domain::Proposal proposalOf(const std::string &transcript, const std::vector<Line> &lines)
{
    domain::Proposal proposal;
    proposal.patient.id = domain::PatientId("p");
    domain::Source source;
    source.id = domain::SourceId("visit");
    source.kind = domain::Source::Kind::Transcript;
    source.patientId = proposal.patient.id;
    source.read = true;
    source.content = transcript;
    proposal.sources.push_back(source);
    domain::Section section;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        domain::Statement statement;
        statement.id = domain::StatementId(std::to_string(i));
        statement.text = lines[i].text;
        section.statements.push_back(statement);
    }
    proposal.draft = domain::NoteDraft{"en", {section}};
    return proposal;
}

double areaUnderCurve(std::vector<std::pair<double, bool>> scored)
{
    double wins = 0, pairs = 0;
    for (const auto &[wrongScore, isWrong] : scored)
        for (const auto &[rightScore, isOtherWrong] : scored)
            if (isWrong && !isOtherWrong) {
                wins += wrongScore > rightScore ? 1 : wrongScore == rightScore ? 0.5 : 0;
                pairs += 1;
            }
    return pairs > 0 ? wins / pairs : 0;
}

// How far the area would stray with other lines of the same kind: drawn again and again, with a fixed seed.
std::pair<double, double> strayOf(const std::vector<std::pair<double, bool>> &scored)
{
    constexpr int rounds = 1000, tail = 50;
    std::mt19937 draw(20);
    std::vector<double> areas;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::pair<double, bool>> sample;
        for (std::size_t i = 0; i < scored.size(); ++i)
            sample.push_back(scored[draw() % scored.size()]);
        areas.push_back(areaUnderCurve(sample));
    }
    std::ranges::sort(areas);
    return {areas[tail], areas[rounds - tail]};
}

} // namespace

std::string transcriptOf(const std::filesystem::path &folder)
{
    std::string text;
    const auto document = protocol::decodeStrict(contentOf(folder / "transcript.json"), protocol::limits::embedded,
                                                 protocol::Numbers::Any);
    if (!document || !document->asArray())
        return text;
    for (const protocol::Json &turn : *document->asArray())
        text +=
            "[" + *turn.find("speaker")->asString() + "] " + without(*turn.find("text")->asString(), "<", '>') + "\n";
    return text;
}

void measureLabelledLines(const std::filesystem::path &data)
{
    std::vector<std::pair<double, bool>> scored;
    std::size_t wrong = 0;
    std::error_code failed;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(data / "notes/primock57", failed)) {
        if (entry.path().extension() != ".tsv")
            continue;
        for (const auto &[name, lines] : readNotes(entry.path())) {
            const domain::Proposal proposal = proposalOf(transcriptOf(entry.path().parent_path()), lines);
            const auto attention = checks::attentionOf(proposal, {}, proposal.proposedAt);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const double score = attention[i].score;
                scored.emplace_back(score, lines[i].isWrong);
                wrong += lines[i].isWrong ? 1 : 0;
                if (std::getenv("BENCH_LINES"))
                    std::printf("  %s %.2f %s\n", lines[i].isWrong ? "WRONG" : "right", score, lines[i].text.c_str());
            }
        }
    }
    if (scored.empty())
        return;
    const auto [low, high] = strayOf(scored);
    std::printf("labelled lines: %zu, wrong %zu, area under the curve %.3f (nine of ten drawn again: %.2f to %.2f)\n",
                scored.size(), wrong, areaUnderCurve(scored), low, high);
}

} // namespace countersign::bench
