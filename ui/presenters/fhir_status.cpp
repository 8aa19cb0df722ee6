#include "ui/presenters/fhir_status.hpp"

#include "ui/presenters/fhir_rows.hpp"
#include "ui/text/qt_text.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

struct FhirWords {
    Q_DECLARE_TR_FUNCTIONS(FhirWords)
};

using std::string_view;
using Weight = Chip::Weight;

struct Word {
    string_view code;
    const char *phrase;
    Weight weight;
    bool isVoid = false;
};

// FHIR R4 status, verification and clinical status, over all resources; the codes that a reader must not miss.
constexpr std::array statuses{
    Word{"entered-in-error", QT_TRANSLATE_NOOP("FhirWords", "entered in error"), Weight::Grave, true},
    Word{"refuted", QT_TRANSLATE_NOOP("FhirWords", "refuted"), Weight::Grave, true},
    Word{"not-taken", QT_TRANSLATE_NOOP("FhirWords", "not taken"), Weight::Strong},
    Word{"not-done", QT_TRANSLATE_NOOP("FhirWords", "not done"), Weight::Strong},
    Word{"stopped", QT_TRANSLATE_NOOP("FhirWords", "stopped"), Weight::Strong},
    Word{"cancelled", QT_TRANSLATE_NOOP("FhirWords", "cancelled"), Weight::Strong},
    Word{"revoked", QT_TRANSLATE_NOOP("FhirWords", "revoked"), Weight::Strong},
    Word{"aborted", QT_TRANSLATE_NOOP("FhirWords", "aborted"), Weight::Strong},
    Word{"rejected", QT_TRANSLATE_NOOP("FhirWords", "rejected"), Weight::Strong},
    Word{"on-hold", QT_TRANSLATE_NOOP("FhirWords", "on hold"), Weight::Strong},
    Word{"unconfirmed", QT_TRANSLATE_NOOP("FhirWords", "unconfirmed"), Weight::Strong},
    Word{"provisional", QT_TRANSLATE_NOOP("FhirWords", "provisional"), Weight::Strong},
    Word{"differential", QT_TRANSLATE_NOOP("FhirWords", "one of several possibilities"), Weight::Strong},
    Word{"preliminary", QT_TRANSLATE_NOOP("FhirWords", "preliminary"), Weight::Strong},
    Word{"registered", QT_TRANSLATE_NOOP("FhirWords", "no result yet"), Weight::Strong},
    Word{"partial", QT_TRANSLATE_NOOP("FhirWords", "partial"), Weight::Strong},
    Word{"draft", QT_TRANSLATE_NOOP("FhirWords", "draft"), Weight::Strong},
    Word{"unknown", QT_TRANSLATE_NOOP("FhirWords", "status unknown"), Weight::Strong},
    Word{"error", QT_TRANSLATE_NOOP("FhirWords", "error"), Weight::Strong},
    Word{"inactive", QT_TRANSLATE_NOOP("FhirWords", "inactive"), Weight::Notice},
    Word{"resolved", QT_TRANSLATE_NOOP("FhirWords", "resolved"), Weight::Notice},
    Word{"remission", QT_TRANSLATE_NOOP("FhirWords", "in remission"), Weight::Notice},
    Word{"relapse", QT_TRANSLATE_NOOP("FhirWords", "relapse"), Weight::Notice},
    Word{"recurrence", QT_TRANSLATE_NOOP("FhirWords", "recurrence"), Weight::Notice},
    Word{"completed", QT_TRANSLATE_NOOP("FhirWords", "completed"), Weight::Notice},
    Word{"finished", QT_TRANSLATE_NOOP("FhirWords", "finished"), Weight::Notice},
    Word{"amended", QT_TRANSLATE_NOOP("FhirWords", "amended"), Weight::Notice},
    Word{"corrected", QT_TRANSLATE_NOOP("FhirWords", "corrected"), Weight::Notice},
    Word{"appended", QT_TRANSLATE_NOOP("FhirWords", "appended"), Weight::Notice},
    Word{"planned", QT_TRANSLATE_NOOP("FhirWords", "planned"), Weight::Notice},
    Word{"in-progress", QT_TRANSLATE_NOOP("FhirWords", "in progress"), Weight::Notice},
    Word{"active", QT_TRANSLATE_NOOP("FhirWords", "active"), Weight::Quiet},
    Word{"final", QT_TRANSLATE_NOOP("FhirWords", "final"), Weight::Quiet},
    Word{"confirmed", QT_TRANSLATE_NOOP("FhirWords", "confirmed"), Weight::Quiet},
    Word{"complete", QT_TRANSLATE_NOOP("FhirWords", "complete"), Weight::Quiet},
    Word{"queued", QT_TRANSLATE_NOOP("FhirWords", "queued"), Weight::Notice},
};
constexpr std::array intents{
    Word{"proposal", QT_TRANSLATE_NOOP("FhirWords", "a proposal, not an order"), Weight::Strong},
    Word{"plan", QT_TRANSLATE_NOOP("FhirWords", "a plan, not an order"), Weight::Strong},
    Word{"option", QT_TRANSLATE_NOOP("FhirWords", "an option, not an order"), Weight::Strong},
};
constexpr std::array criticalities{
    Word{"high", QT_TRANSLATE_NOOP("FhirWords", "high criticality"), Weight::Grave},
    Word{"unable-to-assess", QT_TRANSLATE_NOOP("FhirWords", "criticality not assessed"), Weight::Strong},
};
constexpr std::array interpretations{
    Word{"HH", QT_TRANSLATE_NOOP("FhirWords", "critically high"), Weight::Grave},
    Word{"LL", QT_TRANSLATE_NOOP("FhirWords", "critically low"), Weight::Grave},
    Word{"AA", QT_TRANSLATE_NOOP("FhirWords", "critically abnormal"), Weight::Grave},
    Word{"H", QT_TRANSLATE_NOOP("FhirWords", "high"), Weight::Strong},
    Word{"L", QT_TRANSLATE_NOOP("FhirWords", "low"), Weight::Strong},
    Word{"A", QT_TRANSLATE_NOOP("FhirWords", "abnormal"), Weight::Strong},
    Word{"POS", QT_TRANSLATE_NOOP("FhirWords", "positive"), Weight::Strong},
    Word{"DET", QT_TRANSLATE_NOOP("FhirWords", "detected"), Weight::Strong},
    Word{"R", QT_TRANSLATE_NOOP("FhirWords", "resistant"), Weight::Strong},
};

// The code of a code or of a concept; of a concept without one, its words.
std::string codeOf(const JsonOutline &outline, const JsonLine &line)
{
    for (std::size_t at = indexOf(outline, line); at < line.end; ++at)
        if (outline[at].key == "code" && outline[at].kind == JsonLine::Kind::String)
            return outline[at].text;
    return briefly(outline, indexOf(outline, line));
}

class Reading
{
public:
    Reading(const JsonOutline &outline, std::size_t resource) : outline_(outline), resource_(resource) {}

    FhirStatus read()
    {
        readExtension();
        readFlag("doNotPerform", FhirWords::tr("DO NOT PERFORM"));
        for (const char *key : {"status", "verificationStatus", "clinicalStatus", "docStatus", "outcome"})
            readCode(key, statuses, true);
        readCode("intent", intents, false);
        readCode("criticality", criticalities, false);
        readCode("interpretation", interpretations, false);
        if (childOf(outline_, resource_, "dataAbsentReason") != nullptr)
            add(FhirWords::tr("no value"), Weight::Strong);
        if (const JsonLine *const type = childOf(outline_, resource_, "resourceType");
            type != nullptr && type->text == "FamilyMemberHistory")
            add(FhirWords::tr("of a relative, not the patient"), Weight::Strong);
        std::stable_sort(found_.chips.begin(), found_.chips.end(),
                         [](const Chip &a, const Chip &b) { return a.weight > b.weight; });
        return std::move(found_);
    }

private:
    void add(const QString &words, Weight weight)
    {
        if (std::none_of(found_.chips.begin(), found_.chips.end(), [&](const Chip &c) { return c.text == words; }))
            found_.chips.push_back({words, weight});
    }
    void readExtension()
    {
        if (childOf(outline_, resource_, "modifierExtension") != nullptr)
            add(FhirWords::tr("an addition changes what this means"), Weight::Grave);
    }
    void readFlag(const char *key, const QString &words)
    {
        const JsonLine *const flag = childOf(outline_, resource_, key);
        if (flag == nullptr || flag->text != "true")
            return;
        add(words, Weight::Grave);
        found_.isVoid = true;
    }
    // A status that is not known is said as it is written: it may matter.
    template <class Words>
    void readCode(const char *key, const Words &words, bool isSaidAnyway)
    {
        const JsonLine *const line = childOf(outline_, resource_, key);
        if (line == nullptr)
            return;
        const std::string code = codeOf(outline_, *line);
        const auto word = std::find_if(words.begin(), words.end(), [&](const Word &w) { return w.code == code; });
        if (word != words.end()) {
            add(FhirWords::tr(word->phrase), word->weight);
            found_.isVoid = found_.isVoid || word->isVoid;
        } else if (isSaidAnyway && !code.empty()) {
            add(text::shownOnOneLine(code), Weight::Notice);
        }
    }

    const JsonOutline &outline_;
    std::size_t resource_;
    FhirStatus found_;
};

} // namespace

FhirStatus statusOf(const JsonOutline &outline, std::size_t resource)
{
    return Reading{outline, resource}.read();
}

} // namespace countersign::presenters
