// A text cut into what it is read by: the turns of a conversation ("[doctor] …", "Doctor: …",
// each with its time where there is one: "14:02 doctor: …", "[00:12] [doctor] …") or its lines.
#pragma once

#include "ui/presenters/source_texts.hpp"

#include <string_view>
#include <vector>

namespace countersign::presenters
{

struct Turn {
    Span speaker; // with the time before it; empty where a line goes on or names nobody
    Span words;
    bool operator==(const Turn &) const = default;
};

// Every character that is not a line break or the speaker's brackets is in exactly one turn. Blank lines are left out.
[[nodiscard]] std::vector<Turn> cutIntoTurns(std::u32string_view text, bool isConversation);

} // namespace countersign::presenters
