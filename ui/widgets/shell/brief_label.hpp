// A plain label that takes at most so many lines. What does not fit ends in an ellipsis; the whole is in the tool tip
// and is what assistive technology reads. Not for names of patients or drugs: those are never cut.
#pragma once

#include "ui/style/dress.hpp"

#include <QLabel>

namespace countersign::widgets
{

class BriefLabel : public QLabel
{
    Q_OBJECT

public:
    BriefLabel(style::Type type, style::Tone tone, style::Weight weight = style::Weight::Regular);

    // 0: as many as it takes.
    void setLinesMax(int lines);
    // What is shown at this width, line by line.
    [[nodiscard]] QStringList linesAt(int width) const;
    [[nodiscard]] bool isCut() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOfWords(int width) const;

    int linesMax_ = 0;
};

} // namespace countersign::widgets
