// What the queue's chips offer: scope, tier, workflow and order.
#include "ui/text/words.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/shell/chip.hpp"

namespace countersign::widgets
{
namespace
{

using presenters::QueueFilter;
using presenters::QueueOrder;
using presenters::QueueScope;

QString word(QueueScope scope)
{
    switch (scope) {
    case QueueScope::Open:
        return QueuePane::tr("Open");
    case QueueScope::Decided:
        return QueuePane::tr("Decided");
    case QueueScope::Everything:
        return QueuePane::tr("Open and decided");
    }
    return {};
}

QString word(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Urgency:
        return QueuePane::tr("Most urgent first");
    case QueueOrder::Tier:
        return QueuePane::tr("Highest tier first");
    case QueueOrder::Newest:
        return QueuePane::tr("Newest first");
    case QueueOrder::Oldest:
        return QueuePane::tr("Oldest first");
    case QueueOrder::Patient:
        return QueuePane::tr("By patient");
    }
    return {};
}

} // namespace

void QueuePane::fillChips()
{
    fillScope();
    fillTier();
    fillWorkflow();
    fillOrder();
    showChips();
}

void QueuePane::fillScope()
{
    scope_->setText(word(filter().scope));
    scope_->setNarrowing(filter().scope != QueueScope::Open);
    scope_->setChoices([this] {
        std::vector<Chip::Choice> choices;
        for (const auto scope : {QueueScope::Open, QueueScope::Decided, QueueScope::Everything})
            choices.push_back({word(scope), filter().scope == scope, false, [this, scope] {
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

void QueuePane::fillOrder()
{
    order_->setText(word(model_->list().order()));
    order_->setNarrowing(false);
    order_->setChoices([this] {
        std::vector<Chip::Choice> choices;
        for (const auto order :
             {QueueOrder::Urgency, QueueOrder::Tier, QueueOrder::Newest, QueueOrder::Oldest, QueueOrder::Patient})
            choices.push_back({word(order), model_->list().order() == order, false, [this, order] {
                                   model_->arrange(filter(), order);
                                   fillOrder();
                               }});
        return choices;
    });
}

} // namespace countersign::widgets
