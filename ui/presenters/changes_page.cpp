#include "ui/presenters/changes_page.hpp"

#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

using domain::Change;
using domain::DiffRun;
using domain::Telling;

struct Changes {
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

QString wordFor(Telling what)
{
    switch (what) {
    case Telling::Number:
        return Changes::tr("number");
    case Telling::Unit:
        return Changes::tr("unit");
    case Telling::Dose:
        return Changes::tr("dose");
    case Telling::Route:
        return Changes::tr("route");
    case Telling::Drug:
        return Changes::tr("drug");
    case Telling::Negation:
        return Changes::tr("negation");
    case Telling::Side:
        return Changes::tr("side");
    case Telling::Date:
        return Changes::tr("date");
    case Telling::Person:
        return Changes::tr("person");
    case Telling::Name:
        break;
    }
    return Changes::tr("name");
}

const domain::Section *sectionOf(const domain::Draft &draft, const domain::StatementId &id)
{
    for (const domain::Section &section : domain::sectionsOf(draft))
        for (const domain::Statement &statement : section.statements)
            if (statement.id == id)
                return &section;
    return nullptr;
}

class Writer
{
public:
    Writer(const domain::Draft &original, const domain::Draft &edited) : original_(original), edited_(edited) {}

    void write(const Change &change)
    {
        const domain::Section *const was = sectionOf(original_, change.statementId);
        const domain::Section *const is = sectionOf(edited_, change.statementId);
        const domain::Section *const section = is != nullptr ? is : was;
        const QString title = section == nullptr ? QString() : text::shownOnOneLine(section->title);
        if (title != title_ || blocks_.empty()) {
            title_ = title;
            add(TextBlock::Kind::Heading).text = title;
        }
        TextBlock &block = add(TextBlock::Kind::Sentence);
        block.id = text::toQt(change.statementId.text());
        block.isStep = true;
        const auto runs = domain::wordDiff(change.before, change.after);
        for (const DiffRun &run : runs)
            addRun(block, run);
        block.chips.push_back({changeWords(change), weightOf(change.kind)});
        block.words = changeWords(change);
        if (change.op == Change::Op::Move && was != nullptr && is != nullptr && was->id != is->id)
            block.words += QStringLiteral(" \u00b7 ") + Changes::tr("from %1").arg(text::shownOnOneLine(was->title));
        else if (const QString spoken = spokenDifference(runs); !spoken.isEmpty())
            block.words += QStringLiteral(" \u00b7 ") + spoken;
    }

    TextPage finish()
    {
        if (blocks_.empty())
            add(TextBlock::Kind::Remark).text = Changes::tr("Nothing is changed. This is the agent's draft.");
        return {std::make_shared<const TextBlocks>(std::move(blocks_)), std::move(marks_)};
    }

private:
    TextBlock &add(TextBlock::Kind kind)
    {
        blocks_.emplace_back();
        blocks_.back().kind = kind;
        return blocks_.back();
    }

    void addRun(TextBlock &block, const DiffRun &run)
    {
        const int start = static_cast<int>(block.text.size());
        block.text += text::emphasisedSides(text::shown(run.text));
        if (run.kind != DiffRun::Kind::Same)
            marks_.push_back({static_cast<int>(blocks_.size()) - 1, start, static_cast<int>(block.text.size()),
                              run.kind == DiffRun::Kind::Added ? TextMark::Kind::Added : TextMark::Kind::Removed});
    }

    const domain::Draft &original_;
    const domain::Draft &edited_;
    QString title_;
    TextBlocks blocks_;
    std::vector<TextMark> marks_;
};

} // namespace

QString changeWords(const Change &change)
{
    QString words = text::phrase(change.op) + QStringLiteral(" \u00b7 ") + text::phrase(change.kind);
    QStringList about;
    if (change.kind == Change::Class::Safety)
        for (const Telling what : domain::tellingChanges(change.before, change.after))
            about << wordFor(what);
    if (!about.isEmpty())
        words += QStringLiteral(": ") + about.join(QStringLiteral(", "));
    return words;
}

QString spokenDifference(const std::vector<DiffRun> &runs)
{
    QStringList said;
    for (const DiffRun &run : runs) {
        const QString words = text::shownOnOneLine(run.text).trimmed();
        if (run.kind == DiffRun::Kind::Same || words.isEmpty())
            continue;
        said << (run.kind == DiffRun::Kind::Added ? Changes::tr("inserted \u201c%1\u201d").arg(words)
                                                  : Changes::tr("deleted \u201c%1\u201d").arg(words));
    }
    return said.join(QStringLiteral("; "));
}

Chip::Weight weightOf(Change::Class kind)
{
    switch (kind) {
    case Change::Class::Safety:
        return Chip::Weight::Strong;
    case Change::Class::Factual:
        return Chip::Weight::Notice;
    case Change::Class::Style:
        break;
    }
    return Chip::Weight::Quiet;
}

TextPage describeChanges(const domain::Draft &original, const domain::Draft &edited, const std::vector<Change> &changes)
{
    Writer writer(original, edited);
    for (const Change &change : changes)
        writer.write(change);
    return writer.finish();
}

} // namespace countersign::presenters
