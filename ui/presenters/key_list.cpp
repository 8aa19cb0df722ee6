// The gestures, in the order in which the map and the palette show them.
#include "ui/presenters/key_book.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>
#include <span>

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

// What works wherever one is.
constexpr GestureRow everywhereRows[] = {
    {Gesture::ShowQueue, "queue", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Queue"), "Ctrl+1"},
    {Gesture::ShowReview, "review", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Review"), "Ctrl+2"},
    {Gesture::ShowHistory, "history", everywhere, false, QT_TRANSLATE_NOOP("Keys", "History"), "Ctrl+3"},
    {Gesture::ShowSettings, "settings", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Settings"), "Ctrl+,"},
    {Gesture::Palette, "palette", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Everything that can be done, by name"),
     "Ctrl+K"},
    {Gesture::KeyMap, "key-map", everywhere, false, QT_TRANSLATE_NOOP("Keys", "The map of all keys"), "? F1"},
    {Gesture::FoldQueue, "fold-queue", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Fold the queue away or back"),
     "Ctrl+B"},
    {Gesture::Outbox, "outbox", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Outbox"), "Ctrl+O"},
    {Gesture::Undo, "undo", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Undo the last decision while it is held"),
     "Ctrl+Z"},
    {Gesture::Privacy, "privacy", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Hide the work, or show it again"),
     "F9"},
    {Gesture::Lock, "lock", everywhere, false, QT_TRANSLATE_NOOP("Keys", "Lock"), "Ctrl+L"},
};

// Of the queue and the history.
constexpr GestureRow listRows[] = {
    {Gesture::RowDown, "row-down", list, false, QT_TRANSLATE_NOOP("Keys", "Down"), "J"},
    {Gesture::RowUp, "row-up", list, false, QT_TRANSLATE_NOOP("Keys", "Up"), "K"},
    {Gesture::OpenRow, "open-row", list, false, QT_TRANSLATE_NOOP("Keys", "Open the item"), "Return Enter"},
    {Gesture::SearchList, "search", list, false, QT_TRANSLATE_NOOP("Keys", "Search"), "/ Ctrl+F"},
    {Gesture::ShowNew, "show-new", list, false, QT_TRANSLATE_NOOP("Keys", "Show new items"), "."},
    {Gesture::WidenList, "widen-list", list, false, QT_TRANSLATE_NOOP("Keys", "More room for the list"), "Alt+Right"},
    {Gesture::NarrowList, "narrow-list", list, false, QT_TRANSLATE_NOOP("Keys", "Less room for the list"), "Alt+Left"},
};

// Of the review of one item.
constexpr GestureRow reviewRows[] = {
    {Gesture::NextStatement, "next-statement", review, false, QT_TRANSLATE_NOOP("Keys", "Next statement"), "J"},
    {Gesture::PreviousStatement, "previous-statement", review, false, QT_TRANSLATE_NOOP("Keys", "Previous statement"),
     "K"},
    {Gesture::NextToLookAt, "next-to-look-at", review, false, QT_TRANSLATE_NOOP("Keys", "Next one to look at"), "N"},
    {Gesture::NextRisk, "next-risk", review, false, QT_TRANSLATE_NOOP("Keys", "Next of the riskiest statements"), "F8"},
    {Gesture::PreviousRisk, "previous-risk", review, false,
     QT_TRANSLATE_NOOP("Keys", "Previous of the riskiest statements"), "Shift+F8"},
    {Gesture::Evidence, "evidence", review, false, QT_TRANSLATE_NOOP("Keys", "To the evidence and back"),
     "E Return Enter"},
    {Gesture::PreviousCitation, "previous-citation", review, false, QT_TRANSLATE_NOOP("Keys", "Previous citation"),
     "[ Left"},
    {Gesture::NextCitation, "next-citation", review, false, QT_TRANSLATE_NOOP("Keys", "Next citation"), "] Right"},
    {Gesture::Origin, "origin", review, false,
     QT_TRANSLATE_NOOP("Keys", "To the earlier note in which these words first stood"), "G"},
    {Gesture::Acknowledge, "acknowledge", review, false, QT_TRANSLATE_NOOP("Keys", "Acknowledge the statement"),
     "Space"},
    {Gesture::CheckAndNext, "check-and-next", review, false,
     QT_TRANSLATE_NOOP("Keys", "Checked, on to the next one to look at"), "X"},
    {Gesture::Basis, "basis", review, false, QT_TRANSLATE_NOOP("Keys", "What the draft rests on, and back"), "B"},
    {Gesture::AnswerFinding, "answer", review, false, QT_TRANSLATE_NOOP("Keys", "Answer the finding"), "A"},
    {Gesture::SearchSources, "search-sources", review, false, QT_TRANSLATE_NOOP("Keys", "Search all sources"), "/"},
    {Gesture::Cite, "cite", review, false, QT_TRANSLATE_NOOP("Keys", "Cite the marked words"), "C"},
    {Gesture::Edit, "edit", review, false, QT_TRANSLATE_NOOP("Keys", "Edit the statement"), "I F2 Ctrl+E"},
    {Gesture::EditWhole, "edit-whole", review, false,
     QT_TRANSLATE_NOOP("Keys", "The whole text in one editor, and back"), "F"},
    {Gesture::Changes, "changes", review, false, QT_TRANSLATE_NOOP("Keys", "What you changed, and back"), "D"},
    {Gesture::WriteOut, "write-out", review, false, QT_TRANSLATE_NOOP("Keys", "Write misread notations out"), "M"},
    {Gesture::KeepCitations, "keep-citations", review, false,
     QT_TRANSLATE_NOOP("Keys", "The citation still stands for the edited statement"), "Y"},
    {Gesture::OwnKnowledge, "own-knowledge", review, false,
     QT_TRANSLATE_NOOP("Keys", "The edited statement is my own knowledge"), "O"},
    {Gesture::SkipItem, "skip-item", review, false,
     QT_TRANSLATE_NOOP("Keys", "Leave this item undecided, on to the next"), "Ctrl+J"},
    {Gesture::WidenDraft, "widen-draft", review, false, QT_TRANSLATE_NOOP("Keys", "More room for the draft"),
     "Alt+Right"},
    {Gesture::NarrowDraft, "narrow-draft", review, false, QT_TRANSLATE_NOOP("Keys", "More room for its evidence"),
     "Alt+Left"},
    {Gesture::WidenPage, "widen-page", review, false, QT_TRANSLATE_NOOP("Keys", "More room for a page"),
     "Alt+Shift+Right"},
    {Gesture::NarrowPage, "narrow-page", review, false, QT_TRANSLATE_NOOP("Keys", "More room for its text"),
     "Alt+Shift+Left"},
    {Gesture::RaiseTier, "raise-tier", review, false, QT_TRANSLATE_NOOP("Keys", "Treat this item as of a higher tier"),
     "Ctrl+T"},
};

// What decides: never on one key alone.
constexpr GestureRow verdictRows[] = {
    {Gesture::Sign, "sign", review, true, QT_TRANSLATE_NOOP("Keys", "Sign…"), "Ctrl+Return Ctrl+Enter"},
    {Gesture::Reject, "reject", review, true, QT_TRANSLATE_NOOP("Keys", "Reject…"), "Ctrl+R"},
    {Gesture::Return, "return", review, true, QT_TRANSLATE_NOOP("Keys", "Return…"), "Ctrl+U"},
    {Gesture::Respond, "respond", review, true, QT_TRANSLATE_NOOP("Keys", "Respond…"), "Ctrl+M"},
    {Gesture::Escalate, "escalate", review, true, QT_TRANSLATE_NOOP("Keys", "Escalate…"), "Ctrl+H"},
};

} // namespace

const std::vector<GestureRow> &gestureRows()
{
    static const std::vector<GestureRow> rows = [] {
        std::vector<GestureRow> all;
        for (const std::span<const GestureRow> table :
             std::initializer_list<std::span<const GestureRow>>{everywhereRows, listRows, reviewRows, verdictRows})
            all.insert(all.end(), table.begin(), table.end());
        return all;
    }();
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
