#include "ui/presenters/page_identity.hpp"

#include "ui/presenters/folded.hpp"
#include "ui/text/dates.hpp"
#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageIdentity)
};

constexpr qsizetype lookedAtMax = 20'000; // characters: who a page is of stands near its beginning

QString bare(QString number)
{
    number.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return number.toUpper();
}

// What follows one of the labels on its line, each time.
QStringList after(const QString &text, const QString &labels, const QString &value)
{
    const QRegularExpression form(QStringLiteral("(?:^|[^\\p{L}])(?:%1)[\\s.:#*]{1,6}(%2)").arg(labels, value),
                                  QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    for (auto it = form.globalMatch(text); it.hasNext();)
        found << it.next().captured(1).trimmed();
    return found;
}

// Every day that the words may mean.
std::vector<QDate> daysIn(const QString &words)
{
    std::vector<QDate> days;
    for (const text::WrittenDate &date : text::writtenDatesIn(words))
        days.insert(days.end(), date.readings.begin(), date.readings.end());
    const QString start = words.simplified();
    for (const char *form : {"yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "yyyyMMdd"})
        for (qsizetype length = 8; length <= std::min<qsizetype>(start.size(), 18); ++length)
            if (const QDate day = QLocale::c().toDate(start.left(length), QLatin1String(form)); day.isValid())
                days.push_back(day);
    return days;
}

class Reading
{
public:
    Reading(const QString &text, const PageSubject &patient) : text_(text.left(lookedAtMax)), patient_(patient) {}

    PageIdentity read()
    {
        readNumbers();
        readBirths();
        readNames();
        if (!other_.isEmpty())
            return {PageOwner::Other, other_};
        return {isSame_ ? PageOwner::Same : PageOwner::Unnamed, {}};
    }

private:
    void differs(const QString &label, const QString &value)
    {
        if (other_.isEmpty())
            other_ = label + text::nbsp + text::shownOnOneLine(text::toUtf8(value));
    }
    void readNumbers()
    {
        if (patient_.mrn.isEmpty())
            return;
        for (const QString &number :
             after(text_, QStringLiteral("MRN|MR No|medical record(?: number| no)?|record (?:number|no)"),
                   QStringLiteral("[A-Za-z0-9][A-Za-z0-9-]{2,}"))) {
            if (bare(number) == bare(patient_.mrn))
                isSame_ = true;
            else if (std::any_of(number.begin(), number.end(), [](QChar c) { return c.isDigit(); }))
                differs(QStringLiteral("MRN"), number);
        }
    }
    void readBirths()
    {
        if (!patient_.born.isValid())
            return;
        for (const QString &words : after(text_, QStringLiteral("DOB|D\\.O\\.B|date of birth|birth ?date|born(?: on)?"),
                                          QStringLiteral("[^\\n]{6,24}"))) {
            const auto days = daysIn(words);
            if (std::find(days.begin(), days.end(), patient_.born) != days.end())
                isSame_ = true;
            else if (!days.empty())
                differs(Words::tr("born"), words.left(12));
        }
    }
    void readNames()
    {
        const QString family = folded(patient_.family);
        const QString given = folded(patient_.given).section(QLatin1Char(' '), 0, 0);
        if (family.isEmpty())
            return;
        const QString all = folded(text_);
        isSame_ = isSame_ || (all.contains(family) && !given.isEmpty() && all.contains(given));
        for (const QString &name : after(text_, QStringLiteral("patient(?:'s)? name|patient|pt name|name of patient"),
                                         QStringLiteral("\\p{Lu}[\\p{L}'-]+,? +\\p{Lu}[\\p{L}'-]+"))) {
            const QString words = folded(name);
            if (words.contains(family) && (given.isEmpty() || words.contains(given)))
                isSame_ = true;
            else
                differs(Words::tr("patient"), name);
        }
    }

    QString text_;
    const PageSubject &patient_;
    QString other_;
    bool isSame_ = false;
};

} // namespace

PageSubject subjectOf(const domain::Patient &patient)
{
    return {text::toQt(patient.family.reveal()), text::toQt(patient.given.reveal()), text::toQt(patient.mrn.reveal()),
            QDate::fromString(text::toQt(patient.birthDate.reveal()), Qt::ISODate)};
}

PageIdentity identityOn(const QString &pageText, const PageSubject &patient)
{
    if (pageText.trimmed().isEmpty())
        return {};
    return Reading{pageText, patient}.read();
}

QString phrase(const PageIdentity &identity)
{
    switch (identity.owner) {
    case PageOwner::Unread:
        return Words::tr("No text was recognised on this page. Look whose it is.");
    case PageOwner::Unnamed:
        return Words::tr("Nothing on this page says whose it is.");
    case PageOwner::Other:
        return Words::tr("This page names another patient: %1").arg(identity.words);
    case PageOwner::Same:
        break;
    }
    return {};
}

} // namespace countersign::presenters
