// The window's last line: how the link does and what is not sent yet, who is signed in. Always in the same place.
#pragma once

#include "ui/presenters/session_view.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SigningChip;
class Toast;

class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void show(const presenters::LinkLine &link);
    void showSigning(const presenters::SigningLine &line);
    void showPerson(const QString &person, const QString &organisation);
    using QWidget::show;
    [[nodiscard]] Toast &toast() { return *toast_; }

Q_SIGNALS:
    void outboxAsked();
    void keysAsked();
    void signingEndAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void makeRoom();

    QLabel *mark_;
    QPushButton *link_;
    SigningChip *signing_;
    QLabel *person_;
    Toast *toast_;
    QPushButton *keys_;
    presenters::LinkMark lastMark_ = presenters::LinkMark::Offline;
    bool hasShown_ = false;
};

} // namespace countersign::widgets
