#include "app/console/browser_port.hpp"

#include <QtCore/QUrl>

namespace countersign::console
{

BrowserPort::BrowserPort(std::function<bool(const std::string &)> open, Tell tell)
    : browser_([open = std::move(open)](
                   const QUrl &url) { return open && open(url.toString(QUrl::FullyEncoded).toStdString()); },
               [tell = std::move(tell)](ports::SignOnEvent event) { tell(std::move(event)); })
{
}

void BrowserPort::ask(ports::SignOnQuestion question)
{
    Bridge::toQt(&receiver_, [this, question = std::move(question)] { browser_.ask(question); });
}

void BrowserPort::abandon()
{
    Bridge::toQt(&receiver_, [this] { browser_.abandon(); });
}

} // namespace countersign::console
