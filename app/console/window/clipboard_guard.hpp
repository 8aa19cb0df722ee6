// What was copied here does not stay on the clipboard: it is cleared after a while and whenever the desk locks, if it
// is still ours (R-216; reliability.md, TM16). It is marked so that histories of the clipboard leave it out. gui
// thread.
#pragma once

#include "core/base/instant.hpp"

#include <QObject>
#include <QTimer>

class QClipboard;

namespace countersign::console
{

class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds stays{std::chrono::seconds(10)};

    explicit ClipboardGuard(QClipboard &clipboard);

    // Now, if it is still ours.
    void clear();
    [[nodiscard]] bool isWaiting() const { return timer_.isActive(); }

Q_SIGNALS:
    // Something of this program was put there; never what.
    void copied();

private:
    void changed();
    [[nodiscard]] bool isOurs() const;

    QClipboard &clipboard_;
    QTimer timer_;
    QByteArray mark_; // of what this program put there
};

} // namespace countersign::console
