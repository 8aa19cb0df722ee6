#include "core/checks/chart.hpp"
#include "core/checks/check.hpp"

#include <algorithm>
#include <array>
#include <set>

// What a payer's task asks for, held against what the request carries, line by line: missing, attached to another line,
// of another patient, of another date. What is attached as asked is said nothing of.
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t listMax = 200;

std::string at(std::string_view list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

// The codes of a concept; systems are left out, because payers write those of LOINC and X12 in several ways.
void addCodes(const Record &record, const std::string &path, std::set<std::string> &codes)
{
    for (std::size_t i = 0; i < std::min(record.count(path + ".coding"), listMax); ++i)
        if (const std::string code = record.text(path + "." + at("coding", i) + ".code"); !code.empty())
            codes.insert(code);
}

// The end of an address, without a version: "…/Questionnaire/x|2".
std::string nameIn(std::string_view address)
{
    address = address.substr(0, address.find('|'));
    const std::size_t slash = address.rfind('/');
    return std::string(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

struct Wanted {
    std::string name;            // as a person reads it
    std::set<std::string> codes; // any of these
    std::string form;            // or that questionnaire
    std::string line;            // empty: of the whole request
};

struct Supplied {
    std::set<std::string> codes;
    std::string form;
    std::string owner;           // the patient's id, where it says one
    std::string begin, end;      // dates of what it tells of; empty where it says none
    std::string sequence;        // in the request
    std::set<std::string> lines; // that name it; none: it is of all
};

// A task of a payer that still waits.
struct Task {
    std::vector<Wanted> wanted;
    std::string serviceDate;
    std::size_t source = nowhere;
};

bool isWaiting(const Record &record)
{
    constexpr std::array<std::string_view, 6> over{"completed", "cancelled",        "rejected",
                                                   "failed",    "entered-in-error", "draft"};
    return record.type == "Task" && !record.isVoid && std::ranges::find(over, record.status) == over.end();
}

std::string lineOf(const Record &task, const std::string &input)
{
    for (std::size_t e = 0; e < std::min(task.count(input + ".extension"), listMax); ++e) {
        const std::string extension = input + "." + at("extension", e);
        const std::string url = lowerOf(task.text(extension + ".url"));
        if (!url.ends_with("linenumber"))
            continue;
        const std::string line = task.text(extension + ".valuePositiveInt");
        return line.empty() ? task.text(extension + ".valueInteger") : line;
    }
    return {};
}

Task readTask(const Record &record)
{
    Task task{.wanted = {}, .serviceDate = {}, .source = record.source};
    for (std::size_t i = 0; i < std::min(record.count("input"), listMax); ++i) {
        const std::string input = at("input", i);
        const std::string kind = record.text(input + ".type.coding[0].code");
        if (kind == "service-date")
            task.serviceDate = record.text(input + ".valueDate").substr(0, 10);
        Wanted wanted{.name = {}, .codes = {}, .form = {}, .line = lineOf(record, input)};
        if (kind == "attachments-needed") {
            const std::string path = input + ".valueCodeableConcept";
            addCodes(record, path, wanted.codes);
            for (const char *name : {".text", ".coding[0].display", ".coding[0].code"})
                wanted.name = wanted.name.empty() ? record.text(path + name) : wanted.name;
        } else if (kind.starts_with("questionnaire")) {
            wanted.name = record.text(input + ".valueCanonical");
            wanted.form = nameIn(wanted.name);
        }
        if (!wanted.codes.empty() || !wanted.form.empty())
            task.wanted.push_back(std::move(wanted));
    }
    return task;
}

class Matrix
{
public:
    Matrix(const Context &context, const domain::PriorAuthDraft &draft, std::vector<Report> &reports)
        : context_(context), request_(draft.bundle, context.lexicon),
          response_(draft.questionnaireResponse, context.lexicon), reports_(reports)
    {
    }

    void run()
    {
        const auto claim = std::ranges::find(request_.records(), "Claim", &Record::type);
        if (claim == request_.records().end())
            return;
        claim_ = &*claim;
        gather();
        for (const Record &record : context_.chart->records())
            if (record.isEvidence && isWaiting(record) && isOfRequest(record)) {
                const Task task = readTask(record);
                for (const Wanted &wanted : task.wanted)
                    judge(task, wanted);
            }
    }

private:
    // A task that names another request, which the sources hold, asks for nothing of this one.
    [[nodiscard]] bool isOfRequest(const Record &task) const
    {
        const std::string reference = task.text("reasonReference.reference");
        const std::string name = nameIn(reference);
        if (name.empty() || name == claim_->id || context_.chart->resolve(reference) == nullptr)
            return true;
        for (std::size_t i = 0; i < std::min(claim_->count("related"), listMax); ++i)
            if (nameIn(claim_->text(at("related", i) + ".claim.reference")) == name)
                return true;
        return false;
    }

    void gather()
    {
        for (std::size_t i = 0; i < std::min(claim_->count("supportingInfo"), listMax); ++i) {
            const std::string path = at("supportingInfo", i);
            Supplied supplied;
            supplied.sequence = claim_->text(path + ".sequence");
            addCodes(*claim_, path + ".code", supplied.codes);
            for (std::size_t e = 0; e < std::min(claim_->count(path + ".extension"), listMax); ++e)
                addCodes(*claim_, path + "." + at("extension", e) + ".valueCodeableConcept", supplied.codes);
            const std::string reference = claim_->text(path + ".valueReference.reference");
            if (const Record *document = documentOf(reference); document != nullptr)
                describe(*document, supplied);
            if (!reference.empty())
                supplied_.push_back(std::move(supplied));
        }
        for (const Chart *chart : {&request_, &response_})
            for (const Record &record : chart->records())
                if (record.type == "QuestionnaireResponse" && !record.isVoid)
                    describe(record, supplied_.emplace_back());
        for (std::size_t i = 0; i < std::min(claim_->count("item"), listMax); ++i)
            for (std::size_t n = 0; n < std::min(claim_->count(at("item", i) + ".informationSequence"), listMax); ++n)
                nameLine(claim_->text(at("item", i) + "." + at("informationSequence", n)),
                         claim_->text(at("item", i) + ".sequence"));
    }

    void nameLine(const std::string &sequence, const std::string &line)
    {
        for (Supplied &supplied : supplied_)
            if (!sequence.empty() && supplied.sequence == sequence)
                supplied.lines.insert(line);
    }

    [[nodiscard]] const Record *documentOf(const std::string &reference) const
    {
        if (reference.empty())
            return nullptr;
        if (const Record *document = request_.resolve(reference))
            return document;
        const auto found = std::ranges::find_if(
            request_.records(), [&](const Record &record) { return record.fullUrl.ends_with("/" + reference); });
        return found == request_.records().end() ? nullptr : &*found;
    }

    // A document's own date is when it was filed; what it tells of is its context's.
    static void describe(const Record &document, Supplied &supplied)
    {
        addCodes(document, "type", supplied.codes);
        addCodes(document, "code", supplied.codes);
        for (std::size_t i = 0; i < std::min(document.count("category"), listMax); ++i)
            addCodes(document, at("category", i), supplied.codes);
        supplied.owner = document.subject;
        if (document.type == "QuestionnaireResponse")
            supplied.form = nameIn(document.text("questionnaire"));
        for (const char *path : {"context.period.start", "effectivePeriod.start", "effectiveDateTime"})
            supplied.begin = supplied.begin.empty() ? document.text(path).substr(0, 10) : supplied.begin;
        for (const char *path : {"context.period.end", "effectivePeriod.end"})
            supplied.end = supplied.end.empty() ? document.text(path).substr(0, 10) : supplied.end;
        supplied.end = supplied.end.empty() ? supplied.begin : supplied.end;
    }

    [[nodiscard]] static bool isAsked(const Wanted &wanted, const Supplied &supplied)
    {
        if (!wanted.form.empty())
            return supplied.form == wanted.form;
        return std::ranges::any_of(wanted.codes,
                                   [&](const std::string &code) { return supplied.codes.contains(code); });
    }

    [[nodiscard]] bool isForeign(const Supplied &supplied) const
    {
        const std::string &own = claim_->subject.empty() ? context_.proposal.patient.id.text() : claim_->subject;
        return !supplied.owner.empty() && supplied.owner != own;
    }

    // Full dates only; a task without a date of service asks for no date.
    [[nodiscard]] static bool isOfOtherDate(const Task &task, const Supplied &supplied)
    {
        constexpr std::size_t full = 10;
        if (task.serviceDate.size() != full || supplied.begin.size() != full || supplied.end.size() != full)
            return false;
        return task.serviceDate < supplied.begin || supplied.end < task.serviceDate;
    }

    // The best of what is attached counts: one that is right is enough.
    void judge(const Task &task, const Wanted &wanted)
    {
        const Supplied *foreign = nullptr, *ofOtherDate = nullptr, *ofOtherLine = nullptr;
        for (const Supplied &supplied : supplied_) {
            if (!isAsked(wanted, supplied))
                continue;
            if (isForeign(supplied))
                foreign = &supplied;
            else if (!wanted.line.empty() && !supplied.lines.empty() && !supplied.lines.contains(wanted.line))
                ofOtherLine = &supplied;
            else if (isOfOtherDate(task, supplied))
                ofOtherDate = &supplied;
            else
                return;
        }
        if (foreign != nullptr)
            report(task, wanted, {"wrong-patient-source", Severity::Stop, "wrong patient", foreign->owner},
                   "What the payer asks for is attached of another patient.");
        else if (ofOtherDate != nullptr)
            report(task, wanted, {"date-conflict", Severity::Warning, "wrong date", ofOtherDate->begin},
                   "What the payer asks for is attached of another date than that of the service.");
        else if (ofOtherLine != nullptr)
            report(task, wanted,
                   {"pa-missing-attachment", Severity::Warning, "other line", *ofOtherLine->lines.begin()},
                   "What the payer asks for is attached to another line of the request.");
        else
            report(task, wanted, {"pa-missing-attachment", Severity::Warning, "missing", {}},
                   "The request carries nothing of the kind that the payer asks for.");
    }

    struct Status {
        std::string_view code;
        Severity severity;
        std::string_view name;
        std::string supplied; // what tells it from what was asked
    };
    void report(const Task &task, const Wanted &wanted, const Status &status, std::string_view message)
    {
        Report made{.code = status.code, .severity = status.severity, .message = std::string(message)};
        made.source = task.source;
        made.values = {{"requested", wanted.name}, {"status", std::string(status.name)}};
        if (!wanted.line.empty())
            made.values.emplace_back("line", wanted.line);
        if (!status.supplied.empty())
            made.values.emplace_back("draft", status.supplied);
        if (status.name == "wrong date")
            made.values.emplace_back("source", task.serviceDate);
        reports_.push_back(std::move(made));
    }

    const Context &context_;
    const Chart request_, response_;
    const Record *claim_ = nullptr;
    std::vector<Supplied> supplied_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    const auto *draft = std::get_if<domain::PriorAuthDraft>(&context.proposal.draft);
    if (draft != nullptr && !context.chart->isEmpty())
        Matrix(context, *draft, reports).run();
}

} // namespace

const Check &requestedCheck()
{
    static constexpr Check check{
        "requested",
        "1",
        "Line by line, whether the request carries what a payer's task asks for: documents by their codes and forms by "
        "their names; missing, at another line, of another patient, of another date of service.",
        "Requests in free words, a broader or narrower code for the same document, and what is in the document.",
        "Compares two lists of codes; it judges no treatment.",
        run};
    return check;
}

} // namespace countersign::checks
