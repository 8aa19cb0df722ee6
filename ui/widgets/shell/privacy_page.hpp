// What stands in the window while the work is hidden from whoever looks over a shoulder: nothing of a patient.
// Nothing has ended; the same key brings it back. gui thread.
#pragma once

#include "ui/presenters/key_book.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class PrivacyPage : public QWidget
{
    Q_OBJECT

public:
    explicit PrivacyPage(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void showAsked();
    void lockAsked();

private:
    QPushButton *show_;
};

} // namespace countersign::widgets
