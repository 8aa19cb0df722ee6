// What the reviewer was shown, as an ordered list of labelled plain-text fields. Its canonical digest is signed
// (renderedDigest), and the model is kept so that an auditor can redraw it.
#pragma once

#include <string>
#include <vector>

namespace countersign::domain
{

struct DisplayField {
    std::string label; // a stable name, e.g. "patient.family", "statement:st4"; not translated
    std::string text;
    bool folded = false;  // shown only after a further step
    bool flagged = false; // marked for attention
    bool operator==(const DisplayField &) const = default;
};
using DisplayModel = std::vector<DisplayField>;

} // namespace countersign::domain
