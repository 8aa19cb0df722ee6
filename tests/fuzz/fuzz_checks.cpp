// The automatic checks on whatever text there is: every family by itself, chosen by the first byte, or all of them as
// everybody calls them. COUNTERSIGN_FUZZ_FAMILY names the one family to run.
#include "core/base/unicode.hpp"
#include "core/checks/queue_print.hpp"
#include "core/checks/registry.hpp"
#include "tests/fuzz/invariant.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace countersign;
using namespace countersign::checks;

namespace
{

constexpr char recordEnd = '\x1e';

// A proposal out of records of one kind letter and text; what is no UTF-8 never passes the decoder.
class Builder
{
public:
    Builder()
    {
        proposal_.id = domain::ProposalId("p");
        proposal_.workflow = domain::WorkflowId("clinical-documentation");
        proposal_.action = {domain::ActionType("note.file"), "File", "Filed.", {}, {}};
        proposal_.patient.id = domain::PatientId("pt-1");
        proposal_.proposedAt = *parseInstant("2026-11-02T08:00:00Z");
        draft_.sections.push_back({domain::SectionId("s1"), "Plan", {}, {}});
    }

    void add(char kind, const std::string &text)
    {
        switch (kind) {
        case 'Q':
            return cite(domain::QuoteSelector{text, {}, {}, {}, {}});
        case 'F':
            return cite(domain::FhirPathSelector{"Patient.name", text});
        case 'P':
            return cite(domain::PageSelector{1, {}, text});
        case 'T':
            source(domain::Source::Kind::Transcript).content = text;
            return;
        case 'N':
            source(domain::Source::Kind::Note).content = text;
            return;
        case 'D':
            source(domain::Source::Kind::Document).pageTexts = {text, "", text};
            return;
        case 'O': // somebody else's record
            source(domain::Source::Kind::Note).patientId = domain::PatientId("pt-2");
            proposal_.sources.back().content = text;
            return;
        case 'R': // FHIR content
            source(domain::Source::Kind::Fhir).content = text;
            return;
        case 'L': // a text layer beside its pages
            source(domain::Source::Kind::Document).content = text;
            proposal_.sources.back().pageTexts = {text.substr(0, 0), "Patient: DOE, ANNA"};
            return;
        case 'J': // a citation by path
            return cite(domain::FhirPathSelector{text, {}});
        case 'X':
            return step(text);
        case 'C': // a request, read as its own bundle and its own answers
            request_ = text;
            return;
        case 'M': // it goes out
            proposal_.action.type = domain::ActionType("message.send");
            return;
        case 'A':
            proposal_.patient.allergies.push_back({.substance = text, .reaction = {}, .sourceId = {}});
            return;
        case 'B':
            proposal_.patient.birthDate = domain::Phi<std::string>(text);
            return;
        case 'G':
            proposal_.patient.family = domain::Phi<std::string>(text);
            proposal_.patient.given = domain::Phi<std::string>(text);
            return;
        case 'H':
            draft_.sections.push_back({id<domain::SectionId>("s"), text, {}, {}});
            return;
        default:
            statement(text);
        }
    }

    [[nodiscard]] domain::Proposal take()
    {
        if (request_) {
            domain::PriorAuthDraft draft;
            draft.bundle = draft.questionnaire = draft.questionnaireResponse = *request_;
            draft.sections = std::move(draft_.sections);
            proposal_.draft = std::move(draft);
            return std::move(proposal_);
        }
        proposal_.draft = std::move(draft_);
        return std::move(proposal_);
    }

private:
    template <class Id>
    Id id(const char *prefix)
    {
        return Id(prefix + std::to_string(++count_));
    }

    void statement(const std::string &text)
    {
        domain::Statement made;
        made.id = id<domain::StatementId>("st");
        made.text = text;
        draft_.sections.back().statements.push_back(std::move(made));
    }

    domain::Source &source(domain::Source::Kind kind)
    {
        domain::Source made;
        made.id = id<domain::SourceId>("src");
        made.kind = kind;
        made.title = "Source";
        made.patientId = proposal_.patient.id;
        made.read = true;
        proposal_.sources.push_back(std::move(made));
        return proposal_.sources.back();
    }

    void cite(domain::Selector selector)
    {
        auto &statements = draft_.sections.back().statements;
        if (statements.empty() || proposal_.sources.empty())
            return;
        statements.back().citations.push_back({proposal_.sources.back().id, std::move(selector)});
        statements.back().hasCitations = true;
    }

    void step(const std::string &text)
    {
        domain::TraceStep made;
        made.seq = static_cast<std::int64_t>(proposal_.trace.size());
        made.at = proposal_.proposedAt;
        made.tool = text;
        made.kind = domain::TraceStep::Kind::Compute;
        proposal_.trace.push_back(std::move(made));
    }

    domain::Proposal proposal_;
    std::optional<std::string> request_;
    domain::NoteDraft draft_;
    int count_ = 0;
};

domain::Proposal proposalOf(std::string_view bytes)
{
    Builder builder;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find(recordEnd), bytes.size());
        const std::string_view record = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (!record.empty() && isUtf8(record.substr(1)))
            builder.add(record.front(), std::string(record.substr(1)));
    }
    return builder.take();
}

bool isWithin(const std::optional<std::array<std::int64_t, 2>> &span, std::size_t size)
{
    return !span || (0 <= (*span)[0] && (*span)[0] <= (*span)[1] && std::cmp_less_equal((*span)[1], size));
}

void runFamily(const Check &check, const domain::Proposal &proposal)
{
    const CheckPolicy policy;
    const Context context(proposal, policy, proposal.proposedAt);
    std::vector<Report> reports;
    check.run(context, reports);
    for (const Report &report : reports) {
        require(!report.code.empty() && report.message.find("erified") == std::string::npos);
        require(report.statement == nowhere || report.statement < context.statements.size());
        require(report.source == nowhere || report.source < context.sources.size());
    }
}

void runAll(const domain::Proposal &proposal)
{
    const auto findings = runChecks(proposal, {}, proposal.proposedAt);
    require(findings == runChecks(proposal, {}, proposal.proposedAt));
    domain::Proposal other = proposal;
    other.patient.id = domain::PatientId("pt-9");
    const std::array prints{printOf(domain::ItemId("i"), other)};
    require(queueFindings(proposal, prints, {}) == queueFindings(proposal, prints, {}));
    for (const domain::Finding &finding : findings) {
        if (finding.statementId.isEmpty())
            continue;
        const domain::Statement *statement = domain::findStatement(proposal.draft, finding.statementId);
        require(statement != nullptr && isWithin(finding.span, codePointCount(statement->text)));
    }
}

// Past the end: all of them.
std::size_t familyOf(std::uint8_t byte)
{
    const auto families = allChecks();
    if (const char *wanted = std::getenv("COUNTERSIGN_FUZZ_FAMILY")) {
        const auto found = std::ranges::find(families, std::string_view(wanted), &Check::name);
        return static_cast<std::size_t>(found - families.begin());
    }
    return byte % (families.size() + 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto proposal = proposalOf({reinterpret_cast<const char *>(data) + 1, size - 1});
    const std::size_t family = familyOf(*data);
    if (family < allChecks().size())
        runFamily(*allChecks()[family], proposal);
    else
        runAll(proposal);
    return 0;
}
