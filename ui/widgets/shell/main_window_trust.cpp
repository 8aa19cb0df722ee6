// What the window does about trust: hiding the work from onlookers, and a gateway that contradicts itself.
#include "ui/text/words.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/shell/main_window.hpp"
#include "ui/widgets/shell/notice_bar.hpp"
#include "ui/widgets/shell/privacy_page.hpp"

#include <QApplication>
#include <QStackedWidget>

namespace countersign::widgets
{

void MainWindow::connectTrust()
{
    connect(privacy_, &PrivacyPage::showAsked, this, &MainWindow::togglePrivacy);
    connect(privacy_, &PrivacyPage::lockAsked, this, [this] { feed_.submit(desk::Lock{}); });
}

// On every page, as long as it is so.
void MainWindow::showNotices()
{
    const auto &fork = feed_.snapshot().link.fork;
    fork_->show(fork ? text::forkAlarm(*fork) : QString());
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
