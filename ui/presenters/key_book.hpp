// What a hand can do, and by which keys: every gesture with its name, its place and its keys, which a person may change
// and keep (R-660). Keys are Qt's portable text ("Ctrl+R", "J"). Pure but for the preferences; gui thread.
#pragma once

#include "ui/presenters/preferences.hpp"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace countersign::presenters
{

enum class Gesture {
    // Everywhere.
    ShowQueue,
    ShowReview,
    ShowHistory,
    ShowSettings,
    Palette,
    KeyMap,
    FoldQueue,
    Outbox,
    Undo,
    Privacy,
    Lock,
    // Lists: the queue and the history.
    RowDown,
    RowUp,
    OpenRow,
    SearchList,
    ShowNew,
    WidenList,
    NarrowList,
    // The review.
    NextStatement,
    PreviousStatement,
    NextToLookAt,
    NextRisk,
    PreviousRisk,
    Evidence,
    NextCitation,
    PreviousCitation,
    Origin,
    Acknowledge,
    CheckAndNext,
    Basis,
    AnswerFinding,
    SearchSources,
    Cite,
    Edit,
    EditWhole,
    Changes,
    WriteOut,
    KeepCitations,
    OwnKnowledge,
    SkipItem,
    WidenDraft,
    NarrowDraft,
    WidenPage,
    NarrowPage,
    RaiseTier,
    Sign,
    Reject,
    Return,
    Respond,
    Escalate
};

enum class KeyPlace { Everywhere, List, Review };

struct GestureRow {
    Gesture gesture;
    const char *id; // in the preferences; stable
    KeyPlace place;
    bool isVerdict;    // never on one unmodified key (R-661)
    const char *title; // English, the source of its translation
    const char *keys;  // the first may be changed, the others stay; between blanks
};
[[nodiscard]] const std::vector<GestureRow> &gestureRows();
[[nodiscard]] const GestureRow &rowOf(Gesture gesture);
[[nodiscard]] QString titleOf(Gesture gesture);
[[nodiscard]] QString titleOf(KeyPlace place);
// As they stand on a key cap: "Ctrl Enter".
[[nodiscard]] QString keyCap(const QString &keys);
// One letter, digit or sign without a modifier (WCAG 2.1.4).
[[nodiscard]] bool isSingleKey(const QString &keys);
// Without Ctrl, Alt or Meta.
[[nodiscard]] bool isUnmodified(const QString &keys);

// Why keys cannot be given to a gesture.
struct KeyObjection {
    enum class Kind { Taken, VerdictNeedsModifier, Reserved };
    Kind kind = Kind::Reserved;
    Gesture by = Gesture::Undo; // of Taken
    bool operator==(const KeyObjection &) const = default;
};
[[nodiscard]] QString phrase(const KeyObjection &objection);

class KeyBook : public QObject
{
    Q_OBJECT

public:
    explicit KeyBook(Preferences preferences = {}, QObject *parent = nullptr);

    // All that work now; the one that a person may change comes first.
    [[nodiscard]] QStringList keysOf(Gesture gesture) const;
    // The first of them, as on a key cap; empty: none.
    [[nodiscard]] QString capOf(Gesture gesture) const;
    // What these keys do there, or everywhere.
    [[nodiscard]] std::optional<Gesture> find(KeyPlace place, const QString &keys) const;

    // Nothing: it is done, and kept.
    [[nodiscard]] std::optional<KeyObjection> assign(Gesture gesture, const QString &keys);
    void reset(Gesture gesture);
    void resetAll();
    [[nodiscard]] bool isChanged(Gesture gesture) const { return own_.contains(gesture); }
    // Off: what was on one letter is on Alt and the letter.
    [[nodiscard]] bool hasSingleKeys() const { return hasSingleKeys_; }
    void setSingleKeys(bool isOn);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString asInUse(const QString &keys) const;
    [[nodiscard]] std::optional<KeyObjection> objectionTo(Gesture gesture, const QString &keys) const;
    void recall();
    void keep();

    Preferences preferences_;
    std::map<Gesture, QString> own_;
    bool hasSingleKeys_ = true;
};

} // namespace countersign::presenters
