// Every key of the console on one sheet, so that nobody has to remember.
#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace countersign::widgets
{

struct KeyHint {
    QString keys, what;
};
struct KeyGroup {
    QString title;
    std::vector<KeyHint> hints;
};

[[nodiscard]] std::vector<KeyGroup> keyboardMap();
// The content of the sheet; the caller owns it.
[[nodiscard]] QWidget *makeKeyboardMap();

} // namespace countersign::widgets
