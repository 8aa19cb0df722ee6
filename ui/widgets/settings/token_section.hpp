// The token in the reader, and its registration as this person's: a password, a PIN, and what came of it. Shows and
// asks. gui thread.
#pragma once

#include "core/base/secret.hpp"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SecretEdit;

class TokenSection : public QWidget
{
    Q_OBJECT

public:
    explicit TokenSection(QWidget *parent = nullptr);

    // What is in the reader, in a sentence; `mayRegister`: it is a token that can be.
    void show(const QString &sentence, bool mayRegister);
    using QWidget::show;
    [[nodiscard]] SecretBytes takePassword();
    [[nodiscard]] SecretBytes takePin();
    void say(const QString &sentence, bool isRefusal);
    // Nothing typed stays.
    void clear();

Q_SIGNALS:
    void registerAsked(); // password and PIN are taken with take…()

private:
    void refresh();

    SecretEdit *password_, *pin_;
    QPushButton *register_;
    QLabel *state_, *said_;
    QWidget *fields_;
    bool mayRegister_ = false;
};

} // namespace countersign::widgets
