#include "ui/widgets/shell/secret_edit.hpp"

#include "ui/style/focus_ring.hpp"
#include "ui/style/theme.hpp"

#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleHints>

#include <algorithm>
#include <array>

namespace countersign::widgets
{
namespace
{

using style::Tone;

class SecretAccessible : public QAccessibleWidget
{
public:
    explicit SecretAccessible(QWidget *widget) : QAccessibleWidget(widget, QAccessible::EditableText) {}
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.editable = true;
        state.passwordEdit = true;
        return state;
    }
    // Whoever fills the field from outside, a password manager or a switch, need not type (WCAG 3.3.8).
    void setText(QAccessible::Text kind, const QString &text) override
    {
        auto *edit = qobject_cast<SecretEdit *>(object());
        if (kind != QAccessible::Value || edit == nullptr)
            return;
        edit->clear();
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QCoreApplication::sendEvent(edit, &typed);
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *edit = qobject_cast<SecretEdit *>(object);
    return edit != nullptr ? new SecretAccessible(edit) : nullptr;
}

struct Encoded {
    std::array<std::uint8_t, 4> bytes{};
    std::size_t size = 0;
};

Encoded encode(char32_t c)
{
    const auto byte = [](char32_t value) { return static_cast<std::uint8_t>(value); };
    const auto tail = [&](int shift) { return byte(0x80U | (c >> shift & 0x3fU)); };
    if (c < 0x80)
        return {{byte(c)}, 1};
    if (c < 0x800)
        return {{byte(0xc0U | c >> 6), tail(0)}, 2};
    if (c < 0x10000)
        return {{byte(0xe0U | c >> 12), tail(6), tail(0)}, 3};
    return {{byte(0xf0U | c >> 18), tail(12), tail(6), tail(0)}, 4};
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent) : QWidget(parent), bytes_(bytesMax)
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    style::drawsOwnFocus(*this);
}

SecretBytes SecretEdit::take()
{
    SecretBytes out = SecretBytes::copyOf(bytes_.view().first(used_));
    clear();
    return out;
}

void SecretEdit::clear()
{
    bytes_ = SecretBytes(bytesMax);
    used_ = 0;
    characters_ = 0;
    update();
    Q_EMIT changed();
}

QSize SecretEdit::sizeHint() const
{
    const style::Theme &theme = style::themeOf(this);
    return {theme.px(240), theme.px(34)};
}

QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImHints)
        return static_cast<int>(inputMethodHints());
    return QWidget::inputMethodQuery(query);
}

void SecretEdit::insert(QStringView typed)
{
    for (qsizetype i = 0; i < typed.size(); ++i) {
        char32_t c = typed[i].unicode();
        if (typed[i].isHighSurrogate() && i + 1 < typed.size()) {
            c = QChar::surrogateToUcs4(typed[i], typed[i + 1]);
            ++i;
        }
        const Encoded encoded = encode(c);
        if (c < 0x20 || c == 0x7f || used_ + encoded.size > bytesMax)
            continue;
        std::copy_n(encoded.bytes.begin(), encoded.size,
                    bytes_.writable().begin() + static_cast<std::ptrdiff_t>(used_));
        used_ += encoded.size;
        ++characters_;
    }
    update();
    Q_EMIT changed();
}

void SecretEdit::removeLast()
{
    if (used_ == 0)
        return;
    const auto bytes = bytes_.writable();
    bool isTail = true;
    while (used_ > 0 && isTail) {
        --used_;
        isTail = (bytes[used_] & 0xc0U) == 0x80U;
        bytes[used_] = 0;
    }
    --characters_;
    update();
    Q_EMIT changed();
}

void SecretEdit::noteCase(const QKeyEvent &event)
{
    const QString typed = event.text();
    if (typed.size() != 1 || !typed[0].isLetter() || typed[0].toUpper() == typed[0].toLower())
        return;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool isOn = typed[0].isUpper() != shift;
    if (isOn != capsLock_) {
        capsLock_ = isOn;
        Q_EMIT capsLockChanged(isOn);
    }
}

// Alt alone reaches a button or a field of the sheet, but for a Mac, whose Option types letters. Control and Alt
// together are AltGr on Windows, which types them too.
static bool isTyped(const QKeyEvent &key)
{
#ifdef Q_OS_MACOS
    constexpr bool isAltTyping = true;
#else
    constexpr bool isAltTyping = false;
#endif
    const Qt::KeyboardModifiers held = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isTyping = held == Qt::NoModifier || held == (Qt::ControlModifier | Qt::AltModifier)
                          || (isAltTyping && held == Qt::AltModifier);
    return isTyping && !key.text().isEmpty() && key.text()[0].isPrint();
}

bool SecretEdit::event(QEvent *event)
{
    // A letter is a letter here, whatever it means elsewhere in the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isTyped(*key) || key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Undo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT submitted();
    } else if (event->matches(QKeySequence::Paste)) {
        insert(QGuiApplication::clipboard()->text());
    } else if (event->key() == Qt::Key_Backspace) {
        event->modifiers().testFlag(Qt::ControlModifier) ? clear() : removeLast();
    } else if (isTyped(*event)) {
        noteCase(*event);
        insert(event->text());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SecretEdit::inputMethodEvent(QInputMethodEvent *event)
{
    insert(event->commitString());
    event->accept();
}

void SecretEdit::focusInEvent(QFocusEvent *event)
{
    caretOn_ = true;
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (flash > 0 && style::themeOf(this).motion() > 0)
        blinkTimer_ = startTimer(flash / 2);
    QWidget::focusInEvent(event);
    update();
}

void SecretEdit::focusOutEvent(QFocusEvent *event)
{
    if (blinkTimer_ != 0)
        killTimer(std::exchange(blinkTimer_, 0));
    QWidget::focusOutEvent(event);
    update();
}

void SecretEdit::timerEvent(QTimerEvent *)
{
    caretOn_ = !caretOn_;
    update();
}

void SecretEdit::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = hasFocus() ? 2 * theme.scale() : theme.scale();
    const QRectF frame = QRectF(rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.setPen(QPen(theme.color(hasFocus() ? Tone::Accent : isEnabled() ? Tone::Outline : Tone::Line), stroke));
    painter.setBrush(theme.color(isEnabled() ? Tone::Surface0 : Tone::Surface1));
    painter.drawRoundedRect(frame, theme.px(style::radius), theme.px(style::radius));

    const double step = 11 * theme.scale();
    const double dot = 3 * theme.scale();
    const double left = 14 * theme.scale();
    const int fitting = std::max(0, static_cast<int>((width() - 2 * left) / step));
    const int dots = std::min(characters_, fitting);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isEnabled() ? Tone::Ink1 : Tone::Ink3));
    for (int i = 0; i < dots; ++i)
        painter.drawEllipse(QPointF(left + i * step, height() / 2.0), dot, dot);
    if (hasFocus() && caretOn_) {
        const double x = left + dots * step - (dots > 0 ? step / 2 - dot : dot);
        const int caret = style()->pixelMetric(QStyle::PM_TextCursorWidth, nullptr, this);
        painter.fillRect(QRectF(x, height() / 2.0 - theme.px(8), caret, theme.px(16)), theme.color(Tone::Ink1));
    }
}

} // namespace countersign::widgets
