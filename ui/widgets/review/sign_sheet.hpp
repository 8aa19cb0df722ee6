// Everything that a signature covers, and the field for the credential below it: who the patient is, the words or the
// changes, the verdict and its reasons, who signs, when, in which meaning, and the legal sentence.
#pragma once

#include "core/base/secret.hpp"
#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace countersign::widgets
{

class SafeText;
class SecretEdit;
class SignerField;

class SignSheet : public QWidget
{
    Q_OBJECT

public:
    explicit SignSheet(QWidget *parent = nullptr);

    // The same view again changes only what differs: the words stay where they were scrolled to.
    void show(const presenters::SignView &view);
    using QWidget::show;
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] SecretBytes takePassword();
    [[nodiscard]] QString signer() const; // as it was typed; empty where it is not asked
    // Nothing typed stays behind.
    void clear();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void signAsked();
    void identityTyped(const QString &typed);
    void leaveAsked();
    void reasonsConfirmed(bool isConfirmed); // those that the edits suggest
    void behalfChosen(const QString &absent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeIdentity();
    [[nodiscard]] QWidget *makeCredential();
    void showIdentity(const presenters::SignView &view);
    [[nodiscard]] QWidget *makeBehalf();
    void showBehalf(const presenters::SignView &view);
    void showCredential(const presenters::CredentialView &credential);
    QLabel *addFact(QVBoxLayout &column, const QString &name);
    void showSuggested(const presenters::SignView &view);
    void update();
    [[nodiscard]] QWidget *nextToType() const;

    QBoxLayout *sides_ = nullptr;
    QVBoxLayout *leftColumn_ = nullptr;
    QVBoxLayout *rightColumn_ = nullptr;
    QBoxLayout *credential_ = nullptr;
    QWidget *facts_ = nullptr;
    QLabel *summary_ = nullptr; // the facts where they have no room
    QLabel *title_ = nullptr;
    QLabel *patient_ = nullptr;
    QLabel *patientFacts_ = nullptr;
    QLabel *item_ = nullptr;
    QLabel *contentTitle_ = nullptr;
    SafeText *content_ = nullptr;
    QLabel *verdict_ = nullptr;
    QWidget *reasonsBox_ = nullptr;
    QLabel *reasons_ = nullptr;
    QWidget *suggestedBox_ = nullptr; // what the edits suggest
    QLabel *suggested_ = nullptr;
    QPushButton *confirm_ = nullptr;
    QLabel *signer_ = nullptr;
    QLabel *time_ = nullptr;
    QLabel *meaning_ = nullptr;
    QLabel *next_ = nullptr;
    QLabel *fast_ = nullptr;
    QLabel *legal_ = nullptr;
    QWidget *identityBox_ = nullptr;
    QLabel *identityAsked_ = nullptr;
    QLineEdit *identity_ = nullptr;
    QWidget *behalfBox_ = nullptr;
    QComboBox *behalf_ = nullptr;
    QLabel *identityWrong_ = nullptr;
    SignerField *ownId_ = nullptr;
    QLabel *passwordName_ = nullptr;
    QLabel *tokenNote_ = nullptr;
    SecretEdit *password_ = nullptr; // or the PIN
    QLabel *trouble_ = nullptr;
    QPushButton *sign_ = nullptr;
    bool isBusy_ = false;
    bool isIdentified_ = true;
    bool isPin_ = false;
    bool isPossible_ = true;
};

} // namespace countersign::widgets
