// E37: two drafts for one patient of which doing the one undoes the other; each with its near miss.
#include "core/checks/orders.hpp"
#include "core/checks/queue_print.hpp"
#include "tests/checks/draft.hpp"

using namespace countersign;
using namespace countersign::tests;

namespace
{

Proposal plan(std::string_view text, std::string id, std::string patient = "p1")
{
    Proposal proposal = drafted(text);
    proposal.id = ProposalId(std::move(id));
    proposal.patient.id = PatientId(std::move(patient));
    return proposal;
}

Proposal call(std::string name, std::string arguments, std::string id)
{
    Proposal proposal = plan("", std::move(id));
    proposal.draft = ToolCallDraft{std::move(name), std::move(arguments), {}, {}};
    return proposal;
}

std::vector<Finding> against(const Proposal &proposal, const Proposal &other)
{
    const std::array others{checks::printOf(ItemId("other"), other)};
    auto findings = checks::queueFindings(proposal, others, {});
    std::erase_if(findings, [](const Finding &finding) { return finding.code != "peer-finding"; });
    return findings;
}

struct Pair {
    std::string_view one, other;
    bool isOpposite;
};

} // namespace

TEST_CASE("E37: what one draft orders and another undoes")
{
    for (const Pair &pair : {
             Pair{"Start lisinopril 10 mg daily.", "Stop lisinopril.", true},
             Pair{"Continue metformin.", "Hold metformin for two days.", true},
             Pair{"Please resume apixaban tomorrow.", "Discontinue apixaban.", true},
             Pair{"Metoprolol 25 mg: continue.", "Metoprolol: stop.", true},
             Pair{"Increase furosemide to 80 mg.", "Decrease furosemide to 20 mg.", true},
             Pair{"Titrate up carvedilol.", "Stop carvedilol.", true},
             Pair{"Do not restart warfarin.", "Restart warfarin tonight.", true},
             Pair{"Do not stop prednisone.", "Stop prednisone.", true},
             Pair{"Start lisinopril 10 mg daily.", "Start lisinopril 20 mg daily.", true},
             Pair{"Stop aspirin and start clopidogrel.", "Continue aspirin.", true},
             Pair{"Hold lisinopril and metformin.", "Continue metformin.", true},
             Pair{"We recommend stopping sertraline.", "Continue sertraline.", true},
             Pair{"Stop Zestril.", "Start lisinopril.", true}, // the brand and the substance
             Pair{"Switch from citalopram to sertraline.", "Continue citalopram.", true},
             Pair{"Start lisinopril.", "Continue lisinopril.", false},
             Pair{"Start lisinopril 10 mg daily.", "Start lisinopril.", false},
             Pair{"Start lisinopril 10 mg daily.", "Continue lisinopril 10 mg.", false},
             Pair{"Start lisinopril.", "Stop losartan.", false},
             Pair{"Stop lisinopril, losartan 50 mg daily.", "Start losartan.", false},
             Pair{"Stop aspirin and start clopidogrel.", "Start clopidogrel.", false},
             Pair{"Switch from citalopram to sertraline.", "Start sertraline.", false},
             Pair{"He stopped lisinopril.", "Continue lisinopril.", false},
             Pair{"Consider stopping lisinopril.", "Continue lisinopril.", false},
             Pair{"If cough persists, stop lisinopril.", "Continue lisinopril.", false},
             Pair{"Discuss whether to hold apixaban.", "Continue apixaban.", false},
             Pair{"Mother was told to stop lisinopril.", "Continue lisinopril.", false},
             Pair{"Reduce furosemide.", "Continue furosemide.", false},
             Pair{"Do not increase furosemide.", "Stop furosemide.", false},
         }) {
        CAPTURE(pair.one);
        CAPTURE(pair.other);
        const Proposal one = plan(pair.one, "a"), other = plan(pair.other, "b");
        const auto findings = against(one, other);
        REQUIRE(findings.size() == (pair.isOpposite ? 1 : 0));
        CHECK(against(other, one).size() == findings.size()); // shown at both
        if (findings.empty())
            continue;
        CHECK(findings.front().severity == Severity::Stop);
        CHECK(findings.front().statementId.text() == "s1");
        CHECK(findings.front().span.has_value());
        CHECK(std::ranges::count(findings.front().values, std::pair<std::string, std::string>("item", "other")) == 1);
    }
}

TEST_CASE("E37: of one patient, of another draft, and of the parts that say what is to be done")
{
    const Proposal stop = plan("Stop lisinopril.", "a");
    CHECK(against(stop, plan("Start lisinopril.", "b")).size() == 1);
    CHECK(against(stop, plan("Start lisinopril.", "b", "p2")).empty());
    CHECK(against(stop, plan("Start lisinopril.", "a")).empty());
    Proposal newer = stop;
    newer.supersedes = ProposalId("b");
    CHECK(against(newer, plan("Start lisinopril.", "b")).empty());
    Proposal history = drafted("Stop lisinopril.", {}, "History of present illness");
    history.id = ProposalId("c");
    CHECK(against(history, plan("Start lisinopril.", "b")).empty());
}

TEST_CASE("E37: two tools' calls that write different things to one place")
{
    const auto one = call("order.update", R"({"orderId":"o1","status":"active","patientId":"p1"})", "a");
    CHECK(against(one, call("order.update", R"({"status":"cancelled","patientId":"p1","orderId":"o1"})", "b")).size()
          == 1);
    CHECK(against(one, call("order.update", R"({"patientId":"p1","status":"active","orderId":"o1"})", "b")).empty());
    CHECK(against(one, call("order.update", R"({"orderId":"o2","status":"cancelled","patientId":"p1"})", "b")).empty());
    CHECK(against(one, call("order.read", R"({"orderId":"o1","status":"cancelled","patientId":"p1"})", "b")).empty());
    const auto visit = call("visit.book", R"({"patientId":"p1","day":"2026-11-03"})", "a");
    CHECK(against(visit, call("visit.book", R"({"patientId":"p1","day":"2026-11-04"})", "b")).empty());
    CHECK(against(call("order.update", "no object", "a"), one).empty());
}
