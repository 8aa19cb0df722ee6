// Who the patient is, typed once more before a signature: initials and birth year, for a high tier or a name that
// another patient nearly has. Whoever was named rightly is not asked for again within ten minutes. Pure.
#pragma once

#include "core/base/instant.hpp"
#include "core/domain/proposal.hpp"
#include "core/domain/tier.hpp"

#include <QString>

#include <map>

namespace countersign::presenters
{

class IdentityCheck
{
public:
    static constexpr milliseconds rememberedFor{10 * 60'000};

    // Nobody can be asked for what was not received: neither initials nor year known asks nothing.
    [[nodiscard]] bool isAsked(const domain::Patient &patient, domain::Tier tier, bool hasLookalike,
                               milliseconds elapsed) const;
    // "RR 1978", "rr1978", in either order of the names; remembered where it fits.
    [[nodiscard]] bool answer(const domain::Patient &patient, const QString &typed, milliseconds elapsed);
    // Somebody else sits here.
    void forget() { named_.clear(); }

private:
    std::map<domain::PatientId, milliseconds> named_;
};

// As many signs as an answer has: before that, nothing is wrong yet.
[[nodiscard]] qsizetype answerLength(const domain::Patient &patient);
// What is asked, in words.
[[nodiscard]] QString identityQuestion(const domain::Patient &patient);

} // namespace countersign::presenters
