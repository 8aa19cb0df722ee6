#include "ui/presenters/page_words.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

// Small letters without their marks: "Gefäß" is found by "gefass"'s first five letters.
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.category() != QChar::Mark_NonSpacing)
            result += c;
    return result.toCaseFolded().simplified();
}

bool isSameLine(const QRectF &a, const QRectF &b)
{
    const double middle = b.center().y();
    return middle >= a.top() && middle <= a.bottom() && b.left() >= a.left();
}

// The page's words one after the other, and where each begins.
struct Line {
    QString text;
    std::vector<qsizetype> starts;
};

Line lineOf(const std::vector<PageWord> &words)
{
    Line line;
    for (const PageWord &word : words) {
        if (!line.text.isEmpty())
            line.text += u' ';
        line.starts.push_back(line.text.size());
        line.text += plain(word.text);
    }
    return line;
}

} // namespace

QString textOf(const std::vector<PageWord> &words)
{
    QString text;
    const PageWord *before = nullptr;
    for (const PageWord &word : words) {
        if (before != nullptr)
            text += isSameLine(before->box, word.box) ? u' ' : u'\n';
        text += word.text;
        before = &word;
    }
    return text;
}

std::vector<std::vector<QRectF>> findWords(const std::vector<PageWord> &words, const QString &wanted)
{
    std::vector<std::vector<QRectF>> places;
    const QString sought = plain(wanted);
    if (sought.isEmpty())
        return places;
    const Line line = lineOf(words);
    for (qsizetype at = line.text.indexOf(sought); at >= 0; at = line.text.indexOf(sought, at + sought.size())) {
        auto first = std::upper_bound(line.starts.begin(), line.starts.end(), at) - line.starts.begin() - 1;
        std::vector<QRectF> boxes;
        for (auto i = static_cast<std::size_t>(first); i < words.size() && line.starts[i] < at + sought.size(); ++i) {
            if (!boxes.empty() && isSameLine(boxes.back(), words[i].box))
                boxes.back() = boxes.back().united(words[i].box);
            else
                boxes.push_back(words[i].box);
        }
        places.push_back(std::move(boxes));
    }
    return places;
}

int countOf(const QString &text, const QString &wanted)
{
    const QString sought = plain(wanted);
    return sought.isEmpty() ? 0 : static_cast<int>(plain(text).count(sought));
}

QString words::pageTrouble(PageTrouble trouble)
{
    switch (trouble) {
    case PageTrouble::Malformed:
        return Words::tr("This file is damaged, or is not what it says it is. Ask for it to be sent again.");
    case PageTrouble::Encrypted:
        return Words::tr("This file asks for a password. Ask for it to be sent without one.");
    case PageTrouble::TooLarge:
        return Words::tr("This page is too large to be shown safely.");
    case PageTrouble::NoPage:
        return Words::tr("This page cannot be read. Others may be.");
    case PageTrouble::TooSlow:
        return Words::tr("This page took too long and was given up. Look at the original.");
    case PageTrouble::Stopped:
        return Words::tr("This file could not be shown safely. Look at the original.");
    case PageTrouble::NoDecoder:
        return Words::tr("Pictures of pages cannot be shown on this machine.");
    }
    return {};
}

} // namespace countersign::presenters
