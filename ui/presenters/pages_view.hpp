// What the page viewer is given: a document's content as far as it is here, and the cited place in it.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/page_decoder.hpp"
#include "ui/presenters/page_identity.hpp"

#include <QStringList>

#include <optional>

namespace countersign::presenters
{

struct PagesView {
    std::shared_ptr<const Bytes> content; // null: not here
    domain::Source::MediaType media = domain::Source::MediaType::Pdf;
    QStringList texts; // recognised on each page before it came here
    QString sentence;  // while there is no content: why, and what to do
    bool isLoading = false;
    std::optional<int> page;   // cited, from 0
    std::optional<QRectF> box; // cited: shares of the page
    PageSubject patient;       // whose pages they should be
    QString exact;             // the cited words, as they are looked for on the page
    bool operator==(const PagesView &) const = default;
};

// Whether the source is shown by its pages.
[[nodiscard]] bool hasPages(const domain::Source &source);
// `blob` is null where nobody asked for it yet; `cited` where the statement cites no place of this source.
[[nodiscard]] PagesView describePages(const domain::Source &source, const desk::BlobView *blob,
                                      const domain::PageSelector *cited);

} // namespace countersign::presenters
