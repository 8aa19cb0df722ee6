// A field for several lines of one's own words. Plain characters only, whatever is pasted; Tab leaves it. Words that
// were copied of another patient do not come in.
#pragma once

#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

namespace countersign::widgets
{

// Beside the words on the clipboard: of whom they are, without saying who that is.
inline constexpr auto originFormat = "application/x-countersign-origin";

class PlainField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlainField(QWidget *parent = nullptr) : QPlainTextEdit(parent) { setTabChangesFocus(true); }

    void setOrigin(const QString &origin) { origin_ = origin.toLatin1(); }

Q_SIGNALS:
    void strangersWords(); // were to be put in, and were not

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override { return source->hasText(); }
    void insertFromMimeData(const QMimeData *source) override
    {
        const QByteArray from = source->data(QLatin1String(originFormat));
        if (!from.isEmpty() && !origin_.isEmpty() && from != origin_)
            Q_EMIT strangersWords();
        else
            textCursor().insertText(source->text());
    }
    QMimeData *createMimeDataFromSelection() const override
    {
        auto *const words = new QMimeData;
        words->setText(textCursor().selection().toPlainText());
        if (!origin_.isEmpty())
            words->setData(QLatin1String(originFormat), origin_);
        return words;
    }

private:
    QByteArray origin_;
};

} // namespace countersign::widgets
