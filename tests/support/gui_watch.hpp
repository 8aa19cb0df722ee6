// Watches that the gui thread is never long at one thing: the thread's own processor time of each step, so that other
// work on the machine does not count against it. WatchedApplication watches every event of a test's window from the
// first to the last; COUNTERSIGN_UI_MAIN is QTEST_MAIN with it.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QShortcutEvent>
#include <QString>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace countersign::support
{

class GuiWatch
{
public:
    static constexpr double busyMax = 50; // milliseconds, of the product
    // What a test may insist on of one event: a build for work is not made fast, and shares the machine's caches with
    // other tests; one under a sanitizer is many times slower. Whatever is beyond busyMax is reported all the same.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double eventMax = 20 * busyMax;
#elif !defined(NDEBUG)
    static constexpr double eventMax = 1.5 * busyMax;
#else
    static constexpr double eventMax = busyMax;
#endif
    // Of a window that is shown for the first time, with every font in the sizes of that moment still to be loaded:
    // nobody has pressed anything yet.
    static constexpr double showingMax = 3 * eventMax;
    // And of a gesture with all that it posts, between which the event loop would serve the hand.
    static constexpr double gestureMax = 2 * eventMax;

    // A gesture and everything that it posts, once.
    template <class Gesture>
    void step(const QString &name, Gesture gesture)
    {
        const double before = cpuMs();
        gesture();
        QCoreApplication::sendPostedEvents();
        note(name, cpuMs() - before);
    }

    // As step, of what the event loop hands out.
    void note(const QString &name, double spent)
    {
        ++steps_;
        if (spent > longest_) {
            longest_ = spent;
            longestName_ = name;
        }
        report(name, spent);
    }

    void noteShowing(const QString &name, double spent)
    {
        longestShowing_ = std::max(longestShowing_, spent);
        report(name, spent);
    }

    [[nodiscard]] double longestShowing() const { return longestShowing_; }
    [[nodiscard]] int steps() const { return steps_; }
    [[nodiscard]] double longest() const { return longest_; }
    [[nodiscard]] const QString &longestName() const { return longestName_; }
    [[nodiscard]] const QStringList &over() const { return over_; } // steps beyond busyMax, for a report

    static double cpuMs()
    {
#if defined(CLOCK_THREAD_CPUTIME_ID)
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
        return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
#endif
    }

private:
    void report(const QString &name, double spent)
    {
        if (spent > busyMax)
            over_ << QStringLiteral("%1: %2 ms").arg(name).arg(spent, 0, 'f', 1);
    }

    int steps_ = 0;
    double longest_ = 0;
    double longestShowing_ = 0;
    QString longestName_;
    QStringList over_;
};

class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (depth_ > 0)
            return QApplication::notify(receiver, event);
        const QString name = nameOf(*receiver, *event); // before it is handled: either may be gone after
        const bool isShowing = event->type() == QEvent::Expose;
        const double before = GuiWatch::cpuMs();
        ++depth_;
        const bool isTaken = QApplication::notify(receiver, event);
        --depth_;
        const double spent = GuiWatch::cpuMs() - before;
        isShowing ? watch.noteShowing(name, spent) : watch.note(name, spent);
        return isTaken;
    }

    GuiWatch watch;

private:
    // Where in which test, what came, and to whom: enough to find it again.
    static QString nameOf(const QObject &receiver, const QEvent &event)
    {
        const QMetaEnum types = QMetaEnum::fromType<QEvent::Type>();
        QString name = QStringLiteral("%1: %2 to %3")
                           .arg(QLatin1String(QTest::currentTestFunction()),
                                QLatin1String(types.valueToKey(static_cast<int>(event.type()))),
                                QLatin1String(receiver.metaObject()->className()));
        if (event.type() == QEvent::Shortcut)
            name += u' ' + static_cast<const QShortcutEvent &>(event).key().toString();
        else if (event.type() == QEvent::KeyPress)
            name += u' ' + QKeySequence(static_cast<const QKeyEvent &>(event).keyCombination()).toString();
        return name;
    }

    int depth_ = 0;
};

// Runs the tests of a window and answers for the thread that served it.
template <class Tests>
int runWatched(int count, char **words)
{
    WatchedApplication application(count, words);
    Tests tests;
    const int failed = QTest::qExec(&tests, count, words);
    for (const QString &over : application.watch.over())
        std::fprintf(stderr, "gui thread busy over 50 ms: %s\n", qPrintable(over));
    std::fprintf(stderr, "gui thread: %d steps, the longest %.1f ms (%s)\n", application.watch.steps(),
                 application.watch.longest(), qPrintable(application.watch.longestName()));
    const GuiWatch &watch = application.watch;
    const bool isServed = watch.longest() <= GuiWatch::eventMax && watch.longestShowing() <= GuiWatch::showingMax;
    if (!isServed)
        std::fprintf(stderr, "FAIL: the gui thread was busy for %.1f ms, showing a window for %.1f ms\n",
                     watch.longest(), watch.longestShowing());
    return failed != 0 ? failed : isServed ? 0 : 1;
}

} // namespace countersign::support

#define COUNTERSIGN_UI_MAIN(Tests)                                                                                     \
    int main(int count, char **words)                                                                                  \
    {                                                                                                                  \
        return countersign::support::runWatched<Tests>(count, words);                                                  \
    }
