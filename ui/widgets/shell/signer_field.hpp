// Asks for the person's own id above the password, where a signature begins a signing session: typed, never
// filled in. Hidden while the session lasts.
#pragma once

#include <QWidget>

class QLineEdit;

namespace countersign::widgets
{

class SignerField : public QWidget
{
    Q_OBJECT

public:
    explicit SignerField(QWidget *parent = nullptr);

    void setAsked(bool isAsked);
    [[nodiscard]] bool isAsked() const { return isAsked_; }
    // Nothing more is needed of it.
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] QString text() const; // empty while it is not asked
    void clear();
    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    void changed();
    void submitted(); // Enter: on to the password

private:
    QLineEdit *line_;
    bool isAsked_ = false;
};

} // namespace countersign::widgets
