#include "app/console/spelling/hunspell_worker.hpp"

#include <hunspell/hunspell.hxx>

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace countersign::console
{
namespace
{

constexpr qsizetype insteadMax = 8;
constexpr qsizetype distanceMax = 2; // of a medical word from what was written

// How many letters must be changed, put in or taken out; more than the limit counts as one over it.
qsizetype distance(const QString &a, const QString &b)
{
    if (std::abs(a.size() - b.size()) > distanceMax)
        return distanceMax + 1;
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype swapped = corner + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, swapped});
        }
    }
    return row.back();
}

} // namespace

HunspellWorker::HunspellWorker(QStringList dictionaries) : paths_(std::move(dictionaries)) {}
HunspellWorker::~HunspellWorker() = default;

// On first use, so that a console on which nobody writes pays nothing.
void HunspellWorker::load()
{
    if (std::exchange(isLoaded_, true))
        return;
    for (const QString &path : paths_) {
        const QString affixes = path + QStringLiteral(".aff"), words = path + QStringLiteral(".dic");
        if (!QFileInfo::exists(affixes) || !QFileInfo::exists(words))
            continue;
        auto dictionary =
            std::make_unique<Hunspell>(QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData());
        if (dictionary->get_dict_encoding() == "UTF-8")
            dictionaries_.push_back(std::move(dictionary));
    }
    QFile medical(QStringLiteral(":/words/medical_en.txt"));
    if (!medical.open(QIODevice::ReadOnly))
        return;
    for (const QString &line : QString::fromUtf8(medical.readAll()).split(u'\n'))
        if (!line.isEmpty() && !line.startsWith(u'#'))
            medical_.insert(line);
}

bool HunspellWorker::isKnown(const QString &word) const
{
    const QString lower = word.toLower();
    const QString single = lower.endsWith(QStringLiteral("'s")) ? lower.chopped(2) : lower;
    if (dictionaries_.empty() || medical_.contains(single)
        || (single.endsWith(u's') && medical_.contains(single.chopped(1))))
        return true;
    const std::string bytes = word.toStdString();
    return std::any_of(dictionaries_.begin(), dictionaries_.end(),
                       [&](const auto &dictionary) { return dictionary->spell(bytes); });
}

void HunspellWorker::check(const QStringList &words)
{
    load();
    QStringList known, unknown;
    for (const QString &word : words)
        (isKnown(word) ? known : unknown) << word;
    Q_EMIT checked(known, unknown);
}

// Medical words that are near come first: they are what a general dictionary cannot think of.
void HunspellWorker::suggest(const QString &word)
{
    load();
    if (word.isEmpty())
        return;
    QStringList instead;
    const QString lower = word.toLower();
    for (qsizetype away = 1; away <= distanceMax; ++away)
        for (const QString &medical : medical_)
            if (distance(lower, medical) == away)
                instead << (word.front().isUpper() ? medical.front().toUpper() + medical.mid(1) : medical);
    if (instead.size() > insteadMax / 2)
        instead.resize(insteadMax / 2);
    for (const auto &dictionary : dictionaries_)
        for (const std::string &found : dictionary->suggest(word.toStdString()))
            if (const QString shown = QString::fromStdString(found); !instead.contains(shown))
                instead << shown;
    if (instead.size() > insteadMax)
        instead.resize(insteadMax);
    Q_EMIT suggested(word, instead);
}

} // namespace countersign::console
