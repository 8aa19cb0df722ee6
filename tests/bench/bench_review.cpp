// From the key to the painted next item, in the console's own window over the demo clinic and, where COUNTERSIGN_DATA
// is set, over the sample proposals: notes, authorisations and intakes of all lengths, by models and by clinicians.
// Seen before in this window: against one frame of 60 Hz. For the first time: against the bare layout of the same words
// by Qt, which nothing that shows them can save; both by the thread's own processor time, so that other work on the
// machine counts against neither. The desk has its findings ready, as an engine has that checks on a thread of its own.
#include "app/console/window/compose_window.hpp"
#include "tests/support/demo_desk.hpp"
#include "tests/support/gui_watch.hpp"
#include "tests/support/proposal_items.hpp"
#include "ui/presenters/draft_page.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>
#include <QTextLayout>

#include <algorithm>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

namespace
{

using namespace countersign;

constexpr double frameMs = 1000.0 / 60;
constexpr int draftWidth = 560;
constexpr int sourceWidth = 560;
constexpr std::size_t itemsMax = 240; // of each file; every one is checked before, as an engine does
constexpr std::size_t itemsLeast = 60;

double part(std::vector<double> times, std::size_t percent)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[times.size() * percent / 100];
}

using Items = std::vector<std::shared_ptr<const domain::Item>>;

// Where there are no sample proposals: the clinic's own over and over, each longer by the words of the next.
void makeMore(Items &items)
{
    const std::size_t own = items.size();
    for (std::size_t i = 0; own > 1 && items.size() < itemsLeast; ++i) {
        domain::Item made = *items[i % own];
        made.id = domain::ItemId(made.id.text() + ":" + std::to_string(i));
        const auto &next = domain::sectionsOf(items[(i + 1) % own]->proposal.draft);
        if (auto *const sections = domain::sectionsOf(made.proposal.draft))
            sections->insert(sections->end(), next.begin(), next.end());
        items.push_back(std::make_shared<const domain::Item>(std::move(made)));
    }
}

Items mixedItems()
{
    Items items = support::demoItems();
    const QByteArray data = qgetenv("COUNTERSIGN_DATA");
    std::set<domain::ItemId> known;
    for (const auto &item : items)
        known.insert(item->id);
    for (const char *name : {"real-drafts", "clinician-notes", "seeded-faults"}) {
        if (data.isEmpty())
            continue;
        auto read = support::itemsOf(data.toStdString() + "/proposals/" + name + ".ndjson");
        read.resize(std::min(read.size(), itemsMax));
        for (auto &item : read)
            if (known.insert(item->id).second)
                items.push_back(std::move(item));
    }
    makeMore(items);
    return items;
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
    const double before = support::GuiWatch::cpuMs();
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
    return support::GuiWatch::cpuMs() - before;
}

struct Cost {
    double worked = 0; // processor time of the thread
    double waited = 0; // as the clock on the wall has it
};

struct Times {
    std::vector<double> first, bare, ratios; // worked
    std::vector<double> again, waited;
};

// Until the window has its last layout and is painted, as the loop does it: nothing is painted that has not changed.
template <class Gesture>
Cost paint(Gesture gesture)
{
    QElapsedTimer timer;
    timer.start();
    const double before = support::GuiWatch::cpuMs();
    gesture();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    return {support::GuiWatch::cpuMs() - before, static_cast<double>(timer.nsecsElapsed()) / 1e6};
}

// What stays to be done between two items is done then, and not counted: a person reads meanwhile.
void rest()
{
    QApplication::processEvents();
}

void openEach(desk::Desk &desk, widgets::MainWindow &window, Times &times)
{
    QImage paper(1280, 4000, QImage::Format_RGB32);
    for (const desk::QueueRow &row : desk.latest()->queue->rows) {
        const double shown = paint([&] { window.openItem(text::toQt(row->id.text())); }).worked;
        const auto open = desk.latest()->open;
        if (open == nullptr || open->id != row->id || open->item == nullptr)
            continue;
        times.first.push_back(shown);
        times.bare.push_back(bareMs(*open->item, paper, window.font()));
        times.ratios.push_back(shown / times.bare.back());
        if (qEnvironmentVariableIsSet("COUNTERSIGN_BENCH_ITEMS"))
            std::printf("%.1f ms shown, %.1f ms bare: %s\n", shown, times.bare.back(), row->id.text().c_str());
        rest();
    }
}

// By the key, from the head of the list to its end, over what this window has shown before.
void stepThroughAgain(desk::Desk &desk, widgets::MainWindow &window, Times &times)
{
    window.openItem(window.queue().nextAfter({}));
    rest();
    for (std::size_t i = 0; i + 1 < desk.latest()->queue->rows.size(); ++i) {
        const domain::ItemId before = desk.latest()->open->id;
        const Cost cost = paint([] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_J, Qt::ControlModifier); });
        const auto open = desk.latest()->open;
        if (open == nullptr || open->id == before)
            break;
        times.again.push_back(cost.worked);
        times.waited.push_back(cost.waited);
        rest();
    }
}

void report(const Times &times)
{
    const double first = part(times.first, 95), bare = part(times.bare, 95);
    std::printf("key to painted next item, seen before: p50 %.1f ms, p95 %.1f ms of %zu (one frame is %.1f ms); by the "
                "clock p50 %.1f ms, p95 %.1f ms\n",
                part(times.again, 50), part(times.again, 95), times.again.size(), frameMs, part(times.waited, 50),
                part(times.waited, 95));
    std::printf("an item for the first time: p50 %.1f ms, p95 %.1f ms of %zu items\n", part(times.first, 50), first,
                times.first.size());
    std::printf("bare layout of the same words: p50 %.1f ms, p95 %.1f ms\n", part(times.bare, 50), bare);
    std::printf("p95 against p95: %.1f times (budget 3); item by item: p50 %.1f, p95 %.1f\n", first / bare,
                part(times.ratios, 50), part(times.ratios, 95));
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    style::apply(application, style::Theme(style::Look::Light, 1, true));
    const Instant now = parseInstant(support::demoNow).value_or(Instant{});
    const auto desk = support::demoDesk(now, mixedItems());
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
    Times times;
    openEach(*desk, window, times);
    stepThroughAgain(*desk, window, times);
    report(times);
    return times.first.size() < itemsLeast || times.again.empty() ? 1 : 0;
}
