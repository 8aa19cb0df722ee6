#include "ui/widgets/shell/patient_banner.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::widgets
{

using style::Tone;
using style::Type;
using style::Weight;

namespace
{

constexpr int flashMs = 1200;

Tone bandTone(int band)
{
    return static_cast<Tone>(static_cast<int>(Tone::Band0) + band % style::bandCount);
}

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
      allergies_(new LongLabel(Type::Body, Tone::Ink1, Weight::Strong)), allergyBox_(style::pane(Tone::Surface1)),
      token_(style::label({}, Type::Hint, Tone::Ink2, Weight::Strong)), flash_(new QTimer(this))
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
    style::setPlainToolTip(*token_, tr("This patient's mark: the same in the window's title"));
    who->addWidget(name_);
    who->addWidget(token_);
    who->addWidget(facts_);
    another_ = style::label(tr("Another patient than before"), Type::Small, Tone::Accent, Weight::Strong);
    another_->hide();
    who->addWidget(another_);
    who->addWidget(allergyBox_);
    who->pushLastRight();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    inner_ = new QHBoxLayout;
    inner_->addLayout(who);
    column->addLayout(inner_);
    column->addWidget(style::hairline());
    flash_->setSingleShot(true);
    connect(flash_, &QTimer::timeout, this, [this] { style::setGround(*this, Tone::Surface0); });
    dressLabels();
}

void PatientBanner::flash()
{
    style::setGround(*this, Tone::AccentQuiet);
    flash_->start(flashMs);
}

// The band at the edge where reading begins; beside it the token, so that colour is not its only carrier.
void PatientBanner::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (shown_.token.isEmpty())
        return;
    const style::Theme &theme = style::themeOf(this);
    const int wide = theme.px(6);
    QPainter painter(this);
    painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? width() - wide : 0, 0, wide, height() - 1),
                     theme.color(bandTone(shown_.band)));
}

void PatientBanner::setCompact(bool isCompact)
{
    if (isCompact == isCompact_)
        return;
    isCompact_ = isCompact;
    dressLabels();
}

void PatientBanner::dressLabels()
{
    const style::Theme &theme = style::themeOf(this);
    const int end = theme.px(isCompact_ ? 4 : 10);
    inner_->setContentsMargins(theme.px(isCompact_ ? 12 : 24), end, theme.px(isCompact_ ? 8 : 16), end);
    style::dress(*name_, isCompact_ ? Type::Title : Type::Display, Tone::Ink1, Weight::Strong);
    style::dress(*facts_, isCompact_ ? Type::Small : Type::Body, Tone::Ink2);
    const bool isListed = shown_.allergyMark == presenters::AllergyMark::Listed;
    const bool isUnknown = shown_.allergyMark == presenters::AllergyMark::NotReceived;
    const Tone mark = isListed || isUnknown ? Tone::Warn : Tone::Ink2;
    style::dress(*allergies_, isCompact_ ? Type::Small : Type::Body, isListed ? Tone::Ink1 : mark,
                 isListed ? Weight::Strong : Weight::Regular);
    style::setGround(*allergyBox_, isListed ? Tone::WarnQuiet : Tone::Surface1);
    allergyMark_->setPixmap(style::pixmap(isListed || isUnknown ? style::Icon::Warning : style::Icon::Info, mark, theme,
                                          theme.px(isCompact_ ? 16 : 20), devicePixelRatioF()));
}

void PatientBanner::show(const presenters::BannerView &view)
{
    if (view == shown_)
        return;
    const bool isAnother =
        !shown_.name.isEmpty() && !view.name.isEmpty() && (view.name != shown_.name || view.facts != shown_.facts);
    shown_ = view;
    another_->setVisible(isAnother);
    token_->setText(view.token);
    token_->setVisible(!view.token.isEmpty());
    name_->setText(view.name);
    facts_->setText(view.facts.join(QStringLiteral(" \u00b7 ")));
    allergies_->setText(view.allergies.join(QStringLiteral(" \u00b7 ")));
    setAccessibleName(view.spoken);
    if (isAnother) {
        flash();
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    dressLabels();
}

} // namespace countersign::widgets
