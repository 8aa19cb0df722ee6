// The palette (Ctrl+K): everything that can be done here, found by a few letters, with its key beside it.
#pragma once

#include "ui/presenters/palette.hpp"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace countersign::widgets
{

class PaletteSheet : public QWidget
{
    Q_OBJECT

public:
    explicit PaletteSheet(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent = nullptr);

    // Empty, over what can be done in these places.
    void begin(std::vector<presenters::KeyPlace> places);
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(presenters::Gesture gesture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void move(int rows);
    void choose();

    std::shared_ptr<presenters::KeyBook> keys_;
    std::vector<presenters::KeyPlace> places_;
    std::vector<presenters::PaletteRow> shown_;
    QLineEdit *words_;
    QListView *rows_;
    QStandardItemModel *model_;
    QLabel *none_;
};

} // namespace countersign::widgets
