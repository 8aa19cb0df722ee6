// The pages of a document as small pictures in a column; those that are looked at are asked for. gui thread.
#pragma once

#include "ui/presenters/page_book.hpp"
#include "ui/presenters/page_identity.hpp"

#include <QAbstractListModel>
#include <QListView>

#include <functional>

namespace countersign::widgets
{

class PageRail : public QListView
{
    Q_OBJECT

public:
    // The book outlives the rail.
    explicit PageRail(presenters::PageBook &book, QWidget *parent = nullptr);

    using Identities = std::function<presenters::PageIdentity(int page)>;
    void setIdentities(Identities of);
    void renew(); // the book was opened or closed
    void setPage(int page);
    void refresh(int page);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageAsked(int page);

private:
    QAbstractListModel *model_;
};

} // namespace countersign::widgets
