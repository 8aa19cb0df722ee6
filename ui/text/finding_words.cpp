#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace countersign::text
{
namespace
{

struct Finding {
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

// The codes of finding.schema.json, in its order.
constexpr std::array<std::pair<std::string_view, const char *>, 57> titles{{
    {"quote-not-in-source", QT_TRANSLATE_NOOP("Finding", "Quote not in the source")},
    {"citation-unresolvable", QT_TRANSLATE_NOOP("Finding", "Citation leads nowhere")},
    {"statement-uncited", QT_TRANSLATE_NOOP("Finding", "Nothing cited")},
    {"value-not-in-evidence", QT_TRANSLATE_NOOP("Finding", "Value not in the source")},
    {"drug-not-in-evidence", QT_TRANSLATE_NOOP("Finding", "Drug not in the source")},
    {"negation-conflict", QT_TRANSLATE_NOOP("Finding", "Yes and no differ")},
    {"laterality-conflict", QT_TRANSLATE_NOOP("Finding", "Left and right differ")},
    {"number-conflict", QT_TRANSLATE_NOOP("Finding", "Numbers differ")},
    {"unit-conflict", QT_TRANSLATE_NOOP("Finding", "Units differ")},
    {"date-conflict", QT_TRANSLATE_NOOP("Finding", "Dates differ")},
    {"temporal-conflict", QT_TRANSLATE_NOOP("Finding", "Past and present differ")},
    {"subject-conflict", QT_TRANSLATE_NOOP("Finding", "Said of somebody else")},
    {"certainty-conflict", QT_TRANSLATE_NOOP("Finding", "More certain than the source")},
    {"intent-conflict", QT_TRANSLATE_NOOP("Finding", "Planned and done differ")},
    {"wrong-patient-source", QT_TRANSLATE_NOOP("Finding", "Source of another patient")},
    {"identity-mismatch-page", QT_TRANSLATE_NOOP("Finding", "Page names somebody else")},
    {"stale-source", QT_TRANSLATE_NOOP("Finding", "Old source")},
    {"newer-source-exists", QT_TRANSLATE_NOOP("Finding", "A newer source exists")},
    {"source-changed", QT_TRANSLATE_NOOP("Finding", "Source has changed")},
    {"source-corrected", QT_TRANSLATE_NOOP("Finding", "Source was corrected")},
    {"allergy-conflict", QT_TRANSLATE_NOOP("Finding", "Against an allergy")},
    {"medication-lists-conflict", QT_TRANSLATE_NOOP("Finding", "Medication lists differ")},
    {"duplicate-therapy", QT_TRANSLATE_NOOP("Finding", "Same therapy twice")},
    {"lookalike-drug", QT_TRANSLATE_NOOP("Finding", "Drug names look alike")},
    {"dose-out-of-range", QT_TRANSLATE_NOOP("Finding", "Dose outside the usual range")},
    {"error-prone-notation", QT_TRANSLATE_NOOP("Finding", "Error-prone notation")},
    {"omitted-allergy", QT_TRANSLATE_NOOP("Finding", "Allergy left out")},
    {"omitted-medication", QT_TRANSLATE_NOOP("Finding", "Medication left out")},
    {"omitted-abnormal-result", QT_TRANSLATE_NOOP("Finding", "Abnormal result left out")},
    {"omitted-fact", QT_TRANSLATE_NOOP("Finding", "Fact left out")},
    {"unread-source", QT_TRANSLATE_NOOP("Finding", "Source not read by the agent")},
    {"missing-pages", QT_TRANSLATE_NOOP("Finding", "Pages missing")},
    {"unreadable-page", QT_TRANSLATE_NOOP("Finding", "Page unreadable")},
    {"low-ocr-confidence", QT_TRANSLATE_NOOP("Finding", "Text badly recognised")},
    {"duplicate-page", QT_TRANSLATE_NOOP("Finding", "Page twice")},
    {"instruction-in-source", QT_TRANSLATE_NOOP("Finding", "Source gives the agent orders")},
    {"hidden-text", QT_TRANSLATE_NOOP("Finding", "Hidden text")},
    {"suspicious-unicode", QT_TRANSLATE_NOOP("Finding", "Deceptive characters")},
    {"copy-forward", QT_TRANSLATE_NOOP("Finding", "Copied from an earlier note")},
    {"identical-across-patients", QT_TRANSLATE_NOOP("Finding", "Same text for another patient")},
    {"ambiguous-date", QT_TRANSLATE_NOOP("Finding", "Date can be read in two ways")},
    {"future-date", QT_TRANSLATE_NOOP("Finding", "Date in the future")},
    {"age-sex-conflict", QT_TRANSLATE_NOOP("Finding", "Age or sex does not fit")},
    {"pa-missing-attachment", QT_TRANSLATE_NOOP("Finding", "Attachment missing")},
    {"pa-code-conflict", QT_TRANSLATE_NOOP("Finding", "Codes differ")},
    {"pa-duplicate", QT_TRANSLATE_NOOP("Finding", "Request made before")},
    {"pa-criterion-unmet", QT_TRANSLATE_NOOP("Finding", "Criterion not met")},
    {"pa-diagnosis-truncated", QT_TRANSLATE_NOOP("Finding", "Diagnosis cut short")},
    {"pa-urgency-conflict", QT_TRANSLATE_NOOP("Finding", "Urgency differs")},
    {"pa-attestation-prefilled", QT_TRANSLATE_NOOP("Finding", "Attestation filled in beforehand")},
    {"pa-date-incomplete", QT_TRANSLATE_NOOP("Finding", "Date incomplete")},
    {"scope-drift", QT_TRANSLATE_NOOP("Finding", "Beyond what the agent is for")},
    {"effect-before-approval", QT_TRANSLATE_NOOP("Finding", "Acted before approval")},
    {"trace-gap", QT_TRANSLATE_NOOP("Finding", "Gap in the record of steps")},
    {"phi-exposure", QT_TRANSLATE_NOOP("Finding", "More patient data than needed")},
    {"agent-uncertain", QT_TRANSLATE_NOOP("Finding", "The agent is not sure")},
    {"peer-finding", QT_TRANSLATE_NOOP("Finding", "Another agent objects")},
}};

constexpr std::array<std::pair<std::string_view, const char *>, 5> answers{{
    {"seen-elsewhere", QT_TRANSLATE_NOOP("Finding", "It stands elsewhere in the record")},
    {"not-relevant", QT_TRANSLATE_NOOP("Finding", "It does not matter here")},
    {"mistaken", QT_TRANSLATE_NOOP("Finding", "The finding is mistaken")},
    {"own-knowledge", QT_TRANSLATE_NOOP("Finding", "I know it myself")},
    {"statement-acknowledged", QT_TRANSLATE_NOOP("Finding", "Acknowledged with its statement")},
}};

template <class Table>
QString wordsFor(const Table &table, std::string_view code)
{
    for (const auto &[known, words] : table)
        if (known == code)
            return Finding::tr(words);
    return shownOnOneLine(code);
}

} // namespace

QString findingTitle(std::string_view code)
{
    return wordsFor(titles, code);
}

QString findingAnswer(std::string_view reason)
{
    return wordsFor(answers, reason);
}

} // namespace countersign::text
