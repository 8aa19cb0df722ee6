#include "ui/widgets/shell/palette_sheet.hpp"

#include "ui/style/dress.hpp"
#include "ui/style/paint.hpp"
#include "ui/widgets/shell/search_field.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

using presenters::PaletteRow;
using style::Tone;
using style::Type;
using style::Weight;

constexpr int rowHeight = 36;
constexpr int tall = 440;

class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(const std::vector<PaletteRow> &rows, QObject *parent) : QStyledItemDelegate(parent), rows_(rows) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, style::themeOf(option.widget).px(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const style::Theme &theme = style::themeOf(option.widget);
        const PaletteRow &row = rows_.at(static_cast<std::size_t>(index.row()));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.color(Tone::AccentQuiet));
            const QRect edge(option.rect.topLeft(), QSize(theme.px(3), option.rect.height()));
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, edge), theme.color(Tone::Accent));
        }
        const QRect place = option.rect.adjusted(theme.px(24), 0, -theme.px(24), 0);
        paintKeys(*painter, theme, option, place, row.keys);
        // Where a key works is said once for all that follow.
        const bool isSaid = index.row() > 0 && rows_[static_cast<std::size_t>(index.row()) - 1].place == row.place;
        paintTitle(*painter, theme, option, place, row, isSaid ? QString() : row.place);
        painter->restore();
    }

private:
    static void paintKeys(QPainter &painter, const style::Theme &theme, const QStyleOptionViewItem &option,
                          const QRect &place, const QString &keys)
    {
        painter.setFont(theme.font(Type::Hint, Weight::Strong));
        const int wide = static_cast<int>(style::pillWidth(painter.font(), keys, theme)) + 1;
        const QRect cap(place.right() + 1 - wide, place.top() + (place.height() - theme.px(22)) / 2, wide,
                        theme.px(22));
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        style::drawPill(painter, QStyle::visualRect(option.direction, place, cap), keys, Tone::Ink1,
                        isSelected ? Tone::Surface0 : Tone::Surface2, theme);
    }
    // What was typed stands out in the title.
    static void paintTitle(QPainter &painter, const style::Theme &theme, const QStyleOptionViewItem &option,
                           const QRect &place, const PaletteRow &row, const QString &where)
    {
        const auto isMatched = [&](qsizetype at) {
            return std::find(row.matched.begin(), row.matched.end(), static_cast<int>(at)) != row.matched.end();
        };
        int left = place.left();
        for (qsizetype from = 0; from < row.title.size();) {
            qsizetype to = from + 1;
            while (to < row.title.size() && isMatched(to) == isMatched(from))
                ++to;
            const QString piece = row.title.mid(from, to - from);
            painter.setFont(theme.font(Type::Body, isMatched(from) ? Weight::Strong : Weight::Regular));
            painter.setPen(theme.color(isMatched(from) ? Tone::Accent : Tone::Ink1));
            const int wide = painter.fontMetrics().horizontalAdvance(piece);
            const QRect at(left, place.top(), wide, place.height());
            painter.drawText(QStyle::visualRect(option.direction, place, at), Qt::AlignVCenter, piece);
            left += wide;
            from = to;
        }
        painter.setFont(theme.font(Type::Hint));
        painter.setPen(theme.color(Tone::Ink3));
        const QRect rest(left + theme.px(12), place.top(), place.right() - left, place.height());
        painter.drawText(QStyle::visualRect(option.direction, place, rest),
                         static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                         where);
    }

    const std::vector<PaletteRow> &rows_;
};

} // namespace

PaletteSheet::PaletteSheet(std::shared_ptr<presenters::KeyBook> keys, QWidget *parent)
    : QWidget(parent), keys_(std::move(keys)), words_(new QLineEdit), rows_(new QListView),
      model_(new QStandardItemModel(this)), none_(style::label({}, Type::Body, Tone::Ink2))
{
    const style::Theme &theme = style::themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(20), 0, theme.px(12));
    column->setSpacing(theme.px(8));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.px(24), 0, theme.px(24), 0);
    words_->setPlaceholderText(tr("What do you want to do?"));
    dressAsSearch(*words_, tr("Find what can be done"));
    words_->installEventFilter(this);
    top->addWidget(words_);
    column->addLayout(top);
    rows_->setModel(model_);
    rows_->setItemDelegate(new PaletteDelegate(shown_, rows_));
    rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows_->setFocusPolicy(Qt::NoFocus); // the keyboard stays with the words
    rows_->setAccessibleName(tr("What can be done"));
    rows_->setObjectName(QStringLiteral("paletteRows"));
    rows_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    none_->setText(tr("Nothing is called that. Try fewer letters."));
    none_->setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8));
    none_->hide();
    column->addWidget(none_);
    column->addWidget(rows_, 1);
    connect(words_, &QLineEdit::textChanged, this, &PaletteSheet::fill);
    connect(rows_, &QListView::clicked, this, &PaletteSheet::choose);
}

void PaletteSheet::begin(std::vector<presenters::KeyPlace> places)
{
    places_ = std::move(places);
    words_->clear();
    fill();
}

QWidget *PaletteSheet::firstFocus() const
{
    return words_;
}

QSize PaletteSheet::sizeHint() const
{
    return {QWidget::sizeHint().width(), style::themeOf(this).px(tall)};
}

void PaletteSheet::fill()
{
    model_->clear();
    shown_ = presenters::describePalette(*keys_, places_, words_->text());
    for (const PaletteRow &row : shown_) {
        auto *const item = new QStandardItem(row.title);
        item->setData(tr("%1, %2, %3").arg(row.title, row.keys, row.place), Qt::AccessibleTextRole);
        model_->appendRow(item);
    }
    none_->setVisible(shown_.empty());
    if (!shown_.empty())
        rows_->setCurrentIndex(model_->index(0, 0));
    words_->setAccessibleDescription(shown_.empty() ? none_->text() : shown_.front().title);
}

void PaletteSheet::move(int rows)
{
    if (shown_.empty())
        return;
    const int to = std::clamp(rows_->currentIndex().row() + rows, 0, static_cast<int>(shown_.size()) - 1);
    rows_->setCurrentIndex(model_->index(to, 0));
    words_->setAccessibleDescription(shown_[static_cast<std::size_t>(to)].title);
}

void PaletteSheet::choose()
{
    const int row = rows_->currentIndex().row();
    if (row >= 0 && static_cast<std::size_t>(row) < shown_.size())
        Q_EMIT chosen(shown_[static_cast<std::size_t>(row)].gesture);
}

bool PaletteSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != words_ || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    constexpr int page = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

} // namespace countersign::widgets
