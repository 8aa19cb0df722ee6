// The engine's way to the browser: asked on the engine thread, done on the thread that made it (the gui's), answered by
// SignOnEvents on the engine thread.
#pragma once

#include "app/console/sign_on/browser_sign_on.hpp"
#include "app/console/store_ports.hpp"
#include "core/ports/sign_on.hpp"

#include <QtCore/QObject>

namespace countersign::console
{

class BrowserPort : public ports::SignOn
{
public:
    // `open` is called on the gui thread; unset: there is no browser.
    BrowserPort(std::function<bool(const std::string &)> open, Tell tell);

    void ask(ports::SignOnQuestion question) override;
    void abandon() override;

private:
    BrowserSignOn browser_;
    QObject receiver_; // dies before the browser does: what is still queued is dropped
};

} // namespace countersign::console
