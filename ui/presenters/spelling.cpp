#include "ui/presenters/spelling.hpp"

#include "ui/text/qt_text.hpp"

#include <QTimer>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

constexpr qsizetype wordLengthMin = 3;
constexpr qsizetype acronymLengthMax = 6; // CABG, NSAID
constexpr qsizetype rememberedMax = 50'000;
const std::string ownWords = "words"; // the name that they are kept under, one a line

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019);
}

// Letters, and apostrophes between them. Whatever has a digit in it is no word.
std::vector<Spelling::Stretch> wordsOf(const QString &text)
{
    std::vector<Spelling::Stretch> words;
    for (qsizetype at = 0; at < text.size();) {
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        bool hasDigit = false;
        while (at < text.size()
               && (text[at].isLetterOrNumber()
                   || (isApostrophe(text[at]) && at + 1 < text.size() && text[at + 1].isLetter()))) {
            hasDigit = hasDigit || text[at].isDigit();
            ++at;
        }
        if (!hasDigit)
            words.push_back({static_cast<int>(start), static_cast<int>(at - start)});
    }
    return words;
}

QString plain(QStringView word)
{
    return word.toString().replace(QChar(0x2019), u'\'');
}

} // namespace

Spelling::Spelling(DeskFeed &feed, std::shared_ptr<WordChecker> checker, QObject *parent)
    : QObject(parent), feed_(feed), checker_(std::move(checker))
{
    checker_->listen(
        [this](const QStringList &known, const QStringList &unknown) {
            if (isKnown_.size() > rememberedMax)
                isKnown_.clear();
            for (const QString &word : known)
                isKnown_.insert(word, true);
            for (const QString &word : unknown)
                isKnown_.insert(word, false);
            if (!unknown.isEmpty())
                Q_EMIT changed();
        },
        [this](const QString &word, const QStringList &instead) { Q_EMIT suggested(word, instead); });
    connect(&feed_, &DeskFeed::changed, this, &Spelling::take);
    take();
}

// Another person at the desk has other words.
void Spelling::take()
{
    const auto &personal = feed_.snapshot().personal;
    if (personal == personal_)
        return;
    personal_ = personal;
    QSet<QString> own;
    if (personal_)
        if (const auto kept = personal_->find(ownWords); kept != personal_->end())
            for (const QString &word : text::toQt(kept->second).split(u'\n', Qt::SkipEmptyParts))
                own.insert(word);
    if (!personal_)
        isKnown_.clear(); // what was written leaves no trace behind the lock
    if (own == own_)
        return;
    own_ = std::move(own);
    Q_EMIT changed();
}

bool Spelling::isAsked(QStringView word) const
{
    if (word.size() < wordLengthMin || word.size() > WordChecker::wordLengthMax)
        return false;
    return word.size() > acronymLengthMax || std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
}

std::vector<Spelling::Stretch> Spelling::misspeltIn(const QString &text)
{
    std::vector<Stretch> found;
    for (const Stretch &stretch : wordsOf(text)) {
        const QString word = plain(QStringView(text).mid(stretch.start, stretch.length));
        if (!isAsked(word) || own_.contains(word.toLower()))
            continue;
        const auto known = isKnown_.constFind(word);
        if (known == isKnown_.constEnd())
            askSoon(word);
        else if (!*known)
            found.push_back(stretch);
    }
    return found;
}

Spelling::Stretch Spelling::misspeltAt(const QString &text, int position)
{
    for (const Stretch &stretch : misspeltIn(text))
        if (position >= stretch.start && position <= stretch.start + stretch.length)
            return stretch;
    return {};
}

// All the words of one painting are one question.
void Spelling::askSoon(const QString &word)
{
    if (wanted_.isEmpty())
        QTimer::singleShot(0, this, [this] { checker_->check(QStringList(std::exchange(wanted_, {}).values())); });
    wanted_.insert(word);
}

void Spelling::askInstead(const QString &word)
{
    checker_->suggest(plain(word));
}

void Spelling::learn(const QString &word)
{
    const QString added = plain(word).toLower();
    if (added.isEmpty() || own_.contains(added))
        return;
    own_.insert(added);
    QStringList all(own_.values());
    all.sort();
    feed_.submit(desk::KeepPersonal{ownWords, text::toUtf8(all.join(u'\n'))});
    Q_EMIT changed();
}

} // namespace countersign::presenters
