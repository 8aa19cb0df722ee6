#include "core/checks/chart.hpp"

#include "core/fhir/element.hpp"
#include "core/protocol/limits.hpp"
#include "core/protocol/strict_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace countersign::checks
{
namespace
{

using protocol::Json;

constexpr std::size_t noSource = std::numeric_limits<std::size_t>::max();
constexpr std::size_t recordsMax = 20000; // of all sources: more tells nothing that a reader could take in

// Where each type says what it is about, the first that is there.
constexpr std::array namePaths{"medicationCodeableConcept",
                               "code",
                               "vaccineCode",
                               "codeCodeableConcept",
                               "productCodeableConcept",
                               "medicationReference",
                               "type"};
constexpr std::array timePaths{"effectiveDateTime", "effectivePeriod.start", "effectiveInstant", "performedDateTime",
                               "performedPeriod.start", "authoredOn", "onsetDateTime", "recordedDate",
                               "issued", "dateAsserted", "period.start", "authored", "date", "created"};
constexpr std::array subjectPaths{"subject.reference", "patient.reference", "beneficiary.reference"};

std::string nameAt(const Json &resource, const std::string &path)
{
    const std::string found = fhir::conceptPath(resource, path);
    return found.empty() ? fhir::textAt(resource, path + ".display") : fhir::textAt(resource, found);
}

std::string nameOf(const Json &resource)
{
    for (const char *path : namePaths)
        if (std::string name = nameAt(resource, path); !name.empty())
            return name;
    return nameAt(resource, "type[0]");
}

std::string codeOf(const Json &resource)
{
    for (const char *path : namePaths) {
        const std::string coding = std::string(path) + ".coding[0]";
        if (const std::string code = fhir::textAt(resource, coding + ".code"); !code.empty())
            return fhir::textAt(resource, coding + ".system") + "|" + code;
    }
    return {};
}

std::string firstTextAt(const Json &resource, auto paths)
{
    for (const char *path : paths)
        if (std::string text = fhir::textAt(resource, path); !text.empty())
            return text;
    return {};
}

// The id that "Patient/x" or ".../Patient/x/_history/2" ends in; of other references, nothing.
std::string patientIdOf(std::string_view reference)
{
    constexpr std::string_view type = "Patient/";
    const std::size_t at = reference.rfind(type);
    if (at == std::string_view::npos || (at > 0 && reference[at - 1] != '/'))
        return {};
    const std::string_view id = reference.substr(at + type.size());
    return std::string(id.substr(0, id.find('/')));
}

bool isVoidStatus(std::string_view status)
{
    return status == "entered-in-error" || status == "refuted" || status == "nullified";
}

void nameDrugs(const Lexicon &lexicon, Record &record)
{
    const Tokens tokens = cutTokens(record.name);
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        if (tokens.list[i].kind != Token::Kind::Word)
            continue;
        const Lexicon::Phrase *phrase = lexicon.match(std::span(tokens.list).subspan(i));
        if (phrase == nullptr)
            continue;
        if (phrase->role == Role::Drug && std::ranges::find(record.drugs, phrase->id) == record.drugs.end())
            record.drugs.push_back(phrase->id);
        i += phrase->wordCount - 1;
    }
}

Record recordOf(const Json &resource, std::size_t source, bool isEvidence)
{
    Record record;
    record.source = source;
    record.resource = &resource;
    record.isEvidence = isEvidence;
    record.type = fhir::typeOf(resource);
    record.id = fhir::textAt(resource, "id");
    record.status = fhir::textAt(resource, "clinicalStatus.coding[0].code");
    const std::string status = fhir::textAt(resource, "status");
    if (record.status.empty())
        record.status = status;
    record.verification = fhir::textAt(resource, "verificationStatus.coding[0].code");
    record.intent = fhir::textAt(resource, "intent");
    record.name = nameOf(resource);
    record.code = codeOf(resource);
    record.at = instantOf(firstTextAt(resource, timePaths));
    record.subject = patientIdOf(firstTextAt(resource, subjectPaths));
    record.isVoid = isVoidStatus(status) || isVoidStatus(record.status) || isVoidStatus(record.verification);
    return record;
}

} // namespace

std::string lowerOf(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::optional<Instant> instantOf(std::string_view text)
{
    constexpr std::size_t year = 4, month = 7, day = 10;
    if (text.size() > day) {
        if (const auto instant = parseInstant(text))
            return instant;
        text = text.substr(0, day);
    }
    std::string whole(text);
    if (whole.size() == year)
        whole += "-01-01";
    else if (whole.size() == month)
        whole += "-01";
    return parseInstant(whole + "T00:00:00Z");
}

std::string Record::text(std::string_view path) const
{
    return fhir::textAt(*resource, path);
}

std::optional<double> Record::number(std::string_view path) const
{
    const std::string text = fhir::textAt(*resource, path);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::size_t Record::count(std::string_view path) const
{
    const Json *list = fhir::elementAt(*resource, path);
    return list != nullptr && list->asArray() != nullptr ? list->asArray()->size() : 0;
}

std::string Record::words(std::string_view path) const
{
    const std::string from(path);
    std::string all = fhir::textAt(*resource, from + ".text");
    for (std::size_t i = 0; i < count(from + ".coding"); ++i) {
        const std::string coding = from + ".coding[" + std::to_string(i) + "]";
        all += " " + fhir::textAt(*resource, coding + ".display") + " " + fhir::textAt(*resource, coding + ".code");
    }
    return lowerOf(all);
}

bool Record::hasCode(std::string_view path, std::initializer_list<std::string_view> codes) const
{
    const std::string from(path);
    for (std::size_t i = 0; i < count(from + ".coding"); ++i) {
        const std::string found = fhir::textAt(*resource, from + ".coding[" + std::to_string(i) + "].code");
        if (std::ranges::find(codes, std::string_view(found)) != codes.end())
            return true;
    }
    return false;
}

Chart::Chart(const domain::Proposal &proposal, const Lexicon &lexicon)
{
    for (std::size_t s = 0; s < proposal.sources.size(); ++s) {
        const domain::Source &source = proposal.sources[s];
        const bool isFhir =
            source.kind == domain::Source::Kind::Fhir || source.mediaType == domain::Source::MediaType::FhirJson;
        const bool isEvidence =
            source.read && (source.patientId.isEmpty() || source.patientId == proposal.patient.id);
        if (isFhir && source.content)
            read(*source.content, s, isEvidence, lexicon);
    }
    settle(lexicon);
}

Chart::Chart(std::string_view document, const Lexicon &lexicon)
{
    read(document, noSource, true, lexicon);
    settle(lexicon);
}

void Chart::read(std::string_view text, std::size_t source, bool isEvidence, const Lexicon &lexicon)
{
    auto decoded = protocol::decodeStrict(text, protocol::limits::embedded, protocol::Numbers::Any);
    if (!decoded)
        return;
    const Json &document = *documents_.emplace_back(std::make_unique<const Json>(*std::move(decoded)));
    const auto add = [&](const Json &resource, std::string fullUrl) {
        if (records_.size() >= recordsMax || fhir::typeOf(resource).empty())
            return;
        records_.emplace_back(recordOf(resource, source, isEvidence)).fullUrl = std::move(fullUrl);
        nameDrugs(lexicon, records_.back());
    };
    const auto addWhole = [&](const Json &resource, std::string fullUrl) {
        add(resource, std::move(fullUrl));
        const Json *contained = resource.find("contained");
        if (contained == nullptr || contained->asArray() == nullptr)
            return;
        for (const Json &part : *contained->asArray())
            add(part, "#" + fhir::textAt(part, "id"));
    };
    const Json *entries = document.find("entry");
    if (entries == nullptr || entries->asArray() == nullptr)
        return addWhole(document, {});
    for (const Json &entry : *entries->asArray())
        if (const Json *resource = entry.find("resource"))
            addWhole(*resource, fhir::textAt(entry, "fullUrl"));
}

// What a record says only by pointing at another: a medicine's name, a patient by the Bundle's own address.
void Chart::settle(const Lexicon &lexicon)
{
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const Record &record = records_[i];
        places_.try_emplace(record.type + "/" + record.id, i);
        places_.try_emplace(record.fullUrl, i);
    }
    for (Record &record : records_) {
        if (record.name.empty() || record.drugs.empty()) {
            const Record *medicine = resolve(record.text("medicationReference.reference"));
            if (medicine != nullptr) {
                record.name = medicine->name;
                record.code = medicine->code;
                nameDrugs(lexicon, record);
            }
        }
        if (record.subject.empty()) {
            const Record *patient = resolve(firstTextAt(*record.resource, subjectPaths));
            if (patient != nullptr && patient->type == "Patient")
                record.subject = patient->id;
        }
    }
}

std::span<const Record> Chart::of(std::size_t source) const
{
    const auto first = std::ranges::lower_bound(records_, source, {}, &Record::source);
    return {first, std::ranges::upper_bound(records_, source, {}, &Record::source)};
}

const Record *Chart::resolve(const std::string &reference) const
{
    const auto found = reference.empty() ? places_.end() : places_.find(reference);
    return found == places_.end() ? nullptr : &records_[found->second];
}

} // namespace countersign::checks
