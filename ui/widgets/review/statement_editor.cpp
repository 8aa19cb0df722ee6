#include "ui/widgets/review/statement_editor.hpp"

#include "ui/style/theme.hpp"
#include "ui/widgets/review/edit_marks.hpp"
#include "ui/widgets/review/whole_editor.hpp"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTextBlock>

#include <algorithm>

namespace countersign::widgets
{

StatementEditor::StatementEditor(QWidget *parent)
    : PlainField(parent), marks_(new EditMarks(document(), style::themeOf(this)))
{
    setUndoRedoEnabled(false); // taken back by the page, across both ways of editing
    setAccessibleName(tr("Statement"));
    setFont(style::themeOf(this).font(style::Type::Body));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(words()); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        marks_->setCaret(textCursor().position());
        Q_EMIT caretMoved(textCursor().position());
    });
}

// Every character as it is: toPlainText would make ordinary blanks of those that hold a dose together.
QString StatementEditor::words() const
{
    return rawText(*this).replace(QChar(QChar::LineSeparator), u'\n');
}

void StatementEditor::setCaret(int position)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void StatementEditor::begin(const QString &text)
{
    if (text == words())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

int StatementEditor::heightForText() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout() == nullptr ? 1 : block.layout()->lineCount());
    const style::Theme &theme = style::themeOf(this);
    return lines * fontMetrics().lineSpacing() + theme.px(24);
}

void StatementEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (isAlt && event->key() == Qt::Key_Down)
        Q_EMIT moveAsked(1);
    else if (isAlt && event->key() == Qt::Key_Up)
        Q_EMIT moveAsked(-1);
    else
        PlainField::keyPressEvent(event);
}

} // namespace countersign::widgets
