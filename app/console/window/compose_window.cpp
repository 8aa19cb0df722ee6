#include "app/console/window/compose_window.hpp"

#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/review/review_page.hpp"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSettings>

namespace countersign::console
{

presenters::Preferences preferencesIn(const QString &file)
{
    if (file.isEmpty())
        return {};
    const auto settings = std::make_shared<QSettings>(file, QSettings::IniFormat);
    return {.read = [settings](const QString &key) { return settings->value(key).toByteArray(); },
            .write = [settings](const QString &key, const QByteArray &value) { settings->setValue(key, value); }};
}

ConsoleWindow::ConsoleWindow(desk::Desk &desk, presenters::Clock clock, const WindowOptions &options) : feed_(desk)
{
    const presenters::Preferences preferences = preferencesIn(options.preferencesFile);
    const auto keys = std::make_shared<presenters::KeyBook>(preferences);
    auto *review = new widgets::ReviewPage(feed_, clock);
    review->setKeys(keys);
    review->setPreferences(preferences);
    review->setDocuments(options.documents);
    if (options.words) {
        spelling_ = std::make_unique<presenters::Spelling>(feed_, options.words);
        review->setSpelling(*spelling_);
    }
    window_ = std::make_unique<widgets::MainWindow>(
        feed_, std::move(clock),
        widgets::MainWindow::Parts{.review = review,
                                   .mayLeaveItem = [review] { return review->mayBeLeft(); },
                                   .gateway = options.gateway,
                                   .preferences = preferences,
                                   .keys = keys,
                                   .reviewGesture = [review](presenters::Gesture gesture) { review->perform(gesture); },
                                   .showAppearance = options.showAppearance,
                                   .byIssuer = options.byIssuer});
    QObject::connect(review, &widgets::ReviewPage::notice, window_.get(), &widgets::MainWindow::sayOfOpen);
    QObject::connect(review, &widgets::ReviewPage::noticeOver, window_.get(), &widgets::MainWindow::endSayingOfOpen);
    QObject::connect(review, &widgets::ReviewPage::decided, window_.get(), &widgets::MainWindow::say);
    QObject::connect(review, &widgets::ReviewPage::finished, window_.get(), &widgets::MainWindow::showNext);
    QObject::connect(review, &widgets::ReviewPage::skipAsked, window_.get(), &widgets::MainWindow::skipItem);
    review->setLookalike([queue = &window_->queue()](const domain::ItemSummary &item) {
        return queue->model().list().hasLookalike(item);
    });
    window_->setUser(options.user);
}

presenters::Clock machineClock()
{
    QElapsedTimer timer;
    timer.start();
    return {.now = [] { return Instant(milliseconds(QDateTime::currentMSecsSinceEpoch())); },
            .elapsed = [timer] { return milliseconds(timer.elapsed()); }};
}

} // namespace countersign::console
