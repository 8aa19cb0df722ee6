// The console's own window over the demo clinic, for tests of the whole of it.
#pragma once

#include "app/console/window/compose_window.hpp"
#include "tests/support/demo_desk.hpp"
#include "ui/style/apply.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

#include <QApplication>
#include <QTest>

namespace countersign::tests
{

inline Instant clinicNow()
{
    return parseInstant(support::demoNow).value_or(Instant{});
}

inline presenters::Clock clinicClock()
{
    // Every glance takes a second, so that no key is dead.
    auto glances = std::make_shared<int>(0);
    return {.now = [] { return clinicNow(); }, .elapsed = [glances] { return std::chrono::seconds(++*glances); }};
}

struct WindowRig {
    explicit WindowRig(std::unique_ptr<support::FakeDesk> from = support::demoDesk(clinicNow()))
        : desk(std::move(from)), console(*desk, clinicClock(), {.gateway = QStringLiteral("111"), .user = {}, .preferencesFile = {}})
    {
        window().resize(style::themeOf(nullptr).px(1280), style::themeOf(nullptr).px(800));
        window().show();
        window().activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&window()));
    }

    [[nodiscard]] widgets::MainWindow &window() { return console.widget(); }
    [[nodiscard]] static QWidget *focus() { return QApplication::focusWidget(); }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(focus() != nullptr ? focus() : &window(), key, with);
    }
    void openFirst() { openItem(desk->latest()->queue->rows.front()->id); }
    void openItem(const domain::ItemId &id) { window().openItem(text::toQt(id.text())); }

    std::unique_ptr<support::FakeDesk> desk;
    console::ConsoleWindow console;
};

} // namespace countersign::tests
