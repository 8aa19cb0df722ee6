// Every page as assistive technology, a hand without a mouse, a large finger and another language meet it: names and
// roles (4.1.2), focus in sight (2.4.7, 2.4.11), targets (2.5.8), right to left, and no word outside of translation.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTranslator>

#include <functional>
#include <set>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::MainWindow;

namespace
{

struct Page {
    QString name;
    std::function<void(WindowRig &)> show;
};

std::vector<Page> pages()
{
    const auto review = [](WindowRig &rig) { rig.openFirst(); };
    return {
        {u"queue"_s, [](WindowRig &rig) { rig.window().showPage(MainWindow::Queue); }},
        {u"review"_s, review},
        {u"history"_s, [](WindowRig &rig) { rig.window().showPage(MainWindow::History); }},
        {u"keys"_s, [](WindowRig &rig) { rig.window().showKeys(); }},
        {u"palette"_s, [](WindowRig &rig) { rig.window().showPalette(); }},
        {u"settings"_s, [](WindowRig &rig) { rig.window().showPage(MainWindow::Settings); }},
        {u"outbox"_s, [](WindowRig &rig) { rig.window().toggleOutbox(); }},
        {u"sign-in"_s, [](WindowRig &rig) { rig.desk->edit([](desk::DeskSnapshot &now) { now.session = {}; }); }},
    };
}

QString where(const QWidget &widget)
{
    return QLatin1String(widget.metaObject()->className()) + u" "_s + widget.objectName() + u" “"_s
           + widget.accessibleName() + u"”"_s;
}

// Every visible interface under this one, depth first; a table's or list's cells too, as many as are shown.
void eachInterface(QAccessibleInterface *at, const std::function<void(QAccessibleInterface &)> &use)
{
    constexpr int childrenMax = 200;
    if (at == nullptr || !at->isValid() || at->state().invisible)
        return;
    use(*at);
    for (int i = 0; i < std::min(at->childCount(), childrenMax); ++i)
        eachInterface(at->child(i), use);
}

bool isPressable(const QWidget &widget)
{
    if (widget.testAttribute(Qt::WA_TransparentForMouseEvents))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) != nullptr
           || qobject_cast<const QLineEdit *>(&widget) != nullptr
           || qobject_cast<const QComboBox *>(&widget) != nullptr;
}

// What every widget says to a reader.
QStringList wordsOf(const QWidget &widget)
{
    QStringList words{widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words << button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        words << edit->placeholderText();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
        view != nullptr && view->model() != nullptr)
        for (int column = 0; column < view->model()->columnCount(); ++column)
            words << view->model()->headerData(column, Qt::Horizontal).toString();
    return words;
}

// Speaks no language: what is translated stands in brackets.
class Brackets : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"⟪"_s + QString::fromUtf8(source) + u"⟫"_s;
    }
    bool isEmpty() const override { return false; }
};

// A clinic that says nothing in letters: every letter on the screen is ours.
std::unique_ptr<support::FakeDesk> wordless()
{
    auto desk = std::make_unique<support::FakeDesk>();
    desk->edit([](desk::DeskSnapshot &now) {
        now.session.state = desk::SessionState::SignedIn;
        now.session.reviewer = domain::Reviewer{};
        now.session.reviewer->name = "000";
        now.link.state = desk::LinkState::Online;
        auto item = std::make_shared<domain::ItemSummary>();
        item->id = domain::ItemId("1");
        item->family = domain::Phi<std::string>("222");
        item->title = "333";
        item->workflow = domain::WorkflowId("clinical-documentation");
        item->proposedAt = tests::clinicNow() - std::chrono::hours(1);
        item->dueAt = tests::clinicNow() + std::chrono::hours(1);
        auto queue = std::make_shared<desk::QueueView>();
        queue->rows.push_back(item);
        queue->isComplete = true;
        now.queue = queue;
    });
    return desk;
}

QString outsideOfBrackets(QString words)
{
    static const QRegularExpression inBrackets(u"⟪[^⟪⟫]*⟫"_s);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    static const QRegularExpression keys(
        u"\\b(Ctrl|Alt|Shift|Esc|Enter|Return|Space|Tab|Home|End|PgUp|PgDown|Up|Down|Left|Right|Del|F\\d+|[A-Z])\\b"_s);
    for (qsizetype before = -1; before != words.size();) { // brackets within brackets
        before = words.size();
        words.remove(inBrackets);
    }
    words.remove(tags).remove(keys);
    words.removeIf([](QChar c) { return !c.isLetter(); });
    return words;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        style::apply(*qApp, style::Theme(style::Look::Light, 1, true));
    }
    void initTestCase() { cleanup(); }

    void everythingHasANameAndARole_data() { eachPage(); }
    void everythingHasANameAndARole()
    {
        QFETCH(int, page);
        WindowRig rig;
        pages()[static_cast<std::size_t>(page)].show(rig);
        int seen = 0;
        QStringList nameless;
        eachInterface(QAccessible::queryAccessibleInterface(&rig.window()), [&](QAccessibleInterface &one) {
            if (!one.state().focusable && one.role() != QAccessible::Button && one.role() != QAccessible::ListItem)
                return;
            if (one.role() == QAccessible::ListItem && one.rect().isEmpty())
                return;
            ++seen;
            const auto *object = qobject_cast<const QWidget *>(one.object());
            const QString which = object != nullptr ? where(*object) : u"a part"_s;
            if (one.role() == QAccessible::NoRole || one.role() == QAccessible::Client)
                nameless << which + u": no role"_s;
            if (one.text(QAccessible::Name).trimmed().isEmpty())
                nameless << which + u": no name"_s;
        });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"\n"_s)));
        QVERIFY2(seen > 2, qPrintable(QString::number(seen)));
    }

    void targetsAreLargeEnough_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 1.5, 2.0})
            for (std::size_t i = 0; i < pages().size(); ++i)
                QTest::addRow("%s at %d %%", qPrintable(pages()[i].name), static_cast<int>(scale * 100))
                    << static_cast<int>(i) << scale;
    }
    void targetsAreLargeEnough()
    {
        QFETCH(int, page);
        QFETCH(double, scale);
        style::apply(*qApp, style::Theme(style::Look::Light, scale, true));
        WindowRig rig;
        pages()[static_cast<std::size_t>(page)].show(rig);
        QCoreApplication::sendPostedEvents();
        const int least = style::themeOf(nullptr).px(style::targetMin);
        QStringList small;
        for (const QWidget *widget : rig.window().findChildren<QWidget *>())
            if (widget->isVisible() && isPressable(*widget) && (widget->width() < least || widget->height() < least))
                small
                    << u"%1: %2 x %3 of %4"_s.arg(where(*widget)).arg(widget->width()).arg(widget->height()).arg(least);
        QVERIFY2(small.isEmpty(), qPrintable(small.join(u"\n"_s)));
    }

    // Tab goes everywhere and comes back; whoever has the keyboard is in sight and under nothing.
    void focusIsNeverHidden_data() { eachPage(); }
    void focusIsNeverHidden()
    {
        QFETCH(int, page);
        constexpr int stopsMax = 80;
        WindowRig rig;
        pages()[static_cast<std::size_t>(page)].show(rig);
        std::set<const QWidget *> visited;
        for (int i = 0; i < stopsMax; ++i) {
            rig.key(Qt::Key_Tab);
            const QWidget *focus = WindowRig::focus();
            QVERIFY(focus != nullptr && focus->isVisible());
            if (!visited.insert(focus).second && visited.size() > 1)
                break;
            const QPoint middle = focus->mapTo(&rig.window(), focus->rect().center());
            QVERIFY2(rig.window().rect().contains(middle), qPrintable(where(*focus)));
            const QWidget *there = rig.window().childAt(middle);
            QVERIFY2(there != nullptr && (there == focus || focus->isAncestorOf(there)), qPrintable(where(*focus)));
        }
        QVERIFY(!visited.empty());
    }

    void rightToLeftIsMirrored()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        WindowRig rig;
        auto *rows = rig.window().findChild<QAbstractItemView *>(u"queueRows"_s);
        QVERIFY(rows->mapTo(&rig.window(), QPoint(0, 0)).x() < rig.window().width() / 8); // the rail is at the right
        rows->setCurrentIndex({});
        const QImage row = rows->viewport()->grab().toImage();
        const auto ink = [&](int from, int to) { // of the first row: the glyph of its tier stands at its beginning
            int count = 0;
            for (int y = 16; y < 46; ++y)
                for (int x = from; x < to; ++x)
                    count += row.pixelColor(x, y).lightness() < 96 ? 1 : 0;
            return count;
        };
        const int end = row.width();
        QVERIFY(ink(end - 48, end - 20) > 80); // ● filled
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void noWordIsOutsideOfTranslation_data() { eachPage(); }
    void noWordIsOutsideOfTranslation()
    {
        QFETCH(int, page);
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QStringList bare;
        {
            WindowRig rig(wordless());
            if (pages()[static_cast<std::size_t>(page)].name != u"review"_s)
                pages()[static_cast<std::size_t>(page)].show(rig);
            for (const QWidget *widget : rig.window().findChildren<QWidget *>())
                for (const QString &words : wordsOf(*widget))
                    if (!outsideOfBrackets(words).isEmpty())
                        bare << where(*widget) + u": "_s + words;
        }
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY2(bare.isEmpty(), qPrintable(bare.join(u"\n"_s)));
    }

    // At 300 % on a small screen nothing that can be pressed lies outside of the window.
    void nothingFallsOffAtThreeHundred()
    {
        style::apply(*qApp, style::Theme(style::Look::Light, 3, true));
        WindowRig rig;
        rig.window().resize(1920, 1200);
        rig.window().showPage(MainWindow::Queue);
        QCoreApplication::sendPostedEvents();
        QStringList lost;
        for (const QWidget *widget : rig.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || !isPressable(*widget))
                continue;
            const QRect there(widget->mapTo(&rig.window(), QPoint(0, 0)), widget->size());
            if (!rig.window().rect().contains(there))
                lost << where(*widget);
        }
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u"\n"_s)));
    }

private:
    static void eachPage()
    {
        QTest::addColumn<int>("page");
        for (std::size_t i = 0; i < pages().size(); ++i)
            QTest::newRow(qPrintable(pages()[i].name)) << static_cast<int>(i);
    }
};

COUNTERSIGN_UI_MAIN(TestAccess)
#include "test_access.moc"
