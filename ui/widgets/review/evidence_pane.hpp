// What the current statement rests on: the cited source with the cited words marked, and every source that there is,
// also those that the agent did not read.
#pragma once

#include "ui/presenters/review_view.hpp"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace countersign::widgets
{

class BriefLabel;
class PageViewer;
class SafeText;

class EvidencePane : public QWidget
{
    Q_OBJECT

public:
    explicit EvidencePane(QWidget *parent = nullptr);

    void show(const presenters::ReviewView &view);
    using QWidget::show;
    // Documents are opened with that from then on; without it their pages are shown as text.
    void setDocuments(presenters::OpenDocument open);
    // What is read here at the moment: a text, or a page.
    [[nodiscard]] QWidget &reader();
    [[nodiscard]] QWidget &pageReader();
    void movePageDivider(int by); // between a page's picture and its text
    // The marked words come to that height of this pane, where they fit.
    void alignTo(int y);
    // Gives each part its height at this width; the header at least that one, so that both texts begin on one line.
    void settle(int headerHeight);
    // The line to search all sources with gets the keyboard.
    void startSearch();
    // Only the source: where the statement needs the room.
    void setCompact(bool isCompact);

    // One line each for the title and what is said of it, where the page has little height.
    void setShort(bool isShort);

    [[nodiscard]] SafeText &text() { return *text_; }
    [[nodiscard]] SafeText &sources() { return *sources_; }

Q_SIGNALS:
    void stepAsked(int by);
    void sourceAsked(const QString &id);
    void searchAsked(const QString &words);
    void hitStepAsked(int by);
    void hitAsked(int line);
    void searchLeft(); // with the keyboard in it
    void pageSeen(const QString &sourceId, int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    void makeSources(QVBoxLayout &column);
    void showSources(const presenters::ReviewView &view);
    void showHits(const presenters::SearchView &search);
    void choose(int block);
    void stepThroughList(int by);
    [[nodiscard]] bool takeSearchKey(int key);
    void showBox();
    void dressHeader();

    QWidget *header_ = nullptr;
    BriefLabel *title_ = nullptr;
    BriefLabel *detail_ = nullptr;
    QLabel *position_ = nullptr;
    QToolButton *previous_ = nullptr;
    QToolButton *next_ = nullptr;
    SafeText *text_ = nullptr;
    PageViewer *pages_ = nullptr;
    QLabel *apart_ = nullptr; // what is not of this patient's chart says so
    QWidget *sourcesBox_ = nullptr;
    QLineEdit *search_ = nullptr;
    QLabel *found_ = nullptr;
    SafeText *sources_ = nullptr; // or what was found in them
    presenters::TextPage page_;
    QString shownSource_;
    bool isCompact_ = false;
    bool isShort_ = false;
    bool hasChoice_ = false; // more than one source to look at
    bool isSearching_ = false;
};

} // namespace countersign::widgets
