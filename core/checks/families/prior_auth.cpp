#include "core/checks/check.hpp"

#include <algorithm>

namespace countersign::checks
{
namespace
{

using domain::Criterion;
using domain::Severity;

void checkCriteria(const domain::PriorAuthDraft &draft, std::vector<Report> &reports)
{
    for (const Criterion &criterion : draft.criteria) {
        const bool isUncited = criterion.status == Criterion::Status::Met && criterion.citations.empty();
        if (criterion.status == Criterion::Status::Met && !isUncited)
            continue;
        reports.push_back({.code = "pa-criterion-unmet",
                           .severity = isUncited ? Severity::Info : Severity::Warning,
                           .values = {{"criterion", criterion.id}},
                           .message = isUncited ? "This criterion is called met and cites nothing."
                                                : "A criterion of the payer is not shown to be met."});
    }
}

// A questionnaire's attestation that no person gave.
void checkAnswers(const domain::PriorAuthDraft &draft, std::vector<Report> &reports)
{
    for (const domain::Answer &answer : draft.answers) {
        const bool isAutomatic =
            answer.origin == domain::Answer::Origin::AutoClient || answer.origin == domain::Answer::Origin::AutoServer;
        if (isAutomatic && answer.linkId.find("ttest") != std::string::npos)
            reports.push_back({.code = "pa-attestation-prefilled",
                               .values = {{"linkId", answer.linkId}},
                               .message = "An attestation was filled in by a program."});
    }
}

void run(const Context &context, std::vector<Report> &reports)
{
    const auto *draft = std::get_if<domain::PriorAuthDraft>(&context.proposal.draft);
    if (!draft)
        return;
    checkCriteria(*draft, reports);
    checkAnswers(*draft, reports);
    const bool hasDocument = std::ranges::any_of(context.proposal.sources, [](const domain::Source &source) {
        return source.read && source.kind != domain::Source::Kind::PayerPolicy
               && source.kind != domain::Source::Kind::Guideline;
    });
    if (!hasDocument)
        reports.push_back(
            {.code = "pa-missing-attachment", .message = "The request goes out without any document of the patient."});
}

} // namespace

const Check &priorAuthCheck()
{
    static constexpr Check check{
        "prior-auth",
        "1",
        "Criteria that are not met or not shown, attestations filled in by a program, requests without documents.",
        "What the payer will decide.",
        "Compares the request with the payer's own list.",
        run};
    return check;
}

} // namespace countersign::checks
