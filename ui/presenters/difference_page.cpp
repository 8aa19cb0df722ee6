#include "ui/presenters/difference_page.hpp"

#include "core/domain/clinical_diff.hpp"
#include "ui/presenters/queue_line.hpp"
#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

struct Difference {
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

using Kind = TextBlock::Kind;

class Writer
{
public:
    TextPage write(const domain::Item &before, const domain::Item &now)
    {
        writeNote(now);
        writeWords(before.proposal.draft, now.proposal.draft);
        writeSources(before.proposal.sources, now.proposal.sources);
        if (before.tier != now.tier)
            add(Kind::Remark,
                Difference::tr("The tier was %1 and is %2.").arg(tierMark(before.tier).word, tierMark(now.tier).word));
        if (before.proposal.agent.version != now.proposal.agent.version)
            add(Kind::Remark, Difference::tr("The agent was %1 and is %2.")
                                  .arg(text::shownOnOneLine(before.proposal.agent.version),
                                       text::shownOnOneLine(now.proposal.agent.version)));
        return {std::make_shared<const TextBlocks>(std::move(blocks_)), std::move(marks_)};
    }

private:
    TextBlock &add(Kind kind, const QString &text)
    {
        TextBlock block;
        block.kind = kind;
        block.text = text;
        blocks_.push_back(std::move(block));
        return blocks_.back();
    }

    void writeNote(const domain::Item &now)
    {
        add(Kind::Heading, Difference::tr("What changed while you read"));
        if (!now.proposal.changeNote.empty())
            add(Kind::Sentence, Difference::tr("The agent says: %1").arg(text::shown(now.proposal.changeNote)));
    }

    void writeWords(const domain::Draft &before, const domain::Draft &now)
    {
        const auto changes = domain::clinicalDiff(before, now);
        if (changes.empty())
            add(Kind::Remark, Difference::tr("The words of the draft are the same."));
        for (const domain::Change &change : changes) {
            TextBlock &block = add(Kind::Sentence, {});
            const int index = static_cast<int>(blocks_.size()) - 1;
            for (const domain::DiffRun &run : domain::wordDiff(change.before, change.after)) {
                const int start = static_cast<int>(block.text.size());
                block.text += text::emphasisedSides(text::shown(run.text));
                if (run.kind != domain::DiffRun::Kind::Same)
                    marks_.push_back(
                        {index, start, static_cast<int>(block.text.size()),
                         run.kind == domain::DiffRun::Kind::Added ? TextMark::Kind::Added : TextMark::Kind::Removed});
            }
            const QString what = text::phrase(change.op) + QStringLiteral(" \u00b7 ") + text::phrase(change.kind);
            block.chips.push_back(
                {what, change.kind == domain::Change::Class::Safety ? Chip::Weight::Strong : Chip::Weight::Notice});
            block.words = what;
        }
    }

    void writeSources(const std::vector<domain::Source> &before, const std::vector<domain::Source> &now)
    {
        const auto find = [](const std::vector<domain::Source> &list, const domain::SourceId &id) {
            return std::find_if(list.begin(), list.end(), [&](const auto &source) { return source.id == id; });
        };
        for (const domain::Source &source : now) {
            const auto was = find(before, source.id);
            if (was == before.end())
                add(Kind::Bullet, Difference::tr("New source: %1").arg(text::shownOnOneLine(source.title)));
            else if (!(*was == source))
                add(Kind::Bullet, Difference::tr("Changed source: %1").arg(text::shownOnOneLine(source.title)));
        }
        for (const domain::Source &source : before)
            if (find(now, source.id) == now.end())
                add(Kind::Bullet, Difference::tr("Source taken away: %1").arg(text::shownOnOneLine(source.title)));
    }

    TextBlocks blocks_;
    std::vector<TextMark> marks_;
};

} // namespace

TextPage describeDifference(const domain::Item &before, const domain::Item &now)
{
    return Writer().write(before, now);
}

} // namespace countersign::presenters
