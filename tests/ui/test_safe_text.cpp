// The one widget for text of agents and documents: literal, measured, selectable, fast.
#include "core/base/unicode.hpp"
#include "tests/support/gui_watch.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/review/safe_text.hpp"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTest>

using namespace countersign;
using presenters::TextBlock;
using presenters::TextBlocks;
using presenters::TextMark;
using widgets::SafeText;

namespace
{

presenters::TextPage pageOf(const QStringList &texts, TextBlock::Kind kind = TextBlock::Kind::Sentence)
{
    TextBlocks blocks;
    for (const QString &text : texts) {
        TextBlock block;
        block.kind = kind;
        block.text = text;
        block.isStep = true;
        block.words = QStringLiteral("nothing cited");
        blocks.push_back(std::move(block));
    }
    return {std::make_shared<const TextBlocks>(std::move(blocks)), {}};
}

std::unique_ptr<SafeText> shown(const presenters::TextPage &page, SafeText::Part part = SafeText::Part::Text)
{
    auto text = std::make_unique<SafeText>(part);
    text->setManner({.hasGutter = part == SafeText::Part::List});
    text->resize(640, 480);
    text->showPage(page);
    text->show();
    return text;
}

QString accessibleText(SafeText &text)
{
    QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(&text);
    QAccessibleTextInterface *const words = face == nullptr ? nullptr : face->textInterface();
    return words == nullptr ? QString() : words->text(0, words->characterCount());
}

// How many of the widget's pixels have that colour.
int pixelsOf(SafeText &text, QColor color)
{
    const QImage image = text.viewport()->grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

class TestSafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme()); }

    void hostileTextIsLiteral_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"<img src='file:///etc/passwd'>", "<b>BP</b> 5mg", "<a href=\"https://x\">y</a>",
                                 "&lt;&amp;&#60;", "**bold** _x_ [a](b)", "<table background=//host/share>",
                                 "<style>*{display:none}</style>", "\\n %1 %n {0}"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void hostileTextIsLiteral()
    {
        QFETCH(QString, text);
        const auto widget = shown(pageOf({text::shown(text.toStdString())}));
        QCOMPARE(accessibleText(*widget), text);
        widget->select(widgets::TextRange{{0, 0}, {0, static_cast<int>(text.size())}});
        widget->copy();
        const QMimeData *const clip = QApplication::clipboard()->mimeData();
        QCOMPARE(clip->text(), text);
        QVERIFY(!clip->hasHtml());
    }

    void wordsAreMarkedByKeysFromTheCitedPlace()
    {
        auto page = pageOf({QStringLiteral("first line"), QStringLiteral("my right knee hurts")});
        page.marks = {TextMark{1, 3, 8, {}}};
        const auto widget = shown(page);
        QTest::keyClick(widget.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("right"));
        QTest::keyClick(widget.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("right knee"));
        QTest::keyClick(widget.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("right kne"));
        QTest::keyClick(widget.get(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("right knee hurts"));
        QTest::keyClick(widget.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("my "));
        QTest::keyClick(widget.get(), Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(widget->selectedText().startsWith(QStringLiteral("first line")));
        for (int i = 0; i < 40; ++i) // never past an end
            QTest::keyClick(widget.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(widget->selectedText(), QStringLiteral("right knee hurts"));
    }

    void whatCannotBeSeenBecomesAToken()
    {
        for (const char32_t c : {char32_t{0x202E}, char32_t{0x2066}, char32_t{0x200B}, char32_t{0xFEFF},
                                 char32_t{0xE0041}, char32_t{0x00AD}}) {
            const std::u32string raw = {U'a', c, U'b'};
            const QString words = text::shown(toUtf8(raw));
            QVERIFY(!words.toUcs4().contains(c));
            const auto widget = shown(pageOf({words}));
            QVERIFY(pixelsOf(*widget, style::Theme().color(style::Tone::Warn)) > 20); // the box around it
        }
    }

    void rawControlsThatSlipThroughActOnNothing()
    {
        // The widget is the last defence: a direction override that nobody replaced must not turn the line around.
        const QString raw = QStringLiteral("ab") + QChar(0x202E) + QStringLiteral("cd");
        const auto widget = shown(pageOf({raw}));
        const QRect first = widget->markRect({0, 3, 4, {}});
        const QRect second = widget->markRect({0, 4, 5, {}});
        QVERIFY(first.left() < second.left());
    }

    void naughtyStringsAreShown()
    {
        const QString folder = qEnvironmentVariable("COUNTERSIGN_DATA");
        QFile file(folder + QStringLiteral("/robustness/naughty-strings.json"));
        if (folder.isEmpty() || !file.open(QFile::ReadOnly))
            QSKIP("COUNTERSIGN_DATA is not set: the naughty strings were left out");
        QStringList texts;
        for (const auto &value : QJsonDocument::fromJson(file.readAll()).array())
            texts << text::shown(value.toString().toStdString());
        QVERIFY(texts.size() > 100);
        const auto widget = shown(pageOf(texts));
        QCOMPARE(accessibleText(*widget), texts.join(QLatin1Char('\n')));
        // A few at a time: a font for a script that was not met before takes the system ten milliseconds and more to
        // find.
        for (int i = 0; i <= widget->verticalScrollBar()->maximum(); i += 60) {
            widget->verticalScrollBar()->setValue(i);
            QVERIFY(!widget->grab().isNull());
        }
    }

    void linesAreMadeForReading()
    {
        const QString words =
            QStringLiteral("The patient reports feeling tired and short of breath after yard work. ").repeated(12);
        const auto widget = shown(pageOf({words}));
        widget->resize(1400, 600);
        const QRect first = widget->markRect({0, 0, 1, {}});
        int end = 0;
        while (end < words.size() && widget->markRect({0, end, end + 1, {}}).top() == first.top())
            ++end;
        QVERIFY2(end >= 60 && end <= 75, qPrintable(QString::number(end)));
        const QRect second = widget->markRect({0, end, end + 1, {}});
        const double lineHeight = (second.top() - first.top()) / 15.0;
        QVERIFY2(lineHeight >= 1.45 && lineHeight <= 1.6, qPrintable(QString::number(lineHeight)));
    }

    void citedWordsAreMarked()
    {
        presenters::TextPage page = pageOf({QStringLiteral("maybe a couple, probably once a day")});
        const auto widget = shown(page);
        const QColor ground = style::Theme().color(style::Tone::Evidence);
        QCOMPARE(pixelsOf(*widget, ground), 0);
        page.marks = {{0, 8, 14, TextMark::Kind::Evidence}};
        widget->showPage(page);
        QVERIFY(pixelsOf(*widget, ground) > 200);
        QVERIFY(pixelsOf(*widget, style::Theme().color(style::Tone::EvidenceLine)) > 30);
    }

    void theMarkComesToTheHeightOfItsStatement()
    {
        QStringList lines;
        for (int i = 0; i < 400; ++i)
            lines << QStringLiteral("line %1 of a long conversation").arg(i);
        presenters::TextPage page = pageOf(lines);
        page.marks = {{200, 0, 8, TextMark::Kind::Evidence}};
        const auto widget = shown(page);
        for (const int wanted : {40, 200, 400}) {
            widget->alignMark(page.marks[0], wanted);
            QVERIFY2(std::abs(widget->markRect(page.marks[0]).top() - wanted) <= 2,
                     qPrintable(QString::number(widget->markRect(page.marks[0]).top())));
        }
    }

    void twoMebibytesOpenAtOnce_data()
    {
        QTest::addColumn<QStringList>("texts");
        const QString line = QStringLiteral("[doctor] and how has the breathing been since the last visit ? ");
        QTest::newRow("by lines") << QStringList(static_cast<int>((2 << 20) / line.size()), line);
        QTest::newRow("one paragraph") << QStringList{line.repeated((2 << 20) / static_cast<int>(line.size()))};
        QTest::newRow("one word") << QStringList{QString(2 << 20, QLatin1Char('x'))};
    }
    void twoMebibytesOpenAtOnce()
    {
        QFETCH(QStringList, texts);
        const presenters::TextPage page = pageOf(texts);
        support::GuiWatch watch; // processor time: the machine may have other things to do
        watch.step(QStringLiteral("open"), [&] {
            const auto widget = shown(page);
            widget->grab();
            const TextMark last{static_cast<int>(texts.size()) - 1,
                                static_cast<int>(texts.back().size()) - 8,
                                static_cast<int>(texts.back().size()),
                                {}};
            widget->alignMark(last, 100);
            widget->grab();
            QVERIFY(widget->markRect(last).intersects(widget->viewport()->rect()));
        });
        QVERIFY2(watch.longest() < 1'000, qPrintable(QString::number(watch.longest())));
    }

    void statementsAreEntriesForAssistiveTechnology()
    {
        const auto widget = shown(pageOf({QStringLiteral("one"), QStringLiteral("two")}), SafeText::Part::List);
        widget->setCurrent(1);
        QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget.get());
        QVERIFY(face != nullptr);
        QVERIFY(face->role() == QAccessible::List);
        QCOMPARE(face->childCount(), 2);
        QAccessibleInterface *const second = face->child(1);
        QCOMPARE(second->text(QAccessible::Name), QStringLiteral("two"));
        QCOMPARE(second->text(QAccessible::Description), QStringLiteral("nothing cited"));
        QVERIFY(second->state().selected);
        QCOMPARE(face->indexOfChild(second), 1);
        QVERIFY(face->rect().intersects(second->rect()));
        QVERIFY(face->focusChild() == second);
    }

    void aClickChoosesAndADragSelects()
    {
        const auto widget =
            shown(pageOf({QStringLiteral("one two"), QStringLiteral("three four")}), SafeText::Part::List);
        QList<int> clicked;
        connect(widget.get(), &SafeText::blockClicked, this, [&](int block) { clicked << block; });
        const QPoint on = widget->textRect(1).center();
        QTest::mousePress(widget->viewport(), Qt::LeftButton, {}, on);
        QVERIFY(clicked.isEmpty()); // acts on release
        QTest::mouseRelease(widget->viewport(), Qt::LeftButton, {}, on);
        QCOMPARE(clicked, QList<int>{1});
        const QRect from = widget->markRect({0, 4, 5, {}});
        const QRect to = widget->markRect({1, 4, 5, {}});
        QTest::mousePress(widget->viewport(), Qt::LeftButton, {}, from.center() - QPoint(from.width() / 2, 0));
        QMouseEvent drag(QEvent::MouseMove, QPointF(to.center() + QPoint(to.width() / 2, 0)),
                         widget->viewport()->mapToGlobal(QPointF(to.center() + QPoint(to.width() / 2, 0))),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget->viewport(), &drag);
        QTest::mouseRelease(widget->viewport(), Qt::LeftButton, {}, to.center());
        QCOMPARE(widget->selectedText(), QStringLiteral("two\nthree"));
        QCOMPARE(clicked.size(), 1);
    }

    void aListEndsBelowAWholeBlock()
    {
        QStringList texts;
        for (int i = 0; i < 40; ++i)
            texts << QStringLiteral("words ").repeated(i % 3 == 2 ? 30 : 3);
        const auto widget = shown(pageOf(texts), SafeText::Part::List);
        for (const int most : {60, 100, 217, 300}) {
            const int height = widget->wholeBlocksWithin(most, 640);
            QVERIFY(height > 0 && height <= most);
            int block = 0;
            while (widget->blockRect(block).bottom() + 1 < height)
                ++block;
            QCOMPARE(widget->blockRect(block).bottom() + 1, height);
        }
    }

    void whatIsCurrentStaysInSight()
    {
        QStringList texts;
        for (int i = 0; i < 40; ++i)
            texts << QStringLiteral("words ").repeated(i % 3 == 2 ? 30 : 3);
        const auto widget = shown(pageOf(texts), SafeText::Part::List);
        for (const int current : {20, 39}) {
            widget->resize(640, 480);
            widget->setCurrent(current);
            widget->bringIntoView(current);
            for (const int height : {480, 300, 120}) {
                widget->resize(640, height);
                QVERIFY(widget->viewport()->rect().contains(widget->blockRect(current)));
            }
        }
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestSafeText)
#include "test_safe_text.moc"
