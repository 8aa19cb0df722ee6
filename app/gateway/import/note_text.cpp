#include "app/gateway/import/note_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace countersign::gateway
{
namespace
{

constexpr std::string_view blanks = " \t\r\n";
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"dr", "mr", "mrs", "ms", "st", "vs", "e.g", "i.e", "approx", "no", "dept", "p.o", "b.i.d", "t.i.d", "q.d"});

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isAlpha(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::string_view trimmed(std::string_view text, std::string_view marks = blanks)
{
    const std::size_t first = text.find_first_not_of(marks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(marks) - first + 1);
}

bool isHeadingText(std::string_view text)
{
    constexpr std::size_t lengthMin = 4;
    constexpr std::size_t lengthMax = 48;
    const auto isHeadingCharacter = [](char c) { return isUpper(c) || c == ' ' || c == '/' || c == '&' || c == '-'; };
    return text.size() >= lengthMin && text.size() <= lengthMax && std::ranges::all_of(text, isHeadingCharacter)
           && std::ranges::count_if(text, isUpper) >= static_cast<std::ptrdiff_t>(lengthMin);
}

std::string titleCase(std::string_view text)
{
    std::string title(text);
    bool startsWord = true;
    for (char &c : title) {
        if (!startsWord)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        startsWord = !isAlpha(c);
    }
    return title;
}

struct Heading {
    std::size_t begin = 0, end = 0; // of the heading with its colon, within the line
    std::string_view words;
};

// The first heading in the line: capitals before a colon anywhere, or the whole line in capitals.
std::optional<Heading> findHeading(std::string_view line)
{
    constexpr std::string_view marks = " \t\r\n<>#*:_";
    if (const std::string_view whole = trimmed(line, marks); isHeadingText(whole))
        return Heading{0, line.size(), whole};
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
        std::size_t begin = colon;
        while (
            begin > 0
            && (isUpper(line[begin - 1]) || std::string_view(" /&-").find(line[begin - 1]) != std::string_view::npos))
            --begin;
        const std::string_view words = trimmed(line.substr(begin, colon - begin));
        const bool startsWord = begin == 0 || !isAlpha(line[begin - 1]);
        if (startsWord && isHeadingText(words))
            return Heading{begin, colon + 1, words};
    }
    return std::nullopt;
}

bool endsSentence(std::string_view line, std::size_t at)
{
    const std::size_t next = line.find_first_not_of(blanks, at + 1);
    if (next == std::string_view::npos)
        return true;
    if (next == at + 1)
        return false;
    if (line[at] != '.')
        return true;
    const std::size_t space = line.find_last_of(blanks, at);
    std::string word(line.substr(space == std::string_view::npos ? 0 : space + 1, at - (space + 1)));
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool isInitial = word.size() == 1 && isAlpha(word[0]);
    const bool isListNumber = !word.empty()
                              && std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c); })
                              && space == std::string_view::npos;
    return !isInitial && !isListNumber && std::ranges::find(abbreviations, word) == abbreviations.end();
}

class NoteReader
{
public:
    void readLine(std::string_view line)
    {
        while (const auto heading = findHeading(line)) {
            addSentences(line.substr(0, heading->begin));
            beginSection(titleCase(heading->words));
            line = line.substr(heading->end);
        }
        addSentences(line);
    }

    std::vector<domain::Section> take()
    {
        std::erase_if(sections_, [](const domain::Section &section) { return section.statements.empty(); });
        for (std::size_t i = 0; i < sections_.size(); ++i)
            sections_[i].id = domain::SectionId("s" + std::to_string(i + 1));
        return std::move(sections_);
    }

private:
    void beginSection(std::string title)
    {
        domain::Section section;
        section.title = std::move(title);
        sections_.push_back(std::move(section));
    }

    void addSentences(std::string_view line)
    {
        for (const std::string_view sentence : sentencesOf(trimmed(line, " \t\r\n<>#*"))) {
            if (sections_.empty())
                beginSection("Note");
            domain::Statement statement;
            statement.id = domain::StatementId("st" + std::to_string(++statementCount_));
            statement.text = sentence;
            statement.style = sentence.starts_with("- ") || sentence.starts_with("• ")
                                  ? domain::Statement::Style::Bullet
                                  : domain::Statement::Style::Sentence;
            sections_.back().statements.push_back(std::move(statement));
        }
    }

    std::vector<domain::Section> sections_;
    std::size_t statementCount_ = 0;
};

} // namespace

std::vector<std::string_view> sentencesOf(std::string_view line)
{
    std::vector<std::string_view> sentences;
    const auto add = [&](std::string_view part) {
        if (const std::string_view sentence = trimmed(part); !sentence.empty())
            sentences.push_back(sentence);
    };
    std::size_t begin = 0;
    for (std::size_t at = line.find_first_of(".!?"); at != std::string_view::npos;
         at = line.find_first_of(".!?", at + 1))
        if (endsSentence(line, at)) {
            add(line.substr(begin, at + 1 - begin));
            begin = at + 1;
        }
    add(line.substr(begin));
    return sentences;
}

std::vector<domain::Section> sectionsOfNote(std::string_view note)
{
    NoteReader reader;
    while (!note.empty()) {
        const std::size_t end = note.find('\n');
        reader.readLine(note.substr(0, end));
        note = end == std::string_view::npos ? std::string_view{} : note.substr(end + 1);
    }
    return reader.take();
}

} // namespace countersign::gateway
