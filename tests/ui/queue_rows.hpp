// Rows for queue tests, one line each.
#pragma once

#include "core/desk/snapshot.hpp"

#include <memory>
#include <string>
#include <vector>

namespace countersign::tests
{

inline const Instant queueNow = parseInstant("2026-11-02T09:00:00Z").value();

struct RowSpec {
    const char *id;
    const char *family = "Rivera";
    domain::Tier tier = domain::Tier::Moderate;
    milliseconds dueIn = std::chrono::hours(5);
    domain::ItemState state = domain::ItemState::Waiting;
    const char *workflow = "clinical-documentation";
    milliseconds age = std::chrono::hours(1);
};

inline desk::QueueRow row(const RowSpec &spec)
{
    domain::ItemSummary item;
    item.id = domain::ItemId(spec.id);
    item.family = domain::Phi<std::string>(spec.family);
    item.given = domain::Phi<std::string>("Rachel");
    item.mrn = domain::Phi<std::string>("004-118");
    item.birthDate = domain::Phi<std::string>("1978-03-12");
    item.sex = domain::Patient::Sex::Female;
    item.title = std::string("Visit note ") + spec.id;
    item.workflow = domain::WorkflowId(spec.workflow);
    item.actionType = domain::ActionType("note.file");
    item.tier = spec.tier;
    item.state = spec.state;
    item.proposedAt = queueNow - spec.age;
    item.dueAt = queueNow + spec.dueIn;
    return std::make_shared<const domain::ItemSummary>(std::move(item));
}

inline std::shared_ptr<const desk::QueueView> queueOf(std::vector<desk::QueueRow> rows)
{
    auto view = std::make_shared<desk::QueueView>();
    view->rows = std::move(rows);
    view->isComplete = true;
    return view;
}

inline desk::DeskSnapshot snapshotOf(std::vector<desk::QueueRow> rows)
{
    desk::DeskSnapshot snapshot;
    snapshot.queue = queueOf(std::move(rows));
    snapshot.history = std::make_shared<desk::HistoryView>();
    return snapshot;
}

} // namespace countersign::tests
