// What stands on the sheet above which a person signs: everything that the signature covers, in words.
// Pure; gui thread only because of tr.
#pragma once

#include "core/desk/snapshot.hpp"
#include "ui/presenters/edit_session.hpp"
#include "ui/presenters/review_view.hpp"
#include "ui/presenters/source_texts.hpp"

#include <string>
#include <vector>

namespace countersign::presenters
{

struct ToSign {
    const desk::OpenItemView &open;
    const domain::Item &item;
    const EditSession &edits;
    const desk::VerdictOffer &offer;
    const std::vector<domain::Reason> &reasons;
    std::string comment;
    const desk::SessionView &session;
    Instant now;
    SourceTexts *texts = nullptr; // of the item, with what was looked up already; null: looked up anew
};

[[nodiscard]] CredentialView describeCredential(const desk::TokenView &token);

// The token in the reader, for the settings. Empty: there is none, and this person has none.
struct ReaderView {
    QString sentence;
    bool mayRegister = false;
};
[[nodiscard]] ReaderView describeToken(const desk::TokenView &token);

// Who signs, and for whom.
[[nodiscard]] QString signerLine(const desk::SessionView &session, const domain::ReviewerId &absent);
[[nodiscard]] std::vector<CoverChoice> coverChoices(const desk::SessionView &session);

[[nodiscard]] QStringList reasonLines(const std::vector<domain::Reason> &reasons, const EditSession &edits);
[[nodiscard]] SignView describeSigning(const ToSign &toSign);

} // namespace countersign::presenters
