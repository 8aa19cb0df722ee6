// Which agent, version and model a person last decided on, for each kind of item, and how often since: so that a change
// of it is told for the first ten items. Kept in the preferences; nothing in it is of a patient. gui thread.
#pragma once

#include "core/domain/proposal.hpp"
#include "ui/presenters/preferences.hpp"

#include <QString>

namespace countersign::presenters
{

class AgentMemory
{
public:
    static constexpr int toldFor = 10; // items after a change

    explicit AgentMemory(Preferences preferences = {}) : preferences_(std::move(preferences)) {}

    // "scribe is 2.2 now; until your last note it was 2.1"; empty: nothing changed, or it was told often enough.
    [[nodiscard]] QString changeOf(const domain::Proposal &proposal) const;
    // The person decided on such an item.
    void decided(const domain::Proposal &proposal);

private:
    Preferences preferences_;
};

} // namespace countersign::presenters
