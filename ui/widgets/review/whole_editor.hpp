// Edits the whole draft as one text. Its paragraphs are the statements; the titles of sections stay. gui thread.
#pragma once

#include "ui/presenters/review_view.hpp"
#include "ui/widgets/review/plain_field.hpp"

namespace countersign::widgets
{

class EditMarks;

class WholeEditor : public PlainField
{
    Q_OBJECT

public:
    explicit WholeEditor(QWidget *parent = nullptr);

    // Takes over what differs, without telling; the caret goes to `caret` or stays.
    void show(const presenters::ReviewView::Whole &whole, std::optional<int> caret);
    using QWidget::show;
    // As it was before the last change: that one was not taken.
    void takeBack();
    [[nodiscard]] EditMarks &marks() { return *marks_; }

Q_SIGNALS:
    void edited(const QString &text); // paragraphs divided by '\n', line breaks inside them by U+2028
    void caretMoved(int position);
    void left(); // Esc

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString raw() const;
    void putIn(const QString &text);

    EditMarks *marks_;
    QString shown_;
    int caret_ = 0; // before the last change
    bool isQuiet_ = false;
};

// What an editor holds: paragraphs divided by '\n', every other character as it is.
[[nodiscard]] QString rawText(const QPlainTextEdit &editor);

} // namespace countersign::widgets
