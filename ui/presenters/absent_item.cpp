#include "ui/presenters/absent_item.hpp"

#include "ui/text/times.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

struct Absent {
    Q_DECLARE_TR_FUNCTIONS(Absent)
};

} // namespace

AbsentItem describeAbsentItem(const desk::LinkView &link, Instant now)
{
    if (link.state == desk::LinkState::Online)
        return {Absent::tr("The item is being fetched."), {}};
    if (link.state == desk::LinkState::Connecting)
        return {Absent::tr("This item is not stored on this machine. The gateway is being called; the item opens here "
                           "as soon as it answers."),
                {}};
    if (link.isOfflineByChoice)
        return {Absent::tr("This item is not stored on this machine, and you chose to work offline. Once you are "
                           "online it opens here by itself."),
                Absent::tr("Go online")};
    if (link.fork)
        return {Absent::tr("This item is not stored on this machine, and nothing is fetched from a gateway that "
                           "contradicts itself."),
                Absent::tr("Ask the gateway again")};
    const QString why = Absent::tr("This item is not stored on this machine, and the gateway does not answer. Once it "
                                   "does, the item opens here by itself.");
    if (!link.retryAt || *link.retryAt <= now)
        return {why, Absent::tr("Try now")};
    // The time of day: a span would have to be counted down under the reader's eyes.
    return {Absent::tr("%1 Next try at %2.").arg(why, text::clockTimeExact(*link.retryAt)), Absent::tr("Try now")};
}

} // namespace countersign::presenters
