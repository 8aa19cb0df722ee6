// Where the draft and its evidence stand on the review page, and which of them has the keyboard.
#include "ui/presenters/review_presenter.hpp"
#include "ui/style/dress.hpp"
#include "ui/widgets/review/decision_bar.hpp"
#include "ui/widgets/review/draft_pane.hpp"
#include "ui/widgets/review/evidence_pane.hpp"
#include "ui/widgets/review/review_page.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/review/statement_editor.hpp"
#include "ui/widgets/review/whole_editor.hpp"
#include "ui/widgets/shell/divider.hpp"

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
constexpr int draftShare = 57;      // per cent, where there is less room than both want
constexpr double narrowBelow = 820; // two panes of readable lines need this much

constexpr double shortBelow = 460; // from there on the words about the draft leave it the room
constexpr double halvesFrom = 520; // half a pane still holds lines that can be read

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

void ReviewPage::moveDivider(int by)
{
    if (!widgets::moveDivider(*splitter_, by))
        return;
    wasDragged_ = true;
    settle_->start();
}

// Where two panes have no room side by side, one is shown, and the evidence comes on asking: below the statement, or
// on a page without height beside it. Never over it.
void ReviewPage::arrange()
{
    const style::Theme &theme = style::themeOf(this);
    isNarrow_ = width() < theme.px(narrowBelow);
    isShort_ = height() < theme.px(shortBelow);
    const bool isBelow = isNarrow_ && !(isShort_ && width() >= theme.px(halvesFrom));
    draft_->setShort(isShort_);
    evidence_->setShort(isShort_);
    bar_->setShort(isShort_ || width() < theme.px(halvesFrom));
    splitter_->setOrientation(isBelow ? Qt::Vertical : Qt::Horizontal);
    draft_->setCompact(isNarrow_ && wantsEvidence_);
    evidence_->setCompact(isNarrow_);
    evidence_->setVisible(!isNarrow_ || wantsEvidence_);
    if (isNarrow_)
        splitter_->setSizes({1 << 12, 1 << 12}); // halves
    else if (!wasDragged_)
        splitter_->setSizes({draftWidth(), width() - draftWidth()});
    settle_->start();
}

} // namespace countersign::widgets
