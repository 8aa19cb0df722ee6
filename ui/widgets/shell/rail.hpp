// The rooms of the console, one under the other, each an icon and a word.
#pragma once

#include "ui/style/icons.hpp"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace countersign::widgets
{

class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    // Pages are numbered in the order in which they are added.
    void addPage(style::Icon icon, const QString &word, const QString &keys);
    // A page as well, but below, apart from where the work is.
    void addLastPage(style::Icon icon, const QString &word, const QString &keys);
    // Something that is done, not a place: below, apart from the pages.
    QAbstractButton *addAction(style::Icon icon, const QString &word, const QString &keys);
    void setPage(int page);
    // Icons alone, where the window is small: the words stay their names and tool tips.
    void setCompact(bool isCompact);

Q_SIGNALS:
    void pageAsked(int page);

private:
    void addPageTo(QVBoxLayout &column, style::Icon icon, const QString &word, const QString &keys);

    void dressMargins();

    QVBoxLayout *pages_;
    QVBoxLayout *actions_;
    std::vector<QAbstractButton *> buttons_;
    bool isCompact_ = false;
};

} // namespace countersign::widgets
