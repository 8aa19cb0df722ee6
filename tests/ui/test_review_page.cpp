// The review page under keys and clicks: reading, editing, refusing, signing.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/review_fixture.hpp"

#include "core/domain/clinical_diff.hpp"
#include "ui/presenters/edit_place.hpp"
#include "ui/style/apply.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/sign_sheet.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/whole_editor.hpp"
#include "ui/widgets/shell/secret_edit.hpp"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace countersign;
using namespace countersign::widgets;
using support::FakeDesk;

namespace
{

struct Window {
    explicit Window(std::shared_ptr<const domain::Item> item = tests::sampleItem())
        : desk(tests::deskWith(std::move(item))), feed(desk), page(feed, time.clock())
    {
        time.elapsed += milliseconds(1000);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
        draft().setFocus();
    }
    [[nodiscard]] SafeText &text(const char *name)
    {
        for (SafeText *text : page.findChildren<SafeText *>())
            if (text->accessibleName() == QLatin1String(name))
                return *text;
        qFatal("no such text");
    }
    [[nodiscard]] SafeText &draft() { return text("Draft"); }
    [[nodiscard]] SafeText &source() { return text("Source"); }
    [[nodiscard]] QString current()
    {
        const auto block = draft().current();
        return block ? draft().blocks()[static_cast<std::size_t>(*block)].id : QString();
    }
    [[nodiscard]] bool isSigning() { return page.findChild<SignSheet *>()->isVisible(); }
    [[nodiscard]] QPushButton *button(const char *text)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>())
            if (button->text().contains(QString::fromUtf8(text)) && button->isVisible())
                return button;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &page, key, with);
    }
    void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QLatin1String(text)); }

    tests::StillTime time;
    FakeDesk desk;
    presenters::DeskFeed feed;
    ReviewPage page;
};

class TestReviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    // The keyboard stays where the words are typed; every place is walked through and shown where it stands.
    void everySourceIsSearchedAsItIsTyped()
    {
        Window window;
        window.press(Qt::Key_Slash);
        window.type("effexor");
        SafeText &found = window.text("Found in the sources");
        QCOMPARE(found.blocks().size(), std::size_t{2}); // where, and the words around it
        QVERIFY(found.blocks()[1].text.contains(QStringLiteral("effexor 75 mg")));
        QVERIFY(!found.current());
        window.press(Qt::Key_Return);
        QCOMPARE(found.current(), std::optional(1));
        QVERIFY(!window.source().markRect({1, 0, 1, presenters::TextMark::Kind::Evidence}).isNull());
        window.type("x");
        QVERIFY(!window.page.findChild<QLineEdit *>(QStringLiteral("sourceSearch"))->text().isEmpty());
        window.press(Qt::Key_Escape);
        QVERIFY(window.draft().hasFocus());
        QVERIFY(!window.text("Sources").blocks().empty());
    }

    void keysMoveThroughTheDraft()
    {
        Window window;
        QCOMPARE(window.current(), QStringLiteral("st1"));
        const std::pair<Qt::Key, const char *> walk[] = {
            {Qt::Key_J, "st2"},  {Qt::Key_Down, "st3"},  {Qt::Key_K, "st2"},
            {Qt::Key_Up, "st1"}, {Qt::Key_N, "st2"},     {Qt::Key_Space, "st2"},
            {Qt::Key_N, "st3"},  {Qt::Key_Space, "st3"}, {Qt::Key_N, "st3"}};
        for (const auto &[key, place] : walk) {
            window.press(key);
            QCOMPARE(window.current(), QString::fromLatin1(place));
        }
        QVERIFY(window.draft().blocks()[2].isAcknowledged);
    }

    void oneKeyToTheEvidenceAndOneBack()
    {
        Window window;
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_Return}) {
            window.press(key);
            QVERIFY(window.source().hasFocus());
            window.press(key);
            QVERIFY(window.draft().hasFocus());
        }
        window.press(Qt::Key_E);
        window.press(Qt::Key_Escape);
        QVERIFY(window.draft().hasFocus());
    }

    void evidenceStandsBesideItsStatement()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowExposed(&window.page));
        QVERIFY(!window.source().blocks().empty());
        window.press(Qt::Key_J);
        window.press(Qt::Key_K);
        const int statement = window.draft().mapTo(&window.page, window.draft().textRect(1).topLeft()).y();
        const int evidence = window.source().mapTo(&window.page, window.source().markRect({1, 0, 4, {}}).topLeft()).y();
        // The sample's source is short: it cannot scroll that far, but it is on the screen.
        QVERIFY(std::abs(statement - evidence) < 200);
        QVERIFY(window.source().viewport()->rect().contains(window.source().markRect({1, 0, 4, {}})));
    }

    void citationsAreStepped()
    {
        Window window;
        for (int i = 0; i < 3; ++i)
            window.press(Qt::Key_J);
        window.press(Qt::Key_BracketRight);
        QCOMPARE(window.source().blocks()[0].text, QStringLiteral("Medication order"));
        window.press(Qt::Key_Left);
        QCOMPARE(window.source().blocks()[0].label, QStringLiteral("doctor"));
    }

    void signingTakesAChordAndAPassword()
    {
        Window window;
        window.desk.onCommand = [](FakeDesk &, const desk::Command &) {};
        QSignalSpy finished(&window.page, &ReviewPage::finished);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.isSigning());
        QVERIFY(qobject_cast<SecretEdit *>(QApplication::focusWidget()) != nullptr);
        window.press(Qt::Key_Return); // nothing typed
        QCOMPARE(tests::countOf<desk::Decide>(window.desk), 0);
        window.type("secret");
        window.press(Qt::Key_Return);
        window.press(Qt::Key_Return);
        QCOMPARE(tests::countOf<desk::Decide>(window.desk), 1);
        QVERIFY(asText(window.desk.lastAsked<desk::Decide>()->password->view()) == "secret");
        QVERIFY(window.isSigning());
        window.desk.reply({window.desk.asked.back().id, {}, domain::DecisionId{"d1"}});
        QVERIFY(!window.isSigning());
        QCOMPARE(finished.count(), 1);
    }

    void aWrongPasswordClearsTheFieldAndKeepsTheWords()
    {
        Window window;
        window.desk.onCommand = [](FakeDesk &desk, const desk::Command &command) {
            if (std::holds_alternative<desk::Decide>(command.request))
                desk.reply({command.id, domain::Refusal{domain::RefusalCode::WrongPassword, {}}, {}});
        };
        window.press(Qt::Key_Return, Qt::ControlModifier);
        window.type("wrong");
        window.press(Qt::Key_Return);
        QVERIFY(window.isSigning());
        QVERIFY(window.page.findChild<SecretEdit *>()->isEmpty());
        QVERIFY(window.page.findChild<SecretEdit *>()->hasFocus());
        QCOMPARE(window.text("What you sign").blocks()[1].text, QStringLiteral("Her left knee hurts."));
        window.press(Qt::Key_Escape);
        QVERIFY(!window.isSigning());
        QVERIFY(window.draft().hasFocus());
        QCOMPARE(tests::countOf<desk::Decide>(window.desk), 1);
    }

    void noSingleKeyDecides()
    {
        for (const bool onEvidence : {false, true}) {
            Window window;
            if (onEvidence)
                window.press(Qt::Key_E);
            for (int key = Qt::Key_Space; key <= Qt::Key_Z; ++key) {
                window.press(static_cast<Qt::Key>(key));
                window.press(Qt::Key_Escape);
            }
            for (const Qt::Key key :
                 {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete, Qt::Key_F1, Qt::Key_F5, Qt::Key_F12})
                window.press(key);
            QCOMPARE(tests::countOf<desk::Decide>(window.desk), 0);
            QVERIFY(!window.isSigning());
        }
    }

    void theChordIsDeadJustAfterTheItemChanged()
    {
        Window window;
        window.desk.edit([](desk::DeskSnapshot &now) {
            now.open = tests::opened(tests::sampleItem(tests::sampleDraft(), "item-2"));
        });
        for (int i = 0; i < 10; ++i)
            window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!window.isSigning());
        window.time.elapsed += milliseconds(400);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.isSigning());
    }

    void rejectingTakesTwoKeysAndTheSignature()
    {
        Window window;
        window.press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(window.button("Made up") != nullptr);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!window.isSigning()); // no reason yet
        window.press(Qt::Key_3);
        QVERIFY(window.button("Negation flipped")->isChecked());
        window.press(Qt::Key_C);
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.isSigning());
        window.type("secret");
        window.press(Qt::Key_Return);
        const auto *const decide = window.desk.lastAsked<desk::Decide>();
        QVERIFY(decide != nullptr && decide->verdict == domain::Verdict::Reject);
        QCOMPARE(decide->reasons.size(), std::size_t{1});
        QCOMPARE(decide->reasons[0].code, std::string("N03"));
        QVERIFY(decide->reasons[0].harm == domain::Harm::Critical);
    }

    void editingHappensInPlace()
    {
        Window window;
        window.press(Qt::Key_J);
        window.press(Qt::Key_I);
        auto *const editor = qobject_cast<StatementEditor *>(QApplication::focusWidget());
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->toPlainText(), QStringLiteral("She denies fever."));
        window.type(" No cough.");
        QCOMPARE(window.current(), QStringLiteral("st2")); // letters are letters here
        window.page.grab();
        const QRect block = window.draft().blockRect(*window.draft().current());
        QVERIFY(block.top() <= editor->y() && editor->geometry().bottom() <= block.bottom()); // in its own place
        window.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!editor->toPlainText().contains(QStringLiteral("cough")));
        window.press(Qt::Key_Y, Qt::ControlModifier);
        window.press(Qt::Key_Escape);
        QVERIFY(window.draft().hasFocus());
        QCOMPARE(window.draft().blocks()[2].text, QStringLiteral("She denies fever. No cough."));
        QCOMPARE(window.draft().blocks()[2].chips.size(), std::size_t{1});
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.isSigning());
        window.type("secret");
        window.press(Qt::Key_Return);
        QVERIFY(window.desk.lastAsked<desk::Decide>()->verdict == domain::Verdict::ApproveEdited);
    }

    void theWholeTextIsEditedInOnePlace()
    {
        Window window;
        window.press(Qt::Key_J);
        window.press(Qt::Key_F);
        auto *const editor = qobject_cast<WholeEditor *>(QApplication::focusWidget());
        QVERIFY(editor != nullptr);
        QVERIFY(!window.draft().isVisible());
        QVERIFY(editor->textCursor().block().text() == QStringLiteral("She denies fever.")); // where the reader was
        window.press(Qt::Key_End);
        window.press(Qt::Key_Return);
        window.type("No cough.");
        window.press(Qt::Key_Down);
        window.press(Qt::Key_Down);
        window.press(Qt::Key_Down);
        window.type("x"); // in a title: not taken
        QVERIFY(!editor->toPlainText().contains(QLatin1Char('x') + QStringLiteral("Plan"))
                && !editor->toPlainText().contains(QStringLiteral("Planx")));
        window.press(Qt::Key_Z, Qt::ControlModifier);
        window.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editor->toPlainText().contains(QStringLiteral("No cough.")));
        window.press(Qt::Key_Escape);
        QVERIFY(window.draft().hasFocus());
        QCOMPARE(window.draft().blocks()[3].text, QStringLiteral("No cough."));
    }

    // After a lock, a kill or another item: the text, the caret and the keyboard are where they were.
    void whoComesBackWritesOn()
    {
        domain::EditedDraft edited{tests::sampleDraft(), {}, {}};
        (*domain::sectionsOf(edited.draft))[0].statements[1].text = "She reports fever.";
        edited.changes = domain::clinicalDiff(tests::sampleDraft(), edited.draft);
        for (const bool isWhole : {false, true}) {
            Window window(nullptr);
            window.desk.edit([&](desk::DeskSnapshot &now) {
                auto open = tests::opened(tests::sampleItem());
                open->kept = std::make_shared<desk::KeptEdits>(
                    desk::KeptEdits{open->item->digest, edited,
                                    presenters::placeText({domain::StatementId{"st2"}, 4, 0, true, isWhole})});
                now.open = open;
            });
            QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()) != nullptr);
            auto *const editor = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
            QTRY_COMPARE(editor->textCursor().positionInBlock(), 4);
            window.type("now ");
            QVERIFY(editor->toPlainText().contains(QStringLiteral("She now reports fever.")));
            QCOMPARE(presenters::readPlace(window.desk.lastAsked<desk::EditDraft>()->place).isWhole, isWhole);
        }
    }

    void oneKeyShowsWhatWasChanged()
    {
        Window window;
        window.press(Qt::Key_J);
        window.press(Qt::Key_F2);
        window.type(" No cough.");
        window.press(Qt::Key_Escape);
        window.press(Qt::Key_D);
        SafeText &changes = window.text("What you changed");
        QVERIFY(changes.isVisible());
        QVERIFY(changes.blocks().back().words.contains(QStringLiteral("inserted")));
        window.press(Qt::Key_D);
        QVERIFY(!changes.isVisible());
    }

    void pastedMarkupIsPlain()
    {
        Window window;
        auto *const html = new QMimeData;
        html->setHtml(QStringLiteral("<b>bold</b><img src='file:///etc/passwd'>"));
        html->setText(QStringLiteral("<b>plain"));
        QApplication::clipboard()->setMimeData(html);
        window.press(Qt::Key_F2);
        window.press(Qt::Key_V, Qt::ControlModifier);
        window.press(Qt::Key_Escape);
        QCOMPARE(window.draft().blocks()[1].text, QStringLiteral("Her LEFT knee hurts.<b>plain"));
    }

    void whatCanHaveTheKeyboardHasAName()
    {
        Window window;
        window.press(Qt::Key_R, Qt::ControlModifier);
        for (QWidget *widget : window.page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QScrollBar *>(widget) != nullptr)
                continue;
            QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget);
            const QString name = face == nullptr ? QString() : face->text(QAccessible::Name);
            const bool isUnused = !widget->isVisibleTo(&window.page);
            QVERIFY2(!name.isEmpty() || isUnused, widget->metaObject()->className());
        }
    }

    void everyControlCanBeHit()
    {
        Window window;
        for (QAbstractButton *button : window.page.findChildren<QAbstractButton *>())
            if (button->isVisible() && !button->testAttribute(Qt::WA_TransparentForMouseEvents))
                QVERIFY2(button->width() >= 24 && button->height() >= 24, qPrintable(button->text()));
    }

    void itFitsATwofoldScale()
    {
        style::apply(*qApp, style::Theme(style::Look::Dark, 2, true));
        {
            Window window;
            window.page.resize(1136, 600);
            QVERIFY(window.page.minimumSizeHint().width() <= 1136);
            QVERIFY(!window.source().isVisible());
            window.press(Qt::Key_E);
            QVERIFY(window.source().isVisible());
            QVERIFY(window.draft().isVisible());
            window.press(Qt::Key_Escape);
            QVERIFY(!window.source().isVisible());
        }
        style::apply(*qApp, style::Theme(style::Look::Light, 1, true));
    }
};

} // namespace

COUNTERSIGN_UI_MAIN(TestReviewPage)
#include "test_review_page.moc"
