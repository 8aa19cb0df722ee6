// A queue of 100,000 items against one of 1,000, in the console's own pane: what a person does there (move, scroll,
// open) must not feel the difference. The first fill, which has to put the rows in order, is told beside it.
#include "tests/support/fake_desk.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/style/apply.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace
{

using namespace countersign;

constexpr Instant now{std::chrono::milliseconds{1'793'610'000'000}};
constexpr int stepCount = 300;

desk::QueueRow row(std::size_t number)
{
    constexpr std::array tiers{domain::Tier::Low, domain::Tier::Moderate, domain::Tier::High, domain::Tier::Critical};
    auto item = std::make_shared<domain::ItemSummary>();
    const std::string name = std::to_string(number);
    item->id = domain::ItemId("itm-" + name);
    item->tier = tiers[number * 7 % tiers.size()];
    item->workflow = domain::WorkflowId("clinical-documentation");
    item->title = "Visit note " + name;
    item->patient = domain::PatientId("p-" + name);
    item->family = domain::Phi("Family" + std::to_string(number * 7919 % 100'003));
    item->given = domain::Phi<std::string>("Given");
    item->proposedAt = now - std::chrono::minutes(number % 10'000);
    item->dueAt = now + std::chrono::minutes(number * 31 % 20'000);
    return item;
}

desk::DeskSnapshot snapshotOf(std::size_t count)
{
    auto queue = std::make_shared<desk::QueueView>();
    for (std::size_t i = 0; i < count; ++i)
        queue->rows.push_back(row(i));
    queue->isComplete = true;
    desk::DeskSnapshot snapshot;
    snapshot.session.state = desk::SessionState::SignedIn;
    snapshot.link.state = desk::LinkState::Online;
    snapshot.queue = std::move(queue);
    return snapshot;
}

struct Costs {
    double fill = 0, move = 0, scroll = 0, open = 0; // milliseconds; medians of one step but for `fill`
};

template <class Step>
double medianOf(Step step)
{
    std::vector<double> samples;
    for (int i = 0; i < stepCount; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(samples);
    return samples[samples.size() / 2];
}

Costs costsOf(std::size_t count)
{
    support::FakeDesk desk(snapshotOf(count));
    presenters::DeskFeed feed(desk);
    const presenters::Clock clock{.now = [] { return now; }, .elapsed = [] { return std::chrono::seconds(1); }};
    QElapsedTimer timer;
    timer.start();
    widgets::QueuePane pane(feed, clock);
    pane.resize(1200, 760);
    pane.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&pane));
    pane.repaint();
    Costs costs{.fill = static_cast<double>(timer.nsecsElapsed()) / 1e6};

    auto *list = pane.findChild<QListView *>();
    pane.takeFocus();
    costs.move = medianOf([&](int) {
        QTest::keyClick(list, Qt::Key_Down);
        list->viewport()->repaint();
    });
    costs.scroll = medianOf([&](int i) {
        QScrollBar *bar = list->verticalScrollBar();
        bar->setValue(bar->maximum() / stepCount * i);
        list->viewport()->repaint();
    });
    costs.open = medianOf([&](int) { QTest::keyClick(list, Qt::Key_Return); });
    return costs;
}

void tell(const char *what, double small, double large)
{
    std::printf("%-22s %10.3f ms %10.3f ms   ratio %6.2f\n", what, small, large, large / small);
}

} // namespace

int main(int argumentCount, char **words)
{
    QApplication application(argumentCount, words);
    style::apply(application, style::Theme());
    static_cast<void>(costsOf(1'000)); // warms fonts and icons
    const Costs small = costsOf(1'000);
    const Costs large = costsOf(100'000);
    std::printf("%-22s %13s %13s\n", "", "1,000", "100,000");
    tell("select the next", small.move, large.move);
    tell("scroll", small.scroll, large.scroll);
    tell("open the selected", small.open, large.open);
    tell("first fill and frame", small.fill, large.fill);
    return 0;
}
