// The shape of a review before its words are here: grey bars where the draft and the source will stand, so that nothing
// jumps when they come. Still: nothing moves by itself. gui thread.
#pragma once

#include <QWidget>

namespace countersign::widgets
{

class Skeleton : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(QWidget *parent = nullptr);

    // What is so, in words: for a screen reader, and below the bars.
    void say(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString sentence_;
};

} // namespace countersign::widgets
