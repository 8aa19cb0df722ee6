// One page on a table: fitted or zoomed, turned, with marked places; a grey page and a sentence where there is no
// picture. Shows what it is given; asks for a wider picture when it grows. gui thread.
#pragma once

#include "ui/presenters/page_decoder.hpp"

#include <QAbstractScrollArea>
#include <QTransform>

#include <optional>

namespace countersign::widgets
{

class PageCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { Width, Page, Free };
    struct Place {
        enum class Kind { Cited, Hit, CurrentHit };
        QRectF box; // shares of the page
        Kind kind = Kind::Cited;
        bool operator==(const Place &) const = default;
    };

    explicit PageCanvas(QWidget *parent = nullptr);

    // Null: a grey page with the sentence on it. The shape of the last picture stays until there is another.
    void showPicture(const presenters::PagePicture *picture, const QString &sentence);
    void setPlaces(std::vector<Place> places);
    [[nodiscard]] const std::vector<Place> &places() const { return places_; }
    void setFit(Fit fit);
    [[nodiscard]] Fit fit() const { return fit_; }
    void zoomBy(double factor);
    void turn(); // a quarter, clockwise
    [[nodiscard]] int quarterTurns() const { return turns_; }
    // Pixels that the page is wide on this screen, before turning.
    [[nodiscard]] int wantedWidth() const;
    void bringIntoView(const QRectF &box);
    void scrollToStart();
    // In coordinates of the viewport.
    [[nodiscard]] QRect rectOf(const QRectF &box) const;
    [[nodiscard]] const QString &sentence() const { return sentence_; }

Q_SIGNALS:
    void wantedWidthChanged();
    void pageAsked(int by); // the reader scrolls beyond the page's end

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void arrange();
    void setWidth(double width);
    [[nodiscard]] QSizeF pageSize() const;    // before turning, device-independent pixels
    [[nodiscard]] QSizeF turnedSize() const;  // as it lies on the table
    [[nodiscard]] QTransform onTable() const; // from shares of the page to the viewport
    void paintPage(QPainter &painter, const QRectF &page) const;
    void paintPlaces(QPainter &painter) const;
    bool scrollPage(int by);

    std::optional<presenters::PagePicture> picture_;
    QString sentence_;
    std::vector<Place> places_;
    Fit fit_ = Fit::Width;
    double width_ = 0; // of the page before turning
    double tallness_;  // height over width
    int turns_ = 0;
};

} // namespace countersign::widgets
