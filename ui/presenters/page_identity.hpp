// Whose page this is, by what stands on it: a fax may hold the pages of two patients. Looks for a name, a day
// of birth and a record number where they are named as such, and for the patient's own name anywhere. Pure; gui thread
// because of tr.
#pragma once

#include "core/domain/proposal.hpp"

#include <QDate>
#include <QString>

namespace countersign::presenters
{

struct PageSubject {
    QString family, given, mrn;
    QDate born;
    bool operator==(const PageSubject &) const = default;
};
[[nodiscard]] PageSubject subjectOf(const domain::Patient &patient);

enum class PageOwner {
    Unread,  // no text of the page is known
    Unnamed, // nothing on it says whose it is
    Same,
    Other // a name, a day of birth or a number that is not the patient's
};
struct PageIdentity {
    PageOwner owner = PageOwner::Unread;
    QString words; // of Other: what stands there, "MRN 004-999"
    bool operator==(const PageIdentity &) const = default;
};
[[nodiscard]] PageIdentity identityOn(const QString &pageText, const PageSubject &patient);

// What is said of it beside the page; empty for the patient's own.
[[nodiscard]] QString phrase(const PageIdentity &identity);

} // namespace countersign::presenters
