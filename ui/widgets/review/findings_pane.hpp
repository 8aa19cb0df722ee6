// What the automatic checks found, below the draft: one line each, the worst first; of the current one its ways out,
// and its answers while it is being answered. gui thread.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class SafeText;

class FindingsPane : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPane(QWidget *parent = nullptr);

    void show(const presenters::FindingPanel &panel);
    using QWidget::show;
    // Gives the list its height at this width, and never more than that.
    void settle(int heightMax);
    [[nodiscard]] SafeText &text() { return *text_; }

Q_SIGNALS:
    void chosen(int line);
    void answered(int key);

private:
    [[nodiscard]] presenters::TextBlocks blocksOf(const presenters::FindingPanel &panel);
    void showAnswers(const std::vector<presenters::AnswerChip> &answers);

    std::vector<int> lineOf_; // by block; -1: a heading
    QLabel *title_ = nullptr;
    QLabel *ways_ = nullptr;
    SafeText *text_ = nullptr;
    QWidget *answers_ = nullptr;
    std::vector<QPushButton *> buttons_;
};

} // namespace countersign::widgets
