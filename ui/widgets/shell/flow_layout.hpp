// Widgets side by side as long as there is room, then on the next line. Nothing is shortened to fit.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace countersign::widgets
{

class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(int across, int down, QWidget *parent = nullptr);
    ~FlowLayout() override;

    // The last widget stands at the right end of its line.
    void pushLastRight() { lastRight_ = true; }

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return layOut(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int layOut(const QRect &rect, bool place) const;
    void placeLine(std::size_t from, std::size_t to, const QRect &line) const;

    std::vector<std::unique_ptr<QLayoutItem>> items_;
    int across_, down_;
    bool lastRight_ = false;
};

} // namespace countersign::widgets
