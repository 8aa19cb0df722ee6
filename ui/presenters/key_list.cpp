// The gestures, in the order in which the map and the palette show them.
#include "ui/presenters/key_book.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Keys {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

constexpr auto everywhere = KeyPlace::Everywhere;
constexpr auto list = KeyPlace::List;
constexpr auto review = KeyPlace::Review;

} // namespace

const std::vector<GestureRow> &gestureRows()
{
    using enum Gesture;
    static const std::vector<GestureRow> rows{
        {ShowQueue, "queue", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Queue"), "Ctrl+1"},
        {ShowReview, "review", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Review"), "Ctrl+2"},
        {ShowHistory, "history", everywhere, false, QT_TRANSLATE_NOOP("Keys", "History"), "Ctrl+3"},
        {ShowSettings, "settings", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Settings"), "Ctrl+,"},
        {Palette, "palette", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Everything that can be done, by name"),
         "Ctrl+K"},
        {KeyMap, "key-map", everywhere, false, QT_TRANSLATE_NOOP("Keys", "This map"), "? F1"},
        {FoldQueue, "fold-queue", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Fold the queue away or back"),
         "Ctrl+B"},
        {Outbox, "outbox", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Outbox"), "Ctrl+O"},
        {Undo, "undo", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Undo the last decision while it is held"),
         "Ctrl+Z"},
        {Privacy, "privacy", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Hide the work, or show it again"), "F9"},
        {Lock, "lock", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Lock"), "Ctrl+L"},
        {RowDown, "row-down", list, false, QT_TRANSLATE_NOOP("Keys", "Down"), "J"},
        {RowUp, "row-up", list, false, QT_TRANSLATE_NOOP("Keys", "Up"), "K"},
        {OpenRow, "open-row", list, false, QT_TRANSLATE_NOOP("Keys", "Open the item"), "Return Enter"},
        {SearchList, "search", list, false, QT_TRANSLATE_NOOP("Keys", "Search"), "/ Ctrl+F"},
        {ShowNew, "show-new", list, false, QT_TRANSLATE_NOOP("Keys", "Show new items"), "."},
        {WidenList, "widen-list", list, false, QT_TRANSLATE_NOOP("Keys", "More room for the list"), "Alt+Right"},
        {NarrowList, "narrow-list", list, false, QT_TRANSLATE_NOOP("Keys", "Less room for the list"), "Alt+Left"},
        {NextStatement, "next-statement", review, false, QT_TRANSLATE_NOOP("Keys", "Next statement"), "J"},
        {PreviousStatement, "previous-statement", review, false, QT_TRANSLATE_NOOP("Keys", "Previous statement"), "K"},
        {NextToLookAt, "next-to-look-at", review, false, QT_TRANSLATE_NOOP("Keys", "Next one to look at"), "N"},
        {NextRisk, "next-risk", review, false, QT_TRANSLATE_NOOP("Keys", "Next of the riskiest statements"), "F8"},
        {PreviousRisk, "previous-risk", review, false, QT_TRANSLATE_NOOP("Keys", "Previous of the riskiest statements"),
         "Shift+F8"},
        {Evidence, "evidence", review, false, QT_TRANSLATE_NOOP("Keys", "To the evidence and back"), "E Return Enter"},
        {PreviousCitation, "previous-citation", review, false, QT_TRANSLATE_NOOP("Keys", "Previous citation"),
         "[ Left"},
        {NextCitation, "next-citation", review, false, QT_TRANSLATE_NOOP("Keys", "Next citation"), "] Right"},
        {Origin, "origin", review, false,
         QT_TRANSLATE_NOOP("Keys", "To the earlier note in which these words first stood"), "G"},
        {Acknowledge, "acknowledge", review, false, QT_TRANSLATE_NOOP("Keys", "Acknowledge the statement"), "Space"},
        {CheckAndNext, "check-and-next", review, false,
         QT_TRANSLATE_NOOP("Keys", "Checked, on to the next one to look at"), "X"},
        {Basis, "basis", review, false, QT_TRANSLATE_NOOP("Keys", "What the draft rests on, and back"), "B"},
        {AnswerFinding, "answer", review, false, QT_TRANSLATE_NOOP("Keys", "Answer the finding"), "A"},
        {SearchSources, "search-sources", review, false, QT_TRANSLATE_NOOP("Keys", "Search all sources"), "/"},
        {Cite, "cite", review, false, QT_TRANSLATE_NOOP("Keys", "Cite the marked words"), "C"},
        {Edit, "edit", review, false, QT_TRANSLATE_NOOP("Keys", "Edit the statement"), "I F2 Ctrl+E"},
        {EditWhole, "edit-whole", review, false, QT_TRANSLATE_NOOP("Keys", "The whole text in one editor, and back"),
         "F"},
        {Changes, "changes", review, false, QT_TRANSLATE_NOOP("Keys", "What you changed, and back"), "D"},
        {WriteOut, "write-out", review, false, QT_TRANSLATE_NOOP("Keys", "Write misread notations out"), "M"},
        {KeepCitations, "keep-citations", review, false,
         QT_TRANSLATE_NOOP("Keys", "The citation still stands for the edited statement"), "Y"},
        {OwnKnowledge, "own-knowledge", review, false,
         QT_TRANSLATE_NOOP("Keys", "The edited statement is my own knowledge"), "O"},
        {SkipItem, "skip-item", review, false, QT_TRANSLATE_NOOP("Keys", "Leave this item undecided, on to the next"),
         "Ctrl+J"},
        {WidenDraft, "widen-draft", review, false, QT_TRANSLATE_NOOP("Keys", "More room for the draft"), "Alt+Right"},
        {NarrowDraft, "narrow-draft", review, false, QT_TRANSLATE_NOOP("Keys", "More room for its evidence"),
         "Alt+Left"},
        {WidenPage, "widen-page", review, false, QT_TRANSLATE_NOOP("Keys", "More room for a page"), "Alt+Shift+Right"},
        {NarrowPage, "narrow-page", review, false, QT_TRANSLATE_NOOP("Keys", "More room for its text"),
         "Alt+Shift+Left"},
        {RaiseTier, "raise-tier", review, false, QT_TRANSLATE_NOOP("Keys", "Treat this item as of a higher tier"),
         "Ctrl+T"},
        {Sign, "sign", review, true, QT_TRANSLATE_NOOP("Keys", "Sign…"), "Ctrl+Return Ctrl+Enter"},
        {Reject, "reject", review, true, QT_TRANSLATE_NOOP("Keys", "Reject…"), "Ctrl+R"},
        {Return, "return", review, true, QT_TRANSLATE_NOOP("Keys", "Return…"), "Ctrl+U"},
        {Respond, "respond", review, true, QT_TRANSLATE_NOOP("Keys", "Respond…"), "Ctrl+M"},
        {Escalate, "escalate", review, true, QT_TRANSLATE_NOOP("Keys", "Escalate…"), "Ctrl+H"},
    };
    return rows;
}

const GestureRow &rowOf(Gesture gesture)
{
    const auto &rows = gestureRows();
    return *std::find_if(rows.begin(), rows.end(), [&](const GestureRow &row) { return row.gesture == gesture; });
}

QString titleOf(Gesture gesture)
{
    return Keys::tr(rowOf(gesture).title);
}

QString titleOf(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Everywhere:
        return Keys::tr("Everywhere");
    case KeyPlace::List:
        return Keys::tr("Queue and history");
    case KeyPlace::Review:
        break;
    }
    return Keys::tr("Review");
}

QString keyCap(const QString &keys)
{
    QString cap = keys;
    cap.replace(QLatin1String("Return"), QLatin1String("Enter"));
    if (cap.size() > 1)
        cap.replace(QLatin1Char('+'), QLatin1Char(' '));
    return cap;
}

QString phrase(const KeyObjection &objection)
{
    switch (objection.kind) {
    case KeyObjection::Kind::Taken:
        return Keys::tr("These keys are taken: “%1”. Change those first.").arg(titleOf(objection.by));
    case KeyObjection::Kind::VerdictNeedsModifier:
        return Keys::tr("A verdict is never on one key alone: hold Ctrl or Alt with it.");
    case KeyObjection::Kind::Reserved:
        break;
    }
    return Keys::tr("These keys belong to typing and moving: choose others.");
}

} // namespace countersign::presenters
