#include "ui/presenters/saved_views.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace countersign::presenters
{
namespace
{

struct Views {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

// Words of the file, in the order of the enumerators.
constexpr std::array scopes{"open", "decided", "everything"};
constexpr std::array orders{"urgency", "tier", "newest", "oldest", "patient"};
constexpr std::array groupings{"none", "patient", "workflow", "agent"};
constexpr std::array tiers{"low", "moderate", "high", "critical"};

template <std::size_t N, class Enum>
QString word(const std::array<const char *, N> &words, Enum value)
{
    return QLatin1String(words.at(static_cast<std::size_t>(value)));
}

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<const char *, N> &words, const QJsonValue &value)
{
    const QString text = value.toString();
    const auto found = std::ranges::find_if(words, [&](const char *one) { return text == QLatin1String(one); });
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

std::optional<QueueArrangement> viewFrom(const QJsonObject &object)
{
    const auto scope = parse<QueueScope>(scopes, object[QLatin1String("scope")]);
    const auto order = parse<QueueOrder>(orders, object[QLatin1String("order")]);
    const auto grouping = parse<QueueGrouping>(groupings, object[QLatin1String("grouping")]);
    if (!scope || !order || !grouping)
        return std::nullopt;
    QueueArrangement view{.filter = {}, .order = *order, .grouping = *grouping};
    view.filter.scope = *scope;
    view.filter.tier = parse<domain::Tier>(tiers, object[QLatin1String("tier")]);
    view.filter.workflow = domain::WorkflowId(text::toUtf8(object[QLatin1String("workflow")].toString()));
    return view;
}

} // namespace

QueueArrangement keepable(const QueueArrangement &arrangement)
{
    QueueArrangement kept = arrangement;
    kept.filter.search.clear();
    return kept;
}

QString phrase(QueueScope scope)
{
    switch (scope) {
    case QueueScope::Open:
        return Views::tr("Open");
    case QueueScope::Decided:
        return Views::tr("Decided");
    case QueueScope::Everything:
        return Views::tr("Open and decided");
    }
    return {};
}

QString phrase(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Urgency:
        return Views::tr("Most urgent first");
    case QueueOrder::Tier:
        return Views::tr("Highest tier first");
    case QueueOrder::Newest:
        return Views::tr("Newest first");
    case QueueOrder::Oldest:
        return Views::tr("Oldest first");
    case QueueOrder::Patient:
        return Views::tr("By name");
    }
    return {};
}

QString phrase(QueueGrouping grouping)
{
    switch (grouping) {
    case QueueGrouping::None:
        return Views::tr("Not grouped");
    case QueueGrouping::Patient:
        return Views::tr("Grouped by patient");
    case QueueGrouping::Workflow:
        return Views::tr("Grouped by workflow");
    case QueueGrouping::Agent:
        return Views::tr("Grouped by agent");
    }
    return {};
}

QString nameOf(const QueueArrangement &arrangement)
{
    QStringList parts;
    const QueueFilter &filter = arrangement.filter;
    if (filter.scope != QueueScope::Open)
        parts << phrase(filter.scope);
    if (filter.tier)
        parts << text::phrase(*filter.tier);
    if (!filter.workflow.isEmpty())
        parts << text::workflowName(filter.workflow);
    if (arrangement.grouping != QueueGrouping::None)
        parts << phrase(arrangement.grouping);
    if (arrangement.order != QueueOrder::Urgency)
        parts << phrase(arrangement.order);
    return parts.isEmpty() ? Views::tr("Everything open") : parts.join(QStringLiteral(" \u00b7 "));
}

bool contains(const SavedViews &views, const QueueArrangement &arrangement)
{
    return std::ranges::find(views, keepable(arrangement)) != views.end();
}

void keep(SavedViews &views, const QueueArrangement &arrangement)
{
    drop(views, arrangement);
    views.push_back(keepable(arrangement));
    if (views.size() > savedViewsMax)
        views.erase(views.begin());
}

void drop(SavedViews &views, const QueueArrangement &arrangement)
{
    std::erase(views, keepable(arrangement));
}

QByteArray toJson(const SavedViews &views)
{
    QJsonArray list;
    for (const QueueArrangement &view : views) {
        QJsonObject object{{QStringLiteral("scope"), word(scopes, view.filter.scope)},
                           {QStringLiteral("order"), word(orders, view.order)},
                           {QStringLiteral("grouping"), word(groupings, view.grouping)}};
        if (view.filter.tier)
            object.insert(QStringLiteral("tier"), word(tiers, *view.filter.tier));
        if (!view.filter.workflow.isEmpty())
            object.insert(QStringLiteral("workflow"), text::toQt(view.filter.workflow.text()));
        list.append(object);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

SavedViews savedViewsFrom(const QByteArray &json)
{
    SavedViews views;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : list)
        if (const auto view = viewFrom(value.toObject()))
            keep(views, *view);
    return views;
}

} // namespace countersign::presenters
