#include "app/console/window/clipboard_guard.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace countersign::console
{
namespace
{

constexpr auto ownFormat = "application/x-countersign";
// What histories of the clipboard look for: KDE's Klipper and others on Linux, Windows, macOS.
constexpr auto secretHint = "x-kde-passwordManagerHint";
constexpr auto windowsHint = "application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\"";
constexpr auto macHint = "org.nspasteboard.ConcealedType";

} // namespace

ClipboardGuard::ClipboardGuard(QClipboard &clipboard)
    : clipboard_(clipboard), mark_(QUuid::createUuid().toByteArray(QUuid::Id128))
{
    timer_.setSingleShot(true);
    timer_.setInterval(stays);
    connect(&timer_, &QTimer::timeout, this, &ClipboardGuard::clear);
    connect(&clipboard_, &QClipboard::dataChanged, this, &ClipboardGuard::changed);
}

bool ClipboardGuard::isOurs() const
{
    const QMimeData *data = clipboard_.mimeData();
    return data != nullptr && data->data(QLatin1String(ownFormat)) == mark_;
}

// A copy made in this program, which has the keyboard while it copies, is marked; somebody else's is left alone.
void ClipboardGuard::changed()
{
    if (isOurs())
        return timer_.start();
    timer_.stop();
    const bool isMadeHere = clipboard_.ownsClipboard() && clipboard_.mimeData() != nullptr;
    if (!isMadeHere || clipboard_.text().isEmpty())
        return;
    auto *marked = new QMimeData;
    marked->setText(clipboard_.text());
    marked->setData(QLatin1String(ownFormat), mark_);
    marked->setData(QLatin1String(secretHint), QByteArrayLiteral("secret"));
    marked->setData(QLatin1String(windowsHint), QByteArrayLiteral("1"));
    marked->setData(QLatin1String(macHint), {});
    clipboard_.setMimeData(marked);
    Q_EMIT copied();
}

void ClipboardGuard::clear()
{
    timer_.stop();
    if (isOurs())
        clipboard_.clear();
}

} // namespace countersign::console
