#include "ui/style/console_style.hpp"

#include "ui/style/paint.hpp"

#include <QApplication>

#include <algorithm>

namespace countersign::style
{

ConsoleStyle::ConsoleStyle(Theme theme) : QProxyStyle(QStringLiteral("fusion")), theme_(theme) {}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *answer) const
{
    if (hint == ThemeHint::request && answer != nullptr) {
        static_cast<ThemeHint *>(answer)->theme = &theme_;
        return 1;
    }
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return theme_.motion();
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return theme_.px(8);
    case PM_ScrollBarExtent:
        return theme_.px(12);
    case PM_TextCursorWidth: // as the platform has it; thicker where the text is larger
        return std::max(QProxyStyle::pixelMetric(metric, option, widget), theme_.px(1.5));
    case PM_SplitterWidth:
        return theme_.px(1);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return theme_.px(20);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme_.px(18);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_FrameFocusRect)
        return; // FocusRing draws it, outside the control and only for those who work by key
    if (element == PE_IndicatorCheckBox)
        return drawTickBox(*painter, option->rect, option->state.testFlag(State_On),
                           option->state.testFlag(State_Enabled), theme_);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

const Theme &themeOf(const QWidget *widget)
{
    static const Theme fallback;
    const QStyle *style = widget != nullptr ? widget->style() : QApplication::style();
    ThemeHint hint;
    if (style != nullptr)
        style->styleHint(ThemeHint::request, nullptr, widget, &hint);
    return hint.theme != nullptr ? *hint.theme : fallback;
}

} // namespace countersign::style
