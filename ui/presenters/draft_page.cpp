#include "ui/presenters/draft_page.hpp"

#include "core/base/result.hpp"
#include "ui/presenters/changes_page.hpp"
#include "ui/presenters/json_page.hpp"
#include "ui/text/notation.hpp"
#include "ui/text/qt_text.hpp"
#include "ui/text/times.hpp"
#include "ui/text/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace countersign::presenters
{
namespace
{

using Kind = TextBlock::Kind;
using domain::Change;
using domain::Statement;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DraftPage)
};

Kind kindOf(Statement::Style style)
{
    switch (style) {
    case Statement::Style::Heading:
        return Kind::Subheading;
    case Statement::Style::Bullet:
        return Kind::Bullet;
    case Statement::Style::TableRow:
        return Kind::TableRow;
    case Statement::Style::Unstated:
    case Statement::Style::Sentence:
        break;
    }
    return Kind::Sentence;
}

Chip::Weight weightOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Stop:
        return Chip::Weight::Grave;
    case domain::Severity::Warning:
        return Chip::Weight::Strong;
    case domain::Severity::Info:
        break;
    }
    return Chip::Weight::Quiet;
}

TextMark::Kind markOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Stop:
        return TextMark::Kind::Stopped;
    case domain::Severity::Warning:
        return TextMark::Kind::Doubted;
    case domain::Severity::Info:
        break;
    }
    return TextMark::Kind::Noted;
}

// Short: the value that does not fit, where there is one, says more than the kind of the finding.
QString chipOf(const domain::Finding &finding, const QString &title)
{
    constexpr qsizetype valueMax = 24;
    for (const auto &[side, value] : finding.values)
        if (const QString shown = text::shownOnOneLine(value); side == "draft" && !shown.isEmpty())
            return shown.size() <= valueMax ? shown + QStringLiteral(" \u00b7 ") + title : title;
    return title;
}

// The edited statements of a section, and between them those that were taken out, where they were.
std::vector<const Statement *> withRemoved(const domain::Section &is, const domain::Section *was,
                                           const domain::Draft &draft)
{
    std::vector<const Statement *> rows;
    for (const Statement &statement : is.statements)
        rows.push_back(&statement);
    if (was == nullptr)
        return rows;
    auto at = rows.begin();
    for (const Statement &old : was->statements) {
        const auto kept =
            std::find_if(rows.begin(), rows.end(), [&](const Statement *row) { return row->id == old.id; });
        if (kept != rows.end())
            at = std::next(kept);
        else if (domain::findStatement(draft, old.id) == nullptr)
            at = std::next(rows.insert(at, &old));
    }
    return rows;
}

QString offerOf(const std::string &text)
{
    const QString raw = text::toQt(text);
    const auto notations = text::errorProneIn(raw);
    const auto first = std::find_if(notations.begin(), notations.end(),
                                    [](const text::ErrorProne &each) { return each.isReplaceable; });
    return first == notations.end() ? QString()
                                    : text::shownOnOneLine(text::toUtf8(raw.mid(first->start, first->length)))
                                          + QStringLiteral(" \u2192 ") + first->instead;
}

class Writer
{
public:
    explicit Writer(const DraftReading &reading)
        : reading_(reading), memo_(reading.memo == nullptr ? own_ : *reading.memo)
    {
    }

    DraftPage write()
    {
        std::visit(Overload{[&](const domain::NoteDraft &note) { writeSections(note.sections); },
                            [&](const domain::PriorAuthDraft &request) { writeRequest(request); },
                            [&](const domain::ToolCallDraft &call) { writeToolCall(call); }},
                   reading_.edits.draft());
        result_.page.blocks = std::make_shared<const TextBlocks>(std::move(blocks_));
        return std::move(result_);
    }

private:
    TextBlock &add(Kind kind, const QString &text, const QString &label = {})
    {
        TextBlock block;
        block.kind = kind;
        block.text = text;
        block.label = label;
        blocks_.push_back(std::move(block));
        return blocks_.back();
    }

    void makeStep(TextBlock &block, const domain::StatementId &statement,
                  const std::vector<domain::Citation> &citations, Support support)
    {
        block.isStep = true;
        block.support = support;
        block.words = supportWords(support);
        result_.steps.push_back({static_cast<int>(blocks_.size()) - 1, statement, citations, support, false});
    }

    void writeSections(const std::vector<domain::Section> &sections)
    {
        const auto &original = domain::sectionsOf(reading_.edits.original());
        for (const domain::Section &section : sections) {
            const auto was = std::find_if(original.begin(), original.end(),
                                          [&](const domain::Section &s) { return s.id == section.id; });
            add(Kind::Heading, text::shownOnOneLine(section.title));
            for (const Statement *const statement :
                 withRemoved(section, was == original.end() ? nullptr : &*was, reading_.edits.draft()))
                writeStatement(*statement);
        }
    }

    [[nodiscard]] Support supportOf(const Statement &statement) const
    {
        if (!statement.citations.empty())
            return reading_.texts.supportOf(statement.id.text(), statement.citations);
        if (statement.style == Statement::Style::Heading)
            return Support::None;
        if (reading_.found != nullptr && reading_.found->isKnownMyself(statement.id))
            return Support::Own;
        // What an agent calls standard wording is taken for it only where nothing is counted or dosed.
        const bool hasNumber =
            std::any_of(statement.text.begin(), statement.text.end(), [](char c) { return c >= '0' && c <= '9'; });
        return statement.basis == Statement::Basis::Boilerplate && !hasNumber ? Support::Boilerplate : Support::Uncited;
    }

    void writeStatement(const Statement &statement)
    {
        const Change *const change = reading_.edits.changeOf(statement.id);
        TextBlock &block = add(kindOf(statement.style), memo_.of(statement, reading_.copied).shown);
        block.id = text::toQt(statement.id.text());
        makeStep(block, statement.id, statement.citations, supportOf(statement));
        block.isAcknowledged = reading_.acknowledged.contains(statement.id);
        if (const QString basis = text::phrase(statement.basis);
            !basis.isEmpty() && block.support != Support::Boilerplate)
            block.words += QStringLiteral(" \u00b7 ") + Words::tr("the agent says: %1").arg(basis);
        if (block.isAcknowledged)
            block.words += QStringLiteral(" \u00b7 ") + Words::tr("acknowledged");
        block.isRisky = std::ranges::find(reading_.riskiest, statement.id) != reading_.riskiest.end();
        if (block.isRisky)
            block.words += QStringLiteral(" \u00b7 ") + Words::tr("one of the riskiest");
        const bool isShownChanged = change != nullptr && statement.id != reading_.inEditor;
        if (isShownChanged)
            writeChange(block, *change);
        if (reading_.copied != nullptr && !isShownChanged)
            writeCopied(block, statement);
        writeAsks(block, statement, change != nullptr);
        if (reading_.found != nullptr && (change == nullptr || change->op != Change::Op::Delete))
            writeFindings(block, statement, !isShownChanged);
    }

    void writeCopied(TextBlock &block, const Statement &statement)
    {
        const auto &copied = memo_.of(statement, reading_.copied).copied;
        if (copied.empty())
            return;
        const text::ShownText words{statement.text};
        for (const CopiedWords &each : copied)
            result_.page.marks.push_back({static_cast<int>(blocks_.size()) - 1,
                                          words.at(static_cast<std::int64_t>(each.span.start)),
                                          words.at(static_cast<std::int64_t>(each.span.end)), TextMark::Kind::Copied});
        const domain::Source &origin = reading_.texts.sources()[copied.front().origin];
        const QString since = Words::tr("word for word since %1").arg(text::date(*origin.recordedAt));
        block.chips.push_back({since, Chip::Weight::Quiet});
        block.words += QStringLiteral(" \u00b7 ") + since;
    }

    // What one key does for the statement: write a misread notation out, say what an edit rests on.
    void writeAsks(TextBlock &block, const Statement &statement, bool isChanged)
    {
        DraftStep &step = result_.steps.back();
        if (step.isRemoved)
            return;
        step.asksForCitation = isChanged && reading_.edits.asksForCitation(statement.id);
        if (step.asksForCitation) {
            block.chips.push_back({Words::tr("needs a citation"), Chip::Weight::Strong});
            block.words += QStringLiteral(" \u00b7 ") + Words::tr("needs a citation");
        }
        const QString &offer = memo_.of(statement, reading_.copied).offer;
        step.hasNotation = !offer.isEmpty();
        if (step.hasNotation)
            block.chips.push_back({offer, Chip::Weight::Notice});
    }

    // On the word where the statement stands as it was checked; at its end the worst one and how many more there are.
    void writeFindings(TextBlock &block, const Statement &statement, bool hasPlaces)
    {
        const int index = static_cast<int>(blocks_.size()) - 1;
        const auto found = reading_.found->of(statement.id);
        if (found.empty())
            return;
        const text::ShownText words{statement.text};
        std::vector<TextMark> marks;
        const domain::Finding *worst = nullptr;
        int others = 0;
        for (const domain::Finding *const finding : found) {
            const bool isAnswered = reading_.found->isAnswered(finding->id);
            block.words += QStringLiteral(" \u00b7 ") + text::findingTitle(finding->code);
            if (worst == nullptr && !isAnswered)
                worst = finding;
            else
                ++others;
            if (finding->span && hasPlaces && !isAnswered)
                marks.push_back(
                    {index, words.at((*finding->span)[0]), words.at((*finding->span)[1]), markOf(finding->severity)});
        }
        if (worst != nullptr)
            block.chips.push_back({chipOf(*worst, text::findingTitle(worst->code)), weightOf(worst->severity)});
        if (others > 0)
            block.chips.push_back(
                {worst == nullptr ? Words::tr("%n answered", nullptr, others) : Words::tr("+%1").arg(others),
                 Chip::Weight::Quiet});
        // The worst is drawn last, so that nothing covers it.
        result_.page.marks.insert(result_.page.marks.end(), marks.rbegin(), marks.rend());
    }

    void writeChange(TextBlock &block, const Change &change)
    {
        result_.steps.back().isRemoved = change.op == Change::Op::Delete;
        block.text.clear();
        const int index = static_cast<int>(blocks_.size()) - 1;
        const auto runs = domain::wordDiff(change.before, change.after);
        for (const domain::DiffRun &run : runs) {
            const int start = static_cast<int>(block.text.size());
            block.text += text::emphasisedSides(text::shown(run.text));
            if (run.kind != domain::DiffRun::Kind::Same)
                result_.page.marks.push_back(
                    {index, start, static_cast<int>(block.text.size()),
                     run.kind == domain::DiffRun::Kind::Added ? TextMark::Kind::Added : TextMark::Kind::Removed});
        }
        const QString what = changeWords(change);
        block.chips.push_back({what, presenters::weightOf(change.kind)});
        block.words += QStringLiteral(" \u00b7 ") + what;
        if (const QString spoken = spokenDifference(runs); !spoken.isEmpty())
            block.words += QStringLiteral(" \u00b7 ") + spoken;
    }

    void writeRequest(const domain::PriorAuthDraft &request)
    {
        writeSections(request.sections);
        if (!request.criteria.empty())
            add(Kind::Heading, Words::tr("Criteria"));
        for (const domain::Criterion &criterion : request.criteria)
            makeStep(add(Kind::Field, text::shown(criterion.text), text::phrase(criterion.status)), {},
                     criterion.citations, reading_.texts.supportOf("criterion " + criterion.id, criterion.citations));
        writeAnswers(request);
        add(Kind::Heading, Words::tr("The request that is sent"));
        writeJson(request.bundle, JsonStyle::Fhir);
    }

    void writeAnswers(const domain::PriorAuthDraft &request);

    void writeToolCall(const domain::ToolCallDraft &call)
    {
        add(Kind::Heading, Words::tr("Tool call"));
        add(Kind::Field, text::shownOnOneLine(call.name), Words::tr("Name"));
        if (!call.description.empty())
            add(Kind::Field, text::shown(call.description), Words::tr("Described as"));
        add(Kind::Heading, Words::tr("Arguments"));
        writeJson(call.arguments, JsonStyle::Plain);
        if (call.argumentsSchema.empty())
            return;
        add(Kind::Heading, Words::tr("Schema of the arguments"));
        writeJson(call.argumentsSchema, JsonStyle::Plain);
    }

    // What cannot be read as JSON is shown as it came, and said to be so.
    void writeJson(const std::string &json, JsonStyle style)
    {
        const auto outline = outlineJson(json);
        if (!outline) {
            add(Kind::Remark, Words::tr("This part cannot be read as JSON. It is shown as it came."));
            add(Kind::Sentence, text::shown(json));
            return;
        }
        JsonPage page = describeJson(*outline, style);
        std::move(page.blocks.begin(), page.blocks.end(), std::back_inserter(blocks_));
    }

    const DraftReading &reading_;
    DraftMemo own_;
    DraftMemo &memo_;
    TextBlocks blocks_;
    DraftPage result_;
};

// A questionnaire's items lie nested; a flat outline finds them by their linkId at any depth.
std::optional<std::size_t> itemOf(const JsonOutline &outline, const std::string &linkId)
{
    for (std::size_t i = 0; i < outline.size(); ++i)
        if (outline[i].kind == JsonLine::Kind::Object)
            if (const JsonLine *const id = childOf(outline, i, "linkId"); id != nullptr && id->text == linkId)
                return i;
    return std::nullopt;
}

QString questionText(const std::optional<JsonOutline> &outline, const std::string &linkId)
{
    const auto item = outline ? itemOf(*outline, linkId) : std::nullopt;
    const JsonLine *const words = item ? childOf(*outline, *item, "text") : nullptr;
    return words == nullptr ? QString() : text::shownOnOneLine(words->text);
}

QString answerText(const std::optional<JsonOutline> &outline, const std::string &linkId)
{
    const auto item = outline ? itemOf(*outline, linkId) : std::nullopt;
    const JsonLine *const answer = item ? childOf(*outline, *item, "answer") : nullptr;
    if (answer == nullptr)
        return Words::tr("No answer");
    JsonOutline part(outline->begin() + static_cast<std::ptrdiff_t>(indexOf(*outline, *answer)),
                     outline->begin() + static_cast<std::ptrdiff_t>(answer->end));
    const std::size_t base = indexOf(*outline, *answer);
    for (JsonLine &line : part)
        line.end -= base;
    QStringList values;
    for (const TextBlock &block : describeJson(part, JsonStyle::Fhir).blocks)
        if (block.kind == Kind::Field)
            values << block.text;
    return values.join(QStringLiteral(", "));
}

void Writer::writeAnswers(const domain::PriorAuthDraft &request)
{
    if (request.answers.empty())
        return;
    add(Kind::Heading, Words::tr("Answers to the payer's questions"));
    const auto questions = outlineJson(request.questionnaire);
    const auto answers = outlineJson(request.questionnaireResponse);
    for (const domain::Answer &answer : request.answers) {
        const QString question = questionText(questions, answer.linkId);
        QString line = answerText(answers, answer.linkId);
        if (!question.isEmpty())
            line = question + QLatin1Char('\n') + line;
        TextBlock &block = add(Kind::Field, line, text::shownOnOneLine(answer.linkId));
        makeStep(block, {}, answer.citations, reading_.texts.supportOf("answer " + answer.linkId, answer.citations));
        block.chips.push_back({text::phrase(answer.origin), Chip::Weight::Quiet}); // none without
    }
}

} // namespace

const DraftMemo::Words &DraftMemo::of(const domain::Statement &statement, const CopyForward *copied)
{
    const auto [known, isNew] = words_.try_emplace(statement.id.text());
    Words &words = known->second;
    if (!isNew && words.text == statement.text)
        return words;
    words = {statement.text, text::shown(statement.text), offerOf(statement.text),
             copied == nullptr ? std::vector<CopiedWords>{} : copied->in(statement.text)};
    return words;
}

DraftPage describeDraft(const DraftReading &reading)
{
    return Writer{reading}.write();
}

QString supportWords(Support support)
{
    switch (support) {
    case Support::None:
        break;
    case Support::Quoted:
        return Words::tr("quoted, and the quote is in the source");
    case Support::Normalised:
        return Words::tr("quoted, and found in the source but for spelling; not word for word");
    case Support::Own:
        return Words::tr("my own knowledge");
    case Support::Boilerplate:
        return Words::tr("standard wording, says the agent; nothing cited");
    case Support::Partly:
        return Words::tr("cited, but only partly found in the source");
    case Support::Cited:
        return Words::tr("cited");
    case Support::Uncited:
        return Words::tr("nothing cited");
    case Support::NotFound:
        return Words::tr("the quote is not in the source");
    }
    return {};
}

} // namespace countersign::presenters
