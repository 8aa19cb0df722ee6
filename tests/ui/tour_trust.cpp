// Trust as it looks: the work hidden from onlookers, the settings of keys and of emergencies, and glass that is broken.
#include "tests/ui/tour_chapters.hpp"

namespace countersign::tour
{

void trust(Stage &stage)
{
    stage.open(stage.itemTitled(QStringLiteral("heart failure")));
    stage.press(Qt::Key_F9);
    stage.picture(QStringLiteral("38-hidden"));
    stage.press(Qt::Key_F9);
    stage.press(Qt::Key_Comma, Qt::ControlModifier);
    stage.tabTo("emergency-treatment");
    stage.press(Qt::Key_Space);
    stage.picture(QStringLiteral("39-settings-trust"));
    stage.tabTo("beginEmergency");
    stage.press(Qt::Key_Space);
    stage.wait("the emergency", [&] { return stage.snapshot().session.emergencyUntil.has_value(); });
    stage.press(Qt::Key_1, Qt::ControlModifier);
    stage.picture(QStringLiteral("40-emergency"));
    stage.tabTo("noticeAction");
    stage.press(Qt::Key_Space);
    stage.wait("its end", [&] { return !stage.snapshot().session.emergencyUntil.has_value(); });
}

} // namespace countersign::tour
