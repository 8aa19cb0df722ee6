// What a person may change about their signing key, and break glass: a password, a reason, and what came of it.
// Shows and asks. gui thread.
#pragma once

#include "core/base/secret.hpp"

#include <QString>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SecretEdit;
class TokenSection;

class TrustSection : public QWidget
{
    Q_OBJECT

public:
    explicit TrustSection(QWidget *parent = nullptr);

    [[nodiscard]] SecretBytes takePassword();
    // The chosen reason's code; empty: none.
    [[nodiscard]] QString reason() const;
    void sayOfKey(const QString &sentence, bool isRefusal);
    void sayOfEmergency(const QString &sentence, bool isRefusal);
    void setEmergency(bool isOpen);
    [[nodiscard]] TokenSection &token() { return *token_; }
    // Nothing typed or chosen stays.
    void clear();

Q_SIGNALS:
    void renewAsked();     // the password is taken with takePassword()
    void emergencyAsked(); // for reason()

private:
    QWidget *makeKey();
    QWidget *makeEmergency();

    SecretEdit *password_;
    TokenSection *token_;
    QButtonGroup *reasons_;
    QPushButton *renew_, *open_;
    QLabel *saidOfKey_, *saidOfEmergency_;
    bool isOpen_ = false;
};

} // namespace countersign::widgets
