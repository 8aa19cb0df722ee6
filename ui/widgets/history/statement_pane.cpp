#include "ui/widgets/history/statement_pane.hpp"

#include "ui/style/dress.hpp"

#include <QAccessibleWidget>
#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

// A scroll area alone has no role; this one is a place that a person reads in.
QAccessibleInterface *makeStatementAccessible(const QString &className, QObject *object)
{
    auto *const pane = className == QLatin1String(StatementPane::staticMetaObject.className())
                           ? qobject_cast<StatementPane *>(object)
                           : nullptr;
    return pane == nullptr ? nullptr : new QAccessibleWidget(pane, QAccessible::Pane, pane->accessibleName());
}

} // namespace

StatementPane::StatementPane(QWidget *parent) : QScrollArea(parent)
{
    QAccessible::installFactory(makeStatementAccessible); // once; the same one again changes nothing
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The signed statement"));
    style::setGround(*this, Tone::Surface1);
}

void StatementPane::show(const presenters::HistoryLine &line, const std::vector<presenters::StatementField> &fields)
{
    if (isShown_ && line == line_ && fields == fields_)
        return; // it is read already, perhaps with words marked
    isShown_ = true;
    line_ = line;
    fields_ = fields;
    const style::Theme &theme = style::themeOf(this);
    auto *page = style::pane(Tone::Surface1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24));
    column->setSpacing(theme.px(2));
    auto *name = style::label(line.patient, Type::Title, Tone::Ink1, Weight::Strong);
    auto *title = style::label(line.title, Type::Small, Tone::Ink2);
    for (QLabel *label : {name, title}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    for (const presenters::StatementField &field : fields)
        addField(*column, field);
    column->addStretch();
    setWidget(page);
}

void StatementPane::clear()
{
    isShown_ = false;
    line_ = {};
    fields_.clear();
    setWidget(style::pane(Tone::Surface1));
}

void StatementPane::addField(QVBoxLayout &column, const presenters::StatementField &field)
{
    const style::Theme &theme = style::themeOf(this);
    if (field.isHeading) {
        column.addSpacing(theme.px(16));
        column.addWidget(style::hairline());
        column.addSpacing(theme.px(8));
        column.addWidget(style::label(field.label, Type::Small, Tone::Ink1, Weight::Strong));
        return;
    }
    column.addSpacing(theme.px(8));
    column.addWidget(style::label(field.label, Type::Hint, Tone::Ink3));
    auto *value = style::label({}, Type::Small, Tone::Ink1);
    if (field.isCode) {
        QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        code.setPixelSize(theme.px(12));
        value->setFont(code);
    }
    QString text = field.value;
    if (field.isCode) // digests have no place to break; these cost nothing when copied by eye
        for (qsizetype at = 16; at < text.size(); at += 17)
            text.insert(at, QChar(0x200b));
    value->setText(text);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::ClickFocus);
    value->setAccessibleName(QStringLiteral("%1: %2").arg(field.label, field.value));
    column.addWidget(value);
}

} // namespace countersign::widgets
