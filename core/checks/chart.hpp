// The FHIR R4 resources of the sources, read once for the checks: of which patient, how it stands, what it names, when.
// A source that is no FHIR JSON has none, and says nothing wrong by it. Pure; any thread.
#pragma once

#include "core/base/instant.hpp"
#include "core/checks/language/lexicon.hpp"
#include "core/domain/proposal.hpp"
#include "core/protocol/json.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::checks
{

// One resource. The status is FHIR's own word; where a type has two, `status` is the clinical one.
struct Record {
    std::size_t source = 0; // of the proposal; `nowhere` for the request of a prior authorisation
    std::string type, id, fullUrl;
    const protocol::Json *resource = nullptr;
    std::string status, verification, intent;
    std::string name;         // what its code, substance or medicine says
    std::string code;         // the first coding's, with its system
    std::optional<Instant> at; // when it was so, as far as it says; of a date without a day, the first
    std::vector<std::uint16_t> drugs; // that its name names
    std::string subject;              // the patient's id, where a reference gives one
    bool isVoid = false;              // entered in error, refuted, not done: nothing of the patient
    bool isEvidence = false;          // of a source that was read, of this patient or of none

    [[nodiscard]] std::string text(std::string_view path) const;
    [[nodiscard]] std::optional<double> number(std::string_view path) const;
    [[nodiscard]] std::size_t count(std::string_view path) const; // of a list
    // A code of that concept's codings, the display or the text, in lower case: for words to look for.
    [[nodiscard]] std::string words(std::string_view path) const;
    [[nodiscard]] bool hasCode(std::string_view path, std::initializer_list<std::string_view> codes) const;
};

class Chart
{
public:
    Chart() = default;
    Chart(const domain::Proposal &proposal, const Lexicon &lexicon);
    // The resources of one document, for what is no source.
    Chart(std::string_view document, const Lexicon &lexicon);

    [[nodiscard]] const std::vector<Record> &records() const { return records_; }
    [[nodiscard]] bool isEmpty() const { return records_.empty(); }
    // Of one source, in its order.
    [[nodiscard]] std::span<const Record> of(std::size_t source) const;
    [[nodiscard]] const Record *resolve(const std::string &reference) const;

private:
    void read(std::string_view text, std::size_t source, bool isEvidence, const Lexicon &lexicon);
    void settle(const Lexicon &lexicon);
    std::vector<std::unique_ptr<const protocol::Json>> documents_;
    std::vector<Record> records_;
    std::unordered_map<std::string, std::size_t> places_; // by "Type/id", by full address
};

// A FHIR date, dateTime or instant.
[[nodiscard]] std::optional<Instant> instantOf(std::string_view text);
[[nodiscard]] std::string lowerOf(std::string_view text);

} // namespace countersign::checks
