// From the keyboard to gestures, by the book of keys: shortcuts that follow it, and the text of a key that was pressed.
#pragma once

#include "ui/presenters/key_book.hpp"

#include <QObject>
#include <QPointer>
#include <QShortcut>

#include <functional>
#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace countersign::widgets
{

// Qt's portable text of the keys that are pressed: "Ctrl+R", "?", "Space".
[[nodiscard]] QString keysOf(const QKeyEvent &event);

// Shortcuts for the gestures of one place, for as long as `owner` lives. Of a place other than Everywhere only those
// with a modifier or a function key: single keys are taken where there is no field to type in.
class KeyBindings : public QObject
{
    Q_OBJECT

public:
    using Perform = std::function<void(presenters::Gesture)>;

    KeyBindings(QWidget &owner, std::shared_ptr<presenters::KeyBook> keys, presenters::KeyPlace place, Perform perform);
    ~KeyBindings() override;

private:
    void bind();
    void unbind();

    QWidget &owner_;
    std::shared_ptr<presenters::KeyBook> keys_;
    presenters::KeyPlace place_;
    Perform perform_;
    std::vector<QPointer<QShortcut>> shortcuts_; // children of the owner, who may go first
};

} // namespace countersign::widgets
