// Where a citation points: looked up by the console itself, in the source as it was received.
#pragma once

#include "core/domain/item.hpp"
#include "ui/presenters/json_outline.hpp"
#include "ui/presenters/text_page.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace countersign::presenters
{

struct Span {
    std::size_t start = 0; // code points
    std::size_t end = 0;
    bool operator==(const Span &) const = default;
};

struct CitedPlace {
    Support support = Support::Cited; // Quoted, Normalised, Cited, Partly or NotFound
    std::optional<Span> span;         // of a text
    std::vector<std::size_t> lines;   // of a FHIR source's outline
    std::optional<std::size_t> page;  // of a document, from 0
};

// Looks into the sources of one item; keeps what it had to decode. One thread.
class SourceTexts
{
public:
    explicit SourceTexts(std::shared_ptr<const domain::Item> item) : item_(std::move(item)) {}

    [[nodiscard]] CitedPlace locate(const domain::Citation &citation);
    // The worst of its citations: one quote that is not there taints the others. Looked up once for each name.
    [[nodiscard]] Support supportOf(const std::string &name, const std::vector<domain::Citation> &citations);

    // Its citations are others now.
    void forgetSupport(const std::string &name) { supports_.erase(name); }

    [[nodiscard]] const std::vector<domain::Source> &sources() const { return item_->proposal.sources; }
    // Null where the source has no inline text, or is not JSON.
    [[nodiscard]] const std::u32string *codePoints(const domain::SourceId &source);
    [[nodiscard]] const JsonOutline *outline(const domain::SourceId &source);

private:
    // Characters that may be searched for quotes without a position: what an agent sends cannot stop the window.
    static constexpr std::size_t searchMax = 400'000'000;

    [[nodiscard]] CitedPlace locate(const domain::SourceId &source, const domain::QuoteSelector &quote);
    [[nodiscard]] CitedPlace locate(const domain::SourceId &source, const domain::FhirPathSelector &path);
    [[nodiscard]] CitedPlace locate(const domain::SourceId &source, const domain::PageSelector &page) const;

    std::shared_ptr<const domain::Item> item_;
    std::map<domain::SourceId, std::u32string> texts_;
    std::map<std::string, Support> supports_;
    std::size_t searched_ = 0;
    std::map<domain::SourceId, std::optional<JsonOutline>> outlines_;
};

} // namespace countersign::presenters
