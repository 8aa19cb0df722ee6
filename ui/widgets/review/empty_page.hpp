// In the place of a draft that cannot be shown: why, and the one thing that can be done about it, if there is one.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    void show(const QString &sentence, const QString &wayOn);
    using QWidget::show;
    // Whoever comes here has the keyboard on what can be done; null: nothing can.
    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    void wayOnAsked();

private:
    QLabel *sentence_;
    QPushButton *wayOn_;
};

} // namespace countersign::widgets
