#include "ui/widgets/shell/signing_chip.hpp"

#include "ui/style/dress.hpp"

namespace countersign::widgets
{

SigningChip::SigningChip(QWidget *parent) : QPushButton(parent)
{
    style::dress(*this, style::ButtonKind::Quiet);
    setProperty("slim", true);
    setProperty("plainInk", true);
    setObjectName(QStringLiteral("signingSession"));
    setFont(style::themeOf(this).font(style::Type::Hint));
    hide();
}

void SigningChip::show(const presenters::SigningLine &line)
{
    setText(line.text);
    setAccessibleName(line.spoken);
    style::setPlainToolTip(*this, line.spoken);
    setVisible(!line.text.isEmpty());
}

} // namespace countersign::widgets
