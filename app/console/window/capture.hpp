// Keeps a window off screenshots and shared screens where the system has that (TM16): Windows so far. X11 and Wayland
// have nothing of the kind, and this says so. gui thread.
#pragma once

class QWidget;

namespace countersign::console
{

enum class Capture { Excluded, NotOffered, Failed };

// After the window has been shown.
Capture excludeFromCapture(QWidget &window);

} // namespace countersign::console
