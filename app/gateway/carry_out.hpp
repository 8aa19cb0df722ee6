// Makes a change of who may come and what they may do, whether a server runs on the folder or not, and says what came
// of it.
#pragma once

#include "app/gateway/commands.hpp"
#include "app/gateway/rights_change.hpp"

#include <string>
#include <string_view>

namespace countersign::gateway
{

// Of one kind of change: what to say where an id is taken or unknown, and where there is nothing to change.
struct ChangeSentences {
    std::string_view whenRefused = {}, whenNothing = {};
};

// An exit code, with its sentence where it is not 0. Where a server runs it is that server's to make the change, at
// once; the streams of whom it concerns end and come back with the new rights.
[[nodiscard]] int carryOut(const std::string &data, const RightsChange &change, const ChangeSentences &sentences);

// `user cover` and `user uncover` (account_cover.cpp).
[[nodiscard]] int coverCommand(Words words);
[[nodiscard]] int uncoverCommand(Words words);

} // namespace countersign::gateway
