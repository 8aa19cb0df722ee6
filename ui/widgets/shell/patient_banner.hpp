// Whose draft this is: on top of everything while an item is open, never cut off (SAFER, two identifiers). It grows by
// a line rather than shorten a name.
#pragma once

#include "ui/presenters/session_view.hpp"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTimer;

namespace countersign::widgets
{

class PatientBanner : public QWidget
{
    Q_OBJECT

public:
    explicit PatientBanner(QWidget *parent = nullptr);

    void show(const presenters::BannerView &view);
    using QWidget::show;
    // Smaller letters and less air where the window is small; nothing is left out.
    void setCompact(bool isCompact);
    // Draws the eye for a moment: somebody else stands here than before, or the reader comes back to it.
    void flash();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dressLabels();

    presenters::BannerView shown_;
    QLabel *name_;
    QLabel *facts_;
    QLabel *another_ = nullptr; // this is somebody else than before
    QLabel *allergyMark_;
    QLabel *allergies_;
    QWidget *allergyBox_;
    QLabel *token_; // also in the window's title
    QTimer *flash_;
    QHBoxLayout *inner_ = nullptr;
    bool isCompact_ = false;
};

} // namespace countersign::widgets
