// Small makers, so that every label, button and panel in the product is dressed from the same tokens. Text given here
// is always shown plain: what an agent wrote can never become markup.
#pragma once

#include "ui/style/icons.hpp"
#include "ui/style/theme.hpp"

class QFrame;
class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace countersign::style
{

// What a button is for: one primary a screen, danger only where something is stopped for good.
enum class ButtonKind { Plain, Primary, Quiet, Danger };

[[nodiscard]] QLabel *label(const QString &text, Type type = Type::Small, Tone tone = Tone::Ink1,
                            Weight weight = Weight::Regular);
void dress(QLabel &label, Type type, Tone tone, Weight weight = Weight::Regular);
[[nodiscard]] QPushButton *button(const QString &text, ButtonKind kind = ButtonKind::Plain);
void dress(QPushButton &button, ButtonKind kind);
// An icon alone; `name` is its accessible name and its tool tip.
[[nodiscard]] QToolButton *iconButton(Icon icon, const QString &name, Tone tone = Tone::Ink2);
[[nodiscard]] QFrame *hairline(Qt::Orientation orientation = Qt::Horizontal);
// A plain widget whose ground is that tone.
[[nodiscard]] QWidget *pane(Tone ground, QWidget *parent = nullptr);
void setGround(QWidget &widget, Tone ground);
// Tool tips guess whether they are markup; these never are.
void setPlainToolTip(QWidget &widget, const QString &text);

} // namespace countersign::style
