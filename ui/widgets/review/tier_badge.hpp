// A tier as glyph and word: ◑ High. Pressed, it asks for what set it.
#pragma once

#include "ui/presenters/queue_line.hpp"

#include <QAbstractButton>

namespace countersign::widgets
{

class TierBadge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TierBadge(QWidget *parent = nullptr);
    void show(const presenters::TierMark &tier);
    using QWidget::show;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    presenters::TierMark tier_;
};

} // namespace countersign::widgets
