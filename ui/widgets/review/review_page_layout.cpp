// Where the draft and its evidence stand on the review page, and which of them has the keyboard.
#include "ui/presenters/review_presenter.hpp"
#include "ui/style/dress.hpp"
#include "ui/widgets/review/draft_pane.hpp"
#include "ui/widgets/review/evidence_pane.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/whole_editor.hpp"

#include <QApplication>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

using presenters::ReviewView;

constexpr double draftWidthBest = 580;
constexpr int draftShare = 57; // per cent, where there is less room than both want
constexpr double narrowBelow = 820; // two panes of readable lines need this much

} // namespace

void ReviewPage::startSearch()
{
    wantsEvidence_ = true;
    arrange();
    evidence_->startSearch();
}

// One key there, the same key back.
void ReviewPage::goToEvidence()
{
    const bool isThere = evidence_->isAncestorOf(QApplication::focusWidget());
    wantsEvidence_ = !isThere;
    arrange();
    if (isThere)
        draft_->text().setFocus(Qt::OtherFocusReason);
    else
        evidence_->reader().setFocus(Qt::OtherFocusReason);
    alignEvidence();
}

// Coming here is coming to read.
void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const ReviewView &view = presenter_->view();
    if (view.state != ReviewView::State::Open || isAncestorOf(QApplication::focusWidget()))
        return;
    QWidget &reader = view.whole ? static_cast<QWidget &>(draft_->whole()) : draft_->text();
    (view.editedBlock ? draft_->editor() : reader).setFocus(Qt::OtherFocusReason);
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// As wide as its longest line and no wider: the rest is for the evidence.
int ReviewPage::draftWidth() const
{
    return std::min(style::themeOf(this).px(draftWidthBest), width() * draftShare / 100);
}

// Where two panes have no room side by side, the evidence comes below the statement, never over it.
void ReviewPage::arrange()
{
    isNarrow_ = width() < style::themeOf(this).px(narrowBelow);
    splitter_->setOrientation(isNarrow_ ? Qt::Vertical : Qt::Horizontal);
    draft_->setCompact(isNarrow_ && wantsEvidence_);
    evidence_->setCompact(isNarrow_);
    evidence_->setVisible(!isNarrow_ || wantsEvidence_);
    if (isNarrow_)
        splitter_->setSizes({splitter_->height() / 2, splitter_->height() / 2});
    else if (!wasDragged_)
        splitter_->setSizes({draftWidth(), width() - draftWidth()});
    settle_->start();
}

} // namespace countersign::widgets
