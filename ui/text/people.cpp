#include "ui/text/people.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct People {
    Q_DECLARE_TR_FUNCTIONS(People)
};

} // namespace

QString familyName(const domain::Phi<std::string> &family)
{
    if (family.reveal().empty())
        return People::tr("NAME NOT RECEIVED");
    return shownOnOneLine(family.reveal()).toUpper();
}

QString patientName(const domain::Phi<std::string> &family, const domain::Phi<std::string> &given)
{
    if (given.reveal().empty())
        return familyName(family);
    return QStringLiteral("%1, %2").arg(familyName(family), shownOnOneLine(given.reveal()));
}

QString patientName(const domain::Phi<std::string> &familyAndGiven)
{
    const QString both = shownOnOneLine(familyAndGiven.reveal());
    const qsizetype comma = both.indexOf(QLatin1Char(','));
    if (comma < 0)
        return both.isEmpty() ? familyName({}) : both.toUpper();
    return both.first(comma).toUpper() + both.sliced(comma);
}

QString signerName(const std::string &name, const std::string &credentials)
{
    if (credentials.empty())
        return shownOnOneLine(name);
    return QStringLiteral("%1, %2").arg(shownOnOneLine(name), shownOnOneLine(credentials));
}

QString allergy(const domain::Allergy &allergy)
{
    const QString substance = shownOnOneLine(allergy.substance);
    if (allergy.reaction.empty())
        return substance;
    return QStringLiteral("%1 \u2014 %2").arg(substance, shownOnOneLine(allergy.reaction));
}

} // namespace countersign::text
