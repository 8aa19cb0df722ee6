// From the key to the painted next item, in the console's own window over the demo clinic. Seen before in this window:
// against one frame of 60 Hz. For the first time: against the bare layout of the same words by Qt, which nothing that
// shows them can save. The desk has its findings ready, as an engine has that checks on a thread of its own.
#include "app/console/window/compose_window.hpp"
#include "tests/support/demo_desk.hpp"
#include "ui/presenters/draft_page.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>
#include <QTextLayout>

#include <algorithm>
#include <cstdio>
#include <set>
#include <vector>

namespace
{

using namespace countersign;

constexpr int rounds = 6;
constexpr double frameMs = 1000.0 / 60;
constexpr int draftWidth = 560;
constexpr int sourceWidth = 560;

double p95(std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

void layOut(QPainter &painter, const QString &words, int width)
{
    QTextLayout layout(words, painter.font());
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
    layout.draw(&painter, QPointF(0, 0));
}

// The words of the draft and of the first source, laid out and drawn once, and nothing else.
double bareMs(const domain::Item &item, QImage &paper, const QFont &font)
{
    QElapsedTimer timer;
    timer.start();
    QPainter painter(&paper);
    painter.setFont(font);
    for (const domain::Section &section : domain::sectionsOf(item.proposal.draft))
        for (const domain::Statement &statement : section.statements)
            layOut(painter, text::toQt(statement.text), draftWidth);
    for (const domain::Source &source : item.proposal.sources)
        if (source.read && source.content) {
            layOut(painter, text::toQt(*source.content), sourceWidth);
            break;
        }
    painter.end();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    style::apply(application, style::Theme(style::Look::Light, 1, true));
    const Instant now = parseInstant(support::demoNow).value_or(Instant{});
    const auto desk = support::demoDesk(now);
    for (const desk::QueueRow &row : desk->latest()->queue->rows)
        desk->submit({0, desk::OpenItem{row->id}});
    desk->submit({0, desk::CloseItem{}});
    console::ConsoleWindow console(*desk, {.now = [now] { return now; }, .elapsed = console::machineClock().elapsed},
                                   {.gateway = {}, .user = {}});
    auto &window = console.widget();
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    window.openItem(text::toQt(desk->latest()->queue->rows.front()->id.text()));
    QApplication::sendPostedEvents();

    QImage paper(1280, 4000, QImage::Format_RGB32);
    std::vector<double> again, first, bare, ratios;
    std::set<domain::ItemId> seen;
    const auto items = static_cast<int>(desk->latest()->queue->rows.size());
    for (int i = 0; i < rounds * items; ++i) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_J, Qt::ControlModifier);
        QApplication::sendPostedEvents();
        window.repaint();
        const double shown = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        const auto &open = desk->latest()->open;
        if (!open || !open->item)
            continue;
        const bool isFirst = seen.insert(open->id).second;
        (isFirst ? first : again).push_back(shown);
        if (!isFirst)
            continue;
        bare.push_back(bareMs(*open->item, paper, window.font()));
        ratios.push_back(shown / bare.back());
    }
    if (first.empty() || again.empty())
        return 1;
    const double againP95 = p95(again), firstP95 = p95(first), bareP95 = p95(bare), ratioP95 = p95(ratios);
    std::printf("key to painted next item, seen before: p50 %.1f ms, p95 %.1f ms of %zu (one frame is %.1f ms)\n",
                again[again.size() / 2], againP95, again.size(), frameMs);
    std::printf("for the first time: p95 %.1f ms of %zu; bare layout of the same words: p95 %.1f ms; the item takes "
                "%.1f times that in the middle, p95 %.1f (budget 3)\n",
                firstP95, first.size(), bareP95, ratios[ratios.size() / 2], ratioP95);
    return 0;
}
