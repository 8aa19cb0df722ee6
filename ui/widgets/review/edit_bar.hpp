// Below the draft while it is edited: what can be done with the statement and with all edits, and whether what was
// typed is on the disk. gui thread.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countersign::widgets
{

class EditBar : public QWidget
{
    Q_OBJECT

public:
    explicit EditBar(QWidget *parent = nullptr);

    void show(const presenters::ReviewView &view);
    using QWidget::show;

Q_SIGNALS:
    void addAsked();
    void removeAsked();
    void restoreAsked();
    void discardAsked();
    void wholeAsked(); // there, or back to the statements
    void keepCitationsAsked();
    void ownKnowledgeAsked();
    void changesAsked();
    void takeFormerAsked();
    void dropFormerAsked();

private:
    [[nodiscard]] QWidget *makeFormer();
    [[nodiscard]] QWidget *makeAsk();

    QWidget *askRow_ = nullptr;
    QWidget *formerRow_ = nullptr;
    QLabel *former_ = nullptr;
    QWidget *row_ = nullptr;
    QLabel *kept_ = nullptr;
    QPushButton *add_ = nullptr;
    QPushButton *remove_ = nullptr;
    QPushButton *restore_ = nullptr;
    QPushButton *whole_ = nullptr;
    QPushButton *changes_ = nullptr;
    QPushButton *discard_ = nullptr;
};

} // namespace countersign::widgets
