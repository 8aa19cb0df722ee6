// SafeText for assistive technology: the whole as one text, or each statement as an entry with its support in words.
#include "ui/widgets/review/safe_text.hpp"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace countersign::widgets
{
namespace
{

using presenters::TextBlock;

// One block of a list. Lives as long as its SafeText's interface.
class BlockAccessible : public QAccessibleInterface
{
public:
    BlockAccessible(SafeText &text, int block) : text_(text), block_(block) {}

    bool isValid() const override { return find() != nullptr; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&text_); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        const TextBlock *const block = find();
        if (block == nullptr)
            return {};
        if (kind == QAccessible::Name)
            return block->label.isEmpty() ? block->text : block->label + QStringLiteral(": ") + block->text;
        return kind == QAccessible::Description ? text_.wordsOf(block_) : QString();
    }
    QRect rect() const override
    {
        const QRect local = text_.blockRect(block_);
        return {text_.viewport()->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::Role role() const override
    {
        const TextBlock *const block = find();
        const bool isHeading =
            block != nullptr && (block->kind == TextBlock::Kind::Heading || block->kind == TextBlock::Kind::Subheading);
        return isHeading ? QAccessible::Heading : QAccessible::ListItem;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const TextBlock *const block = find();
        state.focusable = block != nullptr && block->isStep;
        state.selectable = state.focusable;
        state.readOnly = true;
        state.selected = text_.current() == block_;
        state.focused = state.selected && text_.hasFocus();
        return state;
    }

private:
    const TextBlock *find() const
    {
        const auto index = static_cast<std::size_t>(block_);
        return index < text_.blocks().size() ? &text_.blocks()[index] : nullptr;
    }

    SafeText &text_;
    int block_;
};

class SafeTextAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit SafeTextAccessible(SafeText *text)
        : QAccessibleWidget(text, text->part() == SafeText::Part::List ? QAccessible::List : QAccessible::StaticText),
          text_(*text)
    {
    }
    ~SafeTextAccessible() override
    {
        for (const auto &[block, id] : children_)
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    int childCount() const override { return isList() ? static_cast<int>(text_.blocks().size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = children_.find(index);
        if (known != children_.end())
            return QAccessible::accessibleInterface(known->second);
        auto *const made = new BlockAccessible(text_, index);
        children_.emplace(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[block, id] : children_)
            if (QAccessible::accessibleInterface(id) == child)
                return block;
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!isList() || !rect().contains(x, y))
            return nullptr;
        return child(text_.placeAt(text_.viewport()->mapFromGlobal(QPoint(x, y))).block);
    }
    QAccessibleInterface *focusChild() const override
    {
        return isList() && text_.current() ? child(*text_.current()) : nullptr;
    }

    // The whole text, blocks joined by line feeds.
    QString text(int start, int end) const override { return whole().mid(start, end - start); }
    int characterCount() const override { return static_cast<int>(whole().size()); }
    void selection(int index, int *start, int *end) const override
    {
        *start = *end = 0;
        if (index != 0 || !text_.selection())
            return;
        *start = flat(text_.selection()->from);
        *end = flat(text_.selection()->to);
    }
    int selectionCount() const override { return text_.selection() ? 1 : 0; }
    void addSelection(int start, int end) override { text_.select(TextRange{place(start), place(end)}); }
    void removeSelection(int) override { text_.select(std::nullopt); }
    void setSelection(int, int start, int end) override { addSelection(start, end); }
    int cursorPosition() const override { return text_.current() ? flat({*text_.current(), 0}) : 0; }
    void setCursorPosition(int) override {}
    QRect characterRect(int at) const override
    {
        const TextPlace where = place(at);
        const QRect local = text_.markRect({where.block, where.offset, where.offset + 1, {}});
        return {text_.viewport()->mapToGlobal(local.topLeft()), local.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return flat(text_.placeAt(text_.viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int start, int) override { text_.bringIntoView(place(start).block); }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    bool isList() const { return text_.part() == SafeText::Part::List; }
    QString whole() const
    {
        QStringList all;
        for (const TextBlock &block : text_.blocks())
            all << before(block) + block.text + after(block);
        return all.join(QLatin1Char('\n'));
    }
    int flat(TextPlace place) const
    {
        qsizetype at = place.offset;
        for (int i = 0; i < place.block; ++i)
            at += sizeOf(text_.blocks()[static_cast<std::size_t>(i)]) + 1;
        return static_cast<int>(at + before(text_.blocks()[static_cast<std::size_t>(place.block)]).size());
    }
    TextPlace place(int at) const
    {
        int block = 0;
        for (const TextBlock &b : text_.blocks()) {
            const auto size = static_cast<int>(sizeOf(b));
            const auto start = static_cast<int>(before(b).size());
            if (at <= size || block + 1 == static_cast<int>(text_.blocks().size()))
                return {block, std::clamp(at - start, 0, static_cast<int>(b.text.size()))};
            at -= size + 1;
            ++block;
        }
        return {};
    }
    // Who speaks or what is named, and after it what its marks and its chart say.
    static QString before(const TextBlock &block)
    {
        return block.label.isEmpty() ? QString() : block.label + QStringLiteral(": ");
    }
    static QString after(const TextBlock &block)
    {
        QStringList words;
        for (const presenters::Chip &chip : block.chips)
            words << chip.text;
        if (words.isEmpty() && block.kind == TextBlock::Kind::Chart)
            return block.words;
        return words.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(words.join(QStringLiteral(", ")));
    }
    static qsizetype sizeOf(const TextBlock &block)
    {
        return before(block).size() + block.text.size() + after(block).size();
    }

    SafeText &text_;
    mutable std::map<int, QAccessible::Id> children_;
};

QAccessibleInterface *makeSafeTextAccessible(const QString &className, QObject *object)
{
    auto *const text =
        className == QLatin1String(SafeText::staticMetaObject.className()) ? qobject_cast<SafeText *>(object) : nullptr;
    return text == nullptr ? nullptr : new SafeTextAccessible(text);
}

} // namespace

void installSafeTextAccessibility()
{
    // Installing the same factory again changes nothing.
    QAccessible::installFactory(makeSafeTextAccessible);
}

} // namespace countersign::widgets
