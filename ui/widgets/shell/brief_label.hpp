// A plain label that takes at most so many lines. What does not fit ends in an ellipsis; the whole is in the tool tip
// and is what assistive technology reads. Not for names of patients or drugs: those are never cut.
#pragma once

#include "ui/style/dress.hpp"

#include <QFont>
#include <QLabel>

#include <map>

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
    struct Words {
        QString text;
        QFont font;
        int linesMax = 0;
        bool operator==(const Words &) const = default;
    };

    [[nodiscard]] int widthOfWords(int width) const;
    [[nodiscard]] QStringList linesIn(int room) const;

    int linesMax_ = 0;
    mutable Words known_; // what the lines below are of
    mutable std::map<int, QStringList> lines_;
};

} // namespace countersign::widgets
