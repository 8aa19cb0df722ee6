// What opens a person's profile on this machine: the recovery code, shown once and typed back in part; the password of
// this machine; whether the system's keychain takes part. Shows and asks. gui thread.
//
// The code is shown four letters at a time, a label each, and never put together in text of Qt's.
#pragma once

#include "core/base/secret.hpp"
#include "ui/presenters/session_view.hpp"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SecretEdit;

class AccessForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccessForm(QWidget *parent = nullptr);

    void show(const presenters::AccessView &view);
    using QWidget::show;
    // After an answer: what was refused, or that it is done.
    void say(const QString &sentence, bool isRefusal);
    // Nothing typed and no code stays.
    void clear();

    [[nodiscard]] SecretBytes takeLastGroup();
    [[nodiscard]] SecretBytes takeOldPassword();
    [[nodiscard]] SecretBytes takeNewPassword();
    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    void codeAsked();
    void codeKept();
    void passwordChangeAsked();
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QWidget *buildCode();
    QWidget *buildPassword();
    void showCode(BytesView code);
    void checkPassword();

    QLabel *state_, *keychain_, *said_;
    QWidget *code_;
    QBoxLayout *passwords_ = nullptr; // side by side where there is room
    std::vector<QLabel *> groups_;
    SecretEdit *lastGroup_;
    SecretEdit *before_, *after_, *again_;
    QPushButton *make_, *kept_, *change_;
};

} // namespace countersign::widgets
