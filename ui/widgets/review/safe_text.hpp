// The one widget that shows text of agents and documents. Plain text only, painted by itself: no markup, no link, no
// resource is ever looked for in it (reliability.md 0.5). Long texts are laid out where they are looked at. gui thread.
#pragma once

#include "ui/widgets/review/text_flow.hpp"

#include <QAbstractScrollArea>

#include <functional>
#include <optional>

namespace countersign::widgets
{

class SafeText : public QAbstractScrollArea
{
    Q_OBJECT

public:
    // What it is to assistive technology: one text, or a list whose entries can be current.
    enum class Part { Text, List };

    explicit SafeText(Part part, QWidget *parent = nullptr);

    void setManner(const TextFlow::Manner &manner);
    void showPage(const presenters::TextPage &page);
    void setCurrent(std::optional<int> block);
    [[nodiscard]] std::optional<int> current() const { return current_; }
    // An editor stands in the block's place; its widget is the caller's.
    void reserve(std::optional<int> block, int height = 0);

    [[nodiscard]] const presenters::TextBlocks &blocks() const { return flow_.blocks(); }
    // What is said of the block beside its text: its marks, and what in it has been misread or can be read in two ways
    //
    [[nodiscard]] QString wordsOf(int block) const;
    [[nodiscard]] Part part() const { return part_; }
    // In coordinates of the viewport.
    [[nodiscard]] QRect blockRect(int block);
    [[nodiscard]] QRect textRect(int block);
    [[nodiscard]] QRect markRect(const presenters::TextMark &mark);

    // As little as needed, with some room around it.
    void bringIntoView(int block);
    // The rectangle's top comes to that height of the viewport, as near as the ends of the text allow.
    void alignMark(const presenters::TextMark &mark, int viewportY);
    void scrollToStart();

    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] std::optional<TextRange> selection() const { return selection_; }
    void select(std::optional<TextRange> range);
    void copy() const;
    // Goes along with what is copied.
    void setOrigin(const QString &origin) { origin_ = origin; }
    [[nodiscard]] TextPlace placeAt(QPoint viewportPoint);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // What the whole text would need at that width.
    [[nodiscard]] int heightFor(int width);
    void beginWithWholeBlock(); // at the top
    // The height of the first blocks that stand there whole, at most that.
    [[nodiscard]] int wholeBlocksWithin(int heightMax, int width);

Q_SIGNALS:
    void blockClicked(int block);
    void moved(); // the text under the viewport: scrolled, or laid out anew

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isWhollySeen(int block, int viewportHeight);
    [[nodiscard]] QRect onScreen(const std::function<QRect()> &inFlow);
    void updateRange();
    void showToolTip(const QPoint &at, const QPoint &global);
    [[nodiscard]] int offset() const;
    [[nodiscard]] bool selectByKey(const QKeyEvent &event); // safe_text_keys.cpp
    [[nodiscard]] TextPlace startOfMarking();

    TextFlow flow_;
    TextFlow::Manner manner_;
    QString origin_;
    Part part_;
    std::optional<int> current_;
    std::optional<TextRange> selection_;
    std::optional<TextPlace> anchor_;
    std::optional<TextPlace> held_, caret_; // of what is being marked by keys
};

// Makes assistive technology see SafeText; once a program.
void installSafeTextAccessibility();

} // namespace countersign::widgets
