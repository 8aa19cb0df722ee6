// A whole draft as one text of paragraphs, and what became of the statements when it was edited: section titles stand
// between them and stay, a paragraph that only changed keeps its statement, an emptied one is a removed statement that
// is back when words are. Pure; any thread.
#pragma once

#include "core/domain/proposal.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace countersign::presenters
{

struct WholeParagraph {
    enum class Kind { Title, Gap, Statement }; // a gap: the free line above a title
    Kind kind = Kind::Statement;
    domain::SectionId section;
    domain::StatementId statement; // empty: not a statement yet
    QString text;                  // as an editor holds it: a line break inside is U+2028
    bool operator==(const WholeParagraph &) const = default;
};
using WholeText = std::vector<WholeParagraph>;

[[nodiscard]] WholeText wholeText(const domain::Draft &draft);
// Paragraphs are divided by '\n'.
[[nodiscard]] QString joined(const WholeText &text);
// Whose paragraphs they are after an edit; nothing where a title was touched.
[[nodiscard]] std::optional<WholeText> followEdit(const WholeText &before, const QString &after);

// The text of a statement as an editor holds it, and back.
[[nodiscard]] QString editable(const std::string &text);
[[nodiscard]] std::string edited(const QString &text);

} // namespace countersign::presenters
