#include "ui/models/history_model.hpp"

namespace countersign::models
{

void HistoryModel::take(const desk::DeskSnapshot &snapshot)
{
    if (snapshot.history == taken_)
        return;
    taken_ = snapshot.history;
    beginResetModel();
    list_.take(taken_);
    endResetModel();
}

void HistoryModel::arrange(const presenters::HistoryFilter &filter)
{
    beginResetModel();
    list_.arrange(filter);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : list_.count();
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= list_.count())
        return {};
    const presenters::HistoryLine line = list_.line(index.row());
    if (role == ToneRole)
        return static_cast<int>(line.tone);
    if (role == Qt::AccessibleTextRole)
        return line.spoken;
    if (role != Qt::DisplayRole)
        return {};
    const QString cells[] = {line.time,    line.patient, line.title,   line.verdict,
                             line.reasons, line.person,  line.standing};
    return cells[index.column()];
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Signed at"), tr("Patient"), tr("Item"),    tr("Verdict"),
                             tr("Reasons"),   tr("Person"),  tr("Standing")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace countersign::models
