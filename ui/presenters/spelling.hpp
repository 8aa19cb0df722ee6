// The spelling of what a reviewer writes: which words are marked, what may stand for them, and the words that this
// person has added. Asks a checker that works elsewhere and answers later; remembers what it said. gui thread.
#pragma once

#include "ui/presenters/desk_feed.hpp"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace countersign::presenters
{

// Checks words by dictionaries. Asked on the gui thread, where it also answers; it never makes that thread wait.
class WordChecker
{
public:
    using Checked = std::function<void(const QStringList &known, const QStringList &unknown)>;
    using Suggested = std::function<void(const QString &word, const QStringList &instead)>;

    virtual ~WordChecker() = default;
    virtual void listen(Checked checked, Suggested suggested) = 0; // once, before anything is asked
    // Words of letters and apostrophes alone, at most `wordLengthMax` characters.
    virtual void check(const QStringList &words) = 0;
    virtual void suggest(const QString &word) = 0;

    static constexpr qsizetype wordLengthMax = 40;
};

class Spelling : public QObject
{
    Q_OBJECT

public:
    // The feed outlives it.
    Spelling(DeskFeed &feed, std::shared_ptr<WordChecker> checker, QObject *parent = nullptr);

    struct Stretch {
        int start = 0;
        int length = 0;
        bool operator==(const Stretch &) const = default;
    };
    // The words that are known to be misspelt by now; of the others the checker is asked, and changed() tells.
    [[nodiscard]] std::vector<Stretch> misspeltIn(const QString &text);
    // The misspelt word that the position touches; empty: none.
    [[nodiscard]] Stretch misspeltAt(const QString &text, int position);
    // Answered by suggested().
    void askInstead(const QString &word);
    // From now on this person's own word, sealed with their profile.
    void learn(const QString &word);

Q_SIGNALS:
    void changed();
    void suggested(const QString &word, const QStringList &instead);

private:
    void take();
    [[nodiscard]] bool isAsked(QStringView word) const;
    void askSoon(const QString &word);

    DeskFeed &feed_;
    std::shared_ptr<WordChecker> checker_;
    std::shared_ptr<const std::map<std::string, std::string>> personal_;
    QSet<QString> own_; // in lower case
    QHash<QString, bool> isKnown_;
    QSet<QString> wanted_;
};

} // namespace countersign::presenters
