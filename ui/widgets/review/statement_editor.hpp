// Edits one statement where it stands.
#pragma once

#include "ui/widgets/review/plain_field.hpp"

namespace countersign::widgets
{

class StatementEditor : public PlainField
{
    Q_OBJECT

public:
    explicit StatementEditor(QWidget *parent = nullptr);

    // Puts the text in without telling; undo begins there.
    void begin(const QString &text);
    [[nodiscard]] int heightForText() const;

Q_SIGNALS:
    void edited(const QString &text);
    void left();            // Esc
    void moveAsked(int by); // Alt+Up, Alt+Down

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace countersign::widgets
