// Whom one might take for whom: patients of the queue whose names are the same, differ by a letter or two, or
// sound alike, and those who share family name and birth date. It warns; it never merges and never hides. Pure.
#pragma once

#include "core/domain/item.hpp"

#include <QHash>
#include <QString>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace countersign::presenters
{

enum class Likeness { None, SimilarName, SameFamilyAndBirthDate, SameName };

struct Lookalike {
    Likeness likeness = Likeness::None;
    QString other; // "RIVERA, Raquel, born 12 Mar 1979, MRN 004-119"
};

class SimilarNames
{
public:
    // Remembers the item's patient; a patient who was known under another name is known under both.
    void learn(const domain::ItemSummary &item);
    // The closest of the others. Of a crowd that sounds alike only the first 256 are compared, so that one row costs a
    // bounded time; the same name is found in any crowd.
    [[nodiscard]] Lookalike lookalikeOf(const domain::ItemSummary &item) const;
    void forget();

private:
    struct Person {
        std::string key; // patient id, or the record number where there is none
        QString family, given;
        QString birthDate;
        QString shown;
    };
    using Bucket = std::vector<std::uint32_t>;

    [[nodiscard]] static Person personOf(const domain::ItemSummary &item);
    [[nodiscard]] static QString givenKey(const Person &person);
    [[nodiscard]] static Likeness compare(const Person &one, const Person &other);
    void consider(const Bucket &bucket, const Person &person, Lookalike &best) const;

    std::vector<Person> people_;
    std::unordered_map<std::string, std::uint32_t> known_; // key and name → person
    QHash<QString, Bucket> bySound_, byGiven_, byName_, byBirthDate_;
};

// What is said of it; empty where there is no likeness.
[[nodiscard]] QString phrase(const Lookalike &lookalike);

// The consonants of a name as classes of sounds, after Soundex but with the first letter classed too: Chen and Shen
// agree. A name of another script sounds as it is written.
[[nodiscard]] QString soundOf(const QString &foldedName);
// At most so many letters changed, added, lost or swapped with their neighbour.
[[nodiscard]] bool isWithinEdits(QStringView one, QStringView other, int edits);

} // namespace countersign::presenters
