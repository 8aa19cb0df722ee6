// The window: arranges its rooms and nothing else. Rail, banner, workspace, last line; sign-in over all of it. What a
// gesture means is said to the desk through the feed. gui thread.
#pragma once

#include "ui/presenters/appearance.hpp"
#include "ui/presenters/clock.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/key_book.hpp"
#include "ui/presenters/preferences.hpp"
#include "ui/presenters/session_view.hpp"

#include <QWidget>

#include <optional>
#include <utility>

class QSplitter;
class QStackedWidget;
class QTimer;

namespace countersign::widgets
{

class AccessForm;
class HistoryPage;
class KeyboardMap;
class LockWarning;
class NoticeBar;
class OutboxPanel;
class PaletteSheet;
class PatientBanner;
class PrivacyPage;
class QueuePane;
class Rail;
class SettingsPage;
class Sheet;
class SignInPage;
class StatusLine;
class Toast;
class UndoForm;

class MainWindow : public QWidget
{
    Q_OBJECT

public:
    enum Page { Queue, Review, History, Settings };

    struct Parts {
        QWidget *review = nullptr;          // the review workspace; the window owns it
        std::function<bool()> mayLeaveItem; // unset: always
        QString gateway;                    // shown on the sign-in page
        presenters::Preferences preferences = {};
        std::shared_ptr<presenters::KeyBook> keys = nullptr;                // unset: the shipped ones
        std::function<void(presenters::Gesture)> reviewGesture;             // makes a gesture of the review
        std::function<void(const presenters::Appearance &)> showAppearance; // applies what was set
        bool byIssuer = false; // the sign-in page asks the organisation's issuer first
    };

    // The feed outlives the window.
    MainWindow(presenters::DeskFeed &feed, presenters::Clock clock, Parts parts);

    void showPage(Page page);
    void openItem(const QString &item);
    // After a decision: on to the next open item, or to the queue when none is left.
    void showNext();
    // On to the next without a decision, if this one may be left.
    void skipItem();
    void say(const QString &sentence);
    // Of the item that is open: goes with it, when it changes, and when its page is left.
    void sayOfOpen(const QString &sentence);
    void endSayingOfOpen();
    void setUser(const QString &user);
    // Hides the work at once, with every sheet over it; what locks the desk does not wait for its answer. Ends when the
    // desk is locked.
    void cover();
    [[nodiscard]] bool isCovered() const { return isCovered_; }
    // The seconds that are left; any key puts it off.
    void warnOfLock(int seconds);
    void endWarning();
    // Hides the work from whoever looks over a shoulder, or shows it again; nothing ends by it.
    void togglePrivacy();
    void toggleQueue();
    void toggleOutbox();
    void showKeys();
    // What opens this person's profile: recovery code and password.
    void openAccess();
    void showPalette();
    void perform(presenters::Gesture gesture);

    [[nodiscard]] Page page() const { return page_; }
    [[nodiscard]] QueuePane &queue() { return *queue_; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build(QWidget *review);
    void connectParts();
    void take();
    void showSession();
    void showLink();
    void showHold();
    void showSigning();
    void takeOpen();
    [[nodiscard]] bool isAwaiting() const;
    void endAwaiting();
    void closeOverlays();
    void forgetWork();
    void showBanner();
    [[nodiscard]] int bannerHeight() const;
    void signIn();
    void unlock();
    void connectAccess();
    void connectTrust();
    void showNotices();
    void showWork();
    void submitAccess(desk::Request request, const QString &done);
    void takeAccess();
    void recoverAccess();
    void askUndo(const QString &decision);
    void undo();
    void arrangeWorkspace();
    void moveQueueDivider(int by);
    void focusReview();

    presenters::DeskFeed &feed_;
    presenters::Clock clock_;
    Parts parts_;
    Rail *rail_;
    PatientBanner *banner_;
    QStackedWidget *outer_; // sign-in, work, or that it is hidden
    PrivacyPage *privacy_;
    NoticeBar *fork_, *emergency_, *notice_;
    QStackedWidget *pages_; // workspace or history
    QWidget *work_;
    QSplitter *workspace_;
    QStackedWidget *reviewPlace_; // the review, or a word that it is being opened
    QueuePane *queue_;
    HistoryPage *history_;
    SettingsPage *settings_;
    StatusLine *status_;
    SignInPage *signIn_;
    OutboxPanel *outbox_;
    Toast *toast_;
    Sheet *keys_;
    Sheet *palette_;
    PaletteSheet *paletteRows_;
    Sheet *undoSheet_;
    UndoForm *undoForm_;
    Sheet *accessSheet_;
    AccessForm *accessForm_;
    std::shared_ptr<const SecretBytes> shownCode_; // already offered by the sheet
    QTimer *second_;
    std::optional<std::pair<domain::ItemId, domain::Digest>> spokenOf_; // by the toast
    presenters::Freshness freshness_;
    QTimer *minute_; // while a signing session counts down
    domain::DecisionId undoing_;
    domain::ItemId openItem_;
    domain::ItemId asked_; // to be opened; until it is there, nothing of the one before can be acted on
    Page page_ = Queue;
    bool isQueueFolded_ = false;
    int queueWidth_ = 0; // beside the review, as the person chose it; 0: as it comes
    bool isHolding_ = false;
    bool isCovered_ = false;
    bool isPrivate_ = false;
    LockWarning *lockWarning_;
};

} // namespace countersign::widgets
