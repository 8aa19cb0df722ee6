#include "tests/ui/tour_stage.hpp"

#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

#include <QApplication>
#include <QLocale>
#include <QTest>

#include <cstdio>

namespace countersign::tour
{
namespace
{

constexpr int patienceMs = 20'000;

// Keys go where a person's would: to whoever has the keyboard.
QWidget *keyboard(widgets::MainWindow &window)
{
    QWidget *focus = QApplication::focusWidget();
    return focus != nullptr ? focus : &window;
}

} // namespace

Stage::Stage(desk::Desk &desk, presenters::Clock clock, QDir out, QString user, std::string password)
    : desk_(desk), clock_(std::move(clock)), out_(std::move(out)), user_(std::move(user)),
      password_(std::move(password))
{
}

void Stage::set(const Setting &setting)
{
    window_.reset();
    QCoreApplication::removeTranslator(&translator_);
    QLocale::setDefault(QLocale(setting.language));
    if (translator_.load(QStringLiteral(":/i18n/countersign_%1.qm").arg(setting.language)))
        QCoreApplication::installTranslator(&translator_);
    QApplication::setLayoutDirection(setting.direction);
    style::apply(*static_cast<QApplication *>(QCoreApplication::instance()),
                 style::Theme(setting.look, setting.scale, true));
    window_ =
        std::make_unique<console::ConsoleWindow>(desk_, clock_,
                                                 console::WindowOptions{.gateway = QStringLiteral("https://127.0.0.1"),
                                                                        .user = user_,
                                                                        .preferencesFile = {},
                                                                        .documents = documents_,
                                                                        .words = words_});
    window().resize(setting.size);
    window().show();
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window()))
        ++failures_;
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers with)
{
    QTest::keyClick(keyboard(window()), key, with);
}

void Stage::repeat(Qt::Key key, int times)
{
    for (int i = 0; i < times; ++i)
        press(key);
}

void Stage::tabTo(const char *objectName)
{
    constexpr int stopsMax = 40;
    for (int i = 0; i < stopsMax && keyboard(window())->objectName() != QLatin1String(objectName); ++i)
        press(Qt::Key_Tab);
}

bool Stage::hasFocus(const char *objectName)
{
    return keyboard(window())->objectName() == QLatin1String(objectName);
}

void Stage::type(const QString &text)
{
    QTest::keyClicks(keyboard(window()), text);
}

void Stage::typePassword()
{
    if (hasFocus("signer")) { // a signing session begins
        type(user_);
        press(Qt::Key_Return);
    }
    type(text::toQt(password_));
}

bool Stage::wait(const char *what, const std::function<bool()> &isSo)
{
    if (QTest::qWaitFor(isSo, patienceMs))
        return true;
    std::fprintf(stderr, "the tour waited in vain for %s\n", what);
    ++failures_;
    return false;
}

void Stage::picture(const QString &name)
{
    constexpr int turns = 5; // of the loop, however slow the machine: layouts settle after their widgets
    for (int i = 0; i < turns; ++i)
        QTest::qWait(12);
    const QString path = out_.filePath(name + QStringLiteral(".png"));
    if (!window().grab().save(path))
        ++failures_;
    std::printf("%s\n", qPrintable(path));
    std::fflush(stdout);
}

QString Stage::itemTitled(const QString &words)
{
    const auto &queue = snapshot().queue;
    QString first;
    for (const auto &row : queue->rows) {
        const QString id = text::toQt(row->id.text());
        if (!domain::isOpen(row->state))
            continue;
        if (text::toQt(row->title).contains(words))
            return id;
        if (first.isEmpty())
            first = id;
    }
    return first;
}

void Stage::open(const QString &item)
{
    window().openItem(item);
    const domain::ItemId id(text::toUtf8(item));
    wait("the item", [&] { return snapshot().open && snapshot().open->id == id && snapshot().open->item; });
}

} // namespace countersign::tour
