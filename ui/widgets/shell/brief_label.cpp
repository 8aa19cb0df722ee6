#include "ui/widgets/shell/brief_label.hpp"

#include "ui/style/theme.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace countersign::widgets
{

BriefLabel::BriefLabel(style::Type type, style::Tone tone, style::Weight weight)
{
    style::dress(*this, type, tone, weight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void BriefLabel::setLinesMax(int lines)
{
    if (lines == linesMax_)
        return;
    linesMax_ = lines;
    updateGeometry();
    update();
}

int BriefLabel::widthOfWords(int width) const
{
    const QMargins around = contentsMargins();
    return std::max(1, width - around.left() - around.right() - 2 * margin() - std::max(0, indent()));
}

// A layout asks for the same heights over and over until everything has its place.
QStringList BriefLabel::linesAt(int width) const
{
    constexpr std::size_t widthsKept = 8;
    const Words now{text(), font(), linesMax_};
    if (known_ != now || lines_.size() >= widthsKept) {
        known_ = now;
        lines_.clear();
    }
    const int room = widthOfWords(width);
    const auto [lines, isNew] = lines_.try_emplace(room);
    if (isNew)
        lines->second = linesIn(room);
    return lines->second;
}

QStringList BriefLabel::linesIn(int room) const
{
    QStringList lines;
    const QString words = text();
    if (words.isEmpty())
        return lines;
    QTextLayout layout(words, font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        const bool isLast = linesMax_ > 0 && lines.size() + 1 == linesMax_;
        if (isLast) {
            lines << fontMetrics().elidedText(words.mid(line.textStart()), Qt::ElideRight, room);
            break;
        }
        lines << words.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

bool BriefLabel::isCut() const
{
    const QStringList lines = linesAt(width());
    return !lines.isEmpty() && lines.back().endsWith(QChar(0x2026)) && !text().endsWith(QChar(0x2026));
}

int BriefLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const auto lines = std::max<qsizetype>(1, linesAt(width).size());
    return static_cast<int>(lines) * fontMetrics().lineSpacing() + around.top() + around.bottom() + 2 * margin();
}

QSize BriefLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    const int width = fontMetrics().horizontalAdvance(text()) + 2 + around.left() + around.right() + 2 * margin()
                      + std::max(0, indent());
    return {width, heightForWidth(width)};
}

QSize BriefLabel::minimumSizeHint() const
{
    const QMargins around = contentsMargins();
    const int least = std::min(sizeHint().width(), style::themeOf(this).px(24));
    return {least, fontMetrics().lineSpacing() + around.top() + around.bottom() + 2 * margin()};
}

bool BriefLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           QStringLiteral("<span>%1</span>").arg(text().toHtmlEscaped()), this);
        return true;
    }
    return QLabel::event(event);
}

void BriefLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int aside = std::max(0, indent());
    const QRect place = room.adjusted(isMirrored ? 0 : aside, 0, isMirrored ? -aside : 0, 0);
    const QStringList lines = linesAt(width());
    const int step = fontMetrics().lineSpacing();
    int y = place.top();
    if (alignment().testFlag(Qt::AlignVCenter))
        y += std::max(0, (place.height() - static_cast<int>(lines.size()) * step) / 2);
    const auto side = QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask);
    for (const QString &line : lines) {
        painter.drawText(QRect(place.left(), y, place.width(), step), static_cast<int>(side | Qt::AlignTop), line);
        y += step;
    }
}

} // namespace countersign::widgets
