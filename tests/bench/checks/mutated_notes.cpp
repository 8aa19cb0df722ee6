#include "core/protocol/strict_json.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

// Faults of our own making in notes that clinicians wrote, by class: a word exchanged for its opposite, a number for
// another. A fault counts as found where its statement gets an acceptable finding that the unaltered note did not get.
namespace countersign::bench
{
namespace
{

struct Exchange {
    std::string_view from, to; // as whole words
};

struct FaultClass {
    std::string_view name;
    std::vector<std::string_view> accepted;
    std::vector<Exchange> exchanges;
    std::optional<std::string> (*alter)(const std::string &text) = nullptr;
};

bool isLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::size_t findWord(const std::string &text, std::string_view word, std::size_t from = 0)
{
    for (std::size_t at = text.find(word, from); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool isBegin = at == 0 || !isLetter(text[at - 1]) || !isLetter(word.front());
        const std::size_t end = at + word.size();
        if (isBegin && (end >= text.size() || !isLetter(text[end]) || !isLetter(word.back())))
            return at;
    }
    return std::string::npos;
}

std::optional<std::string> exchanged(const std::string &text, const std::vector<Exchange> &exchanges)
{
    for (const auto &[from, to] : exchanges)
        if (const std::size_t at = findWord(text, from); at != std::string::npos)
            return std::string(text).replace(at, from.size(), to);
    return std::nullopt;
}

// Only what is not denied already.
std::optional<std::string> denied(const std::string &text)
{
    for (const std::string_view cue : {"no", "not", "No", "denies", "Denies", "denied", "never", "without", "however",
                                       "but", "if", "Negative", "negative"})
        if (findWord(text, cue) != std::string::npos)
            return std::nullopt;
    static const std::vector<Exchange> exchanges{
        {"reports", "denies"},
        {"endorses", "denies"},
        {"Reports", "Denies"},
        {"complains of", "denies"},
        {"positive for", "negative for"},
        {"There is a", "There is no"},
        {"There is", "There is no"},
        {"There are", "There are no"},
        {"has been", "has not been"},
        {"has had", "has not had"},
        {"is taking", "is not taking"},
        {"have a history of", "have no history of"},
        {"has a history of", "has no history of"},
        {"developed", "did not develop"},
        {"experiences", "does not experience"},
        {"shows", "does not show"},
        {"has a", "has no"},
    };
    return exchanged(text, exchanges);
}

std::optional<std::string> swappedSides(const std::string &text)
{
    constexpr std::array swaps{Exchange{"left", "right"}, Exchange{"right", "left"}, Exchange{"Left", "Right"},
                               Exchange{"Right", "Left"}};
    for (const auto &[from, to] : swaps) {
        std::string altered = text;
        for (std::size_t at = findWord(altered, from); at != std::string::npos; at = findWord(altered, from, at + 1))
            altered.replace(at, from.size(), to);
        if (altered != text && findWord(text, to) == std::string::npos)
            return altered;
    }
    return std::nullopt;
}

struct Digits {
    std::size_t begin = 0, size = 0;
};

// Whole numbers that are no list mark and no part of a name.
std::vector<Digits> numbersIn(const std::string &text)
{
    std::vector<Digits> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9')
            continue;
        const std::size_t begin = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        const bool isJoined = begin > 0
                              && (isLetter(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-'
                                  || text[begin - 1] == '/');
        const bool isMark = begin == 0 || (i < text.size() && (text[i] == '.' || text[i] == '/'));
        if (!isJoined && !isMark)
            found.push_back({begin, i - begin});
    }
    return found;
}

std::optional<std::string> tenfoldDose(const std::string &text)
{
    for (const Digits &digits : numbersIn(text))
        for (const std::string_view unit : {" mg", " mcg", " units", " milligrams", " mL", " g "})
            if (text.compare(digits.begin + digits.size, unit.size(), unit) == 0)
                return std::string(text).insert(digits.begin + digits.size, "0");
    return std::nullopt;
}

std::optional<std::string> transposed(const std::string &text)
{
    for (const Digits &digits : numbersIn(text)) {
        std::string altered = text;
        if (digits.size < 2 || text[digits.begin] == text[digits.begin + 1] || text[digits.begin + 1] == '0')
            continue;
        std::swap(altered[digits.begin], altered[digits.begin + 1]);
        return altered;
    }
    return std::nullopt;
}

std::optional<std::string> otherDigit(const std::string &text)
{
    for (const Digits &digits : numbersIn(text)) {
        std::string altered = text;
        char &last = altered[digits.begin + digits.size - 1];
        last = last >= '7' ? static_cast<char>(last - 3) : static_cast<char>(last + 3);
        return altered;
    }
    return std::nullopt;
}

const std::vector<std::string_view> numberCodes{"number-conflict", "value-not-in-evidence", "dose-out-of-range",
                                                "date-conflict",   "temporal-conflict",     "unit-conflict"};

std::vector<FaultClass> faultsOfPolarity()
{
    return {
        {"negation added", {"negation-conflict"}, {}, denied},
        {"negation removed",
         {"negation-conflict"},
         {{"denies any", "reports"},
          {"denies", "reports"},
          {"denied", "reported"},
          {"Denies", "Reports"},
          {"No evidence of", "There is evidence of"},
          {"No", "There is"},
          {"does not have", "has"},
          {"did not have", "had"},
          {"has no", "has"},
          {"without any", "with"},
          {"without", "with"},
          {"negative for", "positive for"},
          {"no evidence of", "evidence of"},
          {"not", ""},
          {"no", ""}}},
        {"side swapped", {"laterality-conflict"}, {}, swappedSides},
    };
}

std::vector<FaultClass> faultsOfMeasure()
{
    return {
        {"dose tenfold", numberCodes, {}, tenfoldDose},
        {"digits transposed", numberCodes, {}, transposed},
        {"other number", numberCodes, {}, otherDigit},
        {"unit",
         {"unit-conflict", "number-conflict", "value-not-in-evidence", "dose-out-of-range"},
         {{"mg", "mcg"},
          {"mcg", "mg"},
          {"milligrams", "micrograms"},
          {"units", "mL"},
          {"cm", "mm"},
          {"mm", "cm"},
          {"lbs", "kg"},
          {"pounds", "kilograms"}}},
        {"duration",
         {"unit-conflict", "number-conflict", "value-not-in-evidence", "date-conflict", "temporal-conflict"},
         {{"days", "weeks"}, {"weeks", "months"}, {"months", "years"}, {"hours", "days"}, {"years ago", "weeks ago"}}},
        {"date",
         {"date-conflict", "number-conflict", "value-not-in-evidence", "temporal-conflict"},
         {{"January", "March"},
          {"February", "May"},
          {"March", "June"},
          {"April", "September"},
          {"May", "August"},
          {"June", "October"},
          {"July", "November"},
          {"August", "February"},
          {"September", "January"},
          {"October", "April"},
          {"November", "July"},
          {"December", "May"},
          {"Monday", "Thursday"},
          {"Tuesday", "Friday"},
          {"Wednesday", "Saturday"},
          {"Thursday", "Monday"},
          {"Friday", "Tuesday"},
          {"Saturday", "Wednesday"},
          {"Sunday", "Thursday"}}},
    };
}

std::vector<FaultClass> faultsOfMeaning()
{
    return {
        {"drug exchanged",
         {"drug-not-in-evidence", "lookalike-drug", "value-not-in-evidence"},
         {{"metformin", "metronidazole"},
          {"Metformin", "Metronidazole"},
          {"lisinopril", "fosinopril"},
          {"Lisinopril", "Fosinopril"},
          {"prednisone", "prednisolone"},
          {"ibuprofen", "naproxen"},
          {"Ibuprofen", "Naproxen"},
          {"Tylenol", "Toradol"},
          {"Lasix", "Losec"},
          {"amlodipine", "amiodarone"},
          {"insulin", "isoniazid"},
          {"aspirin", "warfarin"},
          {"meloxicam", "celecoxib"},
          {"Meloxicam", "Celecoxib"},
          {"methotrexate", "metolazone"},
          {"omeprazole", "aripiprazole"},
          {"albuterol", "atenolol"}}},
        {"person",
         {"subject-conflict"},
         {{"The patient's mother", "The patient"},
          {"The patient's father", "The patient"},
          {"Her mother", "She"},
          {"His mother", "He"},
          {"Her father", "She"},
          {"His father", "He"},
          {"Family history of", "History of"},
          {"family history of", "history of"},
          {"The patient reports", "The patient's mother reports"},
          {"He reports", "His father has"},
          {"She has", "Her mother has"},
          {"He has", "His father has"}}},
    };
}

std::vector<FaultClass> faultsOfTime()
{
    return {
        {"course",
         {"temporal-conflict", "negation-conflict", "intent-conflict"},
         {{"Continue", "Stop"},
          {"continue", "stop"},
          {"Continue taking", "Discontinue"},
          {"Start", "Stop"},
          {"stop taking", "continue taking"},
          {"Discontinue", "Continue"},
          {"discontinue", "continue"},
          {"started on", "taken off"},
          {"currently taking", "formerly taking"},
          {"continues", "stopped"}}},
        {"intent",
         {"intent-conflict", "temporal-conflict"},
         {{"will be obtained", "was obtained"},
          {"will order", "ordered"},
          {"I will refer", "I referred"},
          {"I will order", "I obtained"},
          {"will undergo", "underwent"},
          {"was performed", "is planned"},
          {"underwent", "will undergo"},
          {"were taken", "will be taken"},
          {"is scheduled for", "underwent"},
          {"will schedule", "completed"},
          {"will start", "started"},
          {"will prescribe", "has taken"}}},
        {"certainty",
         {"certainty-conflict", "negation-conflict"},
         {{"possible ", ""},
          {"Possible ", ""},
          {"likely ", ""},
          {"probable ", ""},
          {"suspected ", ""},
          {"may have", "has"},
          {"may be", "is"},
          {"could be", "is"},
          {"concern for", "evidence of"},
          {"rule out", "treat"},
          {"suspicious for", "diagnostic of"}}},
    };
}

std::vector<FaultClass> faultClasses()
{
    std::vector<FaultClass> all = faultsOfPolarity();
    for (auto &&some : {faultsOfMeasure(), faultsOfMeaning(), faultsOfTime()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

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
    for (std::size_t round = 0; round < rounds; ++round) {
        domain::Proposal altered = proposal;
        std::vector<const domain::Statement *> faulty;
        std::size_t index = 0;
        for (domain::Section &section : std::get<domain::NoteDraft>(altered.draft).sections)
            for (domain::Statement &statement : section.statements) {
                if (index++ % rounds != round || (isCitedOnly && statement.citations.empty()))
                    continue;
                auto text = fault.alter ? fault.alter(statement.text) : exchanged(statement.text, fault.exchanges);
                if (!text)
                    continue;
                statement.text = *std::move(text);
                faulty.push_back(&statement);
            }
        if (faulty.empty())
            continue;
        auto after = countsOf(fault, findingsOf(altered));
        for (const domain::Statement *statement : faulty) {
            const bool isFound = after[statement->id.text()] > before[statement->id.text()];
            tally.all += 1;
            tally.found += isFound ? 1 : 0;
            if (!isFound && isVerbose)
                std::printf("  missed %s | %s %s | %s\n", std::string(fault.name).c_str(), proposal.id.text().c_str(),
                            statement->id.text().c_str(), statement->text.c_str());
        }
    }
}

void measureCorpus(const char *name, const std::vector<domain::Proposal> &proposals, bool isCitedOnly, bool isVerbose)
{
    const auto classes = faultClasses();
    std::array<std::map<std::string_view, Tally>, 2> halves;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const auto unaltered = findingsOf(proposals[i]);
        for (const FaultClass &fault : classes)
            measureClass(fault, proposals[i], unaltered, halves[i % 2][fault.name], isCitedOnly,
                         isVerbose && i % 2 == 0);
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

void measureFalse(const char *name, const std::vector<domain::Proposal> &proposals)
{
    std::map<std::string, int> counts;
    int warnings = 0;
    for (const domain::Proposal &proposal : proposals)
        for (const domain::Finding &finding : findingsOf(proposal)) {
            warnings += finding.severity == domain::Severity::Warning ? 1 : 0;
            counts[finding.code] += finding.severity == domain::Severity::Warning ? 1 : 0;
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
    measureCorpus("60 visits, all statements", visits, false, false);
    measureCorpus("short dialogues, nothing cited", dialogues, false, false);
    measureCorpus("mock consultations, nothing cited", talks, false, false);
    measureFalse("short dialogues", dialogues);
    measureFalse("mock consultations", talks);
}

} // namespace countersign::bench
