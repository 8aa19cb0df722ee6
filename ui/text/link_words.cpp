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

QString forkAlarm(const desk::ForkView &fork)
{
    const auto what = [&] {
        switch (fork.kind) {
        case desk::ForkView::Kind::Older:
            return Link::tr("The gateway has lost decisions that it had confirmed to this desk.");
        case desk::ForkView::Kind::Rewritten:
            return Link::tr("The gateway has changed decisions that it had confirmed to this desk.");
        case desk::ForkView::Kind::Silent:
            return Link::tr("The gateway no longer proves that its log is the one it showed to this desk.");
        case desk::ForkView::Kind::NotContinued:
            break;
        }
        return Link::tr("The gateway shows another log than the one it showed to this desk before.");
    }();
    const QString meaning = Link::tr("Nothing it says counts as confirmed, and nothing is sent to it. What you sign is "
                                     "kept here. Call whoever runs the gateway.");
    if (fork.file.empty())
        return what + QLatin1Char(' ') + meaning;
    return Link::tr("%1 %2 The evidence is in %3.").arg(what, meaning, shownOnOneLine(fork.file));
}

QString closingReason(std::string_view code)
{
    if (code.empty())
        return {};
    return Link::tr("The connection ended: %1.").arg(shownOnOneLine(code));
}

} // namespace countersign::text
