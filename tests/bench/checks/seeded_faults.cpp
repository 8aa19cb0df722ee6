#include "core/protocol/strict_json.hpp"
#include "tests/bench/checks/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace countersign::bench
{
namespace
{

struct Fault {
    std::string id, kind, statement, before, what;
    std::vector<std::string> accepted;
};

struct Tally {
    int found = 0, all = 0, unchanged = 0;
};

std::string textAt(const protocol::Json &object, std::string_view name)
{
    const protocol::Json *member = object.find(name);
    const std::string *text = member ? member->asString() : nullptr;
    return text ? *text : std::string();
}

std::vector<Fault> readKey(const std::filesystem::path &file)
{
    std::vector<Fault> faults;
    const auto key = protocol::decodeStrict(contentOf(file), protocol::limits::embedded, protocol::Numbers::Any);
    const protocol::Json *list = key ? key->find("faults") : nullptr;
    if (!list || !list->asArray())
        return faults;
    for (const protocol::Json &each : *list->asArray()) {
        Fault fault{textAt(each, "id"),     textAt(each, "fault"), textAt(each, "statementId"),
                    textAt(each, "before"), textAt(each, "what"),  {}};
        for (const protocol::Json &code : *each.find("accept")->asArray())
            fault.accepted.push_back(*code.asString());
        faults.push_back(std::move(fault));
    }
    return faults;
}

bool isFound(const Fault &fault, const std::vector<domain::Finding> &findings)
{
    return std::ranges::any_of(findings, [&](const domain::Finding &finding) {
        return std::ranges::find(fault.accepted, finding.code) != fault.accepted.end()
               && (fault.statement.empty() || finding.statementId.text() == fault.statement);
    });
}

// A few faults of the given data left the statement as it was: nothing is there to be found.
bool changedNothing(const Fault &fault, const domain::Proposal &proposal)
{
    const domain::Statement *statement = domain::findStatement(proposal.draft, domain::StatementId(fault.statement));
    return statement && statement->text == fault.before
           && (fault.kind == "laterality" || fault.kind == "unicode" || fault.kind == "number" || fault.kind == "unit");
}

} // namespace

void measureSeededFaults(const std::filesystem::path &data, bool isVerbose)
{
    const auto faults = readKey(data / "proposals/seeded-faults.key.json");
    std::map<std::string, domain::Proposal> proposals;
    for (domain::Proposal &proposal : proposalsOf(data / "proposals/seeded-faults.ndjson"))
        proposals.emplace(proposal.id.text(), std::move(proposal));
    std::map<std::string, Tally> tallies;
    Tally total;
    for (const Fault &fault : faults) {
        const auto proposal = proposals.find(fault.id);
        if (proposal == proposals.end())
            continue;
        Tally &tally = tallies[fault.kind];
        const bool found = isFound(fault, findingsOf(proposal->second));
        for (Tally *each : {&tally, &total}) {
            each->all += 1;
            each->found += found ? 1 : 0;
            each->unchanged += changedNothing(fault, proposal->second) ? 1 : 0;
        }
        const auto *statement = domain::findStatement(proposal->second.draft, domain::StatementId(fault.statement));
        if (!found && isVerbose)
            std::printf("  missed %s: %s | %s\n", fault.id.c_str(), fault.what.c_str(),
                        statement ? statement->text.c_str() : "");
    }
    tallies["overall"] = total;
    std::printf("| fault class | found | of | recall | left unaltered by the data |\n|---|---|---|---|---|\n");
    for (const auto &[kind, tally] : tallies)
        std::printf("| %s | %d | %d | %.1f %% | %d |\n", kind.c_str(), tally.found, tally.all,
                    100.0 * tally.found / tally.all, tally.unchanged);
}

} // namespace countersign::bench
