// Text of agents and documents as it is shown: blocks of plain text in reading order, and marks on them.
// Positions are those of QString. Everything here has gone through text::shown().
#pragma once

#include <QString>

#include <memory>
#include <vector>

namespace countersign::presenters
{

struct Trend;

// What a statement rests on, as far as the console can tell by itself. Drawn in the gutter, said in words.
// the strongest first.
enum class Support {
    None,        // needs none
    Quoted,      // its quotes stand in the source, word for word
    Normalised,  // they stand there but for case, blanks, quotation marks and dashes
    Cited,       // a place that cannot be compared with
    Own,         // a reviewer: "I know this myself"
    Boilerplate, // standard wording, as the agent says; nothing in it can be counted or dosed
    Partly,      // the place is there, the value or a part of the quote is not
    Uncited,     // nothing cited
    NotFound     // the quote is not there
};
// What a reader goes to first: nothing, or not what is said, lies below it.
[[nodiscard]] constexpr bool isUnsupported(Support support)
{
    return support == Support::Partly || support == Support::Uncited || support == Support::NotFound;
}

struct Chip {
    enum class Weight { Quiet, Notice, Strong, Grave };
    QString text;
    Weight weight = Weight::Quiet;
    bool operator==(const Chip &) const = default;
};

struct TextBlock {
    enum class Kind {
        Heading,
        Subheading,
        Sentence,
        Bullet,
        TableRow,
        Turn,  // what one speaker said: label and text
        Field, // one named value: label and text
        Chart, // a trend, drawn; the table behind it follows
        Remark // the console's own words
    };
    Kind kind = Kind::Sentence;
    QString id; // empty where nothing can be done with it
    enum class Voice { Usual, Quiet, Stop };
    Voice voice = Voice::Usual; // of the label: what only informs is quiet, what stops has its glyph and colour
    QString label;
    QString text;
    int depth = 0;
    Support support = Support::None;
    bool isStep = false;                // can be the current one
    bool isAcknowledged = false;        // its mark fades, not its text
    bool isStruck = false;              // entered in error, refuted: struck out, and said in words
    std::shared_ptr<const Trend> trend; // of a chart
    bool isRisky = false;               // one of the few that harm most where they are wrong
    std::vector<Chip> chips;
    QString words; // of its marks and chips: tool tip and accessible description
    bool operator==(const TextBlock &) const = default;
};
using TextBlocks = std::vector<TextBlock>;

struct TextMark {
    // Copied: stood so in an earlier note. The last three are of findings.
    enum class Kind { Evidence, Added, Removed, Copied, Noted, Doubted, Stopped };
    int block = 0;
    int start = 0;
    int end = 0;
    Kind kind = Kind::Evidence;
    bool operator==(const TextMark &) const = default;
};

// Blocks are shared, so that marking a text of megabytes anew costs nothing.
struct TextPage {
    std::shared_ptr<const TextBlocks> blocks = std::make_shared<const TextBlocks>();
    std::vector<TextMark> marks;
};

} // namespace countersign::presenters
