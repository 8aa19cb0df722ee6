// The draft: what it is and does, its statements with their support, and the editor of the one that is edited.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::widgets
{

class FindingsPane;
class SafeText;
class StatementEditor;
class TierBadge;

class DraftPane : public QWidget
{
    Q_OBJECT

public:
    explicit DraftPane(QWidget *parent = nullptr);

    void show(const presenters::ReviewView &view);
    using QWidget::show;

    [[nodiscard]] SafeText &text() { return *text_; }
    [[nodiscard]] FindingsPane &findings() { return *findings_; }
    [[nodiscard]] QWidget &editor();
    // The current statement's top, in this pane's coordinates.
    [[nodiscard]] int currentTop();
    // Gives the header the height that its words need at this width; returns it.
    int settleHeader();
    // Only the statements: where the evidence needs the room.
    void setCompact(bool isCompact);
    void bringCurrentIntoView();

Q_SIGNALS:
    void moveAsked(int by);
    void textEdited(const QString &text);
    void editingLeft();
    void addAsked();
    void removeAsked();
    void restoreAsked();
    void discardAsked();

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeEditBar();
    void placeEditor();

    QWidget *header_ = nullptr;
    QWidget *headerLine_ = nullptr;
    QLabel *title_ = nullptr;
    TierBadge *tier_ = nullptr;
    QLabel *agent_ = nullptr;
    QLabel *effect_ = nullptr;
    QLabel *changed_ = nullptr;
    QWidget *editBar_ = nullptr;
    QPushButton *discard_ = nullptr;
    SafeText *text_ = nullptr;
    FindingsPane *findings_ = nullptr;
    StatementEditor *editor_ = nullptr;
    std::optional<int> edited_;
    std::optional<int> current_;
};

} // namespace countersign::widgets
