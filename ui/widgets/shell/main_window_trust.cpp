// What the window does about trust: hiding the work from onlookers, broken glass, a gateway that contradicts itself, a
// new signing key.
#include "ui/presenters/session_view.hpp"
#include "ui/presenters/sign_view.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/settings/settings_page.hpp"
#include "ui/widgets/settings/token_section.hpp"
#include "ui/widgets/settings/trust_section.hpp"
#include "ui/widgets/shell/main_window.hpp"
#include "ui/widgets/shell/notice_bar.hpp"
#include "ui/widgets/shell/privacy_page.hpp"

#include <QApplication>
#include <QStackedWidget>

namespace countersign::widgets
{

void MainWindow::connectTrust()
{
    TrustSection &trust = settings_->trust();
    connect(privacy_, &PrivacyPage::showAsked, this, &MainWindow::togglePrivacy);
    connect(privacy_, &PrivacyPage::lockAsked, this, [this] { feed_.submit(desk::Lock{}); });
    connect(emergency_, &NoticeBar::actionAsked, this, [this] { feed_.submit(desk::EndEmergency{}); });
    connect(notice_, &NoticeBar::actionAsked, this, [this] {
        if (const auto &notices = feed_.snapshot().session.notices; !notices.empty())
            feed_.submit(desk::SeeNotice{notices.front().number}, this, [this](const desk::Reply &reply) {
                if (reply.refusal)
                    say(text::phrase(*reply.refusal));
            });
    });
    connect(&trust, &TrustSection::renewAsked, this, [this, &trust] {
        auto password = std::make_shared<SecretBytes>(trust.takePassword());
        feed_.submit(desk::RenewSigningKey{std::move(password)}, this, [&trust](const desk::Reply &reply) {
            trust.sayOfKey(reply.refusal ? text::phrase(*reply.refusal)
                                         : tr("A new key signs from now on. Your next signature asks for everything."),
                           reply.refusal.has_value());
        });
    });
    TokenSection &token = trust.token();
    connect(&token, &TokenSection::registerAsked, this, [this, &token] {
        desk::EnrolToken enrol{.password = std::make_shared<SecretBytes>(token.takePassword()),
                               .pin = std::make_shared<SecretBytes>(token.takePin())};
        feed_.submit(std::move(enrol), this, [&token](const desk::Reply &reply) {
            token.say(reply.refusal ? text::phrase(*reply.refusal)
                                    : tr("This token is registered as yours. Your next signature asks for its PIN."),
                      reply.refusal.has_value());
        });
    });
    connect(&trust, &TrustSection::emergencyAsked, this, [this, &trust] {
        feed_.submit(desk::BeginEmergency{text::toUtf8(trust.reason())}, this, [&trust](const desk::Reply &reply) {
            trust.sayOfEmergency(reply.refusal ? text::phrase(*reply.refusal) : QString(), reply.refusal.has_value());
        });
    });
}

// On every page, as long as it is so.
void MainWindow::showNotices()
{
    const desk::DeskSnapshot &now = feed_.snapshot();
    fork_->show(now.link.fork ? text::forkAlarm(*now.link.fork) : QString());
    if (now.session.state != desk::SessionState::SignedIn)
        settings_->trust().clear();
    const auto &until = now.session.emergencyUntil;
    settings_->trust().setEmergency(until.has_value());
    const auto token = presenters::describeToken(now.session.signing.token);
    settings_->trust().token().show(token.sentence, token.mayRegister);
    notice_->show(presenters::describeNotices(now.session.notices));
    emergency_->show(until ? tr("Emergency access until %1: you see every patient's items, and it is recorded.")
                                 .arg(text::clockTime(*until))
                           : QString());
}

// The work, or that it is hidden.
void MainWindow::showWork()
{
    outer_->setCurrentWidget(isPrivate_ ? static_cast<QWidget *>(privacy_) : work_);
    if (isPrivate_)
        return privacy_->takeFocus();
    if (QWidget *last = work_->focusWidget(); last != nullptr && last->isVisible())
        return last->setFocus(Qt::OtherFocusReason);
    page_ == Queue ? queue_->takeFocus() : showPage(page_);
}

void MainWindow::togglePrivacy()
{
    if (isCovered_ || feed_.snapshot().session.state != desk::SessionState::SignedIn)
        return;
    isPrivate_ = !isPrivate_;
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    showWork();
}

} // namespace countersign::widgets
