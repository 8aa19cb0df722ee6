// What a draft rests on: values over time, the search over all sources, a payer's policy, a page of somebody else.
#include "tests/ui/tour_chapters.hpp"

#include "ui/widgets/evidence/page_viewer.hpp"

namespace countersign::tour
{
namespace
{

void search(Stage &stage, const char16_t *item, const QString &words, const char *listed, const char *shown)
{
    stage.open(stage.itemTitled(QString::fromUtf16(item)));
    stage.press(Qt::Key_Slash);
    stage.type(words);
    if (listed != nullptr)
        stage.picture(QLatin1String(listed));
    stage.press(Qt::Key_Return);
    stage.picture(QLatin1String(shown));
    stage.press(Qt::Key_Escape);
}

void strangersPage(Stage &stage)
{
    auto *const viewer = stage.window().findChild<widgets::PageViewer *>();
    stage.open(stage.itemTitled(QStringLiteral("hospital summary")));
    stage.wait("the fax", [&] { return viewer->book().picture(0) != nullptr; });
    stage.press(Qt::Key_E);
    stage.press(Qt::Key_End);
    stage.wait("the last page", [&] { return viewer->page() == 2 && viewer->book().picture(2) != nullptr; });
    stage.picture(QStringLiteral("33-wrong-patient"));
    stage.press(Qt::Key_E);
}

} // namespace

void evidence(Stage &stage)
{
    search(stage, u"diabetes follow-up", QStringLiteral("haemoglobin"), "30-source-search", "31-trend");
    search(stage, u"erenumab", QStringLiteral("month"), nullptr, "32-policy");
    strangersPage(stage);
}

} // namespace countersign::tour
