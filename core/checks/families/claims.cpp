#include "core/checks/chart.hpp"
#include "core/checks/check.hpp"
#include "core/checks/claim_codes.hpp"

#include <algorithm>
#include <array>
#include <set>

// The request inside of a prior authorisation: its codes, sides, dates and urgency, and whether it was made before.
namespace countersign::checks
{
namespace
{

using domain::Severity;

constexpr std::size_t diagnosesMax = 12, teamMax = 14, itemTeamMax = 10; // what X12 278 carries
constexpr std::size_t itemsMax = 200;

std::string at(std::string_view list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

struct Line {
    std::string path, system, code, words;
    BodySide side = BodySide::None;
    std::string begin, end; // dates as written
};

class Request
{
public:
    Request(const Context &context, const Record &claim, std::vector<Report> &reports)
        : context_(context), claim_(claim), reports_(reports)
    {
    }

    void run()
    {
        checkOwner();
        checkUrgency();
        checkCounts();
        readDiagnoses();
        readLines();
        checkSides();
        checkTwice();
        checkEarlier();
        checkDates();
    }

private:
    void report(std::string_view code, Severity severity, std::vector<std::pair<std::string, std::string>> values,
                std::string_view message)
    {
        reports_.push_back(
            {.code = code, .severity = severity, .values = std::move(values), .message = std::string(message)});
    }

    void checkOwner()
    {
        const std::string &own = context_.proposal.patient.id.text();
        if (!claim_.subject.empty() && claim_.subject != own)
            report("wrong-patient-source", Severity::Stop, {{"draft", own}, {"source", claim_.subject}},
                   "The request is made for another patient.");
    }

    // The level of service says how soon; `priority` often says something else.
    void checkUrgency()
    {
        std::string level;
        for (std::size_t i = 0; i < claim_.count("extension"); ++i)
            if (claim_.text(at("extension", i) + ".url").find("levelOfService") != std::string::npos)
                level = claim_.text(at("extension", i) + ".valueCodeableConcept.coding[0].code");
        const std::string priority = claim_.text("priority.coding[0].code");
        const bool isUrgent = level == "U" || level == "03";
        if (isUrgent && !priority.empty() && priority != "stat")
            report("pa-urgency-conflict", Severity::Warning, {{"level", level}, {"priority", priority}},
                   "The request's level of service is urgent; its priority says otherwise.");
        else if (!level.empty() && !isUrgent && priority == "stat")
            report("pa-urgency-conflict", Severity::Warning, {{"level", level}, {"priority", priority}},
                   "The request's priority is urgent; its level of service says otherwise.");
        checkSaidUrgency(isUrgent || priority == "stat");
    }
    void checkSaidUrgency(bool isUrgent)
    {
        static const std::array<WordKey, 3> urgent{wordKey("urgent"), wordKey("expedited"), wordKey("emergent")};
        static const WordSet grounds{"life", "jeopardize", "function", "health"};
        bool hasGround = false;
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            for (const Term &term : context_.statements[i].reading.terms) {
                hasGround = hasGround || grounds.contains(term.key);
                if (isUrgent || term.polarity != Polarity::Affirmed
                    || std::ranges::find(urgent, term.key) == urgent.end())
                    continue;
                reports_.push_back({.code = "pa-urgency-conflict",
                                    .statement = i,
                                    .place = {term.first, term.last},
                                    .values = {{"draft", std::string(context_.statements[i].reading.textOf(term))}},
                                    .message = "The text calls this urgent; the request does not."});
                return;
            }
        if (isUrgent && !hasGround && !context_.statements.empty())
            report("pa-urgency-conflict", Severity::Info, {},
                   "The request is urgent, and no statement says what is at risk: life, health or function.");
    }

    void checkCounts()
    {
        const std::size_t diagnoses = claim_.count("diagnosis"), team = claim_.count("careTeam");
        if (diagnoses > diagnosesMax)
            report("pa-diagnosis-truncated", Severity::Warning,
                   {{"diagnoses", std::to_string(diagnoses)}, {"reach", std::to_string(diagnosesMax)}},
                   "Only the first twelve diagnoses reach the payer.");
        if (team > teamMax)
            report("pa-diagnosis-truncated", Severity::Warning,
                   {{"careTeam", std::to_string(team)}, {"reach", std::to_string(teamMax)}},
                   "Not all of the care team reach the payer.");
        for (std::size_t i = 0; i < std::min(claim_.count("item"), itemsMax); ++i)
            if (const std::size_t own = claim_.count(at("item", i) + ".careTeamSequence"); own > itemTeamMax)
                report("pa-diagnosis-truncated", Severity::Warning,
                       {{"item", std::to_string(i + 1)}, {"careTeam", std::to_string(own)}},
                       "Not all of this line's care team reach the payer.");
    }

    void checkForm(const std::string &path, const std::string &system, const std::string &code)
    {
        if (!isWellFormed(system, code))
            report("pa-code-conflict", Severity::Warning, {{"draft", code}, {"path", path}},
                   "This code is not written as codes of its system are.");
    }

    void readDiagnoses()
    {
        using Sex = domain::Patient::Sex;
        const Sex sex = context_.proposal.patient.sex;
        for (std::size_t i = 0; i < std::min(claim_.count("diagnosis"), itemsMax); ++i) {
            const std::string path = at("diagnosis", i) + ".diagnosisCodeableConcept";
            Line line{path,
                      claim_.text(path + ".coding[0].system"),
                      claim_.text(path + ".coding[0].code"),
                      claim_.words(path),
                      BodySide::None,
                      {},
                      {}};
            line.side = sideInWords(line.words);
            if (line.side == BodySide::None && isDiagnosisSystem(line.system))
                line.side = sideOfDiagnosis(line.code);
            checkForm(path, line.system, line.code);
            const CodeSex own = isDiagnosisSystem(line.system) ? sexOfDiagnosis(line.code) : CodeSex::Any;
            if ((own == CodeSex::Female && sex == Sex::Male) || (own == CodeSex::Male && sex == Sex::Female))
                report("pa-code-conflict", Severity::Warning,
                       {{"draft", line.code}, {"record", sex == Sex::Male ? "male" : "female"}},
                       "This diagnosis is not one of the patient's sex.");
            diagnoses_.push_back(std::move(line));
        }
    }

    void readLines()
    {
        for (std::size_t i = 0; i < std::min(claim_.count("item"), itemsMax); ++i) {
            const std::string item = at("item", i), path = item + ".productOrService";
            Line line{item,
                      claim_.text(path + ".coding[0].system"),
                      claim_.text(path + ".coding[0].code"),
                      claim_.words(path),
                      BodySide::None,
                      {},
                      {}};
            line.side = sideInWords(line.words);
            for (std::size_t m = 0; m < std::min<std::size_t>(claim_.count(item + ".modifier"), 8); ++m) {
                const std::string modifier = claim_.text(item + "." + at("modifier", m) + ".coding[0].code");
                if (const BodySide side = sideOfModifier(modifier); side != BodySide::None)
                    line.side = side;
                line.words += " " + modifier;
            }
            line.begin = claim_.text(item + ".servicedDate");
            line.end = line.begin;
            if (line.begin.empty()) {
                line.begin = claim_.text(item + ".servicedPeriod.start");
                line.end = claim_.text(item + ".servicedPeriod.end");
            }
            checkForm(path, line.system, line.code);
            lines_.push_back(std::move(line));
        }
    }

    // The side of a line against the sides of its diagnoses, and of the text (R-422, E06).
    void checkSides()
    {
        std::set<BodySide> claimed;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line &line = lines_[i];
            claimed.insert(line.side);
            for (std::size_t d = 0; d < diagnoses_.size(); ++d) {
                const Line &diagnosis = diagnoses_[d];
                if (!isOf(i, d) || line.side == BodySide::None)
                    continue;
                if (areOpposite(line.side, diagnosis.side))
                    report("pa-code-conflict", Severity::Stop,
                           {{"draft", std::string(nameOf(line.side)) + " " + line.code},
                            {"diagnosis", std::string(nameOf(diagnosis.side)) + " " + diagnosis.code}},
                           "The service is for one side of the body, its diagnosis for the other.");
                else if (diagnosis.side == BodySide::Unsaid && line.side != BodySide::Both)
                    report("pa-code-conflict", Severity::Warning,
                           {{"draft", std::string(nameOf(line.side)) + " " + line.code}, {"diagnosis", diagnosis.code}},
                           "The service says its side; the diagnosis leaves it open.");
            }
        }
        for (const Line &diagnosis : diagnoses_)
            claimed.insert(diagnosis.side);
        const bool isLeft = claimed.contains(BodySide::Left), isRight = claimed.contains(BodySide::Right);
        if (isLeft != isRight && !claimed.contains(BodySide::Both))
            checkNarrative(isLeft ? BodySide::Left : BodySide::Right);
    }
    [[nodiscard]] bool isOf(std::size_t line, std::size_t diagnosis) const
    {
        const std::string path = lines_[line].path + ".diagnosisSequence";
        const std::size_t count = claim_.count(path);
        const std::string sequence = claim_.text(at("diagnosis", diagnosis) + ".sequence");
        for (std::size_t i = 0; i < count; ++i)
            if (claim_.text(at(path, i)) == sequence)
                return true;
        return count == 0;
    }

    // Text that only ever names the other side.
    void checkNarrative(BodySide side)
    {
        const Term *opposite = nullptr;
        std::size_t place = nowhere;
        for (std::size_t i = 0; i < context_.statements.size(); ++i)
            for (const Term &term : context_.statements[i].reading.terms) {
                if (term.role != Role::Side)
                    continue;
                const BodySide here = term.id == 1 ? BodySide::Left : term.id == 2 ? BodySide::Right : BodySide::Both;
                if (!areOpposite(here, side))
                    return;
                if (opposite == nullptr) {
                    opposite = &term;
                    place = i;
                }
            }
        if (opposite != nullptr)
            reports_.push_back(
                {.code = "pa-code-conflict",
                 .severity = Severity::Stop,
                 .statement = place,
                 .place = {opposite->first, opposite->last},
                 .values = {{"draft", std::string(context_.statements[place].reading.textOf(*opposite))},
                            {"source", std::string(nameOf(side))}},
                 .message = "The codes of the request are for one side of the body, its text for the other."});
    }

    [[nodiscard]] static bool isSameService(const Line &a, const Line &b)
    {
        return !a.code.empty() && a.code == b.code && a.system == b.system;
    }

    void checkTwice()
    {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (std::size_t j = i + 1; j < lines_.size(); ++j)
                if (isSameService(lines_[i], lines_[j]) && lines_[i].words == lines_[j].words
                    && lines_[i].begin == lines_[j].begin && lines_[i].end == lines_[j].end)
                    return report(
                        "pa-duplicate", Severity::Warning,
                        {{"draft", lines_[j].code}, {"lines", std::to_string(i + 1) + ", " + std::to_string(j + 1)}},
                        "Two lines of the request ask for the same service.");
    }

    // An earlier request, or an answer to one, in the sources.
    void checkEarlier()
    {
        for (const Record &record : context_.chart->records()) {
            const bool isRequest = record.type == "Claim" || record.type == "ClaimResponse";
            if (!isRequest || record.isVoid || record.status == "cancelled" || !record.isEvidence)
                continue;
            for (std::size_t i = 0; i < std::min<std::size_t>(record.count("item"), itemsMax); ++i) {
                const std::string item = at("item", i);
                Line other{item,
                           record.text(item + ".productOrService.coding[0].system"),
                           record.text(item + ".productOrService.coding[0].code"),
                           {},
                           BodySide::None,
                           record.text(item + ".servicedDate"),
                           record.text(item + ".servicedDate")};
                if (other.begin.empty()) {
                    other.begin = record.text(item + ".servicedPeriod.start");
                    other.end = record.text(item + ".servicedPeriod.end");
                }
                if (compareEarlier(record, other))
                    return;
            }
        }
    }
    bool compareEarlier(const Record &record, const Line &other)
    {
        for (const Line &line : lines_) {
            if (!isSameService(line, other))
                continue;
            const bool isExact = line.begin == other.begin && line.end == other.end;
            const bool overlaps =
                (line.end.empty() || other.begin <= line.end) && (other.end.empty() || line.begin <= other.end);
            if (!isExact && !overlaps)
                continue;
            reports_.push_back({.code = "pa-duplicate",
                                .severity = isExact ? Severity::Stop : Severity::Warning,
                                .source = record.source,
                                .values = {{"draft", line.code}, {"source", record.type + "/" + record.id}},
                                .message = isExact ? "This service was requested before, for the same dates."
                                                   : "This service was requested before, for overlapping dates."});
            return true;
        }
        return false;
    }

    // Full dates only, and periods that go forward.
    void checkDates()
    {
        constexpr std::size_t fullDate = 10;
        const auto check = [&](const std::string &path, const std::string &date) {
            if (!date.empty() && date.size() < fullDate)
                report("pa-date-incomplete", Severity::Warning, {{"draft", date}, {"path", path}},
                       "The payer takes full dates only.");
        };
        for (const Line &line : lines_) {
            check(line.path + ".serviced", line.begin);
            if (line.end != line.begin)
                check(line.path + ".serviced", line.end);
            if (line.begin.size() >= fullDate && line.end.size() >= fullDate && line.end < line.begin)
                report("date-conflict", Severity::Warning, {{"draft", line.begin + " – " + line.end}},
                       "This service ends before it begins.");
        }
        check("created", claim_.text("created"));
        for (std::size_t i = 0; i < diagnoses_.size(); ++i)
            for (std::size_t e = 0; e < claim_.count(at("diagnosis", i) + ".extension"); ++e)
                check(at("diagnosis", i), claim_.text(at("diagnosis", i) + "." + at("extension", e) + ".valueDate"));
        for (std::size_t i = 0; i < std::min(claim_.count("supportingInfo"), itemsMax); ++i)
            check(at("supportingInfo", i), claim_.text(at("supportingInfo", i) + ".timingDate"));
    }

    const Context &context_;
    const Record &claim_;
    std::vector<Report> &reports_;
    std::vector<Line> diagnoses_, lines_;
};

// Documents that the request promises and does not carry.
void checkAttachments(const Chart &request, const Record &claim, std::vector<Report> &reports)
{
    for (std::size_t i = 0; i < std::min(claim.count("supportingInfo"), itemsMax); ++i) {
        const std::string reference = claim.text(at("supportingInfo", i) + ".valueReference.reference");
        const bool isWhole = reference.empty() || request.resolve(reference) != nullptr
                             || std::ranges::any_of(request.records(), [&](const Record &record) {
                                    return record.fullUrl.ends_with("/" + reference);
                                });
        if (!isWhole)
            reports.push_back({.code = "pa-missing-attachment",
                               .values = {{"draft", reference}},
                               .message = "The request names a document that it does not carry."});
    }
}

bool isAttestation(std::string_view words)
{
    const std::string lower = lowerOf(words);
    constexpr std::array cues{"attest", "certify", "certification", "i declare", "under penalty", "signature"};
    return std::ranges::any_of(cues, [&](const char *cue) { return lower.find(cue) != std::string::npos; });
}

// Attestations that a program answered, by the response's own origin or the proposal's.
class Attestations
{
public:
    Attestations(const domain::PriorAuthDraft &draft, std::vector<Report> &reports) : draft_(draft), reports_(reports)
    {
    }

    void run(const Record &response, const Record *form)
    {
        if (form != nullptr)
            walk(*form, [&](const std::string &item) {
                const std::string link = form->text(item + ".linkId");
                if (isAttestation(form->text(item + ".text")) || isAttestation(link))
                    asked_.insert(link);
            });
        walk(response, [&](const std::string &item) { judge(response, item); });
    }

private:
    static constexpr std::size_t itemsMost = 2000, eachMax = 200;

    // Every item of a form or of its answers, whatever it stands in.
    template <class Visit>
    static void walk(const Record &record, Visit visit)
    {
        std::vector<std::string> lists{"item"};
        std::size_t count = 0;
        while (!lists.empty() && count < itemsMost) {
            const std::string list = std::move(lists.back());
            lists.pop_back();
            for (std::size_t i = 0; i < std::min(record.count(list), eachMax); ++i, ++count) {
                visit(at(list, i));
                lists.push_back(at(list, i) + ".item");
            }
        }
    }

    void judge(const Record &response, const std::string &item)
    {
        const std::string link = response.text(item + ".linkId");
        const bool isMeant =
            asked_.contains(link) || isAttestation(link) || isAttestation(response.text(item + ".text"));
        if (isMeant && response.count(item + ".answer") > 0 && isByProgram(response, item + ".answer[0]", link))
            reports_.push_back({.code = "pa-attestation-prefilled",
                                .values = {{"linkId", link}},
                                .message = "An attestation was filled in by a program."});
    }

    [[nodiscard]] bool isByProgram(const Record &response, const std::string &answer, const std::string &link) const
    {
        using Origin = domain::Answer::Origin;
        for (const domain::Answer &known : draft_.answers)
            if (known.linkId == link && (known.origin == Origin::Override || known.origin == Origin::Manual))
                return false;
        for (std::size_t e = 0; e < response.count(answer + ".extension"); ++e) {
            const std::string extension = answer + "." + at("extension", e);
            for (std::size_t p = 0; p < response.count(extension + ".extension"); ++p) {
                const std::string part = extension + "." + at("extension", p);
                const std::string source = response.text(part + ".valueCode");
                if (response.text(part + ".url") == "source" && (source == "manual" || source == "override"))
                    return false;
            }
        }
        return true;
    }

    const domain::PriorAuthDraft &draft_;
    std::vector<Report> &reports_;
    std::set<std::string> asked_;
};

void run(const Context &context, std::vector<Report> &reports)
{
    const auto *draft = std::get_if<domain::PriorAuthDraft>(&context.proposal.draft);
    if (draft == nullptr)
        return;
    const Chart request(draft->bundle, context.lexicon);
    for (const Record &record : request.records()) {
        if (record.type != "Claim")
            continue;
        Request(context, record, reports).run();
        checkAttachments(request, record, reports);
    }
    const Chart form(draft->questionnaire, context.lexicon), response(draft->questionnaireResponse, context.lexicon);
    const auto isForm = [](const Record &record) { return record.type == "Questionnaire"; };
    const auto found = std::ranges::find_if(form.records(), isForm);
    for (const Record &record : response.records())
        if (record.type == "QuestionnaireResponse")
            Attestations(*draft, reports).run(record, found == form.records().end() ? nullptr : &*found);
}

} // namespace

const Check &claimCheck()
{
    static constexpr Check check{
        "claims",
        "1",
        "Inside the request: urgency said in two ways, sides of services against their diagnoses and the text, the "
        "form "
        "of codes, sex, dates, what will not reach the payer, earlier requests, attestations filled in by a program.",
        "Whether a code is the right one, and what the payer knows of earlier requests.",
        "Compares codes and dates of the request with each other; it judges no treatment.",
        run};
    return check;
}

} // namespace countersign::checks
