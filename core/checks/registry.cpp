#include "core/checks/registry.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <unordered_map>

namespace countersign::checks
{
namespace
{

using domain::Finding;
using domain::ResolvableBy;
using domain::Severity;

// Two FNV-1a streams with different starts: 128 bits that name a place and its values, for equality and nothing else.
class StableName
{
public:
    void add(std::string_view text)
    {
        for (const char c : text)
            step(static_cast<unsigned char>(c));
        step(0x1F);
    }
    void add(std::int64_t first, std::int64_t second)
    {
        std::array<char, 48> text;
        char *end = std::to_chars(text.data(), text.data() + text.size(), first).ptr;
        *end++ = '-';
        end = std::to_chars(end, text.data() + text.size(), second).ptr;
        add(std::string_view(text.data(), static_cast<std::size_t>(end - text.data())));
    }
    [[nodiscard]] std::string text() const
    {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string name;
        name.reserve(34);
        name = "f-";
        for (const std::uint64_t half : {a_, b_})
            for (int shift = 60; shift >= 0; shift -= 4)
                name += digits[half >> shift & 0xF];
        return name;
    }

private:
    void step(unsigned char byte)
    {
        a_ = (a_ ^ byte) * 1099511628211ULL;
        b_ = (b_ ^ byte) * 0x00000100000001B3ULL + 0x9E3779B97F4A7C15ULL;
    }
    std::uint64_t a_ = 14695981039346656037ULL, b_ = 0xC2B2AE3D27D4EB4FULL;
};

domain::FindingId idOf(const Finding &finding)
{
    StableName name;
    name.add(finding.code);
    name.add(finding.statementId.text());
    name.add(finding.sourceId.text());
    for (const auto &place : {finding.span, finding.sourceSpan}) {
        if (place)
            name.add((*place)[0], (*place)[1]);
        else
            name.add("");
    }
    name.add(std::to_string(finding.page.value_or(0)));
    for (const auto &[key, value] : finding.values) {
        name.add(key);
        name.add(value);
    }
    return domain::FindingId(name.text());
}

std::optional<std::array<std::int64_t, 2>> spanOf(const Reading &reading, Range range)
{
    if (range.isEmpty() || range.last > reading.tokens.list.size())
        return std::nullopt;
    return std::array<std::int64_t, 2>{reading.tokens.list[range.first].begin, reading.tokens.list[range.last - 1].end};
}

std::vector<ResolvableBy> waysOut(const Finding &finding)
{
    if (finding.code == "wrong-patient-source")
        return {ResolvableBy::Cite, ResolvableBy::RemoveStatement, ResolvableBy::Reject, ResolvableBy::Escalate};
    if (finding.code == "effect-before-approval" || finding.code == "instruction-in-source")
        return {ResolvableBy::Acknowledge, ResolvableBy::Reject, ResolvableBy::Escalate};
    if (finding.statementId.isEmpty())
        return {ResolvableBy::Edit, ResolvableBy::Acknowledge, ResolvableBy::Reject};
    return {ResolvableBy::Edit,        ResolvableBy::RemoveStatement, ResolvableBy::Cite,
            ResolvableBy::Acknowledge, ResolvableBy::OwnKnowledge,    ResolvableBy::Reject};
}

Finding findingOf(const Context &context, const Check &check, Report &&report)
{
    Finding finding;
    finding.code = report.code;
    const auto ruled = context.policy.severities.find(report.code);
    finding.severity = ruled == context.policy.severities.end() ? report.severity : ruled->second;
    finding.check = check.name;
    finding.checkVersion = check.version;
    if (report.statement != nowhere) {
        const StatementView &view = context.statements[report.statement];
        finding.statementId = view.statement->id;
        finding.span = spanOf(view.reading, report.place);
    }
    if (report.source != nowhere) {
        const SourceView &view = context.sources[report.source];
        finding.sourceId = view.source->id;
        finding.sourceSpan = spanOf(view.reading, report.sourcePlace);
    }
    if (report.page > 0)
        finding.page = report.page;
    finding.values = std::move(report.values);
    finding.message = std::move(report.message);
    finding.resolvableBy = waysOut(finding);
    finding.id = idOf(finding);
    return finding;
}

// One word needs telling once of each code, by the check that comes first.
struct Told {
    std::size_t statement = 0;
    std::uint32_t token = 0;
    std::string_view code;
    bool operator==(const Told &) const = default;
};
struct ToldHash {
    std::size_t operator()(const Told &told) const
    {
        return (told.statement << 20 ^ told.token) * 31 + told.code.size();
    }
};

struct Placed {
    Finding finding;
    std::size_t statement;
};

// The gravest first, then as they stand. Findings are large, so that their places are put in order and not they.
std::vector<Finding> inOrder(std::vector<Placed> placed)
{
    struct Place {
        int mildness = 0;
        std::size_t statement = 0;
        std::int64_t begin = 0;
        std::size_t index = 0;
        auto operator<=>(const Place &) const = default;
    };
    std::vector<Place> places;
    places.reserve(placed.size());
    for (const auto &[finding, statement] : placed)
        places.push_back(
            {-static_cast<int>(finding.severity), statement, finding.span ? (*finding.span)[0] : -1, places.size()});
    std::ranges::sort(places);
    std::vector<Finding> findings;
    findings.reserve(placed.size());
    for (const Place &place : places)
        findings.push_back(std::move(placed[place.index].finding));
    return findings;
}

} // namespace

std::span<const Check *const> allChecks()
{
    static const std::array checks{
        &medicationListCheck(), &resultCheck(),       &standingCheck(),   &claimCheck(),    &citationCheck(),
        &valueCheck(),          &drugEvidenceCheck(), &polarityCheck(),   &supportCheck(),  &lateralityCheck(),
        &subjectCheck(),        &identityCheck(),     &medicationCheck(), &omissionCheck(), &completenessCheck(),
        &attackCheck(),         &characterCheck(),    &conductCheck(),    &textCheck(),     &voiceCheck(),
        &priorAuthCheck(),      &qualityCheck(),      &echoCheck(),       &takingCheck(),   &placeCheck(),
        &courseCheck(),         &timeCheck(),         &figureCheck(),     &copyCheck(),     &directiveCheck(),
        &disguiseCheck(),       &dosingCheck(),       &pageCheck(),       &pathCheck(),     &traceCheck(),
        &requestedCheck(),      &kindCheck(),         &changeCheck(),     &countedCheck(),  &certaintyCheck(),
        &unsaidCheck(),
    };
    return checks;
}

namespace
{

std::vector<Finding> findingsIn(const Context &context)
{
    const CheckPolicy &policy = context.policy;
    std::vector<Placed> placed;
    std::vector<Report> reports;
    std::unordered_map<std::string, std::size_t> byId;
    std::unordered_map<Told, std::size_t, ToldHash> byPlace;
    for (const Check *check : allChecks()) {
        reports.clear();
        check->run(context, reports);
        for (Report &report : reports) {
            if (policy.silenced.contains(report.code))
                continue;
            const std::size_t statement = report.statement;
            const bool isPlaced = statement != nowhere && !report.place.isEmpty();
            const Told told{statement, report.place.first, report.code};
            Finding finding = findingOf(context, *check, std::move(report));
            auto same = placed.size();
            if (const auto found = byPlace.find(told); isPlaced && found != byPlace.end())
                same = found->second;
            else if (const auto alike = byId.find(finding.id.text()); alike != byId.end())
                same = alike->second;
            if (same < placed.size()) { // two equal ones are one, the graver
                if (placed[same].finding.severity < finding.severity)
                    placed[same].finding = std::move(finding);
                continue;
            }
            byId.emplace(finding.id.text(), placed.size());
            if (isPlaced)
                byPlace.emplace(told, placed.size());
            placed.push_back({std::move(finding), statement});
        }
    }
    return inOrder(std::move(placed));
}

// That nothing is cited says nothing of whether it is so; a contradiction says more than an absence.
double weightOf(const Finding &finding)
{
    constexpr double sure = 1, contradicted = 0.5, absent = 0.25;
    if (finding.code == "statement-uncited")
        return 0;
    if (finding.severity != Severity::Info)
        return sure;
    return finding.code.ends_with("-conflict") ? contradicted : absent;
}

} // namespace

std::vector<Finding> runChecks(const domain::Proposal &proposal, const CheckPolicy &policy, Instant now,
                               Readings *known)
{
    return findingsIn(Context(proposal, policy, now, known));
}

std::vector<Finding> settled(std::vector<Finding> findings, const CheckPolicy &policy)
{
    std::erase_if(findings, [&](const Finding &finding) { return policy.silenced.contains(finding.code); });
    for (Finding &finding : findings) {
        if (const auto ruled = policy.severities.find(finding.code); ruled != policy.severities.end())
            finding.severity = ruled->second;
        finding.resolvableBy = waysOut(finding);
        finding.id = idOf(finding);
    }
    std::ranges::stable_sort(findings, std::ranges::greater{}, &Finding::severity);
    return findings;
}

std::vector<Attention> attentionOf(const domain::Proposal &proposal, const CheckPolicy &policy, Instant now)
{
    const Context context(proposal, policy, now);
    std::vector<Attention> all;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const StatementView &view : context.statements) {
        places.try_emplace(view.statement->id.text(), all.size());
        all.push_back({view.statement->id, context.hasEvidence() ? 1 - view.support : 0});
    }
    std::vector<double> worst(all.size(), 0);
    for (const Finding &finding : findingsIn(context))
        if (const auto place = places.find(finding.statementId.text()); place != places.end())
            worst[place->second] = std::max(worst[place->second], weightOf(finding));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].score += worst[i];
    return all;
}

} // namespace countersign::checks
