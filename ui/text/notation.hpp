// How a reader is kept from misreading (R-650 to R-655; Joint Commission Do-Not-Use list, ISMP). Everything here is for
// the eye: texts keep their length and their meaning, and what is signed is never touched. Pure; tr needs the gui
// thread.
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace countersign::text
{

// A notation that has been misread: "QD", "10 U", "5.0 mg", ".5 mg", "µg".
struct ErrorProne {
    int start = 0;
    int length = 0;
    QString instead;           // "daily", "units", "5", "0.5", "mcg"
    bool isReplaceable = true; // false: it means one of two things, and only a reader can tell
    bool operator==(const ErrorProne &) const = default;
};
// In reading order, never overlapping. Source text is only marked, never rewritten.
[[nodiscard]] std::vector<ErrorProne> errorProneIn(QStringView text);
// The text with every notation that can be replaced written out.
[[nodiscard]] QString writtenOut(const QString &text);
// One sentence a notation: "“QD” can be misread: daily".
[[nodiscard]] QString warning(QStringView text, const ErrorProne &notation);

// A number and its unit stay on one line: the blank between them becomes a no-break space. Same length.
[[nodiscard]] QString holdDoses(QString text);
// hydrOXYzine and hydrALAZINE: the letters in which look-alike names differ are capitals. Same length.
[[nodiscard]] QString tallMan(QString text);
// RIGHT, LEFT and BILATERAL in our own structured views. Same length.
[[nodiscard]] QString emphasisedSides(QString text);
// All three, for one line of our own structured views.
[[nodiscard]] QString clinicalLine(QString text);

} // namespace countersign::text
