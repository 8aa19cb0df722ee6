// Puts 1,500 hostile texts into every field of the console's own window (names, titles, statements, sources, comments,
// findings, the page of history) and looks whether each is shown letter by letter. Run under strace by
// hostile_texts.sh, which looks whether anything was opened or called between the two marks (reliability.md 4.2).
#include "tests/ui/window_rig.hpp"
#include "ui/widgets/review/safe_text.hpp"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QFile>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>

#include <cstdio>
#include <unistd.h>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace
{

constexpr int textsMin = 1500;
constexpr int textsPerItem = 60;

// What a picture, a link, a style or a frame would be fetched by, in every way that Qt's rich text knows and some that
// it does not.
QStringList targets()
{
    return {u"file:///etc/hostname"_s,
            u"file://host/share/x.png"_s,
            u"/etc/hostname"_s,
            u"//host/share/x.png"_s,
            u"\\\\host\\share\\x.png"_s,
            u"qrc:/i18n/countersign_de.qm"_s,
            u":/icons/lock.svg"_s,
            u"http://127.0.0.1:9/x.png"_s,
            u"https://evil.example/x"_s,
            u"data:image/png;base64,iVBORw0="_s,
            u"javascript:alert(1)"_s,
            u"ftp://127.0.0.1/x"_s,
            u"../../../../etc/passwd"_s,
            u"file:///dev/zero"_s,
            u"image://x/y"_s,
            u"smb://127.0.0.1/x"_s,
            u"ms-msdt:/id"_s,
            u"https://good@evil.example/"_s};
}

QStringList shapes()
{
    return {u"<img src='%1'>"_s,
            u"<IMG SRC=%1>"_s,
            u"<img/src=\"%1\" width=1 height=1/>"_s,
            u"<p>BP</p><img src=\"%1\">"_s,
            u"<a href='%1'>Approve</a>"_s,
            u"<a name='%1'></a>"_s,
            u"<table background='%1'><tr><td>x</td></tr></table>"_s,
            u"<body background=\"%1\">"_s,
            u"<td style=\"background-image: url('%1')\">"_s,
            u"<style>@import url('%1'); p { background: url(%1) }</style><p>x</p>"_s,
            u"<div style='background:url(%1)'>x</div>"_s,
            u"<link rel=stylesheet href='%1'>"_s,
            u"<iframe src='%1'></iframe>"_s,
            u"<object data='%1'></object>"_s,
            u"<script src='%1'></script>"_s,
            u"<svg><image href='%1'/></svg>"_s,
            u"<ul style='list-style-image: url(%1)'><li>x</ul>"_s,
            u"<qt><img src='%1'></qt>"_s,
            u"<!DOCTYPE html><html><img src='%1'></html>"_s,
            u"![x](%1)"_s,
            u"[x](%1)"_s,
            u"[x]: %1 \"t\"\n\n![x][x]"_s,
            u"<%1>"_s,
            u"%1"_s,
            u"&lt;img src='%1'&gt;"_s,
            u"<b>5 mg</b> <font face='%1'>x</font>"_s,
            u"<source srcset='%1'>"_s,
            u"<audio src='%1' autoplay>"_s,
            u"<meta http-equiv=refresh content='0;url=%1'>"_s,
            u"<base href='%1'>"_s,
            u"<form action='%1'><button>Sign</button></form>"_s,
            u"\u202e<img src='%1'>\u202c"_s,
            u"<img\u0000src='%1'>"_s,
            u"\u2714 Verified by Pharmacy <a href='%1'>[ Sign ]</a>"_s,
            u"<input type=image src='%1'>"_s,
            u"<img src='%1"_s,
            u"<![CDATA[<img src='%1'>]]>"_s,
            u"<?xml-stylesheet href='%1'?>"_s};
}

QStringList hostileTexts()
{
    QStringList all;
    for (const QString &shape : shapes())
        for (const QString &target : targets())
            all << shape.arg(target);
    QFile file(qEnvironmentVariable("COUNTERSIGN_DATA") + u"/robustness/naughty-strings.json"_s);
    if (!qEnvironmentVariableIsEmpty("COUNTERSIGN_DATA") && file.open(QFile::ReadOnly))
        for (const auto &value : QJsonDocument::fromJson(file.readAll()).array())
            all << value.toString();
    // All nine controls of direction in six places of the same sentence.
    for (const char16_t control : u"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
        for (const int at : {0, 1, 4, 9, 14, 17})
            if (control != 0)
                all << u"take 10 mg daily."_s.insert(at, QChar(control));
    const auto count = all.size();
    for (qsizetype i = 0; all.size() < textsMin; ++i)
        all << u"<p title='%1'>"_s.arg(i) + all[i % count] + u"</p>"_s;
    return all;
}

// The letters alone: with them every font is found before anything is watched.
QString harmless(const QString &text)
{
    QString letters;
    for (const QChar c : text)
        if (c.isLetterOrNumber() || c.unicode() > 0x2fff || c.isSurrogate() || c.isSymbol() || c.isMark())
            letters += c == u'<' || c == u'>' ? u' ' : c;
    return letters;
}

class Texts
{
public:
    explicit Texts(QStringList texts) : texts_(std::move(texts)) {}
    std::string next() { return text::toUtf8(texts_[next_++ % texts_.size()]); }
    [[nodiscard]] qsizetype taken() const { return next_; }

private:
    QStringList texts_;
    qsizetype next_ = 0;
};

// Every field that an agent or a chart fills, with another text each.
std::shared_ptr<const domain::Item> hostileItem(const domain::Item &like, Texts &texts, int number)
{
    auto item = std::make_shared<domain::Item>(like);
    item->id = domain::ItemId("hostile-" + std::to_string(number));
    domain::Proposal &proposal = item->proposal;
    proposal.action.title = texts.next();
    proposal.action.effect = texts.next();
    proposal.agent.id = domain::AgentId(texts.next());
    proposal.agent.version = texts.next();
    proposal.patient.family = domain::Phi<std::string>(texts.next());
    proposal.patient.given = domain::Phi<std::string>(texts.next());
    proposal.patient.mrn = domain::Phi<std::string>(texts.next());
    proposal.patient.allergies = {{}};
    proposal.patient.allergies[0].substance = texts.next();
    proposal.patient.allergies[0].reaction = texts.next();
    domain::NoteDraft note;
    note.sections.push_back({domain::SectionId("s"), texts.next(), {}, {}});
    std::string all;
    for (int i = 0; i < textsPerItem; ++i) {
        domain::Statement statement;
        statement.id = domain::StatementId("st" + std::to_string(i));
        statement.text = texts.next();
        all += statement.text + "\n";
        statement.citations = {{domain::SourceId("src"), domain::QuoteSelector{statement.text, {}, {}, {}, {}}}};
        note.sections[0].statements.push_back(std::move(statement));
    }
    proposal.draft = std::move(note);
    domain::Source source;
    source.id = domain::SourceId("src");
    source.title = texts.next();
    source.author = texts.next();
    source.read = true;
    source.content = all;
    proposal.sources = {source};
    source.id = domain::SourceId("unread");
    source.read = false;
    source.unreadReason = texts.next();
    proposal.sources.push_back(source);
    source.id = domain::SourceId("pages");
    source.kind = domain::Source::Kind::Document;
    source.content.reset();
    source.pageTexts = {texts.next(), all};
    proposal.sources.push_back(source);
    return item;
}

std::vector<std::shared_ptr<const domain::Item>> itemsOf(Texts &texts, qsizetype atLeast, const domain::Item &like)
{
    std::vector<std::shared_ptr<const domain::Item>> items;
    while (texts.taken() < atLeast)
        items.push_back(hostileItem(like, texts, static_cast<int>(items.size())));
    return items;
}

int failures = 0;
void fail(const char *what, const QString &text)
{
    ++failures;
    std::fprintf(stderr, "%s: %s\n", what, qPrintable(text.left(200)));
}

// A tool tip stands in one mark of our own, with nothing but escaped letters in it.
bool isEscapedTip(const QLabel &label)
{
    const QString text = label.text();
    return label.inherits("QTipLabel") && text.startsWith(u"<span>"_s) && text.endsWith(u"</span>"_s)
           && !text.mid(6, text.size() - 13).contains(u'<');
}

// Nothing on the screen may be able to read markup, or what was given must not look like any.
void lookAtLabels(widgets::MainWindow &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>())
        if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()) && !isEscapedTip(*label))
            fail("a label that reads markup", label->text());
}

void lookAtAll(tests::WindowRig &rig)
{
    for (auto *area : rig.window().findChildren<QAbstractScrollArea *>())
        if (area->isVisible())
            for (int at = 0; at <= area->verticalScrollBar()->maximum();
                 at += std::max(1, area->viewport()->height())) {
                area->verticalScrollBar()->setValue(at);
                static_cast<void>(area->viewport()->grab());
            }
    static_cast<void>(rig.window().grab());
    lookAtLabels(rig.window());
}

void pointAt(QWidget &widget)
{
    const QPoint middle = widget.rect().center();
    QHelpEvent help(QEvent::ToolTip, middle, widget.mapToGlobal(middle));
    QApplication::sendEvent(&widget, &help);
    QToolTip::hideText();
}

// Letter by letter: every statement stands in the draft as it is shown.
void lookAtDraft(tests::WindowRig &rig, const domain::Item &item)
{
    for (widgets::SafeText *text : rig.window().findChildren<widgets::SafeText *>()) {
        pointAt(*text->viewport());
        if (text->accessibleName() != u"Draft"_s)
            continue;
        for (const domain::Statement &statement : domain::sectionsOf(item.proposal.draft)[0].statements)
            if (std::none_of(text->blocks().begin(), text->blocks().end(),
                             [&](const auto &block) { return block.text == text::shown(statement.text); }))
                fail("a statement that is not shown as it is", text::shown(statement.text));
    }
}

void walkThrough(QStringList strings, const domain::Item &like)
{
    const auto atLeast = strings.size();
    Texts texts(std::move(strings));
    const auto items = itemsOf(texts, atLeast, like);
    tests::WindowRig rig(support::demoDesk(tests::clinicNow(), items));
    lookAtAll(rig);
    for (const auto &item : items) {
        rig.openItem(item->id);
        lookAtDraft(rig, *item);
        lookAtAll(rig);
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_A, Qt::Key_Escape, Qt::Key_B})
            rig.key(key);
        lookAtAll(rig);
        rig.key(Qt::Key_B);
        rig.key(Qt::Key_I);
        lookAtAll(rig);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Slash);
        QTest::keyClicks(rig.focus(), u"img src"_s);
        lookAtAll(rig);
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_R, Qt::ControlModifier);
        rig.key(Qt::Key_1);
        lookAtAll(rig);
        rig.key(Qt::Key_Return, Qt::ControlModifier);
        lookAtAll(rig);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Escape);
    }
    rig.window().showPage(widgets::MainWindow::History);
    lookAtAll(rig);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    style::apply(application, style::Theme(style::Look::Light, 1, true));
    const QStringList texts = hostileTexts();
    QStringList letters;
    for (const QString &text : texts)
        letters << harmless(text);
    const auto like = support::demoItems().front();
    walkThrough(letters, *like); // fonts, pictures and plug-ins are loaded
    // Calls that are traced and that nothing else makes.
    static_cast<void>(::access("/countersign-hostile-texts-begin", F_OK));
    walkThrough(texts, *like);
    static_cast<void>(::access("/countersign-hostile-texts-end", F_OK));
    std::printf("%d hostile texts, %d not shown as they are\n", static_cast<int>(texts.size()), failures);
    return failures == 0 ? 0 : 1;
}
