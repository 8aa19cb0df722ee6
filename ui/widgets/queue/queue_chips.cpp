// What the queue's chips offer: scope, tier, workflow and order.
#include "ui/text/words.hpp"
#include "ui/widgets/queue/queue_pane.hpp"

namespace countersign::widgets
{
namespace
{

using presenters::QueueArrangement;
using presenters::QueueFilter;
using presenters::QueueGrouping;
using presenters::QueueOrder;
using presenters::QueueScope;

const QString viewsKey = QStringLiteral("queue/views");

} // namespace

void QueuePane::fillChips()
{
    fillViews();
    fillScope();
    fillTier();
    fillWorkflow();
    fillGrouping();
    fillOrder();
    showChips();
}

void QueuePane::fillScope()
{
    scope_->setText(phrase(filter().scope));
    scope_->setNarrowing(filter().scope != QueueScope::Open);
    scope_->setChoices([this] {
        std::vector<Chip::Choice> choices;
        for (const auto scope : {QueueScope::Open, QueueScope::Decided, QueueScope::Everything})
            choices.push_back({phrase(scope), filter().scope == scope, false, [this, scope] {
                                   QueueFilter next = filter();
                                   next.scope = scope;
                                   arrange(next);
                               }});
        return choices;
    });
}

void QueuePane::fillTier()
{
    const auto chosen = filter().tier;
    tier_->setText(chosen ? text::phrase(*chosen) : tr("Every tier"));
    tier_->setNarrowing(chosen.has_value());
    tier_->setChoices([this] {
        const auto choose = [this](std::optional<domain::Tier> tier) {
            return [this, tier] {
                QueueFilter next = filter();
                next.tier = tier;
                arrange(next);
            };
        };
        std::vector<Chip::Choice> choices{{tr("Every tier"), !filter().tier, false, choose(std::nullopt)}};
        for (const auto tier : {domain::Tier::Critical, domain::Tier::High, domain::Tier::Moderate, domain::Tier::Low})
            choices.push_back({text::phrase(tier), filter().tier == tier, choices.size() == 1, choose(tier)});
        return choices;
    });
}

void QueuePane::fillWorkflow()
{
    const domain::WorkflowId chosen = filter().workflow;
    workflow_->setText(chosen.isEmpty() ? tr("Every workflow") : text::workflowName(chosen));
    workflow_->setNarrowing(!chosen.isEmpty());
    workflow_->setChoices([this] {
        const auto choose = [this](const domain::WorkflowId &workflow) {
            return [this, workflow] {
                QueueFilter next = filter();
                next.workflow = workflow;
                arrange(next);
            };
        };
        std::vector<Chip::Choice> choices{{tr("Every workflow"), filter().workflow.isEmpty(), false, choose({})}};
        for (const domain::WorkflowId &workflow : model_->list().workflows())
            choices.push_back(
                {text::workflowName(workflow), filter().workflow == workflow, choices.size() == 1, choose(workflow)});
        return choices;
    });
}

void QueuePane::fillGrouping()
{
    const QueueGrouping chosen = model_->list().arrangement().grouping;
    grouping_->setText(phrase(chosen));
    grouping_->setNarrowing(false);
    grouping_->setChoices([this] {
        std::vector<Chip::Choice> choices;
        for (const auto grouping :
             {QueueGrouping::None, QueueGrouping::Patient, QueueGrouping::Workflow, QueueGrouping::Agent})
            choices.push_back({phrase(grouping), model_->list().arrangement().grouping == grouping, false,
                               [this, grouping] { groupBy(grouping); }});
        return choices;
    });
}

void QueuePane::groupBy(QueueGrouping grouping)
{
    QueueArrangement next = model_->list().arrangement();
    next.grouping = grouping;
    arrange(next);
}

void QueuePane::fillOrder()
{
    order_->setText(phrase(model_->list().arrangement().order));
    order_->setNarrowing(false);
    order_->setChoices([this] {
        std::vector<Chip::Choice> choices;
        for (const auto order :
             {QueueOrder::Urgency, QueueOrder::Tier, QueueOrder::Newest, QueueOrder::Oldest, QueueOrder::Patient})
            choices.push_back({phrase(order), model_->list().arrangement().order == order, false, [this, order] {
                                   QueueArrangement next = model_->list().arrangement();
                                   next.order = order;
                                   arrange(next);
                               }});
        return choices;
    });
}

void QueuePane::fillViews()
{
    const bool isKept = contains(savedViews_, model_->list().arrangement());
    views_->setText(isKept ? nameOf(keepable(model_->list().arrangement())) : tr("Views"));
    views_->setNarrowing(false);
    views_->setChoices([this] { return viewChoices(); });
}

std::vector<Chip::Choice> QueuePane::viewChoices()
{
    const QueueArrangement now = keepable(model_->list().arrangement());
    std::vector<Chip::Choice> choices;
    choices.push_back(
        {nameOf(QueueArrangement{}), now == QueueArrangement{}, false, [this] { arrange(QueueArrangement{}); }});
    for (const QueueArrangement &view : savedViews_)
        choices.push_back({nameOf(view), now == view, choices.size() == 1, [this, view] { arrange(view); }});
    if (now == QueueArrangement{})
        return choices;
    if (contains(savedViews_, now))
        choices.push_back({tr("Forget this view"), false, true, [this, now] {
                               drop(savedViews_, now);
                               rememberViews();
                           }});
    else
        choices.push_back({tr("Keep this view"), false, true, [this, now] {
                               keep(savedViews_, now);
                               rememberViews();
                           }});
    return choices;
}

void QueuePane::recallViews()
{
    if (preferences_.read)
        savedViews_ = presenters::savedViewsFrom(preferences_.read(viewsKey));
}

void QueuePane::rememberViews()
{
    if (preferences_.write)
        preferences_.write(viewsKey, toJson(savedViews_));
    fillChips();
}

} // namespace countersign::widgets
