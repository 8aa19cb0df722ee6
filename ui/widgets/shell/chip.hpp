// A filter as a pill that opens its choices. Quiet while it lets everything through, tinted while it narrows.
#pragma once

#include <QAbstractButton>

#include <functional>
#include <vector>

class QMenu;

namespace countersign::widgets
{

class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    struct Choice {
        QString text;
        bool isChosen = false;
        bool startsGroup = false;
        std::function<void()> choose;
    };

    // `name` says what is filtered; it is the accessible name.
    explicit Chip(const QString &name, QWidget *parent = nullptr);

    void setNarrowing(bool isNarrowing);
    [[nodiscard]] bool isNarrowing() const { return isNarrowing_; }
    // Asked each time the menu opens, so that choices are never stale.
    void setChoices(std::function<std::vector<Choice>()> choices) { choices_ = std::move(choices); }

    [[nodiscard]] std::vector<Choice> choices() const { return choices_ ? choices_() : std::vector<Choice>{}; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void openMenu();

    QString name_;
    std::function<std::vector<Choice>()> choices_;
    bool isNarrowing_ = false;
    bool isOver_ = false;
};

} // namespace countersign::widgets
