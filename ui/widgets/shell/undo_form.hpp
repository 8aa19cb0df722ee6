// Asks for the password under a retraction: an undone decision is a signed fact like any other.
#pragma once

#include "core/base/secret.hpp"
#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SecretEdit;
class SignerField;

class UndoForm : public QWidget
{
    Q_OBJECT

public:
    explicit UndoForm(QWidget *parent = nullptr);

    // `asksId`: the signature begins a signing session.
    void ask(const QString &patient, const QString &what, bool asksId = false,
             const presenters::CredentialView &credential = {});
    [[nodiscard]] bool isPin() const { return isPin_; }
    void showRefusal(const QString &sentence);
    [[nodiscard]] SecretBytes takePassword();
    [[nodiscard]] QString signer() const;
    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    void undoAsked();
    void left();

private:
    QLabel *patient_, *what_, *refusal_, *passwordName_;
    SignerField *ownId_;
    SecretEdit *password_;
    QPushButton *go_;
    bool isPin_ = false, isPossible_ = true;
};

} // namespace countersign::widgets
