#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

namespace countersign::text
{
namespace
{

struct Link {
    Q_DECLARE_TR_FUNCTIONS(Link)
};

} // namespace

QString phrase(desk::LinkState state)
{
    switch (state) {
    case desk::LinkState::Offline:
        return Link::tr("Offline");
    case desk::LinkState::Connecting:
        return Link::tr("Connecting…");
    case desk::LinkState::Online:
        return Link::tr("Online");
    }
    return {};
}

QString phrase(desk::SessionState state)
{
    switch (state) {
    case desk::SessionState::SignedOut:
        return Link::tr("Signed out");
    case desk::SessionState::SigningIn:
        return Link::tr("Signing in…");
    case desk::SessionState::SignedIn:
        return Link::tr("Signed in");
    case desk::SessionState::Locked:
        return Link::tr("Locked");
    }
    return {};
}

QString closingReason(std::string_view code)
{
    if (code.empty())
        return {};
    return Link::tr("The connection ended: %1.").arg(shownOnOneLine(code));
}

} // namespace countersign::text
