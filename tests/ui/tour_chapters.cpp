#include "tests/ui/tour_chapters.hpp"

#include "ui/text/qt_text.hpp"
#include "ui/widgets/evidence/page_viewer.hpp"
#include "ui/widgets/queue/queue_pane.hpp"
#include "ui/widgets/review/reason_panel.hpp"
#include "ui/widgets/review/sign_sheet.hpp"

namespace countersign::tour
{
namespace
{

constexpr auto theVisit = u"shortness of breath";
constexpr auto theRequest = u"erenumab";

QString visit(Stage &stage)
{
    return stage.itemTitled(QString::fromUtf16(theVisit));
}

std::size_t signedHere(Stage &stage)
{
    return stage.snapshot().history->own.size();
}

void signIn(Stage &stage, const Route &route)
{
    if (route.isStill) {
        stage.picture(QStringLiteral("01-queue"));
        return;
    }
    stage.picture(QStringLiteral("00-sign-in"));
    stage.typePassword();
    stage.press(Qt::Key_Return);
    stage.wait("the queue", [&] { return stage.snapshot().queue && stage.snapshot().queue->isComplete; });
    stage.wait("the recovery code", [&] { return stage.snapshot().keys.offeredCode != nullptr; });
    stage.picture(QStringLiteral("00-recovery-code"));
    // Written down: its end is typed back, and it is never shown again.
    const auto code = stage.snapshot().keys.offeredCode;
    const BytesView letters = code->view().last(4);
    stage.type(QString::fromLatin1(reinterpret_cast<const char *>(letters.data()), letters.size()));
    stage.press(Qt::Key_Return);
    stage.wait("that it is kept", [&] { return stage.snapshot().keys.offeredCode == nullptr; });
    stage.press(Qt::Key_Escape);
    stage.picture(QStringLiteral("01-queue"));
}

// Marks whatever must be seen, one key each.
void lookAtAll(Stage &stage)
{
    constexpr int statementsMax = 60;
    stage.repeat(Qt::Key_X, statementsMax);
    stage.wait("what must be seen", [&] {
        for (const auto &offer : stage.snapshot().open->offers)
            for (const auto &need : offer.needs)
                if (need.code == domain::RefusalCode::StatementsUnseen)
                    return false;
        return true;
    });
}

// Where the sheet asks who the patient is.
void namePatient(Stage &stage)
{
    if (!stage.hasFocus("identity"))
        return;
    const auto &patient = stage.snapshot().open->item->proposal.patient;
    stage.type(text::toQt(patient.given.reveal()).left(1) + text::toQt(patient.family.reveal()).left(1)
               + text::toQt(patient.birthDate.reveal()).left(4));
    stage.picture(QStringLiteral("30-sign-named"));
    stage.press(Qt::Key_Return);
}

void reviewAndSign(Stage &stage)
{
    stage.open(visit(stage));
    stage.picture(QStringLiteral("02-review"));
    stage.press(Qt::Key_B);
    stage.picture(QStringLiteral("24-basis"));
    stage.press(Qt::Key_B);
    stage.press(Qt::Key_N);
    stage.picture(QStringLiteral("22-finding"));
    stage.press(Qt::Key_A);
    stage.picture(QStringLiteral("23-answer"));
    stage.press(Qt::Key_4);
    stage.picture(QStringLiteral("25-answered"));
    stage.repeat(Qt::Key_J, 3);
    stage.picture(QStringLiteral("03-review-evidence"));
    stage.press(Qt::Key_I);
    stage.press(Qt::Key_End, Qt::ControlModifier);
    stage.type(QStringLiteral(" She wants to stop."));
    stage.picture(QStringLiteral("04-edit"));
    stage.press(Qt::Key_Escape);
    stage.picture(QStringLiteral("05-edited"));
    stage.press(Qt::Key_Y); // the source still says so
    const std::size_t before = signedHere(stage);
    stage.picture(QStringLiteral("29-to-be-seen"));
    lookAtAll(stage);
    stage.press(Qt::Key_Return, Qt::ControlModifier);
    stage.picture(QStringLiteral("06-sign"));
    namePatient(stage);
    stage.typePassword();
    stage.picture(QStringLiteral("07-sign-ready"));
    stage.press(Qt::Key_Return);
    stage.wait("the signature", [&] { return signedHere(stage) > before; });
    stage.picture(QStringLiteral("08-signed"));
}

void edit(Stage &stage)
{
    stage.open(stage.itemTitled(QStringLiteral("heart failure")));
    stage.repeat(Qt::Key_J, 2);
    stage.press(Qt::Key_I);
    stage.press(Qt::Key_Home, Qt::ControlModifier);
    stage.type(QStringLiteral("No longer takes metoprolool. "));
    stage.picture(QStringLiteral("30-edit-statement"));
    stage.press(Qt::Key_Escape);
    stage.picture(QStringLiteral("31-edit-needs-citation"));
    stage.press(Qt::Key_F);
    stage.press(Qt::Key_End, Qt::ControlModifier);
    stage.press(Qt::Key_Return);
    stage.type(QStringLiteral("Weighs herself daily and calls when she gains 2 kg in 3 days."));
    stage.press(Qt::Key_Home);
    stage.picture(QStringLiteral("32-whole-text"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_D);
    stage.picture(QStringLiteral("33-difference"));
    stage.press(Qt::Key_D);
    stage.press(Qt::Key_1, Qt::ControlModifier);
    stage.wait("the mark of the edits", [&] { return !stage.snapshot().queue->unsignedEdits.empty(); });
    stage.picture(QStringLiteral("34-queue-unsigned-edits"));
}

void reject(Stage &stage)
{
    stage.open(stage.itemTitled(QStringLiteral("heart failure")));
    // For a moment after the item came, no verdict is heard.
    stage.wait("the reasons", [&] {
        stage.press(Qt::Key_R, Qt::ControlModifier);
        return stage.window().findChild<widgets::ReasonPanel *>()->isVisible();
    });
    stage.picture(QStringLiteral("09-reject"));
    stage.press(Qt::Key_2);
    stage.picture(QStringLiteral("31-reject-reason"));
    stage.press(Qt::Key_Return, Qt::ControlModifier);
    stage.picture(QStringLiteral("32-reject-sign"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_M, Qt::ControlModifier);
    stage.picture(QStringLiteral("33-respond"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_H, Qt::ControlModifier);
    stage.press(Qt::Key_2);
    stage.picture(QStringLiteral("34-escalate"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_K, Qt::ControlModifier);
    stage.picture(QStringLiteral("35-palette"));
    stage.type(QStringLiteral("rej"));
    stage.picture(QStringLiteral("36-palette-found"));
    stage.press(Qt::Key_Escape);
}

void pages(Stage &stage)
{
    const auto isThere = [&stage] {
        auto *const viewer = stage.window().findChild<widgets::PageViewer *>();
        return viewer != nullptr && viewer->book().picture(viewer->page()) != nullptr;
    };
    stage.open(stage.itemTitled(QStringLiteral("hospital summary")));
    stage.wait("the fax", isThere);
    stage.picture(QStringLiteral("26-fax"));
    stage.repeat(Qt::Key_J, 1);
    stage.wait("the second page", isThere);
    stage.press(Qt::Key_E);
    stage.press(Qt::Key_T);
    stage.press(Qt::Key_Plus);
    stage.picture(QStringLiteral("27-fax-zoomed"));
    stage.press(Qt::Key_W);
    stage.press(Qt::Key_F, Qt::ControlModifier);
    stage.type(QStringLiteral("mg"));
    stage.picture(QStringLiteral("28-fax-search"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_Escape);
}

void offline(Stage &stage)
{
    stage.window().showPage(widgets::MainWindow::Queue);
    stage.press(Qt::Key_O, Qt::ControlModifier);
    stage.picture(QStringLiteral("10-outbox"));
    stage.tabTo("linkToggle");
    stage.press(Qt::Key_Space);
    stage.wait("the link to be down", [&] { return stage.snapshot().link.state == desk::LinkState::Offline; });
    stage.press(Qt::Key_Escape);
    const std::size_t before = signedHere(stage);
    stage.open(stage.itemTitled(QStringLiteral("knee injury")));
    lookAtAll(stage);
    // For a moment after the item came, no verdict is heard.
    stage.wait("the sign sheet", [&] {
        stage.press(Qt::Key_Return, Qt::ControlModifier);
        return stage.window().findChild<widgets::SignSheet *>()->isVisible();
    });
    namePatient(stage);
    stage.typePassword();
    stage.press(Qt::Key_Return);
    stage.wait("the offline signature", [&] { return signedHere(stage) > before; });
    stage.press(Qt::Key_O, Qt::ControlModifier);
    stage.picture(QStringLiteral("11-outbox-offline"));
    stage.press(Qt::Key_Escape);
}

// Similar names, groups, and what a filter hides.
void queue(Stage &stage)
{
    stage.press(Qt::Key_1, Qt::ControlModifier);
    const auto show = [&](presenters::QueueGrouping grouping, std::optional<domain::Tier> tier, const char *name) {
        presenters::QueueFilter filter;
        filter.tier = tier;
        stage.window().queue().arrange(
            {.filter = filter, .order = presenters::QueueOrder::Urgency, .grouping = grouping});
        stage.press(Qt::Key_Home);
        stage.picture(QLatin1String(name));
    };
    using presenters::QueueGrouping;
    show(QueueGrouping::Patient, {}, "22-queue-by-patient");
    show(QueueGrouping::Workflow, {}, "23-queue-by-workflow");
    show(QueueGrouping::None, domain::Tier::High, "24-queue-filtered");
    show(QueueGrouping::None, {}, "25-queue");
}

void search(Stage &stage)
{
    stage.press(Qt::Key_1, Qt::ControlModifier);
    stage.press(Qt::Key_Slash);
    stage.type(QStringLiteral("nguyen"));
    stage.picture(QStringLiteral("12-search"));
    stage.type(QStringLiteral(" xy"));
    stage.picture(QStringLiteral("13-nothing-fits"));
    stage.press(Qt::Key_Escape);
}

void history(Stage &stage)
{
    stage.press(Qt::Key_3, Qt::ControlModifier);
    stage.repeat(Qt::Key_J, 1);
    stage.picture(QStringLiteral("14-history"));
}

void looks(Stage &stage)
{
    const auto both = [&](const QString &name) {
        stage.picture(name + QStringLiteral("-queue"));
        stage.open(stage.itemTitled(QString::fromUtf16(theRequest)));
        stage.repeat(Qt::Key_J, 2);
        stage.picture(name + QStringLiteral("-review"));
        stage.press(Qt::Key_3, Qt::ControlModifier);
        stage.picture(name + QStringLiteral("-history"));
    };
    stage.set({.look = style::Look::Dark});
    both(QStringLiteral("15-dark"));
    stage.set({.language = QStringLiteral("de")});
    both(QStringLiteral("16-german"));
    stage.set({.scale = 2, .size = {2560, 1600}});
    both(QStringLiteral("17-scale-200"));
    stage.set({.scale = 2, .size = {1280, 800}});
    both(QStringLiteral("18-scale-200-small"));
    stage.set({.size = {1024, 768}});
    both(QStringLiteral("19-small"));
    stage.set({.look = style::Look::HighContrast});
    both(QStringLiteral("26-contrast"));
    stage.set({.direction = Qt::RightToLeft});
    both(QStringLiteral("27-right-to-left"));
    stage.set({.scale = 3, .size = {1920, 1200}});
    both(QStringLiteral("28-scale-300"));
}

void leave(Stage &stage)
{
    stage.set({});
    stage.press(Qt::Key_Question);
    stage.picture(QStringLiteral("20-keys"));
    stage.press(Qt::Key_Escape);
    stage.press(Qt::Key_Comma, Qt::ControlModifier);
    stage.picture(QStringLiteral("37-settings"));
    stage.press(Qt::Key_L, Qt::ControlModifier);
    stage.wait("the lock", [&] { return stage.snapshot().session.state == desk::SessionState::Locked; });
    stage.picture(QStringLiteral("21-locked"));
}

} // namespace

void walk(Stage &stage, const Route &route)
{
    stage.set({});
    signIn(stage, route);
    reviewAndSign(stage);
    if (route.letHoldEnd)
        route.letHoldEnd();
    reject(stage);
    edit(stage);
    pages(stage);
    evidence(stage);
    trust(stage);
    offline(stage);
    queue(stage);
    search(stage);
    history(stage);
    looks(stage);
    leave(stage);
}

} // namespace countersign::tour
