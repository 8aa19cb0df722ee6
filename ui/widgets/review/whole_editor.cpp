#include "ui/widgets/review/whole_editor.hpp"

#include "ui/style/theme.hpp"
#include "ui/widgets/review/edit_marks.hpp"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

constexpr int measureMax = 72; // characters of a line
constexpr double side = 20;

} // namespace

QString rawText(const QPlainTextEdit &editor)
{
    QString text = editor.document()->toRawText();
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
    return text;
}

WholeEditor::WholeEditor(QWidget *parent) : PlainField(parent), marks_(new EditMarks(document(), style::themeOf(this)))
{
    setAccessibleName(tr("Whole text"));
    setAccessibleDescription(
        tr("The whole draft as one text. Each paragraph is a statement; titles of sections stay."));
    setFont(style::themeOf(this).font(style::Type::Body));
    setUndoRedoEnabled(false); // taken back by the page, across both ways of editing
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!isQuiet_ && raw() != shown_)
            Q_EMIT edited(raw());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        marks_->setCaret(textCursor().position());
        if (isQuiet_ || raw() != shown_)
            return;
        caret_ = textCursor().position();
        Q_EMIT caretMoved(caret_);
    });
}

QString WholeEditor::raw() const
{
    return rawText(*this);
}

void WholeEditor::show(const presenters::ReviewView::Whole &whole, std::optional<int> caret)
{
    const QScopedValueRollback quiet(isQuiet_, true);
    shown_ = whole.text;
    if (raw() != whole.text)
        putIn(whole.text);
    marks_->setParagraphs({whole.titles.begin(), whole.titles.end()}, {whole.changed.begin(), whole.changed.end()});
    if (caret) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(std::min(*caret, static_cast<int>(whole.text.size())));
        setTextCursor(cursor);
        ensureCursorVisible();
    }
    caret_ = textCursor().position();
}

// Only what differs, so that the rest stays where it is on the screen.
void WholeEditor::putIn(const QString &text)
{
    const QString is = raw();
    const auto starts = std::mismatch(is.begin(), is.end(), text.begin(), text.end());
    const qsizetype from = starts.first - is.begin();
    const qsizetype most = std::min(is.size(), text.size()) - from;
    qsizetype shared = 0;
    while (shared < most && is[is.size() - 1 - shared] == text[text.size() - 1 - shared])
        ++shared;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(from));
    cursor.setPosition(static_cast<int>(is.size() - shared), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(from, text.size() - from - shared));
}

void WholeEditor::takeBack()
{
    const QScopedValueRollback quiet(isQuiet_, true);
    putIn(shown_);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(caret_, static_cast<int>(shown_.size())));
    setTextCursor(cursor);
}

void WholeEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        PlainField::keyPressEvent(event);
}

// Lines as long as they are read well, and no longer.
void WholeEditor::resizeEvent(QResizeEvent *event)
{
    const style::Theme &theme = style::themeOf(this);
    const int margin = theme.px(side);
    const int best = fontMetrics().horizontalAdvance(u'n') * measureMax;
    setViewportMargins(margin, theme.px(12), std::max(margin, width() - margin - best), 0);
    PlainField::resizeEvent(event);
}

} // namespace countersign::widgets
