// The accessibility tree as a screen reader gets it: over AT-SPI, from another process, of the console's own window on
// a display. Names, roles and values of the views that are painted by hand.
#include "tests/support/gui_watch.hpp"
#include "tests/ui/window_rig.hpp"
#include "ui/widgets/shell/toast.hpp"

#include <QAccessible>
#include <QProcess>
#include <QSignalSpy>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

struct Part {
    QString role, name, description, text;
};

class Tree
{
public:
    explicit Tree(const QByteArray &lines)
    {
        for (const QString &line : QString::fromUtf8(lines).split(u'\n', Qt::SkipEmptyParts))
            if (const QStringList cells = line.split(u'|'); cells.size() >= 5)
                parts_.push_back({cells[1], cells[2], cells[3], cells[4]});
    }
    [[nodiscard]] const Part *find(const QString &role, const QString &name) const
    {
        const auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part &part) {
            return part.role == role && part.name.contains(name, Qt::CaseInsensitive);
        });
        return found == parts_.end() ? nullptr : &*found;
    }
    [[nodiscard]] const std::vector<Part> &parts() const { return parts_; }
    [[nodiscard]] QString drawn() const
    {
        QStringList lines;
        for (const Part &part : parts_)
            lines << part.role + u" “"_s + part.name + u"” "_s + part.description.left(60) + u" = "_s
                         + part.text.left(60);
        return lines.join(u'\n');
    }

private:
    std::vector<Part> parts_;
};

// Asked while our own loop runs: we are the ones who answer. The first question wakes the accessibility bus, to which
// we connect when it is there: until then nobody finds us.
Tree ask()
{
    constexpr int triesMax = 40;
    for (int i = 0; i < triesMax; ++i) {
        QProcess reader;
        reader.start(qEnvironmentVariable("COUNTERSIGN_TREE_READER"), {QCoreApplication::applicationName()});
        const bool hasEnded = QSignalSpy(&reader, &QProcess::finished).wait(60'000);
        if (hasEnded && reader.exitCode() == 0)
            return Tree(reader.readAllStandardOutput());
    }
    return Tree({});
}

QStringList announced;
void listen(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert && event->accessibleInterface() != nullptr)
        announced << event->accessibleInterface()->text(QAccessible::Name);
}

} // namespace

class TestAccessibleTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(u"countersign-tree"_s);
        style::apply(*qApp, style::Theme(style::Look::Light, 1, true));
    }

    void theReviewIsToldWhole()
    {
        tests::WindowRig rig;
        rig.openItem(domain::ItemId("note-rivera"));
        const Tree tree = ask();
        const auto has = [&](const char *role, const char *name) {
            QVERIFY2(tree.find(QLatin1String(role), QString::fromUtf8(name)) != nullptr,
                     qPrintable(QString::fromUtf8(name) + u" is missing:\n"_s + tree.drawn()));
        };
        has("list", "Draft");
        has("list item", "cigarettes"); // a statement
        has("list", "Sources");
        has("text", "Search all sources");
        has("push button", "Sign and file");
        has("push button", "Reject");
        // What a statement rests on is its description; a source says who speaks.
        const Part *const statement = tree.find(u"list item"_s, u"cigarettes"_s);
        QVERIFY(statement != nullptr);
        QVERIFY2(!statement->description.isEmpty(), qPrintable(tree.drawn()));
        const bool tellsSpeakers = std::any_of(tree.parts().begin(), tree.parts().end(), [](const Part &part) {
            return part.text.contains(u"doctor: "_s) && part.text.contains(u"patient: "_s);
        });
        QVERIFY2(tellsSpeakers, qPrintable(tree.drawn()));
        const bool tellsPatient = std::any_of(tree.parts().begin(), tree.parts().end(), [](const Part &part) {
            return part.name.contains(u"RIVERA"_s) || part.name.contains(u"Rivera"_s);
        });
        QVERIFY(tellsPatient);
    }

    // what changes is announced, and nobody loses the keyboard to it.
    void whatChangesIsAnnounced()
    {
        tests::WindowRig rig;
        static_cast<void>(ask()); // somebody listens from here on
        announced.clear();
        const auto before = QAccessible::installUpdateHandler(listen);
        const QWidget *const focus = QApplication::focusWidget();
        rig.window().findChild<widgets::Toast *>()->say(u"Signed and stored."_s);
        rig.desk->edit([](desk::DeskSnapshot &now) { now.link.state = desk::LinkState::Offline; });
        QTRY_VERIFY(announced.size() >= 2);
        QAccessible::installUpdateHandler(before);
        QVERIFY2(announced.contains(u"Signed and stored."_s), qPrintable(announced.join(u'|')));
        QCOMPARE(QApplication::focusWidget(), focus);
    }

    void theQueueIsATableOfPatients()
    {
        tests::WindowRig rig;
        rig.window().showPage(widgets::MainWindow::Queue);
        const Tree tree = ask();
        const bool hasRow = std::any_of(tree.parts().begin(), tree.parts().end(),
                                        [](const Part &part) {
                                            return part.role.contains(u"cell"_s)
                                                   && part.name.contains(u"rivera"_s, Qt::CaseInsensitive);
                                        })
                            || tree.find(u"list item"_s, u"rivera"_s) != nullptr;
        QVERIFY2(hasRow, qPrintable(tree.drawn()));
    }
};

COUNTERSIGN_UI_MAIN(TestAccessibleTree)
#include "test_accessible_tree.moc"
