// Every page at every size at which somebody works: 200 % on the smallest serious screen, 300 % on a large one, and a
// window of 320 units (1.4.4, 1.4.10). Nothing lies over anything else, no words are cut that have to be whole, and
// nothing that can be pressed lies outside of the window.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"

#include "ui/widgets/shell/brief_label.hpp"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>

#include <functional>

using namespace countersign;
using namespace Qt::StringLiterals;
using tests::WindowRig;
using widgets::MainWindow;

namespace
{

struct Page {
    const char *name;
    std::function<void(WindowRig &)> show;
    bool isReading = true; // what 1.4.10 asks for at 320 units; what is typed into has more room
};

std::vector<Page> pages()
{
    const auto review = [](WindowRig &rig) { rig.openFirst(); };
    return {
        {"queue", [](WindowRig &rig) { rig.window().showPage(MainWindow::Queue); }},
        {"review", review},
        {"evidence",
         [=](WindowRig &rig) {
             review(rig);
             rig.key(Qt::Key_E);
         }},
        {"finding",
         [=](WindowRig &rig) {
             review(rig);
             rig.key(Qt::Key_N);
             rig.key(Qt::Key_A);
         },
         false},
        {"edit",
         [=](WindowRig &rig) {
             review(rig);
             rig.key(Qt::Key_I);
         },
         false},
        {"reject",
         [=](WindowRig &rig) {
             review(rig);
             rig.key(Qt::Key_R, Qt::ControlModifier);
         },
         false},
        {"history", [](WindowRig &rig) { rig.window().showPage(MainWindow::History); }},
        {"settings", [](WindowRig &rig) { rig.window().showPage(MainWindow::Settings); }},
        {"access", [](WindowRig &rig) { rig.window().openAccess(); }},
        {"keys", [](WindowRig &rig) { rig.window().showKeys(); }},
        {"outbox", [](WindowRig &rig) { rig.window().toggleOutbox(); }},
    };
}

struct Size {
    const char *name;
    double scale;
    QSize pixels;
};
constexpr Size sizes[] = {
    {"100 % of 1280 x 800", 1, {1280, 800}},
    {"100 % of 1024 x 768", 1, {1024, 768}},
    {"150 % of 1280 x 800", 1.5, {1280, 800}},
    {"200 % of 1280 x 800", 2, {1280, 800}},
    {"200 % of 1024 x 768", 2, {1024, 768}},
    {"300 % of 1920 x 1200", 3, {1920, 1200}},
    {"320 wide, as 400 % of 1280 leaves", 1, {320, 640}},
};

// What is scrolled has no end at the edge of what is seen.
bool isScrolled(const QWidget &widget)
{
    for (const QWidget *up = widget.parentWidget(); up != nullptr; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea *>(up->parentWidget()) != nullptr)
            return true;
    return false;
}

QString where(const QWidget &widget)
{
    QString words = QLatin1String(widget.metaObject()->className());
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words += u" “"_s + label->text().left(40) + u"”"_s;
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words += u" “"_s + button->text() + u"”"_s;
    return words + u" %1x%2"_s.arg(widget.width()).arg(widget.height());
}

QString sizeTrouble(const QWidget &widget)
{
    constexpr int slack = 1;
    const auto *label = qobject_cast<const QLabel *>(&widget);
    if (label != nullptr && !label->text().isEmpty() && label->hasHeightForWidth()
        && label->height() + slack < label->heightForWidth(label->width()))
        return u" wants height %1"_s.arg(label->heightForWidth(label->width()));
    const bool isBrief = qobject_cast<const widgets::BriefLabel *>(label) != nullptr;
    if (label != nullptr && !isBrief && !label->wordWrap() && label->width() + slack < label->sizeHint().width())
        return u" wants width %1"_s.arg(label->sizeHint().width());
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const bool isDrawing = widget.testAttribute(Qt::WA_TransparentForMouseEvents); // a sign, not a button
    if (button != nullptr && !isDrawing && button->width() + slack < button->sizeHint().width())
        return u" wants width %1"_s.arg(button->sizeHint().width());
    return {};
}

// Of one layout: what it placed side by side must stand side by side.
void findOverlaps(const QWidget &parent, QStringList &troubles)
{
    if (parent.layout() == nullptr)
        return;
    std::vector<QWidget *> placed;
    const std::function<void(QLayout &)> walk = [&](QLayout &layout) {
        for (int i = 0; i < layout.count(); ++i)
            if (QWidget *widget = layout.itemAt(i)->widget(); widget != nullptr && widget->isVisible())
                placed.push_back(widget);
            else if (QLayout *inner = layout.itemAt(i)->layout())
                walk(*inner);
    };
    walk(*parent.layout());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (std::size_t j = i + 1; j < placed.size(); ++j)
            if (placed[i]->geometry().intersects(placed[j]->geometry()))
                troubles << where(*placed[i]) + u" lies over "_s + where(*placed[j]);
        if (!isScrolled(*placed[i]) && !parent.rect().adjusted(-1, -1, 1, 1).contains(placed[i]->geometry()))
            troubles << where(*placed[i]) + u" leaves "_s + where(parent);
    }
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { style::apply(*qApp, style::Theme(style::Look::Light, 1, true)); }

    void everythingHasItsRoom_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("size");
        for (std::size_t s = 0; s < std::size(sizes); ++s)
            for (std::size_t p = 0; p < pages().size(); ++p)
                if (pages()[p].isReading || sizes[s].pixels.width() > 320)
                    QTest::addRow("%s, %s", pages()[p].name, sizes[s].name)
                        << static_cast<int>(p) << static_cast<int>(s);
    }
    void everythingHasItsRoom()
    {
        QFETCH(int, page);
        QFETCH(int, size);
        style::apply(*qApp, style::Theme(style::Look::Light, sizes[size].scale, true));
        WindowRig rig;
        rig.window().resize(sizes[size].pixels);
        pages()[static_cast<std::size_t>(page)].show(rig);
        for (int turn = 0; turn < 3; ++turn) // layouts settle after their widgets
            QCoreApplication::processEvents();
        QCOMPARE(rig.window().size(), sizes[size].pixels);
        QStringList troubles;
        for (const QWidget *widget : rig.window().findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            if (const QString trouble = sizeTrouble(*widget); !trouble.isEmpty())
                troubles << where(*widget) + trouble;
            findOverlaps(*widget, troubles);
        }
        QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(u"\n"_s)));
    }

    // Whoever has the keyboard is in sight, also where a sheet is taller than its window.
    void whoeverHasTheKeyboardIsInSight()
    {
        style::apply(*qApp, style::Theme(style::Look::Light, 2, true));
        WindowRig rig;
        rig.window().resize(1024, 768);
        rig.window().openAccess();
        QCoreApplication::processEvents();
        for (int i = 0; i < 8; ++i) {
            rig.key(Qt::Key_Tab);
            const QWidget *focus = WindowRig::focus();
            QVERIFY(focus != nullptr);
            const QPoint middle = focus->mapTo(&rig.window(), focus->rect().center());
            const QWidget *there = rig.window().childAt(middle);
            QVERIFY2(there != nullptr && (there == focus || focus->isAncestorOf(there)), qPrintable(where(*focus)));
        }
    }
};

COUNTERSIGN_UI_MAIN(TestLayout)
#include "test_layout.moc"
