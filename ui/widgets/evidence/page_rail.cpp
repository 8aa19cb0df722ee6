#include "ui/widgets/evidence/page_rail.hpp"

#include "ui/style/icons.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/theme.hpp"

#include <QImage>
#include <QPainter>
#include <QStyledItemDelegate>

namespace countersign::widgets
{
namespace
{

using presenters::PageBook;
using style::Tone;

constexpr double railWidth = 92, pictureWidth = 60, pictureHeight = 78, rowHeight = 108;

constexpr int ownerRole = Qt::UserRole + 1;

class PagesModel : public QAbstractListModel
{
public:
    PagesModel(PageBook &book, QObject *parent) : QAbstractListModel(parent), book_(book) {}

    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : count_; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const QString page = PageRail::tr("Page %1").arg(index.row() + 1);
        if (role == ownerRole)
            return static_cast<int>(identityOf(index.row()).owner);
        if (role == Qt::AccessibleTextRole) {
            const QString whose = presenters::phrase(identityOf(index.row()));
            return whose.isEmpty() ? page : page + QStringLiteral(". ") + whose;
        }
        return role == Qt::DisplayRole ? page : QVariant();
    }
    [[nodiscard]] presenters::PageIdentity identityOf(int page) const
    {
        return identities ? identities(page) : presenters::PageIdentity{presenters::PageOwner::Same, {}};
    }
    PageRail::Identities identities;

    void renew()
    {
        beginResetModel();
        count_ = book_.pageCount();
        endResetModel();
    }
    void touch(int page)
    {
        if (page >= 0 && page < count_)
            Q_EMIT dataChanged(index(page), index(page));
    }

private:
    PageBook &book_;
    int count_ = 0;
};

class PageDelegate : public QStyledItemDelegate
{
public:
    PageDelegate(PageBook &book, QObject *parent) : QStyledItemDelegate(parent), book_(book) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const style::Theme &theme = style::themeOf(option.widget);
        return {theme.px(pictureWidth), theme.px(rowHeight)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const style::Theme &theme = style::themeOf(option.widget);
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect;
        if (isCurrent)
            painter->fillRect(row, theme.color(Tone::AccentQuiet));
        QRectF place(0, row.top() + theme.px(8), theme.px(pictureWidth), theme.px(pictureHeight));
        place.moveLeft(row.center().x() - place.width() / 2);
        paintPicture(*painter, place, index.row(), theme);
        paintOwner(*painter, place, index, theme);
        painter->setFont(theme.font(style::Type::Hint, isCurrent ? style::Weight::Strong : style::Weight::Regular));
        painter->setPen(theme.color(isCurrent ? Tone::Ink1 : Tone::Ink2));
        painter->drawText(row.adjusted(0, 0, 0, -theme.px(2)), Qt::AlignHCenter | Qt::AlignBottom,
                          QString::number(index.row() + 1));
        if (option.state.testFlag(QStyle::State_HasFocus))
            style::drawFocusRing(*painter, row, theme);
    }

private:
    // Of another patient: a sign that cannot be overlooked. Of nobody: a smaller one.
    static void paintOwner(QPainter &painter, const QRectF &place, const QModelIndex &index, const style::Theme &theme)
    {
        using presenters::PageOwner;
        const auto owner = static_cast<PageOwner>(index.data(ownerRole).toInt());
        if (owner == PageOwner::Same)
            return;
        const bool isOther = owner == PageOwner::Other;
        const double side = theme.px(isOther ? 22 : 16);
        const QRectF sign(place.right() - side * 0.8, place.top() - side * 0.2, side, side);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(isOther ? Tone::Stop : Tone::Outline), theme.px(1)));
        painter.setBrush(theme.color(isOther ? Tone::StopQuiet : Tone::Surface1));
        painter.drawEllipse(sign);
        const double inset = side * 0.18;
        style::drawIcon(painter, sign.adjusted(inset, inset, -inset, -inset),
                        isOther ? style::Icon::Stop : style::Icon::Info, isOther ? Tone::Stop : Tone::Ink2, theme);
    }
    void paintPicture(QPainter &painter, const QRectF &place, int page, const style::Theme &theme) const
    {
        const presenters::PagePicture *const picture = book_.small(page);
        QRectF paper = place;
        if (picture != nullptr) {
            const QImage image(reinterpret_cast<const uchar *>(picture->rows.constData()), picture->width,
                               picture->height, picture->width * (picture->isGray ? 1 : 4),
                               picture->isGray ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
            QSizeF size(picture->width, picture->height);
            size.scale(place.size(), Qt::KeepAspectRatio);
            paper.setSize(size);
            paper.moveCenter(place.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(paper, image);
        } else {
            painter.fillRect(paper, theme.color(Tone::Surface2));
            book_.lookSmall(page);
        }
        painter.setPen(theme.color(Tone::Outline));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(paper);
    }

    PageBook &book_;
};

} // namespace

PageRail::PageRail(PageBook &book, QWidget *parent) : QListView(parent), model_(new PagesModel(book, this))
{
    setModel(model_);
    setItemDelegate(new PageDelegate(book, this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Pages"));
    setFixedWidth(style::themeOf(this).px(railWidth));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            Q_EMIT pageAsked(now.row());
    });
}

void PageRail::setIdentities(Identities of)
{
    static_cast<PagesModel *>(model_)->identities = std::move(of);
}

void PageRail::renew()
{
    const QSignalBlocker quiet(selectionModel());
    static_cast<PagesModel *>(model_)->renew();
}

void PageRail::setPage(int page)
{
    const QSignalBlocker quiet(selectionModel());
    setCurrentIndex(model_->index(page));
    scrollTo(model_->index(page));
    viewport()->update();
}

void PageRail::refresh(int page)
{
    static_cast<PagesModel *>(model_)->touch(page);
}

QSize PageRail::sizeHint() const
{
    return {style::themeOf(this).px(railWidth), QListView::sizeHint().height()};
}

} // namespace countersign::widgets
