// The queue as a table for views. Words are made for the rows that are asked for, never for all. gui thread.
#pragma once

#include "ui/presenters/clock.hpp"
#include "ui/presenters/queue_list.hpp"

#include <QAbstractTableModel>

namespace countersign::models
{

class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TierColumn, PatientColumn, WorkflowColumn, TitleColumn, WhenColumn, StateColumn, ColumnCount };
    // LineRole: presenters::QueueLine of an item; GroupRole: presenters::QueueGroupLine. A row has one of them.
    enum Role { LineRole = Qt::UserRole + 1, GroupRole };

    explicit QueueModel(presenters::Clock clock, QObject *parent = nullptr);

    void take(const desk::DeskSnapshot &snapshot);
    void arrange(const presenters::QueueArrangement &arrangement);
    void fold(int row, bool isFolded);
    // The person looks at that item now.
    void look(const domain::ItemId &item);
    // Lets in what waits and lets go what is gone, in the order in use.
    void refresh();
    // Time has passed: what is said of time is said anew.
    void tick();

    [[nodiscard]] const presenters::QueueList &list() const { return list_; }
    [[nodiscard]] int rowOf(const domain::ItemId &item) const { return list_.placeOf(item); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // Counts, workflows, completeness or who waits: what stands around the rows.
    void surroundingsChanged();

private:
    void learnNames();
    void tellOf(const std::vector<int> &rows);
    [[nodiscard]] QVariant groupData(const QModelIndex &index, int role) const;

    presenters::Clock clock_;
    presenters::QueueList list_;
    bool isLearning_ = false;
};

} // namespace countersign::models
