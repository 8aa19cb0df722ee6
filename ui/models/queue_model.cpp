#include "ui/models/queue_model.hpp"

#include <QTimer>

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
        tellOf(changed);
    }
    learnNames();
    Q_EMIT surroundingsChanged();
}

// A short queue at once, a long one in slices between which the hand is served.
void QueueModel::learnNames()
{
    constexpr std::size_t slice = 2048;
    if (isLearning_)
        return;
    isLearning_ = !list_.learnNames(slice);
    if (!isLearning_)
        return;
    QTimer::singleShot(0, this, [this] {
        isLearning_ = false;
        learnNames();
        if (!isLearning_ && list_.count() > 0)
            Q_EMIT dataChanged(index(0, PatientColumn), index(list_.count() - 1, PatientColumn));
    });
}

void QueueModel::arrange(const presenters::QueueArrangement &arrangement)
{
    beginResetModel();
    list_.arrange(arrangement, clock_.now());
    endResetModel();
    Q_EMIT surroundingsChanged();
}

void QueueModel::refresh()
{
    arrange(presenters::QueueArrangement(list_.arrangement()));
}

void QueueModel::fold(int row, bool isFolded)
{
    beginResetModel();
    list_.fold(row, isFolded);
    endResetModel();
    Q_EMIT surroundingsChanged();
}

void QueueModel::look(const domain::ItemId &item)
{
    std::vector<int> changed;
    list_.look(item, changed);
    tellOf(changed);
}

void QueueModel::tellOf(const std::vector<int> &rows)
{
    for (const int row : rows)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
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
    if (list_.isGroup(index.row()))
        return groupData(index, role);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && role != LineRole)
        return {};
    const presenters::QueueLine line = list_.line(index.row(), clock_.now());
    if (role == LineRole)
        return QVariant::fromValue(line);
    if (role == Qt::ToolTipRole)
        return line.lookalike.isEmpty() ? QVariant() : line.lookalike.toHtmlEscaped();
    return role == Qt::DisplayRole ? cell(line, index.column()) : line.spoken;
}

QVariant QueueModel::groupData(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != GroupRole)
        return {};
    const presenters::QueueGroupLine group = list_.group(index.row(), clock_.now());
    if (role == GroupRole)
        return QVariant::fromValue(group);
    if (role == Qt::AccessibleTextRole)
        return group.spoken;
    return index.column() == PatientColumn ? QVariant(group.name) : QVariant();
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Tier"), tr("Patient"), tr("Workflow"), tr("Item"), tr("Time"), tr("State")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace countersign::models
