// A field for several lines of one's own words. Plain characters only, whatever is pasted; Tab leaves it.
#pragma once

#include <QMimeData>
#include <QPlainTextEdit>

namespace countersign::widgets
{

class PlainField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlainField(QWidget *parent = nullptr) : QPlainTextEdit(parent) { setTabChangesFocus(true); }

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override { return source->hasText(); }
    void insertFromMimeData(const QMimeData *source) override { textCursor().insertText(source->text()); }
};

} // namespace countersign::widgets
