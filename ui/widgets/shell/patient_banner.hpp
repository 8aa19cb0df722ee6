// Whose draft this is: on top of everything while an item is open, never cut off (SAFER, two identifiers). It grows by
// a line rather than shorten a name.
#pragma once

#include "ui/presenters/session_view.hpp"

#include <QWidget>

class QLabel;

namespace countersign::widgets
{

class PatientBanner : public QWidget
{
    Q_OBJECT

public:
    explicit PatientBanner(QWidget *parent = nullptr);

    void show(const presenters::BannerView &view);
    using QWidget::show;

private:
    presenters::BannerView shown_;
    QLabel *name_;
    QLabel *facts_;
    QLabel *another_ = nullptr; // this is somebody else than before
    QLabel *allergyMark_;
    QLabel *allergies_;
    QWidget *allergyBox_;
};

} // namespace countersign::widgets
