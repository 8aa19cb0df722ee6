#include "ui/style/style_sheet.hpp"

#include "ui/style/resources.hpp"
#include "ui/style/theme.hpp"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace countersign::style
{
namespace
{

QHash<QString, QString> tokens(const Theme &theme)
{
    QHash<QString, QString> values;
    for (std::size_t i = 0; i < toneCount; ++i) {
        const auto tone = static_cast<Tone>(i);
        const std::string_view name = toneName(tone);
        values.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), theme.color(tone).name());
    }
    return values;
}

} // namespace

QString fillTokens(const QString &sheet, const Theme &theme)
{
    static const QRegularExpression place(QStringLiteral("@([a-z]+(?:\\.[a-z0-9]+)?)|\\b([0-9]+)px"));
    const QHash<QString, QString> values = tokens(theme);
    QString out;
    out.reserve(sheet.size() * 2);
    qsizetype at = 0;
    for (auto it = place.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(sheet).sliced(at, match.capturedStart() - at);
        if (match.hasCaptured(2) && match.capturedLength(2) > 0)
            out += QString::number(theme.px(match.capturedView(2).toInt())) + QStringLiteral("px");
        else
            out += values.value(match.captured(1), match.captured(0));
        at = match.capturedEnd();
    }
    out += QStringView(sheet).sliced(at);
    return out;
}

QString styleSheet(const Theme &theme)
{
    loadResources();
    QFile file(QStringLiteral(":/style/countersign.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return fillTokens(QString::fromUtf8(file.readAll()), theme);
}

} // namespace countersign::style
