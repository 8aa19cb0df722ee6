#include "ui/presenters/identity_check.hpp"

#include "ui/presenters/folded.hpp"
#include "ui/text/qt_text.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

struct Identity {
    Q_DECLARE_TR_FUNCTIONS(Identity)
};

constexpr std::size_t yearLength = 4;

QString initialOf(const std::string &name)
{
    return folded(text::toQt(name).trimmed()).left(1);
}

QString yearOf(const domain::Patient &patient)
{
    return text::toQt(patient.birthDate.reveal().substr(0, yearLength));
}

} // namespace

bool IdentityCheck::isAsked(const domain::Patient &patient, domain::Tier tier, bool hasLookalike,
                            milliseconds elapsed) const
{
    if ((tier < domain::Tier::High && !hasLookalike) || answerLength(patient) == 0)
        return false;
    const auto named = named_.find(patient.id);
    return named == named_.end() || elapsed - named->second >= rememberedFor;
}

bool IdentityCheck::answer(const domain::Patient &patient, const QString &typed, milliseconds elapsed)
{
    QString said = folded(typed);
    said.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    const QString given = initialOf(patient.given.reveal());
    const QString family = initialOf(patient.family.reveal());
    const QString year = yearOf(patient);
    const bool fits = said == given + family + year || said == family + given + year;
    if (fits)
        named_[patient.id] = elapsed;
    return fits;
}

qsizetype answerLength(const domain::Patient &patient)
{
    return initialOf(patient.given.reveal()).size() + initialOf(patient.family.reveal()).size()
           + yearOf(patient).size();
}

QString identityQuestion(const domain::Patient &patient)
{
    return yearOf(patient).isEmpty() ? Identity::tr("Initials of the patient")
                                     : Identity::tr("Initials and birth year of the patient");
}

} // namespace countersign::presenters
