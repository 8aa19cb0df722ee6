// A document by its pages: the page with the cited place on it, a rail of pages, the text beside, zoom, turning and
// searching; every control by key too. Where there is no picture: a grey page, a sentence, and what text there is.
// gui thread.
#pragma once

#include "ui/presenters/page_book.hpp"
#include "ui/presenters/pages_view.hpp"
#include "ui/widgets/evidence/page_canvas.hpp"

#include <QWidget>

#include <map>

class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace countersign::widgets
{

class PageRail;
class SafeText;

class PageViewer : public QWidget
{
    Q_OBJECT

public:
    explicit PageViewer(presenters::OpenDocument open, QWidget *parent = nullptr);

    // For the documents that are opened from now on.
    void setDocuments(presenters::OpenDocument open) { book_.setDocuments(std::move(open)); }
    // Opens the document if it is another one, and goes to the cited place if that is another one.
    void show(const QString &sourceId, const presenters::PagesView &view);
    using QWidget::show;
    void close();

    [[nodiscard]] PageCanvas &canvas() { return *canvas_; }
    [[nodiscard]] SafeText &text() { return *text_; }
    [[nodiscard]] presenters::PageBook &book() { return book_; }
    [[nodiscard]] int page() const { return page_; }
    void goTo(int page);
    void openSearch();
    void closeSearch();
    void stepHit(int by);
    void moveDivider(int by); // above 0: more room for the picture

Q_SIGNALS:
    void pageSeen(const QString &sourceId, int page); // its picture, or its text where there is none, is on the screen

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeSearchBar();
    void connectBook();
    void showPage();
    void showText();
    void tellSeen();
    void showPlaces();
    void showHits();
    void goToCited();
    void showIdentity();
    [[nodiscard]] const presenters::PageIdentity &identityOf(int page);
    void arrange();
    [[nodiscard]] bool needsText() const;
    bool takeKey(const QKeyEvent &event);
    [[nodiscard]] std::vector<QRectF> citedBoxes() const;

    presenters::PageBook book_;
    PageRail *rail_ = nullptr;
    PageCanvas *canvas_ = nullptr;
    SafeText *text_ = nullptr;
    QSplitter *splitter_ = nullptr;
    QLabel *position_ = nullptr;
    QToolButton *previous_ = nullptr, *next_ = nullptr;
    QToolButton *fit_ = nullptr, *showText_ = nullptr;
    QWidget *searchBar_ = nullptr;
    QLineEdit *search_ = nullptr;
    QLabel *hits_ = nullptr;
    QLabel *whose_ = nullptr; // where the page is not known to be the patient's
    std::map<int, presenters::PageIdentity> identities_;
    QString sourceId_;
    presenters::PagesView view_;
    int page_ = 0;
    int hit_ = 0;
    std::optional<bool> wantsText_; // what the reader chose
    bool hasAsked_ = false;         // the cited place has been brought into view
};

} // namespace countersign::widgets
