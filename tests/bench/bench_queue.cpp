// A queue of 100,000 items against one of 1,000, in the console's own window: what a person does there (move, scroll,
// open) must not feel the difference. Opening is from Enter on a row to the painted review, the item read from a sealed
// ledger that holds as many rows; only the engine's step between the two is left out. The first fill, which has to put
// the rows in order, is told beside it.
#include "app/console/window/compose_window.hpp"
#include "core/base/result.hpp"
#include "core/protocol/proposal_codec.hpp"
#include "tests/store/profile.hpp"
#include "tests/support/demo_desk.hpp"
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
#include <fstream>
#include <map>
#include <memory>
#include <vector>

namespace
{

using namespace countersign;

constexpr Instant now{std::chrono::milliseconds{1'793'610'000'000}};
constexpr int stepCount = 300;
constexpr int openCount = 60;

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
    double fill = 0, move = 0, scroll = 0; // milliseconds; medians of one step but for `fill`
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
    return costs;
}

// The demo clinic's proposals under the ids of a long queue, behind a ledger on the disk.
class LedgerDesk
{
public:
    explicit LedgerDesk(std::size_t count)
        : files_(store::systemFiles()),
          ledger_(store::SealedLedger::open({.folder = folder_ / "profile", .device = domain::DeviceId("bench")},
                                            support::ledgerKeys(),
                                            {.files = files_.get(), .fillRandom = support::fillNonce, .vfs = {}})
                      .value()),
          desk_(support::demoDesk(now))
    {
        const auto queue = support::longQueue(count, now);
        store::QueueRows rows;
        for (const desk::QueueRow &row : queue->rows)
            rows.emplace_back(row->id, std::string(400, 'r'));
        ledger_.replaceQueue(rows, 1).value();
        desk_->edit([&](desk::DeskSnapshot &shown) { shown.queue = queue; });
        desk_->onCommand = [this](support::FakeDesk &, const desk::Command &command) { answer(command); };
        std::ifstream file(COUNTERSIGN_SOURCE_DIR "/resources/demo/clinic.ndjson");
        for (std::string line; std::getline(file, line);)
            if (const auto decoded = protocol::decodeProposal(line))
                lines_.emplace(decoded->proposal.id.text(), line);
    }

    [[nodiscard]] support::FakeDesk &desk() { return *desk_; }
    // Before anything is timed: what is opened later lies in the ledger.
    void store(const domain::ItemId &id)
    {
        const std::string model = id.text().substr(0, id.text().find(':'));
        ledger_.storeItem(id, lines_.at(model)).value();
    }

private:
    void answer(const desk::Command &command)
    {
        const auto *open = std::get_if<desk::OpenItem>(&command.request);
        if (open == nullptr)
            return desk_->reply({.command = command.id, .refusal = {}, .decision = {}});
        const auto canonical = ledger_.loadItem(open->item).value();
        auto item = std::make_shared<domain::Item>();
        item->id = open->item;
        item->proposal = protocol::decodeProposal(*canonical).value().proposal;
        auto view = std::make_shared<desk::OpenItemView>();
        view->id = item->id;
        view->summary = support::summaryOf(*item);
        view->item = item;
        desk_->edit([&](desk::DeskSnapshot &shown) {
            shown.open = view;
            shown.replies.push_back({command.id, std::nullopt, {}});
        });
    }

    support::Folder folder_;
    std::unique_ptr<store::Files> files_;
    store::SealedLedger ledger_;
    std::unique_ptr<support::FakeDesk> desk_;
    std::map<std::string, std::string> lines_;
};

double openCost(std::size_t count)
{
    LedgerDesk ledger(count);
    const presenters::Clock clock{.now = [] { return now; }, .elapsed = [] { return std::chrono::seconds(1); }};
    console::ConsoleWindow window(ledger.desk(), clock, console::WindowOptions());
    window.widget().resize(1280, 800);
    window.widget().show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window.widget()));
    auto *list = window.widget().findChild<QListView *>(QStringLiteral("queueRows"));
    const presenters::QueueList &rows = window.widget().queue().model().list();
    for (int place = 0; place <= openCount; ++place)
        ledger.store(rows.item(place).id);
    std::vector<double> samples;
    for (int i = 0; i < openCount; ++i) {
        list->setCurrentIndex(list->model()->index(i, models::QueueModel::PatientColumn));
        const domain::ItemId wanted = rows.item(i).id;
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(list, Qt::Key_Return);
        window.widget().repaint();
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const auto &open = window.feed().snapshot().open;
        if (open == nullptr || open->id != wanted || !open->item)
            std::fputs("an item did not open\n", stderr);
        window.widget().showPage(widgets::MainWindow::Queue);
    }
    std::ranges::sort(samples);
    return samples[samples.size() / 2];
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
    static_cast<void>(openCost(1'000));
    const Costs small = costsOf(1'000);
    const Costs large = costsOf(100'000);
    std::printf("%-22s %13s %13s\n", "", "1,000", "100,000");
    tell("select the next", small.move, large.move);
    tell("scroll", small.scroll, large.scroll);
    tell("open and paint", openCost(1'000), openCost(100'000));
    tell("first fill and frame", small.fill, large.fill);
    return 0;
}
