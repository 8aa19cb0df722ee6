#include "core/checks/allergens.hpp"
#include "core/checks/check.hpp"
#include "core/checks/cited_records.hpp"

#include <algorithm>
#include <array>
#include <set>

// How the records stand: whose they are, whether they still hold, how sure they were, and who may read them.
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t conditionsMax = 20; // of one relative
constexpr std::size_t tellMax = 12;       // of one kind: what is wrong everywhere is said often enough by then

std::string referenceOf(const Record &record)
{
    return record.type + "/" + record.id;
}

// Whose record it is (E03, E15, E16).
class Owners
{
public:
    Owners(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (const Record &record : context_.chart->records()) {
            if (record.type == "Patient" && isOwn(record.id))
                checkPatient(record);
            else if (record.type == "Patient" && !record.id.empty() && isAlone(record))
                reportStranger(record, record.id);
            if (!record.subject.empty() && !isOwn(record.subject) && isOfOwn(record.source))
                reportStranger(record, record.subject);
            if (record.type == "Encounter")
                checkEncounter(record);
        }
    }

private:
    [[nodiscard]] bool isOwn(const std::string &id) const { return id == context_.proposal.patient.id.text(); }
    // The source says that it is of this patient; what is not is reported by its own owner.
    [[nodiscard]] bool isOfOwn(std::size_t source) const
    {
        return context_.sources[source].source->patientId == context_.proposal.patient.id;
    }
    [[nodiscard]] bool isAlone(const Record &record) const
    {
        return context_.chart->of(record.source).size() == 1 && isOfOwn(record.source);
    }

    void reportStranger(const Record &record, const std::string &other)
    {
        if (!told_.insert(record.source).second)
            return;
        reports_.push_back({.code = "wrong-patient-source",
                            .severity = Severity::Stop,
                            .source = record.source,
                            .values = {{"draft", context_.proposal.patient.id.text()},
                                       {"source", other},
                                       {"record", referenceOf(record)}},
                            .message = "A resource in this source is of another patient."});
    }

    void checkPatient(const Record &record)
    {
        const domain::Patient &own = context_.proposal.patient;
        const std::string replacing = record.text("link[0].type");
        if (record.text("active") == "false" || replacing == "replaced-by" || record.isVoid)
            reports_.push_back({.code = "source-changed",
                                .severity = Severity::Stop,
                                .source = record.source,
                                .values = {{"source", replacing.empty() ? "inactive" : replacing},
                                           {"other", record.text("link[0].other.reference")}},
                                .message = "The patient's record is no longer in use, or was merged into another."});
        if (record.text("deceasedBoolean") == "true" || !record.text("deceasedDateTime").empty())
            reports_.push_back({.code = "temporal-conflict",
                                .severity = Severity::Stop,
                                .source = record.source,
                                .values = {{"source", "deceased"}, {"date", record.text("deceasedDateTime")}},
                                .message = "The chart says that the patient has died."});
        const std::string born = record.text("birthDate");
        if (born.size() == 10 && own.birthDate.reveal().size() == 10 && born != own.birthDate.reveal())
            reports_.push_back({.code = "identity-mismatch-page",
                                .severity = Severity::Stop,
                                .source = record.source,
                                .values = {{"draft", own.birthDate.reveal()}, {"source", born}},
                                .message = "The chart gives another date of birth than the proposal."});
        const std::string sex = record.text("gender");
        const bool isFemale = own.sex == domain::Patient::Sex::Female;
        const bool isMale = own.sex == domain::Patient::Sex::Male;
        if ((isFemale && sex == "male") || (isMale && sex == "female"))
            reports_.push_back({.code = "age-sex-conflict",
                                .source = record.source,
                                .values = {{"draft", isFemale ? "female" : "male"}, {"source", sex}},
                                .message = "The chart gives another sex than the proposal."});
    }

    void checkEncounter(const Record &record)
    {
        const bool isCalledOff =
            record.status == "cancelled" || record.status == "entered-in-error" || record.status == "noshow";
        if (isCalledOff && record.id == context_.proposal.encounter.id)
            reports_.push_back({.code = "temporal-conflict",
                                .severity = Severity::Stop,
                                .source = record.source,
                                .values = {{"source", record.status}, {"record", referenceOf(record)}},
                                .message = "The visit that this draft is for did not take place."});
    }

    const Context &context_;
    std::vector<Report> &reports_;
    std::set<std::size_t> told_;
};

bool hasHedge(const StatementView &view)
{
    return std::ranges::any_of(view.reading.terms,
                               [](const Term &term) { return term.isHedged || term.role == Role::Hedge; });
}

template <class Claim>
bool anyTerm(const StatementView &view, Claim claim)
{
    return std::ranges::any_of(view.reading.terms, claim);
}

// How a cited record stands, against how the statement speaks of it (R-520, E24, E25, E33).
class Standing
{
public:
    Standing(const Context &context, std::vector<Report> &reports) : context_(context), reports_(reports) {}

    void run()
    {
        for (const CitedRecord &cited : citedRecords(context_)) {
            const Record &record = *cited.record;
            const StatementView &view = context_.statements[cited.statement];
            if (record.isVoid)
                report(cited, "source-corrected", Severity::Stop, standingOf(record),
                       "The cited record was entered in error or refuted.");
            checkReport(cited, record);
            if (record.type == "Condition")
                checkCondition(cited, record, view);
            checkDone(cited, record, view);
            checkLabel(cited, record);
            checkVisit(cited, record);
        }
        checkVersions();
        checkFamily();
    }

private:
    [[nodiscard]] static std::string standingOf(const Record &record)
    {
        return record.verification.empty() ? record.status : record.verification;
    }

    void report(const CitedRecord &cited, std::string_view code, Severity severity, const std::string &source,
                std::string_view message)
    {
        reports_.push_back({.code = code,
                            .severity = severity,
                            .statement = cited.statement,
                            .source = cited.record->source,
                            .values = {{"source", source}, {"record", referenceOf(*cited.record)}},
                            .message = std::string(message)});
    }

    void checkReport(const CitedRecord &cited, const Record &record)
    {
        const bool isReport = record.type == "DiagnosticReport" || record.type == "Observation"
                              || record.type == "DocumentReference" || record.type == "Composition";
        if (!isReport)
            return;
        if (record.status == "corrected" || record.status == "amended" || record.status == "appended")
            report(cited, "source-corrected", Severity::Warning, record.status,
                   "The cited report was corrected; make sure that the draft rests on its last form.");
        if (record.status == "preliminary" || record.status == "registered" || record.status == "partial")
            report(cited, "certainty-conflict", Severity::Warning, record.status, "The cited report is not final.");
        if (record.status == "cancelled" || record.status == "superseded")
            report(cited, "source-corrected", Severity::Stop, record.status, "The cited report does not stand.");
    }

    void checkCondition(const CitedRecord &cited, const Record &record, const StatementView &view)
    {
        const bool isOpen = record.verification == "provisional" || record.verification == "differential"
                            || record.verification == "unconfirmed";
        if (isOpen && !hasHedge(view))
            report(cited, "certainty-conflict", Severity::Warning, record.verification,
                   "The record holds this as unconfirmed; the draft states it.");
        const bool isOver = record.status == "resolved" || record.status == "inactive" || record.status == "remission";
        const bool isPast = anyTerm(view, [](const Term &term) {
            return term.role == Role::Past || term.isStopped || term.role == Role::Stopped
                   || term.polarity != Polarity::Affirmed;
        });
        if (isOver && !isPast && !saysHistory(view))
            report(cited, "temporal-conflict", Severity::Warning, record.status,
                   "The record holds this as over; the draft states it as present.");
    }
    [[nodiscard]] static bool saysHistory(const StatementView &view)
    {
        static const WordSet words{"history", "resolved", "remission", "previous", "prior", "past", "inactive"};
        const std::string title = lowerOf(view.section->title);
        return title.find("history") != std::string::npos
               || std::ranges::any_of(view.reading.tokens.list,
                                      [](const Token &token) { return words.contains(token.key); });
    }

    // An order that is told as given, a procedure that was not done told as done.
    void checkDone(const CitedRecord &cited, const Record &record, const StatementView &view)
    {
        static const WordSet given{"given",        "underwent", "received", "completed", "performed",
                                   "administered", "had",       "done",     "s/p"};
        const bool isOrder = record.type == "MedicationRequest" || record.type == "ServiceRequest"
                             || record.type == "DeviceRequest" || record.type == "Appointment"
                             || record.type == "CarePlan";
        const bool isUnmade =
            record.type == "Procedure" || record.type == "MedicationAdministration" || record.type == "Immunization";
        const bool isNotDone = isUnmade && record.status == "not-done";
        const bool isPending =
            (isOrder && record.status != "completed")
            || (isUnmade
                && (record.status == "preparation" || record.status == "on-hold" || record.status == "stopped"));
        const bool saysDone = anyTerm(view, [](const Term &term) {
            return term.polarity == Polarity::Affirmed && !term.isPlanned && (term.isDone || given.contains(term.key));
        });
        const bool saysPlan =
            anyTerm(view, [](const Term &term) { return term.isPlanned || term.role == Role::Planned; });
        const bool saysNo = anyTerm(view, [](const Term &term) { return term.polarity == Polarity::Negated; });
        if (isNotDone && !saysNo)
            report(cited, "negation-conflict", Severity::Warning, record.status,
                   "The record says that this was not done.");
        else if (isPending && saysDone && !saysPlan && !saysNo)
            report(cited, "intent-conflict", Severity::Warning,
                   record.intent.empty() ? record.status : record.intent + ", " + record.status,
                   "The record is an order or a plan; the draft tells it as done.");
    }

    // What is kept close, in what a patient or a payer will read (E45).
    void checkLabel(const CitedRecord &cited, const Record &record)
    {
        constexpr std::array closed{"R",   "V",   "ETH", "PSY", "PSYTHPN", "HIV",
                                    "SDV", "SEX", "STD", "SUD", "SUDPN",   "NOPAT"};
        const std::string &type = context_.proposal.action.type.text();
        const bool isForPatient = type.starts_with("message") || type.find("patient") != std::string::npos;
        if (!isForPatient && !type.starts_with("prior-auth"))
            return;
        for (std::size_t i = 0; i < record.count("meta.security"); ++i) {
            const std::string code = record.text("meta.security[" + std::to_string(i) + "].code");
            if (std::ranges::find(closed, code) == closed.end())
                continue;
            report(cited, "phi-exposure", isForPatient ? Severity::Stop : Severity::Warning, code,
                   "The cited record is labelled as sensitive, and this goes out.");
            return;
        }
    }

    void checkVisit(const CitedRecord &cited, const Record &record)
    {
        const std::string &own = context_.proposal.encounter.id;
        const std::string visit = record.text("encounter.reference");
        constexpr std::string_view type = "Encounter/";
        const bool isNow = record.words("category[0]").find("vital") != std::string::npos;
        if (isNow && !own.empty() && visit.starts_with(type) && visit.substr(type.size()) != own)
            report(cited, "date-conflict", Severity::Warning, visit, "The cited measurement is of another visit.");
    }

    // The same report in two versions: the draft must rest on the later one.
    void checkVersions()
    {
        const auto &records = context_.chart->records();
        std::set<std::string> corrected;
        for (const Record &record : records)
            if (record.status == "corrected" || record.status == "amended" || record.status == "appended")
                corrected.insert(referenceOf(record));
        for (const CitedRecord &cited : citedRecords(context_))
            if (cited.record->status == "final" && !cited.record->id.empty()
                && corrected.contains(referenceOf(*cited.record)))
                report(cited, "source-corrected", Severity::Stop, "corrected",
                       "A corrected form of the cited report is in the sources.");
    }

    [[nodiscard]] static std::string wordsAt(const Record &record, const std::string &path)
    {
        const std::string text = record.text(path + ".text");
        return text.empty() ? record.text(path + ".coding[0].display") : text;
    }

    // What a relative has, told of the patient (E23).
    void checkFamily()
    {
        std::size_t count = 0;
        std::set<WordKey> own; // what the patient has too
        for (const Record &record : context_.chart->records())
            if (record.type == "Condition" && !record.isVoid)
                for (const WordKey key : tellingWords(context_.lexicon, record.name))
                    own.insert(key);
        for (const Record &record : context_.chart->records()) {
            if (record.type != "FamilyMemberHistory" || record.isVoid || !record.isEvidence)
                continue;
            for (std::size_t i = 0; i < std::min<std::size_t>(record.count("condition"), conditionsMax); ++i)
                count += checkRelative(record, "condition[" + std::to_string(i) + "].code", own) ? 1 : 0;
            if (count >= tellMax)
                return;
        }
    }
    bool checkRelative(const Record &record, const std::string &path, const std::set<WordKey> &own)
    {
        const std::string name = wordsAt(record, path);
        const auto words = tellingWords(context_.lexicon, name);
        if (std::ranges::any_of(words, [&](WordKey key) { return own.contains(key); }))
            return false;
        for (const std::size_t i : statementsNaming(context_, words)) {
            const StatementView &view = context_.statements[i];
            const bool isOfFamily =
                lowerOf(view.section->title).find("family") != std::string::npos || anyTerm(view, [](const Term &term) {
                    return term.isFamily || term.role == Role::Relative || term.role == Role::Family;
                });
            const auto said = std::ranges::find_if(view.reading.terms, [&](const Term &term) {
                return std::ranges::find(words, term.key) != words.end() && term.polarity == Polarity::Affirmed;
            });
            if (isOfFamily || said == view.reading.terms.end())
                continue;
            reports_.push_back({.code = "subject-conflict",
                                .statement = i,
                                .place = {said->first, said->last},
                                .source = record.source,
                                .values = {{"draft", std::string(view.reading.textOf(*said))},
                                           {"source", wordsAt(record, "relationship") + ": " + name},
                                           {"record", referenceOf(record)}},
                                .message = "The chart says this of a relative; the draft says it of the patient."});
            return true;
        }
        return false;
    }

    const Context &context_;
    std::vector<Report> &reports_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    if (context.chart->isEmpty())
        return;
    Owners(context, reports).run();
    Standing(context, reports).run();
}

} // namespace

const Check &standingCheck()
{
    static constexpr Check check{
        "standing",
        "1",
        "Whose the chart's resources are; whether the patient's record, the visit and the cited records still stand; "
        "whether they were final, confirmed, done, the patient's own, and free to go out.",
        "What the chart does not say of itself.",
        "Repeats the status words of the record; it judges no health.",
        run};
    return check;
}

} // namespace countersign::checks
