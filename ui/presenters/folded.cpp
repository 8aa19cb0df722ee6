#include "ui/presenters/folded.hpp"

#include "ui/text/qt_text.hpp"

#include <algorithm>

namespace countersign::presenters
{

void appendFolded(QString &out, std::string_view utf8)
{
    const bool isAscii = std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii) {
        for (const char c : utf8)
            out += QChar::fromLatin1(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        return;
    }
    for (const QChar c : text::toQt(utf8).normalized(QString::NormalizationForm_KD))
        if (!c.isMark())
            out += c.toCaseFolded();
}

QString folded(const QString &text)
{
    QString out;
    appendFolded(out, text::toUtf8(text.simplified()));
    return out;
}

} // namespace countersign::presenters
