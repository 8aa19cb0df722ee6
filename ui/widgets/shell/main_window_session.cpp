// What the window does with a snapshot: who is signed in, how the link does, whose draft is open, what may be undone.
#include "ui/presenters/session_view.hpp"
#include "ui/presenters/sign_view.hpp"
#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/shell/access_form.hpp"
#include "ui/widgets/shell/lock_warning.hpp"
#include "ui/widgets/shell/main_window.hpp"
#include "ui/widgets/shell/outbox_panel.hpp"
#include "ui/widgets/shell/patient_banner.hpp"
#include "ui/widgets/shell/rail.hpp"
#include "ui/widgets/shell/sheet.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"
#include "ui/widgets/shell/status_line.hpp"
#include "ui/widgets/shell/toast.hpp"
#include "ui/widgets/shell/undo_form.hpp"

#include <QApplication>
#include <QDialog>
#include <QLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

constexpr std::size_t outboxLinesMax = 6;
constexpr int secondMs = 1000;
constexpr int signingStepMs = 10'000; // minutes are shown

desk::Password shared(SecretBytes &&password)
{
    return std::make_shared<SecretBytes>(std::move(password));
}

// Which item lies open, as what; nothing where none does.
std::pair<domain::ItemId, domain::Digest> lying(const std::shared_ptr<const desk::OpenItemView> &open)
{
    if (open == nullptr)
        return {};
    return {open->id, open->item ? open->item->digest : domain::Digest{}};
}

} // namespace

void MainWindow::say(const QString &sentence)
{
    spokenOf_.reset();
    toast_->say(sentence);
}

void MainWindow::sayOfOpen(const QString &sentence)
{
    if (page_ != Review)
        return; // who comes back to the item sees it there
    say(sentence);
    spokenOf_ = lying(feed_.snapshot().open);
}

void MainWindow::endSayingOfOpen()
{
    if (spokenOf_)
        toast_->endSaid();
    spokenOf_.reset();
}

void MainWindow::take()
{
    showSession();
    showLink();
    showHold();
    showSigning();
    showNotices();
    takeOpen();
    takeAccess();
    showBanner();
}

void MainWindow::showSession()
{
    const desk::SessionView &session = feed_.snapshot().session;
    signIn_->show(presenters::describeSignIn(feed_.snapshot()));
    isCovered_ = isCovered_ && session.state == desk::SessionState::SignedIn;
    const bool mayWork = session.state == desk::SessionState::SignedIn && !isCovered_;
    isPrivate_ = isPrivate_ && mayWork;
    const bool isChange = (outer_->currentWidget() != signIn_) != mayWork;
    QString person;
    if (session.reviewer)
        person = text::signerName(session.reviewer->name, session.reviewer->credentials);
    status_->showPerson(person, text::shownOnOneLine(feed_.snapshot().link.organisation));
    if (!mayWork) {
        closeOverlays();
        forgetWork();
    }
    if (!isChange && outer_->isVisible())
        return;
    outer_->setCurrentWidget(mayWork ? work_ : static_cast<QWidget *>(signIn_));
    if (mayWork) {
        page_ == Queue ? queue_->takeFocus() : showPage(page_);
        if (page_ == Review)
            banner_->flash(); // whoever comes back looks there first
    } else {
        signIn_->takeFocus();
    }
}

void MainWindow::cover()
{
    isCovered_ = true;
    setWindowTitle(tr("Countersign"));
    closeOverlays();
    outer_->setCurrentWidget(signIn_);
}

// Whatever may lie over the work, and is a child of the window.
void MainWindow::closeOverlays()
{
    keys_->close();
    palette_->close();
    undoSheet_->close();
    accessSheet_->close();
    outbox_->close();
    toast_->end();
    lockWarning_->end();
    isHolding_ = false;
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    for (auto *dialog : findChildren<QDialog *>())
        dialog->reject();
}

// What the parts keep of a person or a patient when the desk has nothing more to show: hidden is not gone.
void MainWindow::forgetWork()
{
    undoForm_->ask({}, {});
    accessForm_->show(presenters::AccessView{});
    accessForm_->clear();
    banner_->show(presenters::BannerView{});
    queue_->refresh();
    banner_->hide();
    for (auto *field : work_->findChildren<QLineEdit *>())
        field->clear();
}

void MainWindow::warnOfLock(int seconds)
{
    lockWarning_->show(seconds);
}

void MainWindow::endWarning()
{
    lockWarning_->end();
}

void MainWindow::showLink()
{
    const desk::DeskSnapshot &now = feed_.snapshot();
    freshness_.take(now.link, clock_.now());
    const std::size_t unsent = now.history ? now.history->unconfirmed : 0;
    const presenters::LinkLine link = presenters::describe(now.link, unsent, clock_.now(), freshness_);
    status_->show(link);
    if (now.history)
        outbox_->show(link, presenters::describeOutbox(*now.history, clock_.now(), outboxLinesMax));
}

void MainWindow::showHold()
{
    const auto &history = feed_.snapshot().history;
    const presenters::ToastView hold =
        history ? presenters::describeHold(*history, clock_.now()) : presenters::ToastView{};
    const bool isHeld = !hold.undo.isEmpty();
    if (isHeld)
        toast_->hold(hold.text, tr("Undo (Ctrl+Z)"));
    else if (isHolding_)
        toast_->endHold();
    isHolding_ = isHeld;
    if (isHeld && !second_->isActive())
        second_->start(secondMs);
    else if (!isHeld)
        second_->stop();
}

void MainWindow::showSigning()
{
    const auto line = presenters::describeSigningSession(feed_.snapshot().session, clock_.now());
    status_->showSigning(line);
    if (line.text.isEmpty())
        minute_->stop();
    else if (!minute_->isActive())
        minute_->start(signingStepMs);
}

// The item that was asked for has come, or another one lies open.
void MainWindow::takeOpen()
{
    const auto &open = feed_.snapshot().open;
    if (spokenOf_ && *spokenOf_ != lying(open)) {
        spokenOf_.reset();
        toast_->endSaid(); // of another item, or of this one as it was
    }
    if (isAwaiting() || open == nullptr)
        return;
    if (open->id != openItem_) {
        openItem_ = open->id;
        queue_->select(text::toQt(openItem_.text()));
        queue_->look(openItem_);
    }
    if (!asked_.isEmpty())
        endAwaiting();
}

bool MainWindow::isAwaiting() const
{
    const auto &open = feed_.snapshot().open;
    return !asked_.isEmpty() && (open == nullptr || open->id != asked_);
}

void MainWindow::endAwaiting()
{
    asked_ = {};
    reviewPlace_->setCurrentIndex(0);
    if (page_ == Review)
        focusReview();
}

void MainWindow::showBanner()
{
    const auto &open = feed_.snapshot().open;
    const bool isShown = open != nullptr && !isAwaiting() && page_ == Review;
    const presenters::BannerView banner =
        isShown ? presenters::describeBanner(*open, clock_.now()) : presenters::BannerView{};
    if (isShown)
        banner_->show(banner);
    banner_->setVisible(isShown);
    setWindowTitle(banner.token.isEmpty() ? tr("Countersign") : tr("Countersign \u00b7 %1").arg(banner.token));
    for (Sheet *sheet : {keys_, palette_, undoSheet_, accessSheet_})
        sheet->setClearTop(isShown ? bannerHeight() : 0, rail_->sizeHint().width() + 1);
}

// It grows by a line rather than shorten a name.
int MainWindow::bannerHeight() const
{
    return banner_->layout()->totalHeightForWidth(std::max(1, work_->width() - rail_->sizeHint().width() - 1));
}

void MainWindow::signIn()
{
    const domain::ReviewerId user(text::toUtf8(signIn_->user()));
    feed_.submit(desk::SignIn{user, shared(signIn_->takePassword()), signIn_->isByIssuer()}, this,
                 [this](const desk::Reply &reply) {
                     if (reply.refusal)
                         signIn_->showRefusal(text::phrase(*reply.refusal));
                 });
}

void MainWindow::unlock()
{
    feed_.submit(desk::Unlock{shared(signIn_->takePassword())}, this, [this](const desk::Reply &reply) {
        if (reply.refusal)
            signIn_->showRefusal(text::phrase(*reply.refusal));
    });
}

void MainWindow::askUndo(const QString &decision)
{
    const auto &history = feed_.snapshot().history;
    if (!history)
        return;
    undoing_ = decision.isEmpty() ? presenters::describeHold(*history, clock_.now()).undo
                                  : domain::DecisionId(text::toUtf8(decision));
    for (const auto &own : history->own)
        if (!undoing_.isEmpty() && own->id == undoing_ && own->isRetractable) {
            undoForm_->ask(text::patientName(own->patientName),
                           tr("Undo: %1 \u00b7 %2")
                               .arg(text::phrase(own->statement->verdict), text::shownOnOneLine(own->itemTitle)),
                           feed_.snapshot().session.signing.asksId,
                           presenters::describeCredential(feed_.snapshot().session.signing.token));
            outbox_->close();
            undoSheet_->open(undoForm_->firstFocus());
            return;
        }
    say(tr("Nothing can be undone: no decision of yours is held."));
}

void MainWindow::undo()
{
    desk::Retract retract{.decision = undoing_,
                          .comment = {},
                          .password = shared(undoForm_->takePassword()),
                          .signingAs = domain::ReviewerId(text::toUtf8(undoForm_->signer())),
                          .isPin = undoForm_->isPin()};
    feed_.submit(std::move(retract), this, [this](const desk::Reply &reply) {
        if (reply.refusal) {
            undoForm_->showRefusal(text::phrase(*reply.refusal));
            return;
        }
        undoSheet_->close();
        say(tr("Undone. The item is back in the queue."));
    });
}

} // namespace countersign::widgets
