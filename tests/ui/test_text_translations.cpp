// The shipped languages are complete, keep their placeholders, and are found by the program.
#include "ui/text/words.hpp"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

struct Message {
    QString context, source;
    QStringList forms;
    bool isFinished = true;
};

std::vector<Message> read(const QString &language)
{
    QFile file(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/translations/countersign_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.push_back({context, {}, {}, true});
        else if (xml.name() == u"source")
            messages.back().source = xml.readElementText();
        else if (xml.name() == u"translation") {
            messages.back().isFinished = !xml.attributes().hasAttribute(u"type"_s);
            const bool isCounted = messages.back().source.contains(u"%n");
            if (!isCounted)
                messages.back().forms << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            messages.back().forms << xml.readElementText();
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%[0-9n]"_s);
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTextTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsFinished_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("formsOfCounted");
        QTest::addColumn<int>("least");
        QTest::newRow("German") << u"de"_s << 2 << 400;
        QTest::newRow("English plurals") << u"en"_s << 2 << 8;
    }
    void everyEntryIsFinished()
    {
        QFETCH(QString, language);
        QFETCH(int, formsOfCounted);
        QFETCH(int, least);
        const auto messages = read(language);
        QVERIFY(static_cast<int>(messages.size()) >= least);
        for (const Message &message : messages) {
            QVERIFY2(message.isFinished, qPrintable(message.source));
            QCOMPARE(message.forms.size(), message.source.contains(u"%n") ? formsOfCounted : 1);
            for (const QString &form : message.forms) {
                QVERIFY2(!form.isEmpty(), qPrintable(message.source));
                QCOMPARE(placeholders(form), placeholders(message.source));
            }
        }
    }
    void theProgramFindsThem()
    {
        QTranslator german;
        QVERIFY(german.load(u":/i18n/countersign_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        QCOMPARE(text::phrase(domain::Tier::Critical), u"Kritisch"_s);
        QCOMPARE(text::phrase(domain::Standing::Stored), u"Gespeichert"_s);
        QCOMPARE(text::reasonChip("N07"), u"Falscher Patient"_s);
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(text::phrase(domain::Tier::Critical), u"Critical"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextTranslations)
#include "test_text_translations.moc"
