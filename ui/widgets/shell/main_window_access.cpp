// What the window does about a person's keys: the sheet with the recovery code and the password, and the way in without
// a password.
#include "ui/presenters/session_view.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/shell/access_form.hpp"
#include "ui/widgets/shell/main_window.hpp"
#include "ui/widgets/shell/sheet.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"

namespace countersign::widgets
{
namespace
{

desk::Password shared(SecretBytes &&password)
{
    return std::make_shared<SecretBytes>(std::move(password));
}

} // namespace

void MainWindow::connectAccess()
{
    accessSheet_->setContent(accessForm_);
    connect(accessSheet_, &Sheet::leaveAsked, accessSheet_, &Sheet::close);
    connect(accessSheet_, &Sheet::closed, accessForm_, &AccessForm::clear);
    connect(accessForm_, &AccessForm::left, accessSheet_, &Sheet::close);
    connect(accessForm_, &AccessForm::codeAsked, this, [this] { submitAccess(desk::MakeRecoveryCode{}, {}); });
    connect(accessForm_, &AccessForm::codeKept, this, [this] {
        submitAccess(desk::KeepRecoveryCode{shared(accessForm_->takeLastGroup())},
                     tr("The recovery code opens your work from now on."));
    });
    connect(accessForm_, &AccessForm::passwordChangeAsked, this, [this] {
        auto before = shared(accessForm_->takeOldPassword());
        auto after = shared(accessForm_->takeNewPassword());
        if (after->isEmpty())
            return accessForm_->say(tr("The new password was typed in two ways. Type it again."), true);
        submitAccess(desk::ChangePassword{std::move(before), std::move(after)},
                     tr("The password of this machine is changed."));
    });
    connect(signIn_, &SignInPage::recoveryAsked, this, &MainWindow::recoverAccess);
}

void MainWindow::submitAccess(desk::Request request, const QString &done)
{
    feed_.submit(std::move(request), this, [this, done](const desk::Reply &reply) {
        accessForm_->say(reply.refusal ? text::phrase(*reply.refusal) : done, reply.refusal.has_value());
    });
}

void MainWindow::openAccess()
{
    accessForm_->show(presenters::describeAccess(feed_.snapshot().keys));
    accessSheet_->open(accessForm_->firstFocus());
}

// A code that comes on offer is shown once by itself; whoever closes the sheet finds it there again until the desk
// locks.
void MainWindow::takeAccess()
{
    const desk::KeysView &keys = feed_.snapshot().keys;
    const bool isNew = keys.offeredCode != nullptr && keys.offeredCode != shownCode_;
    shownCode_ = keys.offeredCode;
    if (isCovered_ || feed_.snapshot().session.state != desk::SessionState::SignedIn)
        return;
    accessForm_->show(presenters::describeAccess(keys));
    if (isNew && !accessSheet_->isOpen())
        openAccess();
}

void MainWindow::recoverAccess()
{
    desk::Recover recover{domain::ReviewerId(text::toUtf8(signIn_->user())), shared(signIn_->takeCode()),
                          shared(signIn_->takePassword())};
    feed_.submit(std::move(recover), this, [this](const desk::Reply &reply) {
        if (reply.refusal)
            signIn_->showRefusal(text::phrase(*reply.refusal));
    });
}

} // namespace countersign::widgets
