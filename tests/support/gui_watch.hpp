// Watches that the gui thread is never long at one thing: the thread's own processor time of each step, so that other
// work on the machine does not count against it.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace countersign::support
{

class GuiWatch
{
public:
    static constexpr double busyMax = 50; // milliseconds, of the product
    // What a test may insist on: a build without optimisation on a small machine is several times slower.
    static constexpr double assertedMax = 10 * busyMax;

    // A gesture and everything that it posts, once.
    template <class Gesture>
    void step(const QString &name, Gesture gesture)
    {
        const double before = cpuMs();
        gesture();
        QCoreApplication::sendPostedEvents();
        const double spent = cpuMs() - before;
        ++steps_;
        longest_ = std::max(longest_, spent);
        if (spent > busyMax)
            over_ << QStringLiteral("%1: %2 ms").arg(name).arg(spent, 0, 'f', 1);
    }

    [[nodiscard]] int steps() const { return steps_; }
    [[nodiscard]] double longest() const { return longest_; }
    [[nodiscard]] const QStringList &over() const { return over_; } // steps beyond busyMax, for a report

private:
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

    int steps_ = 0;
    double longest_ = 0;
    QStringList over_;
};

} // namespace countersign::support
