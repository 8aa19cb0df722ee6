// Tab goes round inside of what lies over the window, so that the keyboard is never under it (WCAG 2.4.11); Esc is the
// way out, which its owner provides (2.1.2).
#pragma once

class QWidget;

namespace countersign::widgets
{

// For focusNextPrevChild() of the panel or sheet.
void moveFocusWithin(QWidget &panel, bool next);

} // namespace countersign::widgets
