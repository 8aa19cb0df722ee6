#include "app/console/window/capture.hpp"

#include <QWidget>

#if defined(_WIN32)
#include <windows.h>
#endif

namespace countersign::console
{

Capture excludeFromCapture(QWidget &window)
{
#if defined(_WIN32)
    constexpr DWORD excludeFromCaptureAffinity = 0x11; // WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and later
    const auto handle = reinterpret_cast<HWND>(window.winId());
    return ::SetWindowDisplayAffinity(handle, excludeFromCaptureAffinity) ? Capture::Excluded : Capture::Failed;
#else
    static_cast<void>(window);
    return Capture::NotOffered;
#endif
}

} // namespace countersign::console
