// The review workspace: draft on the left, its evidence on the right at the same height, the decision bar below.
// Shows what ReviewPresenter describes and passes gestures back; it judges nothing. gui thread.
#pragma once

#include "ui/presenters/clock.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/edit_place.hpp"
#include "ui/presenters/key_book.hpp"
#include "ui/presenters/review_view.hpp"
#include "ui/presenters/spelling.hpp"

#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QPlainTextEdit;
class QSplitter;
class QTimer;

namespace countersign::presenters
{
class ReviewPresenter;
}

namespace countersign::widgets
{

class DecisionBar;
class DraftPane;
class EmptyPage;
class EvidencePane;
class KeyBindings;
class KeyUpWatch;
class ReasonPanel;
class SafeText;
class Sheet;
class SignSheet;
class Skeleton;

class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    // The feed outlives the page. The page follows feed.changed() by itself.
    ReviewPage(presenters::DeskFeed &feed, presenters::Clock clock, QWidget *parent = nullptr);

    // Nothing to keep: no edit that would be lost.
    // See EvidencePane.
    void setDocuments(presenters::OpenDocument open);
    // Marks misspelt words while the draft is edited. It outlives the page.
    void setSpelling(presenters::Spelling &spelling);
    [[nodiscard]] bool mayBeLeft() const;
    // Whose keys it listens to; unset: the shipped ones.
    void setKeys(std::shared_ptr<presenters::KeyBook> keys);
    // A gesture of the review, by key or from the palette. Every verdict opens a sheet; none decides.
    void perform(presenters::Gesture gesture);
    // See ReviewPresenter.
    void setPreferences(const presenters::Preferences &preferences);
    void setLookalike(std::function<bool(const domain::ItemSummary &)> hasLookalike);

Q_SIGNALS:
    // One plain sentence about the item that is open, for the window's toast; and that it is no longer so.
    void notice(const QString &sentence);
    void noticeOver();
    // Signed and stored; a sentence that says so.
    void decided(const QString &sentence);
    // The item was decided or closed: the queue is wanted again.
    void finished();
    // The item is to be left as it is, for the next one.
    void skipAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectGestures();
    void connectEditing();
    void read(presenters::Gesture gesture);
    [[nodiscard]] bool hasSheet() const;
    void showView();
    void showSigning();
    void wish(presenters::Wish wish);
    void sign(presenters::Wish wish);
    void leaveSheets();
    [[nodiscard]] bool isUndo(const QKeyEvent &event) const;
    bool takeKey(const QKeyEvent &event);
    bool takeEditorKey(QPlainTextEdit &editor, const QKeyEvent &event);
    void offerInstead(const QString &word, const QStringList &instead);
    void alignEvidence();
    void settle();
    void startSearch();
    void goToEvidence();
    void togglePage(presenters::Gesture page);
    void showDifference();
    void openPage(const presenters::TextPage &page, const QString &name, const QString &keyBack);
    void arrange();
    void moveDivider(int by);
    [[nodiscard]] int draftWidth() const;

    presenters::ReviewPresenter *presenter_;
    std::shared_ptr<presenters::KeyBook> keys_;
    KeyBindings *bindings_ = nullptr;
    KeyUpWatch *keyUp_;
    presenters::Wish wish_ = presenters::Wish::Approve;
    QWidget *work_ = nullptr;
    EmptyPage *empty_ = nullptr;
    Skeleton *skeleton_ = nullptr;
    QSplitter *splitter_ = nullptr;
    QTimer *settle_ = nullptr; // after a change of sizes, when they have taken effect
    DraftPane *draft_ = nullptr;
    EvidencePane *evidence_ = nullptr;
    DecisionBar *bar_ = nullptr;
    Sheet *reasonSheet_ = nullptr;
    ReasonPanel *reasons_ = nullptr;
    Sheet *signSheet_ = nullptr;
    SignSheet *signing_ = nullptr;
    Sheet *basisSheet_ = nullptr;
    SafeText *basis_ = nullptr;
    presenters::Gesture page_ = presenters::Gesture::Basis; // which page its sheet shows: the basis or the changes
    presenters::Spelling *spelling_ = nullptr;
    QPointer<QPlainTextEdit> asking_; // the editor that wants other words for one of its
    int askedFrom_ = 0, askedLength_ = 0;
    std::optional<presenters::EditPlace> place_; // to be restored once the panes have their sizes
    bool isNarrow_ = false;
    bool isShort_ = false;
    QString saidNeed_;           // what holds the approval up, as it was said
    bool wasDragged_ = false;    // the reader chose the widths
    bool wantsEvidence_ = false; // where there is room for one pane only
};

} // namespace countersign::widgets
