// Text of agents and documents as it is shown: blocks of plain text in reading order, and marks on them.
// Positions are those of QString. Everything here has gone through text::shown().
#pragma once

#include <QString>

#include <memory>
#include <vector>

namespace countersign::presenters
{

// What a statement rests on, as far as the console can tell by itself. Drawn in the gutter, said in words.
enum class Support { None, Quoted, Cited, Uncited, NotFound };

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
        Remark // the console's own words
    };
    Kind kind = Kind::Sentence;
    QString id; // empty where nothing can be done with it
    QString label;
    QString text;
    int depth = 0;
    Support support = Support::None;
    bool isStep = false;         // can be the current one
    bool isAcknowledged = false; // its mark fades, not its text
    std::vector<Chip> chips;
    QString words; // of its marks and chips: tool tip and accessible description
    bool operator==(const TextBlock &) const = default;
};
using TextBlocks = std::vector<TextBlock>;

struct TextMark {
    enum class Kind { Evidence, Added, Removed, Noted, Doubted, Stopped }; // the last three: of findings
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
