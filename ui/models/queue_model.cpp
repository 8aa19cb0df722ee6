#include "ui/models/queue_model.hpp"

#include <utility>

namespace countersign::models
{
namespace
{

QString cell(const presenters::QueueLine &line, int column)
{
    switch (column) {
    case QueueModel::TierColumn:
        return line.tier.word;
    case QueueModel::PatientColumn:
        return line.patient;
    case QueueModel::WorkflowColumn:
        return line.workflow;
    case QueueModel::TitleColumn:
        return line.title;
    case QueueModel::WhenColumn:
        return line.when;
    case QueueModel::StateColumn:
        return line.state;
    default:
        return {};
    }
}

} // namespace

QueueModel::QueueModel(presenters::Clock clock, QObject *parent) : QAbstractTableModel(parent), clock_(std::move(clock))
{
}

void QueueModel::take(const desk::DeskSnapshot &snapshot)
{
    auto own = snapshot.history ? presenters::ownStandings(*snapshot.history) : presenters::OwnStandings{};
    std::vector<int> changed;
    if (list_.count() == 0) { // whatever comes may fill the screen
        beginResetModel();
        list_.take(snapshot.queue, std::move(own), clock_.now(), changed);
        endResetModel();
    } else {
        list_.take(snapshot.queue, std::move(own), clock_.now(), changed);
        for (const int row : changed)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    Q_EMIT surroundingsChanged();
}

void QueueModel::arrange(const presenters::QueueFilter &filter, presenters::QueueOrder order)
{
    beginResetModel();
    list_.arrange(filter, order, clock_.now());
    endResetModel();
    Q_EMIT surroundingsChanged();
}

void QueueModel::refresh()
{
    arrange(list_.filter(), list_.order());
}

void QueueModel::tick()
{
    if (list_.count() > 0)
        Q_EMIT dataChanged(index(0, WhenColumn), index(list_.count() - 1, WhenColumn));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : list_.count();
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= list_.count())
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != LineRole)
        return {};
    const presenters::QueueLine line = list_.line(index.row(), clock_.now());
    if (role == LineRole)
        return QVariant::fromValue(line);
    return role == Qt::DisplayRole ? cell(line, index.column()) : line.spoken;
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Tier"), tr("Patient"), tr("Workflow"), tr("Item"), tr("Time"), tr("State")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace countersign::models
