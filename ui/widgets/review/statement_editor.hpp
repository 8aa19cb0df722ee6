// Edits one statement where it stands.
#pragma once

#include "ui/widgets/review/plain_field.hpp"

namespace countersign::widgets
{

class EditMarks;

class StatementEditor : public PlainField
{
    Q_OBJECT

public:
    explicit StatementEditor(QWidget *parent = nullptr);

    // Puts the text in without telling; undo begins there.
    void begin(const QString &text);
    [[nodiscard]] int heightForText() const;
    void setCaret(int position);
    [[nodiscard]] EditMarks &marks() { return *marks_; }

Q_SIGNALS:
    void edited(const QString &text);
    void caretMoved(int position);
    void left();            // Esc
    void moveAsked(int by); // Alt+Up, Alt+Down

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString words() const;

    EditMarks *marks_;
};

} // namespace countersign::widgets
