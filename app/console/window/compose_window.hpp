// Puts the window together over a desk: the feed, the workspaces, the shell. Nothing is decided here.
#pragma once

#include "core/desk/desk.hpp"
#include "ui/presenters/clock.hpp"
#include "ui/presenters/desk_feed.hpp"
#include "ui/presenters/page_decoder.hpp"
#include "ui/presenters/spelling.hpp"
#include "ui/widgets/shell/main_window.hpp"

#include <QString>

#include <functional>
#include <memory>

namespace countersign::console
{

struct WindowOptions {
    QString gateway;                         // as shown on the sign-in page
    QString user;                            // prefilled; empty: the person types it
    QString preferencesFile = {};            // in the clear, never of a patient; empty: nothing is remembered
    presenters::OpenDocument documents = {}; // empty: pages are shown as text
    std::shared_ptr<presenters::WordChecker> words = {};                     // null: spelling is not checked
    std::function<void(const presenters::Appearance &)> showAppearance = {}; // empty: what is set is only kept
    bool byIssuer = false; // the sign-in page asks the organisation's issuer first
};

// The feed and the window over it, in the order in which they may live and die. gui thread.
class ConsoleWindow
{
public:
    // The desk outlives the window.
    ConsoleWindow(desk::Desk &desk, presenters::Clock clock, const WindowOptions &options);

    [[nodiscard]] widgets::MainWindow &widget() { return *window_; }
    [[nodiscard]] presenters::DeskFeed &feed() { return feed_; }

private:
    presenters::DeskFeed feed_;
    std::unique_ptr<presenters::Spelling> spelling_; // null: spelling is not checked
    std::unique_ptr<widgets::MainWindow> window_;
};

// What is kept in that file; empty: nothing is remembered.
[[nodiscard]] presenters::Preferences preferencesIn(const QString &file);
// The machine's clocks.
[[nodiscard]] presenters::Clock machineClock();

} // namespace countersign::console
