// Why a draft is refused: chips for the coded reasons, the harm in one key, a comment. What is shown in the sheet.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace countersign::presenters
{
class ReasonChoice;
}

namespace countersign::widgets
{

class ReasonPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonPanel(QWidget *parent = nullptr);

    // Builds itself anew for these reasons; the choice outlives the panel's use of it.
    void begin(presenters::ReasonChoice &choice);
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void signAsked();
    void leaveAsked();
    void resized(); // it needs another height

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeChips(const presenters::ReasonsView &view);
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeHarm();
    [[nodiscard]] QWidget *makeFoot();
    void update();
    bool takeKey(int key);

    presenters::ReasonChoice *choice_ = nullptr;
    QLabel *title_ = nullptr;
    QPushButton *whole_ = nullptr;
    QPushButton *statement_ = nullptr;
    QWidget *inner_ = nullptr; // scrolls where it has no room
    QWidget *foot_ = nullptr;
    QWidget *chipsBox_ = nullptr;
    std::vector<QPushButton *> chips_;
    QPushButton *more_ = nullptr;
    QWidget *harmBox_ = nullptr;
    std::vector<QPushButton *> harms_;
    QPlainTextEdit *comment_ = nullptr;
    QLabel *missing_ = nullptr;
    QLabel *question_ = nullptr; // of the agent
    QLabel *next_ = nullptr;     // what will happen
    QPushButton *sign_ = nullptr;
    bool showsAll_ = false;
};

} // namespace countersign::widgets
