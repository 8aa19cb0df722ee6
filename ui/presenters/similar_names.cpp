#include "ui/presenters/similar_names.hpp"

#include "ui/presenters/folded.hpp"
#include "ui/text/people.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

constexpr std::size_t crowdMax = 256;
constexpr qsizetype longName = 7; // from here on two slips of the pen still look alike
constexpr qsizetype shortName = 4;

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

QString lettersOf(std::string_view utf8)
{
    QString folded;
    appendFolded(folded, utf8);
    folded.removeIf([](QChar c) { return !c.isLetter(); });
    return folded;
}

bool areNear(const QString &one, const QString &other)
{
    if (one == other)
        return true;
    const qsizetype shorter = std::min(one.size(), other.size());
    if (shorter < shortName)
        return false;
    if (isWithinEdits(one, other, shorter >= longName ? 2 : 1))
        return true;
    return one.front() == other.front() && soundOf(one) == soundOf(other);
}

} // namespace

QString soundOf(const QString &foldedName)
{
    //                             abcdefghijklmnopqrstuvwxyz
    constexpr std::string_view classes = "01230120022455012623010202";
    QString sound;
    char last = '0';
    for (const QChar c : foldedName) {
        if (c < u'a' || c > u'z')
            return foldedName;
        const char kind = classes[static_cast<std::size_t>(c.unicode() - u'a')];
        if (kind != '0' && kind != last)
            sound += QLatin1Char(kind);
        if (c != u'h' && c != u'w')
            last = kind;
    }
    return sound;
}

bool isWithinEdits(QStringView one, QStringView other, int edits)
{
    if (std::abs(one.size() - other.size()) > edits)
        return false;
    const auto width = static_cast<std::size_t>(other.size() + 1);
    std::vector<int> before(width), last(width), now(width);
    for (std::size_t i = 0; i < width; ++i)
        last[i] = static_cast<int>(i);
    for (qsizetype row = 1; row <= one.size(); ++row) {
        now[0] = static_cast<int>(row);
        for (qsizetype column = 1; column <= other.size(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            const int change = one[row - 1] == other[column - 1] ? 0 : 1;
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + change});
            const bool isSwap =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if (isSwap)
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[width - 1] <= edits;
}

SimilarNames::Person SimilarNames::personOf(const domain::ItemSummary &item)
{
    Person person;
    person.key = item.patient.isEmpty() ? item.mrn.reveal() : item.patient.text();
    person.family = lettersOf(item.family.reveal());
    person.given = lettersOf(item.given.reveal());
    person.birthDate = text::toQt(item.birthDate.reveal());
    return person;
}

void SimilarNames::learn(const domain::ItemSummary &item)
{
    std::string key = item.patient.isEmpty() ? item.mrn.reveal() : item.patient.text();
    key += '\n' + item.family.reveal() + '\n' + item.given.reveal();
    const auto number = static_cast<std::uint32_t>(people_.size());
    if (item.family.reveal().empty() || !known_.emplace(std::move(key), number).second)
        return;
    Person person = personOf(item);
    person.shown = text::patientName(item.family, item.given);
    if (!person.birthDate.isEmpty())
        person.shown = Names::tr("%1, born %2").arg(person.shown, text::date(item.birthDate.reveal()));
    if (!item.mrn.reveal().empty())
        person.shown = Names::tr("%1, MRN %2").arg(person.shown, text::shownOnOneLine(item.mrn.reveal()));
    bySound_[soundOf(person.family)].push_back(number);
    byGiven_[givenKey(person)].push_back(number);
    byName_[person.family + QLatin1Char(' ') + person.given].push_back(number);
    if (!person.birthDate.isEmpty())
        byBirthDate_[person.birthDate].push_back(number);
    people_.push_back(std::move(person));
}

// A slip inside the family name can change its sound (Lindqvist, Lindquist); the rest of the name still meets.
QString SimilarNames::givenKey(const Person &person)
{
    return person.family.left(1) + soundOf(person.given);
}

Likeness SimilarNames::compare(const Person &one, const Person &other)
{
    if (one.key == other.key || one.family.isEmpty())
        return Likeness::None;
    if (one.family == other.family && one.given == other.given)
        return Likeness::SameName;
    if (one.family == other.family && !one.birthDate.isEmpty() && one.birthDate == other.birthDate)
        return Likeness::SameFamilyAndBirthDate;
    return areNear(one.family, other.family) && areNear(one.given, other.given) ? Likeness::SimilarName
                                                                                : Likeness::None;
}

void SimilarNames::consider(const Bucket &bucket, const Person &person, Lookalike &best) const
{
    for (std::size_t i = 0; i < std::min(bucket.size(), crowdMax); ++i) {
        const Person &other = people_[bucket[i]];
        const Likeness likeness = compare(person, other);
        if (likeness > best.likeness)
            best = {likeness, other.shown};
    }
}

Lookalike SimilarNames::lookalikeOf(const domain::ItemSummary &item) const
{
    const Person person = personOf(item);
    Lookalike best;
    const auto look = [&](const QHash<QString, Bucket> &buckets, const QString &key) {
        if (const auto found = buckets.find(key); found != buckets.end())
            consider(*found, person, best);
    };
    look(byName_, person.family + QLatin1Char(' ') + person.given);
    look(byBirthDate_, person.birthDate);
    look(bySound_, soundOf(person.family));
    look(byGiven_, givenKey(person));
    return best;
}

void SimilarNames::forget()
{
    *this = {};
}

QString phrase(const Lookalike &lookalike)
{
    switch (lookalike.likeness) {
    case Likeness::None:
        return {};
    case Likeness::SimilarName:
        return Names::tr("Similar name in the queue: %1").arg(lookalike.other);
    case Likeness::SameFamilyAndBirthDate:
        return Names::tr("Same family name and birth date in the queue: %1").arg(lookalike.other);
    case Likeness::SameName:
        return Names::tr("Same name in the queue: %1").arg(lookalike.other);
    }
    return {};
}

} // namespace countersign::presenters
