// The draft: what it is and does, its statements with their support, and the editor of the one that is edited.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QVBoxLayout;

namespace countersign::presenters
{
struct EditPlace;
}

namespace countersign::widgets
{

class BriefLabel;
class EditBar;
class FindingsPane;
class SafeText;
class StatementEditor;
class TierBadge;
class WholeEditor;

class DraftPane : public QWidget
{
    Q_OBJECT

public:
    explicit DraftPane(QWidget *parent = nullptr);

    // `wholeCaret`: where the caret of the whole text shall be; nothing: where it is.
    void show(const presenters::ReviewView &view, std::optional<int> wholeCaret = {});
    using QWidget::show;

    [[nodiscard]] SafeText &text() { return *text_; }
    [[nodiscard]] FindingsPane &findings() { return *findings_; }
    [[nodiscard]] QWidget &editor();
    // Of whose words are copied here; others' do not come in.
    void setOrigin(const QString &origin);
    // The current statement's top, in this pane's coordinates.
    [[nodiscard]] int currentTop();
    // Gives the header the height that its words need at this width; returns it.
    int settleHeader();
    // Only the statements: where the evidence needs the room.
    void setCompact(bool isCompact);
    // Its header on two lines, where the page has little height; the rest of it is in the basis and on the sheet.
    void setShort(bool isShort);
    void bringCurrentIntoView();
    // Where the reviewer was before: the editor's caret, and thousandths of the way down.
    void restorePlace(const presenters::EditPlace &place);
    [[nodiscard]] StatementEditor &statementEditor() { return *editor_; }
    [[nodiscard]] WholeEditor &whole() { return *whole_; }
    [[nodiscard]] EditBar &editBar() { return *editBar_; }

Q_SIGNALS:
    void moveAsked(int by);
    void textEdited(const QString &text);
    void editingLeft();
    void placeChanged(int caret, int scroll);
    void strangersWords();
    void basisAsked();

private:
    [[nodiscard]] QWidget *makeHeader();
    void showWhole(const presenters::ReviewView &view, std::optional<int> caret);
    void tellPlace();
    void placeEditor();
    void dressHeader();

    QWidget *header_ = nullptr;
    QWidget *headerLine_ = nullptr;
    BriefLabel *title_ = nullptr;
    TierBadge *tier_ = nullptr;
    BriefLabel *agent_ = nullptr;
    BriefLabel *effect_ = nullptr;
    BriefLabel *changed_ = nullptr;
    QVBoxLayout *headerColumn_ = nullptr;
    bool isShort_ = false;
    EditBar *editBar_ = nullptr;
    WholeEditor *whole_ = nullptr;
    SafeText *text_ = nullptr;
    FindingsPane *findings_ = nullptr;
    StatementEditor *editor_ = nullptr;
    std::optional<int> edited_;
    std::optional<int> current_;
};

} // namespace countersign::widgets
