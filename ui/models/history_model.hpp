// Every signed decision as a table for views. gui thread.
#pragma once

#include "ui/presenters/history_list.hpp"

#include <QAbstractTableModel>

namespace countersign::models
{

class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        PatientColumn,
        ItemColumn,
        VerdictColumn,
        ReasonsColumn,
        PersonColumn,
        StandingColumn,
        ColumnCount
    };
    enum Role { ToneRole = Qt::UserRole + 1 }; // presenters::StandingTone as int

    using QAbstractTableModel::QAbstractTableModel;

    void take(const desk::DeskSnapshot &snapshot);
    void arrange(const presenters::HistoryFilter &filter);
    [[nodiscard]] const presenters::HistoryList &list() const { return list_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    presenters::HistoryList list_;
    std::shared_ptr<const desk::HistoryView> taken_;
};

} // namespace countersign::models
