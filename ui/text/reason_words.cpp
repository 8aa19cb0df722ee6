#include "core/domain/reason_codes.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <span>

namespace countersign::text
{
namespace
{

constexpr char context[] = "Reason";

// The chips of core/domain/reason_codes.cpp, repeated because the tool that collects texts for translation reads
// literals only. tests/ui/test_text_words compares the two lists.
[[maybe_unused]] constexpr const char *chips[] = {
    QT_TRANSLATE_NOOP("Reason", "Made up"),
    QT_TRANSLATE_NOOP("Reason", "Contradicts source"),
    QT_TRANSLATE_NOOP("Reason", "Negation flipped"),
    QT_TRANSLATE_NOOP("Reason", "Cause invented"),
    QT_TRANSLATE_NOOP("Reason", "Wrong context mixed"),
    QT_TRANSLATE_NOOP("Reason", "Left out"),
    QT_TRANSLATE_NOOP("Reason", "Wrong patient"),
    QT_TRANSLATE_NOOP("Reason", "Wrong side or site"),
    QT_TRANSLATE_NOOP("Reason", "Wrong drug"),
    QT_TRANSLATE_NOOP("Reason", "Wrong dose, unit, route or frequency"),
    QT_TRANSLATE_NOOP("Reason", "Allergy or interaction missed"),
    QT_TRANSLATE_NOOP("Reason", "Out of date"),
    QT_TRANSLATE_NOOP("Reason", "Copied forward"),
    QT_TRANSLATE_NOOP("Reason", "Wrong date or time"),
    QT_TRANSLATE_NOOP("Reason", "Wrong speaker or author"),
    QT_TRANSLATE_NOOP("Reason", "Exam or finding not done"),
    QT_TRANSLATE_NOOP("Reason", "Plan not mine"),
    QT_TRANSLATE_NOOP("Reason", "Urgency wrong"),
    QT_TRANSLATE_NOOP("Reason", "Coding or level wrong"),
    QT_TRANSLATE_NOOP("Reason", "Tone or wording"),
    QT_TRANSLATE_NOOP("Reason", "Structure or format"),
    QT_TRANSLATE_NOOP("Reason", "Privacy"),
    QT_TRANSLATE_NOOP("Reason", "Bad source"),
    QT_TRANSLATE_NOOP("Reason", "Injected instruction"),
    QT_TRANSLATE_NOOP("Reason", "Duplicate task"),
    QT_TRANSLATE_NOOP("Reason", "Not needed or not clinically appropriate"),
    QT_TRANSLATE_NOOP("Reason", "Outside my scope"),
    QT_TRANSLATE_NOOP("Reason", "Other"),
    QT_TRANSLATE_NOOP("Reason", "Missing document"),
    QT_TRANSLATE_NOOP("Reason", "Medical necessity not shown"),
    QT_TRANSLATE_NOOP("Reason", "Criteria misread or wrong policy"),
    QT_TRANSLATE_NOOP("Reason", "Wrong service code"),
    QT_TRANSLATE_NOOP("Reason", "Wrong or unsupported diagnosis"),
    QT_TRANSLATE_NOOP("Reason", "Wrong modifier, side, place or units"),
    QT_TRANSLATE_NOOP("Reason", "Duplicate or active authorization exists"),
    QT_TRANSLATE_NOOP("Reason", "Authorization not required"),
    QT_TRANSLATE_NOOP("Reason", "Wrong member or coverage"),
    QT_TRANSLATE_NOOP("Reason", "Wrong provider, network or NPI"),
    QT_TRANSLATE_NOOP("Reason", "Dates wrong"),
    QT_TRANSLATE_NOOP("Reason", "Urgency not justified, or should be urgent"),
    QT_TRANSLATE_NOOP("Reason", "Attestation answered by the agent"),
    QT_TRANSLATE_NOOP("Reason", "Unsupported claim in the letter"),
    QT_TRANSLATE_NOOP("Reason", "Prior treatment misreported"),
    QT_TRANSLATE_NOOP("Reason", "Too much patient information"),
    QT_TRANSLATE_NOOP("Reason", "Signature or order missing or invalid"),
    QT_TRANSLATE_NOOP("Reason", "Stale evidence"),
    QT_TRANSLATE_NOOP("Reason", "Wrong patient's document"),
    QT_TRANSLATE_NOOP("Reason", "Withdraw: plan of care changed"),
    QT_TRANSLATE_NOOP("Reason", "Needs a specialist"),
    QT_TRANSLATE_NOOP("Reason", "Needs a pharmacist"),
    QT_TRANSLATE_NOOP("Reason", "Needs compliance or privacy"),
    QT_TRANSLATE_NOOP("Reason", "Sources conflict and I cannot resolve it"),
    QT_TRANSLATE_NOOP("Reason", "Suspected wrong patient"),
    QT_TRANSLATE_NOOP("Reason", "Suspected injection or tampering"),
    QT_TRANSLATE_NOOP("Reason", "Time-critical: act outside the console"),
    QT_TRANSLATE_NOOP("Reason", "Possible AI safety event"),
    QT_TRANSLATE_NOOP("Reason", "Not authorized"),
    QT_TRANSLATE_NOOP("Reason", "Second opinion"),
};

} // namespace

QString reasonChip(std::string_view code)
{
    for (const auto table : {domain::noteReasons(), domain::priorAuthReasons(), domain::escalationReasons()})
        for (const domain::ReasonCode &row : table)
            if (row.code == code)
                return QCoreApplication::translate(context, std::string(row.chip).c_str());
    return shownOnOneLine(code);
}

} // namespace countersign::text
