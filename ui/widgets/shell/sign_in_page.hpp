// The first page, and the page of a locked console: who, and the password. Shows what a presenter described.
#pragma once

#include "core/base/secret.hpp"
#include "ui/presenters/session_view.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace countersign::widgets
{

class SecretEdit;

class SignInPage : public QWidget
{
    Q_OBJECT

public:
    // `gateway` is shown, so that a person sees where the password goes.
    // `byIssuer`: the browser asks who it is, unless the person chooses otherwise.
    explicit SignInPage(const QString &gateway, bool byIssuer = false, QWidget *parent = nullptr);

    void show(const presenters::SignInView &view);
    void showRefusal(const QString &sentence);
    void setUser(const QString &user);
    void takeFocus();
    using QWidget::show;

    [[nodiscard]] QString user() const;
    // The organisation's issuer says who it is; the password guards this machine's store.
    [[nodiscard]] bool isByIssuer() const { return isByIssuer_ && !isRecovering_; }
    [[nodiscard]] SecretBytes takePassword();
    [[nodiscard]] SecretBytes takeCode();

Q_SIGNALS:
    // The password is taken with takePassword().
    void signInAsked();
    void unlockAsked();
    void otherPersonAsked();
    // The code is taken with takeCode(), the account's password with takePassword().
    void recoveryAsked();

private:
    QWidget *buildForm(const QString &gateway);
    void ask();
    void refreshButton();
    void setRecovering(bool isRecovering);

    presenters::SignInView view_;
    QLabel *title_, *place_, *userLabel_, *hint_, *refusal_, *codeLabel_;
    QLineEdit *user_;
    SecretEdit *password_, *code_;
    QPushButton *go_, *other_, *lost_, *issuer_;
    bool isRecovering_ = false;
    bool isByIssuer_;
};

} // namespace countersign::widgets
