#include "ui/widgets/review/findings_pane.hpp"

#include "ui/style/dress.hpp"
#include "ui/widgets/review/safe_text.hpp"
#include "ui/widgets/shell/flow_layout.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::widgets
{

using presenters::FindingLine;
using presenters::TextBlock;
using style::Tone;
using style::Type;
using style::Weight;

namespace
{
constexpr double heightLeast = 44; // two lines
}

FindingsPane::FindingsPane(QWidget *parent) : QWidget(parent)
{
    const style::Theme &theme = style::themeOf(this);
    style::setGround(*this, Tone::Surface1);
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(style::hairline());
    auto *const head = new QWidget;
    head->setContentsMargins(theme.px(TextFlow::side), theme.px(6), theme.px(16), theme.px(4));
    auto *const parts = new FlowLayout(theme.px(12), 0, head);
    title_ = style::label({}, Type::Small, Tone::Ink1, Weight::Strong);
    ways_ = style::label({}, Type::Hint, Tone::Ink2);
    parts->addWidget(title_);
    parts->addWidget(ways_);
    parts->pushLastRight();
    column->addWidget(head);
    text_ = new SafeText(SafeText::Part::List);
    text_->setAccessibleName(tr("Findings"));
    text_->setManner({.type = Type::Small, .lineHeight = 1.4, .measureMax = 120});
    connect(text_, &SafeText::blockClicked, this, [this](int block) {
        if (const int line = lineOf_.at(static_cast<std::size_t>(block)); line >= 0)
            Q_EMIT chosen(line);
    });
    column->addWidget(text_);
    answers_ = new QWidget;
    auto *const room = new QVBoxLayout;
    room->setContentsMargins(theme.px(TextFlow::side), theme.px(4), theme.px(16), theme.px(8));
    static_cast<void>(new FlowLayout(theme.px(6), theme.px(4), answers_));
    room->addWidget(answers_);
    column->addLayout(room);
}

namespace
{

TextBlock blockOf(const FindingLine &line)
{
    TextBlock block;
    block.kind = TextBlock::Kind::Field;
    block.id = line.id;
    block.isStep = true;
    const bool isOpen = line.answer.isEmpty();
    block.label = isOpen ? line.severity : FindingsPane::tr("Answered");
    if (!isOpen || line.weight == FindingLine::Weight::Info)
        block.voice = TextBlock::Voice::Quiet;
    else if (line.weight == FindingLine::Weight::Stop)
        block.voice = TextBlock::Voice::Stop;
    QStringList parts{line.what};
    for (const QString &part : {line.sides, line.answer})
        if (!part.isEmpty())
            parts << part;
    block.text = parts.join(QStringLiteral(" \u00b7 "));
    block.words = line.severity;
    return block;
}

} // namespace

// Those without a heading first; then each heading with its own.
presenters::TextBlocks FindingsPane::blocksOf(const presenters::FindingPanel &panel)
{
    presenters::TextBlocks blocks;
    lineOf_.clear();
    QStringList groups{QString()};
    for (const FindingLine &line : panel.lines)
        if (!groups.contains(line.group))
            groups << line.group;
    for (const QString &group : groups) {
        if (!group.isEmpty()) {
            TextBlock heading;
            heading.kind = TextBlock::Kind::Subheading;
            heading.text = group;
            blocks.push_back(std::move(heading));
            lineOf_.push_back(-1);
        }
        for (std::size_t i = 0; i < panel.lines.size(); ++i)
            if (panel.lines[i].group == group) {
                blocks.push_back(blockOf(panel.lines[i]));
                lineOf_.push_back(static_cast<int>(i));
            }
    }
    return blocks;
}

void FindingsPane::show(const presenters::FindingPanel &panel)
{
    title_->setText(panel.title);
    ways_->setText(panel.ways);
    ways_->setVisible(!panel.ways.isEmpty() && panel.answers.empty());
    presenters::TextBlocks blocks = blocksOf(panel);
    text_->setVisible(!blocks.empty());
    text_->showPage({std::make_shared<const presenters::TextBlocks>(std::move(blocks)), {}});
    const auto at = panel.current ? std::find(lineOf_.begin(), lineOf_.end(), *panel.current) : lineOf_.end();
    const std::optional<int> current =
        at == lineOf_.end() ? std::nullopt : std::optional(static_cast<int>(at - lineOf_.begin()));
    text_->setCurrent(current);
    if (current && text_->isVisible()) {
        text_->bringIntoView(*current);
        text_->beginWithWholeBlock();
    }
    showAnswers(panel.answers);
}

void FindingsPane::showAnswers(const std::vector<presenters::AnswerChip> &answers)
{
    answers_->setVisible(!answers.empty());
    if (answers.size() == buttons_.size())
        return;
    for (QPushButton *const button : buttons_)
        button->deleteLater();
    buttons_.clear();
    for (const presenters::AnswerChip &answer : answers) {
        auto *const button = style::button(tr("%1  %2").arg(answer.key).arg(answer.words));
        button->setFocusPolicy(Qt::NoFocus); // the keys stay with the draft
        connect(button, &QPushButton::clicked, this, [this, key = answer.key] { Q_EMIT answered(key); });
        answers_->layout()->addWidget(button);
        buttons_.push_back(button);
    }
}

void FindingsPane::settle(int heightMax)
{
    const style::Theme &theme = style::themeOf(this);
    const int room = heightMax - (answers_->isHidden() ? 0 : answers_->heightForWidth(answers_->width()));
    const int width = std::max(text_->viewport()->width(), theme.px(120));
    const int height = text_->wholeBlocksWithin(std::max(room, theme.px(heightLeast)), width);
    if (height == text_->height())
        return;
    text_->setFixedHeight(height);
    layout()->activate(); // so that whoever holds the pane learns of it in this turn
    text_->beginWithWholeBlock();
}

} // namespace countersign::widgets
