#include "ui/widgets/review/edit_marks.hpp"

#include "ui/text/notation.hpp"

#include <QTextCharFormat>
#include <QTextDocument>

#include <utility>

namespace countersign::widgets
{

using style::Tone;

EditMarks::EditMarks(QTextDocument *document, const style::Theme &theme) : QSyntaxHighlighter(document), theme_(theme)
{
}

void EditMarks::setParagraphs(std::set<int> titles, std::set<int> changed)
{
    if (titles == titles_ && changed == changed_)
        return;
    titles_ = std::move(titles);
    changed_ = std::move(changed);
    rehighlight();
}

void EditMarks::setMisspelt(FindStretches find)
{
    misspelt_ = std::move(find);
    rehighlight();
}

void EditMarks::setCaret(int position)
{
    caret_ = position;
    if (const auto spared = std::exchange(spared_, std::nullopt))
        rehighlightBlock(document()->findBlockByNumber(*spared));
}

void EditMarks::highlightBlock(const QString &text)
{
    if (titles_.contains(currentBlock().blockNumber())) {
        QTextCharFormat title;
        title.setFont(theme_.font(style::Type::Small, style::Weight::Strong));
        title.setForeground(theme_.color(Tone::Ink2));
        return setFormat(0, static_cast<int>(text.size()), title);
    }
    if (changed_.contains(currentBlock().blockNumber())) {
        QTextCharFormat changed;
        changed.setBackground(theme_.color(Tone::DiffIn));
        setFormat(0, static_cast<int>(text.size()), changed);
    }
    markNotations(text);
    markSpelling(text);
}

void EditMarks::markNotations(const QString &text)
{
    for (const text::ErrorProne &notation : text::errorProneIn(text))
        for (int at = notation.start; at < notation.start + notation.length; ++at) {
            QTextCharFormat mark = format(at);
            mark.setUnderlineStyle(QTextCharFormat::DotLine);
            mark.setUnderlineColor(theme_.color(Tone::Warn));
            setFormat(at, 1, mark);
        }
}

void EditMarks::markSpelling(const QString &text)
{
    if (!misspelt_)
        return;
    for (const presenters::Spelling::Stretch &word : misspelt_(text)) {
        if (currentBlock().position() + word.start + word.length == caret_) {
            spared_ = currentBlock().blockNumber();
            continue;
        }
        QTextCharFormat mark = format(word.start);
        mark.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.setUnderlineColor(theme_.color(Tone::Stop));
        setFormat(word.start, word.length, mark);
    }
}

} // namespace countersign::widgets
