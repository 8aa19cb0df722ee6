// What a hand drags, keys move too (WCAG 2.5.7): the divider between the two panes of a splitter.
#pragma once

class QSplitter;

namespace countersign::widgets
{

// So many steps; above 0 the first pane gets the room. Held within what the panes need. False: one of them is hidden.
bool moveDivider(QSplitter &splitter, int by);

} // namespace countersign::widgets
