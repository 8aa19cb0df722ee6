// The real window on a stage: put up in a look, a scale, a size and a language; driven by keys; photographed.
#pragma once

#include "app/console/pages/render_client.hpp"
#include "app/console/spelling/hunspell_checker.hpp"
#include "app/console/window/compose_window.hpp"
#include "ui/style/theme.hpp"

#include <QDir>
#include <QSize>
#include <QString>
#include <QTranslator>

#include <functional>
#include <memory>

namespace countersign::tour
{

struct Setting {
    style::Look look = style::Look::Light;
    double scale = 1;
    QSize size{1280, 800};
    QString language = QStringLiteral("en");
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

class Stage
{
public:
    // The desk outlives the stage.
    Stage(desk::Desk &desk, presenters::Clock clock, QDir out, QString user, std::string password);

    // Takes the window down and puts it up anew, as the setting says.
    void set(const Setting &setting);

    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier);
    void repeat(Qt::Key key, int times);
    void tabTo(const char *objectName);
    [[nodiscard]] bool hasFocus(const char *objectName);
    void type(const QString &text);
    void typePassword();
    // Waits until it is so; a tour that waits in vain says where and goes on.
    bool wait(const char *what, const std::function<bool()> &isSo);
    void picture(const QString &name);

    [[nodiscard]] const desk::DeskSnapshot &snapshot() { return window_->feed().snapshot(); }
    [[nodiscard]] widgets::MainWindow &window() { return window_->widget(); }
    // The first open item whose title holds these words; otherwise the first of all.
    [[nodiscard]] QString itemTitled(const QString &words);
    void open(const QString &item);
    [[nodiscard]] int failures() const { return failures_; }

private:
    desk::Desk &desk_;
    presenters::Clock clock_;
    QDir out_;
    QString user_;
    std::string password_;
    presenters::OpenDocument documents_ = console::openInRender(console::installedRender());
    std::shared_ptr<presenters::WordChecker> words_ = console::checkWithHunspell(console::installedDictionaries());
    QTranslator translator_;
    std::unique_ptr<console::ConsoleWindow> window_;
    int failures_ = 0;
};

} // namespace countersign::tour
