// Which resource, and which value in it, a citation of FHIR content means; and which words name a record in a draft.
// Pure; any thread.
#pragma once

#include "core/checks/chart.hpp"
#include "core/checks/context.hpp"

namespace countersign::checks
{

struct CitedRecord {
    std::size_t statement = nowhere;
    const Record *record = nullptr;
    const CitationView *citation = nullptr;
};
// Of every citation that leads into a source with FHIR content, in the order of the draft.
[[nodiscard]] std::vector<CitedRecord> citedRecords(const Context &context);

// What a FHIRPath of the small kind leads to: names, indexes, first(), ofType(); or a JSON pointer.
struct PathValues {
    bool isJudged = false; // the path is of that kind, and its source is FHIR content
    const Record *record = nullptr;
    std::vector<const protocol::Json *> values;
};
[[nodiscard]] PathValues valuesAt(const Chart &chart, std::size_t source, const domain::FhirPathSelector &selector);
// A leaf as text; of a Coding, CodeableConcept or Quantity each of its leaves.
[[nodiscard]] std::vector<std::string> leavesOf(const protocol::Json &value);

// The words of a name that tell it from others: no "in", "blood", "total".
[[nodiscard]] std::vector<WordKey> tellingWords(const Lexicon &lexicon, std::string_view name);
[[nodiscard]] bool names(const StatementView &view, const std::vector<WordKey> &words);
// The statements that name it, at most `most`.
[[nodiscard]] std::vector<std::size_t> statementsNaming(const Context &context, const std::vector<WordKey> &words,
                                                        std::size_t most = 8);
[[nodiscard]] bool isDrafted(const Context &context, const std::vector<WordKey> &words);
// Somebody lies in a hospital: what is measured there ages in hours.
[[nodiscard]] bool isInpatient(const domain::Encounter &encounter);

} // namespace countersign::checks
