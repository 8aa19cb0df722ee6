// Every key of the console on one sheet, so that nobody has to remember.
#pragma once

#include "ui/presenters/key_book.hpp"

#include <QWidget>

#include <memory>

class QBoxLayout;
class QHBoxLayout;

namespace countersign::widgets
{

// Follows the book of keys.
class KeyboardMap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyboardMap(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void arrange();

    std::shared_ptr<presenters::KeyBook> keys_;
    QHBoxLayout *groups_;
    QWidget *shown_ = nullptr;
    QBoxLayout *columns_ = nullptr; // one below the other where there is little room
};

} // namespace countersign::widgets
