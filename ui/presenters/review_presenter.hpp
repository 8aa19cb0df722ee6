// The review of one item: what the desk's snapshot and the reader's gestures make of it, and the commands they become.
// Keeps what only the reader knows (place, acknowledgements, edits, reasons); judges nothing. gui thread.
#pragma once

#include "ui/presenters/clock.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/draft_page.hpp"
#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/finding_rows.hpp"
#include "ui/presenters/reading_time.hpp"
#include "ui/presenters/review_reasons.hpp"
#include "ui/presenters/review_view.hpp"
#include "ui/presenters/source_page.hpp"
#include "ui/presenters/source_search.hpp"

#include <QObject>
#include <QTimer>

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

    [[nodiscard]] const ReviewView &view() const { return view_; }
    [[nodiscard]] bool mayBeLeft() const { return !view_.hasEdits; }

    // Reading.
    void touch(); // a sign of life
    void moveBy(int steps);
    void moveTo(int block);
    void moveToUnresolved(); // findings, then statements that rest on nothing
    void moveToFinding(int line);
    void moveToNeed();  // what holds the approval up
    void acknowledge(); // or takes it back
    // The current finding: asks for its answer or takes one back; gives it by key, 1 to 9.
    void askAnswer();
    void leaveAnswer();
    bool answer(int key);
    // The marked words of the source that is shown become a citation of the current statement; false: they are not
    // there.
    bool cite(const QString &words);
    void stepCitation(int by);
    void showSource(const QString &id);
    // Full text over all sources, as it is typed; empty words end it.
    void search(const QString &words);
    void stepHit(int by);
    void showHit(int line);
    void close();

    // Empty where nothing is open.
    [[nodiscard]] TextPage basis() const;

    // Editing. The text in the editor is taken at every change, so that nothing typed can be lost by a click elsewhere.
    void edit();
    void setEditedText(const QString &text);
    void stopEditing();
    void addStatement();
    void removeStatement();
    void restoreStatement();
    void discardEdits();
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
    void sign(SecretBytes password);
    void abandon(); // the sheet was left
    [[nodiscard]] const std::optional<SignView> &signing() const { return signing_; }

Q_SIGNALS:
    void changed();
    void signingChanged();
    // Signed and stored; a sentence that says so.
    void decided(const QString &sentence);

private:
    void take();
    void begin(const std::shared_ptr<const domain::Item> &item);
    void forget();
    void describe();
    void describeOpen();
    void beginLooking();
    void describeEvidence();
    void describePages(const domain::Source &source, const domain::Citation *cited);
    void describeBar();
    void describeFindingEvidence();
    void describeHit();
    void describeSearch();
    void searchOn();
    [[nodiscard]] const SourcePage &pageOf(const domain::Source &source);
    void show(domain::SourceId source);
    void goTo(const domain::Finding &finding);
    void say(const domain::Finding &finding, const std::optional<domain::FindingView> &answer);
    [[nodiscard]] bool moveToUnresolvedStep(std::size_t from, const std::function<bool(const DraftStep &)> &isMeant);
    void tellEdits();
    [[nodiscard]] std::optional<desk::ShowEvidence> stopLooking();
    void takeAnswer(const desk::Reply &reply);

    [[nodiscard]] const DraftStep *currentStep() const;
    [[nodiscard]] bool isUnresolved(const DraftStep &step) const;
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
    std::map<domain::SourceId, SourcePage> pages_;
    SourceSearch search_;
    std::size_t searchable_ = 0; // so many sources are in it
    QString searched_;
    SourceSearch::Found found_;
    std::optional<std::size_t> hit_;
    QTimer *searchTimer_ = nullptr;
    std::set<domain::StatementId> acknowledged_;
    std::set<domain::SourceId> opened_;
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
    bool hasChangedUnderneath_ = false;

    ReasonChoice reasons_;
    Wish wish_ = Wish::Approve;
    std::optional<SignView> signing_;
};

} // namespace countersign::presenters
