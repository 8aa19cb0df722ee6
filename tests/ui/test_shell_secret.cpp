// The password field: what is typed comes out as it was typed, once, and is nowhere else to be read.
#include "tests/support/gui_watch.hpp"
#include "ui/style/apply.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;
using widgets::SecretEdit;

namespace
{

std::string taken(SecretEdit &edit)
{
    const SecretBytes secret = edit.take();
    return std::string(asText(secret.view()));
}

} // namespace

class TestShellSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme()); }

    void comesOutAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("letters") << u"Correct horse 7?"_s << QByteArray("Correct horse 7?");
        QTest::newRow("umlaut") << u"süß"_s << QByteArray("s\xc3\xbc\xc3\x9f");
        QTest::newRow("three bytes") << u"€"_s << QByteArray("\xe2\x82\xac");
    }
    void comesOutAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, bytes);
        SecretEdit edit;
        for (const QChar c : typed)
            QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, QString(c), Qt::NoModifier);
        QCOMPARE(edit.characterCount(), static_cast<int>(typed.size()));
        QCOMPARE(QByteArray::fromStdString(taken(edit)), bytes);
        QVERIFY(edit.isEmpty());
        QCOMPARE(taken(edit), std::string());
    }

    void pasteAndPlanesBeyondTheFirst()
    {
        SecretEdit edit;
        QGuiApplication::clipboard()->setText(u"a\U0001F511b"_s);
        QTest::keySequence(&edit, QKeySequence::Paste);
        QCOMPARE(edit.characterCount(), 3);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Backspace); // the whole character, not a byte of it
        QCOMPARE(taken(edit), std::string("a"));
    }

    void neverGrowsBeyondItsPlace()
    {
        SecretEdit edit;
        QGuiApplication::clipboard()->setText(QString(2000, u'€'));
        QTest::keySequence(&edit, QKeySequence::Paste);
        QCOMPARE(edit.characterCount(), static_cast<int>(SecretEdit::bytesMax / 3));
        QCOMPARE(taken(edit).size(), SecretEdit::bytesMax / 3 * 3);
    }

    void enterSubmitsAndControlClears()
    {
        SecretEdit edit;
        QSignalSpy submitted(&edit, &SecretEdit::submitted);
        QTest::keyClicks(&edit, u"abc"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(edit.characterCount(), 3);
        QTest::keyClick(&edit, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(edit.isEmpty());
    }

    void guessesCapsLock()
    {
        SecretEdit edit;
        QSignalSpy caps(&edit, &SecretEdit::capsLockChanged);
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, u"A"_s, Qt::NoModifier);
        QCOMPARE(caps.count(), 1);
        QVERIFY(edit.looksLikeCapsLock());
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, u"A"_s, Qt::ShiftModifier);
        QVERIFY(!edit.looksLikeCapsLock());
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_1, u"1"_s, Qt::NoModifier);
        QVERIFY(!edit.looksLikeCapsLock());
    }

    void saysWhatItIsAndNotWhatItHolds()
    {
        SecretEdit edit;
        edit.setAccessibleName(u"Password"_s);
        QTest::keyClicks(&edit, u"topsecret"_s);
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&edit);
        QVERIFY(seen != nullptr);
        QCOMPARE(seen->role(), QAccessible::EditableText);
        QVERIFY(seen->state().passwordEdit);
        for (const auto part : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
            QVERIFY(!seen->text(part).contains(u"topsecret"));
        QVERIFY(seen->textInterface() == nullptr);
    }
};

COUNTERSIGN_UI_MAIN(TestShellSecret)
#include "test_shell_secret.moc"
