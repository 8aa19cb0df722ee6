#include "ui/presenters/agent_memory.hpp"

#include "ui/text/qt_text.hpp"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign::presenters
{
namespace
{

struct Agents {
    Q_DECLARE_TR_FUNCTIONS(Agents)
};

const QString preferenceKey = QStringLiteral("agents");
const QString now = QStringLiteral("now");
const QString before = QStringLiteral("before");
const QString since = QStringLiteral("since"); // items decided since the change

// One kind of item of one agent.
QString kindOf(const domain::Proposal &proposal)
{
    return text::toQt(proposal.agent.id.text() + " " + proposal.workflow.text() + " " + proposal.action.type.text());
}

QString identityOf(const domain::Agent &agent)
{
    return text::shownOnOneLine(agent.version + " (" + agent.model + ")");
}

QJsonObject recall(const Preferences &preferences)
{
    return preferences.read ? QJsonDocument::fromJson(preferences.read(preferenceKey)).object() : QJsonObject();
}

} // namespace

QString AgentMemory::changeOf(const domain::Proposal &proposal) const
{
    const QJsonObject kept = recall(preferences_).value(kindOf(proposal)).toObject();
    const QString last = kept.value(now).toString();
    const QString is = identityOf(proposal.agent);
    const auto told = [&](const QString &was) {
        return Agents::tr("This agent changed: %1 now, %2 when you last decided on such an item.").arg(is, was);
    };
    if (last.isEmpty())
        return {};
    if (last != is)
        return told(last);
    const QString was = kept.value(before).toString();
    return was.isEmpty() || kept.value(since).toInt() >= toldFor ? QString() : told(was);
}

void AgentMemory::decided(const domain::Proposal &proposal)
{
    if (!preferences_.write)
        return;
    QJsonObject all = recall(preferences_);
    QJsonObject kept = all.value(kindOf(proposal)).toObject();
    const QString last = kept.value(now).toString();
    const QString is = identityOf(proposal.agent);
    if (!last.isEmpty() && last != is) {
        kept.insert(before, last);
        kept.insert(since, 0);
    }
    kept.insert(now, is);
    kept.insert(since, kept.value(since).toInt() + 1);
    all.insert(kindOf(proposal), kept);
    preferences_.write(preferenceKey, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace countersign::presenters
