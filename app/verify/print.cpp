#include "app/verify/print.hpp"

#include "core/audit/package_limits.hpp"
#include "core/domain/names.hpp"
#include "core/protocol/canonical.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace countersign::verify
{
namespace
{

using protocol::Json;

struct Row {
    std::string name;
    std::int64_t count;
};

std::vector<Row> rowsOf(const Report &report)
{
    return {{"files", report.files},
            {"keys", static_cast<std::int64_t>(report.keys)},
            {"decisions", report.decisions.decisions},
            {"signatures", report.decisions.signatures},
            {"tokens", report.decisions.carried},
            {"onBehalf", static_cast<std::int64_t>(report.decisions.onBehalf.size())},
            {"receipts", report.decisions.receipts},
            {"chains", report.decisions.chains},
            {"items", report.items},
            {"rendered", report.rendered},
            {"records", report.records},
            {"checkpoints", report.checkpoints},
            {"trails", report.trails},
            {"events", report.events},
            {"outcomes", report.outcomes.lines},
            {"releases", report.outcomes.releases}};
}

std::vector<std::string> notesOf(const Report &report)
{
    std::vector<std::string> notes;
    if (!report.isPinned)
        notes.emplace_back(
            "No --root was given: the gateway's key was taken from the package itself, so this shows that "
            "the package agrees with itself, not who made it.");
    if (report.decisions.refusedUnproven > 0)
        notes.push_back(
            "Decisions that the gateway refused and that do not verify themselves, while their receipts do: "
            + std::to_string(report.decisions.refusedUnproven) + '.');
    if (report.decisions.erased > 0)
        notes.push_back("Decisions whose words were erased; that they were there, and who erased them, is proved: "
                        + std::to_string(report.decisions.erased) + '.');
    if (!report.manifest)
        return notes;
    if (!report.hasRecords)
        notes.emplace_back(
            "The package holds no log of records: keys, rights and audit trails rest on the manifest alone.");
    if (!report.manifest->holdsPhi)
        notes.emplace_back("The package holds no patient data: items and rendered models were not compared with their "
                           "digests.");
    if (report.manifest->log.first > 0)
        notes.emplace_back("The package is a part of the log: chains and releases may rest on earlier decisions.");
    return notes;
}

// Both names of each; of so many at most, and the count says how many there are.
constexpr std::size_t namedMax = 1000;

// As `printable`, but people's names have spaces, and letters beyond ASCII.
std::string printableLine(std::string_view name)
{
    std::string text;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool isLetter = at + 1 < name.size() && static_cast<unsigned char>(name[at]) >= 0xc3U
                              && static_cast<unsigned char>(name[at]) <= 0xd4U && (name[at + 1] & 0xc0) == 0x80;
        if (isLetter) { // U+00C0 to U+053F: Latin, Greek, Cyrillic
            text += name.substr(at++, 2);
            continue;
        }
        text += name[at] == ' ' ? std::string(1, ' ') : printable(name.substr(at, 1));
    }
    return text;
}

std::string personOf(std::string_view printed, std::string_view id)
{
    return printableLine(printed) + " (" + printable(id) + ')';
}

std::string sentenceOf(const DecisionCounts::OnBehalf &one)
{
    return "line " + std::to_string(one.line) + ": " + personOf(one.signer.name, one.signer.id.text())
           + " on behalf of " + personOf(one.signer.onBehalfOfName, one.signer.onBehalfOf);
}

std::span<const DecisionCounts::OnBehalf> namedOf(const Report &report)
{
    return std::span(report.decisions.onBehalf).first(std::min(namedMax, report.decisions.onBehalf.size()));
}

std::string placeOf(const Fault &fault)
{
    const std::string file = printable(fault.file);
    return fault.line == 0 ? file : file + ':' + std::to_string(fault.line);
}

std::string heading(const audit::Manifest &manifest)
{
    const std::string extent =
        manifest.log.size == manifest.log.first
            ? std::string("no log entries")
            : "log entries " + std::to_string(manifest.log.first) + " to " + std::to_string(manifest.log.size - 1);
    return "gateway " + printable(manifest.gateway) + ", exported by " + printable(manifest.exportedBy) + " at "
           + formatInstant(manifest.exportedAt) + "\n" + extent + ", root " + manifest.log.root.text() + '\n';
}

} // namespace

std::string printable(std::string_view path)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : path.substr(0, audit::pathBytesMax)) {
        if (c > ' ' && c < 0x7f && c != '\\') {
            text += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        text += "\\x";
        text += digits[byte >> 4U];
        text += digits[byte & 0x0fU];
    }
    return path.size() > audit::pathBytesMax ? text + "..." : text;
}

std::string plainText(const Report &report)
{
    std::string text = report.manifest ? heading(*report.manifest) : std::string();
    for (const Row &row : rowsOf(report))
        text += row.name + std::string(12 - row.name.size(), ' ') + std::to_string(row.count) + '\n';
    for (const auto &[outcome, count] : report.decisions.outcomes)
        text += "  " + std::string(domain::name(outcome)) + ' ' + std::to_string(count) + '\n';
    for (const auto &one : namedOf(report))
        text += "signed, decisions.ndjson " + sentenceOf(one) + '\n';
    for (const std::string &note : notesOf(report))
        text += "note: " + note + '\n';
    if (report.isValid())
        return text + "VALID\n";
    for (const Fault &fault : report.faults)
        text += placeOf(fault) + ": " + sentence(fault) + '\n';
    return text + "NOT VALID\n";
}

std::string jsonText(const Report &report)
{
    Json checked = Json::object();
    for (const Row &row : rowsOf(report))
        checked.append(row.name, row.count);
    const auto encodeFault = [](const Fault &fault) {
        return Json::object({{"file", printable(fault.file)},
                             {"line", fault.line},
                             {"rule", ruleText(fault.rule)},
                             {"sentence", sentence(fault)}});
    };
    const auto encodeOnBehalf = [](const DecisionCounts::OnBehalf &one) {
        const auto &signer = one.signer;
        return Json::object({{"line", one.line},
                             {"signer", signer.id.text()},
                             {"signerName", signer.name},
                             {"onBehalfOf", signer.onBehalfOf},
                             {"onBehalfOfName", signer.onBehalfOfName}});
    };
    const auto encodeNote = [](const std::string &note) { return Json(note); };
    return protocol::compactText(Json::object({{"valid", report.isValid()},
                                               {"pinned", report.isPinned},
                                               {"checked", std::move(checked)},
                                               {"onBehalf", Json::arrayOf(namedOf(report), encodeOnBehalf)},
                                               {"faults", Json::arrayOf(report.faults, encodeFault)},
                                               {"notes", Json::arrayOf(notesOf(report), encodeNote)}}))
           + '\n';
}

} // namespace countersign::verify
