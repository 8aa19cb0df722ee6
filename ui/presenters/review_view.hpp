// What the review page shows, as values. Widgets read these and decide nothing.
#pragma once

#include "ui/presenters/pages_view.hpp"
#include "ui/presenters/queue_line.hpp"
#include "ui/presenters/session_view.hpp"
#include "ui/presenters/text_page.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace countersign::presenters
{

// What a reviewer wants to do with the item. Approving an edited draft is the same wish.
enum class Wish { Approve, Reject, Return, Respond, Escalate };

struct ReviewHeader {
    QString title;
    TierMark tier;
    QString agent;  // "scribe-llm 2023-05 · read 14 of 71 sources"
    QString effect; // "When you sign: Files this note in the chart …"
};

struct SourceRow {
    QString id;
    QString title;
    QString detail; // kind, author, when; why it was not read
    QString group;  // the heading that it stands under
    bool isRead = true;
    bool wasShown = false;
};

// Full text over all sources, as it is typed.
struct SearchLine {
    QString where; // "Visit conversation · patient", "Referral fax · page 3"
    QString text;  // what stands around the hit, on one line
    int start = 0, end = 0;
};
struct SearchView {
    QString words;    // empty: nothing is searched for
    QString sentence; // how much was found, or why nothing
    std::vector<SearchLine> lines;
    std::optional<int> current; // shown in the viewer
};

struct EvidenceView {
    QString sourceId; // empty: nothing is shown
    QString title;    // of the source
    QString detail;
    QString position; // "1 of 3 cited"
    QString notice;   // what is not so: nothing cited, the quote is not there
    bool isNoticeGrave = false;
    QString apart; // a guideline or a payer's policy says that it is not of this patient's chart
    bool hasPrevious = false, hasNext = false;
    TextPage page;
    std::optional<PagesView> pages; // of a source that is shown by its pages, instead of `page`
};

struct WishButton {
    bool isShown = false; // whether the policy knows it for this item at all
    bool isOffered = false;
    QString label;
    QString why;   // the sentence, where it is not offered
    QString next;  // what will happen when it is signed, in one sentence
    QString needs; // what reviewing must still clear; pressing it goes there
};

// One finding of the automatic checks.
struct FindingLine {
    enum class Weight { Info, Warning, Stop };
    QString id;
    Weight weight = Weight::Info;
    QString severity; // in words
    QString what;
    QString sides;  // "draft: LEFT ⇄ source: RIGHT"
    QString answer; // what the reviewer said; empty: nothing
    QString group;  // the heading that it stands under; empty: none, and before those with one
};
struct AnswerChip {
    QString reason;
    QString words;
    int key = 0; // 1 to 9
    bool isChosen = false;
};
struct FindingPanel {
    QString title;
    std::vector<FindingLine> lines;
    std::optional<int> current;
    QString ways;                    // out of the current one, with their keys
    std::vector<AnswerChip> answers; // while it is being answered
};

struct BarView {
    QString toLookAt;     // "2 to look at"
    bool hasNext = false; // there is one to go to
    QString sentence;     // what holds a verdict up; where nothing does and all was looked at, the key to sign
    WishButton approve, reject, returns, respond, escalate;
    bool canEdit = false;
    QString whyNotEdit;
};

struct ReviewView {
    enum class State { Nothing, Fetching, Refused, Open };
    State state = State::Nothing;
    QString sentence; // for every state but Open: what is so, and what to do
    QString wayOn;    // where only the link is missing: what the button says that asks for it; empty: no button
    QString changed;  // the item changed while it was open, or its agent since the last such item; empty otherwise
    bool mustSeeDifference = false; // and what changed was not looked at yet: nothing is approved before
    ReviewHeader header;
    TextPage draft;
    std::optional<int> currentBlock;
    FindingPanel findings;
    EvidenceView evidence;
    std::vector<SourceRow> sources;
    QString gap; // "The agent read 14 of 71. Not read: 3 documents, 54 messages."
    SearchView search;
    BarView bar;
    bool isEditing = false;
    bool hasEdits = false;
    QString kept;                 // whether what was typed is on the disk, in words; empty without edits
    bool isSpellChecked = false;  // it is in a language that is checked
    bool asksForCitation = false; // the current statement: its citations were given for other words
    QString former;               // what was typed into an earlier state of the item, as an offer; empty: nothing
    struct Whole {
        QString text;                       // paragraphs divided by '\n', line breaks inside them by U+2028
        std::vector<int> titles, changed{}; // paragraphs by their number
    };
    std::optional<Whole> whole;     // the whole draft is in one editor
    std::optional<int> editedBlock; // whose text is in the editor
    QString editedText;             // as it is, not as it is shown
};

// The panel for reasons.
struct ReasonChip {
    QString code;
    QString words;
    int key = 0; // 1 to 9; 0: none
    bool isChosen = false;
};
struct ReasonsView {
    QString title; // "Reject this draft"
    std::vector<ReasonChip> chips;
    bool needsReason = true;
    bool hasRoom = true; // another may be chosen
    QString harm;        // of the last chosen, in words
    int harmKey = -1;    // 0 none to 4 critical; -1 not stated
    QString statement;   // the beginning of the one that the reader is at
    bool isForStatement = false;
    bool canBeForStatement = false;
    QString comment;
    QString question; // of the agent, where it is answered
    QString next;     // what will happen, in one sentence
    QString missing;  // what it still needs; empty: it may go on
};

// The sheet above which a person signs.
// What the next signature takes: the password, or the PIN of the token in the reader.
struct CredentialView {
    QString label;
    bool isPin = false;
    QString note; // of a token that does not sign; empty: there is nothing to say
    bool isPossible = true;
    bool operator==(const CredentialView &) const = default;
};

// Somebody for whom the signature may be given.
struct CoverChoice {
    QString id; // empty: for oneself
    QString label;
    bool operator==(const CoverChoice &) const = default;
};

struct SignView {
    QString title; // "Sign and file the note"
    BannerView patient;
    QString item; // kind, id and revision, short digest
    TextPage content;
    QString contentTitle; // "What you sign" or "What you changed"
    QString verdict;
    QStringList reasons;
    QStringList suggested;    // reasons that the edits suggest; empty: none
    bool isConfirmed = false; // they are taken up into `reasons`
    QString comment;
    QString signer;                  // printed name, credentials, role, and who is away where it is signed for somebody
    std::vector<CoverChoice> covers; // oneself first; empty: for nobody else
    QString onBehalfOf;              // of those; empty: for oneself
    QString time;                    // with offset from UTC
    QString meaning;
    QString legal;
    QString next;  // what will happen, in one sentence
    QString fast;  // how quickly it was decided, where that is worth a word; never in the way
    QString stale; // of a high tier, without a link: since when, and what becomes of it
    // Who the patient is must be typed again before signing; empty: not asked.
    QString identityAsked; // "Initials and birth year of the patient"
    QString identityWrong; // what is typed does not fit
    bool isIdentified = true;
    bool asksId = false; // the signature begins a signing session: the person's own id too
    CredentialView credential;
    QString button;
    QString trouble; // why the last try did not succeed
    bool isBusy = false;
};

} // namespace countersign::presenters
