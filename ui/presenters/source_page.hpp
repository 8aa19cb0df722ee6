// A source as blocks to read: a conversation by turns, a note by paragraphs, FHIR as labelled fields, a document by the
// text of its pages; and the marks of a cited place on it.
#pragma once

#include "core/domain/proposal.hpp"
#include "ui/presenters/json_page.hpp"
#include "ui/presenters/source_texts.hpp"
#include "ui/presenters/text_page.hpp"

#include <memory>
#include <vector>

namespace countersign::presenters
{

struct SourcePage {
    std::shared_ptr<const TextBlocks> blocks = std::make_shared<const TextBlocks>();
    // Of each block: what it shows of the text that citations count in (the content, or one page's text).
    struct Origin {
        std::size_t page = 0;
        Span span;
    };
    std::vector<Origin> origins;
    JsonPage json; // of a FHIR source; else empty
};

// Reads the source once; SourceTexts must outlive the call only.
[[nodiscard]] SourcePage describeSource(const domain::Source &source, SourceTexts &texts);

[[nodiscard]] std::vector<TextMark> markCited(const SourcePage &page, const domain::Source &source,
                                              const CitedPlace &place, SourceTexts &texts);

} // namespace countersign::presenters
