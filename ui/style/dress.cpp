#include "ui/style/dress.hpp"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace countersign::style
{
namespace
{

QString word(Tone tone)
{
    const std::string_view name = toneName(tone);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

// A style sheet looks at properties when a widget is polished; a later change has to say so.
void setDress(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

void dress(QLabel &label, Type type, Tone tone, Weight weight)
{
    label.setTextFormat(Qt::PlainText);
    label.setFont(themeOf(&label).font(type, weight));
    setDress(label, "tone", word(tone));
}

QLabel *label(const QString &text, Type type, Tone tone, Weight weight)
{
    auto *made = new QLabel;
    dress(*made, type, tone, weight);
    made->setText(text);
    return made;
}

void dress(QPushButton &button, ButtonKind kind)
{
    constexpr const char *kinds[] = {"plain", "primary", "quiet", "danger"};
    setDress(button, "kind", QLatin1String(kinds[static_cast<int>(kind)]));
    button.setFont(themeOf(&button).font(Type::Small, Weight::Strong));
}

QPushButton *button(const QString &text, ButtonKind kind)
{
    auto *made = new QPushButton(text);
    dress(*made, kind);
    made->setAutoDefault(false);
    return made;
}

QToolButton *iconButton(Icon which, const QString &name, Tone tone)
{
    auto *made = new QToolButton;
    made->setIcon(icon(which, tone));
    const int side = themeOf(made).px(20);
    made->setIconSize({side, side});
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    setPlainToolTip(*made, name);
    return made;
}

QFrame *hairline(Qt::Orientation orientation)
{
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

void setGround(QWidget &widget, Tone ground)
{
    widget.setAttribute(Qt::WA_StyledBackground);
    setDress(widget, "ground", word(ground));
}

QWidget *pane(Tone ground, QWidget *parent)
{
    auto *made = new QWidget(parent);
    setGround(*made, ground);
    return made;
}

void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(text.isEmpty() ? QString() : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()));
}

} // namespace countersign::style
