#include "ui/widgets/shell/main_window.hpp"

#include "ui/presenters/session_view.hpp"
#include "ui/style/dress.hpp"
#include "ui/style/focus_ring.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"
#include "ui/widgets/history/history_page.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/settings/settings_page.hpp"
#include "ui/widgets/shell/access_form.hpp"
#include "ui/widgets/shell/divider.hpp"
#include "ui/widgets/shell/key_bindings.hpp"
#include "ui/widgets/shell/keyboard_map.hpp"
#include "ui/widgets/shell/lock_warning.hpp"
#include "ui/widgets/shell/notice_bar.hpp"
#include "ui/widgets/shell/outbox_panel.hpp"
#include "ui/widgets/shell/palette_sheet.hpp"
#include "ui/widgets/shell/patient_banner.hpp"
#include "ui/widgets/shell/privacy_page.hpp"
#include "ui/widgets/shell/rail.hpp"
#include "ui/widgets/shell/sheet.hpp"
#include "ui/widgets/shell/sign_in_page.hpp"
#include "ui/widgets/shell/status_line.hpp"
#include "ui/widgets/shell/toast.hpp"
#include "ui/widgets/shell/undo_form.hpp"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::widgets
{
namespace
{

constexpr int besideFrom = 1240; // the queue stands beside the review from this width on, at 100 %
constexpr int queueBeside = 288;
constexpr int smallBelow = 900, lowBelow = 600; // then rail and banner leave the work the room

MainWindow::Parts withKeys(MainWindow::Parts parts)
{
    if (parts.keys == nullptr)
        parts.keys = std::make_shared<presenters::KeyBook>();
    return parts;
}

} // namespace

MainWindow::MainWindow(presenters::DeskFeed &feed, presenters::Clock clock, Parts parts)
    : feed_(feed), clock_(std::move(clock)), parts_(withKeys(std::move(parts))), rail_(new Rail),
      banner_(new PatientBanner), outer_(new QStackedWidget), privacy_(new PrivacyPage(parts_.keys)),
      fork_(new NoticeBar(style::Tone::StopQuiet, style::Tone::Stop, {})),
      emergency_(new NoticeBar(style::Tone::WarnQuiet, style::Tone::Warn, tr("End emergency access"))),
      notice_(new NoticeBar(style::Tone::InfoQuiet, style::Tone::Info, tr("I have seen this"))),
      pages_(new QStackedWidget), work_(new QWidget), workspace_(new QSplitter), reviewPlace_(new QStackedWidget),
      queue_(new QueuePane(feed, clock_, parts_.preferences)), history_(new HistoryPage(feed)),
      settings_(new SettingsPage(parts_.keys, parts_.preferences)), status_(new StatusLine),
      signIn_(new SignInPage(parts_.gateway, parts_.byIssuer)), outbox_(new OutboxPanel(*work_)),
      toast_(&status_->toast()), keys_(new Sheet(*work_)), palette_(new Sheet(*work_)),
      paletteRows_(new PaletteSheet(parts_.keys)), undoSheet_(new Sheet(*work_)), undoForm_(new UndoForm),
      accessSheet_(new Sheet(*work_)), accessForm_(new AccessForm), second_(new QTimer(this)),
      minute_(new QTimer(this)), lockWarning_(new LockWarning(*work_))
{
    setWindowTitle(tr("Countersign")); // no name of a patient stands in a title (R-640 is the banner's work)
    build(parts_.review);
    queue_->setKeys(parts_.keys);
    history_->setKeys(parts_.keys);
    // Of the work: none while signed out or locked.
    new KeyBindings(*work_, parts_.keys, presenters::KeyPlace::Everywhere,
                    [this](presenters::Gesture gesture) { perform(gesture); });
    connectParts();
    connectAccess();
    connectTrust();
    new style::FocusRing(*this);
    showPage(Queue);
    take();
}

void MainWindow::build(QWidget *review)
{
    const style::Theme &theme = style::themeOf(this);
    resize(theme.px(1280), theme.px(800));
    setMinimumSize(theme.px(320), theme.px(384)); // 1280 wide at 400 % (1.4.10), 1024 x 768 at 200 %
    rail_->addPage(style::Icon::Queue, tr("Queue"), QStringLiteral("Ctrl+1"));
    rail_->addPage(style::Icon::Review, tr("Review"), QStringLiteral("Ctrl+2"));
    rail_->addPage(style::Icon::History, tr("History"), QStringLiteral("Ctrl+3"));
    rail_->addLastPage(style::Icon::Settings, tr("Settings"), QStringLiteral("Ctrl+,"));
    connect(rail_->addAction(style::Icon::Key, tr("Access"), QString()), &QAbstractButton::clicked, this,
            &MainWindow::openAccess);
    connect(rail_->addAction(style::Icon::Lock, tr("Lock"), QStringLiteral("Ctrl+L")), &QAbstractButton::clicked, this,
            [this] { feed_.submit(desk::Lock{}); });

    workspace_->addWidget(queue_);
    auto *opening = style::label(tr("Opening…"), style::Type::Body, style::Tone::Ink2);
    opening->setAlignment(Qt::AlignCenter);
    reviewPlace_->addWidget(review != nullptr ? review : new QWidget);
    reviewPlace_->addWidget(opening);
    workspace_->addWidget(reviewPlace_);
    workspace_->setChildrenCollapsible(false);
    workspace_->setStretchFactor(1, 1);
    queue_->setMinimumWidth(theme.px(220));
    pages_->addWidget(workspace_);
    pages_->addWidget(history_);
    pages_->addWidget(settings_);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(banner_);
    right->addWidget(pages_, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(rail_);
    upper->addWidget(style::hairline(Qt::Vertical));
    upper->addLayout(right, 1);
    auto *column = new QVBoxLayout(work_);
    column->setSpacing(0);
    column->addWidget(fork_);
    column->addWidget(emergency_);
    column->addWidget(notice_);
    column->addLayout(upper, 1);
    column->addWidget(status_);
    outer_->addWidget(signIn_);
    outer_->addWidget(work_);
    outer_->addWidget(privacy_);
    auto *whole = new QVBoxLayout(this);
    whole->addWidget(outer_);
    keys_->setContent(new KeyboardMap(parts_.keys));
    palette_->setContent(paletteRows_);
    undoSheet_->setContent(undoForm_);
    banner_->hide();
    outbox_->raise();
}

void MainWindow::connectParts()
{
    connect(&feed_, &presenters::DeskFeed::changed, this, &MainWindow::take);
    connect(rail_, &Rail::pageAsked, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(queue_, &QueuePane::openAsked, this, &MainWindow::openItem);
    connect(queue_, &QueuePane::roomAsked, this, &MainWindow::moveQueueDivider);
    connect(workspace_, &QSplitter::splitterMoved, this, [this](int place) { queueWidth_ = place; });
    connect(status_, &StatusLine::outboxAsked, this, &MainWindow::toggleOutbox);
    connect(status_, &StatusLine::keysAsked, this, &MainWindow::showKeys);
    connect(signIn_, &SignInPage::signInAsked, this, &MainWindow::signIn);
    connect(signIn_, &SignInPage::unlockAsked, this, &MainWindow::unlock);
    connect(signIn_, &SignInPage::otherPersonAsked, this, [this] { feed_.submit(desk::SignOut{}); });
    connect(keys_, &Sheet::leaveAsked, keys_, &Sheet::close);
    connect(palette_, &Sheet::leaveAsked, palette_, &Sheet::close);
    connect(paletteRows_, &PaletteSheet::chosen, this, [this](presenters::Gesture gesture) {
        palette_->close(); // whoever had the keyboard has it again
        perform(gesture);
    });
    connect(settings_, &SettingsPage::appearanceChanged, this, [this](const presenters::Appearance &appearance) {
        if (parts_.showAppearance)
            parts_.showAppearance(appearance);
    });
    connect(undoSheet_, &Sheet::leaveAsked, undoSheet_, &Sheet::close);
    connect(undoForm_, &UndoForm::left, undoSheet_, &Sheet::close);
    connect(undoForm_, &UndoForm::undoAsked, this, &MainWindow::undo);
    connect(toast_, &Toast::actionAsked, this, [this] { askUndo({}); });
    connect(outbox_, &OutboxPanel::undoAsked, this, &MainWindow::askUndo);
    connect(outbox_, &OutboxPanel::linkToggleAsked, this, [this] {
        if (feed_.snapshot().link.state == desk::LinkState::Offline)
            feed_.submit(desk::GoOnline{});
        else
            feed_.submit(desk::GoOffline{});
    });
    connect(second_, &QTimer::timeout, this, &MainWindow::showHold);
    connect(minute_, &QTimer::timeout, this, &MainWindow::showSigning);
    connect(status_, &StatusLine::signingEndAsked, this, [this] { feed_.submit(desk::EndSigning{}); });
}

void MainWindow::showPage(Page page)
{
    if (page != page_) {
        outbox_->close(); // it lay over what is left now
        endSayingOfOpen();
    }
    page_ = page;
    rail_->setPage(page);
    pages_->setCurrentIndex(page == History ? 1 : page == Settings ? 2 : 0);
    arrangeWorkspace();
    if (page == Queue)
        queue_->refresh(); // coming here is asking for what is new
    if (page == History) {
        feed_.submit(desk::Note{domain::AuditKind::HistoryViewed, {}, {}});
        history_->takeFocus();
    } else if (page == Settings)
        settings_->takeFocus();
    else if (page == Queue || parts_.review == nullptr)
        queue_->takeFocus();
    else
        focusReview();
    showBanner();
}

void MainWindow::arrangeWorkspace()
{
    const style::Theme &theme = style::themeOf(this);
    const bool isReview = page_ == Review;
    const bool isBeside = width() >= theme.px(besideFrom) && !isQueueFolded_;
    reviewPlace_->setVisible(isReview);
    queue_->setVisible(!isReview || isBeside);
    queue_->setBeside(isReview);
    const int queueWidth = queueWidth_ > 0 ? queueWidth_ : theme.px(queueBeside);
    if (isReview && isBeside)
        workspace_->setSizes({queueWidth, workspace_->width() - queueWidth});
}

void MainWindow::moveQueueDivider(int by)
{
    if (moveDivider(*workspace_, by))
        queueWidth_ = workspace_->sizes().constFirst();
}

void MainWindow::focusReview()
{
    QWidget *last = parts_.review->focusWidget();
    const bool isThere = last != nullptr && last->isVisibleTo(parts_.review);
    (isThere ? last : parts_.review)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::toggleQueue()
{
    isQueueFolded_ = !isQueueFolded_;
    arrangeWorkspace();
}

void MainWindow::openItem(const QString &item)
{
    if (parts_.mayLeaveItem && !parts_.mayLeaveItem()) {
        say(tr("This item is being signed. It can be left in a moment."));
        return;
    }
    endSayingOfOpen();
    asked_ = domain::ItemId(text::toUtf8(item));
    reviewPlace_->setCurrentIndex(1);
    showPage(Review);
    feed_.submit(desk::OpenItem{asked_}, this, [this, which = asked_](const desk::Reply &reply) {
        if (!reply.refusal || asked_ != which)
            return; // it lies open, or another was asked for since
        endAwaiting();
        const QString sentence = text::phrase(*reply.refusal);
        page_ == Review ? sayOfOpen(sentence) : say(sentence); // who went on meanwhile is told there
    });
}

void MainWindow::showNext()
{
    const QString next = queue_->nextAfter(text::toQt(openItem_.text()));
    // What comes takes the place of what lies open: nothing is emptied and filled again on the way. Its deciding keys
    // are dead at first, and the banner tells whose it is.
    if (!next.isEmpty() && page_ == Review)
        return openItem(next);
    feed_.submit(desk::CloseItem{});
    showPage(Queue);
    queue_->select(next);
}

void MainWindow::toggleOutbox()
{
    if (outbox_->isVisible())
        outbox_->close();
    else
        outbox_->openAbove(work_->height() - status_->height());
}

void MainWindow::showKeys()
{
    if (keys_->isOpen())
        keys_->close();
    else
        keys_->open(keys_);
}

// Over what can be done where the person is.
void MainWindow::showPalette()
{
    if (palette_->isOpen())
        return palette_->close();
    using presenters::KeyPlace;
    std::vector<KeyPlace> places;
    if (page_ == Review && feed_.snapshot().open != nullptr && !isAwaiting())
        places.push_back(KeyPlace::Review);
    if (page_ == Queue || page_ == History)
        places.push_back(KeyPlace::List);
    places.push_back(KeyPlace::Everywhere);
    paletteRows_->begin(std::move(places));
    palette_->open(paletteRows_->firstFocus());
}

void MainWindow::perform(presenters::Gesture gesture)
{
    using enum presenters::Gesture;
    switch (gesture) {
    case ShowQueue:
        return showPage(Page::Queue);
    case ShowReview:
        return showPage(Page::Review);
    case ShowHistory:
        return showPage(Page::History);
    case ShowSettings:
        return showPage(Page::Settings);
    case Palette:
        return showPalette();
    case KeyMap:
        return showKeys();
    case FoldQueue:
        return toggleQueue();
    case presenters::Gesture::Outbox:
        return toggleOutbox();
    case Undo:
        return askUndo({});
    case Privacy:
        return togglePrivacy();
    case Lock:
        return feed_.submit(desk::Lock{});
    case SkipItem:
        return skipItem();
    default:
        break;
    }
    if (presenters::rowOf(gesture).place == presenters::KeyPlace::List)
        page_ == Page::History ? history_->perform(gesture) : queue_->perform(gesture);
    else if (parts_.reviewGesture)
        parts_.reviewGesture(gesture);
}

// The item stays as it is; edits are not lost by it.
void MainWindow::skipItem()
{
    if (parts_.mayLeaveItem && !parts_.mayLeaveItem())
        sayOfOpen(tr("This item has edits that are not signed. Sign them or discard them first."));
    else
        showNext();
}

void MainWindow::setUser(const QString &user)
{
    signIn_->setUser(user);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isSmall = width() < style::themeOf(this).px(smallBelow) || height() < style::themeOf(this).px(lowBelow);
    rail_->setCompact(isSmall);
    banner_->setCompact(isSmall);
    showBanner(); // its height is what a sheet leaves free
    if (outbox_->isVisible())
        outbox_->openAbove(work_->height() - status_->height());
    const int edge = style::themeOf(this).px(besideFrom);
    if ((event->oldSize().width() >= edge) != (event->size().width() >= edge))
        arrangeWorkspace();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        update();
}

} // namespace countersign::widgets
