// One signed statement as plain labelled fields, selectable, as long as it is.
#pragma once

#include "ui/presenters/history_list.hpp"

#include <QScrollArea>

class QFormLayout;
class QVBoxLayout;

namespace countersign::widgets
{

class StatementPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit StatementPane(QWidget *parent = nullptr);

    void show(const presenters::HistoryLine &line, const std::vector<presenters::StatementField> &fields);
    void clear();
    using QScrollArea::show;

private:
    void addField(QVBoxLayout &column, const presenters::StatementField &field);

    presenters::HistoryLine line_;
    std::vector<presenters::StatementField> fields_;
    bool isShown_ = false;
};

} // namespace countersign::widgets
