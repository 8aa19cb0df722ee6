// The review of one item: what the desk's snapshot and the reader's gestures make of it, and the commands they become.
// Keeps what only the reader knows (place, acknowledgements, edits, reasons); judges nothing. gui thread.
#pragma once

#include "ui/presenters/agent_memory.hpp"
#include "ui/presenters/clock.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/draft_page.hpp"
#include "ui/presenters/edit_place.hpp"
#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/finding_rows.hpp"
#include "ui/presenters/identity_check.hpp"
#include "ui/presenters/reading_time.hpp"
#include "ui/presenters/review_reasons.hpp"
#include "ui/presenters/review_view.hpp"
#include "ui/presenters/review_words.hpp"
#include "ui/presenters/source_page.hpp"
#include "ui/presenters/source_search.hpp"
#include "ui/presenters/whole_text.hpp"

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace countersign::presenters
{

class ReviewPresenter : public QObject
{
    Q_OBJECT

public:
    // How long the keys that decide are dead after the item changed.
    static constexpr milliseconds deadTime{400};

    // The feed outlives the presenter.
    ReviewPresenter(DeskFeed &feed, Clock clock, QObject *parent = nullptr);
    // Where it is remembered which agent was last decided on; unset: nowhere.
    void setPreferences(const Preferences &preferences);
    // Whether the item's patient is easily mistaken for another of the queue; unset: never.
    void setLookalike(std::function<bool(const domain::ItemSummary &)> hasLookalike);

    [[nodiscard]] const ReviewView &view() const { return view_; }
    // Edits are kept by the desk; only a signature that is being made must not be left alone.
    [[nodiscard]] bool mayBeLeft() const { return !signing_ || !signing_->isBusy; }

    // Reading.
    void touch(); // a sign of life
    void moveBy(int steps);
    void moveTo(int block);
    void moveToUnresolved(); // findings, then statements that rest on nothing
    void moveToFinding(int line);
    void moveToNeed();       // what holds the approval up
    void acknowledge();      // or takes it back
    void raiseTier();        // by one, for this reading; nobody lowers it here
    void checkAndMove();     // marks the current one, where it asks for it, and goes on; never takes a mark back
    void moveToRisk(int by); // among the riskiest, the riskiest first
    // The current finding: asks for its answer or takes one back; gives it by key, 1 to 9.
    void askAnswer();
    void leaveAnswer();
    bool answer(int key);
    // The marked words of the source that is shown become a citation of the current statement; false: they are not
    // there.
    bool cite(const QString &words);
    void stepCitation(int by);
    void showSource(const QString &id);
    // That page of the source that is shown was on the screen; counted from 0.
    void seePage(const QString &source, int page);
    // Full text over all sources, as it is typed; empty words end it.
    void search(const QString &words);
    void stepHit(int by);
    void showHit(int line);
    // Where words of the current statement, as the agent wrote it, stood first; false: in no earlier note.
    bool showOrigin();
    void close();
    void goOnline(); // the item that is not on this machine needs it

    // Empty where nothing is open.
    [[nodiscard]] TextPage basis() const;
    // Of words that are copied here: tells one patient's from another's, and says nothing of either.
    [[nodiscard]] QString origin() const;
    // What changed since the version that was read before; showing it is looking at it.
    [[nodiscard]] TextPage difference();

    // Editing. The text in the editor is taken at every change, so that nothing typed can be lost by a click elsewhere.
    void edit();
    void setEditedText(const QString &text);
    void stopEditing();
    void addStatement();
    void removeStatement();
    void restoreStatement();
    void discardEdits();
    // The whole draft in one editor, and back. False: a section's title was touched, and nothing is changed.
    void toggleWhole();
    bool setWholeText(const QString &text);
    void setWholeCaret(int caret);
    // For the current statement: its misread notations written out; what its edit rests on.
    void replaceNotations();
    void keepCitations();
    void markOwnKnowledge();
    // What was changed, word by word; empty where nothing is open.
    [[nodiscard]] TextPage changes() const;
    // What was typed into an earlier state of the item: put into this one, or given up for good.
    void takeFormer();
    void dropFormer();
    // Where the editor's caret and the draft are; kept for coming back after a lock, a kill or another item.
    void setPlace(int caret, int scroll);
    // Where the reviewer was when the item was left; once, after it was opened.
    [[nodiscard]] std::optional<EditPlace> takePlace() { return std::exchange(resumed_, std::nullopt); }
    // Where the whole text's caret shall be, when it is not where the reviewer put it; once.
    [[nodiscard]] std::optional<int> takeWholeCaret() { return std::exchange(wholeCaret_, std::nullopt); }
    void undoEdit();
    void redoEdit();
    [[nodiscard]] bool canUndo() const { return edits_ && edits_->canUndo(); }
    [[nodiscard]] bool canRedo() const { return edits_ && edits_->canRedo(); }

    // Deciding. Each answers whether there is something to show.
    [[nodiscard]] bool mayDecide(Wish wish) const;
    bool chooseReasons(Wish wish);
    [[nodiscard]] ReasonChoice &reasons() { return reasons_; }
    [[nodiscard]] std::optional<SignView> prepare(Wish wish);
    // The whole decision as one command; describes itself in signing() until the answer came.
    void sign(SecretBytes password, const QString &signer = {});
    void confirmReasons(bool isConfirmed); // those that the edits suggest; on the sheet
    // For whom the signature is given, of SignView::covers; empty: for oneself.
    void signFor(const QString &absent);
    void abandon();                      // the sheet was left
    void identify(const QString &typed); // who the patient is, where the sheet asks
    [[nodiscard]] const std::optional<SignView> &signing() const { return signing_; }

Q_SIGNALS:
    void changed();
    void signingChanged();
    // Another item, or another version of it, is on the screen.
    void itemChanged();
    // What changed must be looked at now.
    void differenceAsked();
    // Signed and stored; a sentence that says so.
    void decided(const QString &sentence);

private:
    void take();
    void begin(const std::shared_ptr<const domain::Item> &item);
    void forget();
    void describe();
    [[nodiscard]] bool lacksLink() const;
    void describeOpen();
    void beginLooking();
    void describeEvidence();
    void describePages(const domain::Source &source, const domain::Citation *cited);
    void describeBar();
    void describeFindingEvidence();
    void describeHit();
    void describeOrigin();
    void leavePlace();
    void describeSearch();
    void searchOn();
    [[nodiscard]] const SourcePage &pageOf(const domain::Source &source);
    void show(domain::SourceId source);
    void goTo(const domain::Finding &finding);
    void say(const domain::Finding &finding, const std::optional<domain::FindingView> &answer);
    [[nodiscard]] bool moveToUnresolvedStep(std::size_t from, const std::function<bool(const DraftStep &)> &isMeant);
    void tellEdits();
    void resume();
    void beginWhole();
    void describeWhole();
    void followInWhole();
    void recognise(WholeText &next) const;
    [[nodiscard]] int caretOf(const domain::StatementId &statement, int within) const;
    void describeKeeping();
    void tellPlace();
    [[nodiscard]] EditPlace place() const;
    [[nodiscard]] std::optional<desk::ShowEvidence> stopLooking();
    void takeAnswer(const desk::Reply &reply);
    void takeToken();
    void takeCredential(); // what the next signature asks for, onto the sheet
    [[nodiscard]] bool leaveStaleSheet();
    void dropSheet();
    [[nodiscard]] bool hasChangedUnderneath() const;
    [[nodiscard]] bool mustSeeDifference() const;
    void askIdentity();
    void notePace();
    void recordPace(domain::DisplayModel &rendered) const;

    [[nodiscard]] const DraftStep *currentStep() const;
    [[nodiscard]] bool isUnresolved(const DraftStep &step) const;
    [[nodiscard]] domain::Tier tier() const { return std::max(item_->tier, raised_.value_or(domain::Tier::Low)); }
    [[nodiscard]] std::size_t unseenOfRaised() const; // what the person's own tier asks for beyond the item's
    [[nodiscard]] bool mustBeSeen(const domain::StatementId &statement) const; // and was not yet
    // The current statement stands beside its source: tells the desk, where that is asked for.
    void seeCurrent();
    void see(const domain::StatementId &statement, bool isSeen);
    [[nodiscard]] domain::Verdict verdictFor(Wish wish) const;
    [[nodiscard]] const desk::VerdictOffer *offerOf(domain::Verdict verdict) const;
    [[nodiscard]] WishButton buttonFor(Wish wish) const;
    [[nodiscard]] milliseconds elapsed() const { return clock_.elapsed(); }

    DeskFeed &feed_;
    Clock clock_;
    ReviewView view_;

    // Of the item that is open.
    std::shared_ptr<const desk::OpenItemView> open_;
    std::shared_ptr<const domain::Item> item_;
    std::unique_ptr<SourceTexts> texts_;
    CopyForward copied_;
    std::optional<EditSession> edits_;
    DraftPage draft_;
    DraftMemo memo_;
    std::map<domain::SourceId, SourcePage> pages_;
    SourceSearch search_;
    std::size_t searchable_ = 0; // so many sources are in it
    QString searched_;
    SourceSearch::Found found_;
    std::optional<std::size_t> hit_;
    std::optional<domain::Citation> origin_; // of copied words, while it is looked at
    QTimer *searchTimer_ = nullptr;
    std::set<domain::StatementId> acknowledged_;
    std::set<domain::SourceId> opened_;
    std::set<std::pair<domain::SourceId, int>> seenPages_;
    std::optional<domain::Tier> raised_; // by the person who reads
    std::set<domain::StatementId> seen_; // of those that must be; told to the desk
    std::size_t step_ = 0;
    std::size_t citation_ = 0;
    domain::SourceId source_;
    milliseconds sourceSince_{0};
    milliseconds itemSince_{0};
    ReadingTime reading_;
    FindingReading findings_;
    domain::FindingId finding_; // the current one; may be gone
    bool isPastFindings_ = false;
    bool isAnswering_ = false;
    std::uint64_t edition_ = 0;
    bool isEditing_ = false;
    bool isWhole_ = false; // the editor holds all of it
    WholeText whole_;
    std::optional<int> wholeCaret_; // where the editor shall put its caret next
    std::optional<EditPlace> resumed_;
    int caret_ = 0, scroll_ = 0;
    std::string toldPlace_;
    std::shared_ptr<const domain::Item> before_; // the version that was read before this one
    bool isDifferenceSeen_ = false;
    bool wasSigning_ = false; // when it changed
    QString agentChanged_;

    AgentMemory agents_;
    IdentityCheck identity_;
    std::function<bool(const domain::ItemSummary &)> hasLookalike_;
    words::Pace pace_;
    Freshness freshness_;
    ReasonChoice reasons_;
    Wish wish_ = Wish::Approve;
    std::optional<SignView> signing_;
    std::vector<domain::Reason> suggested_; // by the edits, not taken up by themselves
};

} // namespace countersign::presenters
