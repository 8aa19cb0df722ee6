#include "ui/presenters/json_page.hpp"

#include "ui/presenters/fhir_path.hpp"
#include "ui/text/qt_text.hpp"

#include <QCoreApplication>

namespace countersign::presenters
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JsonPage)
};

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// "birthDate" → "Birth date"; a name that is not made of letters stays as it is.
QString inWords(const std::string &name)
{
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isBreak = i > 0 && isCapital(name[i]) && !isCapital(name[i - 1]);
        if (isBreak)
            words += ' ';
        const bool isAcronym = i + 1 < name.size() && isCapital(name[i + 1]);
        words +=
            i > 0 && isCapital(name[i]) && !isAcronym && isBreak ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return text::shownOnOneLine(words);
}

class Writer
{
public:
    Writer(const JsonOutline &outline, JsonStyle style) : outline_(outline), style_(style) {}

    JsonPage write()
    {
        for (std::size_t at = 0; at < outline_.size();)
            at = writeLine(at);
        return std::move(page_);
    }

private:
    // An object or a list that is being written.
    struct Level {
        std::size_t line = 0;
        QString label; // of a list: what its elements are called
        std::size_t size = 0;
        std::size_t count = 0;
    };

    // Writes what begins there; returns where to go on.
    std::size_t writeLine(std::size_t at)
    {
        while (!levels_.empty() && at >= outline_[levels_.back().line].end)
            levels_.pop_back();
        const JsonLine &line = outline_[at];
        const QString label = nextLabel(line);
        if (saysType(at))
            return line.end;
        if (const auto value = oneLine(at)) {
            add(at, TextBlock::Kind::Field, label, text::shown(*value));
            return line.end;
        }
        const std::size_t size = childrenOf(outline_, at).size();
        if (size == 0)
            add(at, TextBlock::Kind::Field, label, Words::tr("(empty)"));
        else if (line.kind == JsonLine::Kind::Object)
            addHeading(at, label);
        levels_.push_back({at, label, size, 0});
        return at + 1;
    }

    [[nodiscard]] std::optional<std::string> oneLine(std::size_t at) const
    {
        const bool isOpen = outline_[at].kind == JsonLine::Kind::Object || outline_[at].kind == JsonLine::Kind::Array;
        return isOpen && style_ == JsonStyle::Plain ? std::nullopt : fhirValue(outline_, at);
    }

    // The type of a resource stands in its heading already.
    [[nodiscard]] bool saysType(std::size_t at) const
    {
        return style_ == JsonStyle::Fhir && outline_[at].key == "resourceType"
               && outline_[at].kind == JsonLine::Kind::String;
    }

    QString nextLabel(const JsonLine &line)
    {
        if (levels_.empty() || outline_[levels_.back().line].kind == JsonLine::Kind::Object)
            return style_ == JsonStyle::Fhir ? inWords(line.key) : text::shownOnOneLine(line.key);
        Level &list = levels_.back();
        ++list.count;
        return list.size == 1 ? list.label : list.label + text::nbsp + QString::number(list.count);
    }

    void addHeading(std::size_t at, const QString &label)
    {
        const JsonLine *const type = style_ == JsonStyle::Fhir ? childOf(outline_, at, "resourceType") : nullptr;
        if (type != nullptr)
            add(at, TextBlock::Kind::Heading, {}, inWords(type->text));
        else if (at > 0)
            add(at, TextBlock::Kind::Subheading, {}, label);
    }

    void add(std::size_t at, TextBlock::Kind kind, const QString &label, const QString &value)
    {
        TextBlock block;
        block.kind = kind;
        block.label = label;
        block.text = value;
        for (const Level &level : levels_)
            block.depth += outline_[level.line].kind == JsonLine::Kind::Object && level.line > 0 ? 1 : 0;
        page_.blocks.push_back(std::move(block));
        page_.lines.push_back(at);
    }

    const JsonOutline &outline_;
    JsonStyle style_;
    JsonPage page_;
    std::vector<Level> levels_;
};

} // namespace

JsonPage describeJson(const JsonOutline &outline, JsonStyle style)
{
    return Writer{outline, style}.write();
}

std::vector<int> blocksOf(const JsonPage &page, const JsonOutline &outline, std::size_t line)
{
    std::vector<int> blocks;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const std::size_t shown = page.lines[i];
        const bool isWithin = shown >= line && shown < outline[line].end;
        const bool holdsIt = shown < line && line < outline[shown].end && page.blocks[i].kind == TextBlock::Kind::Field;
        if (isWithin || holdsIt)
            blocks.push_back(static_cast<int>(i));
    }
    return blocks;
}

} // namespace countersign::presenters
