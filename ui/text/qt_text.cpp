#include "ui/text/qt_text.hpp"

#include "core/base/unicode.hpp"
#include "ui/text/confusable.hpp"

#include <algorithm>

namespace countersign::text
{
namespace
{

// What cannot be seen is replaced by its name; what is taken for another letter has its name beside it.
void append(QString &out, char32_t c, bool isConfusable)
{
    const bool isHidden = isInvisibleControl(c);
    if (!isHidden)
        out += QChar::fromUcs4(c);
    if (isHidden || isConfusable)
        out += QStringLiteral("\u27e6U+%1\u27e7").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

bool isPlainAscii(std::string_view utf8)
{
    return std::ranges::all_of(utf8, [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t'; });
}

} // namespace

QString toQt(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString shown(std::string_view utf8)
{
    if (isPlainAscii(utf8))
        return toQt(utf8);
    QString out;
    out.reserve(static_cast<qsizetype>(utf8.size()));
    const std::u32string points = toCodePoints(utf8);
    const std::vector<bool> confusables = confusablesIn(points);
    for (std::size_t i = 0; i < points.size(); ++i)
        append(out, points[i], confusables[i]);
    return out;
}

QString shownOnOneLine(std::string_view utf8)
{
    return shown(utf8).simplified();
}

ShownText::ShownText(std::string_view utf8)
{
    const std::u32string points = toCodePoints(utf8);
    places_.clear();
    places_.reserve(points.size() + 1);
    const std::vector<bool> confusables = confusablesIn(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        places_.push_back(static_cast<int>(text_.size()));
        append(text_, points[i], confusables[i]);
    }
    places_.push_back(static_cast<int>(text_.size()));
}

int ShownText::at(std::int64_t codePoint) const
{
    const auto last = static_cast<std::int64_t>(places_.size()) - 1;
    return places_[static_cast<std::size_t>(std::clamp<std::int64_t>(codePoint, 0, last))];
}

} // namespace countersign::text
