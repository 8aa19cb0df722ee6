#include "ui/widgets/shell/patient_banner.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

// Wraps when it must, and asks for one line while there is room; a plain wrapping label asks for a square.
class LongLabel : public QLabel
{
public:
    LongLabel(Type type, Tone tone, Weight weight)
    {
        style::dress(*this, type, tone, weight);
        setWordWrap(true);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + 2, metrics.height()};
    }
    QSize minimumSizeHint() const override { return {0, QFontMetrics(font()).height()}; }
};

} // namespace

PatientBanner::PatientBanner(QWidget *parent)
    : QWidget(parent), name_(new LongLabel(Type::Display, Tone::Ink1, Weight::Strong)),
      facts_(new LongLabel(Type::Body, Tone::Ink2, Weight::Regular)), allergyMark_(new QLabel),
      allergies_(new LongLabel(Type::Body, Tone::Ink1, Weight::Strong)), allergyBox_(style::pane(Tone::Surface1))
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface0);
    allergyBox_->setObjectName(QStringLiteral("allergies"));
    auto *box = new QHBoxLayout(allergyBox_);
    box->setContentsMargins(theme.px(8), theme.px(4), theme.px(12), theme.px(4));
    box->setSpacing(theme.px(8));
    box->addWidget(allergyMark_, 0, Qt::AlignTop);
    box->addWidget(allergies_, 1);

    auto *who = new FlowLayout(theme.px(16), theme.px(2));
    who->addWidget(name_);
    who->addWidget(facts_);
    another_ = style::label(tr("Another patient than before"), Type::Small, Tone::Accent, Weight::Strong);
    another_->hide();
    who->addWidget(another_);
    who->addWidget(allergyBox_);
    who->pushLastRight();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    auto *inner = new QHBoxLayout;
    inner->setContentsMargins(theme.px(24), theme.px(10), theme.px(16), theme.px(10));
    inner->addLayout(who);
    column->addLayout(inner);
    column->addWidget(style::hairline());
}

void PatientBanner::show(const presenters::BannerView &view)
{
    if (view == shown_)
        return;
    const bool isAnother = !shown_.name.isEmpty() && !view.name.isEmpty() && view.spoken != shown_.spoken;
    shown_ = view;
    another_->setVisible(isAnother);
    const style::Theme &theme = style::themeOf(this);
    name_->setText(view.name);
    facts_->setText(view.facts.join(QStringLiteral(" \u00b7 ")));
    allergies_->setText(view.allergies.join(QStringLiteral(" \u00b7 ")));
    setAccessibleName(view.spoken);
    if (isAnother) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    const bool isListed = view.allergyMark == presenters::AllergyMark::Listed;
    const bool isUnknown = view.allergyMark == presenters::AllergyMark::NotReceived;
    const Tone mark = isListed || isUnknown ? Tone::Warn : Tone::Ink2;
    style::setGround(*allergyBox_, isListed ? Tone::WarnQuiet : Tone::Surface1);
    style::dress(*allergies_, Type::Body, isListed ? Tone::Ink1 : mark, isListed ? Weight::Strong : Weight::Regular);
    allergyMark_->setPixmap(style::pixmap(isListed || isUnknown ? style::Icon::Warning : style::Icon::Info, mark, theme,
                                          theme.px(20), devicePixelRatioF()));
}

} // namespace countersign::widgets
