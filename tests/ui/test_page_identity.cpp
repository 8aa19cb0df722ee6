// Whose page it is, by what stands on it.
#include "ui/presenters/page_identity.hpp"

#include <QTest>

using namespace countersign::presenters;
using namespace Qt::StringLiterals;

namespace
{

PageSubject rivera()
{
    return {u"Rivera"_s, u"Rachel Ann"_s, u"004-118"_s, QDate(1978, 3, 12)};
}

} // namespace

class TestPageIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("owner");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, PageOwner owner, const char *words = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(owner) << QString::fromUtf8(words);
        };
        row("MRN: 004-118", PageOwner::Same);
        row("MRN 004118", PageOwner::Same);
        row("Medical record number: 004-118", PageOwner::Same);
        row("MRN: 004-181", PageOwner::Other, "MRN\u00a0004-181");
        row("DOB 12/03/1978", PageOwner::Same);
        row("DOB: 03/12/1978", PageOwner::Same);
        row("Date of birth: 12 Mar 1978", PageOwner::Same);
        row("DOB: 1978-03-12", PageOwner::Same);
        row("DOB: 13/03/1978", PageOwner::Other, "born\u00a013/03/1978");
        row("Patient: RIVERA, Rachel", PageOwner::Same);
        row("Patient name: Rachel Rivera", PageOwner::Same);
        row("Patient: Rivera, Raquel", PageOwner::Other, "patient\u00a0Rivera, Raquel");
        row("Patient: Tomas Okafor", PageOwner::Other, "patient\u00a0Tomas Okafor");
        row("Patient: Rachel Rivera\nMRN: 999-999", PageOwner::Other, "MRN\u00a0999-999");
        row("I saw Rachel Rivera today.", PageOwner::Same);
        row("Page 3. Continued: lungs clear.", PageOwner::Unnamed);
        row("The patient was seen. No MRN given", PageOwner::Unnamed);
        row("born with a heart murmur", PageOwner::Unnamed);
        row("", PageOwner::Unread);
        row(" \n ", PageOwner::Unread);
    }
    void pages()
    {
        QFETCH(QString, text);
        QFETCH(int, owner);
        QFETCH(QString, words);
        const PageIdentity found = identityOn(text, rivera());
        QCOMPARE(static_cast<int>(found.owner), owner);
        QCOMPARE(found.words, words);
        QCOMPARE(phrase(found).isEmpty(), found.owner == PageOwner::Same);
    }

    // Ten pages of a fax, the seventh of somebody else.
    void oneStrangerAmongTen()
    {
        int others = 0;
        for (int page = 1; page <= 10; ++page) {
            const QString text = page == 7 ? u"Patient: Osei, Kwame  MRN 004-559"_s : u"Patient: Rivera, Rachel"_s;
            const bool isOther = identityOn(text, rivera()).owner == PageOwner::Other;
            others += isOther ? 1 : 0;
            QCOMPARE(isOther, page == 7);
        }
        QCOMPARE(others, 1);
    }

    void nothingIsHeldAgainstAnUnknownPatient()
    {
        QVERIFY(identityOn(u"MRN: 1234 Patient: Jo Doe"_s, PageSubject{}).owner == PageOwner::Unnamed);
    }
};

QTEST_GUILESS_MAIN(TestPageIdentity)
#include "test_page_identity.moc"
