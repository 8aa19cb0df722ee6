#include "ui/presenters/appearance.hpp"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

const QString preferenceKey = QStringLiteral("appearance");
// Words of the file, in the order of the enumerators.
constexpr std::array looks{"system", "light", "dark", "high-contrast"};

} // namespace

Appearance recallAppearance(const Preferences &preferences)
{
    Appearance appearance;
    if (!preferences.read)
        return appearance;
    const QJsonObject kept = QJsonDocument::fromJson(preferences.read(preferenceKey)).object();
    const QString look = kept.value(QLatin1String("look")).toString();
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (look == QLatin1String(looks.at(i)))
            appearance.look = static_cast<Appearance::Look>(i);
    const int percent = kept.value(QLatin1String("percent")).toInt(appearance.percent);
    if (std::find(std::begin(textSizes), std::end(textSizes), percent) != std::end(textSizes))
        appearance.percent = percent;
    appearance.isStill = kept.value(QLatin1String("still")).toBool();
    return appearance;
}

void keepAppearance(const Preferences &preferences, const Appearance &appearance)
{
    if (!preferences.write)
        return;
    const QJsonObject kept{{QStringLiteral("look"), QLatin1String(looks.at(static_cast<std::size_t>(appearance.look)))},
                           {QStringLiteral("percent"), appearance.percent},
                           {QStringLiteral("still"), appearance.isStill}};
    preferences.write(preferenceKey, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace countersign::presenters
